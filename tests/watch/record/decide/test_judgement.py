"""What one visit means: the table of statuses, decided without a server."""

from collections.abc import Iterator

import pytest

from newsdiff.model import RevisionKind, Status
from tests.kit.court import URL, Court, court, failed, reading
from tests.kit.site import Desk, page, story, told

CONSENT = page("We value your privacy", "<p>We and our 812 partners use cookies. Accept all cookies to continue.</p>")


@pytest.fixture
def bench(desk: Desk) -> Iterator[Court]:
    with court(desk) as opened:
        yield opened


def test_a_new_article_begins_a_history(bench: Court) -> None:
    (step,) = bench.steps(reading(story()))
    assert step.seen.status is Status.FIRST
    assert step.record is not None and step.record.kind is RevisionKind.FIRST
    known = bench.state.known(URL)
    assert known.path and known.fingerprint == step.seen.fingerprint


def test_the_same_page_and_the_same_text_are_unchanged(bench: Court) -> None:
    bench.steps(reading(story()))
    assert bench.statuses(reading(story(), hours=1)) == [Status.UNCHANGED]
    assert bench.statuses(reading(story().replace("<nav>", "<nav class=x>"), hours=2)) == [Status.UNCHANGED]


def test_a_changed_text_is_an_edit_with_its_report(bench: Court) -> None:
    bench.steps(reading(story()))
    (step,) = bench.steps(reading(story(cracks="nineteen"), hours=1))
    assert step.seen.status is Status.EDIT
    assert step.report is not None
    assert [(flag.old, flag.new) for flag in step.report.flags] != []


def test_an_earlier_text_that_comes_back_later_is_a_revert(bench: Court) -> None:
    bench.steps(reading(story()))
    bench.steps(reading(story(cracks="nineteen"), hours=1))
    assert bench.statuses(reading(story(), hours=300)) == [Status.REVERT]
    assert bench.state.known(URL).path


@pytest.mark.parametrize("status", [Status.ERROR, Status.UNREACHABLE, Status.REFUSED, Status.BLOCKED])
def test_a_failure_is_told_as_it_is_and_changes_no_history(bench: Court, status: Status) -> None:
    bench.steps(reading(story()))
    (step,) = bench.steps(failed(status, 500, hours=1))
    assert (step.seen.status, step.seen.http, step.record) == (status, 500, None)
    assert bench.state.known(URL).path


def test_what_is_gone_is_removed_at_once_and_what_is_missing_an_hour_later(bench: Court) -> None:
    bench.steps(reading(story()))
    assert bench.statuses(failed(Status.MISSING, 404, hours=1)) == [Status.MISSING]
    assert bench.statuses(failed(Status.MISSING, 404, hours=1.5)) == [Status.MISSING]
    (step,) = bench.steps(failed(Status.MISSING, 404, hours=3))
    assert step.seen.status is Status.REMOVED
    assert step.record is not None and step.record.kind is RevisionKind.REMOVED
    assert bench.statuses(failed(Status.MISSING, 404, hours=4)) == [Status.UNCHANGED]
    assert bench.statuses(reading(story(), hours=5)) == [Status.RESTORED]
    assert bench.statuses(failed(Status.MISSING, 410, hours=6)) == [Status.REMOVED]


def test_what_never_was_is_missing_and_then_an_error(bench: Court) -> None:
    assert bench.statuses(failed(Status.MISSING, 404)) == [Status.MISSING]
    assert bench.statuses(failed(Status.MISSING, 404, hours=2)) == [Status.ERROR]


def test_a_wall_is_suspect_and_its_page_is_kept(bench: Court, desk: Desk) -> None:
    bench.steps(reading(story()))
    (step,) = bench.steps(reading(CONSENT, hours=1))
    assert (step.seen.status, step.record) == (Status.SUSPECT, None)
    assert step.seen.waits and step.seen.reasons
    assert desk.store.raw.get(step.seen.raw_sha256).body == CONSENT.encode()
    (again,) = bench.steps(reading(CONSENT, hours=2))
    assert again.seen.raw_sha256 == step.seen.raw_sha256


def test_a_page_without_a_text_waits_for_the_user(bench: Court) -> None:
    bench.steps(reading(story()))
    (step,) = bench.steps(reading("<html><body><script>x</script></body></html>", hours=1))
    assert (step.seen.status, step.seen.waits, step.seen.fingerprint) == (Status.SUSPECT, True, "")


def test_a_doubt_that_does_not_wait_is_overcome_by_an_equal_reading_an_hour_later(bench: Court) -> None:
    bench.steps(reading(story()))
    half = page("Notes from Port Amber, number 1", "".join(f"<p>{p}</p>" for p in told(1)[:5]))
    (first,) = bench.steps(reading(half, hours=1))
    assert (first.seen.status, first.seen.waits) == (Status.SUSPECT, False)
    assert bench.statuses(reading(half, hours=1.5)) == [Status.SUSPECT]
    assert bench.statuses(reading(half, hours=2.5)) == [Status.EDIT]


def test_a_redirect_to_another_hosts_login_is_blocked(bench: Court) -> None:
    bench.steps(reading(story()))
    (step,) = bench.steps(reading(story(), final="https://login.example/signin?next=x", hours=1))
    assert step.seen.status is Status.BLOCKED
    assert "login.example" in step.seen.error


def test_a_permanent_redirect_moves_the_article_before_its_edit(bench: Court) -> None:
    bench.steps(reading(story()))
    new = "https://gazette.example/harbour/the-bridge"
    assert bench.statuses(reading(story(), permanent=new, hours=1)) == [Status.MOVED]
    other = "https://gazette.example/harbour/bridge-again"
    moved = reading(story(cracks="nineteen"), permanent=other, hours=2)
    assert bench.statuses(moved) == [Status.MOVED, Status.EDIT]


def test_the_front_page_is_no_new_address(bench: Court) -> None:
    bench.steps(reading(story()))
    assert bench.statuses(reading(story(), permanent="https://gazette.example/", hours=1)) == [Status.UNCHANGED]


def test_the_same_article_under_another_address_begins_no_history(bench: Court) -> None:
    named = story().replace("<title>", f'<link rel="canonical" href="{URL}"><title>')
    bench.steps(reading(named))
    (step,) = bench.steps(reading(named, f"{URL}?page=all", hours=1))
    assert step.seen.status is Status.UNCHANGED
    assert step.seen.reasons == (f"it is the same article as {URL}",)
    assert step.seen.path == bench.state.known(URL).path


def test_readings_that_differ_within_one_visit_are_a_variant(bench: Court) -> None:
    bench.steps(reading(story()))
    other = reading(story(cracks="thirty"), hours=1).cleaned
    (step,) = bench.steps(reading(story(cracks="nineteen"), hours=1)._replace(second=other))
    assert (step.seen.status, step.record) == (Status.VARIANT, None)
    assert len(set(step.seen.tellings)) == 2
