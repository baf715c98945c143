"""A module of one article as the log tells it."""

from collections.abc import Sequence

from newsdiff.named_tuple import NamedTuple

NOWHERE = "-"  # in the place of a neighbour at the text's beginning or end


class OwnSlot(NamedTuple):
    """A module of one article: its place, the names of the texts before and behind it, and how many blocks it has.

    Of one inside a line these are the names of the line without it, and of its words beside its figures.
    """

    place: str
    before: str
    after: str
    many: int = 1

    def __str__(self) -> str:
        return f"{self.many} {self.before} {self.after} {self.place}"

    @classmethod
    def parse(cls, line: str) -> "OwnSlot | None":
        """The slot that ``str`` wrote; None for what is none."""
        many, _, rest = line.partition(" ")
        before, _, rest = rest.partition(" ")
        after, _, place = rest.partition(" ")
        counted = many.isascii() and many.isdigit() and len(many) < 4
        return cls(place, before, after, int(many)) if place and counted else None


def parsed(lines: Sequence[str]) -> tuple[OwnSlot, ...]:
    """The slots that the log told of an article."""
    return tuple(slot for slot in map(OwnSlot.parse, lines) if slot)
