"""The blocks of a text and where each stands on its page, and how the log writes that down."""

from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from newsdiff.model import UNKNOWN_PLACE, Article, Block, BlockKind, Cleaned, InlinePart
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import fold

INLINE = "~"  # before the place of an element inside a line
_OUTSIDE = "^"  # before a place outside the story's container
_STORY_SHARE = 0.3  # of the characters of a text that stand at a place of its story


class PlacedText(NamedTuple):
    """Blocks and the place of each; ``parts``: the elements inside the line of each, none where they are not known."""

    blocks: tuple[Block, ...] = ()
    places: tuple[str, ...] = ()
    parts: tuple[tuple[InlinePart, ...], ...] = ()

    def texts(self) -> list[str]:
        """The folded text of each block."""
        return [fold(block.text) for block in self.blocks]

    def without(self, numbers: Collection[int]) -> "PlacedText":
        """The same without some of its blocks."""
        left = [n for n in range(len(self.blocks)) if n not in numbers]
        parts = tuple(self.parts[n] for n in left) if self.parts else ()
        return PlacedText(tuple(self.blocks[n] for n in left), tuple(self.places[n] for n in left), parts)

    def with_parts_of(self, other: "PlacedText") -> "PlacedText":
        """The same with the elements inside its lines that another text has in the same ones."""
        known = dict(zip((block.text for block in other.blocks), other.parts, strict=False))
        return self._replace(parts=tuple(known.get(block.text, ()) for block in self.blocks))

    def story(self) -> frozenset[str]:
        """The places at which its story stands, and those that no class or id names apart from it."""
        sizes: dict[str, int] = {}
        for block, place in zip(self.blocks, self.places, strict=True):
            sizes[place] = sizes.get(place, 0) + len(block.text)
        total = sum(sizes.values())
        return frozenset(place for place, size in sizes.items() if size >= _STORY_SHARE * total)


def placed(article: Article, places: Sequence[str]) -> PlacedText:
    """A text with its places; where these are not of this text, they are not known."""
    known = tuple(places) if len(places) == len(article.blocks) else (UNKNOWN_PLACE,) * len(article.blocks)
    return PlacedText(article.blocks, known)


def placed_page(cleaned: Cleaned) -> PlacedText:
    """The text of a page with its places."""
    parts = cleaned.parts if len(cleaned.parts) == len(cleaned.article.blocks) else ()
    return placed(cleaned.article, cleaned.places)._replace(parts=parts)


def packed(places: Sequence[str]) -> tuple[str, ...]:
    """Places as the log holds them: ``("12 p", "1 div.rates>p")``."""
    return tuple(f"{sum(1 for _ in run)} {place}" for place, run in groupby(places))


def unpacked(runs: Sequence[str]) -> tuple[str, ...]:
    """The places that ``packed`` wrote; none where a run is not such a one."""
    return tuple(_unpacked(runs))


def _unpacked(runs: Sequence[str]) -> Iterator[str]:
    for run in runs:
        many, _, place = run.partition(" ")
        if many.isascii() and many.isdigit() and len(many) < 6:
            yield from [place] * int(many)


def is_own_kind(block: Block) -> bool:
    """Whether a block is of a kind that no module is: headline, date, a note of correction."""
    return block.kind in _NEVER


_NEVER = (BlockKind.HEADLINE, BlockKind.DATE, BlockKind.CORRECTION)


def name_of(text: str) -> str:
    """A short name of a folded text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def is_named(place: str) -> bool:
    """Whether a class or an id tells a place from any other of the same tags."""
    return "." in place[1:] or "#" in place


def box_of(place: str) -> str:
    """The element that holds a line of a box beside the story; empty for a line that no box holds."""
    box, _, inside = place.partition(">")
    is_paragraph = box == "p" or box.startswith(("p.", "p#", _OUTSIDE))
    return "" if is_paragraph or not inside else box


def lines_of_box(text: PlacedText, place: str) -> list[int]:
    """The numbers of the lines at a place, if they stand in one box; none where several boxes have such lines."""
    numbers = [n for n, each in enumerate(text.places) if each == place]
    between = text.places[numbers[0] : numbers[-1] + 1] if numbers else ()
    return numbers if box_of(place) and all(box_of(each) == box_of(place) for each in between) else []
