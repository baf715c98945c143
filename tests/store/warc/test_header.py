"""The heads of records and of HTTP answers."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.store.warc.header import RecordHead, date, fields, head_at
from newsdiff.store.warc.sections import Held, Section

WARC = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"
ARC = b"http://courier.example/news 192.0.2.1 20250312100000 text/html 5\nhello\n"


def head(raw: bytes, at: int = 0) -> RecordHead | None:
    return head_at(Section(0, Held(raw), len(raw)), at)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b"WARC/1.0\r\n",
        WARC[:-16],  # no end of the head
        WARC.replace(b"WARC/", b"WARC "),
        WARC.replace(b"Content-Length: 5\r\n", b""),
        WARC.replace(b"Content-Length: 5", b"Content-Length: five"),
        WARC.replace(b"Content-Length: 5", b"Content-Length: -5"),
        WARC.replace(b"Content-Length: 5", b"Content-Length: " + b"9" * 16),
        WARC.replace(b"Content-Length: 5", b"Content-Length: 5\r\ncontent-length: 6"),  # which of them?
        WARC.replace(b"response", b"resp\x00nse"),
        WARC.replace(b"WARC-Type: response", b"WARC-Type response"),
        ARC.replace(b"20250312100000", b"2025031210000"),
        ARC.replace(b"http:", b"9http:"),
        ARC[:-7],  # no end of the line
    ],
)
def test_no_head(raw: bytes) -> None:
    assert head(raw) is None


def test_the_head_of_a_record() -> None:
    found = head(WARC)
    assert found == RecordHead({"warc-type": "response", "content-length": "5"}, WARC.index(b"hello"), 5)
    assert head(b"xyz" + WARC, 3) == RecordHead(found.fields, found.block_at + 3, 5)


def test_a_length_that_is_stated_twice_and_once_only_is_one() -> None:
    found = head(WARC.replace(b"Content-Length: 5", b"Content-Length: 5\r\nCONTENT-LENGTH: 5"))
    assert found is not None
    assert found.length == 5


def test_of_a_field_that_is_told_twice_the_first_counts() -> None:
    found = head(WARC.replace(b"WARC-Type: response", b"WARC-Type: response\r\nWARC-Type: request"))
    assert found is not None
    assert found.fields["warc-type"] == "response"


@pytest.mark.parametrize("size", [10, 1 << 12, (1 << 12) - 60, 1 << 15])
def test_a_long_head_is_read_whole(size: int) -> None:
    raw = WARC.replace(b"response", b"response\r\nWARC-Note: " + b"x" * size)
    found = head(raw)
    assert found is not None
    assert raw[found.block_at :][:5] == b"hello"


def test_a_head_without_end_is_none() -> None:
    assert head(WARC.replace(b"response", b"response\r\nWARC-Note: " + b"x" * (1 << 16))) is None


def test_the_line_before_a_record_of_an_arc_is_told_in_the_names_of_warc() -> None:
    found = head(ARC)
    assert found is not None
    assert (found.block_at, found.length, found.is_arc) == (ARC.index(b"hello"), 5, True)
    assert found.fields == {
        "warc-target-uri": "http://courier.example/news",
        "warc-date": "20250312100000",
        "content-type": "text/html",
        "warc-type": "response",
    }


def test_the_first_line_of_an_arc_tells_of_the_file() -> None:
    found = head(ARC.replace(b"http:", b"filedesc:"))
    assert found is not None
    assert found.fields["warc-type"] == "warcinfo"


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"", []),
        (b"A: 1\r\nB:2", [("A", "1"), ("B", "2")]),
        (b"A: 1\n  and more\n\tand more", [("A", "1 and more and more")]),
        (b"A : 1 : 2 ", [("A", "1 : 2")]),
        (b"A: caf\xc3\xa9", [("A", "café")]),
        (b"A: caf\xe9", [("A", "café")]),  # no UTF-8: Latin-1
    ],
)
def test_names_and_values(raw: bytes, wanted: list[tuple[str, str]]) -> None:
    assert fields(raw) == fields(raw, strict=True) == wanted


@pytest.mark.parametrize("line", [b"no field", b"a b: 1", b": 1", b"A: \x07", b" goes on from nothing"])
def test_a_line_that_is_no_field_spoils_all_where_one_is_strict(line: bytes) -> None:
    assert fields(line + b"\nB: 2", strict=True) is None
    assert ("B", "2") in (fields(line + b"\nB: 2") or [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2025-03-12",
        "20250312",
        "2025-13-12T10:00:00Z",
        "2025-02-30T10:00:00Z",
        "2025-03-12T25:00:00Z",
        "2025-03-12T10:00:00Z and more",
        "0001-01-01T00:00:00+23:00",  # before the first year
    ],
)
def test_no_date(text: str) -> None:
    assert date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-12T10:00:00Z",
        " 20250312100000 ",
        "2025-03-12t10:00:00z",
        "2025-03-12T11:00:00+01:00",
        "2025-03-12T04:30:00-0530",
        "2025-03-12T10:00:00.000000999Z",
    ],
)
def test_one_moment_in_each_way_of_writing_it(text: str) -> None:
    assert date(text) == datetime(2025, 3, 12, 10, tzinfo=UTC)


def test_a_part_of_a_second_is_kept() -> None:
    assert date("2025-03-12T10:00:00.5Z") == datetime(2025, 3, 12, 10, 0, 0, 500_000, UTC)


@given(
    st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9999, 12, 30)),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
def test_what_iso_writes_is_read_as_that_moment(moment: datetime, zone: timezone) -> None:
    told = moment.replace(tzinfo=UTC).astimezone(zone)
    assert date(told.isoformat()) == told
