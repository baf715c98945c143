"""A byline as it was found on a page."""

from newsdiff.model import Removed
from newsdiff.named_tuple import NamedTuple


class Byline(NamedTuple):
    """The names as they are shown, the dates that stand beside them, what was taken out, and why it is believed."""

    text: str
    dates: tuple[str, ...]
    removed: tuple[Removed, ...]
    source: str
    names: tuple[str, ...] = ()  # where they are known one by one
