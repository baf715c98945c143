"""Politeness: the time between the starts of two requests to one host."""

import time
from collections.abc import Callable


class Pace:
    """At least ``delay`` seconds from the start of one request to the next one to the same host."""

    def __init__(self, delay: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self._delay = delay
        self._sleep = sleep
        self._slower: dict[str, float] = {}
        self._started: dict[str, float] = {}

    def slow(self, host: str, delay: float) -> None:
        """Keep at least ``delay`` for one host, such as robots.txt asks for."""
        self._slower[host] = max(delay, self._slower.get(host, 0))

    def delay(self, host: str) -> float:
        """Seconds between two starts on ``host``."""
        return max(self._delay, self._slower.get(host, 0))

    def wait(self, host: str) -> float:
        """Wait until ``host`` may be asked again, and count the request; the seconds that were waited."""
        before = time.monotonic()
        due = self._started.get(host, float("-inf")) + self.delay(host)
        if due > before:
            self._sleep(due - before)
        self._started[host] = time.monotonic()
        return self._started[host] - before
