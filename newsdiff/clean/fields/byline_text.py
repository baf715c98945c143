"""A byline as it was found on a page."""

from typing import NamedTuple

from newsdiff.model import Removed


class Byline(NamedTuple):
    """The names as they are shown, the dates that stand beside them, what was taken out, and why it is believed."""

    text: str
    dates: tuple[str, ...]
    removed: tuple[Removed, ...]
    source: str
