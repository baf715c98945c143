"""Certificates of an answer in the order that DER wants; whatever else comes is left as it is, or is no DER."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.evidence.der import sorted_certificates


def part(tag: int, *contents: bytes) -> bytes:
    """One value of DER."""
    body = b"".join(contents)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def answer(*certificates: bytes, signed: int = 0x30) -> bytes:
    """A TimeStampResp with these certificates: the status, and a token with its signed data."""
    kept = [part(0xA0, *certificates)] if certificates else []
    data = part(signed, part(0x02, b"\3"), part(0x31), *kept, part(0x31, b"\5\0"))
    token = part(0x30, part(0x06, b"\x2a"), part(0xA0, data))
    return part(0x30, part(0x30, part(0x02, b"\0")), token)


ONE, TWO, LONG = (part(0x30, part(0x02, body)) for body in (b"\1", b"\2", b"\3" * 300))


def test_sorted_certificates_stay_as_they_are() -> None:
    for body in (answer(ONE, TWO), answer(ONE), answer(), part(0x30, part(0x30))):
        assert sorted_certificates(body) == body


def test_signed_data_of_another_kind_stays_as_it_is() -> None:
    body = answer(TWO, ONE, signed=0x04)
    assert sorted_certificates(body) == body


def test_certificates_are_sorted_and_nothing_else_moves() -> None:
    assert sorted_certificates(answer(TWO, ONE)) == answer(ONE, TWO)
    assert sorted_certificates(answer(LONG, TWO, ONE)) == answer(*sorted((LONG, TWO, ONE)))


@pytest.mark.parametrize("end", [0, 1, 2, 3, 10, -1])
def test_what_is_torn_is_an_error(end: int) -> None:
    with pytest.raises(ValueError, match=r"is cut short|is longer than|values to unpack"):
        sorted_certificates(answer(TWO, LONG)[:end])


@pytest.mark.parametrize("length", [b"\x80", b"\x85\0\0\0\0\1", b"\xff"])
def test_a_length_that_is_none_is_an_error(length: bytes) -> None:
    with pytest.raises(ValueError, match="a length is none"):
        sorted_certificates(b"\x30" + length + b"x" * 200)


@given(st.binary(max_size=60) | st.lists(st.binary(max_size=20), min_size=1, max_size=4).map(lambda c: answer(*c)))
def test_whatever_comes_is_an_answer_of_the_same_bytes_or_no_der(body: bytes) -> None:
    try:
        found = sorted_certificates(body)
    except ValueError:
        return
    assert sorted(found) == sorted(body)
    assert sorted_certificates(found) == found
