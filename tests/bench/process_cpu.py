"""What processes used, as Linux tells it in /proc: of those of a bench, and of the children that clean and compare."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_CHILD = b"newsdiff.process.sandbox"


class Process(NamedTuple):
    """A process: when it began, and seconds of CPU, without and with its children that ended."""

    pid: int
    parent: int
    began: int
    own: float
    whole: float


def tree(pids: list[int]) -> Iterator[Process]:
    """Processes, and all that they began and that is still there."""
    found = {one.pid: one for one in _all()}
    children: dict[int, list[int]] = {}
    for one in found.values():
        children.setdefault(one.parent, []).append(one.pid)
    left = list(pids)
    while left:
        pid = left.pop()
        left += children.get(pid, [])
        if pid in found:
            yield found[pid]


def tree_cpu(pids: list[int]) -> float:
    """Seconds of CPU of processes and of all that they began."""
    return sum(one.whole for one in tree(pids))


def reading(pids: list[int]) -> Iterator[Process]:
    """The children of these processes, and of theirs, that clean or compare."""
    return (one for one in tree(pids) if _CHILD in _command(one.pid))


def cleaning_and_comparing(children: Iterable[Process]) -> tuple[float, float]:
    """Seconds of CPU of the children that clean and of those that compare: a parent begins as many of each, in turn."""
    lanes: dict[int, list[Process]] = {}
    for one in sorted(children, key=lambda one: one.began):
        lanes.setdefault(one.parent, []).append(one)
    parts = [(own[: -(-len(own) // 2)], own[-(-len(own) // 2) :]) for own in lanes.values()]
    cleaning, comparing = (sum(one.own for part in parts for one in part[which]) for which in (0, 1))
    return cleaning, comparing


def _all() -> Iterator[Process]:
    tick = os.sysconf("SC_CLK_TCK")
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            told = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        used = [int(number) / tick for number in told[11:15]]
        yield Process(int(entry.name), int(told[1]), int(told[19]), sum(used[:2]), sum(used))


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
