"""Labelled spans broken into lines of a terminal's width, wide characters counted as two cells."""

import re
from collections.abc import Iterable, Iterator

# What may be broken after: white space; and any character of the scripts that are written without it.
_PIECE = re.compile(
    r"\s+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]+"
)

Labelled = tuple[str, str]


# Every character up to here, and the usual marks, takes one cell: nobody needs to ask a table.
_NARROW = re.compile("[ -~\u00a0-\u02ff\u2010-\u2027\u20ac]*")


def cell_count(text: str) -> int:
    """The cells of a terminal that ``text`` takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(spans: Iterable[Labelled], width: int) -> Iterator[list[Labelled]]:
    """Break (text, label) spans into lines of at most ``width`` cells; white space at a break is dropped.

    A word longer than a line is cut. The lines, joined, hold every other character of the spans, in order.
    """
    line: list[Labelled] = []
    used = 0
    for word, size in _words(spans, max(1, width)):
        blank = not word[0][0].strip()
        if used + size > width and used:
            yield _trim(line)
            line, used = [], 0
        if blank and not used:
            continue
        line += word
        used += size
    if line:
        yield _trim(line)


def joined(line: list[Labelled]) -> Iterator[Labelled]:
    """Neighbours of one label as one, so that the escape codes are few."""
    text, last = "", ""
    for piece, label in line:
        if label != last and text:
            yield text, last
            text = ""
        text, last = text + piece, label
    if text:
        yield text, last


def _words(spans: Iterable[Labelled], width: int) -> Iterator[tuple[list[Labelled], int]]:
    """Unbreakable runs (one word may hold several labels) with their width in cells."""
    word: list[Labelled] = []
    size = 0
    for text, label in spans:
        for piece in _PIECE.findall(text):
            cells = cell_count(piece)
            breaks = piece.isspace() or (len(piece) == 1 and cells == 2)
            if word and (breaks or size + cells > width):
                yield word, size
                word, size = [], 0
            if breaks:
                blank = piece if not piece.strip(" ") else " "  # a tab or a line feed is a space here
                yield [(blank if piece.isspace() else piece, label)], len(blank) if piece.isspace() else 2
            elif cells > width:
                yield from (([(part, label)], cell_count(part)) for part in _cut(piece, width))
            else:
                word.append((piece, label))
                size += cells
    if word:
        yield word, size


def _cut(piece: str, width: int) -> Iterator[str]:
    """A piece longer than a line in parts that fit, however wide its characters are."""
    step = max(1, width // 2) if not piece.isascii() else width
    yield from (piece[i : i + step] for i in range(0, len(piece), step))


def _trim(line: list[Labelled]) -> list[Labelled]:
    while line and not line[-1][0].strip():
        line.pop()
    return line
