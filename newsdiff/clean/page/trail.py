"""Where the story stands, from memory: the element that held it, and the lines there that a vote tells otherwise.

A vote of three costs as much as all else of cleaning. What it gave is written down in a few names (``left``) and is
found again on the next page built so (``followed``): in the element that held the story, prose is the story's; the
trail names the places at which other lines are, and those at which prose is not.
"""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace

from newsdiff.clean.page.main_content import MainContent, region
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.clean.page.voting import is_prose, may_win
from newsdiff.clean.places import name
from newsdiff.model import StoryTrail

STORY_SHARE = 0.5  # of the page's prose that the container holds at least
_DEPTH = 4  # elements that name the container
_MAX_PLACES = 12
_LONGEST = 100  # characters of a name
_PROSE_CHARACTERS = 40  # that prose has at least


def left(
    tree: Element, content: MainContent, won: Collection[int], barred: Container[int], cleaner: str
) -> StoryTrail | None:
    """The trail of a vote; None where its container cannot be told from others, or too many places would be named."""
    path = _path(content.container)
    if any(len(each) > _LONGEST for each in path) or _container(tree, path) is not content.container:
        return None
    counts: dict[tuple[str, bool], int] = {}
    for number, leaf in enumerate(content.leaves, content.start):
        if may_win(leaf) and number not in barred:
            key = _place(leaf.element), is_prose(leaf)
            counts[key] = counts.get(key, 0) + (1 if number in won else -1)
    told = tuple(sorted(place for (place, prose), votes in counts.items() if votes >= 0 and not prose))
    untold = tuple(sorted(place for (place, prose), votes in counts.items() if votes < 0 and prose))
    names = (*told, *untold)
    if len(names) > _MAX_PLACES or any(len(each) > 2 * _LONGEST for each in names):
        return None
    return StoryTrail(path, told, untold, cleaner)


def followed(
    trail: StoryTrail, tree: Element, found: Sequence[Leaf], barred: Container[int]
) -> tuple[MainContent, frozenset[int]] | None:
    """The container and the leaves of the story; None where the page is not built as the trail says."""
    container = _container(tree, trail.container)
    if container is None:
        return None
    content = region(container, found, ())
    start, end = content.start, content.start + len(content.leaves)
    told = enumerate(content.leaves, start)
    won = frozenset(number for number, leaf in told if _is_told(leaf, trail) and number not in barred)
    held = sum(len(found[number].text) for number in won)
    outside = sum(len(leaf.text) for leaf in (*found[:start], *found[end:]) if _is_other(leaf))
    if not won or held < STORY_SHARE * (held + outside):
        return None
    return replace(content, won=frozenset(number - start for number in won)), won


def _is_told(leaf: Leaf, trail: StoryTrail) -> bool:
    """Whether a leaf of the container is the story's."""
    if is_prose(leaf):
        return not trail.untold or _place(leaf.element) not in trail.untold
    return bool(trail.told) and _place(leaf.element) in trail.told and may_win(leaf)


def _is_other(leaf: Leaf) -> bool:
    return len(leaf.text) >= _PROSE_CHARACTERS and 2 * leaf.linked < len(leaf.text) and is_prose(leaf)


def _path(element: Element) -> tuple[str, ...]:
    """The stable names of an element and of those round it, the outer ones first."""
    return tuple(reversed([*_names(element)]))


def _names(element: Element) -> Iterator[str]:
    for _ in range(_DEPTH):
        if element is None:
            return
        yield name(element)
        element = element.getparent()


def _container(tree: Element, path: Sequence[str]) -> Element | None:
    """The one element of a page that stands at a path; an element without the first of its names is not looked at."""
    own, told = path[-1], tuple(path)
    classed = own.partition("#")[0]
    tag, _, first = classed.partition(".")
    first, bears = (first.partition(".")[0], "class") if first else (own[len(classed) + 1 :], "id")
    near = (element for element in tree.iter(tag) if first in (element.get(bears) or ""))
    fits = [element for element in near if name(element) == own and _path(element) == told]
    return fits[0] if len(fits) == 1 else None


def _place(element: Element) -> str:
    """An element by its stable name, and that of the one that holds it."""
    above = element.getparent()
    return f"{name(above)}>{name(element)}" if above is not None else name(element)
