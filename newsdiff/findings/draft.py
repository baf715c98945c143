"""A place of change with its flags, before what belongs together is put together."""

from newsdiff.model import Flag, Place
from newsdiff.named_tuple import NamedTuple


class Draft(NamedTuple):
    """A place with its flags, before what is alike is told once."""

    place: Place | None
    flags: tuple[Flag, ...]
    weight: float
    order: int  # reading order of the new text
    last: int  # the same of the last place that was put together with it
    count: int = 1  # type: ignore[assignment]
    heading: str = ""  # of a run of paragraphs that came or went
