"""Which revision brought each word of an article, and which words went: its texts followed from the first to the last.

The idea is that of WikiWho (Flöck and Acosta, 2014), with newsdiff's own comparison in the place of token matching:
what moved keeps its origin, and what was taken out and put back says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from newsdiff import diff
from newsdiff.model import Article, Block, BlockKind, Edit, Hunk, Level, Op
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.tokens import count

_TELLING_CHARACTERS = 4  # of a single word: a shorter one that comes back is a coincidence
_Mark = tuple[int, int | None]  # the text that brought a character, and the one that brought it back


class Segment(NamedTuple):
    """Words that one text brought; both numbers count the texts from 0."""

    text: str
    origin: int
    back: int | None = None  # the text that brought them back, where they had gone


class OriginBlock(NamedTuple):
    """A block of the last text, cut where the origin changes; the segments joined are its text."""

    kind: BlockKind
    segments: tuple[Segment, ...]


class Gone(NamedTuple):
    """Words that stand no more where they stood: from which text on, and since which they are gone."""

    text: str
    origin: int
    gone: int


class Origins(NamedTuple):
    """What ``origins`` finds; ``gone`` in the order in which it went."""

    blocks: tuple[OriginBlock, ...]
    gone: tuple[Gone, ...]


def origins(texts: Sequence[Article], compared: Mapping[int, Sequence[Hunk]] | None = None) -> Origins:
    """The origin of every word of the last of these texts, oldest first; ValueError without any.

    ``compared`` has the hunks between a text and the one before, by its number, where they are known already.
    """
    if not texts:
        raise ValueError("an article has one text at least")
    follower, known = _Follower(texts[0]), compared or {}
    for number in range(1, len(texts)):
        hunks = known.get(number)
        if hunks is None:
            hunks = diff.diff(texts[number - 1], texts[number]).hunks
        follower.follow(hunks, texts[number], number)
    blocks = (OriginBlock(b.kind, _segments(b.text, m)) for b, m in zip(texts[-1].blocks, follower.marks, strict=True))
    return Origins(tuple(blocks), tuple(follower.gone))


def _segments(text: str, marks: Sequence[_Mark]) -> tuple[Segment, ...]:
    """A text cut where the marks of its characters change."""
    at, found = 0, []
    for mark, same in groupby(marks):
        end = at + len(list(same))
        found.append(Segment(text[at:end], *mark))
        at = end
    return tuple(found)


class _Follower:
    """The marks of every character of one text's blocks, carried from each text to the next."""

    def __init__(self, first: Article) -> None:
        self.marks: list[list[_Mark]] = [[(0, None)] * len(block.text) for block in first.blocks]
        self.gone: list[Gone] = []
        self._left: dict[str, int] = {}  # what went -> the text that had brought it

    def follow(self, hunks: Sequence[Hunk], new: Article, number: int) -> None:
        """Carry the marks on to the text of this number."""
        before = [_joined(self.marks[h.old_index : h.old_index + len(h.old)]) for h in hunks]
        moved = dict(_moved(hunks, before))
        fresh: list[list[_Mark]] = [[] for _ in new.blocks]
        for hunk, marks in zip(hunks, before, strict=True):
            for edit in _edits(hunk):
                if edit.op in (Op.DELETE, Op.REPLACE) and edit.moved is None and edit.level is Level.SUBSTANCE:
                    self._note(edit, marks, number)
        for hunk, marks in zip(hunks, before, strict=True):
            carried = [mark for edit in _edits(hunk) for mark in self._carried(edit, marks, moved, number)]
            for place, part in enumerate(_parted(hunk.new, carried)):
                fresh[hunk.new_index + place] = part
        self.marks = fresh

    def _note(self, edit: Edit, marks: Sequence[_Mark], number: int) -> None:
        """Words that went with this text."""
        text = edit.old.strip()
        if count(text):
            origin = marks[edit.old_start + edit.old.index(text)][0]
            self.gone.append(Gone(text, origin, number))
            self._left.setdefault(_folded(text), origin)

    def _carried(
        self, edit: Edit, marks: Sequence[_Mark], moved: dict[int, Sequence[_Mark]], number: int
    ) -> Sequence[_Mark]:
        """The marks of an edit's new characters."""
        stood = marks[edit.old_start : edit.old_start + len(edit.old)]
        if len(edit.old) == len(edit.new) and (edit.op is Op.EQUAL or edit.level is Level.TYPOGRAPHY):
            return stood
        if edit.moved is not None and len(moved.get(edit.moved, ())) == len(edit.new):
            return moved[edit.moved]
        back = self._left.get(_folded(edit.new)) if _tells(edit.new) else None
        return [(number, None) if back is None else (back, number)] * len(edit.new)


def _edits(hunk: Hunk) -> Sequence[Edit]:
    """A hunk's edits; of blocks that were not compared by words, as one."""
    if hunk.edits:
        return hunk.edits
    op = Op.EQUAL if hunk.old_text == hunk.new_text else Op.REPLACE if hunk.old and hunk.new else hunk.op
    return (Edit(op, hunk.old_text, hunk.new_text, 0, 0),)


def _moved(hunks: Sequence[Hunk], before: Sequence[Sequence[_Mark]]) -> Iterator[tuple[int, Sequence[_Mark]]]:
    """The marks of the sentences that changed their place, by the number that both halves share."""
    for hunk, marks in zip(hunks, before, strict=True):
        for edit in hunk.edits:
            if edit.moved is not None and edit.old:
                yield edit.moved, marks[edit.old_start : edit.old_start + len(edit.old)]


def _joined(blocks: Sequence[Sequence[_Mark]]) -> list[_Mark]:
    """The marks of blocks as their hunk joins them, by a line feed."""
    found: list[_Mark] = []
    for number, marks in enumerate(blocks):
        found += ([(marks or found or [(0, None)])[0]] if number else []) + list(marks)
    return found


def _parted(blocks: Sequence[Block], marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """The marks of joined blocks, a list for each."""
    at = 0
    for block in blocks:
        yield list(marks[at : at + len(block.text)])
        at += len(block.text) + 1


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _tells(text: str) -> bool:
    """Whether words are more than what may stand anywhere."""
    return count(text) > 1 or (count(text) == 1 and len(text.strip()) >= _TELLING_CHARACTERS)
