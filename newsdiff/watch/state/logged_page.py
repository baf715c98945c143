"""How a recorded page was built, as the log holds it where its raw page is not kept."""

from collections.abc import Iterable, Sequence
from itertools import islice

from newsdiff.model import Identity, PageFrame, Spot
from newsdiff.named_tuple import NamedTuple

_MAX_SPOTS = 200  # of a page; with their names less than 16 kB
_BETWEEN = "\t"  # the two elements of a spot


class LoggedPage(NamedTuple):
    """A page's frame and identity in values that the log can hold."""

    story: str = ""
    text: str = ""
    headline: str = ""
    parts: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    lines: int = 0
    links: int = 0
    other_links: int = 0
    addresses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def frame(self) -> PageFrame:
        """The frame that was logged."""
        story, text, headline = map(_spot, (self.story, self.text, self.headline))
        parts, calls = (frozenset(filter(None, map(_spot, lines))) for lines in (self.parts, self.calls))
        return PageFrame(story, text, headline, parts, calls, self.lines, self.links, self.other_links)

    @property
    def identity(self) -> Identity:
        """Which article the page said that it is."""
        return Identity(self.addresses, self.kinds, self.titles)


def logged_page(frame: PageFrame, identity: Identity) -> LoggedPage:
    """A page as the log holds it."""
    story, text, headline = (_line(spot) if spot else "" for spot in (frame.story, frame.text, frame.headline))
    parts, calls = _lines(frame.parts), _lines(frame.calls)
    return LoggedPage(story, text, headline, parts, calls, frame.lines, frame.links, frame.other_links, *identity)


def _lines(spots: Iterable[Spot]) -> tuple[str, ...]:
    return tuple(islice(sorted(map(_line, spots)), _MAX_SPOTS))


def _line(spot: Sequence[str]) -> str:
    return _BETWEEN.join(name.replace(_BETWEEN, " ") for name in spot)


def _spot(line: str) -> Spot | None:
    above, between, own = line.partition(_BETWEEN)
    return (above, own) if between and own else None
