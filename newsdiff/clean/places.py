"""Where each block of an article stands on its page: the tags and stable classes from the story's flow down to it.

A place is what the pages of one site have in common, whatever they tell: ``div.rates>table>tr``. Names that a build or
a visit makes up (``css-1q0x``, ``block-4711``) are left out. A place ends with what a block is made of where that is
all of it: a link (``p>a``), a label and a link (``p>b+a``).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsdiff.clean.page.text_blocks import BLOCKS, Element, Leaf
from newsdiff.model import UNKNOWN_PLACE, Block, Spot
from newsdiff.text.lazy_pattern import lazy_pattern

_OUTSIDE = "^"  # before a place outside the container
_FLOW_SHARE = 0.25  # of the characters of a story, with which an element is one that it flows in
_DEPTH = 6  # elements that a place names at most
_MAX_NAMES = 3  # classes of one element
_MAX_PARTS = 4  # inline elements that a block is told to be made of
_BARE_WORDS = 3  # words outside its inline elements with which a block is plain text
_STABLE = lazy_pattern(r"[A-Za-z]{3,}(?:[-_]+[A-Za-z]+)*")
_HASHED = lazy_pattern(r"_{1,2}[A-Za-z0-9-]*\d[A-Za-z0-9-]*$")
_LONGEST_NAME = 40  # characters
_REMEMBERED = 4096  # elements: those of one page mostly bear the same few names


def standing(blocks: Sequence[Block], found: Sequence[Leaf]) -> list[Element | None]:
    """The element that holds each block, None where it is not known; ``found`` are the page's leaves in their order."""
    numbers: dict[str, list[int]] = {}
    for number, leaf in enumerate(found):
        numbers.setdefault(leaf.text, []).append(number)
    last, elements = -1, list[Element | None]()
    for block in blocks:
        at = numbers.get(block.text, ())
        if not at:
            elements.append(None)
            continue
        behind = bisect_right(at, last)  # the next leaf with this text; a page may repeat one ten thousand times
        last = at[behind] if behind < len(at) else at[0]
        elements.append(found[last].element)
    return elements


def places(
    elements: Sequence[Element | None], found: Sequence[Leaf], container: Element, won: frozenset[int]
) -> tuple[str, ...]:
    """The place of each block by the element that holds it; ``won`` are the numbers of the story's leaves."""
    flow = _flow(found, container, won)
    known: dict[Element | None, str] = {None: UNKNOWN_PLACE}
    for element in elements:
        if element not in known:
            known[element] = _path(element, flow) + _made_of(element)
    return tuple(known[element] for element in elements)


def _flow(found: Sequence[Leaf], container: Element, won: frozenset[int]) -> set[Element]:
    """The elements in which the story flows: the container, and those below it that hold a good share of the story."""
    sizes: dict[Element, int] = {container: 0}
    total = 0
    for number in won:
        size = len(found[number].text)
        total += size
        for element in found[number].element.iterancestors():
            sizes[element] = sizes.get(element, 0) + size
            if element is container:
                break
    return {element for element, size in sizes.items() if size >= _FLOW_SHARE * total} | {container}


def _path(element: Element, flow: set[Element]) -> str:
    """The tags and stable names from below the story's flow down to an element; of one outside it, the nearest ones."""
    names: list[str] = []
    for node in (element, *element.iterancestors()):
        if node in flow:
            return ">".join(reversed(names[:_DEPTH])) or "."
        names.append(name(node))
    return _OUTSIDE + ">".join(reversed(names[: _DEPTH // 2]))


def spot_name(spot: Spot) -> str:
    """A spot of a page's frame by its stable names: ``main>div.story``."""
    return ">".join(_step_name(element) for element in spot if element)


def _step_name(element: str) -> str:
    tag, *names = element.split()
    own = next((each[1:] for each in names if each.startswith("#")), "")
    classes = " ".join(each for each in names if not each.startswith("#"))
    return _stable_name(tag, classes, own)


def name(element: Element) -> str:
    """An element's tag with those of its names that another visit will find too."""
    return _stable_name(element.tag, element.get("class") or "", element.get("id") or "")


@lru_cache(maxsize=_REMEMBERED)
def _stable_name(tag: str, classes: str, identifier: str) -> str:
    stable = sorted(set(_stable(classes)))[:_MAX_NAMES]
    own = next(_stable(identifier), "")
    return "".join((tag, *(f".{each}" for each in stable), f"#{own}" if own else ""))


def _stable(names: str) -> Iterator[str]:
    for each in names.split():
        told = _HASHED.sub("", each)
        if len(told) <= _LONGEST_NAME and _STABLE.fullmatch(told):
            yield told


def _made_of(element: Element) -> str:
    """What a block is made of, where next to nothing of it stands outside its inline elements."""
    parts = [child for child in element if isinstance(child.tag, str) and child.tag != "br"]
    if not 0 < len(parts) <= _MAX_PARTS or any(part.tag in BLOCKS for part in parts):
        return ""
    bare = " ".join([element.text or "", *(part.tail or "" for part in parts)])
    return f">{'+'.join(map(name, parts))}" if len(bare.split()) < _BARE_WORDS else ""
