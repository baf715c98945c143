"""One gzip member of a file, unpacked within limits of memory and of work."""

import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from newsdiff.body.gzip_members import GZIP_WINDOW

MAGIC = b"\x1f\x8b\x08"
_IN_BYTES = 1 << 16
_OUT_BYTES = 1 << 20
_SALVAGE_BYTES = 512
KEPT_BYTES = 1 << 24  # of a member that is held in memory
_BOMB_BYTES = 1 << 26  # a member may unpack to this much, whatever its size
_BOMB_RATIO = 200  # pages pack to a tenth; deflate can do a thousandth


class Damage(StrEnum):
    """What is wrong with a member."""

    NONE = ""
    CUT = "the gzip stream ends early"
    BROKEN = "the gzip stream is broken"
    BOMB = "it unpacks to far more than a page"


@dataclass(frozen=True, slots=True)
class Member:
    """A member that was unpacked to its end, or to its damage: its place in the file, and what it holds."""

    start: int  # byte of the file
    end: int  # byte of the file behind it
    length: int  # plain bytes
    plain: bytes | None  # None where they are too many to be kept
    damage: Damage


def unpack_member(file: IO[bytes], start: int) -> Member:
    """The member that begins at a byte of a file."""
    unpacker = Unpacker(file, start)
    kept: list[bytes] | None = []
    length = 0
    while piece := unpacker.read():
        length += len(piece)
        if kept is not None:
            kept.append(piece)
            kept = kept if length <= KEPT_BYTES else None
        if length > _BOMB_BYTES and length > _BOMB_RATIO * unpacker.packed_bytes:
            unpacker.damage = Damage.BOMB
            break
    return Member(start, unpacker.end, length, b"".join(kept) if kept is not None else None, unpacker.damage)


class Unpacker:
    """The plain bytes of one member from its start on; ``damage`` tells how it ended."""

    def __init__(self, file: IO[bytes], start: int) -> None:
        self._file = file
        self._next = start  # where the next packed bytes stand
        self._start = start
        self._packed = b""
        self._decoder = zlib.decompressobj(GZIP_WINDOW)
        self.damage = Damage.NONE

    @property
    def end(self) -> int:
        """The byte of the file behind what was unpacked."""
        return self._next - len(self._decoder.unused_data if self._decoder.eof else self._packed)

    @property
    def packed_bytes(self) -> int:
        """Packed bytes that were unpacked so far."""
        return self.end - self._start

    def read(self) -> bytes:
        """Some plain bytes; none at the end, or where damage begins."""
        while not self._decoder.eof and self.damage is Damage.NONE:
            if not self._packed:
                self._file.seek(self._next)
                self._packed = self._file.read(_IN_BYTES)
                self._next += len(self._packed)
            if plain := self._step():
                return plain
        return b""

    def _step(self) -> bytes:
        """What the packed bytes at hand give, up to a limit; before damage, what came before it."""
        before = self._decoder.copy()
        try:
            plain = self._decoder.decompress(self._packed, _OUT_BYTES)
        except zlib.error:
            self.damage = Damage.BROKEN
            return _salvaged(before, self._packed)
        if not self._packed and not plain and not self._decoder.eof:
            self.damage = Damage.CUT
        self._packed = self._decoder.unconsumed_tail
        return plain


def _salvaged(decoder: "zlib._Decompress", packed: bytes) -> bytes:
    """What a broken stream still gives, in small steps up to the damage."""
    plain: list[bytes] = []
    try:
        while packed or not plain:
            plain.append(decoder.decompress(packed, _SALVAGE_BYTES))
            packed = decoder.unconsumed_tail
            if not plain[-1]:
                break
    except zlib.error:
        pass
    return b"".join(plain)
