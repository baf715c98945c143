"""Messages between a parent and the child that it may kill: bytes through a pipe, their length before them."""

import os
import select
import struct
import time
from collections.abc import Iterator
from typing import IO

_HEAD = struct.Struct(">Q")


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message; OSError when the other end is gone."""
    view = memoryview(_HEAD.pack(len(message)) + message)
    while view:
        view = view[pipe.write(view) :]


def receive(pipe: IO[bytes], deadline: float | None = None) -> bytes:
    """Read one message; EOFError when the other end is gone, TimeoutError after ``deadline`` (monotonic seconds)."""
    [size] = _HEAD.unpack(_read(pipe, _HEAD.size, deadline))
    return _read(pipe, size, deadline)


class Inbox:
    """The messages of one pipe, as many at a look as have come."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._held = bytearray()

    def look(self) -> Iterator[bytes]:
        """The messages that are whole now, after waiting for some bytes; EOFError when the other end is gone."""
        part = os.read(self._pipe.fileno(), 1 << 20)
        if not part:
            raise EOFError
        self._held += part
        start, held = 0, self._held
        while len(held) >= (body := start + _HEAD.size) and len(held) >= (
            end := body + _HEAD.unpack_from(held, start)[0]
        ):
            yield bytes(held[body:end])
            start = end
        del held[:start]


def take_over() -> tuple[IO[bytes], IO[bytes]]:
    """A child's two ends, in the place of standard input and output: what a library prints must not enter the pipe."""
    source, sink = os.fdopen(os.dup(0), "rb", 0), os.fdopen(os.dup(1), "wb", 0)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return source, sink


def _read(pipe: IO[bytes], size: int, deadline: float | None) -> bytes:
    parts, missing = [], size
    while missing:
        if deadline is not None and not _comes(pipe, max(0.0, deadline - time.monotonic())):
            raise TimeoutError
        part = os.read(pipe.fileno(), min(missing, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _comes(pipe: IO[bytes], seconds: float) -> bool:
    """Whether bytes, or the end, come within so many seconds."""
    looking = select.poll()  # select() knows no file beyond the thousandth that a process has open
    looking.register(pipe, select.POLLIN)
    return bool(looking.poll(seconds * 1000))
