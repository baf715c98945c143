"""The others of a team: lines behind a byline that name those who made the article with the first."""

from collections.abc import Sequence

from newsdiff.clean.authors.author_names import is_cased, is_name
from newsdiff.clean.authors.byline_places import BOX_CHARACTERS, share_small_box
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_credit, is_of_pictures
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD, stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import BlockKind
from newsdiff.text.scrub import squeeze

_LABEL_WORDS = 4  # before a colon, that say what somebody did
_MORE = 4  # lines behind a byline that may name others
_TEAM = 12  # lines of a box of several names with their roles
_ROLE_WORDS = 6  # of a line that tells a role


def others_beside(found: Sequence[Leaf], last: int, zone: range) -> dict[int, Byline]:
    """The lines behind a byline that name others: built like it, or with a label before a name in its box."""
    told: dict[int, Byline] = {}
    byline = found[last].element
    for number in range(last + 1, min(last + 1 + _MORE, zone.stop)):
        if not _names_another(found[number], byline):
            break
        told[number] = Byline(found[number].text, (), (), "built like the byline before it")
    return told or _team(found, last, zone)


def _names_another(leaf: Leaf, byline: Element) -> bool:
    """Whether a line tells what another person did: ``Translation: Ida Lund``."""
    label, colon, name = leaf.text.partition(": ")
    if not colon or len(label.split()) > _LABEL_WORDS or not is_name(name) or is_of_pictures(label):
        return False
    alike = (leaf.element.tag, leaf.element.get("class")) == (byline.tag, byline.get("class"))
    linked = any(squeeze(a.text_content()) == name for a in leaf.element.iter("a"))
    together = leaf.element.getparent() is byline.getparent()
    return (together and alike and linked) or share_small_box(byline, leaf.element)


def _team(found: Sequence[Leaf], last: int, zone: range) -> dict[int, Byline]:
    """The names in boxes built like that of a byline, each with its role behind it; who made pictures is none."""
    shape, box = markup.signature(found[last].element), _box_of_boxes(found[last].element)
    told: dict[int, Byline] = {}
    for number in range(last + 1, min(last + 1 + _TEAM, zone.stop)):
        leaf = found[number]
        if box is None or box not in leaf.element.iterancestors():
            break
        if markup.signature(leaf.element) == shape:
            role = found[number + 1].text if number + 1 < len(found) else ""
            if not _is_person(leaf):
                break
            if not (is_of_pictures(role) and len(WORD.findall(role)) <= _ROLE_WORDS):
                told[number] = Byline(leaf.text, (), (), "built like the byline before it")
    return told


def _is_person(leaf: Leaf) -> bool:
    """Whether a line names somebody and tells nothing else."""
    if leaf.heading or leaf.kind is not BlockKind.PARAGRAPH or is_credit(leaf) or patterns.is_sentence(leaf.text):
        return False
    return is_name(leaf.text) and is_cased(leaf.text) and not stamp(leaf.text)


def _box_of_boxes(element: Element) -> Element | None:
    """The smallest element round a byline that holds several boxes built alike; None where that is no small one."""
    for node in (element, *element.iterancestors()):
        above = node.getparent()
        if above is None or above.tag in ("article", "main", "body", "html"):
            return None
        if len(squeeze("".join(above.itertext()))) > BOX_CHARACTERS:
            return None
        alike = [each for each in above if (each.tag, each.get("class")) == (node.tag, node.get("class"))]
        if len(alike) > 1 and node.get("class"):
            return above
    return None
