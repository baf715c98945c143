"""Chunks are taken off whole, left alone where there are none, and never half of a body passes for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.body.chunks import BadChunks, joined

PARTS = st.lists(st.binary(min_size=1, max_size=40), max_size=6)


def chunked(parts: list[bytes], extension: bytes = b"", end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x%s\r\n%s\r\n" % (len(part), extension, part) for part in parts) + end


@pytest.mark.parametrize(
    "body", [b"", b"<html><p>no chunks</p></html>", b"12 people died\r\n", b"\r\n", b"abc", b"g\r\nx"]
)
def test_a_body_without_chunks_comes_back_as_it_is(body: bytes) -> None:
    assert joined(body) == (body, False)


@given(PARTS)
def test_the_chunks_of_any_bytes_are_joined(parts: list[bytes]) -> None:
    assert joined(chunked(parts)) == (b"".join(parts), True)


@given(PARTS.filter(bool), st.sampled_from([b";name=value", b' ; a="b"', b"  "]))
def test_extensions_are_passed_over(parts: list[bytes], extension: bytes) -> None:
    assert joined(chunked(parts, extension)) == (b"".join(parts), True)


def test_sizes_are_read_in_upper_and_lower_case() -> None:
    body = b"x" * 0xAB
    assert joined(b"AB\r\n" + body + b"\r\n0\r\n\r\n") == joined(b"ab\r\n" + body + b"\r\n0\r\n\r\n") == (body, True)


def test_trailers_behind_the_last_chunk_are_no_text() -> None:
    assert joined(b"3\r\nabc\r\n0\r\nDigest: x\r\n\r\n") == (b"abc", True)


@given(PARTS.filter(bool), st.data())
def test_a_body_that_was_cut_anywhere_is_never_taken_for_a_whole_one(parts: list[bytes], data: st.DataObject) -> None:
    whole = chunked(parts, end=b"0\r\n")
    cut = whole[: data.draw(st.integers(1, len(whole) - 1))]
    try:
        plain, ended = joined(cut)
    except BadChunks:
        return
    assert not ended
    assert plain == cut  # so short that no chunk begins in it


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"5\r\nabc", "its last chunk is cut short"),
        (b"3\r\nabcde\r\n0\r\n\r\n", "a chunk of it is not as long as it says"),
        (b"3\r\nabc\r\n", "its chunks stop before their end"),
        (b"3\r\nabc\r\nrest", "its chunks stop before their end"),
        (b"ffffffff\r\nabc", "its last chunk is cut short"),
    ],
)
def test_each_fault_is_named(body: bytes, words: str) -> None:
    with pytest.raises(BadChunks, match=words):
        joined(body)
