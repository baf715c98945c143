"""What a page says of itself to machines: JSON-LD, meta elements, ``<time>``. Facts, not guesses."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from newsdiff.clean.page.text_blocks import Element
from newsdiff.text.archived import original
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze
from newsdiff.text.word_lists import listed

_ISO = lazy_pattern(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")
_ARTICLE = lazy_pattern(r"(?:\w*Article|BlogPosting|\w*BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting)$")
_PUBLISHED = listed(
    "article:published_time og:published_time og:article:published_time datepublished parsely-pub-date sailthru.date"
    " dc.date.issued"
    " dcterms.created dcterms.issued dc.date.created dc.date pubdate publishdate publish-date publication_date"
    " article.published cxenseparse:recs:publishtime date"
)
_MODIFIED = listed(
    "article:modified_time og:updated_time og:modified_time datemodified dcterms.modified dc.date.modified"
    " last-modified lastmod revised"
)
_TITLES = ("og:title", "twitter:title", "headline", "title", "dc.title", "parsely-title", "sailthru.title")
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_MAX_DEPTH = 6  # levels of JSON-LD that are looked through


@dataclass(frozen=True, slots=True)
class Fields:
    """What the page says of itself; ``titles`` and ``descriptions`` only tell which visible block is which."""

    published: str | None
    modified: str | None
    language: str | None
    section: str | None
    canonical: str | None
    host: str  # where the page came from
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    authors: tuple[str, ...]
    live: bool
    free: bool | None


def read_fields(tree: Element, url: str) -> Fields:
    """The facts of a page that was fetched from ``url``."""
    meta = _meta(tree)
    nodes = [node for node in _linked_data(tree) if any(map(_ARTICLE.match, _types(node)))]
    node = nodes[0] if nodes else {}
    title = squeeze(" ".join(tree.xpath("//head//title[1]//text()"))[:2000])
    titles = [_text(node.get("headline")), *(meta.get(name, "") for name in _TITLES), title]
    return Fields(
        published=_date(node.get("datePublished"), *(meta.get(n) for n in _PUBLISHED), *_times(tree, "datePublished")),
        modified=_date(node.get("dateModified"), *(meta.get(n) for n in _MODIFIED), *_times(tree, "dateModified")),
        language=_language(tree, meta, node),
        section=_section(node, meta),
        canonical=_canonical(tree, url),
        host=_host(url),
        titles=tuple(dict.fromkeys(filter(None, titles))),
        descriptions=tuple(dict.fromkeys(filter(None, (meta.get(name) for name in _DESCRIPTIONS)))),
        authors=tuple(_authors(node, meta)),
        live=any("LiveBlogPosting" in _types(n) for n in nodes),
        free=_free(node),
    )


def _meta(tree: Element) -> dict[str, str]:
    """Name, property or itemprop of each meta element -> its content; the first of a name wins."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = squeeze((element.get("content") or "")[:2000])
        for key in (element.get("property"), element.get("name"), element.get("itemprop"), element.get("http-equiv")):
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _linked_data(tree: Element) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of a page, outermost first; what is no JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value, _MAX_DEPTH)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
    if isinstance(value, list) and depth:
        for inner in value:
            yield from _objects(inner, depth - 1)


def _types(node: dict[str, Any]) -> list[str]:
    found = node.get("@type")
    return [t for t in (found if isinstance(found, list) else [found]) if isinstance(t, str)]


def _text(value: Any) -> str:
    return squeeze(value) if isinstance(value, str) else ""


def _date(*values: Any) -> str | None:
    """The first value that is a date in ISO 8601."""
    return next((v.strip() for v in values if isinstance(v, str) and _ISO.fullmatch(v.strip())), None)


def _times(tree: Element, name: str) -> Iterator[str]:
    for element in tree.iter("time", "span", "meta", "abbr"):
        props = (element.get("itemprop") or "").split()
        if name in props or (name == "datePublished" and element.tag == "time" and element.get("pubdate") is not None):
            yield element.get("datetime") or element.get("content") or ""


def _language(tree: Element, meta: dict[str, str], node: dict[str, Any]) -> str | None:
    """The primary subtag, lower case."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    for value in (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        node.get("inLanguage"),
    ):
        if isinstance(value, str) and (match := re.match(r"[a-z]{2,3}(?![a-z])", value.strip().lower())):
            return match[0]
    value = meta.get("content-language") or meta.get("og:locale") or meta.get("language") or ""
    match = re.match(r"[a-z]{2,3}(?![a-z])", value.lower())
    return match[0] if match else None


def _section(node: dict[str, Any], meta: dict[str, str]) -> str | None:
    value = node.get("articleSection")
    value = value[0] if isinstance(value, list) and value else value
    return _text(value) or meta.get("article:section") or None


def _authors(node: dict[str, Any], meta: dict[str, str]) -> Iterator[str]:
    value = node.get("author")
    for author in value if isinstance(value, list) else [value]:
        name = _text(author.get("name")) if isinstance(author, dict) else _text(author)
        if name and "://" not in name:
            yield name
    for key in ("author", "article:author", "parsely-author", "byl", "dc.creator"):
        if (name := meta.get(key, "")) and "://" not in name:
            yield name


def _free(node: dict[str, Any]) -> bool | None:
    value = node.get("isAccessibleForFree")
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def _canonical(tree: Element, url: str) -> str | None:
    """The URL that the page calls its own: of the same site, and not its home page; without an archive's before it."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            target, _ = original(_joined(url, (link.get("href") or "").strip()))
            return target if _believable(target, url) else None
    return None


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href)
    except ValueError:
        return ""


def _host(url: str) -> str:
    """The host of a URL, lower case; empty where the URL makes no sense."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _believable(target: str, url: str) -> bool:
    there, here = _site(_host(target)), _site(_host(url))
    if not target.startswith(("http://", "https://")) or not there or (here and here != there):
        return False
    return urlsplit(target).path.strip("/") != "" or urlsplit(url).path.strip("/") == ""


def _site(host: str) -> str:
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", host.lower())
