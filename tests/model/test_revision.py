"""A revision as the commit's message tells it, and the history of an article."""

from datetime import UTC, datetime

import pytest

from newsdiff.model import FAILED, RECORDED, ArticleHistory, Revision, RevisionKind, Status

SEEN = datetime(2026, 3, 1, 8, 5, tzinfo=UTC)
URL = "https://gazette.example/bridge"


def revision(*trailers: tuple[str, str], headline: str = "Bridge closed", flags: tuple[str, ...] = ()) -> Revision:
    return Revision("0123456789abcdef", "a/b", URL, SEEN, None, RevisionKind.EDIT, headline, flags, trailers=trailers)


def test_a_message_without_trailers_tells_nothing() -> None:
    bare = revision()
    assert (bare.raw_sha256, bare.dismissed, bare.rules, bare.severity, bare.faults) == ("", (), "", "", "")
    assert bare.weight is None
    assert bare.trailer("Cleaner") == ""


@pytest.mark.parametrize("told", ["", "-1", "1.5", "1e3", "many", "٣", "²", "1" * 9, " 12"])
def test_what_is_no_weight_is_none(told: str) -> None:
    assert revision(("Weight", told)).weight is None


@pytest.mark.parametrize(("told", "weight"), [("0", 0.0), ("12", 12.0), ("1" * 8, 11_111_111.0)])
def test_a_weight(told: str, weight: float) -> None:
    assert revision(("Weight", told)).weight == weight


def test_each_trailer_is_found_by_its_name() -> None:
    told = revision(
        ("Raw-Sha256", "ab"), ("Rules", "7"), ("Severity", "high"), ("Faults", "number"),
        ("Dismissed", "one"), ("Dismissed", "two"), ("dismissed", "three"),
    )  # fmt: skip
    assert (told.raw_sha256, told.rules, told.severity, told.faults) == ("ab", "7", "high", "number")
    assert told.dismissed == ("one", "two")


def test_a_revision_is_shown_by_its_first_digits_its_minute_and_its_flags() -> None:
    assert repr(revision()) == "<Revision 0123456789 2026-03-01T08:05Z edit: 'Bridge closed'>"
    assert "[number, quote]" in repr(revision(flags=("number", "quote")))


def test_a_long_headline_does_not_fill_a_notebook() -> None:
    assert len(repr(revision(headline="x" * 10_000))) < 200


@pytest.mark.parametrize(
    ("revisions", "shown"),
    [
        ([], "<ArticleHistory 0 revisions>"),
        ([revision()], f"<ArticleHistory 1 revision: 'Bridge closed', {URL}>"),
        ([revision(headline="New"), revision()], f"<ArticleHistory 2 revisions: 'New', {URL}>"),
    ],
)
def test_a_history_counts_its_revisions_and_names_the_newest(revisions: list[Revision], shown: str) -> None:
    assert repr(ArticleHistory(revisions)) == shown


def test_a_visit_that_failed_recorded_nothing() -> None:
    assert FAILED.isdisjoint(RECORDED)


def test_each_kind_of_revision_is_how_a_visit_may_end() -> None:
    assert {Status(kind.value) for kind in RevisionKind} == RECORDED
