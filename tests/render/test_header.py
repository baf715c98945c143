"""The short lines above a diff: times, sides, counts, disclosure, faults."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

import newsdiff
from newsdiff.model import Flag, FlagKind, Report, RuleFault, Severity, WordCounts
from newsdiff.render import header
from newsdiff.render.layout import Side

AT, LATER = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 7, 3, 22, 30, tzinfo=UTC)


def report(old: str = "One line.", new: str = "One line.", url: str = "", title: tuple[str, str] = ("", "")) -> Report:
    sides = (
        newsdiff.article([text], headline=head)._replace(url=url) for text, head in zip((old, new), title, strict=True)
    )
    return newsdiff.compare(*sides)


def test_times_are_utc_unless_another_zone_is_wished() -> None:
    assert header.when(AT) == "2026-03-02 09:00 UTC"
    assert header.when(LATER, ZoneInfo("Europe/Berlin")) == "2026-07-04 00:30 CEST"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (Side(), Side(), ""),
        (Side("a.txt"), Side("b.txt"), "a.txt -> b.txt"),
        (Side("@1", AT), Side("@2", LATER), "@1 (2026-03-02 09:00 UTC) -> @2 (2026-07-03 22:30 UTC)"),
        (Side("", AT), Side("@2"), "2026-03-02 09:00 UTC -> @2"),
        (Side(), Side("b.txt"), "b.txt"),
    ],
)
def test_the_two_sides_are_named(old: Side, new: Side, line: str) -> None:
    assert header.between(old, new) == line


@pytest.mark.parametrize(
    ("title", "url", "wanted"),
    [
        (("Ferry stops", "Ferry runs"), "", "Ferry runs"),
        (("Ferry stops", ""), "", "Ferry stops"),
        (("", ""), "https://a.example/x", "https://a.example/x"),
        (("", ""), "", "(no headline)"),
    ],
)
def test_a_comparison_is_called_by_its_headline_or_its_address(title: tuple[str, str], url: str, wanted: str) -> None:
    assert header.headline(report(url=url, title=title)) == wanted


@pytest.mark.parametrize("url", ["", "https://www.gazette.example/x"])
def test_the_address_is_the_articles(url: str) -> None:
    assert header.address(report(url=url)) == url


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (WordCounts(), "+0 -0 words"),
        (WordCounts(3, 4), "+3 -4 words"),
        (WordCounts(3, 4, 45), "+3 -4 words, 45 moved"),
    ],
)
def test_counts(words: WordCounts, line: str) -> None:
    assert header.counted(words) == line


def test_disclosure_and_its_reason() -> None:
    assert header.disclosure(report()) == "disclosed: unknown (the page states no times)"
    assert header.disclosure(report()._replace(disclosed_reason="")) == "disclosed: unknown"


def test_rules_that_failed_alike_are_told_at_once() -> None:
    faults = (
        RuleFault("number", "ValueError: x"),
        RuleFault("name", "ValueError: x"),
        RuleFault("date", "KeyError: y"),
    )
    found = report()._replace(faults=faults, notes=("a note",))
    assert list(header.remarks(found)) == [
        "note: a note",
        "fault: the rules number, name failed (ValueError: x): their flags are missing;"
        " please report this fault of newsdiff",
        "fault: the rule date failed (KeyError: y): its flags are missing; please report this fault of newsdiff",
    ]
    assert list(header.remarks(report())) == []


def flag(kind: FlagKind = FlagKind.NUMBER, **more: str) -> Flag:
    return Flag(kind, Severity.HIGH, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (flag(old="twelve", new="forty"), "twelve -> forty"),
        (flag(old="twelve"), "twelve -> (none)"),
        (flag(new="forty"), "(none) -> forty"),
        (flag(FlagKind.MOVED, old="A line.", new="A line."), "A line."),
        (flag(FlagKind.MOVED, old="A line."), "A line."),
        (flag(old="two\n lines", new="one"), "two lines -> one"),
    ],
)
def test_a_change_is_quoted_in_one_line(one: Flag, line: str) -> None:
    assert header.change(one) == line


def test_a_long_quotation_is_cut() -> None:
    line = header.change(flag(old="word " * 100, new="x"))
    assert line.endswith("… -> x")
    assert len(line) <= 106


def test_whom_a_flag_is_about() -> None:
    assert header.subject(flag(subject="Ada  Lindqvist\n")) == "(Ada Lindqvist)"
    assert header.subject(flag()) == ""


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    one = flag(old="\x1b[2J", new="\u202eevil", subject="\x07")
    assert header.change(one).isprintable()
    assert header.subject(one).isprintable()
