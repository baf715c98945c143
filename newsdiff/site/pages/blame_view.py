"""The origin of each word as a page shows it: words of the first revision stand plain, later ones behind a mark."""

from newsdiff.catalogue.origins import Origins, Segment
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.scrub import visible
from newsdiff.text.tokens import count as count_words

_AGES = 4  # shades, from the oldest of the words that came later to the newest


class BlamePiece(NamedTuple):
    """Words of one origin; ``number`` 0: of the first revision; ``back``: the revision that brought them back."""

    before: str  # white space, which is nobody's
    text: str
    after: str
    number: int = 0
    back: int = 0
    age: int = 0


class BlameView(NamedTuple):
    """The text by blocks, what went (the last first), and the numbers of the revisions that are named."""

    blocks: tuple[tuple[str, tuple[BlamePiece, ...]], ...]
    gone: tuple[tuple[str, int, int], ...]  # text, the revision that brought it, the one it went with
    named: frozenset[int]


def blame_view(found: Origins, count: int) -> BlameView:
    """What a page shows of the origins of an article with so many revisions."""
    blocks = tuple((block.kind.value, tuple(_piece(s, count) for s in block.segments)) for block in found.blocks)
    gone = tuple((visible(g.text), g.origin + 1, g.gone + 1) for g in reversed(found.gone))
    pieces = [piece for _, told in blocks for piece in told]
    named = {n for piece in pieces for n in (piece.number, piece.back) if n}
    return BlameView(blocks, gone, frozenset(named | {n for _, *both in gone for n in both}))


def _piece(segment: Segment, count: int) -> BlamePiece:
    words = segment.text.strip()
    if not count_words(words) or (segment.origin == 0 and segment.back is None):  # a stop alone is nobody's, too
        return BlamePiece("", visible(segment.text), "")
    start = segment.text.index(words)
    newest = segment.origin if segment.back is None else segment.back
    return BlamePiece(
        segment.text[:start],
        visible(words),
        segment.text[start + len(words) :],
        segment.origin + 1,
        0 if segment.back is None else segment.back + 1,
        min(_AGES, newest * _AGES // count + 1),
    )
