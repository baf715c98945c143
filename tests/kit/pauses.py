"""Whether requests kept their distance, told from when a server logged them, which a busy machine does late."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LATE = 0.08  # seconds that a request may be sent and logged after its turn began, on any machine
_NAP = 0.005  # seconds
_HANDS = 3  # that a request goes through, each of which may be as late: the one who paces, who sends, who logs


class Lateness:
    """How late threads of this machine woke up meanwhile, at most; in seconds."""

    def __init__(self) -> None:
        self.most = 0.0
        self.over = False

    def measure(self) -> None:
        while not self.over:
            began = time.monotonic()
            time.sleep(_NAP)
            self.most = max(self.most, time.monotonic() - began - _NAP)

    @property
    def allowed(self) -> float:
        """How late a request may be logged."""
        return max(LATE, _HANDS * self.most)


@contextmanager
def lateness() -> Iterator[Lateness]:
    """Measure how late the machine is, until the block ends."""
    found = Lateness()
    thread = threading.Thread(target=found.measure, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        found.over = True
        thread.join()


def check_pauses(log: list[tuple[float, str]], pause: float, late: float = LATE) -> None:
    """That starts with this pause between them can be found, each at most ``late`` before its request was logged."""
    start = float("-inf")
    for n, (at, path) in enumerate(log):
        start = max(at - late, start + pause)
        assert start <= at, (path, n, late, [round(t - at, 3) for t, _ in log[max(n - 3, 0) : n + 3]])
