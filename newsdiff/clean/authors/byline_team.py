"""The others of a team: lines behind a byline that name those who made the article with the first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdiff.clean.authors.author_names import NAME_WORDS, is_cased, is_name
from newsdiff.clean.authors.byline_pieces import cut_leaf, is_joint
from newsdiff.clean.authors.byline_places import BOX_CHARACTERS, share_small_box
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_credit, is_of_pictures
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Element, Leaf, has_more_text
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

LABEL_WORDS = 4  # before a colon, that say what somebody did
_MORE = 4  # lines behind a byline that may name others
_TEAM = 12  # lines of a box of several names with their roles
_SOURCE = "built like the byline before it"
_ROLE_WORDS = 6  # of a line that tells a role
_PLACED = lazy_pattern(
    r"[^,|/()]+(?:,|\s[|/]|\s\()\s?[^\W\d_][^,|/()]{1,24}\)?$"
)  # a name and its place: Ida Lund, Sund
_JOINED = lazy_pattern(r"[^\W\d_]{1,3}\s+[^\W\d_]")  # a short word that joins a name to the one before: og, und, y


def others_beside(found: Sequence[Leaf], last: int, zone: range) -> dict[int, Byline]:
    """The lines beside a byline that name others: built like it, or behind it with a label before a name in its box."""
    told: dict[int, Byline] = {}
    byline = found[last].element
    for number in range(last + 1, min(last + 1 + _MORE, zone.stop)):
        if not _names_another(found[number], byline):
            break
        told[number] = Byline(found[number].text, (), (), _SOURCE)
    return told or _team(found, last, zone)


def _names_another(leaf: Leaf, byline: Element) -> bool:
    """Whether a line tells what another person did: ``Translation: Ida Lund``."""
    label, colon, name = leaf.text.partition(": ")
    if not colon or len(label.split()) > LABEL_WORDS or not is_name(name) or is_of_pictures(label):
        return False
    alike = (leaf.element.tag, leaf.element.get("class")) == (byline.tag, byline.get("class"))
    linked = any(squeeze(a.text_content()) == name for a in leaf.element.iter("a"))
    together = leaf.element.getparent() is byline.getparent()
    return (together and alike and linked) or share_small_box(byline, leaf.element)


def _team(found: Sequence[Leaf], own: int, zone: range) -> dict[int, Byline]:
    """The names in boxes built like that of a byline, each with its role behind it; who made pictures is none."""
    box = _box_of_boxes(found[own].element)
    if box is None:
        return {}
    told = dict(_alike(found, own, range(own + 1, min(own + 1 + _TEAM, zone.stop)), box))
    return told | dict(_alike(found, own, range(own - 1, max(own - _TEAM, zone.start) - 1, -1), box))


def _alike(found: Sequence[Leaf], own: int, numbers: range, box: Element) -> Iterator[tuple[int, Byline]]:
    """Others of a team on one side of a byline, up to the first line that is built like it and names nobody."""
    shape = markup.signature(found[own].element)
    for number in numbers:
        leaf = found[number]
        if box not in leaf.element.iterancestors():
            return
        if markup.signature(leaf.element) != shape:
            continue
        role = found[number + 1].text if number + 1 < len(found) else ""
        named, beside = _named(leaf, found[own])
        if not named or not _is_of_team(found, number, own, box, named):
            return
        if not any(is_of_pictures(each) and len(WORD.findall(each)) <= _ROLE_WORDS for each in (role, *beside)):
            yield number, Byline(named, (), tuple(Removed(each, "role") for each in beside), _SOURCE)


def _is_of_team(found: Sequence[Leaf], number: int, own: int, box: Element, named: str) -> bool:
    """Whether a name in a box built like a byline's is joined to it, linked as it is, or in a box with a class."""
    leaf, first, last = found[number], min(number, own), max(number, own)
    joined = _JOINED.match(named) is not None and named.split()[0].islower()
    apart = any(is_joint(other.text) and any(map(str.isalpha, other.text)) for other in found[first + 1 : last])
    linked = bool(folders := _folders(leaf.element)) and folders == _folders(found[own].element)
    placed = len(_PLACED.findall(named)) == len(_PLACED.findall(found[own].text)) == 1
    classed = _is_classed(leaf.element, box) and leaf.kind is not BlockKind.LIST_ITEM
    return joined or apart or linked or classed or placed


def rows_beside(found: Sequence[Leaf], own: int) -> dict[int, Byline]:
    """The other rows of a list of names, and nothing else, of which one is the byline; the metadata name nobody."""
    box = found[own].element.getparent()
    if box is None or box.tag not in ("ul", "ol") or found[own].element.tag != "li":
        return {}
    rows = [squeeze("".join(row.itertext())) for row in box]
    if not all(is_name(row) and ":" not in row and len(row.split()) <= NAME_WORDS for row in rows):
        return {}
    near = range(max(0, own - _TEAM), min(own + _TEAM, len(found)))
    told = (number for number in near if number != own and found[number].element.getparent() is box)
    return {number: Byline(found[number].text, (), (), _SOURCE) for number in told}


def _folders(element: Element) -> list[str]:
    """The folders to which the links of a line lead."""
    return [folder for link in element.iter("a") if (folder := (link.get("href") or "").rpartition("/")[0])]


def _named(leaf: Leaf, byline: Leaf) -> tuple[str, list[str]]:
    """The name that a line is, and nothing; or that it opens with, in an element as the byline has, and the rest."""
    if leaf.heading and leaf.heading == byline.heading:
        leaf = replace(leaf, heading=0, kind=BlockKind.PARAGRAPH)
    if _is_person(leaf) and not _tags(leaf):
        return leaf.text, []
    parts = cut_leaf(leaf)
    size = 2 if len(parts) > 1 and is_joint(parts[0].text) else 1
    text, beside = " ".join(part.text for part in parts[:size]), [part.text for part in parts[size:]]
    alike = not beside or (_tags(leaf) == _tags(byline) and len(beside) == 1)
    return (text, beside) if alike and _is_person(replace(leaf, text=text)) else ("", [])


def _tags(leaf: Leaf) -> list[tuple[str, str | None]]:
    return [(each.tag, each.get("class")) for each in leaf.element]


def _is_person(leaf: Leaf) -> bool:
    """Whether a line names somebody and tells nothing else."""
    if (
        leaf.heading
        or leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        or is_credit(leaf)
        or patterns.is_sentence(leaf.text)
    ):
        return False
    return is_name(leaf.text) and is_cased(leaf.text) and not stamp(leaf.text)


def _is_classed(element: Element, box: Element) -> bool:
    """Whether the part of a box that holds an element has a class."""
    part = next(each for each in (element, *element.iterancestors()) if each.getparent() is box)
    return bool(part.get("class"))


def _box_of_boxes(element: Element) -> Element | None:
    """The smallest element round a byline that holds several boxes built alike; None where that is no small one."""
    for node in (element, *element.iterancestors()):
        above = node.getparent()
        if above is None or above.tag in ("article", "main", "body", "html"):
            return None
        if has_more_text(above, BOX_CHARACTERS):
            return None
        alike = [each for each in above if (each.tag, each.get("class")) == (node.tag, node.get("class"))]
        if len(alike) > 1:
            return above
    return None
