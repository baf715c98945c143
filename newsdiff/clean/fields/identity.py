"""Which article a page says that it is: the addresses that it goes by, and that it is an article at all."""

from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from newsdiff.clean.fields.linked_data import LinkedData, Node, types
from newsdiff.clean.page.text_blocks import Element
from newsdiff.model import Identity
from newsdiff.text.urls import normalise

_ARTICLE_TYPES = ("article", "blogposting", "report", "review")
_MAX_ADDRESSES = 8
_MAX_TYPES = 100
_LONGEST_ADDRESS = 500  # characters


def identity(tree: Element, meta: Mapping[str, str], data: LinkedData, url: str) -> Identity:
    """What the page that was fetched from ``url`` says of itself; ``meta``: its meta elements by name."""
    told = (*_links(tree), meta.get("og:url", ""), *_addresses(data.article))
    addresses = dict.fromkeys(normalise(_joined(url, each)) for each in dict.fromkeys(told) if each)
    kinds = sorted({*_kinds(tree, meta), *(kind for node in data.articles for kind in types(node))})
    headline = data.article.get("headline")
    return Identity(
        tuple(addresses)[:_MAX_ADDRESSES],
        tuple(kinds)[:_MAX_ADDRESSES],
        tuple(dict.fromkeys(filter(None, (headline if isinstance(headline, str) else "", meta.get("og:title", ""))))),
    )


def _links(tree: Element) -> Iterator[str]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower():
            yield (link.get("href") or "").strip()


def _addresses(node: Node) -> Iterator[str]:
    """The addresses of an article in its linked data."""
    main = node.get("mainEntityOfPage")
    for value in (node.get("url"), main.get("@id") if isinstance(main, dict) else main):
        if isinstance(value, str) and "//" in value:
            yield value.strip()


def _kinds(tree: Element, meta: Mapping[str, str]) -> Iterator[str]:
    """What says that the page is an article, beside its linked data."""
    if meta.get("og:type", "").lower().startswith("article"):
        yield "og:article"
    if any(name in meta for name in ("article:published_time", "datepublished")):
        yield "published"
    marked = tree.xpath("descendant-or-self::*/@itemtype")[:_MAX_TYPES]
    if any(kind.lower().endswith(_ARTICLE_TYPES) for kind in marked):
        yield "itemtype"


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href)[:_LONGEST_ADDRESS]
    except ValueError:
        return ""
