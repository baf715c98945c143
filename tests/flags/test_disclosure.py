"""Whether readers were told: by a note, by the claimed time alone, not at all, or nobody can know."""

import pytest

import newsdiff
from newsdiff.model import Disclosed, Report

NOTE = "Correction: An earlier version of this article misstated the number of passengers."
MORNING, NOON = "2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z"


def report(
    old: tuple[str | None, str | None], new: tuple[str | None, str | None], *, note: str = "", before: str = ""
) -> Report:
    """An edit; each side with the times that it claims (published, modified)."""
    sides = []
    for number, (published, modified), extra in (("900", old, before), ("700", new, note)):
        lines = [f"About {number} people take the ferry to work each day.", *([extra] if extra else [])]
        sides.append(newsdiff.article(lines, language="en")._replace(published=published, modified=modified))
    return newsdiff.compare(*sides)


@pytest.mark.parametrize(
    ("old", "new", "told", "reason"),
    [
        ((None, None), (None, None), Disclosed.UNKNOWN, "the page states no times"),
        (
            (MORNING, None),
            (MORNING, None),
            Disclosed.NO,
            "its claimed times did not change",
        ),
        (
            (MORNING, MORNING),
            (MORNING, MORNING),
            Disclosed.NO,
            "its claimed times did not change",
        ),
        (
            (MORNING, MORNING),
            (MORNING, NOON),
            Disclosed.TIME,
            f"only the claimed time of modification moved, to {NOON}",
        ),
        ((MORNING, None), (MORNING, NOON), Disclosed.TIME, f"only the claimed time of modification moved, to {NOON}"),
        ((None, None), (None, NOON), Disclosed.UNKNOWN, "the earlier text states no times"),
        (
            (MORNING, NOON),
            (MORNING, None),
            Disclosed.NO,
            "its claimed times did not change",
        ),
    ],
)
def test_without_a_note_the_claimed_times_decide(old, new, told: Disclosed, reason: str) -> None:
    found = report(old, new)
    assert (found.disclosed, found.disclosed_reason) == (told, reason)


@pytest.mark.parametrize("times", [(None, None), (MORNING, MORNING)])
def test_a_note_that_came_counts_whatever_the_times_say(times) -> None:
    found = report(times, (times[0], NOON), note=NOTE)
    assert (found.disclosed, found.disclosed_reason) == (Disclosed.NOTE, "a note came with the edit")


def test_a_note_that_stood_there_before_tells_nothing_of_this_edit() -> None:
    assert report((MORNING, MORNING), (MORNING, MORNING), note=NOTE, before=NOTE).disclosed is Disclosed.NO


def test_a_note_that_went_tells_readers_nothing() -> None:
    assert report((MORNING, MORNING), (MORNING, MORNING), before=NOTE).disclosed is Disclosed.NO


def test_a_note_that_says_something_else_now_is_one() -> None:
    other = NOTE.replace("passengers", "ferries and of passengers")
    assert report((MORNING, MORNING), (MORNING, MORNING), before=NOTE, note=other).disclosed is Disclosed.NOTE
