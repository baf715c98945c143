"""The log is only ever appended to; what is torn in it costs that line alone."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.model import Status
from newsdiff.watch.state.observation import Observation
from newsdiff.watch.state.observation_log import LogPosition, append, is_place, parse, read

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
MARCH, APRIL = "observations-2026-03.jsonl", "observations-2026-04.jsonl"


def seen(number: int, at: datetime = AT) -> Observation:
    return Observation(at, f"https://a.example/{number}", status=Status.UNCHANGED)


def numbers(private: Path, since: LogPosition | None = None) -> list[str]:
    found = read(private, since) if since else read(private)
    return [one.url.rsplit("/", 1)[1] if one else "?" for one, _ in found]


def test_nothing_was_logged_at_first(tmp_path: Path) -> None:
    assert numbers(tmp_path) == []
    assert is_place(tmp_path, LogPosition())


def test_what_is_appended_is_read_in_its_order(tmp_path: Path) -> None:
    append(tmp_path, [seen(1), seen(2)])
    append(tmp_path, [seen(3)])
    assert numbers(tmp_path) == ["1", "2", "3"]
    assert [path.name for path in (tmp_path / "log").iterdir()] == [MARCH]


def test_the_log_is_its_owners_alone(tmp_path: Path) -> None:
    append(tmp_path, [seen(1)])
    assert (tmp_path / "log" / MARCH).stat().st_mode & 0o777 == 0o600


def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    append(tmp_path, [seen(1), seen(2)])
    [(_, first), (_, second)] = read(tmp_path)
    append(tmp_path, [seen(3)])
    assert numbers(tmp_path, first) == ["2", "3"]
    assert numbers(tmp_path, second) == ["3"]
    assert is_place(tmp_path, first) and is_place(tmp_path, second)
    assert not is_place(tmp_path, LogPosition(MARCH, first.offset - 3))


def test_a_new_month_begins_a_file_and_packs_the_one_before(tmp_path: Path) -> None:
    append(tmp_path, [seen(1)])
    append(tmp_path, [seen(2, AT + timedelta(days=31))])
    assert sorted(path.name for path in (tmp_path / "log").iterdir()) == [f"{MARCH}.gz", APRIL]
    assert gzip.decompress((tmp_path / "log" / f"{MARCH}.gz").read_bytes()).count(b"\n") == 1
    assert numbers(tmp_path) == ["1", "2"]
    assert numbers(tmp_path, LogPosition(APRIL, 0)) == ["2"]
    assert numbers(tmp_path, LogPosition(MARCH, 0)) == ["1", "2"]


def test_two_months_in_one_go(tmp_path: Path) -> None:
    append(tmp_path, [seen(1), seen(2, AT + timedelta(days=31)), seen(3, AT + timedelta(days=62))])
    assert numbers(tmp_path) == ["1", "2", "3"]


def test_a_clock_that_was_set_back_writes_behind_what_was_read(tmp_path: Path) -> None:
    append(tmp_path, [seen(1, AT + timedelta(days=31))])
    [(_, end)] = read(tmp_path)
    append(tmp_path, [seen(2)])
    assert numbers(tmp_path, end) == ["2"]
    assert [path.name for path in (tmp_path / "log").iterdir()] == [APRIL]


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_torn_line_is_skipped_and_the_next_begins_on_its_own(tmp_path: Path, cut: int) -> None:
    append(tmp_path, [seen(1), seen(2)])
    path = tmp_path / "log" / MARCH
    path.write_bytes(path.read_bytes()[:-cut])
    assert numbers(tmp_path) == ["1"]
    append(tmp_path, [seen(3)])
    assert numbers(tmp_path) == ["1", "2" if cut == 1 else "?", "3"]


def test_a_damaged_line_is_told_and_costs_no_other(tmp_path: Path) -> None:
    append(tmp_path, [seen(1), seen(2), seen(3)])
    path = tmp_path / "log" / MARCH
    lines = path.read_bytes().split(b"\n")
    lines[1] = b"\xff" + lines[1][1:]
    path.write_bytes(b"\n".join(lines))
    assert numbers(tmp_path) == ["1", "?", "3"]


def test_blank_lines_are_nothing(tmp_path: Path) -> None:
    append(tmp_path, [seen(1)])
    path = tmp_path / "log" / MARCH
    path.write_bytes(b"\n\n" + path.read_bytes())
    assert numbers(tmp_path) == ["1"]


def test_a_packed_file_that_is_damaged_is_told_and_what_follows_is_read(tmp_path: Path) -> None:
    append(tmp_path, [seen(1)])
    append(tmp_path, [seen(2, AT + timedelta(days=31))])
    packed = tmp_path / "log" / f"{MARCH}.gz"
    packed.write_bytes(packed.read_bytes()[:-9])
    assert numbers(tmp_path)[-2:] == ["?", "2"]


def test_the_newest_file_grows_even_if_it_was_packed(tmp_path: Path) -> None:
    append(tmp_path, [seen(1)])
    append(tmp_path, [seen(2, AT + timedelta(days=31))])
    (tmp_path / "log" / APRIL).unlink()  # put back from a backup of March
    append(tmp_path, [seen(3)])
    assert numbers(tmp_path) == ["1", "3"]


def test_files_that_were_moved_away_leave_their_place_known(tmp_path: Path) -> None:
    append(tmp_path, [seen(1)])
    [(_, end)] = read(tmp_path)
    (tmp_path / "log" / MARCH).unlink()
    assert is_place(tmp_path, end)
    assert numbers(tmp_path, end) == []


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"null", b"7", b'{"at": "x"}', b"\xff\xfe", b"[" * 100_000, b"NaN"]
)
def test_what_is_no_observation_is_none(line: bytes) -> None:
    assert parse(line) is None
