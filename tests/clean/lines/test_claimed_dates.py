"""Dates that pages write for machines."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.clean.lines.claimed_dates import claimed_date

ZONES = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
MOMENTS = st.datetimes(datetime(1990, 1, 2), datetime(2099, 1, 1), timezones=ZONES).map(
    lambda t: t.replace(microsecond=0)
)


@pytest.mark.parametrize(
    "value",
    [
        *("yesterday", "", "7", "2025", "12 March", "03/04/2025", "12:30", "20251399", "28/04/23", "Room 2025-03"),
        *("12 March 2025 to 14 March 2025", "x" * 90, "31.02.2025", "999999999999999999"),
        *("2025-02-30", "2025-13-01T10:00Z"),
        *(None, True, 7, 2025, -1, 1e300, float("nan"), [], {"@value": "2025-03-12"}),
    ],
)
def test_what_names_no_day_beyond_doubt_is_none(value: object) -> None:
    assert claimed_date(value) is None


@pytest.mark.parametrize("text", ["2025-03-12", "2025-03-12T08:00Z", "2025-03-12 08:00:00.000 +01:00"])
def test_iso_8601_stays_as_it_is_written(text: str) -> None:
    assert claimed_date(f" {text} ") == text


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
        ("Fri Apr 28 2023 19:20:36 GMT+0200 (Central European Summer Time)", "2023-04-28T19:20:36+02:00"),
        ("2023-04-28T19:20+02:00[Europe/Berlin]", "2023-04-28T19:20:00+02:00"),
        ("2023-04-28 19:20:36 UTC", "2023-04-28T19:20:36+00:00"),
        ("Apr 28, 2023, 7:20 PM EDT", "2023-04-28T19:20:00-04:00"),
        ("12:05 a.m. JST, April 28, 2023", "2023-04-28T00:05:00+09:00"),
        ("28. April 2023, 19.20 Uhr", "2023-04-28T19:20:00"),
        ("28 avril 2023 \u00e0 19h20", "2023-04-28T19:20:00"),
        ("28.04.2023 19:20", "2023-04-28T19:20:00"),
        ("04/28/2023", "2023-04-28"),
        ("2023年4月28日 16時35分", "2023-04-28T16:35:00"),
        ("2023년 4월 28일", "2023-04-28"),
        ("2023/4/5", "2023-04-05"),
        ("20230428T192036Z", "2023-04-28T19:20:36Z"),
    ],
)
def test_other_forms_are_put_into_it(value: str, told: str) -> None:
    assert claimed_date(value) == told


@given(MOMENTS)
def test_every_moment_is_read_from_what_mail_java_and_unix_print(moment: datetime) -> None:
    same = datetime.fromisoformat(claimed_date(format_datetime(moment)) or "")
    assert same == moment
    utc = moment.astimezone(UTC)
    assert datetime.fromisoformat(claimed_date(utc.strftime("%a %b %d %H:%M:%S UTC %Y")) or "") == utc
    for seconds in (int(utc.timestamp()), int(utc.timestamp()) * 1000):
        assert datetime.fromisoformat(claimed_date(seconds) or "") == utc


@given(st.text(max_size=90) | st.from_regex(r"[0-9:./+ -]{1,40}", fullmatch=True))
def test_whatever_is_written_there_gives_a_date_or_none(text: str) -> None:
    found = claimed_date(text)
    assert found is None or found[:10].count("-") == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12/11/2024 - 05:00", None),  # which of the two is the month
        ("Fri, 12/11/2024 - 05:00", None),  # neither is a Friday
        ("Wed, 12/11/2024 - 05:00", "2024-12-11T05:00:00"),
        ("Tue, 12/11/2024 - 05:00", "2024-11-12T05:00:00"),
        ("12. 3. 2025, 14:20", "2025-03-12T14:20:00"),
        ("2025. március 12. 14:20", "2025-03-12T14:20:00"),
        ("١٢ مارس ٢٠٢٥ - ١٤:٢٠", "2025-03-12T14:20:00"),
    ],
)
def test_an_order_is_told_by_the_weekday_by_dots_or_by_the_year_before_it(text: str, told: str | None) -> None:
    assert claimed_date(text) == told
