"""Report -> passages: what is shown and what is folded, decided once for every format.

A passage is a run of labelled spans; renderers turn labels into colours, marks or tags. Labels, not colours: only
``theme`` knows colours. The types are named tuples: a dataclass takes half a millisecond to make at each start.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from newsdiff.model import Block, BlockKind, Edit, Hunk, Level, Op, Report
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.scrub import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, tzinfo
else:  # a named tuple looks at its annotations, and to import these takes longer than to make all of them
    datetime = tzinfo = object

# Equal text between two edits, and a paragraph that went, are cut when longer, in characters; --full shows all.
_LONGEST_CHARACTERS = 600
_KEPT_CHARACTERS = 160


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
    link: str = "place"  # the label of the article's address


class Span(NamedTuple):
    """Text and what became of it: equal, insert, delete, from (a moved sentence's old place), to, gap."""

    text: str
    role: str = "equal"
    form: bool = False  # an edit of form or typography alone: shown dimmed


class ShownHunk(NamedTuple):
    """One shown hunk (of an unchanged one, a single block); ``name`` says what it is and where: ``paragraph 4``."""

    op: Op
    kind: BlockKind
    spans: tuple[Span, ...]
    name: str
    came_from: str = ""  # a moved passage's old name
    hunk: int = 0  # the index of its hunk
    old_at: range = range(0)  # the blocks that it shows
    new_at: range = range(0)


class Fold(NamedTuple):
    """Unchanged blocks that are not shown."""

    blocks: int

    @property
    def text(self) -> str:
        """``12 paragraphs unchanged``."""
        return f"{self.blocks} paragraph{'s' if self.blocks != 1 else ''} unchanged"


def passages(report: Report, options: Options) -> Iterator[ShownHunk | Fold]:
    """The hunks of a report as passages, unchanged ones folded to their number but for the wanted context."""
    return _Layout(report, options).passages()


class _Layout:
    def __init__(self, report: Report, options: Options) -> None:
        self.options = options
        self.hunks = report.diff.hunks
        self.old_names = block_names(report.diff.old.blocks)
        self.new_names = block_names(report.diff.new.blocks)

    def passages(self) -> Iterator[ShownHunk | Fold]:
        shown = [_shows(h, self.options) for h in self.hunks]
        for same, run in groupby(range(len(self.hunks)), key=lambda i: not shown[i]):
            indices = list(run)
            if same:
                yield from self._unchanged(indices)
            else:
                yield from map(self._changed, indices)

    def _unchanged(self, indices: list[int]) -> Iterator[ShownHunk | Fold]:
        blocks = [(i, k) for i in indices for k in range(len(self.hunks[i].new))]
        head = self.options.context if indices[0] > 0 else 0
        tail = self.options.context if indices[-1] < len(self.hunks) - 1 else 0
        if self.options.full or len(blocks) <= head + tail:
            head, tail = len(blocks), 0
        yield from (self._block(i, k) for i, k in blocks[:head])
        if hidden := len(blocks) - head - tail:
            yield Fold(hidden)
        yield from (self._block(i, k) for i, k in blocks[len(blocks) - tail :] if tail)

    def _block(self, i: int, k: int) -> ShownHunk:
        block, at = self.hunks[i].new[k], self.hunks[i].new_index + k
        span = Span(visible(block.text))
        return ShownHunk(Op.EQUAL, block.kind, (span,), self.new_names[at], hunk=i, new_at=range(at, at + 1))

    def _changed(self, i: int) -> ShownHunk:
        hunk = self.hunks[i]
        block: Block = (hunk.new or hunk.old)[0]
        return ShownHunk(
            hunk.op,
            block.kind,
            tuple(_shorten(_merge(_spans(hunk, self.options)), self.options, gone=hunk.op is Op.DELETE)),
            self.new_names[hunk.new_index] if hunk.new else self.old_names[hunk.old_index],
            self.old_names[hunk.old_index] if hunk.op is Op.MOVE else "",
            i,
            range(hunk.old_index, hunk.old_index + len(hunk.old)),
            range(hunk.new_index, hunk.new_index + len(hunk.new)),
        )


def block_names(blocks: tuple[Block, ...]) -> list[str]:
    """What a reader would call each block: its kind, numbered where there are more of the kind."""
    total = Counter(b.kind for b in blocks)
    seen: Counter[BlockKind] = Counter()
    names = []
    for block in blocks:
        seen[block.kind] += 1
        number = f" {seen[block.kind]}" if total[block.kind] > 1 else ""
        names.append(block.kind.replace("_", " ") + number)
    return names


def _shows(hunk: Hunk, options: Options) -> bool:
    if hunk.op is Op.EQUAL:
        return options.typographic and any(e.op is not Op.EQUAL for e in hunk.edits)
    if hunk.op is Op.REPLACE and not options.typographic:
        return any(e.op is not Op.EQUAL and e.level is not Level.TYPOGRAPHY for e in hunk.edits)
    return True


def _spans(hunk: Hunk, options: Options) -> Iterator[Span]:
    if not hunk.edits:
        text = hunk.new_text if hunk.new else hunk.old_text
        role = {Op.INSERT: "insert", Op.DELETE: "delete"}.get(hunk.op, "equal")
        yield Span(visible(text), role)
    for edit in hunk.edits:
        yield from edit_spans(edit, options)


def edit_spans(edit: Edit, options: Options) -> Iterator[Span]:
    """An edit as what went and what came; as equal text where it is of typography and that is not asked for."""
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


def _shorten(spans: Iterable[Span], options: Options, *, gone: bool) -> Iterator[Span]:
    """Long equal text without its middle, and a long paragraph that went without all but its beginning."""
    for span in spans:
        if options.full or len(span.text) <= _LONGEST_CHARACTERS or not (span.role == "equal" or gone):
            yield span
            continue
        head = span.text[:_KEPT_CHARACTERS].rsplit(" ", 1)[0]
        tail = "" if gone else span.text[-_KEPT_CHARACTERS:].split(" ", 1)[-1]
        left = len(span.text) - len(head) - len(tail)
        yield span._replace(text=head)
        yield Span(f" [... {left:,} characters {'more, see --full' if gone else 'unchanged'} ...] ".rstrip(), "gap")
        yield from (span._replace(text=f" {tail}"),) if tail else ()
