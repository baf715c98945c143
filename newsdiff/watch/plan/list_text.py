"""The bytes of the watch list, of which only the lines that are asked for are made texts: a list may have millions.

A line's place is where it begins. What is changed stands beside the bytes until all is written.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path

from newsdiff.errors import ConfigError
from newsdiff.store.disk import replace_file

NAME = "watchlist.txt"
_HEADER = b"# One URL a line; options behind it: kind=feed every=1h paused=yes. Lines that begin with # are yours.\n"
_BOM = b"\xef\xbb\xbf"
_UNPLAIN = re.compile(rb"[\x80-\xff]")
_SOME = 10_000  # lines that are put together at a time


class ListText:
    """The list, or what stands behind its first bytes; ``read`` and ``behind`` make one."""

    def __init__(self, data: bytes) -> None:
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        self._data = data
        self._changed: dict[int, str | None] = {}
        self._more: list[str] = []

    @classmethod
    def read(cls, folder: Path) -> "ListText":
        """The list of a store's private folder; ConfigError where it cannot be read."""
        try:
            data = (folder / NAME).read_bytes()
        except FileNotFoundError:
            return cls(_HEADER)
        except OSError as error:
            raise ConfigError(f"{folder / NAME} cannot be read: {error.strerror}", "it is a text file") from None
        found = cls(data.removeprefix(_BOM))
        if (number := found._unread()) is not None:
            raise ConfigError(f"{NAME}:{number}: this is no UTF-8", "write addresses as a browser shows them")
        return found

    @classmethod
    def behind(cls, path: Path, size: int) -> "ListText | None":
        """What stands behind the first bytes of a file; None where it cannot be read as such."""
        with path.open("rb") as file:
            file.seek(size)
            found = cls(file.read())
        return None if found._unread() is not None else found

    def _unread(self) -> int | None:
        """The number of the first line that is no UTF-8; None where all are."""
        if self._data.isascii():
            return None
        for number, line in enumerate(BytesIO(self._data), 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
        return None

    # --- reading, without what was changed ---

    def __len__(self) -> int:
        """How many lines there are."""
        return self._data.count(b"\n") + (not self._data.endswith(b"\n") and bool(self._data))

    def __iter__(self) -> Iterator[str]:
        """The lines, from the first one on."""
        return (line.removesuffix(b"\n").decode() for line in BytesIO(self._data))

    def placed(self) -> Iterator[tuple[int, str]]:
        """Each line with its place."""
        place = 0
        for line in BytesIO(self._data):
            yield place, line.removesuffix(b"\n").decode()
            place += len(line)

    def numbered(self, number: int) -> str:
        """The line of a number, from 1; nothing where the list has none."""
        places = self._places
        return self.line(places[number - 1]) if 0 < number <= len(places) else ""

    @cached_property
    def _places(self) -> "array[int]":
        """Where each line begins: eight bytes a line."""
        found, place = array("Q"), 0
        for line in BytesIO(self._data):
            found.append(place)
            place += len(line)
        return found

    def backwards(self) -> Iterator[str]:
        """The lines, from the last one on."""
        end = len(self._data) - self._data.endswith(b"\n") if self._data else -1
        while end >= 0:
            start = self._data.rfind(b"\n", 0, end) + 1
            yield self._data[start:end].decode()
            end = start - 1

    def holding(self, words: Iterable[str]) -> Iterator[tuple[int, str]]:
        """The lines with one of some ASCII words in any case, and all that are not ASCII, each with its place."""
        places = set[int]()
        lowered = self._data.lower()
        for word in words:
            at = lowered.find(word.encode())
            while at >= 0:
                places.add(lowered.rfind(b"\n", 0, at) + 1)
                at = lowered.find(word.encode(), self._end(at))
        del lowered
        found = None if self._data.isascii() else _UNPLAIN.search(self._data)
        while found:
            places.add(self._data.rfind(b"\n", 0, found.start()) + 1)
            found = _UNPLAIN.search(self._data, self._end(found.start()))
        yield from ((place, self.line(place)) for place in sorted(places))

    def holds(self, word: bytes) -> bool:
        """Whether any line has a word."""
        return word in self._data

    def number(self, place: int) -> int:
        """The number of the line at a place, from 1."""
        return self._data.count(b"\n", 0, place) + 1

    def line(self, place: int) -> str:
        """The line at a place, as it was changed."""
        if place > len(self._data):
            return self._more[place - len(self._data) - 1]
        return self._changed.get(place) or self._data[place : self._end(place)].decode()

    def _end(self, place: int) -> int:
        """Where a line ends that has this place, or holds it."""
        end = self._data.find(b"\n", place)
        return len(self._data) if end < 0 else end

    # --- changing ---

    def append(self, line: str) -> int:
        """Put a line behind the last one; its place."""
        self._more.append(line)
        return len(self._data) + len(self._more)

    def put(self, place: int, line: str | None) -> None:
        """Put another line in a place; None: none."""
        if place > len(self._data):
            self._more[place - len(self._data) - 1] = line or ""
        else:
            self._changed[place] = line

    def write(self, folder: Path) -> None:
        """Write what was changed into the list of a folder; durable when it returns."""
        replace_file(folder / NAME, b"".join(self._written()))

    def _written(self) -> Iterator[bytes | memoryview]:
        data, at = memoryview(self._data), 0
        for place, line in sorted(self._changed.items()):
            yield data[at:place]
            yield b"" if line is None else f"{line}\n".encode()
            at = self._end(place) + 1
        yield data[at:]
        if self._data and not self._data.endswith(b"\n") and at <= len(data):
            yield b"\n"
        for at in range(0, len(self._more), _SOME):
            yield "".join(f"{line}\n" for line in self._more[at : at + _SOME]).encode()
