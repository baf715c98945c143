"""A WARC file as runs of plain bytes: whole, or each member of a gzip file, also behind damage."""

import gzip
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.store.warc.sections import Gap, Held, Plain, Section, Unpacked, Work, section_at, sections
from newsdiff.store.warc.unpacking import Damage
from tests.kit.warc_files import days, packed


def split(data: bytes) -> list[Section | Gap]:
    return list(sections(BytesIO(data)))


def whole(data: bytes) -> bytes:
    """All plain bytes of a file's sections."""
    return b"".join(s.source.read(0, s.length) for s in split(data) if isinstance(s, Section))


@pytest.mark.parametrize("data", [b"", b"x", b"WARC/1.0\r\n", b"".join(days(2)), b"\x1f"])
def test_a_file_that_is_not_packed_is_one_section(data: bytes) -> None:
    (one,) = split(data)
    assert isinstance(one, Section)
    assert (one.at, one.length, one.damage, one.searched) == (0, len(data), Damage.NONE, False)
    assert one.source.read(0, one.length) == data


@pytest.mark.parametrize("many", [1, 3])
def test_each_member_of_a_packed_file_is_a_section(many: int) -> None:
    records = days(many)
    found = split(packed(records))
    assert [s.source.read(0, s.length) for s in found if isinstance(s, Section)] == records
    assert [s.at for s in found] == [len(packed(records[:n])) for n in range(many)]


def test_a_section_is_found_again_by_its_place() -> None:
    data = packed(days(3))
    second = split(data)[1]
    again = section_at(BytesIO(data), second.at)
    assert again is not None and isinstance(second, Section)
    assert again.source.read(0, again.length) == second.source.read(0, second.length) == days(3)[1]
    plain = section_at(BytesIO(days(1)[0]), 0)
    assert plain is not None and plain.length == len(days(1)[0])


def test_bytes_that_are_no_member_are_a_gap() -> None:
    one, two = packed(days(1)), packed(days(2)[1:])
    found = split(one + b"no member at all" + two)
    assert [type(part) for part in found] == [Section, Gap, Section]
    gap = found[1]
    assert isinstance(gap, Gap)
    assert (gap.at, gap.end) == (len(one), len(one) + 16)
    assert split(one + b"rest")[-1] == Gap(len(one), len(one) + 4)


def test_behind_damage_the_next_member_is_looked_for() -> None:
    records = days(3)
    data = bytearray(packed(records))
    start = len(packed(records[:1]))
    data[start + 40] ^= 0xFF
    found = [s for s in split(bytes(data)) if isinstance(s, Section)]
    assert found[0].damage is Damage.NONE
    assert any(s.damage is not Damage.NONE for s in found)
    assert found[-1].source.read(0, found[-1].length) == records[2]
    assert found[-1].searched


def test_a_member_that_is_cut_is_damaged_and_gives_what_is_there() -> None:
    data = packed(days(1))[:-5]
    (one,) = [s for s in split(data) if isinstance(s, Section)]
    assert one.damage is not Damage.NONE
    assert days(1)[0].startswith(one.source.read(0, one.length))


PLAIN = bytes(range(256)) * 900


def sources() -> list[Plain | Held | Unpacked]:
    return [Plain(BytesIO(PLAIN)), Held(PLAIN), Unpacked(BytesIO(gzip.compress(PLAIN)), 0, len(PLAIN), Work())]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, len(PLAIN) + 9), st.integers(0, 5000)), max_size=6))
def test_every_source_reads_at_any_place(places: list[tuple[int, int]]) -> None:
    for source in sources():
        assert [source.read(at, size) for at, size in places] == [PLAIN[at : at + size] for at, size in places]


def test_what_may_be_unpacked_in_vain_has_an_end() -> None:
    work = Work()
    assert work.spend(1 << 29)
    assert not work.spend(1 << 29)
    spent = Unpacked(BytesIO(gzip.compress(PLAIN)), 0, len(PLAIN), work)
    assert spent.read(200_000, 10) == PLAIN[200_000:200_010]
    assert spent.read(0, 10) == b""  # it would have to begin anew


@settings(max_examples=25)
@given(st.binary(max_size=300))
def test_any_bytes_are_split_into_parts_in_their_order(data: bytes) -> None:
    found = split(data)
    assert [part.at for part in found] == sorted(part.at for part in found)
    assert all(part.at < part.end <= len(data) for part in found if isinstance(part, Gap))


@given(st.lists(st.binary(min_size=1, max_size=60).map(lambda b: b"WARC/1.0\r\n" + b), min_size=1, max_size=4))
def test_what_is_packed_comes_back(records: list[bytes]) -> None:
    assert whole(packed(records)) == b"".join(records)
