"""What texts alone tell: is it but stamps, is it to be doubted, what changed; and what overran costs no more."""

from collections.abc import Callable
from datetime import timedelta
from typing import ParamSpec, TypeVar

import pytest

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.model import Article, FlagSettings, PageToClean, Report, RuleFault, Sign, SignKind
from newsdiff.process.sandbox import Broken, Overrun
from newsdiff.watch.gate.case import Case
from newsdiff.watch.gate.structure import Built
from newsdiff.watch.gate.timestamps import beside
from newsdiff.watch.record.weighing import Moments, Weighed, alike, compared, look, marks_of, weigh, weighed
from tests.kit.site import START, Here, story, told

P = ParamSpec("P")
T = TypeVar("T")
LINES = told(1)
OLD = article(LINES, "Notes from Port Amber")
DAY = Moments(START, START + timedelta(days=1))
HERE = Here()


def edited(*changes: tuple[str, str], more: tuple[str, ...] = ()) -> Article:
    text = "\n".join([*LINES, *more])
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return article(text.split("\n"), "Notes from Port Amber")


def of(new: Article, old: Article | None = OLD, *, stamps: bool = True, **case: object) -> Weighed:
    looked_at = Case(old, new, requested_url="https://a.example/1", final_url="https://a.example/1", **case)  # type: ignore[arg-type]
    return weigh(looked_at, (), FlagSettings(), DAY, stamps=stamps, beside_stands=True)


# --- one page ---


def test_a_page_is_looked_at_once() -> None:
    cleaned = HERE.clean(PageToClean(story(), "https://a.example/1"))
    seen = look(cleaned)
    assert seen.words == sum(len(line.split()) for line in cleaned.article.text.split("\n"))
    assert seen.beside == beside(cleaned)
    assert (seen.signs, seen.marks) == ((), (seen.beside,))
    assert seen.marks == marks_of(cleaned)
    assert seen.sketch == look(HERE.clean(PageToClean(story(), "https://b.example/2"))).sketch
    assert seen.sketch != look(HERE.clean(PageToClean(story(2), "https://a.example/1"))).sketch


def test_a_wall_is_a_mark_of_its_publisher() -> None:
    wall = story(more="Subscribe to continue reading this article. Already a subscriber? Log in.")
    cleaned = HERE.clean(PageToClean(wall, "https://a.example/1"))
    seen = look(cleaned)
    assert seen.marks == (*(sign.key for sign in seen.signs), seen.beside) == marks_of(cleaned)


# --- two texts ---


def test_an_edit_that_nobody_doubts_comes_with_its_report() -> None:
    new = edited(more=("Twelve people were hurt.",))
    found = of(new)
    assert (found.stands, found.reasons, found.went) == (False, (), False)
    assert found.report == compare(OLD, new, FlagSettings(), old_seen=DAY.old, new_seen=DAY.new)
    assert found.kept_share == 1.0


def test_a_first_text_is_doubted_or_not_and_compared_with_nothing() -> None:
    assert of(OLD, None) == Weighed()
    walled = of(article(["Please log in."], "Notes"), None, signs=(Sign(SignKind.CUT),), truncated=True)
    assert (walled.stands, walled.report) == (False, None)


def test_a_date_that_follows_the_clock_is_no_edit_where_stamps_are_looked_at() -> None:
    dates = [f"{at:%A, %-d %B %Y}" for at in DAY]
    old, new = (article([*LINES, date], "Notes from Port Amber", "en") for date in dates)
    assert of(new, old) == Weighed(stands=True)
    assert not of(new, old, stamps=False).stands
    assert not of(article([*LINES, "Friday, 3 April 2026"], "Notes from Port Amber", "en"), old).stands


def test_where_text_went_the_recorded_page_is_worth_a_look_first() -> None:
    short = article(LINES[:2], "Notes from Port Amber")
    found = of(short)
    assert found.went
    assert found.report is None
    assert found.kept_share < 0.5
    known = of(short, was_built=Built(*HERE.clean(PageToClean(story(), ""))[5:7]))
    assert not known.went


def test_a_line_that_went_is_worth_a_look_though_nobody_doubts_the_rest() -> None:
    found = of(article([*LINES[:2], *LINES[3:]], "Notes from Port Amber"))
    assert (found.went, found.reasons, found.report) == (True, (), None)


def test_a_doubted_text_has_no_report() -> None:
    lamps = [f"Nobody knew why {n} lamps stayed dark along its quay that winter, wrote our reader." for n in range(9)]
    found = of(article(lamps, "Lamps out"), was_built=Built(*HERE.clean(PageToClean(story(), ""))[5:7]))
    assert found.reasons
    assert found.report is None


# --- within limits ---


class Rules(Here):
    """A sandbox in which rules of the user's own do not end."""

    def __init__(self, *, always: bool = False) -> None:
        super().__init__()
        self.always = always
        self.calls = 0

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.calls += 1
        if self.always or any(isinstance(a, FlagSettings) and a.rules for a in args):
            raise Overrun("CPU")
        return super().call(function, *args, **kwargs)


OWN = FlagSettings(rules=("mypackage.rules", "other.rules"))


def within(sandbox: Here, flags: FlagSettings, new: Article) -> Weighed:
    return weighed(sandbox, Case(OLD, new), (), flags, DAY, stamps=False, beside_stands=True)


def test_rules_of_the_users_own_that_do_not_end_are_left_out_and_named() -> None:
    found = within(Rules(), OWN, edited(more=("Twelve people were hurt.",)))
    assert found.report is not None
    assert found.report.faults == (RuleFault("mypackage.rules, other.rules", "CPU"),)
    doubted = within(Rules(), OWN, article(LINES[:2], "Notes"))
    assert doubted.report is None


def test_what_does_not_end_without_rules_either_is_told() -> None:
    for flags, calls in ((FlagSettings(), 1), (OWN, 2)):
        sandbox = Rules(always=True)
        with pytest.raises(Overrun, match="CPU"):
            within(sandbox, flags, OLD)
        assert sandbox.calls == calls


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        (OLD, True),
        (edited(more=("One more.",)), True),
        (article(LINES[:5], ""), True),
        (article([*LINES[:2], *told(3)], ""), False),
        (article(told(2), ""), False),
    ],
    ids=["the same", "longer", "a part", "mostly another", "another"],
)
def test_half_of_a_text_is_enough_to_be_alike(new: Article, wanted: bool) -> None:
    assert alike(OLD, new) is wanted


class Fails(Here):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        raise self.error


def test_two_texts_are_compared_or_it_is_told_why_not() -> None:
    new = edited(more=("Twelve people were hurt.",))
    assert compared(HERE, OLD, new) == (compare(OLD, new), "")
    report, why = compared(HERE, OLD, new, FlagSettings(), DAY)
    assert isinstance(report, Report)
    assert why == ""
    for error in (Overrun("memory"), Broken("ValueError: odd")):
        report, why = compared(Fails(error), OLD, new)
        assert report is None
        assert str(error) in why
    with pytest.raises(ZeroDivisionError):
        compared(Fails(ZeroDivisionError()), OLD, new)
