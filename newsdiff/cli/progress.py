"""Bars on a terminal's standard error, one for each host that is at work; they make way for what is printed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bars:
    """A context manager; silent where nobody looks, or where nothing is to be shown."""

    def __init__(self, *, silent: bool) -> None:
        self._progress = None if silent or not sys.stderr.isatty() else _progress()
        self._tasks: dict[str, TaskID] = {}
        self._totals: dict[str, int] = {}
        self._done: dict[str, int] = {}

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
            self._tasks[host] = self._progress.add_task(escape(host))
        # A host that is through makes room for the others.
        self._progress.update(self._tasks[host], completed=done, total=total, visible=done < total)


def _progress() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Redirected, what is printed would go to standard error with the bars.
    return Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
