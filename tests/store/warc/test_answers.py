"""What a server answered, in the block of a record."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.store.warc.answers import BadAnswer, answer

BODY = b"<p>It is day 1.</p>"
LIMIT = 1_000
PACKED = gzip.compress(BODY, mtime=0)


def block(body: bytes, *headers: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    return "\r\n".join([status, *headers, "", ""]).encode() + body


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        BODY,
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 20 OK\r\n\r\n",
        b" HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 2000\r\n\r\n",
    ],
)
def test_what_holds_no_answer(raw: bytes) -> None:
    with pytest.raises(BadAnswer, match="no HTTP answer"):
        answer(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nA: b\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * (1 << 18) + b"\r\n\r\n",
    ],
    ids=len,
)
def test_a_head_without_end_holds_no_body(raw: bytes) -> None:
    with pytest.raises(BadAnswer, match="no body"):
        answer(raw)


@pytest.mark.parametrize("status", ["HTTP/1.1 404 Not Found", "HTTP/1.0 404", "HTTP/2 404", "HTTP/1.1  404 \xa0"])
def test_a_status_is_read_however_it_is_told(status: str) -> None:
    found = answer(block(BODY, "Content-Type: text/html", status=status))
    assert (found.status, found.payload, found.header("content-type")) == (404, BODY, "text/html")


def test_a_head_may_be_empty_and_its_lines_may_end_with_a_line_feed_alone() -> None:
    assert answer(b"HTTP/1.1 200 OK\n\n" + BODY).payload == BODY
    assert answer(b"HTTP/1.1 200 OK\nA: b\n\n" + BODY).header("a") == "b"


def test_the_first_header_of_a_name_counts() -> None:
    found = answer(block(BODY, "X-A: 1", "x-a: 2"))
    assert found.header("x-a") == "1"
    assert found.header("x-b") == ""


@pytest.mark.parametrize(
    ("body", "headers", "wanted", "whole"),
    [
        (BODY, (), BODY, False),  # nothing says how long it is
        (BODY, (f"Content-Length: {len(BODY)}",), BODY, True),
        (BODY, ("Content-Length: 5",), BODY, False),  # it was unpacked before it was kept
        (BODY, ("Content-Length: many",), BODY, False),
        (BODY, ("Content-Length: " + "9" * 16,), BODY, False),
        (chunked(BODY[:5], BODY[5:]), ("Transfer-Encoding: chunked",), BODY, True),
        (PACKED, ("Content-Encoding: gzip",), BODY, True),
        (chunked(PACKED), ("Transfer-Encoding: gzip, Chunked", "Content-Encoding: gzip"), BODY, True),
    ],
    ids=range(8),
)
def test_a_plain_body_and_whether_it_is_whole(
    body: bytes, headers: tuple[str, ...], wanted: bytes, whole: bool
) -> None:
    assert answer(block(body, *headers)).plain(LIMIT) == (wanted, whole)


def test_a_body_that_lacks_bytes_is_refused() -> None:
    with pytest.raises(BadAnswer, match="only 19 of its 20 bytes"):
        answer(block(BODY, "Content-Length: 20")).plain(LIMIT)


@pytest.mark.parametrize("packed", [False, True])
def test_a_body_beyond_the_limit_is_refused(packed: bool) -> None:
    body = b"x" * (LIMIT + 1)
    raw = block(gzip.compress(body), "Content-Encoding: gzip") if packed else block(body)
    with pytest.raises(BadAnswer):
        answer(raw).plain(LIMIT)
    assert answer(raw).plain(LIMIT + 1)[0] == body


def test_the_forms_of_a_payload_are_all_that_can_be_unpacked() -> None:
    head = ("Transfer-Encoding: chunked", "Content-Encoding: gzip")
    raw = chunked(PACKED)
    assert list(answer(block(raw, *head)).payloads(LIMIT)) == [raw, PACKED, BODY]
    assert next(answer(block(BODY)).payloads(LIMIT)) == BODY


@given(st.binary(max_size=100))
def test_whatever_a_block_holds_it_is_an_answer_or_refused(raw: bytes) -> None:
    for one in (raw, block(raw), block(raw, "Transfer-Encoding: chunked"), block(raw, "Content-Encoding: gzip")):
        try:
            body, _ = answer(one).plain(LIMIT)
        except BadAnswer as error:
            assert str(error)
        else:
            assert len(body) <= LIMIT
