"""The JSON-LD of a page: its objects, which of them is the article, and the names that stand in it."""

import json
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from newsdiff.clean.page.text_blocks import Element
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

Node = dict[str, Any]

_ARTICLE = lazy_pattern(
    r"(?:\w*Article|BlogPosting|\w*BlogPosting|Report|\w*Review|LiveBlogPosting|SocialMediaPosting)$"
)
_WRAPPING = lazy_pattern(
    r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?://)?\s*(?:-->|\]\]>|/\*\]\]>\*/)\s*$|;\s*$"
)
_TRAILING_COMMA = lazy_pattern(r",(\s*[}\]])")
_MAX_DEPTH = 6  # levels of JSON-LD that are looked through
_NAMES_LIMIT = 40  # names that are read of one value


class LinkedData:
    """What the JSON-LD of one page says; ``article`` is the node of the page's own article, or empty."""

    def __init__(self, tree: Element) -> None:
        self._objects = [node for value in _values(tree) for node in _objects(value, _MAX_DEPTH)]
        self._by_id = {
            node["@id"]: node for node in self._objects if isinstance(node.get("@id"), str) and len(node) > 1
        }
        found = [node for node in self._objects if any(map(_ARTICLE.match, types(node)))]
        self.articles = sorted(found, key=lambda node: "ClaimReview" in types(node))  # beside an article it is a part
        self.article: Node = self.articles[0] if self.articles else {}

    def choose(self, titles: Iterable[str]) -> None:
        """Take the first article that bears one of the page's titles: a page may describe others beside its own."""
        known = {title.casefold() for title in titles}
        own = (node for node in self.articles if text(node.get("headline")).casefold() in known)
        self.article = next(own, self.article)

    @property
    def same(self) -> list[Node]:
        """The article, and the nodes that say more of it: those of the same headline, or of none."""
        headline = text(self.article.get("headline"))
        return [node for node in self.articles if text(node.get("headline")) in (headline, "")]

    def names(self, value: Any, depth: int = 3) -> Iterator[str]:
        """The names in the value of a property: texts, lists, objects with a name, and pointers to such objects."""
        if isinstance(value, str):
            if name := text(value):
                yield name
        elif isinstance(value, list):
            for inner in value[:_NAMES_LIMIT]:
                yield from self.names(inner, depth)
        elif isinstance(value, dict) and depth:
            whole = value if "name" in value else self._by_id.get(str(value.get("@id")), value)
            yield from self.names(whole.get("name"), depth - 1)


def types(node: Node) -> list[str]:
    """The types of an object, without the vocabulary's address."""
    found = node.get("@type")
    return [t.rpartition("/")[2] for t in (found if isinstance(found, list) else [found]) if isinstance(t, str)]


def text(value: Any) -> str:
    """A text of the linked data as it is kept, its entities resolved; empty where it is none."""
    return squeeze(unescape(value)) if isinstance(value, str) else ""


def _values(tree: Element) -> Iterator[Any]:
    """Every JSON-LD value of a page; what is no JSON, even without the usual slips, is passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        found = script.text or ""
        try:
            yield _parsed(found)
        except (ValueError, RecursionError):
            continue


def _parsed(written: str) -> Any:
    """A value in JSON; ValueError or RecursionError where even the usual slips taken out do not make it one."""
    try:
        return json.loads(written, strict=False)
    except ValueError:
        return json.loads(_mended(written), strict=False)


def _mended(written: str) -> str:
    """JSON without the comment round it, a semicolon behind it, or a comma before a closing bracket."""
    bare = _WRAPPING.sub("", _WRAPPING.sub("", written))
    return _TRAILING_COMMA.sub(r"\1", bare)


def _objects(value: Any, depth: int) -> Iterator[Node]:
    """The objects that stand for the page or a part of it, outermost first."""
    if isinstance(value, dict):
        yield value
        value = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in value]
    if isinstance(value, list) and depth:
        for inner in value:
            yield from _objects(inner, depth - 1)
