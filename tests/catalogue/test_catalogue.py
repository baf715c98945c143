"""The catalogue follows the archive, and holds nothing of its own."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.catalogue.catalogue import FILE, Catalogue, keep
from newsdiff.catalogue.ranking import Asked, newest, ranked
from newsdiff.catalogue.search import Hit, find, hits, pattern, phrase
from newsdiff.catalogue.statistics import By, statistics, statistics_within
from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.errors import UsageError
from newsdiff.model import Block, BlockKind, FlagSettings, RevisionKind
from newsdiff.store import Record, Store

ASK = """
import sys
from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.store import Store
store = Store(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
with Catalogue(store) as catalogue:
    print(catalogue.rows("SELECT count(*) FROM revision")[0][0])
"""
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
FERRY, BRIDGE = "https://gazette.example/2026/03/ferry", "https://courier.example/2026/03/bridge"
CALM = "The ferry leaves the harbour of Port Amber at dawn."
INJURED = "The accident injured 12 people on Monday."
KILLED = "The accident killed 12 people on Monday."


def record(store: Store, url: str, day: int, *paragraphs: str, kind: RevisionKind = RevisionKind.EDIT) -> None:
    """One more text of an article, seen on a day of March."""
    path = store.path_of(url)
    last = store.last(path).article if path and store.last(path) else None  # type: ignore[union-attr]
    new = article(paragraphs, "News", language="en")._replace(url=url, published=START.isoformat())
    report = compare(last, new) if last else None
    kind = kind if last else RevisionKind.FIRST
    seen = START + timedelta(days=day)
    store.record([Record(new, kind, seen, None, report, path=path)], now=seen)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test that asks for ``store`` leaves it for the others."""
    return tmp_path_factory.mktemp("made") / "snapshots"


@pytest.fixture
def store(tmp_path: Path, made_once: Path) -> Store:
    """Two articles: one whose accident grew worse and went, one that was made longer."""
    if not made_once.exists():
        made = Store.create(made_once)
        record(made, FERRY, 0, CALM, INJURED)
        record(made, BRIDGE, 1, "The bridge is closed.")
        record(made, FERRY, 2, CALM, KILLED)
        record(made, BRIDGE, 3, "The bridge is closed.", "Lorries go round by the old road.")
        record(made, FERRY, 4, CALM)
    shutil.copytree(made_once, tmp_path / "snapshots", symlinks=True)
    return Store(tmp_path / "snapshots")


def found(store: Store, words: str, **only: str) -> list[Hit]:
    with Catalogue(store) as catalogue:
        return hits(catalogue, find(catalogue, phrase(words)(catalogue), **only))


def days(hit: Hit) -> list[tuple[int, int | None]]:
    """The days of March on which spells began and ended."""
    return [((s.since - START).days, (s.until - START).days if s.until else None) for s in hit.spells]


# --- silence ---


def test_an_empty_store_has_an_empty_catalogue(tmp_path: Path) -> None:
    empty = Store.create(tmp_path / "snapshots")
    assert found(empty, "accident") == []
    with Catalogue(empty) as catalogue:
        assert list(newest(catalogue, Asked())) == []
        assert statistics(catalogue, By.OUTLET) == {}


def test_words_that_never_stood_are_not_found(store: Store) -> None:
    assert found(store, "volcano") == found(store, "people killed") == found(store, "acciden") == []


def test_a_catalogue_is_kept_only_where_somebody_asked_for_one(store: Store) -> None:
    keep(store)
    assert not (store.private / FILE).exists()
    found(store, "accident")
    record(store, FERRY, 5, CALM, KILLED)
    keep(store)
    db = sqlite3.connect(store.private / FILE)
    assert db.execute("SELECT count(*) FROM revision").fetchone() == (6,)
    db.close()


# --- words ---


def test_words_are_found_with_the_time_in_which_they_stood(store: Store) -> None:
    [hit] = found(store, "Accident")
    assert (hit.url, days(hit), hit.stands) == (FERRY, [(0, 4)], False)
    assert days(found(store, "killed 12")[0]) == [(2, 4)]
    assert found(store, "the FERRY leaves")[0].stands


def test_words_that_come_back_have_two_spells(store: Store) -> None:
    record(store, FERRY, 6, CALM, KILLED)
    [hit] = found(store, "killed")
    assert days(hit) == [(2, 4), (6, None)]
    assert [wording.text for wording in hit.wordings] == [KILLED, KILLED]


def test_the_words_of_a_removed_article_stand_no_more(store: Store) -> None:
    record(store, BRIDGE, 7, "The bridge is closed.", kind=RevisionKind.REMOVED)
    assert days(found(store, "bridge")[0]) == [(1, 7)]


def test_only_an_outlet_or_an_article(store: Store) -> None:
    assert [hit.url for hit in found(store, "the")] == [BRIDGE, FERRY]
    assert [hit.url for hit in found(store, "the", host="courier.example")] == [BRIDGE]
    assert [hit.url for hit in found(store, "the", path=found(store, "accident")[0].path)] == [FERRY]


def test_scripts_without_spaces_are_searched_too(store: Store) -> None:
    record(store, BRIDGE, 8, "橋は閉鎖された。死者は十二人。")
    assert days(found(store, "死者")[0]) == [(8, None)]
    assert found(store, "者死") == []


def test_a_regular_expression_matches_within_paragraphs(store: Store) -> None:
    with Catalogue(store) as catalogue:
        assert len(find(catalogue, pattern(r"(injured|killed) \d+")(catalogue))) == 1
        assert find(catalogue, pattern("zzz")(catalogue)) == []


def test_each_wording_is_quoted_with_the_time_in_which_it_stood(store: Store) -> None:
    worse = KILLED.replace("12", "17")
    record(store, BRIDGE, 5, CALM, KILLED)
    record(store, BRIDGE, 6, CALM, worse)
    [hit] = [hit for hit in found(store, "killed") if hit.url == BRIDGE]
    assert days(hit) == [(5, None)]
    told = [(one.text, (one.spell.since - START).days, one.spell.until, one.replaced) for one in hit.wordings]
    assert told == [(worse, 6, None, ""), (KILLED, 5, START + timedelta(days=6), worse)]
    with Catalogue(store) as catalogue:
        for one in hit.wordings:
            [text] = catalogue.store.read_all(catalogue.store.recorded([one.spell.born]))
            assert one.text in text.article.text


def test_words_that_matched_are_lost_where_no_paragraph_has_them_now(store: Store) -> None:
    record(store, BRIDGE, 5, CALM, KILLED)
    record(store, BRIDGE, 6, CALM, KILLED.replace("12", "17"), "In 2019 a storm killed 3 people.")
    record(store, BRIDGE, 7, CALM, KILLED.replace("12", "17"), "In 2019 a great storm Killed 3 people.")
    with Catalogue(store) as catalogue:
        places = find(catalogue, pattern(r"(?i)killed \d+")(catalogue))
        [hit] = [hit for hit in hits(catalogue, places) if hit.url == BRIDGE]
    assert [(one.words, one.lost) for one in hit.wordings] == [
        (("Killed 3",), False),
        (("killed 17",), False),
        (("killed 3",), False),
        (("killed 12",), True),
    ]
    assert not any(one.lost for hit in found(store, "the ferry") for one in hit.wordings)
    assert all(one.lost for one in found(store, "injured")[0].wordings)


@pytest.mark.parametrize("words", ["", " - ", "..."])
def test_what_holds_no_word_is_a_usage_error(words: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        phrase(words)


@pytest.mark.parametrize("expression", ["(", "*", "a{99999999999}"])
def test_what_is_no_expression_is_a_usage_error(expression: str) -> None:
    with pytest.raises(UsageError, match="no regular expression"):
        pattern(expression)


@pytest.mark.parametrize("words", ['say "no" NOT', "a* OR b", "NEAR(a b)", "col:x", "'; DROP TABLE note; --"])
def test_what_means_something_to_the_engine_is_mere_words(store: Store, words: str) -> None:
    assert found(store, words) == []


# --- edits ---


ALL = Asked()


def weights(store: Store, asked: Asked = ALL) -> list[tuple[str, int]]:
    """URL and day of the edits, by weight."""
    with Catalogue(store) as catalogue:
        return [(r.url, (r.seen_at - START).days) for r in ranked(catalogue, asked, lambda _url: FlagSettings())]


def test_the_gravest_edit_comes_first(store: Store) -> None:
    assert weights(store)[0] == (FERRY, 2)
    with Catalogue(store) as catalogue:
        assert [(r.seen_at - START).days for r in newest(catalogue, Asked())] == [4, 3, 2]


def test_severity_orders_before_weight_and_what_nobody_was_told_of_before_what_came_with_a_note(store: Store) -> None:
    weights(store)
    told = {2: ("high", 90, "note"), 3: ("high", 90, "no"), 4: ("medium", 99, "no")}
    with Catalogue(store) as catalogue:
        rows = [(*facts, int((START + timedelta(days=day)).timestamp())) for day, facts in told.items()]
        catalogue.write("UPDATE revision SET severity = ?, weight = ?, disclosed = ? WHERE seen = ?", rows)
    assert [day for _, day in weights(store)] == [3, 2, 4]


def test_edits_of_a_time_an_outlet_or_with_words(store: Store) -> None:
    assert weights(store, Asked(since=START + timedelta(days=3), until=START + timedelta(days=3, hours=1))) == [
        (BRIDGE, 3)
    ]
    assert {url for url, _ in weights(store, Asked(host="courier.example"))} == {BRIDGE}
    with Catalogue(store) as catalogue:
        touched = Asked(paragraphs=phrase("killed")(catalogue))
        assert [(r.seen_at - START).days for r in newest(catalogue, touched)] == [4, 2]


def test_edits_that_were_recorded_without_a_weight_are_judged_when_asked_for(store: Store) -> None:
    expected = weights(store)
    db = sqlite3.connect(store.private / FILE)
    with db:
        db.execute("UPDATE revision SET weight = NULL")
    db.close()
    assert weights(store) == expected
    db = sqlite3.connect(store.private / FILE)
    assert db.execute("SELECT count(*) FROM revision WHERE kind = 'edit' AND weight IS NULL").fetchone() == (0,)
    db.close()


# --- figures ---


def test_edits_are_counted_by_outlet(store: Store) -> None:
    with Catalogue(store) as catalogue:
        counts = statistics(catalogue, By.OUTLET)
    assert list(counts) == ["courier.example", "gazette.example"]
    ferry = counts["gazette.example"]
    assert (len(ferry.articles), ferry.edits, ferry.undisclosed, ferry.first_edit) == (1, 2, 2, 2 * 86_400)


def test_edits_are_counted_by_flag_month_hour_and_tag(store: Store) -> None:
    with Catalogue(store) as catalogue:
        assert statistics(catalogue, By.FLAG)["event"].edits == 1
        assert statistics(catalogue, By.MONTH)["2026-03"].edits == 3
        assert statistics(catalogue, By.HOUR)["08"].edits == 3
        path = store.path_of(FERRY)
        assert path
        assert statistics(catalogue, By.TAG, tags={path: ("city",)})["city"].edits == 2


# --- damage ---


def test_counts_within_each_outlet_are_those_of_the_outlet_alone(store: Store) -> None:
    with Catalogue(store) as catalogue:
        within = statistics_within(catalogue, By.OUTLET, (By.WEEK, By.FLAG))
        for host, counts in within.items():
            for by, counted in counts.items():
                assert counted == statistics(catalogue, by, host=host)
        whole = statistics(catalogue, By.WEEK)
        assert sum(c.edits for c in whole.values()) == sum(c.edits for c in statistics(catalogue, By.OUTLET).values())
        assert all(len(name) == 8 and name[4:6] == "-W" for name in whole)


def test_what_the_message_tells_of_an_edit_is_in_the_catalogue(store: Store) -> None:
    with Catalogue(store) as catalogue:
        told = dict(catalogue.rows("SELECT name, summary || '|' || lines FROM revision"))
    for revision in store.changes():
        assert told[revision.id] == f"{revision.summary}|" + "\n".join(revision.lines)


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_catalogue_is_made_anew(store: Store, damage: bytes) -> None:
    whole = found(store, "accident")
    (store.private / FILE).write_bytes(damage)
    assert found(store, "accident") == whole


def test_several_that_come_at_once_make_one_catalogue(store: Store) -> None:
    ask = [sys.executable, "-c", ASK, str(store.path)]
    root = str(Path(__file__).parents[2])
    pipe, environment = subprocess.PIPE, os.environ | {"PYTHONPATH": root}
    asked = [subprocess.Popen(ask, stdin=pipe, stdout=pipe, text=True, env=environment) for _ in range(6)]
    for process in asked:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in asked:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate()[0] for process in asked] == ["5\n"] * 6


def test_a_catalogue_of_another_archive_is_made_anew(store: Store, tmp_path: Path) -> None:
    found(store, "accident")
    other = Store.create(tmp_path / "other")
    record(other, BRIDGE, 0, "The bridge is open.")
    (other.private / FILE).write_bytes((store.private / FILE).read_bytes())
    assert found(other, "accident") == []
    assert len(found(other, "bridge")) == 1


def test_a_catalogue_of_another_version_is_made_anew(store: Store) -> None:
    found(store, "accident")
    with sqlite3.connect(store.private / FILE) as db:
        db.executescript("ALTER TABLE revision DROP COLUMN dismissed; PRAGMA user_version = 8")
    db.close()
    with Catalogue(store) as catalogue:
        assert {flag for (flag,) in catalogue.rows("SELECT dismissed FROM revision")} == {0}


# --- quotations that were taken out ---

QUOTED = "\u201cWe were never asked about any of this,\u201d said Ann Lee, who runs the bakery."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (QUOTED, QUOTED.replace("of this", "of it")),
        (QUOTED, f"{QUOTED} The council was silent."),
        (QUOTED, 'On Monday Ann Lee, of the bakery, said: "We were never asked about any of this."'),
        ('The so-called "Act" was passed on Monday.', "The act was passed on Monday."),
        (CALM, INJURED),
        (CALM, QUOTED),
    ],
)
def test_a_quotation_that_was_kept_changed_or_brought_was_not_taken_out(
    tmp_path: Path, before: str, after: str
) -> None:
    store = Store.create(tmp_path / "snapshots")
    record(store, FERRY, 0, CALM + " It was so.", before)
    record(store, FERRY, 1, CALM + " It was so.", after)
    with Catalogue(store) as catalogue:
        assert list(newest(catalogue, Asked(unquoted=True))) == []


