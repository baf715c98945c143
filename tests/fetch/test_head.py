"""What the head of an answer says, and nothing that it does not say."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.fetch.head import DAY_SECONDS, AnswerHead, header, status

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def head(**headers: str) -> AnswerHead:
    return AnswerHead(200, tuple((name.replace("_", "-"), value) for name, value in headers.items()))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"HTTP/1.1 200 OK", 200),
        (b"HTTP/1.0 404 Not Found", 404),
        (b"HTTP/1.1 503", 503),
        (b"HTTP/1.1 2000 OK", None),
        (b"HTTP/2 200", None),
        (b"ICY 200 OK", None),
        (b"", None),
        (b"HTTP/1.1 20 OK", None),
    ],
)
def test_status_lines(line: bytes, code: int | None) -> None:
    assert status(line) == code


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"Content-Type: text/html\r\n", ("content-type", "text/html")),
        (b'ETAG:"1"', ("etag", '"1"')),
        (b"X-A:  b: c ", ("x-a", "b: c")),
        (b"Empty:", ("empty", "")),
        (b"Title: caf\xc3\xa9", ("title", "café")),
        (b"Bad: a\x00b\x1bc", ("bad", "abc")),
        (b"no colon", None),
        (b"", None),
    ],
)
def test_header_lines(line: bytes, found: tuple[str, str] | None) -> None:
    assert header(line) == found


@given(st.binary(max_size=60))
def test_no_header_holds_what_could_drive_a_terminal_or_end_a_line(line: bytes) -> None:
    if found := header(line):
        assert "\n" not in found[1] and "\x1b" not in found[1] and "\x9b" not in found[1]


def test_of_several_headers_the_first_counts_and_names_are_in_lower_case() -> None:
    two = AnswerHead(200, (("etag", '"1"'), ("etag", '"2"')))
    assert two.get("etag") == '"1"'
    assert two.get("missing") is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("text/html; charset=utf-8", "text/html"),
        ("TEXT/HTML", "text/html"),
        ("html", ""),
        ("", ""),
        ("text/html, application/json", "application/json"),
        ("text/html, */*", "text/html"),
    ],
)
def test_the_media_type(value: str, kind: str) -> None:
    assert head(content_type=value).content_type == kind


def test_codings_are_told_in_the_order_in_which_they_were_applied() -> None:
    assert head(content_encoding="gzip, BR").encodings == ("gzip", "br")
    assert AnswerHead(200, (("content-encoding", "gzip"), ("content-encoding", "br"))).encodings == ("gzip", "br")
    assert head().encodings == ()


@pytest.mark.parametrize(
    ("value", "length"),
    [
        ("0", 0),
        ("123", 123),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("٣", None),
    ],
)
def test_the_promised_length(value: str, length: int | None) -> None:
    assert head(content_length=value).length == length


@pytest.mark.parametrize(
    ("value", "chunked"), [("chunked", True), ("gzip, Chunked", True), ("identity", False), ("", False)]
)
def test_whether_the_end_is_marked(value: str, chunked: bool) -> None:
    assert head(transfer_encoding=value).chunked is chunked


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("99999999", DAY_SECONDS),
        ("9" * 5000, DAY_SECONDS),
        ("Mon, 02 Mar 2026 09:10:00 GMT", 600.0),
        ("Mon, 02 Mar 2026 08:00:00 GMT", None),
        ("Tue, 02 Mar 2027 09:00:00 GMT", DAY_SECONDS),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_when_a_server_wants_to_be_asked_again(value: str, seconds: float | None) -> None:
    assert head(retry_after=value).retry_after(NOW) == seconds


def test_a_servers_date_is_read_against_its_own_clock() -> None:
    ahead = head(retry_after="Mon, 02 Mar 2026 11:05:00 GMT", date="Mon, 02 Mar 2026 11:00:00 GMT")
    assert ahead.retry_after(NOW) == 300.0
    broken = head(retry_after="Mon, 02 Mar 2026 09:05:00 GMT", date="noon")
    assert broken.retry_after(NOW) == 300.0
