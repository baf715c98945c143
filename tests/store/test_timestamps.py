"""Times as a store keeps them: what was written is read back, and nothing that git could not keep gets in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.store.timestamps import committed, moment, stamp, whole

KEPT = st.datetimes(datetime(1970, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(KEPT, ZONES)
def test_a_stamp_is_read_back_to_the_second(at: datetime, zone: timezone) -> None:
    assert moment(stamp(at.astimezone(zone))) == whole(at.astimezone(zone)) == at.replace(microsecond=0)
    assert len(stamp(at)) == 20


@given(KEPT)
def test_the_seconds_of_git_are_the_same_time(at: datetime) -> None:
    assert committed(str(int(whole(at).timestamp()))) == whole(at)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02",
        "2026-03-02T09:00:00",
        "2026-03-02T09:00:00+00:00",
        "2026-03-02 09:00:00Z",
        "1969-12-31T23:59:59Z",
        "2100-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "",
        "soon",
    ],
)
def test_what_no_store_wrote_is_no_time_of_observation(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moment(text)


@pytest.mark.parametrize("seconds", ["", "-1", "1.5", "soon", "٣", "9" * 12, "4102444800"])
def test_git_may_tell_no_time_at_all(seconds: str) -> None:
    assert committed(seconds) is None


def test_the_ends_of_what_can_be_kept() -> None:
    first, last = datetime(1970, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert (committed("0"), committed("4102444799")) == (first, last)
    assert (whole(first), whole(last)) == (first, last)
    for beyond in (first - timedelta(seconds=1), last + timedelta(seconds=1)):
        with pytest.raises(StoreError, match="is no time a store can keep"):
            whole(beyond)


def test_a_time_without_a_zone_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        whole(datetime(2026, 3, 2))
