"""Where words stand or stood: spells that join, wordings and what took their place, earlier captures, order, limits."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.search import MOST_CHARACTERS, Hit, Spell, Standing, find, hits, pattern, phrase
from newsdiff.errors import UsageError
from tests.kit.catalogues import DAY, START, Row, Stood, catalogue_of, name_of, put_paragraphs

FERRY, MILL, INN = "courier.example/ferry.md", "herald.example/mill.md", "herald.example/inn.md"
ROWS = [
    *(Row(FERRY, n * DAY, "edit" if n else "first", headline="Ferry stops") for n in range(6)),  # revisions 1 to 6
    Row(MILL, 10 * DAY, "first"),  # 7
    Row(INN, 9 * DAY, "first"),  # 8: seen before 7
]
INJURED, KILLED = "The storm injured 12 people.", "The storm killed 14 people."


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Catalogue]:
    with catalogue_of(tmp_path, ROWS) as catalogue:
        yield catalogue


def places(catalogue: Catalogue, words: str, **only: str) -> list[Standing]:
    return find(catalogue, phrase(words)(catalogue), **only)


def spells(catalogue: Catalogue, words: str) -> tuple[tuple[int, int | None], ...]:
    [place] = places(catalogue, words)
    return place.spells


def first(catalogue: Catalogue, words: str) -> Hit:
    return hits(catalogue, places(catalogue, words))[0]


# --- silence ---


def test_in_an_empty_catalogue_nothing_stands(kept: Catalogue) -> None:
    assert places(kept, "storm") == []
    assert hits(kept, []) == []


@pytest.mark.parametrize("words", ["storms", "storm 12", "12 storm", "the killed", "stor"])
def test_parts_of_words_and_words_apart_are_not_found(kept: Catalogue, words: str) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1)])
    assert places(kept, words) == []


@pytest.mark.parametrize("words", ["", "  ", "…", "—!?"])
def test_marks_are_no_words(words: str) -> None:
    with pytest.raises(UsageError, match="holds no word") as caught:
        phrase(words)
    assert caught.value.hint == "look for a word or a phrase, or use --regex"


def test_a_long_question_is_quoted_in_short() -> None:
    with pytest.raises(UsageError) as caught:
        phrase("." * 400)
    assert caught.value.message == f"{'.' * 60!r} holds no word"
    with pytest.raises(UsageError) as caught:
        pattern("(" * 400)
    assert caught.value.message.startswith(f"{'(' * 60!r} is no regular expression: ")
    assert caught.value.hint == "see docs of Python's re"


def test_what_is_looked_for_ends_somewhere(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1)])
    assert len(places(kept, "storm" + " " * MOST_CHARACTERS + "volcano")) == 1
    assert len(find(kept, pattern("x?" * (MOST_CHARACTERS // 2) + "volcano")(kept))) == 1


# --- spells ---


@pytest.mark.parametrize(
    ("stood", "joined"),
    [
        ([(1, None)], ((1, None),)),
        ([(1, 3)], ((1, 3),)),
        ([(1, 3), (3, None)], ((1, None),)),
        ([(1, 3), (2, 4)], ((1, 4),)),
        ([(1, 5), (2, 3)], ((1, 5),)),
        ([(1, 3), (4, 5)], ((1, 3), (4, 5))),
        ([(1, 2), (3, 4), (5, None)], ((1, 2), (3, 4), (5, None))),
        ([(1, None), (2, 3)], ((1, None),)),
        ([(1, 2), (1, None)], ((1, None),)),
        ([(1, 2), (4, None), (5, 6)], ((1, 2), (4, None))),
    ],
)
def test_times_of_several_paragraphs_are_one_as_long_as_one_of_them_stood(
    kept: Catalogue, stood: list[tuple[int, int | None]], joined: tuple[tuple[int, int | None], ...]
) -> None:
    put_paragraphs(kept, [Stood(FERRY, f"A storm, told {n} times.", *span) for n, span in enumerate(stood)])
    assert spells(kept, "storm") == joined
    [place] = places(kept, "storm")
    assert place.stands is (joined[-1][1] is None)
    assert place.last == (joined[-1][1] or joined[-1][0])


def test_a_spell_tells_its_revisions_and_their_times(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 2, 4), Stood(FERRY, KILLED, 5)])
    hit = first(kept, "storm")
    at = [START + timedelta(days=n - 1) for n in range(9)]
    assert hit.spells == (Spell(name_of(2), at[2], name_of(4), at[4]), Spell(name_of(5), at[5]))
    assert (hit.path, hit.url, hit.headline) == (FERRY, "https://courier.example/ferry", "Ferry stops")
    assert hit.stands


# --- order and limits ---


def test_where_it_changed_last_stands_first(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1, 6), Stood(MILL, INJURED, 7), Stood(INN, INJURED, 8)])
    assert [hit.path for hit in hits(kept, places(kept, "storm"))] == [MILL, INN, FERRY]


def test_one_outlet_one_article_or_both(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(path, INJURED, born) for path, born in ((FERRY, 1), (MILL, 7), (INN, 8))])

    def found(**only: str) -> list[str]:
        return [hit.path for hit in hits(kept, places(kept, "storm", **only))]

    assert found(host="herald.example") == [MILL, INN]
    assert found(path=MILL) == [MILL]
    assert found(host="herald.example", path=FERRY) == []
    assert found(host="herald") == []


# --- wordings ---


def test_wordings_come_newest_first_and_those_that_stand_no_more_are_lost(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1, 3), Stood(FERRY, KILLED, 3, 5)])
    hit = first(kept, "storm")
    assert [(one.text, one.lost) for one in hit.wordings] == [(KILLED, True), (INJURED, True)]
    assert places(kept, "storm")[0].lost


def test_while_the_words_stand_in_one_paragraph_none_of_them_is_lost(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1, 3), Stood(FERRY, KILLED, 3)])
    assert not places(kept, "storm")[0].lost
    assert places(kept, "injured")[0].lost


def test_of_an_expression_each_match_is_looked_at_whatever_its_case(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, "12 hurt, 14 dead, 12 lost.", 1, 3), Stood(FERRY, "14 DEAD.", 3)])
    [hit] = hits(kept, find(kept, pattern(r"(?i)\d+ (hurt|dead)")(kept)))
    assert [(one.words, one.lost) for one in hit.wordings] == [(("14 DEAD",), False), (("12 hurt", "14 dead"), True)]


def test_an_expression_matches_within_a_paragraph_and_may_match_nothing(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1), Stood(FERRY, KILLED, 1)])
    assert find(kept, pattern(r"people\.\s*The")(kept)) == []
    assert len(find(kept, pattern("")(kept))[0].wordings) == 2


# --- what took its place ---


LONGER = "The storm injured 12 people. It was the worst of the whole year, said the harbour office."
SAILS = "The ferry sails at noon again."


@pytest.mark.parametrize(
    ("came", "replaced"),
    [
        ([], ""),
        ([SAILS], ""),
        ([KILLED], KILLED),
        ([SAILS, KILLED], KILLED),
        ([LONGER], LONGER),
        ([LONGER, KILLED], KILLED),
        (["The storm."], "The storm."),
    ],
)
def test_the_likest_paragraph_that_came_took_its_place(kept: Catalogue, came: list[str], replaced: str) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1, 3), *(Stood(FERRY, text, 3) for text in came)])
    assert first(kept, "injured").wordings[-1].replaced == replaced


def test_what_stands_was_not_replaced(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1), Stood(FERRY, KILLED, 3)])
    assert [one.replaced for one in first(kept, "storm").wordings] == ["", ""]


# --- earlier captures of an article ---


def test_what_came_before_the_first_observation_ends_with_it(tmp_path: Path) -> None:
    earlier = "courier.example/ferry-0123456789ab.md"
    rows = [Row(earlier, 0), Row(FERRY, 5 * DAY), Row(FERRY, 6 * DAY)]
    with catalogue_of(tmp_path, rows) as catalogue:
        put_paragraphs(catalogue, [Stood(earlier, INJURED, 1), Stood(FERRY, INJURED, 2)])
        assert {place.article: place.spells for place in places(catalogue, "storm")} == {
            1: ((1, None),),
            2: ((2, None),),
        }
        catalogue.write("UPDATE article SET url = ?", [("https://courier.example/ferry",)])
        found = {place.article: place.spells for place in places(catalogue, "storm")}
        shown = hits(catalogue, places(catalogue, "storm"))
        told = [(hit.path, one.spell.gone, one.replaced) for hit in shown for one in hit.wordings]
    assert found == {1: ((1, 2),), 2: ((2, None),)}
    assert told == [(earlier, name_of(2), ""), (FERRY, None, "")]  # it stands on: nothing took its place


def test_times_are_told_in_utc(kept: Catalogue) -> None:
    put_paragraphs(kept, [Stood(FERRY, INJURED, 1)])
    [spell] = first(kept, "storm").spells
    assert isinstance(spell.since, datetime)
    assert spell.since.utcoffset() == timedelta(0)
