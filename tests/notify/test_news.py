"""Who is told of what, and when: silence first."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsdiff.model import NotifyRule, NotifySettings, Revision, RevisionKind, Severity
from newsdiff.notify.news import Facts, due, wanted

AT = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)  # a Thursday


def revision(kind: str = "edit", url: str = "https://www.courier.example/ferry", **told: str) -> Revision:
    flags = tuple(told.pop("Flags", "number").split(", "))
    trailers = {"Severity": "medium", "Weight": "40"} | told
    disclosed = trailers.pop("Disclosed", "no")
    return Revision(
        "a" * 40,
        "courier.example/2026/03/ferry-01234567.md",
        url,
        AT,
        None,
        RevisionKind(kind),
        flags=flags,
        summary="Jane Doe counted them",
        lines=("number  12 -> 14",),
        disclosed=disclosed,
        trailers=tuple(trailers.items()),
    )


@pytest.mark.parametrize("kind", ["first", "moved", "reclean"])
def test_what_is_no_edit_is_no_news(kind: str) -> None:
    assert not wanted(NotifyRule(), revision(kind), Facts())


@pytest.mark.parametrize(
    "rule",
    [
        NotifyRule(flags=frozenset({"quote", "title"})),
        NotifyRule(min_severity=Severity.HIGH),
        NotifyRule(min_weight=41),
        NotifyRule(tags=("budget",)),
        NotifyRule(hosts=("herald.example", "rier.example")),
        NotifyRule(kinds=frozenset({"removed"})),
        NotifyRule(watched=True),
        NotifyRule(flags=frozenset({"number"}), min_severity=Severity.HIGH),
    ],
)
def test_an_edit_that_was_not_asked_for(rule: NotifyRule) -> None:
    assert not wanted(rule, revision(), Facts(tags=("ferry",), names=("Ann Lee",), texts=("Ann Lee", "Ann Lee")))


def test_an_edit_that_readers_were_told_of() -> None:
    assert not wanted(NotifyRule(undisclosed=True), revision(Disclosed="note"), Facts())
    assert wanted(NotifyRule(undisclosed=True), revision(Disclosed="unknown"), Facts())


@pytest.mark.parametrize(
    "rule",
    [
        NotifyRule(),
        NotifyRule(flags=frozenset({"number", "title"})),
        NotifyRule(min_severity=Severity.MEDIUM),
        NotifyRule(min_weight=40),
        NotifyRule(tags=("Budget", "ferry")),
        NotifyRule(hosts=("courier.example",)),
        NotifyRule(hosts=("https://www.courier.example"[8:],)),
        NotifyRule(undisclosed=True),
        NotifyRule(kinds=frozenset({"edit"})),
        NotifyRule(watched=True),
    ],
)
def test_an_edit_that_was_asked_for(rule: NotifyRule) -> None:
    assert wanted(rule, revision(), Facts(tags=("budget",), names=("Jane Doe",)))


def test_a_name_that_goes_is_seen_in_the_texts() -> None:
    facts = Facts(names=("Ann Lee",), texts=("Ann Lee said so, Ann Lee added.", "Ann Lee said so."))
    assert wanted(NotifyRule(watched=True), revision(), facts)


@pytest.mark.parametrize("kind", ["removed", "restored"])
def test_a_removal_has_no_flags_and_matters(kind: str) -> None:
    rule = NotifyRule(flags=frozenset({"title"}), min_severity=Severity.HIGH, min_weight=90, undisclosed=True)
    assert wanted(rule, revision(kind, Severity="", Weight="", Flags=""), Facts())
    assert not wanted(NotifyRule(tags=("x",)), revision(kind), Facts())


def test_an_edit_at_which_a_rule_failed_is_told_whatever_it_might_have_said() -> None:
    assert wanted(NotifyRule(min_severity=Severity.HIGH), revision(Faults="number"), Facts())


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("digest", "hour", "now", "then"),
    [
        ("", 8, "2026-03-12T09:30", "2026-03-12T09:30"),
        ("hour", 8, "2026-03-12T09:30", "2026-03-12T10:00"),
        ("hour", 8, "2026-03-12T10:00", "2026-03-12T11:00"),
        ("day", 8, "2026-03-12T06:30", "2026-03-12T07:00"),
        ("day", 8, "2026-03-12T07:00", "2026-03-13T07:00"),
        ("day", 8, "2026-03-28T12:00", "2026-03-29T06:00"),  # the night that has an hour less
        ("week", 8, "2026-03-12T09:30", "2026-03-16T07:00"),
        ("week", 8, "2026-03-16T06:59", "2026-03-16T07:00"),
        ("week", 8, "2026-03-16T07:00", "2026-03-23T07:00"),
        ("week", 0, "2026-03-15T22:59", "2026-03-15T23:00"),
    ],
)
def test_digests_end_with_the_hour_day_or_week_of_their_readers(digest: str, hour: int, now: str, then: str) -> None:
    settings = NotifySettings("desk", ("json://x",), digest=digest, digest_hour=hour)
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert due(settings, at, BERLIN) == datetime.fromisoformat(then).replace(tzinfo=UTC)
