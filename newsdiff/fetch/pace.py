"""Politeness: one request to a host at a time, with a pause between two, and none while it wants to be left alone.

One pace serves all the threads of a process, so a redirect to another host waits for that host's turn too. A host is
an outlet here: ``www.example.com`` and ``example.com`` take turns, for they are mostly one server.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from newsdiff.named_tuple import NamedTuple

_BUSY_SECONDS = 0.02  # seconds between two looks at a host that another thread is asking


class Rest(NamedTuple):
    """Until when a host is left alone, and why."""

    host: str
    until: datetime
    why: str


@dataclass(slots=True)
class _Host:
    delay: float = 0.0
    started: float = float("-inf")  # monotonic: the last request
    busy: bool = False
    rest: Rest | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Pace:
    """The turns of hosts; for many threads."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    def slow(self, host: str, delay: float) -> None:
        """Keep at least ``delay`` seconds between two starts on a host, such as its robots.txt asks for."""
        place = self._of(host)
        with place.lock:
            place.delay = max(place.delay, delay)

    def delay(self, host: str) -> float:
        """Seconds between two starts on a host."""
        return self._of(host).delay

    def note_request(self, host: str) -> None:
        """A host was asked by somebody else: if nothing is known of it yet, its next turn comes after its delay."""
        place = self._of(host)
        with place.lock:
            if place.started == float("-inf"):
                place.started = time.monotonic()

    def rest(self, rest: Rest) -> None:
        """Leave a host alone; of two rests, the longer counts."""
        place = self._of(rest.host)
        with place.lock:
            if place.rest is None or place.rest.until < rest.until:
                place.rest = rest

    def resting(self, host: str, clock: Callable[[], datetime]) -> Rest | None:
        """The rest of a host that is not over."""
        rest = self._of(host).rest
        return rest if rest is not None and clock() < rest.until else None

    def rests(self, clock: Callable[[], datetime]) -> tuple[Rest, ...]:
        """All rests that are not over."""
        return tuple(rest for host in list(self._hosts) if (rest := self.resting(host, clock)))

    @contextmanager
    def turn(self, host: str, delay: float, sleep: Callable[[float], None] = time.sleep) -> Iterator[float]:
        """Wait until a host may be asked, ``delay`` seconds after the last start at least, and hold its turn.

        Gives the seconds that were waited.
        """
        place, waited = self._of(host), 0.0
        while (pause := _claim(place, delay)) > 0:
            before = time.monotonic()
            sleep(pause)
            waited += time.monotonic() - before
        try:
            yield waited
        finally:
            place.busy = False

    def _of(self, host: str) -> _Host:
        return self._hosts.get(host) or self._hosts.setdefault(host, _Host())


def _claim(place: _Host, delay: float) -> float:
    """Take the turn, or say how long to wait before another try."""
    with place.lock:
        if place.busy:
            return _BUSY_SECONDS
        now = time.monotonic()
        pause = place.started + max(delay, place.delay) - now
        if pause <= 0:
            place.busy, place.started = True, now
        return pause


class PagePace(Pace):
    """The turns of what one page loads: still one request to a host at a time, but without a pause between two."""

    def __init__(self, pace: Pace) -> None:
        self._hosts = pace._hosts

    @contextmanager
    def turn(self, host: str, delay: float, sleep: Callable[[float], None] = time.sleep) -> Iterator[float]:  # noqa: ARG002
        """Wait until nobody else asks a host, and hold its turn; gives the seconds that were waited."""
        place, waited = self._of(host), 0.0
        while not _free(place):
            sleep(_BUSY_SECONDS)
            waited += _BUSY_SECONDS
        try:
            yield waited
        finally:
            place.busy = False


def _free(place: _Host) -> bool:
    """Take the turn if nobody has it."""
    with place.lock:
        if place.busy:
            return False
        place.busy, place.started = True, time.monotonic()
        return True
