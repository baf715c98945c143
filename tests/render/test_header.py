"""The short lines above a diff: times, sides, counts, disclosure, faults."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

import newsdiff
from newsdiff.model import Disclosed, Flag, FlagKind, Report, RuleFault, Severity, WordCounts
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
    assert header.disclosure(report()) == "no note seen (the page states no times)"
    assert header.disclosure(report()._replace(disclosed_reason="")) == "no note seen"
    by_time = report()._replace(disclosed=Disclosed.TIME, disclosed_reason="a time")
    assert header.disclosure(by_time) == "no note (a time)"
    assert header.disclosure(report()._replace(disclosed=Disclosed.NOTE)) == "with a note"


def test_whether_readers_were_told_is_said_once() -> None:
    assert header.in_short("1 -> 2; no note") == header.in_short("1 -> 2; with a note") == header.in_short("1 -> 2")
    assert [header.disclosed(one) for one in ("time", "", "?")] == ["no note, only a new time", "", ""]


def test_what_our_own_cleaner_alone_changed_has_no_findings_and_no_disclosure() -> None:
    ours = header.noted(report(), ("reclean", "reclean"))
    assert (ours.findings, ours.flags, ours.summary, header.changed(ours)) == ((), (), "", header.counted(ours.words))
    assert ours.notes[-1] == "our own cleaner reads the page differently; the publisher changed nothing"


@pytest.mark.parametrize(
    ("kinds", "notes"),
    [
        (("edit", "edit"), []),
        (("edit", "reclean"), ["among these"]),
        (("reclean", "revert"), ["among these", "the text is back"]),
        (("removed", "edit"), []),
    ],
)
def test_a_reclean_among_edits_is_told_and_takes_no_finding(kinds: tuple[str, ...], notes: list[str]) -> None:
    told = header.noted(report(), kinds)
    assert [note[: len(start)] for note, start in zip(told.notes, notes, strict=True)] == notes
    assert (told.findings, told.disclosed, told.ours) == (report().findings, report().disclosed, False)


def test_the_revisions_between_two_texts_have_their_kinds_whatever_the_direction() -> None:
    kinds = ("first", "edit", "reclean", "removed")
    assert header.kinds_between(kinds, 0, 2) == ("edit", "reclean")
    assert header.kinds_between(kinds, 3, 1) == ("reclean", "removed", "")
    assert header.noted(report(), header.kinds_between(kinds, 3, 2)).notes == ()
    assert header.noted(report(), header.kinds_between(kinds, 2, 1)).ours


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
