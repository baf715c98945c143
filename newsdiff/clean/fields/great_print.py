"""Lines set in great print: the headline of a page that marks none as a heading, as pages laid out by tables do."""

from collections.abc import Sequence

from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_TEXT_PIXELS = 16.0  # of print as a browser sets it
_GREAT = 1.25  # times as great as that, and more, a headline is
_POINT_PIXELS = 4 / 3
_SIZES = {"4": 1.125, "5": 1.5, "6": 2.0, "7": 3.0, "+1": 1.125, "+2": 1.5, "+3": 2.0, "+4": 3.0}  # of <font>
_STYLE = lazy_pattern(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|em|rem|%)")
_UNITS = {"px": 1 / _TEXT_PIXELS, "pt": _POINT_PIXELS / _TEXT_PIXELS, "em": 1.0, "rem": 1.0, "%": 0.01}
_LEAST_WORDS = 3


def great_line(found: Sequence[Leaf], numbers: range) -> int | None:
    """The number of the line in the greatest print among some, if it is the only one so set and no link.

    None where no line is set in print greater than the text's.
    """
    sizes = {number: _size(found[number]) for number in numbers if len(found[number].text.split()) >= _LEAST_WORDS}
    greatest = max(sizes.values(), default=0.0)
    wanted = [number for number, size in sizes.items() if size == greatest]
    return wanted[0] if greatest >= _GREAT and len(wanted) == 1 and not found[wanted[0]].is_link else None


def _size(leaf: Leaf) -> float:
    """How many times as great as plain print the whole of a line is set."""
    inside = (each for each in leaf.element.iter("font", "span", "b", "strong", "big", "div", "p", "td"))
    holding = [each for each in inside if squeeze("".join(each.itertext())) == leaf.text]
    return max((_told(each) for each in holding), default=0.0)


def _told(element: Element) -> float:
    """The size that an element asks for; 0 where it asks for none."""
    style = _STYLE.search((element.get("style") or "").lower())
    if style:
        return float(style[1]) * _UNITS[style[2]]
    return _SIZES.get((element.get("size") or "").strip(), 0.0)
