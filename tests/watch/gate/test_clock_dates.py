"""A line that names the day of each visit says nothing of the story; every other date does."""

from datetime import UTC, datetime

import pytest

from newsdiff.document import article
from newsdiff.watch.gate.clock_dates import only_clock

OLD, NEW = datetime(2025, 3, 12, 10, tzinfo=UTC), datetime(2025, 3, 13, 10, tzinfo=UTC)
TEXT = ("The ferry stopped on Monday for repairs.", "About 1,200 people were waiting.")


def clock(old: str, new: str, *, more_old: tuple[str, ...] = TEXT, more_new: tuple[str, ...] = TEXT) -> bool:
    return only_clock(article([old, *more_old]), article([new, *more_new]), old_seen=OLD, new_seen=NEW)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 March 2025", "13 March 2025"),
        ("Wednesday, March 12, 2025", "Thursday, March 13, 2025"),
        ("Wednesday, 12 March 2025, 08:15 GMT", "Thursday, 13 March 2025, 09:40 GMT"),
        ("Wednesday, 12 March", "Thursday, 13 March"),
        ("12.03.2025", "13.03.2025"),
        ("2025-03-12", "2025-03-13"),
        ("Mittwoch, 12. März 2025", "Donnerstag, 13. März 2025"),
        ("mercredi 12 mars 2025", "jeudi 13 mars 2025"),
        ("March 12th, 2025", "March 13th, 2025"),
        ("11 March 2025", "12 March 2025"),  # a day behind UTC, on both sides
        ("13 March 2025", "14 March 2025"),  # and a day ahead
    ],
)
def test_the_day_of_each_visit_is_the_clocks(old: str, new: str) -> None:
    assert clock(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 March 2025", "12 March 2025"),  # nothing differs
        ("10 March 2025", "13 March 2025"),  # the old one named another day
        ("12 March 2025", "21 March 2025"),
        ("12 March 2025", "13 April 2025"),
        ("12 March 2025", "13 March 2024"),
        ("11 March 2025", "13 March 2025"),  # off by different days
        ("Wednesday, 12 March", "Friday, 13 March"),  # no such day
        ("The trial begins on 12 March 2025", "The trial begins on 13 March 2025"),
        ("Published 12 March", "Corrected 13 March"),
        ("12", "13"),
        ("12 dead", "13 dead"),
        ("12:30", "13:30"),
    ],
)
def test_any_other_change_is_none_of_the_clock(old: str, new: str) -> None:
    assert not clock(old, new)


def test_another_line_that_differs_makes_it_an_edit() -> None:
    changed = (TEXT[0], TEXT[1].replace("1,200", "1,300"))
    assert not clock("12 March 2025", "13 March 2025", more_new=changed)


def test_a_line_that_came_or_went_makes_it_an_edit() -> None:
    assert not clock("12 March 2025", "13 March 2025", more_new=TEXT[:1])


def test_typography_beside_it_is_none() -> None:
    assert clock("12 March 2025", "13\u00a0March 2025")


def test_a_long_line_is_none_however_it_ends() -> None:
    words = "one two three four five six seven eight nine ten eleven"
    assert not clock(f"{words} 12 March", f"{words} 13 March")
