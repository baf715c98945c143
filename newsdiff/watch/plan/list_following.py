"""The timetable follows the list: of one that changed, only the lines that are not as they were are read again.

Neither the list's lines nor the table's rows are ever held all at once: both are gone through side by side, from the
first line on and from the last one on, up to what differs. The table holds no secret: a line whose address has one is
kept with a mark in its place, and is read in the list when it is visited.
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from pathlib import Path

from newsdiff.named_tuple import NamedTuple
from newsdiff.text.urls import marked
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.addresses import is_marked
from newsdiff.watch.plan.list_text import NAME, ListText
from newsdiff.watch.state.timetable import NEVER, ListedLine, Timetable

_CHUNK_BYTES = 1 << 20


def read_list(folder: Path, timetable: Timetable) -> None:
    """Read the lines of the list that are not as they were when it was read last; ConfigError."""
    while not _followed(folder, timetable):
        pass  # the table had to be made anew meanwhile, and is empty


def is_behind(folder: Path, timetable: Timetable) -> bool:
    """Whether the list is not as it was when it was read last."""
    size, _, digest = _noted(timetable.note("list"))
    return _digests(folder / NAME, size)[0] != digest


def _followed(folder: Path, timetable: Timetable) -> bool:
    """Read what changed; False where it is to be looked at again what that is."""
    before = timetable.note("list")
    size, lines, digest = _noted(before)
    path = folder / NAME
    whole, head = _digests(path, size)
    if whole == digest:
        return True
    text, known = (ListText.behind(path, size), lines) if size and head == digest else (None, 0)
    if text is None:
        text, known = ListText.read(folder), 0
    note = f"{_whole_size(path)} {known + len(text)} {whole}"
    part = _changed(text, timetable) if digest and not known else _Part(known)

    def fresh() -> Iterator[ListedLine]:
        return _read(_between(_said(text, known), part.after, part.before))

    return timetable.relist((part.after + 1, part.end), fresh, part.moved, note, before=before)


class _Part(NamedTuple):
    """The part of the list that is not as it was."""

    after: int  # the number of the last line before it
    before: int = NEVER  # that of the first line behind it
    end: int = NEVER  # that of the last line that it had
    moved: int = 0  # how far the lines behind it moved on


def _changed(text: ListText, timetable: Timetable) -> _Part:
    """What changed of a list that was read before."""
    after = 0
    for old, new in zip(timetable.lines(), _said(text), strict=False):
        if old[0] != new[0] or not _same(old[1], new[1]):
            break
        after = new[0]
    before, end, moved = NEVER, NEVER, None
    for old, new in zip(timetable.lines(backwards=True), _said_backwards(text), strict=False):
        moved = new[0] - old[0] if moved is None else moved
        if min(old[0], new[0]) <= after or new[0] - old[0] != moved or not _same(old[1], new[1]):
            break
        before, end = new[0], old[0] - 1
    return _Part(after, before, end, 0 if before == NEVER else moved or 0)


def _same(kept: str, line: str) -> bool:
    """Whether a line of the list is as the table keeps it."""
    return kept == line or (is_marked(kept) and kept == _without_secret(line))


def _without_secret(line: str) -> str:
    """A line with a mark in place of each secret of its address; as it stands where that has none."""
    url, *options = line.split(maxsplit=1)
    told = marked(url)
    return " ".join((told, *options)) if is_marked(told) else line


def _said(text: ListText, known: int = 0) -> Iterator[tuple[int, str]]:
    """The lines that say something, each with its number; so many are ``known`` before them."""
    return filter(_says, enumerate(text, known + 1))


def _said_backwards(text: ListText) -> Iterator[tuple[int, str]]:
    return filter(_says, zip(count(len(text), -1), text.backwards(), strict=False))


def _says(numbered: tuple[int, str]) -> bool:
    line = numbered[1].lstrip()
    return bool(line) and not line.startswith("#")


def _between(lines: Iterable[tuple[int, str]], after: int, before: int) -> Iterator[tuple[int, str]]:
    """The lines behind one number and before another."""
    return takewhile(lambda one: one[0] < before, (one for one in lines if one[0] > after))


def _read(lines: Iterable[tuple[int, str]]) -> Iterator[ListedLine]:
    for number, line in lines:
        if found := watchlist.parse(line, number):
            yield ListedLine(number, _without_secret(line), found.key)


def _noted(note: str) -> tuple[int, int, str]:
    """The bytes, the lines and the digest of the list as it was read last."""
    size, lines, digest = [*note.split(" "), "", ""][:3]
    if not all(number.isdecimal() and len(number) < 16 for number in (size, lines)):
        return 0, 0, ""
    return int(size), int(lines), digest


def _digests(path: Path, size: int) -> tuple[str, str]:
    """The SHA-256 of a file, and that of its first bytes."""
    whole, head = hashlib.sha256(), ""
    try:
        with path.open("rb") as file:
            while chunk := file.read(min(_CHUNK_BYTES, size - at) if (at := file.tell()) < size else _CHUNK_BYTES):
                whole.update(chunk)
                head = whole.hexdigest() if file.tell() == size else head
    except OSError:
        return "none", ""  # there is none, or the list's reader says why it cannot be read
    return whole.hexdigest(), head


def _whole_size(path: Path) -> int:
    """The bytes of a file whose last line is ended; else 0, for more of that line may follow."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - 1))
            return size if file.read(1) == b"\n" else 0
    except OSError:
        return 0
