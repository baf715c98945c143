"""Charts: what stands in the drawing stands in the table, and nothing leaves the drawing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.catalogue.statistics import By, Count
from newsdiff.site.pages.charts import WIDTH, Counted, columns, rows
from newsdiff.site.pages.group_charts import BY, group_charts
from newsdiff.site.pages.groups import span

COUNTED = st.lists(
    st.integers(0, 10**6).flatmap(lambda n: st.builds(Counted, st.text(max_size=40), st.just(n), st.integers(0, n))),
    max_size=60,
)


def test_of_nothing_there_is_an_empty_chart() -> None:
    drawn = group_charts({by: {} for by in BY}, [])
    assert [c.name for c in drawn] == ["time", "first", "told", "kinds"]
    assert drawn[0].bars == ()
    assert all(not b.width for b in drawn[1].bars)
    assert drawn[2].told == "Nothing was counted yet."


@given(COUNTED)
def test_bars_stay_within_the_drawing(counted: list[Counted]) -> None:
    for drawn in (columns("a", "A", ("x", "y", "z"), counted, "part"), rows("b", "B", ("x", "y"), counted)):
        assert len(drawn.rows) == len(counted)
        for bar in drawn.bars:
            assert bar.x >= 0
            assert bar.x + bar.width <= WIDTH + 0.1
            assert bar.y >= 0
            assert bar.y + bar.height <= drawn.height
            assert bar.part_height <= bar.height + 0.1


def test_weeks_without_an_edit_have_their_place_and_long_times_are_counted_by_month() -> None:
    few = {"2026-W01": Count(edits=3, flagged=1), "2026-W04": Count(edits=1)}
    chart = group_charts({By.WEEK: few, By.MONTH: {}, By.FLAG: {}, By.OUTLET: {}}, [])[0]
    assert chart.rows == (
        ("2026-W01", "3", "1"),
        ("2026-W02", "0", "0"),
        ("2026-W03", "0", "0"),
        ("2026-W04", "1", "0"),
    )
    many = {f"{datetime(2024, 1, 1, tzinfo=UTC) + timedelta(weeks=n):%G-W%V}": Count(edits=1) for n in range(60)}
    months = {"2024-01": Count(edits=5), "2025-02": Count(edits=2)}
    chart = group_charts({By.WEEK: many, By.MONTH: months, By.FLAG: {}, By.OUTLET: {}}, [])[0]
    assert (chart.title, len(chart.rows), chart.rows[-1]) == ("Edits by month", 14, ("2025-02", "2", "0"))


def test_first_edits_are_counted_once_each() -> None:
    soon = Count(first_edits=[60, 3000, 3601, 90_000, 10**7])
    chart = group_charts({By.WEEK: {}, By.MONTH: {}, By.FLAG: {}, By.OUTLET: {"a": soon}}, [])[1]
    assert [row[1] for row in chart.rows] == ["1", "1", "1", "0", "0", "1", "0", "1"]


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 min"), (7100, "118 min"), (7300, "2 h"), (172_800, "2 days")])
def test_a_time_is_a_rough_number(seconds: int, said: str) -> None:
    assert span(seconds) == said
