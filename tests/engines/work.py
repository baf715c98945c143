"""Units of work for the tests of engines: functions that workers import."""

import os
import signal
import time
from pathlib import Path

from newsdiff.engines.workbench import Workbench


def doubled(unit: int, bench: Workbench) -> int:
    return 2 * unit


def measured(unit: bytes, bench: Workbench) -> int:
    return len(unit)


def last_first(unit: int, bench: Workbench) -> int:
    """Even ones take longer."""
    time.sleep(0.02 if unit % 2 == 0 else 0)
    return unit


def noted(unit: tuple[str, int], bench: Workbench) -> int:
    """Leave a file for each time that a unit is done."""
    folder, number = unit
    time.sleep(0.05)
    (Path(folder) / f"{number}-{time.monotonic_ns()}").touch()
    return number


def failing(unit: int, bench: Workbench) -> int:
    raise ZeroDivisionError(f"unit {unit}")


def hanging(unit: int, bench: Workbench) -> str:
    """Hang in a child that can be killed."""
    from newsdiff.process.sandbox import Overrun

    try:
        bench.call(time.sleep, 600)
    except Overrun as error:
        return str(error)
    return "it ended"


def deadly(unit: tuple[int, int], bench: Workbench) -> int:
    """End the process that does a unit, but for the one that asked: ``unit`` is its id and a number."""
    asking, number = unit
    if number == 3 and os.getpid() != asking:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def greedy(unit: tuple[int, int], bench: Workbench) -> int:
    """Take all the memory that a worker may have, and more."""
    asking, number = unit
    if number == 2 and os.getpid() != asking:
        held = []
        for _ in range(100):
            held.append(bytearray(os.urandom(1 << 10) * (1 << 14)))
            time.sleep(0.1)
    return number
