"""A WARC file as sections of plain bytes: the whole file, or each member of a gzip file.

A member's checksum stands at its end, so a member is unpacked to its end before anything in it is believed. Small ones
are kept meanwhile; a large one (a whole file packed as one stream) is unpacked again as it is read.
"""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from newsdiff.body.gzip_members import GZIP_WINDOW
from newsdiff.store.warc.unpacking import MAGIC, Damage, Unpacker, unpack_member

STARTS = (b"WARC/", b"filedesc:", b"http://", b"https://", b"dns:")  # of a record, in WARC or in ARC
_STEP_BYTES = 1 << 16
_BEHIND_BYTES = 1 << 17  # kept of what was read already: a header, and what follows a record
_MAX_WORK_BYTES = 1 << 30  # unpacked in vain, over a whole file: seconds
_CHECK_BYTES = 1 << 12  # packed bytes that are looked at to see what a member holds
_HEAD_BYTES = 16


class PlainBytes(Protocol):
    """Plain bytes that can be read at any place."""

    def read(self, at: int, size: int) -> bytes:
        """Up to ``size`` bytes from ``at`` on; fewer only at the end."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of plain bytes."""

    at: int  # byte of the file where it begins
    source: PlainBytes
    length: int  # bytes
    damage: Damage = Damage.NONE
    searched: bool = False  # found by looking through what another member's damage left


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes of the file that are no member of it."""

    at: int
    end: int


def sections(file: IO[bytes]) -> Iterator[Section | Gap]:
    """The sections of a file that can seek, in its order; behind damage the next member is looked for."""
    size = file.seek(0, os.SEEK_END)
    if not _is_packed(file):
        yield Section(0, Plain(file), size)
        return
    work, start, searched = Work(), 0, False
    while (found := start if _is_member(file, start) else _search(file, start, work)) is not None:
        if found > start and not searched:
            yield Gap(start, found)
        member = unpack_member(file, found)
        source: PlainBytes = (
            Held(member.plain) if member.plain is not None else Unpacked(file, found, member.length, work)
        )
        yield Section(found, source, member.length, member.damage, searched or found > start)
        searched = member.damage is not Damage.NONE
        if searched and not work.spend(member.length):
            start, searched = member.end, False
            break
        start = _search(file, found + 1, work) or size if searched else member.end
    if start < size and not searched:
        yield Gap(start, size)


def section_at(file: IO[bytes], at: int) -> Section | None:
    """The section that begins at a byte of the file, again; None for one that would have to be unpacked whole."""
    if not _is_packed(file):
        return Section(0, Plain(file), file.seek(0, os.SEEK_END))
    member = unpack_member(file, at)
    return None if member.plain is None else Section(at, Held(member.plain), member.length, member.damage)


class Work:
    """What may be unpacked in vain over a whole file: a hostile one could ask for it without end."""

    def __init__(self) -> None:
        self._left = _MAX_WORK_BYTES

    def spend(self, size: int) -> bool:
        """Whether there is still room after ``size`` more bytes."""
        self._left -= size
        return self._left > 0


class Plain:
    """The bytes of a file as they stand."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, at: int, size: int) -> bytes:
        """Up to ``size`` bytes from ``at`` on."""
        self._file.seek(at)
        return self._file.read(size)


class Held:
    """Bytes in memory."""

    def __init__(self, plain: bytes) -> None:
        self._plain = plain

    def read(self, at: int, size: int) -> bytes:
        """Up to ``size`` bytes from ``at`` on."""
        return self._plain[at : at + size]


class Unpacked:
    """The plain bytes of a large member, unpacked as they are read; anew from its start for an earlier place."""

    def __init__(self, file: IO[bytes], start: int, length: int, work: Work) -> None:
        self._file, self._start, self._length, self._work = file, start, length, work
        self._begin()

    def read(self, at: int, size: int) -> bytes:
        """Up to ``size`` bytes from ``at`` on; none once too much was unpacked in vain."""
        size = min(size, self._length - at)  # what follows is damage, or a bomb's
        if size <= 0:
            return b""
        if at < self._at:
            if not self._work.spend(self._at + len(self._held)):
                return b""
            self._begin()
        while self._at + len(self._held) < at + size and (piece := self._unpacker.read()):
            self._held += piece
            if (gone := at - _BEHIND_BYTES - self._at) > 0:
                gone = min(gone, len(self._held))
                del self._held[:gone]
                self._at += gone
        return bytes(self._held[at - self._at : at - self._at + size])

    def _begin(self) -> None:
        self._unpacker = Unpacker(self._file, self._start)
        self._held = bytearray()
        self._at = 0  # of the first byte held


def _is_packed(file: IO[bytes]) -> bool:
    """Whether a file is packed, even where its first bytes are damaged."""
    if _is_member(file, 0):
        return True
    file.seek(0)
    head = file.read(_STEP_BYTES)
    return not head.startswith(STARTS) and b"\nWARC/" not in head and _search(file, 0, Work()) is not None


def _is_member(file: IO[bytes], at: int) -> bool:
    file.seek(at)
    return file.read(len(MAGIC)) == MAGIC


def _search(file: IO[bytes], start: int, work: Work) -> int | None:
    """The first byte from ``start`` on where a member begins that holds a record; None when there is none."""
    held = b""
    while True:
        file.seek(start + len(held))
        piece = file.read(_STEP_BYTES)
        held += piece
        at = -1
        while (at := held.find(MAGIC, at + 1)) >= 0:
            if not work.spend(_CHECK_BYTES):
                return None
            if _holds_record(file, start + at):
                return start + at
        if not piece:
            return None
        start += max(0, len(held) - len(MAGIC) + 1)
        held = held[-len(MAGIC) + 1 :]


def _holds_record(file: IO[bytes], at: int) -> bool:
    file.seek(at)
    try:
        head = zlib.decompressobj(GZIP_WINDOW).decompress(file.read(_CHECK_BYTES), _HEAD_BYTES)
    except zlib.error:
        return False
    return head.startswith(STARTS)
