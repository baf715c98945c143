"""One gzip member, unpacked within limits and up to its damage."""

import gzip
import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.store.warc import unpacking
from newsdiff.store.warc.unpacking import Damage, Unpacker, unpack_member

NOISE = random.Random(1).randbytes(200_000)


def packed(plain: bytes) -> bytes:
    return gzip.compress(plain, mtime=0)


@pytest.mark.parametrize("plain", [b"", b"hello", b"a" * 100_000, NOISE, b"x" * (1 << 16)], ids=len)
def test_a_member_is_unpacked_to_its_end(plain: bytes) -> None:
    data = packed(plain)
    member = unpack_member(BytesIO(data), 0)
    assert (member.plain, member.length, member.damage) == (plain, len(plain), Damage.NONE)
    assert (member.start, member.end) == (0, len(data))


def test_a_member_ends_where_the_next_begins() -> None:
    first, second = packed(b"one"), packed(b"two")
    data = b"xyz" + first + second + b"behind"
    one = unpack_member(BytesIO(data), 3)
    two = unpack_member(BytesIO(data), one.end)
    assert (one.plain, two.plain) == (b"one", b"two")
    assert data[two.end :] == b"behind"


@pytest.mark.parametrize("kept", [0, 5, 20, 60_000, 150_000])
def test_what_came_before_a_cut_is_kept(kept: int) -> None:
    member = unpack_member(BytesIO(packed(NOISE)[:kept]), 0)
    assert member.damage is Damage.CUT
    assert member.plain is not None
    assert NOISE.startswith(member.plain)
    assert len(member.plain) >= kept - 20_000
    assert member.end == kept


@pytest.mark.parametrize("data", [b"", b"hello", b"\x1f\x8b\x07" + b"x" * 30])
def test_what_is_no_member_is_damage(data: bytes) -> None:
    member = unpack_member(BytesIO(data), 0)
    assert member.damage in (Damage.CUT, Damage.BROKEN)
    assert member.length == 0


@pytest.mark.parametrize("at", [-1, -5])
def test_a_member_with_another_checksum_or_length_is_broken(at: int) -> None:
    data = bytearray(packed(NOISE[:5_000]))
    data[at] ^= 1
    member = unpack_member(BytesIO(bytes(data)), 0)
    assert member.damage is Damage.BROKEN
    assert member.plain is not None
    assert NOISE.startswith(member.plain)
    assert len(member.plain) >= 5_000 - 512  # the last step is lost


def test_what_is_too_large_is_counted_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "KEPT_BYTES", 100_000)
    assert unpack_member(BytesIO(packed(NOISE[:100_000])), 0).plain == NOISE[:100_000]
    member = unpack_member(BytesIO(packed(NOISE[:100_001])), 0)
    assert (member.plain, member.length, member.damage) == (None, 100_001, Damage.NONE)


def test_a_bomb_is_left_where_it_has_grown_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_BOMB_BYTES", 1 << 21)
    member = unpack_member(BytesIO(packed(bytes(1 << 23))), 0)
    assert member.damage is Damage.BOMB
    assert 1 << 21 < member.length < 1 << 22
    large = unpack_member(BytesIO(packed(NOISE * 12)), 0)  # as long, of which nothing is packed away
    assert (large.length, large.damage) == (12 * len(NOISE), Damage.NONE)


@given(st.binary(max_size=200), st.data())
@settings(max_examples=60)
def test_a_flipped_byte_never_makes_other_bytes_believed(plain: bytes, data: st.DataObject) -> None:
    raw = bytearray(packed(plain))
    at = data.draw(st.integers(10, len(raw) - 1))  # behind the head
    raw[at] ^= data.draw(st.integers(1, 255))
    member = unpack_member(BytesIO(bytes(raw)), 0)
    assert member.damage is not Damage.NONE or member.plain == plain


def test_bytes_are_given_piece_by_piece() -> None:
    unpacker = Unpacker(BytesIO(packed(bytes(3 << 20))), 0)
    pieces = []
    while piece := unpacker.read():
        pieces.append(len(piece))
    assert sum(pieces) == 3 << 20
    assert max(pieces) <= 1 << 20
    assert unpacker.read() == b""
    assert unpacker.packed_bytes == unpacker.end