@pytest.mark.parametrize(
    "after", ["Ann Lee, who runs the bakery, was critical.", "", QUOTED.translate(dict.fromkeys((0x201C, 0x201D)))]
)
def test_a_quotation_that_went_or_lost_its_marks_was_taken_out(tmp_path: Path, after: str) -> None:
    store = Store.create(tmp_path / "snapshots")
    record(store, FERRY, 0, CALM, QUOTED)
    record(store, BRIDGE, 0, CALM, QUOTED)
    record(store, FERRY, 1, CALM, *([after] if after else []))
    record(store, BRIDGE, 1, QUOTED, CALM, "And more.")
    record(store, BRIDGE, 2, QUOTED, kind=RevisionKind.REMOVED)
    with Catalogue(store) as catalogue:
        [found] = newest(catalogue, Asked(unquoted=True))
        assert (found.url, (found.seen_at - START).days) == (FERRY, 1)


def test_a_block_that_is_set_as_a_quotation_needs_no_marks(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "snapshots")
    told = article([CALM], "News", language="en")._replace(url=FERRY)
    set_apart = Block(BlockKind.QUOTE, "We were never asked about any of this")
    first = told._replace(blocks=(*told.blocks, set_apart))
    store.record([Record(first, RevisionKind.FIRST, START)], now=START)
    path = store.path_of(FERRY)
    assert path
    later = START + timedelta(days=1)
    store.record([Record(told, RevisionKind.EDIT, later, None, compare(first, told), path=path)], now=later)
    with Catalogue(store) as catalogue:
        assert len(list(newest(catalogue, Asked(unquoted=True)))) == 1


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/New_York"])
def machine_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """A machine in another part of the world."""
    with pytest.MonkeyPatch.context() as changing:
        changing.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("machine_zone")
def test_a_claimed_time_without_a_zone_is_the_same_on_every_machine(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "snapshots")
    for number, claim in enumerate(("2026-03-02T08:00:00", "2026-03-02T08:00:00Z", "2026-03-02", "soon")):
        text = article(["Text."])._replace(url=f"https://gazette.example/{number}", published=claim)
        store.record([Record(text, RevisionKind.FIRST, START)], now=START)
    with Catalogue(store) as catalogue:
        found = [seconds for (seconds,) in catalogue.rows("SELECT published FROM article ORDER BY id")]
    assert found == [int(START.timestamp())] * 2 + [int(START.timestamp()) - 8 * 3600, None]
