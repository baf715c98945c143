"""What a bar says of the host that is waited for."""

import os
import pty
import socket
import subprocess
import sys

from newsdiff.cli.progress import Bars, Wait


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
