"""Revisions put into rows one after the other: articles, numbers, the spells of paragraphs, what was judged."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.catalogue.file import open_file
from newsdiff.catalogue.filling import Filling
from newsdiff.document import article
from newsdiff.model import Revision, RevisionKind, WordCounts

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
PATH, URL = "courier.example/2026/ferry.md", "https://courier.example/2026/ferry"
ONE, TWO, THREE = "The ferry stops.", "The mayor was silent.", "It is raining."


class Filled:
    """A catalogue's file that revisions are put into."""

    def __init__(self, file: Path) -> None:
        self.db = open_file(file)
        self.filling = Filling(self.db)
        self.count = 0

    def add(
        self, *paragraphs: str, path: str = PATH, kind: RevisionKind = RevisionKind.EDIT, **facts: object
    ) -> Revision:
        """One more revision with these paragraphs; ``published`` and ``headline`` are its article's."""
        self.count += 1
        published, headline = facts.pop("published", None), facts.pop("headline", "")
        text = article(paragraphs, headline=str(headline))._replace(url=URL, published=published)  # type: ignore[arg-type]
        seen = START + timedelta(hours=self.count)
        made = Revision(f"{self.count:040x}", path, URL, seen, None, kind, article=text, **facts)  # type: ignore[arg-type]
        self.filling.add(made)
        return made

    def all(self, sql: str) -> list[tuple[object, ...]]:
        return self.db.execute(sql).fetchall()

    def spells(self) -> list[tuple[object, ...]]:
        """Text, first and last revision of each spell, in the order in which they began."""
        return self.all(
            "SELECT text, born, gone FROM spell JOIN paragraph ON paragraph.id = spell.paragraph"
            " ORDER BY born, place, spell.rowid"
        )


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    made = Filled(tmp_path / "catalogue.db")
    yield made
    made.db.close()


# --- articles and numbers ---


def test_an_article_without_a_paragraph_has_no_spell(filled: Filled) -> None:
    filled.add()
    assert filled.spells() == []
    assert filled.all("SELECT path, host, revisions FROM article") == [(PATH, "courier.example", 1)]


def test_revisions_of_an_article_are_numbered_and_those_of_another_apart(filled: Filled) -> None:
    other = "herald.example/mill.md"
    filled.add(ONE)
    filled.add(ONE, path=other)
    filled.add(TWO)
    assert filled.all("SELECT article, number FROM revision ORDER BY id") == [(1, 1), (2, 1), (1, 2)]
    assert filled.all("SELECT path, revisions FROM article ORDER BY id") == [(PATH, 2), (other, 1)]


def test_an_article_is_called_what_its_newest_text_is_called(filled: Filled) -> None:
    filled.add(ONE, headline="Ferry stops")
    filled.add(ONE, headline="Ferry sails again")
    assert filled.all("SELECT headline FROM article") == [("Ferry sails again",)]
    assert filled.all("SELECT headline FROM revision ORDER BY id") == [("Ferry stops",), ("Ferry sails again",)]


@pytest.mark.parametrize(
    ("claim", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("2026-03-02T08:00:00+00:00", 0),
        ("2026-03-02T08:00:00Z", 0),
        ("2026-03-02T08:00:00", 0),
        ("2026-03-02T09:00:00+01:00", 0),
        ("2026-03-02", -8 * 3600),
    ],
)
def test_a_claimed_time_is_seconds_in_utc_where_it_names_no_zone(
    filled: Filled, claim: str | None, seconds: int
) -> None:
    filled.add(ONE, published=claim)
    [(found,)] = filled.all("SELECT published FROM article")
    assert found == (None if seconds is None else START.timestamp() + seconds)


# --- spells ---


def test_a_paragraph_that_stays_has_one_spell(filled: Filled) -> None:
    for _ in range(3):
        filled.add(ONE, TWO)
    assert filled.spells() == [(ONE, 1, None), (TWO, 1, None)]


def test_what_goes_ends_and_what_comes_begins(filled: Filled) -> None:
    filled.add(ONE, TWO)
    filled.add(ONE, THREE)
    assert filled.spells() == [(ONE, 1, None), (TWO, 1, 2), (THREE, 2, None)]


def test_what_comes_back_has_another_spell_of_the_same_paragraph(filled: Filled) -> None:
    for paragraphs in ((ONE, TWO), (ONE,), (ONE, TWO)):
        filled.add(*paragraphs)
    assert filled.spells() == [(ONE, 1, None), (TWO, 1, 2), (TWO, 3, None)]
    assert filled.all("SELECT count(*) FROM paragraph") == [(2,)]


def test_a_paragraph_that_only_moves_goes_on(filled: Filled) -> None:
    filled.add(ONE, TWO)
    filled.add(TWO, ONE)
    assert filled.spells() == [(ONE, 1, None), (TWO, 1, None)]


def test_one_that_stands_twice_is_one_at_its_last_place(filled: Filled) -> None:
    filled.add(ONE, TWO, ONE)
    assert filled.all("SELECT text, place FROM spell JOIN paragraph ON paragraph.id = paragraph ORDER BY place") == [
        (TWO, 1),
        (ONE, 2),
    ]


