"""The claimed day of publication: back-dating is told, the same moment in another zone or form is not."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.registry import Comparison
from newsdiff.flags.rules.published import published
from newsdiff.model import Flag, FlagKind, FlagSettings, Severity


def told(old: str | None, new: str | None) -> list[Flag]:
    before, after = (newsdiff.article(["It rained."])._replace(published=claim) for claim in (old, new))
    return list(published(Comparison(diff(before, after), FlagSettings())))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, None),
        (None, "2025-03-12"),
        ("2025-03-12", None),
        ("", "2025-03-12"),
        ("2025-03-12", "2025-03-12"),
        ("2025-03-12T10:00:00Z", "2025-03-12T10:00:00+00:00"),
        ("2025-03-12T10:00:00Z", "2025-03-12T12:00:00+02:00"),
        ("2025-03-12T10:00:00.000Z", "2025-03-12T10:00:00Z"),
        ("2025-03-12T23:30:00-01:00", "2025-03-13T00:30:00Z"),
        ("2025-03-12", "2025-03-12T10:00:00Z"),
        ("2025-03-12 10:00", "2025-03-12"),
        ("on a fine day in May", "on a fine day in May"),
    ],
)
def test_one_moment_and_a_claim_that_comes_or_goes_are_quiet(old: str | None, new: str | None) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("2025-03-12", "2025-03-11", "older"),
        ("2025-03-12", "2025-03-13", "newer"),
        ("2025-03-12", "2025-03-11T10:00:00Z", "older"),
        ("2025-03-1", "2025-03-12", "newer"),
        ("2025-03-12T10:00:00Z", "2025-03-12T09:59:59Z", "older"),
        ("2025-03-12T10:00:00", "2025-03-12T10:00:01", "newer"),
        ("2025-03-12T10:00:00", "2025-03-12T10:00:00Z", ""),
        ("2025-03-12T10:00:00Z", "0001-01-01T00:00:00+05:00", "older"),
        ("2025-03-12T10:00:00Z", "9999-12-31T23:59:59-05:00", "newer"),
        ("on a fine day in May", "on a fine day in June", ""),
    ],
)
def test_another_moment_is_told(old: str, new: str, reason: str) -> None:
    [flag] = told(old, new)
    assert (flag.kind, flag.severity, flag.old, flag.new) == (FlagKind.PUBLISHED, Severity.HIGH, old, new)
    assert (flag.old_block, flag.new_block) == (None, None)
    assert reason in flag.reason


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("2025-03-12T10:00:00+02:00", "2025-03-12T09:00:00Z", "newer"),
        ("2025-03-12T09:00:00Z", "2025-03-12T10:00:00+02:00", "older"),
        ("2025-03-12T01:00:00+02:00", "2025-03-11T23:30:00Z", "newer"),
    ],
)
def test_moments_of_several_zones_are_compared_as_moments(old: str, new: str, reason: str) -> None:
    [flag] = told(old, new)
    assert reason in flag.reason
