"""What a bar says of the host that is waited for."""

import os
import pty
import socket
import subprocess
import sys

import pytest

from newsdiff.cli.progress import Bars, CountLine, Wait


class Clock:
    """Seconds that the test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def wait() -> tuple[Clock, Wait]:
    clock = Clock()
    return clock, Wait(clock)


def test_nothing_is_said_before_a_host_is_asked_and_of_what_takes_no_time() -> None:
    clock, told = wait()
    clock.now += 30
    assert str(told) == ""
    told.begin(0.0)
    clock.now += 0.9
    assert str(told) == ""


def test_no_answer_is_told_with_its_seconds() -> None:
    clock, told = wait()
    told.begin(0.0)
    clock.now += 7
    assert str(told) == "no answer for 7 s"


def test_a_pause_counts_down_and_then_the_answer_is_waited_for() -> None:
    clock, told = wait()
    told.begin(5.0)
    clock.now += 1
    assert str(told) == "pauses 4 s between two requests"
    clock.now += 8
    assert str(told) == "no answer for 4 s"


def test_nothing_is_shown_where_nobody_looks(capfd) -> None:
    with Bars(silent=True) as bars:
        bars.planned({"news.example": 2})
        bars.heard("news.example", 3.0)
        bars.visited("news.example")
    assert capfd.readouterr() == ("", "")


def test_a_host_that_does_not_answer_is_named_with_the_seconds(tmp_path) -> None:
    terminal, end = pty.openpty()
    with socket.create_server(("127.0.0.1", 0)) as deaf:  # takes the connection, and says nothing
        subprocess.run([sys.executable, "-m", "newsdiff", "init"], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        argv = [sys.executable, "-m", "newsdiff", "clean", "--allow-private", url]
        with subprocess.Popen(argv, stdout=end, stderr=end, cwd=tmp_path) as process:
            shown = b""
            while b"no answer for 2 s" not in shown:
                shown += os.read(terminal, 65536)
            process.kill()
    os.close(end)
    os.close(terminal)
    assert b"127.0.0.1" in shown


class Screen:
    """A standard error that says whether it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal
        self.said = ""

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> None:
        self.said += text

    def flush(self) -> None:
        """Nothing waits."""


def read_slowly(monkeypatch: pytest.MonkeyPatch, seconds: float, *, terminal: bool = True) -> str:
    """What is said of four steps that take so long each."""
    screen, clock = Screen(terminal=terminal), Clock()
    monkeypatch.setattr("sys.stderr", screen)
    reading = CountLine(clock)
    for done in (0, 500, 1000, 1500):
        reading("revisions", done, 1500)
        clock.now += seconds
    return screen.said


def test_what_is_read_quickly_or_by_nobody_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_slowly(monkeypatch, 0.3) == ""
    assert read_slowly(monkeypatch, 30, terminal=False) == ""


def test_what_takes_long_is_counted_in_one_line_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    said = read_slowly(monkeypatch, 2.0)
    assert "\r500 of 1,500 revisions" in said
    assert "\r1,000 of 1,500 revisions" in said
    assert said.endswith("\r\x1b[K")
    assert "\n" not in said
