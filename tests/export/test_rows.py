"""The rows of an export: of an empty store, of each selection, since a mark, in batches; and the lines of the log."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.export import rows as export_rows
from newsdiff.export.rows import Mark, Row, Selection, StoreRows
from newsdiff.export.tables import ARTICLES, FINDINGS, OBSERVATIONS, PARAGRAPHS, REVISIONS, TABLES, Table
from newsdiff.model import Status
from newsdiff.watch.state import observation_log
from newsdiff.watch.state.observation import Event, Observation
from newsdiff.watch.state.observation_log import LogPosition
from tests.kit import catalogues
from tests.kit.catalogues import DAY, START, Stood, catalogue_of, name_of, put_paragraphs

FERRY, MILL, INN = "courier.example/ferry.md", "herald.example/mill.md", "herald.example/inn.md"
START_SECONDS = int(START.timestamp())
TAGS = {FERRY: ("harbour", "boats"), INN: ("food",)}
KEPT = (
    catalogues.Row(FERRY, 0, "first", headline="Ferry stops", published=-60),
    catalogues.Row(MILL, DAY, "first", published=None, headline=""),
    catalogues.Row(
        FERRY, 2 * DAY, flags="number", severity="high", lines="number, name  12 -> 14\nadded  (none) -> Now"
    ),
    catalogues.Row(INN, 3 * DAY, "first"),
    catalogues.Row(FERRY, 4 * DAY, "reclean", headline="Ferry stops", lines="moved  A word"),
)
STOOD = (
    Stood(FERRY, "It stops.", 1),
    Stood(FERRY, "It took 12.", 1, 3),
    Stood(MILL, "It turns.", 2),
    Stood(FERRY, "It took 14.", 3),
    Stood(INN, "It is closed.", 4, kind="quote"),
)


def seen(day: int, url: str, event: Event = Event.VISIT, **facts: object) -> Observation:
    return Observation(START + timedelta(days=day), url, event, **facts)  # type: ignore[arg-type]


LOG = (
    seen(0, "https://courier.example/ferry", status=Status.FIRST, path=FERRY, http=200, words=40, revision=name_of(1)),
    seen(1, "https://courier.example/ferry", status=Status.UNCHANGED),
    seen(2, "herald.example", Event.REST, error="wait"),
    seen(3, "https://nowhere.example/a?token=s3cr3t", status=Status.SUSPECT, reasons=("shrunk", "other")),
    seen(4, "https://herald.example/new", Event.FOUND, source="https://herald.example/feed?key=s3cr3t"),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with catalogue_of(tmp_path_factory.mktemp("rows"), KEPT) as catalogue:
        put_paragraphs(catalogue, STOOD)
        observation_log.append(catalogue.store.private, LOG)
        yield catalogue


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with catalogue_of(tmp_path_factory.mktemp("nothing"), ()) as catalogue:
        yield catalogue


def rows(catalogue: Catalogue, table: Table, mark: Mark = Mark(), **selection: object) -> list[Row]:  # noqa: B008
    of = StoreRows(catalogue, TAGS, Selection(**selection))  # type: ignore[arg-type]
    return [row for batch in of.batches(table, mark) for row in batch]


def columns(catalogue: Catalogue, table: Table, *names: str, **selection: object) -> list[Row]:
    """Some columns of a table's rows."""
    places = [[column.name for column in table.columns].index(name) for name in names]
    return [tuple(row[place] for place in places) for row in rows(catalogue, table, **selection)]  # type: ignore[arg-type]


# --- silence ---


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_empty_store_has_no_rows(nothing: Catalogue, table: Table) -> None:
    assert rows(nothing, table) == []
    assert StoreRows(nothing, {}, Selection()).newest == 0


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_row_has_a_value_for_each_column(kept: Catalogue, table: Table) -> None:
    found = rows(kept, table)
    assert found
    assert {len(row) for row in found} == {len(table.columns)}
    assert len({row[0] for row in found}) == len(found)


