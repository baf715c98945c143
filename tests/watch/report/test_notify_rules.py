"""What cron's mail holds and how a run ends, for every status and every streak."""

import pytest

from newsdiff.model import FAILED, RECORDED, Outcome, Status
from newsdiff.watch.report.notify_rules import exit_code, fails, told


def outcome(status: Status, streak: int = 1) -> Outcome:
    return Outcome("https://a.example/x", status, streak=streak)


@pytest.mark.parametrize(
    "status", [Status.UNCHANGED, Status.NOT_MODIFIED, Status.MISSING, Status.VARIANT, Status.RECLEAN]
)
@pytest.mark.parametrize("streak", [1, 2, 3, 100])
def test_what_is_no_news_is_never_told(status: Status, streak: int) -> None:
    assert not told(outcome(status, streak))


@pytest.mark.parametrize("status", sorted(RECORDED - {Status.RECLEAN}))
def test_what_is_recorded_is_always_told(status: Status) -> None:
    assert told(outcome(status)) and told(outcome(status, 7))


@pytest.mark.parametrize(
    ("status", "at"),
    [(Status.SUSPECT, 1), (Status.REFUSED, 1), (Status.BLOCKED, 3), (Status.UNREACHABLE, 3), (Status.ERROR, 3)],
)
def test_what_lasts_is_told_once(status: Status, at: int) -> None:
    assert [streak for streak in range(1, 20) if told(outcome(status, streak))] == [at]


@pytest.mark.parametrize("status", list(Status))
def test_a_run_fails_from_the_third_failure_in_a_row_on(status: Status) -> None:
    failing = [streak for streak in range(1, 6) if fails(outcome(status, streak))]
    assert failing == ([3, 4, 5] if status in FAILED else [])
    assert fails(outcome(status), strict=True) is (status in FAILED)


def test_one_failing_article_decides_the_exit_code() -> None:
    good, bad = outcome(Status.EDIT), outcome(Status.ERROR, 3)
    assert exit_code([]) == exit_code([good]) == 0
    assert exit_code([good, bad]) == 3
    assert exit_code([outcome(Status.ERROR)]) == 0
    assert exit_code([outcome(Status.ERROR)], strict=True) == 3
    assert exit_code([outcome(Status.BLOCKED, 9)]) == 0


def test_every_status_has_its_place_in_the_table() -> None:
    quiet = {Status.UNCHANGED, Status.NOT_MODIFIED, Status.MISSING, Status.VARIANT}
    late = {Status.SUSPECT, Status.REFUSED, Status.BLOCKED, *FAILED}
    assert quiet | late | RECORDED == set(Status)
