"""The frame of a page: which elements hold what it shows, where its story and headline stand, where it asks to act.

Two pages of one template have the same frame, whatever they tell; a page that a server shows in the place of an
article has another. Names are taken as they are written: who compares two frames knows which of them are made up.
"""

from collections.abc import Sequence
from itertools import islice

from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import PageFrame, Spot

_CONTROLS = ("button", "form", "input")
_LINK_SHARE = 0.7  # of a line's characters, which are letters of a link
_MAX_SPOTS = 600
_LONGEST_NAME = 120  # characters


class _Spots:
    """The spots of a page's elements, each read once."""

    def __init__(self) -> None:
        self.known: dict[Element, Spot] = {}

    def of(self, element: Element) -> Spot:
        """Where an element stands; all above it are noted too."""
        below = []
        while element is not None and element not in self.known:
            below.append(element)
            element = element.getparent()
        above = self.known[element][1] if element is not None else ""
        for each in reversed(below):
            name = _name(each)
            self.known[each] = (above, name)
            above = name
        return self.known[below[0] if below else element]


def frame(tree: Element, found: Sequence[Leaf], content: MainContent, headline: str) -> PageFrame:
    """The frame of a page with the leaves ``found``, some of which are its story's, under a headline."""
    spots, links, led, at = _Spots(), list[int](), list[int](), None
    for number, leaf in enumerate(found):
        spot = spots.of(leaf.element)
        if leaf.linked and leaf.linked >= _LINK_SHARE * len(leaf.text):
            links.append(number)
        elif leaf.linked and _is_led(leaf.element):
            led.append(number)
        if at is None and leaf.text == headline:
            at = spot
    parts = frozenset(islice(spots.known.values(), _MAX_SPOTS))
    calls = {spots.of(found[number].element) for number in links}
    calls.update(map(spots.of, islice(tree.iter(*_CONTROLS), _MAX_SPOTS)))
    first, size = content.start, len(content.leaves)
    listed = [*links, *led]
    inside = sum(first <= number < first + size for number in listed)
    text = _most(content, spots)
    return PageFrame(spots.of(content.container), text, at, parts, frozenset(calls), size, inside, len(listed) - inside)


def _is_led(element: Element) -> bool:
    """Whether a line begins with a link and breaks behind it: an entry of a list, with what it leads to."""
    above = (element.text or "").strip() or len(element) < 2
    return not above and element[0].tag == "a" and not (element[0].tail or "").strip() and element[1].tag == "br"


def _most(content: MainContent, spots: _Spots) -> Spot | None:
    """The spot that most of the story's characters stand at: that of its paragraphs."""
    sizes: dict[Spot, int] = {}
    for number in content.won:
        leaf = content.leaves[number]
        spot = spots.of(leaf.element)
        sizes[spot] = sizes.get(spot, 0) + len(leaf.text)
    return max(sorted(sizes), key=sizes.__getitem__, default=None)


def _name(element: Element) -> str:
    """An element as it is written: ``div text wide #story``."""
    classes, own = element.get("class"), element.get("id")
    if classes:
        return f"{element.tag} {classes} #{own}"[:_LONGEST_NAME] if own else f"{element.tag} {classes}"[:_LONGEST_NAME]
    return f"{element.tag} #{own}"[:_LONGEST_NAME] if own else str(element.tag)
