"""Calls in a child process that can be killed: whatever an input does to a function, the caller goes on.

The child lives for many calls; function, arguments and result cross two pipes, pickled (both ends are ours). Its CPU
budget is raised by a fixed number of seconds for each call (RLIMIT_CPU counts the whole life of a process), its memory
is capped once (RLIMIT_AS); the wall is watched by the parent, who kills. A child that died is replaced at the next
call; none is begun before the first one.
"""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, ParamSpec, Protocol, TypeVar, cast

from newsdiff.process.closing import Closing
from newsdiff.process.failure import failure
from newsdiff.process.pipe import receive, send, take_over

CPU_SECONDS = 10  # seconds a call
WALL_SECONDS = 30.0  # seconds a call; a busy machine gives a child less than one CPU
MEMORY_BYTES = 1 << 30  # bytes of address space, which is what a kernel can cap
RESULT_BYTES = 1 << 25  # of a result: the parent, which has no such limits, must hold it
_PACKAGE = str(Path(__file__).parents[2])  # where this newsdiff stands, installed or not
_BOOT = (
    "import sys; sys.path[:0] = sys.argv[4:]; from newsdiff.process.sandbox import serve;"
    " serve(*map(int, sys.argv[1:4]))"
)

P = ParamSpec("P")
T = TypeVar("T")


class Overrun(Exception):
    """A call went beyond a limit; the message names it."""


class Broken(Exception):
    """The function raised; the message says what, and where."""


class Calling(Protocol):
    """What calls a function of somebody else's text: a ``Sandbox``, or something that answers for it."""

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function gives; ``Overrun`` or ``Broken`` where it gives nothing."""


class Sandbox(Closing):
    """A killable child that calls functions within limits; a context manager."""

    def __init__(
        self,
        *,
        cpu: int = CPU_SECONDS,
        wall: float = WALL_SECONDS,
        memory: int = MEMORY_BYTES,
        largest: int = RESULT_BYTES,
    ) -> None:
        self._limits = cpu, memory, largest
        self._wall = wall
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def stop(self) -> None:
        """End the calls of another thread, the one under way too: each gives Overrun. ``close`` is left to them."""
        self._stopped = True
        if (child := self._child) is not None:
            child.kill()

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

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``function``, one that can be imported, gives in the child; ``Overrun`` or ``Broken``."""
        request = pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        for last in (False, True):
            try:
                refusal, result = pickle.loads(self._answer(request))
            except EOFError as error:
                # Killed from outside, perhaps, for which the input is not to blame: a second child may do it.
                if (ended := self._ended()) == -signal.SIGXCPU:
                    raise Overrun(f"it took more than {self._limits[0]} seconds of CPU time") from error
                if last or self._stopped:
                    raise Overrun(f"the process that did it ended twice (exit code {ended})") from error
            else:
                break
        if refusal is not None:
            raise refusal(result)
        return cast("T", result)

    def _answer(self, request: bytes) -> bytes:
        """The child's answer; EOFError when it died, Overrun when it took too long."""
        child = self._ready()
        deadline = time.monotonic() + self._wall
        try:
            send(cast("IO[bytes]", child.stdin), request)
            return receive(cast("IO[bytes]", child.stdout), deadline)
        except (EOFError, BrokenPipeError) as error:
            raise EOFError from error
        except TimeoutError as error:
            self.close()
            raise Overrun(f"it took longer than {self._wall:g} seconds") from error
        except BaseException:
            self.close()  # stopped between question and answer: the next answer would be this one's
            raise

    def _ended(self) -> int:
        """How a child that closed its pipes ended."""
        assert self._child is not None, "it was asked a moment ago"
        self._child.kill()
        code = self._child.wait()
        self.close()
        return code

    def _ready(self) -> "subprocess.Popen[bytes]":
        """The child, or another one in the place of one that died; Overrun once it was stopped."""
        if self._child is None or self._child.poll() is not None:
            self.close()
            limits = map(str, self._limits)
            argv = [sys.executable, "-I", "-c", _BOOT, *limits, _PACKAGE, *filter(None, sys.path)]
            self._child = subprocess.Popen(
                argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True
            )
        if self._stopped:  # also while the child was begun
            self.close()
            raise Overrun("it was stopped")
        return self._child


def serve(cpu: int, memory: int, largest: int) -> None:
    """The child's life: call what is asked for, until the parent is gone."""
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
        send(sink, _answer(request, memory, largest))


def _answer(request: bytes, memory: int, largest: int) -> bytes:
    """None and the result, or the exception to raise and its message; pickled."""
    try:
        function, args, kwargs = pickle.loads(request)
        answer = pickle.dumps((None, function(*args, **kwargs)), pickle.HIGHEST_PROTOCOL)
        if len(answer) <= largest:
            return answer
        refusal: tuple[type[Exception], str] = Overrun, f"its result has {len(answer):,} bytes"
    except (MemoryError, RecursionError) as error:
        refusal = Overrun, f"it went beyond the limits of memory ({type(error).__name__})"
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to the one who called
        if _most() > memory // 2:  # a library without memory says all kinds of things
            refusal = Overrun, f"it went beyond the limits of memory ({type(error).__name__})"
        else:
            refusal = Broken, failure(error)
    return pickle.dumps(refusal)


def _most() -> int:
    """The most bytes of address space that this process ever had; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in status.split("\n") if line.startswith("VmPeak:")), 0)
