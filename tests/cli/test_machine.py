"""What a machine offers to those who watch from cron: looked for as it is, with processes and files of its own."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.cli import machine

LINE = "*/15 * * * * newsdiff watch # newsdiff /store"


def process(folder: Path, number: int, name: str, *words: str) -> None:
    """One more process in a folder that stands for /proc."""
    one = folder / str(number)
    one.mkdir(parents=True)
    (one / "comm").write_text(f"{name}\n")
    (one / "cmdline").write_text("\0".join(words))


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Path]:
    process(tmp_path, 1, "systemd", "/sbin/init")
    process(tmp_path, 7, "crontab", "crontab", "-l")
    process(tmp_path, 8, "vim", "vim", "cron")
    yield tmp_path


def test_what_only_bears_its_name_is_no_daemon(processes: Path) -> None:
    assert not machine.runs_crontabs(processes)


@pytest.mark.parametrize(
    ("name", "words"),
    [("cron", ["/usr/sbin/cron", "-f"]), ("crond", ["crond"]), ("busybox", ["/bin/busybox", "crond"])],
)
def test_a_daemon_is_known_by_its_name(processes: Path, name: str, words: list[str]) -> None:
    process(processes, 99, name, *words)
    assert machine.runs_crontabs(processes)


def test_nothing_is_claimed_where_the_processes_of_others_are_hidden(tmp_path: Path) -> None:
    process(tmp_path, 4321, "bash")
    assert machine.runs_crontabs(tmp_path) in (None, True)


def test_a_process_that_runs_is_seen(tmp_path: Path) -> None:
    program = tmp_path / "crond"
    shutil.copy(shutil.which("sleep") or "", program)
    with subprocess.Popen([program, "60"]) as running:
        try:
            # Popen returns a little before the kernel gives the process its new name.
            named = Path(f"/proc/{running.pid}/cmdline")
            while named.exists() and not named.read_bytes().startswith(os.fsencode(program)):
                time.sleep(0.01)
            assert machine.runs_crontabs()
        finally:
            running.kill()


def test_a_mailer_is_looked_for_in_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_MAILERS", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not machine.sends_mail()
    (tmp_path / "sendmail").write_text("#!/bin/sh\n")
    (tmp_path / "sendmail").chmod(0o755)
    assert machine.sends_mail()


@pytest.mark.parametrize(
    ("lines", "silent"),
    [
        ([LINE], False),
        (["MAILTO=desk", LINE], False),
        ([LINE, 'MAILTO=""'], False),
        (['MAILTO=""', "MAILTO=desk", LINE], False),
        (["MAILTO=", LINE], True),
        (["MAILTO = ''", LINE], True),
        (["MAILTO=desk", 'MAILTO=""', LINE], True),
    ],
)
def test_the_last_mailto_before_the_line_counts(lines: list[str], silent: bool) -> None:
    assert machine.mails_nobody(lines, LINE) is silent


def test_a_timer_is_found_by_the_store_that_it_watches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "systemd" / "user"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    store = tmp_path / '100% "news"'
    assert machine.timer(store) is None
    written = str(store).replace('"', '\\"').replace("%", "%%")
    (folder / "mine.service").write_text(f'[Service]\nExecStart="python" "--store" "{written}" "watch" "--quiet"\n')
    assert machine.timer(store) == ("mine.timer", False)
    assert machine.timer(tmp_path / "other") is None


def test_what_a_stopped_process_left_is_no_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: Path
) -> None:
    with subprocess.Popen(["true"]) as ended:
        ended.wait()
    (tmp_path / "crond.pid").write_text(f"{ended.pid}\n")
    monkeypatch.setattr(machine, "_PID_FILES", (str(tmp_path / "crond.pid"),))
    assert not machine.runs_crontabs(processes)
    (tmp_path / "crond.pid").write_text(f"{os.getpid()}\n")
    assert machine.runs_crontabs(processes)
