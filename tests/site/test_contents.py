"""What a site lists: of an empty store, of one; what is an edit, flagged, told; the last days; the gravest."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.model import FlagSettings
from newsdiff.site.contents import WEEK, Contents, ListedArticle, ListedRevision, gravest
from tests.kit.catalogues import DAY, HOUR, START, Row, catalogue_of, name_of

FERRY, MILL = "courier.example/ferry.md", "herald.example/mill.md"
ROWS = (
    Row(FERRY, 0, "first", headline="Ferry stops"),
    Row(MILL, HOUR, "first", published=None),
    Row(
        FERRY,
        DAY,
        flags="number",
        severity="high",
        disclosed="no",
        weight=40,
        summary="12 -> 14",
        lines="number  12 -> 14",
    ),
    Row(FERRY, 2 * DAY, "revert", flags="wording", summary="14 -> 12", headline="Ferry sails"),
    Row(FERRY, 3 * DAY, "reclean", flags="number", summary="read anew"),
    Row(MILL, 35 * DAY, "removed"),
    Row(MILL, 36 * DAY, "restored", disclosed="note"),
    Row(FERRY, 36 * DAY, flags="name", weight=30, summary="Ann -> Anna", headline="Ferry sails"),
    Row(MILL, 37 * DAY, "moved"),
)
ABOUT = ListedRevision(1, "c", FERRY, 2, 0, "edit", (), "", "", 0.0)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("contents"), ROWS) as catalogue:
        yield Contents(catalogue, {FERRY: ("harbour",)})


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("nothing"), ()) as catalogue:
        yield Contents(catalogue, {})


# --- nothing ---


def test_an_empty_store_lists_nothing(nothing: Contents) -> None:
    assert (nothing.articles, nothing.edits, nothing.newest) == ({}, [], 0)
    assert nothing.until == datetime(1970, 1, 1, tzinfo=UTC)
    assert nothing.within(WEEK) == []
    assert nothing.summaries() == {}
    assert nothing.summaries_and_lines([]) == {}
    nothing.weigh(lambda _url: FlagSettings())
    assert nothing.edits == []


def test_of_no_edits_none_is_the_gravest() -> None:
    assert gravest([], 3) == []


# --- one revision ---


@pytest.mark.parametrize(
    ("kind", "flags", "flagged"),
    [
        ("edit", (), False),
        ("edit", ("wording",), False),
        ("edit", ("wording", "number"), True),
        ("revert", ("name",), True),
        ("removed", (), True),
        ("restored", (), False),
    ],
)
def test_what_alarms_a_reader_is_flagged_and_a_removal_does(kind: str, flags: tuple[str, ...], flagged: bool) -> None:
    assert ABOUT._replace(kind=kind, flags=flags).flagged is flagged


@pytest.mark.parametrize(
    ("disclosed", "flags", "undisclosed", "corrects"),
    [
        ("note", (), False, True),
        ("no", (), True, False),
        ("time", ("number",), True, False),
        ("unknown", ("correction",), True, True),
        ("", (), True, False),
    ],
)
def test_only_a_note_tells_readers_and_a_note_that_changed_corrects(
    disclosed: str, flags: tuple[str, ...], undisclosed: bool, corrects: bool
) -> None:
    found = ABOUT._replace(disclosed=disclosed, flags=flags)
    assert (found.undisclosed, found.corrects) == (undisclosed, corrects)


# --- a store ---


def test_articles_come_with_their_commits_and_times(contents: Contents) -> None:
    start = int(START.timestamp())
    assert list(contents.articles) == [FERRY, MILL]
    assert contents.articles[FERRY] == ListedArticle(
        FERRY, "https://courier.example/ferry", "courier.example", "Ferry sails", start, ("harbour",),
        tuple(map(name_of, (1, 3, 4, 5, 8))), start, start + 36 * DAY,
    )  # fmt: skip
    mill = contents.articles[MILL]
    assert (mill.published, mill.tags, len(mill.commits)) == (None, (), 4)


def test_edits_come_newest_first_and_no_first_sight_move_or_reclean_is_one(contents: Contents) -> None:
    assert [r.id for r in contents.edits] == [8, 7, 6, 4, 3]
    assert contents.edits[0].flags == ("name",)
    assert contents.edits[1].flags == ()


def test_what_was_filled_in_later_stands_where_it_was_seen(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, [Row(FERRY, 9), Row(FERRY, 7), Row(FERRY, 9)]) as catalogue:
        assert [r.id for r in Contents(catalogue, {}).edits] == [3, 1, 2]


def test_the_newest_is_that_of_any_revision(contents: Contents) -> None:
    assert contents.until == START + timedelta(days=37)


def test_a_span_ends_with_the_newest_and_its_first_second_is_not_in_it(contents: Contents) -> None:
    assert [r.id for r in contents.within(WEEK)] == [8, 7, 6]
    assert [r.id for r in contents.within(timedelta(days=1))] == []
    assert [r.id for r in contents.within(timedelta(days=1, seconds=1))] == [8, 7]
    assert [r.id for r in contents.within(timedelta(days=99), contents.edits[3:])] == [4, 3]


def test_what_was_said_of_edits(contents: Contents) -> None:
    assert contents.summaries_and_lines([3, 4, 99]) == {3: ("12 -> 14", ("number  12 -> 14",)), 4: ("14 -> 12", ())}
    assert contents.summaries() == {FERRY: ["Ann -> Anna", "read anew", "14 -> 12", "12 -> 14"]}


def test_what_has_a_weight_is_not_weighed_again(contents: Contents) -> None:
    before = list(contents.edits)
    contents.weigh(lambda _url: FlagSettings())
    assert contents.edits == before


# --- the gravest ---


def test_severity_comes_before_weight_then_silence_then_time() -> None:
    def edit(number: int, severity: str, weight: float | None, disclosed: str = "no", seen: int = 0) -> ListedRevision:
        return ABOUT._replace(id=number, severity=severity, weight=weight, disclosed=disclosed, seen=seen)

    edits = [
        edit(1, "", None),
        edit(2, "low", 90),
        edit(3, "high", 10),
        edit(4, "high", 50, "note"),
        edit(5, "high", 50),
        edit(6, "medium", 99),
        edit(7, "high", 50, seen=9),
        edit(8, "high", 50, seen=9),
    ]
    assert [r.id for r in gravest(edits, 99)] == [8, 7, 5, 4, 3, 6, 2, 1]
    assert [r.id for r in gravest(reversed(edits), 3)] == [8, 7, 5]
    assert gravest(edits, 0) == []
