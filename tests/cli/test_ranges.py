"""Every value that a person can give has a range, and an error that names it: exit 2, never a bug."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.cli.main import run
from tests.cli.conftest import NEW, OLD, URL, Newsdiff

MANY = "9" * 5_000


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One store for all that change nothing in it."""
    folder = tmp_path_factory.mktemp("shelf")
    store = ["--store", str(folder / "snapshots")]
    assert run([*store, "init"]) == 0
    for name, text, day in (("old.txt", OLD, "18"), ("new.txt", NEW, "19")):
        (folder / name).write_text(text)
        assert run([*store, "snapshot", str(folder / name), "--url", URL, "--at", f"2025-03-{day}T10:00Z"]) == 0
    return folder


@pytest.fixture
def reads(newsdiff: Newsdiff, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Newsdiff:
    """A store in ./snapshots with one article in two revisions, which is to stay as it is."""
    monkeypatch.chdir(shelf)
    return newsdiff


@pytest.mark.parametrize("zone", ["UTC", "local", "Europe/Berlin", "America/Argentina/Ushuaia"])
def test_a_zone_that_is_one_is_taken(reads: Newsdiff, zone: str) -> None:
    assert reads("log", URL, "--tz", zone).code == 0


@pytest.mark.parametrize("zone", ["", "Europe", "..", "../../etc/passwd", "/etc/passwd", "x" * 5_000, "Mars/Olympus"])
@pytest.mark.parametrize("command", ["log", "list", "changes", "show", "diff"])
def test_a_zone_that_is_none_is_named(reads: Newsdiff, command: str, zone: str) -> None:
    found = reads(command, *([] if command in ("list", "changes") else [URL]), "--tz", zone)
    assert found.code == 2
    assert "time zone" in found.err


@pytest.mark.parametrize(
    "rev", ["@1", "@-1", "2025-03-18", "2100-01-01", "2025-03-19T10:00", "9999-12-31", "9999-12-31T23:59-14:00"]
)
def test_a_revision_that_is_one_is_found(reads: Newsdiff, rev: str) -> None:
    assert reads("show", URL, rev).code == 0


@pytest.mark.parametrize(
    "rev",
    [
        f"@{MANY}",
        f"@-{MANY}",
        "@²",
        "@٣",
        "@--1",
        "@",
        "0001-01-01",
        "0001-01-01T00:00+14:00",
        "2025-99-99",
        MANY,
        "²²²²",
    ],
)
def test_a_revision_out_of_range_is_named(reads: Newsdiff, rev: str) -> None:
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        found = reads("show", URL, "--tz", zone, "--", rev)
        assert found.code == 2
        assert rev[:20] in found.err
        assert len(found.err) < 500


@pytest.mark.parametrize("since", ["1d", "100d 12h", "2025-03-01", "2025-03-01T10:00+02:00", "1970-01-02", "99 w"])
def test_a_time_to_look_back_is_taken(reads: Newsdiff, since: str) -> None:
    assert reads("changes", "--since", since).code == 0


def test_a_time_to_look_back_may_be_longer_than_git_knows(reads: Newsdiff) -> None:
    assert "2025-03-19" in reads("changes", "--since", "36500d").out


@pytest.mark.parametrize(
    "since",
    [f"{MANY}d", "99999999d", "1e400d", "0001-01-01", "9999-12-31T23:59-14:00", "1960-01-01", "2200-01-01", "", "soon"],
)
def test_a_time_out_of_range_is_named(reads: Newsdiff, since: str) -> None:
    calls = [["snapshot", "old.txt", "--url", URL, "--at", since], ["watch", "--at", since]]
    for call in [*calls, *([["changes", "--since", since]] if since else [])]:
        found = reads(*call)
        assert found.code == 2
        assert "time" in found.err
        assert len(found.err) < 500


def test_a_moment_before_1970_leaves_no_commit(kept: Newsdiff, tmp_path: Path) -> None:
    other = "https://www.harbour.example/other"
    assert kept("snapshot", "old.txt", "--url", other, "--at", "1970-01-01T00:00+01:00").code == 2
    assert kept("log", other).code == 2
    assert kept("verify").code == 0


@pytest.mark.parametrize("every", ["5m", "1h"])
def test_an_interval_is_taken(reads: Newsdiff, every: str) -> None:
    assert reads("cron", "--every", every).code == 0


@pytest.mark.parametrize("every", [f"{MANY}h", "1e9w", "0m", "-5m", "", "nan", "inf h", "40000d"])
def test_an_interval_out_of_range_is_named(reads: Newsdiff, shelf: Path, every: str) -> None:
    (shelf / "list.txt").write_text(URL)
    for call in (["cron", "--every", every], ["add", "list.txt", "--every", every]):
        if every or call[0] == "cron":
            found = reads(*call)
            assert found.code == 2
            assert "every" in found.err or "length of time" in found.err
            assert len(found.err) < 500


@pytest.mark.parametrize("delay", ["nan", "inf", "-1", "1e10", MANY, "soon"])
def test_a_delay_out_of_range_is_named(reads: Newsdiff, delay: str) -> None:
    found = reads("watch", "--delay", delay)
    assert found.code == 2
    assert "--delay" in found.err


@pytest.mark.parametrize("count", ["0", "-1", "9" * 30, MANY, "nan"])
@pytest.mark.parametrize("call", [("log", "-n"), ("changes", "-n"), ("diff", URL, "--context")], ids=" ".join)
def test_a_count_out_of_range_is_named(reads: Newsdiff, call: tuple[str, ...], count: str) -> None:
    if call[0] == "diff" and count == "0":
        return
    found = reads(*call, count)
    assert found.code == 2
    assert call[-1] in found.err


@pytest.mark.parametrize("share", ["nan%", "inf%", "1e400%", "0%", "101%", MANY, ""])
def test_a_share_out_of_range_is_named(reads: Newsdiff, share: str) -> None:
    found = reads("verify", "--sample", share)
    assert found.code == 2
    assert "share" in found.err


@pytest.mark.parametrize("columns", [MANY, "0", "-3", "²", "x", ""])
def test_a_width_that_is_none_is_passed_over(reads: Newsdiff, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert reads("diff", URL, "--format", "terminal").code == 0


@pytest.mark.parametrize("host", ["..", "../..", "/", "", "-x", "a\nb", "x" * 5_000, ":(glob)*"])
def test_a_host_that_is_none_has_no_changes(reads: Newsdiff, host: str) -> None:
    assert reads("changes", f"--host={host}").code in (0, 2)


@pytest.mark.parametrize("line", ["every=99999999999w", f"every={MANY}h", "every=0s", "every=1e99d", "paused=2", "x=y"])
def test_a_line_of_the_watch_list_out_of_range_is_named(kept: Newsdiff, tmp_path: Path, line: str) -> None:
    listed = tmp_path / "snapshots" / ".newsdiff" / "watchlist.txt"
    listed.write_text(f"# mine\n{URL} {line}\n")
    for command in ("list", "watch", "doctor"):
        found = kept(command)
        assert found.code == 2
        assert "watchlist.txt:2" in found.err
        assert len(found.err) < 500


@pytest.mark.parametrize("body", [b"\xff\xfe", b"\0", b"https://[::1 every=1h", b"https://a.example:99999999/x"])
def test_a_watch_list_of_another_kind_is_no_bug(kept: Newsdiff, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "snapshots" / ".newsdiff" / "watchlist.txt").write_bytes(body)
    for command in ("list", "watch", "doctor"):
        assert kept(command).code in (0, 1, 2, 3)


@pytest.mark.parametrize("name", ["watchlist.txt", "config.toml", "format", "run.lock", "index.tsv", "log", "raw"])
def test_a_folder_or_a_file_in_the_place_of_another_thing_is_no_bug(kept: Newsdiff, tmp_path: Path, name: str) -> None:
    import shutil

    place = tmp_path / "snapshots" / ".newsdiff" / name
    if place.is_dir():
        shutil.rmtree(place)
        place.write_text("a file")
    else:
        place.unlink(missing_ok=True)
        place.mkdir()
    for call in (["list"], ["watch"], ["doctor"], ["log"], ["snapshot", "new.txt", "--url", URL]):
        assert kept(*call).code in (0, 1, 2, 4)


def test_a_text_that_is_too_long_is_named(reads: Newsdiff, shelf: Path) -> None:
    with (shelf / "long.txt").open("wb") as file:
        file.truncate(60_000_000)
    found = reads("diff", "long.txt", "old.txt")
    assert found.code == 2
    assert "50 MB" in found.err
    found = reads("diff", "/dev/zero", "old.txt")
    assert "50 MB" in found.err


@pytest.mark.parametrize(
    "call",
    [["snapshot", "-", "--url", URL], ["diff", "-", "old.txt"], ["clean", "-"], ["check", "-"]],
    ids=lambda c: c[0],
)
def test_standard_input_that_is_closed_is_a_usage_error(kept: Newsdiff, tmp_path: Path, call: list[str]) -> None:
    script = 'exec "$0" -m newsdiff "$@" <&-'
    done = subprocess.run(["sh", "-c", script, sys.executable, *call], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "standard input is closed" in done.stderr


def test_closed_standard_files_take_nothing_that_belongs_to_a_file(kept: Newsdiff, tmp_path: Path) -> None:
    script = 'exec "$0" -m newsdiff snapshot old.txt --url http://a.example/x <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", script, sys.executable], check=False).returncode == 0
    assert kept("verify").code == 0
    lock = tmp_path / "snapshots" / ".newsdiff" / "run.lock"
    assert lock.read_bytes() == b""