@pytest.mark.parametrize("only", [{"host": "nowhere"}, {"tag": "nothing"}, {"since": START + timedelta(days=99)}])
def test_a_selection_of_nothing_has_none(kept: Catalogue, only: dict[str, object]) -> None:
    for table in TABLES:
        assert rows(kept, table, **only) == []  # type: ignore[arg-type]


# --- the tables ---


def test_articles_tell_their_times_their_counts_and_tags(kept: Catalogue) -> None:
    ferry, mill, _ = rows(kept, ARTICLES)
    start = START_SECONDS
    url = "https://courier.example/ferry"
    assert ferry == (
        1,
        FERRY,
        url,
        "courier.example",
        "Ferry stops",
        start - 60,
        start,
        start + 2 * DAY,
        3,
        "harbour,boats",
    )
    assert (mill[5], mill[8], mill[9]) == (None, 1, "")


def test_what_our_own_cleaner_changed_is_no_change_of_the_article(kept: Catalogue) -> None:
    assert columns(kept, ARTICLES, "last_changed", "revisions")[0] == (START_SECONDS + 2 * DAY, 3)


def test_revisions_come_in_the_archives_order(kept: Catalogue) -> None:
    assert columns(kept, REVISIONS, "revision", "article", "number", "kind") == [
        (1, 1, 1, "first"), (2, 2, 1, "first"), (3, 1, 2, "edit"), (4, 3, 1, "first"), (5, 1, 3, "reclean"),
    ]  # fmt: skip


def test_paragraphs_tell_since_when_and_until_when(kept: Catalogue) -> None:
    assert columns(kept, PARAGRAPHS, "article", "born", "gone", "kind", "text")[1:3] == [
        (1, 1, 3, "paragraph", "It took 12."),
        (2, 2, None, "paragraph", "It turns."),
    ]


def test_findings_have_their_rank_their_kinds_and_both_sides(kept: Catalogue) -> None:
    assert rows(kept, FINDINGS) == [
        (301, 3, 1, "number,name", "12", "14"),
        (302, 3, 1, "added", "", "Now"),
        (501, 5, 1, "moved", "", "A word"),
    ]


def test_no_more_findings_than_a_key_can_tell_apart(tmp_path: Path) -> None:
    lines = "\n".join(f"number  {n} -> {n + 1}" for n in range(120))
    with catalogue_of(tmp_path, [catalogues.Row(FERRY, 0, lines=lines)]) as catalogue:
        keys = [row[0] for row in rows(catalogue, FINDINGS)]
    assert keys == list(range(101, 200))


# --- the log ---


def test_observations_are_told_with_the_article_of_their_address(kept: Catalogue) -> None:
    assert columns(kept, OBSERVATIONS, "observation", "event", "status", "article", "commit") == [
        (1, "visit", "first", 1, name_of(1)),
        (2, "visit", "unchanged", 1, ""),
        (3, "rest", "", None, ""),
        (4, "visit", "suspect", None, ""),
        (5, "found", "", None, ""),
    ]


def test_what_an_observation_says_beside(kept: Catalogue) -> None:
    told = columns(kept, OBSERVATIONS, "http", "words", "error", "reasons")
    assert told[0] == (200, 40, "", "")
    assert told[2] == (None, None, "wait", "")
    assert told[3] == (None, None, "", "shrunk; other")


def test_secrets_in_addresses_are_masked(kept: Catalogue) -> None:
    assert "s3cr3t" not in str(rows(kept, OBSERVATIONS))
    assert columns(kept, OBSERVATIONS, "source")[4][0].startswith("https://herald.example/feed")


# --- selections ---