def test_a_removal_ends_everything_and_a_return_begins_it_anew(filled: Filled) -> None:
    filled.add(ONE, TWO)
    filled.add(ONE, TWO, kind=RevisionKind.REMOVED)
    assert filled.spells() == [(ONE, 1, 2), (TWO, 1, 2)]
    filled.add(ONE, kind=RevisionKind.RESTORED)
    assert filled.spells() == [(ONE, 1, 2), (TWO, 1, 2), (ONE, 3, None)]


def test_the_same_words_in_two_articles_are_two_paragraphs(filled: Filled) -> None:
    filled.add(ONE)
    filled.add(ONE, path="herald.example/mill.md")
    filled.add(path="herald.example/mill.md")
    assert filled.spells() == [(ONE, 1, None), (ONE, 2, 3)]
    assert filled.all("SELECT article, text FROM paragraph ORDER BY id") == [(1, ONE), (2, ONE)]


def test_words_of_a_script_without_spaces_are_found_one_by_one(filled: Filled) -> None:
    filled.add("橋は閉鎖された。", "Ámber Fähre")
    for word, count in (("橋", 1), ("amber", 1), ("fahre", 1), ("bridge", 0)):
        assert len(filled.all(f"SELECT rowid FROM word WHERE word MATCH '\"{word}\"'")) == count


PARAGRAPHS = st.lists(st.sampled_from([ONE, TWO, THREE]), unique=True, max_size=3)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    made = Filled(tmp_path_factory.mktemp("many") / "catalogue.db")
    yield made
    made.db.close()


@settings(max_examples=40)
@given(texts=st.lists(PARAGRAPHS, min_size=1, max_size=6))
def test_the_paragraphs_of_any_revision_are_those_whose_spell_holds_it(many: Filled, texts: list[list[str]]) -> None:
    path = f"courier.example/{many.count}.md"
    for text in texts:
        many.add(*text, path=path)
    asked = "SELECT id FROM revision WHERE article = (SELECT id FROM article WHERE path = '{}') ORDER BY id"
    for (number,), text in zip(many.all(asked.format(path)), texts, strict=True):
        standing = many.all(
            "SELECT text FROM spell JOIN paragraph ON paragraph.id = spell.paragraph JOIN article ON article.id ="
            f" spell.article WHERE path = '{path}' AND born <= {number} AND ifnull(gone, 1e9) > {number}"
        )
        assert sorted(standing) == sorted((one,) for one in text)


# --- what was judged ---


def judged(filled: Filled) -> dict[str, object]:
    filled.db.row_factory = sqlite3.Row
    [*_, last] = filled.db.execute("SELECT * FROM revision ORDER BY id").fetchall()
    filled.db.row_factory = None
    return dict(last)


def test_a_revision_that_nobody_judged_has_no_weight_and_no_counts(filled: Filled) -> None:
    filled.add(ONE)
    told = judged(filled)
    assert [told[name] for name in ("flags", "severity", "disclosed", "summary", "lines", "rules")] == [""] * 6
    assert [told[name] for name in ("weight", "words_in", "words_out", "words_moved", "since")] == [None] * 5
    assert (told["faulty"], told["dismissed"]) == (0, 0)


def test_rules_that_found_nothing_give_no_weight_and_others_theirs(filled: Filled) -> None:
    filled.add(ONE, trailers=(("Rules", "7"),))
    assert judged(filled)["weight"] == 0.0
    filled.add(ONE, trailers=(("Rules", "7"), ("Weight", "35")))
    assert judged(filled)["weight"] == 35.0
    filled.add(ONE, trailers=(("Weight", "heavy"),))
    assert judged(filled)["weight"] is None


def test_what_the_message_says_is_told(filled: Filled) -> None:
    trailers = (
        ("Severity", "high"),
        ("Text-Sha256", "ab"),
        ("Raw-Sha256", "cd"),
        ("Faults", "number"),
        ("Dismissed", "x"),
    )
    filled.add(
        ONE, flags=("number", "name"), summary="12 -> 14", lines=("number  12 -> 14", "name  A -> B"),
        words=WordCounts(3, 2, 1), disclosed="note", trailers=trailers,
    )  # fmt: skip
    told = judged(filled)
    assert (told["flags"], told["severity"], told["disclosed"]) == ("number,name", "high", "note")
    assert (told["summary"], told["lines"]) == ("12 -> 14", "number  12 -> 14\nname  A -> B")
    assert (told["words_in"], told["words_out"], told["words_moved"]) == (3, 2, 1)
    assert (told["text_sha256"], told["raw_sha256"], told["faulty"], told["dismissed"]) == ("ab", "cd", 1, 1)


def test_a_later_judgement_changes_what_was_found_and_nothing_else(filled: Filled) -> None:
    filled.add(ONE)
    first = filled.add(TWO, flags=("number",), trailers=(("Rules", "7"), ("Weight", "35")))
    before = judged(filled)
    filled.filling.judge(replace(first, flags=(), trailers=(("Rules", "8"),)))
    after = judged(filled)
    assert {name for name in before if before[name] != after[name]} == {"flags", "weight", "rules"}
    assert (after["flags"], after["weight"], after["rules"]) == ("", 0.0, "8")


def test_a_judgement_of_a_revision_that_is_not_there_changes_nothing(filled: Filled) -> None:
    made = filled.add(ONE)
    before = judged(filled)
    filled.filling.judge(replace(made, id="f" * 40, summary="other"))
    assert judged(filled) == before
