"""Bars on a terminal's standard error, one for each host that is at work; they make way for what is printed.

A bar says for what its host is waited for, and how long.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


_PATIENCE_SECONDS = 1.0  # of a wait that nobody needs to be told of
_BAR_CELLS = 16


class Wait:
    """For what a host is waited for, in words that tell the time; ``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asked = clock()
        self._told = False

    def begin(self, pause: float) -> None:
        """A pause of so many seconds begins; at its end the host is asked, with 0.0 now."""
        self._asked = self._clock() + pause
        self._told = True

    def __str__(self) -> str:
        """``pauses 4 s``, ``no answer for 7 s``; nothing for what takes no time."""
        waited = self._clock() - self._asked
        if waited < 0:
            return f"pauses {-waited:.0f} s between two requests"
        return f"no answer for {waited:.0f} s" if self._told and waited > _PATIENCE_SECONDS else ""


class CountLine:
    """One line on a terminal's standard error that counts what is read, where that takes longer than a second."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: float | None = None
        self._told = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """So much is done; all of it: the line goes, and another one may begin."""
        now = self._clock()
        self._begun = now if self._begun is None else self._begun
        if done < of and now - self._begun > _PATIENCE_SECONDS and sys.stderr.isatty():
            self._told = True
            print(f"\r{done:,} of {of:,} {what}\x1b[K", end="", file=sys.stderr, flush=True)
        elif done >= of:
            if self._told:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._begun, self._told = None, False


class Bars:
    """A context manager; silent where nobody looks, or where nothing is to be shown."""

    def __init__(self, *, silent: bool) -> None:
        self._progress = None if silent or not sys.stderr.isatty() else _progress()
        self._tasks: dict[str, TaskID] = {}
        self._totals: dict[str, int] = {}
        self._done: dict[str, int] = {}
        self._waits: dict[str, Wait] = {}

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def planned(self, hosts: dict[str, int]) -> None:
        """So many more pages of each host are to be visited."""
        for host, pages in hosts.items():
            self._totals[host] = self._totals.get(host, 0) + pages
            self._show(host)

    def visited(self, host: str) -> None:
        """A page of a host was visited."""
        self._done[host] = self._done.get(host, 0) + 1
        self._show(host)

    def heard(self, host: str, pause: float) -> None:
        """A host is asked for a page now, or after a pause of so many seconds."""
        self._waits.setdefault(host, Wait()).begin(pause)
        self._show(host)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Without the bars, so that lines can be printed where they stood."""
        if self._progress:
            self._progress.stop()
        yield
        sys.stdout.flush()
        if self._progress:
            self._progress.start()

    def _show(self, host: str) -> None:
        if self._progress is None:
            return
        from rich.markup import escape

        done, total = self._done.get(host, 0), self._totals.get(host, 0)
        if host not in self._tasks:
            wait = self._waits.setdefault(host, Wait())
            self._tasks[host] = self._progress.add_task(escape(host), wait=wait)
        # A host that is through makes room for the others.
        self._progress.update(self._tasks[host], completed=done, total=total, visible=done < total)


@contextmanager
def waiting(url: str) -> Iterator[None]:
    """The bar of the one host that is asked for a page."""
    from newsdiff.text.urls import host

    with Bars(silent=False) as bars:
        bars.planned({host(url): 1})
        bars.heard(host(url), 0.0)
        yield


def _progress() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(_BAR_CELLS),
        MofNCompleteColumn(),
        TextColumn("{task.fields[wait]}"),  # written anew each time, so that it tells the time
    )
    # Redirected, what is printed would go to standard error with the bars.
    return Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
