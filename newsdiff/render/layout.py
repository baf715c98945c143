"""Report -> passages: what is shown and what is folded, decided once for every format.

A passage is a run of labelled spans; renderers turn labels into colours, marks or tags. Labels, not colours: only
``theme`` knows colours. The types are named tuples: a dataclass takes half a millisecond to make at each start.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from itertools import groupby
from typing import NamedTuple

from newsdiff.model import Block, BlockKind, Edit, Hunk, Level, Op, Report
from newsdiff.text.scrub import visible

# Equal text between two edits of a paragraph is cut in the middle when longer, in characters; --full shows it all.
_LONGEST_EQUAL = 600
_KEPT_OF_IT = 160


class Side(NamedTuple):
    """One of the two texts: what it is called, and when it was seen."""

    name: str = ""
    seen_at: datetime | None = None


class Options(NamedTuple):
    """What a reader wants to see, and how wide."""

    width: int = 80
    context: int = 0  # unchanged paragraphs around a change
    full: bool = False
    typographic: bool = False
    tz: tzinfo | None = None
    show_flags: bool = True


class Span(NamedTuple):
    """Text and what became of it: equal, insert, delete, from (a moved sentence's old place), to, gap."""

    text: str
    role: str = "equal"
    form: bool = False  # an edit of form or typography alone: shown dimmed


class Passage(NamedTuple):
    """One shown hunk; ``place`` is the new (for a deletion the old) paragraph's number, from 1."""

    op: Op
    kind: BlockKind
    spans: tuple[Span, ...]
    place: int
    came_from: int | None = None  # a moved passage's old place, from 1
    hunk: int = 0  # the index of its hunk
    size: int = 1  # blocks of the side that ``place`` counts


class Fold(NamedTuple):
    """Unchanged blocks that are not shown."""

    blocks: int

    @property
    def text(self) -> str:
        """``12 paragraphs unchanged``."""
        return f"{self.blocks} paragraph{'s' if self.blocks != 1 else ''} unchanged"


def passages(report: Report, options: Options) -> Iterator[Passage | Fold]:
    """The hunks of a report as passages, unchanged ones folded to their number but for the wanted context."""
    hunks = report.diff.hunks
    shown = [_shows(h, options) for h in hunks]
    for same, run in groupby(range(len(hunks)), key=lambda i: not shown[i]):
        indices = list(run)
        if not same:
            yield from (_passage(hunks[i], i, options) for i in indices)
            continue
        blocks = [(i, k) for i in indices for k in range(len(hunks[i].new))]
        before = indices[0] > 0
        after = indices[-1] < len(hunks) - 1
        yield from _unchanged(hunks, blocks, before, after, options)


def _shows(hunk: Hunk, options: Options) -> bool:
    if hunk.op is Op.EQUAL:
        return options.typographic and any(e.op is not Op.EQUAL for e in hunk.edits)
    if hunk.op is Op.REPLACE and not options.typographic:
        return any(e.op is not Op.EQUAL and e.level is not Level.TYPOGRAPHY for e in hunk.edits)
    return True


def _unchanged(
    hunks: tuple[Hunk, ...], blocks: list[tuple[int, int]], before: bool, after: bool, options: Options
) -> Iterator[Passage | Fold]:
    head = options.context if before else 0
    tail = options.context if after else 0
    if options.full or len(blocks) <= head + tail:
        head, tail = len(blocks), 0
    yield from (_plain(hunks[i], i, k) for i, k in blocks[:head])
    if hidden := len(blocks) - head - tail:
        yield Fold(hidden)
    yield from (_plain(hunks[i], i, k) for i, k in blocks[len(blocks) - tail :] if tail)


def _plain(hunk: Hunk, index: int, k: int) -> Passage:
    block = hunk.new[k]
    return Passage(Op.EQUAL, block.kind, (Span(visible(block.text)),), hunk.new_index + k + 1, None, index)


def _passage(hunk: Hunk, index: int, options: Options) -> Passage:
    block: Block = (hunk.new or hunk.old)[0]
    place = hunk.new_index if hunk.new else hunk.old_index
    came_from = hunk.old_index + 1 if hunk.op is Op.MOVE else None
    spans = _shorten(_merge(_spans(hunk, options)), options)
    return Passage(hunk.op, block.kind, tuple(spans), place + 1, came_from, index, len(hunk.new or hunk.old))


def _spans(hunk: Hunk, options: Options) -> Iterator[Span]:
    if not hunk.edits:
        text = hunk.new_text if hunk.new else hunk.old_text
        role = {Op.INSERT: "insert", Op.DELETE: "delete"}.get(hunk.op, "equal")
        yield Span(visible(text), role)
    for edit in hunk.edits:
        yield from _edit_spans(edit, options)


def _edit_spans(edit: Edit, options: Options) -> Iterator[Span]:
    hidden = edit.level is Level.TYPOGRAPHY and not options.typographic and "\n" not in edit.old + edit.new
    if edit.op is Op.EQUAL or hidden:
        yield Span(visible(edit.new))
        return
    form = edit.level is not Level.SUBSTANCE
    if edit.old:
        yield Span(visible(edit.old), "delete" if edit.moved is None else "from", form)
    if edit.new:
        yield Span(visible(edit.new), "insert" if edit.moved is None else "to", form)


def _merge(spans: Iterable[Span]) -> Iterator[Span]:
    for (role, form), run in groupby(spans, key=lambda s: (s.role, s.form)):
        yield Span("".join(s.text for s in run), role, form)


def _shorten(spans: Iterable[Span], options: Options) -> Iterator[Span]:
    for span in spans:
        if options.full or span.role != "equal" or len(span.text) <= _LONGEST_EQUAL:
            yield span
            continue
        head = span.text[:_KEPT_OF_IT].rsplit(" ", 1)[0]
        tail = span.text[-_KEPT_OF_IT:].split(" ", 1)[-1]
        yield span._replace(text=head)
        yield Span(f" [... {len(span.text) - len(head) - len(tail):,} characters unchanged ...] ", "gap")
        yield span._replace(text=tail)