def test_an_outlet_has_its_articles_and_what_was_seen_of_it(kept: Catalogue) -> None:
    only = {"host": "herald.example"}
    assert columns(kept, ARTICLES, "path", **only) == [(MILL,), (INN,)]
    assert columns(kept, REVISIONS, "revision", **only) == [(2,), (4,)]
    assert columns(kept, PARAGRAPHS, "text", **only) == [("It turns.",), ("It is closed.",)]
    assert rows(kept, FINDINGS, **only) == []  # type: ignore[arg-type]
    assert columns(kept, OBSERVATIONS, "event", **only) == [("rest",), ("found",)]


def test_a_tag_has_no_observation_of_another_address(kept: Catalogue) -> None:
    assert columns(kept, ARTICLES, "path", tag="boats") == [(FERRY,)]
    assert columns(kept, OBSERVATIONS, "status", tag="boats") == [("first",), ("unchanged",)]
    assert columns(kept, OBSERVATIONS, "status", tag="food") == []


def test_since_a_time_what_was_seen_then_counts(kept: Catalogue) -> None:
    since = {"since": START + timedelta(days=2)}
    assert columns(kept, ARTICLES, "path", **since) == [(FERRY,), (INN,)]
    assert columns(kept, REVISIONS, "revision", **since) == [(3,), (4,), (5,)]
    assert columns(kept, OBSERVATIONS, "observation", "event", **since) == [(1, "rest"), (2, "visit"), (3, "found")]


def test_paragraphs_that_went_before_that_time_are_left_out(kept: Catalogue) -> None:
    at, after = START + timedelta(days=2), START + timedelta(days=2, seconds=1)
    assert ("It took 12.",) in columns(kept, PARAGRAPHS, "text", since=at)
    assert ("It took 12.",) not in columns(kept, PARAGRAPHS, "text", since=after)
    assert ("It stops.",) in columns(kept, PARAGRAPHS, "text", since=after)


# --- since a mark ---


def test_behind_a_mark_what_came_or_went_since_is_told(kept: Catalogue) -> None:
    mark = Mark(revision=2)
    assert [row[0] for row in rows(kept, REVISIONS, mark)] == [3, 4, 5]
    assert [row[6] for row in rows(kept, PARAGRAPHS, mark)] == ["It took 12.", "It took 14.", "It is closed."]
    assert [row[0] for row in rows(kept, FINDINGS, mark)] == [301, 302, 501]
    assert len(rows(kept, ARTICLES, mark)) == 3
    assert rows(kept, REVISIONS, Mark(revision=5)) == []


def test_the_log_is_read_on_from_where_it_was_left(kept: Catalogue) -> None:
    of = StoreRows(kept, TAGS, Selection())
    assert (of.observations, of.log_end) == (0, LogPosition())
    assert len([row for batch in of.batches(OBSERVATIONS) for row in batch]) == of.observations == 5
    assert of.log_end != LogPosition()
    mark = Mark(of.newest, of.observations, of.log_end)
    assert rows(kept, OBSERVATIONS, mark) == []
    assert mark.revision == 5


def test_a_line_that_is_none_is_passed_over(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, ()) as catalogue:
        observation_log.append(catalogue.store.private, LOG[:1])
        [file] = (catalogue.store.private / "log").iterdir()
        file.write_bytes(b"{torn\n" + file.read_bytes() + b'{"half')
        assert [row[:3] for row in rows(catalogue, OBSERVATIONS)] == [(1, START_SECONDS, "visit")]


# --- batches ---


@pytest.mark.parametrize("most", [1, 2, 3, 5, 6])
def test_batches_of_any_size_hold_the_same_rows(kept: Catalogue, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {table.name: rows(kept, table) for table in TABLES}
    monkeypatch.setattr(export_rows, "BATCH_ROWS", most)
    for table in TABLES:
        batches = list(StoreRows(kept, TAGS, Selection()).batches(table))
        assert [row for batch in batches for row in batch] == whole[table.name]
        assert all(batches)
        if table is not FINDINGS:  # a revision has several
            assert all(len(batch) <= most for batch in batches)
