"""Flags on the article as a whole: headline, byline, back-dating, whole paragraphs, moves, disclosure, settings."""

from datetime import UTC, datetime

import pytest

import newsdiff
from newsdiff.model import (
    Article,
    Block,
    BlockKind,
    Disclosed,
    Flag,
    FlagKind,
    FlagSettings,
    Report,
    Severity,
)

RIVER = "The river rose by two metres overnight, and the lower bridge was closed to all traffic until further notice."
SCHOOL = "Schools in the valley stay open, the district said, but buses will take another road through the hills."
HARVEST = "Farmers fear for the harvest, which had been the best in a generation before the rain set in last month."


def compare(old: Article, new: Article, settings: FlagSettings | None = None) -> Report:
    return newsdiff.compare(old, new, settings or FlagSettings())


def text(*paragraphs: str, headline: str = "") -> Article:
    return newsdiff.article(paragraphs, headline=headline, language="en")


def kinds(report: Report) -> list[FlagKind]:
    return [f.kind for f in report.alarms]


def test_equal_articles_have_no_flags() -> None:
    report = compare(text(RIVER, SCHOOL), text(RIVER, SCHOOL))
    assert (report.flags, report.notes) == ((), ())


@pytest.mark.parametrize("headline", ["Rain Closes Bridge", "rain closes bridge", "Rain closes bridge"])
def test_the_case_of_a_headline_is_quiet(headline: str) -> None:
    assert kinds(compare(text(RIVER, headline="Rain closes bridge"), text(RIVER, headline=headline))) == []


def test_another_headline_is_high() -> None:
    report = compare(text(RIVER, headline="Rain closes bridge"), text(RIVER, headline="Flood destroys bridge"))
    [flag] = [f for f in report.flags if f.kind is FlagKind.HEADLINE]
    assert (flag.old, flag.new, flag.severity) == ("Rain closes bridge", "Flood destroys bridge", Severity.HIGH)


def byline(name: str) -> Article:
    blocks = (Block(BlockKind.HEADLINE, "Rain closes bridge"), Block(BlockKind.BYLINE, name))
    return Article("", language="en", blocks=(*blocks, Block(BlockKind.PARAGRAPH, RIVER)))


def test_the_order_of_authors_is_quiet() -> None:
    assert kinds(compare(byline("By Ann Lee and Tom Hay"), byline("by Tom Hay and Ann Lee"))) == []


def test_other_authors_are_low() -> None:
    flags = compare(byline("By Ann Lee"), byline("By Ann Lee and Tom Hay")).flags
    assert (FlagKind.BYLINE, Severity.LOW) in [(f.kind, f.severity) for f in flags]


def test_one_moment_in_two_zones_is_quiet() -> None:
    old, new = (text(RIVER)._replace(published=p) for p in ("2025-03-12T10:00:00+00:00", "2025-03-12T11:00:00+01:00"))
    assert kinds(compare(old, new)) == []


def test_back_dating_is_high() -> None:
    old, new = (text(RIVER)._replace(published=p) for p in ("2025-03-12T10:00:00+00:00", "2025-03-10T10:00:00+00:00"))
    [flag] = compare(old, new).flags
    assert (flag.kind, flag.severity) == (FlagKind.PUBLISHED, Severity.HIGH)


def test_a_whole_paragraph_gives_one_flag() -> None:
    added = compare(text(RIVER, SCHOOL), text(RIVER, HARVEST, SCHOOL)).flags
    assert [(f.kind, f.severity, f.new) for f in added] == [(FlagKind.ADDED, Severity.LOW, HARVEST)]
    deleted = compare(text(RIVER, HARVEST, SCHOOL), text(RIVER, SCHOOL)).flags
    assert [(f.kind, f.severity, f.old) for f in deleted] == [(FlagKind.DELETED, Severity.MEDIUM, HARVEST)]


def test_an_edit_inside_a_moved_paragraph_is_found() -> None:
    moved = RIVER.replace("two metres", "seven metres")
    flags = compare(text(RIVER, SCHOOL, HARVEST), text(SCHOOL, HARVEST, moved)).flags
    assert [f.kind for f in flags] == [FlagKind.NUMBER, FlagKind.MOVED]


