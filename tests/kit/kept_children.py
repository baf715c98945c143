"""Sandboxes' children that go on living between tests: a new one costs a quarter of a second of CPU for its imports.

They are the real ones, behind the real pipes. One is handed on only if it answers at once, so none is that is still at
work, out of step or dead; what a child did for one test it has no memory of in the next. How children are begun, killed
and replaced is tested in tests/process and tests/clean, which get new ones.
"""

import operator
import os
import pickle
import signal
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from types import SimpleNamespace
from typing import IO, Any, cast

from newsdiff.process.pipe import receive, send

_PATIENCE_SECONDS = 0.5  # for the answer of a child that has nothing to do
_numbers = count()


def _is_idle(child: "subprocess.Popen[bytes]") -> bool:
    """Whether a child answers a question of its own, and nothing else."""
    number = next(_numbers)
    try:
        send(cast("IO[bytes]", child.stdin), pickle.dumps((operator.index, (number,), {})))
        answer = receive(cast("IO[bytes]", child.stdout), time.monotonic() + _PATIENCE_SECONDS)
    except (EOFError, OSError, TimeoutError):
        return False
    return answer == pickle.dumps((None, number), pickle.HIGHEST_PROTOCOL)


def _end(child: "subprocess.Popen[bytes]") -> int:
    child.kill()
    code = child.wait()
    for pipe in (child.stdin, child.stdout):
        cast("IO[bytes]", pipe).close()
    return code


class KeptChildren:
    """Children by the command that began them; ``subprocess`` stands for the module in ``newsdiff.process.sandbox``."""

    def __init__(self) -> None:
        self._idle: dict[tuple[str, ...], list[subprocess.Popen[bytes]]] = defaultdict(list)
        self.subprocess = SimpleNamespace(Popen=self._lend, PIPE=subprocess.PIPE)

    def close(self) -> None:
        for children in self._idle.values():
            for child in children:
                _end(child)
        self._idle.clear()

    def _lend(self, argv: Sequence[str], **options: Any) -> "_Lent":
        idle = self._idle[tuple(argv)]
        while idle:
            child = idle.pop()
            if child.poll() is None:
                return _Lent(child, idle)
            _end(child)
        return _Lent(subprocess.Popen(argv, **options), idle)


class _Lent:
    """A child as its sandbox knows it: to kill it is to give it back."""

    def __init__(self, child: "subprocess.Popen[bytes]", idle: "list[subprocess.Popen[bytes]]") -> None:
        self._child, self._idle = child, idle
        self._code: int | None = None
        self.pid = child.pid
        self.stdin = os.fdopen(os.dup(cast("IO[bytes]", child.stdin).fileno()), "wb", 0)
        self.stdout = os.fdopen(os.dup(cast("IO[bytes]", child.stdout).fileno()), "rb", 0)

    def poll(self) -> int | None:
        return self._child.poll() if self._code is None else self._code

    def kill(self) -> None:
        if self._code is not None:
            return
        if _is_idle(self._child):
            self._code = -signal.SIGKILL
            self._idle.append(self._child)
        else:
            self._code = _end(self._child)

    def wait(self) -> int:
        assert self._code is not None, "a sandbox kills before it waits"
        return self._code
