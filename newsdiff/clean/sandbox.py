"""Cleaning in a child process that can be killed: hostile pages end within limits of CPU, memory and wall time.

The child lives for many pages; page and article cross two pipes, pickled (both ends are ours). Its CPU budget is raised
by a fixed number of seconds for each page (RLIMIT_CPU counts the whole life of a process), its memory is capped once
(RLIMIT_AS); the wall is watched by the parent, who kills. A child that died is replaced at the next page.
"""

import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from newsdiff.errors import CleanError
from newsdiff.model import Cleaned, SiteSettings
from newsdiff.process.pipe import receive, send, take_over

CPU_SECONDS = 10  # seconds a page
WALL_SECONDS = 30.0  # seconds a page; a busy machine gives a child less than one CPU
MEMORY_BYTES = 1 << 30  # bytes of address space, which is what a kernel can cap
_PACKAGE = str(Path(__file__).parents[2])  # where this newsdiff stands, installed or not


class Cleaner:
    """A context manager that cleans pages in one killable child."""

    def __init__(self, *, cpu: int = CPU_SECONDS, wall: float = WALL_SECONDS, memory: int = MEMORY_BYTES) -> None:
        self._limits = cpu, memory
        self._wall = wall
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is none."""
        return self._child.pid if self._child else None

    def kill(self) -> None:
        """Kill the child; the next page gets another one."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()

    def html(
        self, body: bytes | str, url: str = "", content_type: str = "", site: SiteSettings | None = None
    ) -> Cleaned:
        """What ``cleaned_html`` gives; raises CleanError as it does, or when the page costs more than the limits."""
        child = self._ready()
        deadline = time.monotonic() + self._wall
        request = pickle.dumps((body, url, content_type, site), pickle.HIGHEST_PROTOCOL)
        try:
            send(cast("IO[bytes]", child.stdin), request)
            answer = pickle.loads(receive(cast("IO[bytes]", child.stdout), deadline))
        except (BrokenPipeError, EOFError) as error:
            self.close()
            raise CleanError(
                "cleaning the page went beyond the limits of CPU time or memory", "the page is kept; look at it by hand"
            ) from error
        except TimeoutError as error:
            self.close()
            raise CleanError("cleaning the page took too long", "the page is kept; look at it by hand") from error
        if isinstance(answer, Cleaned):
            return answer
        raise CleanError(*cast("tuple[str, str]", answer))

    def _ready(self) -> subprocess.Popen[bytes]:
        """The child, or another one in the place of one that died."""
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._child = self._start()
        return self._child

    def _start(self) -> subprocess.Popen[bytes]:
        cpu, memory = self._limits
        argv = [sys.executable, "-I", "-c", _BOOT, str(cpu), str(memory), _PACKAGE, *filter(None, sys.path)]
        return subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True)


_BOOT = (
    "import sys; sys.path[:0] = sys.argv[3:]; from newsdiff.clean.sandbox import serve;"
    " serve(int(sys.argv[1]), int(sys.argv[2]))"
)


def serve(cpu: int, memory: int) -> None:
    """The child's life: clean what comes, until the parent is gone."""
    import resource

    source, sink = take_over()
    os.dup2(1, 2)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            request = receive(source)
        except EOFError:
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + cpu, hard))
        send(sink, pickle.dumps(_answer(request), pickle.HIGHEST_PROTOCOL))


def _answer(request: bytes) -> Cleaned | tuple[str, str]:
    from newsdiff.clean import cleaned_html

    try:
        body, url, content_type, site = pickle.loads(request)
        return cleaned_html(body, url, content_type=content_type, site=site)
    except CleanError as error:
        return error.message, error.hint
    except (MemoryError, RecursionError):
        return "cleaning the page went beyond the limits of memory", "the page is kept; look at it by hand"
