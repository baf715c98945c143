"""Edits counted: of nothing, of one, of many; what is no edit; each way to group them; how soon the first came."""

from collections.abc import Iterator
from datetime import UTC, timedelta, timezone

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.statistics import By, Count, first_edit, statistics, statistics_within
from tests.kit.catalogues import DAY, HOUR, START, Row, catalogue_of

FERRY, BRIDGE, MILL = "courier.example/ferry.md", "courier.example/bridge.md", "herald.example/mill.md"
TAGS = {FERRY: ("harbour", "council"), MILL: ("harbour",)}
ROWS = (
    Row(FERRY, HOUR, "first"),
    Row(BRIDGE, HOUR, "first", published=None),
    Row(MILL, 2 * HOUR, "first", published=30 * DAY),
    Row(FERRY, 3 * HOUR, flags="number,event", severity="high", disclosed="note"),
    Row(FERRY, 4 * HOUR, flags="wording", disclosed="no"),
    Row(BRIDGE, DAY, "revert", disclosed="time"),
    Row(FERRY, 2 * DAY, "reclean", flags="number"),
    Row(MILL, 6 * DAY, "edit", flags="name"),
    Row(MILL, 7 * DAY, "removed"),
    Row(MILL, 31 * DAY, "restored"),
    Row(BRIDGE, 31 * DAY, "moved"),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with catalogue_of(tmp_path_factory.mktemp("statistics"), ROWS) as catalogue:
        yield catalogue


def edits(catalogue: Catalogue, by: By, **only: object) -> dict[str, int]:
    """How many edits each group has."""
    return {name: count.edits for name, count in statistics(catalogue, by, **only).items()}  # type: ignore[arg-type]


# --- nothing ---


def test_of_nothing_there_is_no_median() -> None:
    assert first_edit([]) is None
    assert first_edit([Count(), Count()]) is None
    assert Count().first_edit is None


def test_a_time_or_an_outlet_without_a_revision_has_no_group(kept: Catalogue) -> None:
    assert statistics(kept, By.OUTLET, host="nowhere.example") == {}
    assert statistics(kept, By.FLAG, since=START + timedelta(days=99)) == {}
    assert statistics(kept, By.KIND, until=START) == {}


def test_articles_without_a_tag_stand_in_no_group(kept: Catalogue) -> None:
    assert statistics(kept, By.TAG) == {}
    assert set(edits(kept, By.TAG, tags={BRIDGE: ()})) == set()


# --- what is counted ---


def test_an_outlet_counts_its_articles_edits_flags_and_notes(kept: Catalogue) -> None:
    courier = statistics(kept, By.OUTLET)["courier.example"]
    assert (len(courier.articles), len(courier.edited)) == (2, 2)
    assert (courier.edits, courier.flagged, courier.undisclosed) == (3, 1, 2)


def test_a_removal_is_an_edit_and_what_came_back_or_moved_is_none(kept: Catalogue) -> None:
    assert edits(kept, By.KIND) == {
        "edit": 3, "first": 0, "moved": 0, "reclean": 0, "removed": 1, "restored": 0, "revert": 1,
    }  # fmt: skip


def test_wording_alone_is_no_flag_and_beside_another_does_no_harm(kept: Catalogue) -> None:
    told = statistics(kept, By.FLAG)
    assert {name: count.flagged for name, count in told.items()} == {"event": 1, "name": 1, "number": 1, "wording": 0}
    assert told["number"].edits == 1  # a reclean is none


def test_an_article_that_was_only_seen_is_counted_but_not_as_edited(kept: Catalogue) -> None:
    first = statistics(kept, By.OUTLET, until=START + timedelta(hours=2))
    assert {name: (len(c.articles), len(c.edited)) for name, c in first.items()} == {
        "courier.example": (2, 0),
        "herald.example": (1, 0),
    }


# --- groups ---


def test_each_way_to_group(kept: Catalogue) -> None:
    assert edits(kept, By.OUTLET) == {"courier.example": 3, "herald.example": 2}
    assert edits(kept, By.ARTICLE) == {BRIDGE: 1, FERRY: 2, MILL: 2}
    assert edits(kept, By.WEEK) == {"2026-W10": 4, "2026-W11": 1, "2026-W14": 0}
    assert edits(kept, By.MONTH) == {"2026-03": 5, "2026-04": 0}
    assert edits(kept, By.HOUR) == {"08": 3, "09": 0, "10": 0, "11": 1, "12": 1}
    assert edits(kept, By.TAG, tags=TAGS) == {"council": 2, "harbour": 4}


def test_the_zone_moves_hours_and_weeks(kept: Catalogue) -> None:
    assert edits(kept, By.HOUR, zone=timezone(timedelta(hours=-9)))["23"] == 3
    assert edits(kept, By.WEEK, zone=timezone(timedelta(hours=-9)))["2026-W10"] == 5
    assert edits(kept, By.WEEK, zone=UTC)["2026-W10"] == 4


def test_weeks_are_those_of_the_iso_year(tmp_path_factory: pytest.TempPathFactory) -> None:
    new_year = int((START.replace(year=2027, month=1, day=1) - START).total_seconds())
    with catalogue_of(tmp_path_factory.mktemp("year"), [Row(FERRY, new_year)]) as catalogue:
        assert edits(catalogue, By.WEEK) == {"2026-W53": 1}
        assert edits(catalogue, By.MONTH) == {"2027-01": 1}


def test_limits_of_a_time_are_within_it(kept: Catalogue) -> None:
    at = START + timedelta(hours=4)
    assert edits(kept, By.OUTLET, since=at, until=at) == {"courier.example": 1}


# --- the first edit ---


def test_how_soon_the_first_edit_came_is_counted_from_the_claim(kept: Catalogue) -> None:
    told = statistics(kept, By.ARTICLE)
    assert told[FERRY].first_edits == [3 * HOUR]
    assert told[FERRY].first_edit == 3 * HOUR


def test_without_a_claim_or_with_one_of_the_future_it_is_not(kept: Catalogue) -> None:
    told = statistics(kept, By.ARTICLE)
    assert told[BRIDGE].first_edits == told[MILL].first_edits == []


def test_the_first_edit_lies_before_a_time_that_is_asked_for(kept: Catalogue) -> None:
    later = statistics(kept, By.ARTICLE, since=START + timedelta(hours=4))
    assert later[FERRY].first_edits == []


def test_the_median_is_over_all_groups() -> None:
    assert first_edit([Count(first_edits=[60]), Count(first_edits=[20, 40])]) == 40
    assert first_edit([Count(first_edits=[60]), Count(first_edits=[20])]) == 40.0
    assert Count(first_edits=[7]).first_edit == 7


# --- several at once ---


def test_counts_within_tags_are_those_of_the_tags_articles(kept: Catalogue) -> None:
    within = statistics_within(kept, By.TAG, (By.KIND, By.OUTLET), tags=TAGS)
    assert list(within) == ["council", "harbour"]
    assert {name: count.edits for name, count in within["harbour"][By.OUTLET].items()} == {
        "courier.example": 2,
        "herald.example": 2,
    }
    assert within["council"][By.KIND]["edit"].flagged == 1
    assert within["council"][By.OUTLET]["courier.example"].first_edits == [3 * HOUR]