def test_a_shown_date_that_follows_the_clock_is_low() -> None:
    def shown(day: int) -> Article:
        date = Block(BlockKind.DATE, f"{('Wednesday', 'Thursday')[day - 12]}, March {day}, 2025")
        return Article("", language="en", blocks=(date, Block(BlockKind.PARAGRAPH, RIVER)))

    seen = [datetime(2025, 3, day, 9, tzinfo=UTC) for day in (12, 13)]
    [flag] = newsdiff.compare(shown(12), shown(13), old_seen=seen[0], new_seen=seen[1]).flags
    assert (flag.kind, flag.severity) == (FlagKind.DATE, Severity.LOW)
    [flag] = compare(shown(12), shown(13)).flags
    assert (flag.kind, flag.severity) == (FlagKind.DATE, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("old", "new", "disclosed"),
    [
        ((None, None), (None, None), Disclosed.UNKNOWN),
        (("2025-03-12", None), ("2025-03-12", None), Disclosed.NO),
        (("2025-03-12", "2025-03-12T10:00Z"), ("2025-03-12", "2025-03-12T10:00Z"), Disclosed.NO),
        (("2025-03-12", "2025-03-12T10:00Z"), ("2025-03-12", "2025-03-12T12:00Z"), Disclosed.TIME),
        (("2025-03-12", None), ("2025-03-12", "2025-03-12T12:00Z"), Disclosed.TIME),
        ((None, None), ("2025-03-12", "2025-03-12T12:00Z"), Disclosed.UNKNOWN),
    ],
)
def test_disclosure_by_times(
    old: tuple[str | None, str | None], new: tuple[str | None, str | None], disclosed: Disclosed
) -> None:
    before = text(RIVER)._replace(published=old[0], modified=old[1])
    after = text(RIVER.replace("two", "ten"))._replace(published=new[0], modified=new[1])
    assert compare(before, after).disclosed is disclosed


def test_a_note_discloses() -> None:
    note = "Correction: An earlier version of this article gave the wrong height."
    report = compare(text(RIVER, SCHOOL), text(RIVER.replace("two", "ten"), SCHOOL, note))
    assert report.disclosed is Disclosed.NOTE
    assert kinds(report) == [FlagKind.NUMBER, FlagKind.CORRECTION] or kinds(report) == [
        FlagKind.CORRECTION,
        FlagKind.NUMBER,
    ]


def test_settings_switch_regrade_and_silence() -> None:
    old, new = text(RIVER), text(RIVER.replace("two", "ten").replace("lower", "Newton"))
    assert set(kinds(compare(old, new))) == {FlagKind.NUMBER, FlagKind.NAME}
    assert kinds(compare(old, new, FlagSettings(off=frozenset({"number"})))) == [FlagKind.NAME]
    low = FlagSettings(severity=(("name", "low"),), min_severity=Severity.MEDIUM)
    assert kinds(compare(old, new, low)) == [FlagKind.NUMBER]


def test_a_users_words_join_the_table() -> None:
    old, new = "The district marshalette Ann Lee spoke.", "The district beadle Ann Lee spoke."
    assert FlagKind.TITLE not in kinds(compare(text(old), text(new)))
    settings = FlagSettings(words=(("offices", ("marshalette", "beadle")),))
    assert FlagKind.TITLE in kinds(compare(text(old), text(new), settings))


def test_a_watched_name_is_flagged_wherever_it_comes_or_goes() -> None:
    settings = FlagSettings(names=("harvest",))
    flags = compare(text(RIVER, HARVEST), text(RIVER, HARVEST.replace("the harvest", "the crop")), settings).alarms
    assert [(f.kind, f.old, f.severity) for f in flags] == [(FlagKind.NAME, "harvest", Severity.HIGH)]


def test_a_language_without_a_table_is_told() -> None:
    old, new = (newsdiff.article([t], language="fi") for t in ("Hän sanoi “kyllä” eilen.", "Hän sanoi “ei” eilen."))
    report = compare(old, new)
    assert kinds(report) == [FlagKind.QUOTE]
    assert "'fi'" in report.notes[0]


def test_flags_come_sorted_and_once() -> None:
    report = compare(text(RIVER, SCHOOL, HARVEST), text(RIVER.replace("two", "nine"), HARVEST))
    ranks = [f.severity.rank for f in report.flags]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(report.flags)) == len(report.flags)
    assert all(isinstance(f, Flag) and f.reason for f in report.flags)
