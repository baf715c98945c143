"""Sentences that went in one place and came in another: marked as moved, and compared with themselves.

Both halves of a moved sentence share a number (``Edit.moved``); a word that was changed on the way stands between them
as an edit of its own, without a number.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsdiff.diff.similarity import alike, bag, sharing
from newsdiff.diff.words import Codes, edits
from newsdiff.language.form import level
from newsdiff.language.sentences import sentences
from newsdiff.model import BlockKind, Edit, Hunk, Level, Op
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.tokens import count

_LEAST_CHARACTERS = 12  # code points: a shorter sentence proves nothing by standing elsewhere
_LEAST_WORDS = 5  # and neither does one with fewer words
_ALIKE_SIMILARITY = 0.7  # likeness of a sentence that was moved and edited


class Piece(NamedTuple):
    """A sentence of one side of an edit, with the space behind it (and ``lead`` before it), and where it begins."""

    hunk: int
    edit: int
    start: int
    text: str
    lead: str = ""


Segment = tuple[str, int | None]
"""A part of one side of an edit, and the number of the moved sentence that it belongs to."""
Marks = dict[tuple[int, int], list[tuple[int, list[Segment]]]]
"""For an edit of a hunk: where moved sentences begin in one side, and their parts."""


def carried(hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """The hunks, with the sentences that only changed their place marked in their edits."""
    gone, come = list(_pieces(hunks, "old")), list(_pieces(hunks, "new"))
    pairs = _paired(gone, come) if gone and come else []
    if not pairs:
        return tuple(hunks)
    old, new = Marks(), Marks()
    codes = Codes()
    for number, (a, b) in enumerate(map(_with_lead, pairs), 1):
        inner = edits(a.text, b.text, codes)
        for marks, piece, texts in ((old, a, [e.old for e in inner]), (new, b, [e.new for e in inner])):
            parts = [
                (text, None if e.op is not Op.EQUAL and e.level is Level.SUBSTANCE else number)
                for e, text in zip(inner, texts, strict=True)
                if text
            ]
            marks.setdefault((piece.hunk, piece.edit), []).append((piece.start, parts))
    touched = {hunk for hunk, _ in (*old, *new)}
    return tuple(h._replace(edits=tuple(_marked(n, h, old, new))) if n in touched else h for n, h in enumerate(hunks))


def _with_lead(pair: tuple[Piece, Piece]) -> tuple[Piece, Piece]:
    """The space before a sentence moves with it where both sides have it."""
    a, b = pair
    if not a.lead or a.lead != b.lead:
        return pair
    n = len(a.lead)
    return a._replace(start=a.start - n, text=a.lead + a.text), b._replace(start=b.start - n, text=b.lead + b.text)


def _pieces(hunks: Sequence[Hunk], side: str) -> Iterator[Piece]:
    """Sentences that came or went; a headline that becomes text is no sentence that moved."""
    for h, hunk in enumerate(hunks):
        if hunk.op is Op.EQUAL or any(block.kind is BlockKind.HEADLINE for block in (*hunk.old, *hunk.new)):
            continue
        for e, edit in enumerate(hunk.edits):
            if edit.op is Op.EQUAL or edit.level is not Level.SUBSTANCE:
                continue
            text: str = getattr(edit, side)
            if not _long(text):
                continue
            start = first = len(text) - len(text.lstrip())
            for sentence in sentences(text[start:]):
                end = start + len(sentence)
                end += text.startswith(" ", end)
                if _long(sentence):
                    yield Piece(h, e, start, text[start:end], text[:first] if start == first else "")
                start = end


def _long(text: str) -> bool:
    """A quick look: so many words that it proves something to find them elsewhere, in any script."""
    return len(text) >= _LEAST_CHARACTERS and (text.count(" ") >= _LEAST_WORDS - 1 or not text.isascii())


def _paired(gone: Sequence[Piece], come: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """Sentences of the same words first, in their order; then sentences that are alike."""
    places: dict[str, list[int]] = defaultdict(list)
    for i in reversed(range(len(gone))):
        places[gone[i].text.strip()].append(i)
    left, right = dict(enumerate(gone)), dict(enumerate(come))
    pairs = []
    for j, piece in enumerate(come):
        at = places.get(piece.text.strip())
        if at and count(piece.text) >= _LEAST_WORDS:
            pairs.append((left.pop(at.pop()), right.pop(j)))
    texts, others = ({n: p.text for n, p in side.items()} for side in (left, right))
    close = list(sharing(texts, others))
    bags, other_bags = ({n: bag(side[n]) for n in {p[k] for p in close}} for k, side in enumerate((texts, others)))
    return pairs + [(left[i], right[j]) for i, j in alike(close, bags, other_bags, _ALIKE_SIMILARITY)]


def _marked(n: int, hunk: Hunk, old: Marks, new: Marks) -> Iterator[Edit]:
    for e, edit in enumerate(hunk.edits):
        if (n, e) in old or (n, e) in new:
            yield from _cut(edit, _segments(edit.old, old.get((n, e), [])), _segments(edit.new, new.get((n, e), [])))
        else:
            yield edit


def _segments(text: str, marks: list[tuple[int, list[Segment]]]) -> list[Segment]:
    """One side of an edit in parts, those of moved sentences numbered."""
    found: list[Segment] = []
    at = 0
    for start, parts in sorted(marks):
        if start > at:
            found.append((text[at:start], None))
        found += parts
        at = start + sum(len(part) for part, _ in parts)
    return [*found, (text[at:], None)] if at < len(text) else found


def _cut(edit: Edit, old: list[Segment], new: list[Segment]) -> Iterator[Edit]:
    """The edits that an edit falls into: its old parts, then its new ones."""
    i, j = edit.old_start, edit.new_start
    replaced = bool(old and new and old[-1][1] is None and new[0][1] is None)
    for text, number in old[:-1] if replaced else old:
        yield Edit(Op.DELETE, text, "", i, j, _level(text, "", number), number)
        i += len(text)
    if replaced:
        a, b = old[-1][0], new[0][0]
        yield Edit(Op.REPLACE, a, b, i, j, _level(a, b, None))
        i, j, new = i + len(a), j + len(b), new[1:]
    for text, number in new:
        yield Edit(Op.INSERT, "", text, i, j, _level("", text, number), number)
        j += len(text)


def _level(old: str, new: str, number: int | None) -> Level:
    return Level.SUBSTANCE if number is not None else Level(level(old, new))
