"""What the markup of a line says of its author: names of elements, properties, the address that a name links to."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsdiff.clean.authors.author_names import is_name
from newsdiff.clean.fields.site_names import letters
from newsdiff.clean.lines.stamps import WORD
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names as names_of
from newsdiff.clean.page.furniture_boxes import said
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.text.lazy_pattern import lazy_pattern

_FEWEST_LETTERS = 3  # of a word of a name that an address bears
ROLE = lazy_pattern(
    r"(?:^|[\s_-])(?:role|job|job-?title|position|occupation|affiliation|bio|description)(?:$|[\s_-])", re.IGNORECASE
)
_AUTHOR_PAGE = lazy_pattern(
    r"/(?:authors?|autor(?:en|es|i|a)?|auteurs?|writers?|profiles?|profil|people|persons?|staff|journalists?|reporters?"
    r"|contributors?|columnists?|redakteur(?:e|in)?|redaktion|firmas?|yazar(?:lar)?|forfatter|skribent|by)/[^/?#]",
    re.IGNORECASE,
)
# Folders of addresses that hold pages on people of whom stories tell.
_TOPIC_FOLDERS = frozenset(("tag", "tags", "topic", "topics", "thema", "themen", "tema", "temas", "sujet", "dossier"))


def is_marked(leaf: Leaf) -> bool:
    """Whether the markup of a leaf, of what stands in it or of what is near round it names an author."""
    if leaf.element.tag == "address" or markup.marked(leaf, markup.AUTHOR):
        return True
    inside = leaf.element.iter("a", "span", "address", "b", "strong", "em", "i")
    return any(_is_author(element) for element in (leaf.element, *inside, *_near(leaf.element)))


def _near(element: Element) -> Iterator[Element]:
    for _ in range(2):
        element = element.getparent()
        if element is None or element.tag in ("article", "main", "body", "html"):
            return
        yield element


def _is_author(element: Element) -> bool:
    """Whether an element says that it is an author, or links to the page of one."""
    if not element.keys():
        return False
    marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''} {element.get('property') or ''}".split()
    if any(mark.rpartition(":")[2] == "author" for mark in marks) or said(markup.AUTHOR, names_of(element)):
        return True
    return element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or "") is not None


def says_author(owner: Element, block: Element) -> bool:
    """Whether the element of a piece, below its block, is an author's."""
    while owner is not None and owner is not block:
        if _is_author(owner):
            return not said(ROLE, names_of(owner))
        owner = owner.getparent()
    return False


def links_author(leaf: Leaf, names: Iterable[str], address: str) -> bool:
    """Whether a link in a line leads to a page that bears one of the names, in a folder that is not the article's own.

    ``address``: where the article stands.
    """
    wanted = {_spelled(name) for name in names} - {""}
    own = {folder.casefold() for folder in address_parts(address)[:-1]}
    for link in (*leaf.element.iter("a"), *leaf.element.iterancestors("a")):
        path = address_parts(link.get("href") or "")
        folder = path[-2].casefold() if len(path) > 1 else ""
        if folder and folder not in _TOPIC_FOLDERS and folder not in own and _spelled(unquote(path[-1])) in wanted:
            return True
    return False


def address_parts(address: str) -> list[str]:
    """The folders of an address and what stands in the last; of one without a host, too, and of a broken one."""
    bare = address.split("?")[0].split("#")[0]
    parts = [part for part in bare.partition("//")[2].split("/") if part] if "//" in bare else bare.split("/")
    return [part for part in (parts[1:] if "//" in bare else parts) if part]


def _spelled(text: str) -> str:
    return "".join(filter(str.isalpha, letters(text)))


def spells(address: str, name: str) -> bool:
    """Whether a mail address is spelled as a name is: its first word, or the letter that begins it, and another."""
    if not is_name(name):
        return False
    local = letters(address.partition("@")[0])
    words = [letters(word) for word in WORD.findall(name)]
    told = [word for word in words if len(word) >= _FEWEST_LETTERS and word in local]
    opens = words[0] in told or local.startswith(words[0][:1])
    return bool(told) and (opens or local == words[-1])
