"""Where records begin and end, and what follows them."""

import pytest

from newsdiff.store.warc.framing import Frame, frame_at, search
from newsdiff.store.warc.sections import Gap, Held, Section
from newsdiff.store.warc.unpacking import Damage
from tests.kit.warc_files import days, of_day

ONE, TWO = days(2)
ARC = b"http://courier.example/news 192.0.2.1 20250312100000 text/html 5\nhello\n"


def section(raw: bytes, damage: Damage = Damage.NONE) -> Section:
    return Section(0, Held(raw), len(raw), damage)


def frame(raw: bytes, at: int = 0, damage: Damage = Damage.NONE) -> Frame:
    found = frame_at(section(raw, damage), at)
    assert isinstance(found, Frame)
    return found


@pytest.mark.parametrize("raw", [b"", b"\r\n", b"\n" * 5000], ids=len)
def test_nothing_stands_in_a_section_without_a_byte_that_is_no_line_break(raw: bytes) -> None:
    assert frame_at(section(raw), 0) is None


@pytest.mark.parametrize("rubbish", [b"x", b"WARC", b"WARC/1.0\r\n\r\n", b"\0" * 100_000], ids=len)
def test_what_is_no_record_is_a_gap_up_to_the_next_one(rubbish: bytes) -> None:
    assert frame_at(section(rubbish), 0) == Gap(0, len(rubbish))
    assert frame_at(section(rubbish + b"\r\n" + ONE), 0) == Gap(0, len(rubbish) + 2)


def test_a_record_that_lacks_bytes_is_not_whole_and_does_not_end() -> None:
    cut = frame(ONE[:-10])
    assert (cut.whole, cut.ends) == (False, False)


def test_records_follow_each_other() -> None:
    raw = ONE + b"\r\n\r\n" + TWO
    first = frame(raw)
    assert (first.at, first.whole, first.ends) == (0, True, True)
    assert raw[first.stop :].startswith(b"\r\n\r\n")
    second = frame(raw, first.stop)
    assert (second.at, second.whole, second.ends) == (len(ONE) + 4, True, True)
    assert frame_at(section(raw), second.stop) is None


@pytest.mark.parametrize(
    ("behind", "ends"),
    [
        (b"more of it", False),
        (b"\r\n\r\nmore of it", False),
        (b"\r\nWARC/1.0\r\n", False),  # one line break is no end
        (b"\r\n\r\nWARC/1.0\r\n", True),
        (b"\n\nWARC/1.0\r\n", True),
        (b"\r\n\r\n\0\0\0", True),  # the next one lies in a hole
        (b"\r\n\r\nWXRC/1.0\r\nWARC-Type: response\r\n", True),  # the next one is damaged
        (b"", True),  # the end of the file
        (b"\r\n", True),
    ],
)
def test_a_length_is_borne_out_by_what_follows(behind: bytes, ends: bool) -> None:
    assert frame(ONE.removesuffix(b"\r\n\r\n") + behind).ends == ends


@pytest.mark.parametrize(("behind", "ends"), [(b"", False), (b"\r\n", False), (b"\r\n\r\n", True)])
def test_the_end_of_a_damaged_section_proves_less(behind: bytes, ends: bool) -> None:
    damaged = next(damage for damage in Damage if damage is not Damage.NONE)
    assert frame(ONE.removesuffix(b"\r\n\r\n") + behind, damage=damaged).ends == ends


@pytest.mark.parametrize(("behind", "ends"), [(b"x", False), (b"\nmore", False), (b"\n", True), (b"\n" + ARC, True)])
def test_behind_a_record_of_an_arc_a_line_ends(behind: bytes, ends: bool) -> None:
    assert frame(ARC[:-1] + behind).ends == ends


def test_the_next_record_is_looked_for_from_a_place_on() -> None:
    raw = ONE + TWO
    assert search(section(raw), 0) == 0
    assert search(section(raw), 1) == len(ONE)
    assert search(section(raw), len(ONE)) == len(ONE)
    assert search(section(raw), len(ONE) + 1) == len(raw)


@pytest.mark.parametrize("gap", [0, 1, (1 << 16) - 3, 1 << 16, 200_000])
def test_a_record_is_found_wherever_the_pieces_that_are_read_end(gap: int) -> None:
    raw = ONE + b"x" * gap + of_day(2)
    assert search(section(raw), len(ONE)) == len(ONE) + gap


def test_the_name_of_the_format_in_a_text_begins_no_record() -> None:
    raw = ONE + b"they wrote WARC/1.0\r\n and more\r\n"
    assert search(section(raw), len(ONE)) == len(raw)


def test_in_a_warc_no_record_of_an_arc_is_looked_for() -> None:
    assert search(section(ONE + b"\n" + ARC), len(ONE)) == len(ONE) + 1 + len(ARC)
    assert search(section(b"x\n" + ARC), 1) == 2
    assert search(section(b"xx" + ARC), 1) == 2 + len(ARC)  # it begins a line
