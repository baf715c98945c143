"""HTML page -> is it an article or a section, and which articles does it lead to."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from newsdiff.fetch.discover.link import Discovered, Link, link, unique
from newsdiff.fetch.markup import base, tree
from newsdiff.model import Page
from newsdiff.text.urls import host, normalise

MAX_LINKS = 500
_MIN_LINKS = 5  # fewer do not make a section
_MANY_LINKS = 12  # surely do
_TEXT_PER_LINK = 300  # characters of paragraphs for each article link: more is an article with its "read more"
_TEXT_PER_LINK_OF_ARTICLE = 60  # the same, where the page's own address is an article's
_MAX_ANCHORS = 5_000
_LONG_TEXTS = "//body//text()[string-length() > 30][not(ancestor::a or ancestor::script or ancestor::style)]"
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_ARTICLE_TYPE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report)")
_DATED = re.compile(r"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-]|\d\d)")
_NUMBERED = re.compile(r"\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}")
_NOT_ARTICLES = re.compile(
    r"/(?:tags?|topics?|categor(?:y|ies)|authors?|people|profile|about|contact|privacy|terms|login|sign-?in|register"
    r"|subscri(?:be|ption)s?|newsletters?|account|search|jobs|advertis(?:e|ing)|cookies?|help|shop|rss|feeds?|wp-json)"
    r"(?:[/?.]|$)",
    re.IGNORECASE,
)


def html(page: Page) -> Discovered:
    """What an HTML page is, and its links; an article's own links are not given."""
    root = tree(page.body)
    if root is None:
        return Discovered("article")
    links = unique(_article_links(root, page.final_url), MAX_LINKS)
    feeds = unique(_feeds(root, page.final_url), MAX_LINKS)
    if _is_section(root, page.final_url, len(links)):
        return Discovered("section", links, feeds=feeds, sure=_is_surely(root, page.final_url, len(links)))
    return Discovered("article", feeds=feeds)


def _is_section(root: Any, url: str, links: int) -> bool:
    if urlsplit(url).path in ("", "/"):
        return True
    if links < _MIN_LINKS or _calls_itself_article(root):
        return False
    return _prose(root) < links * (_TEXT_PER_LINK_OF_ARTICLE if _is_article_url(url) else _TEXT_PER_LINK)


def _is_surely(root: Any, url: str, links: int) -> bool:
    """Whether nobody could take a section for an article: many headlines, and next to no prose."""
    if urlsplit(url).path in ("", "/"):
        return links >= _MIN_LINKS
    if links < _MANY_LINKS or _is_article_url(url):
        return False
    return sum(map(len, root.xpath(_LONG_TEXTS))) < links * _TEXT_PER_LINK_OF_ARTICLE


def _prose(root: Any) -> int:
    """Characters in paragraphs that are longer than a teaser's line."""
    return sum(len(t) for t in (p.text_content().strip() for p in root.iter("p")) if len(t) > 80)


def _calls_itself_article(root: Any) -> bool:
    if root.xpath("//meta[@property='og:type' and @content='article']"):
        return True
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            said = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        if any(_ARTICLE_TYPE.fullmatch(name) for name in _types(said)):
            return True
    return False


def _types(said: Any) -> Iterator[str]:
    """The types of what a page describes at the top, not of what it lists."""
    for one in said if isinstance(said, list) else [said]:
        if isinstance(one, dict):
            kind = one.get("@type")
            yield from (k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str))
            if isinstance(graph := one.get("@graph"), list):
                yield from _types(graph)


def _feeds(root: Any, url: str) -> Iterator[Link | None]:
    place = base(root, url)
    for element in root.iter("link"):
        if "alternate" in (element.get("rel") or "").lower() and (element.get("type") or "").lower() in _FEEDS:
            yield link(place, element.get("href"), element.get("title"))


def _article_links(root: Any, url: str) -> Iterator[Link | None]:
    place, outlet, own = base(root, url), host(url), normalise(url)
    for anchor in root.xpath("//a[@href][not(ancestor::nav or ancestor::footer)]")[:_MAX_ANCHORS]:
        found = link(place, anchor.get("href"), anchor.text_content())
        if found and _same_outlet(host(found.url), outlet) and normalise(found.url) != own and _is_article(found):
            yield found


def _same_outlet(one: str, other: str) -> bool:
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _is_article(found: Link) -> bool:
    """Whether a link's address is an article's, and its text a headline's."""
    headline = len(found.title.split()) >= 3 or len(found.title) >= 12  # scripts without spaces
    return headline and _is_article_url(found.url)


def _is_article_url(url: str) -> bool:
    """Whether an address has what articles' addresses have: a date, a long number, or a long slug."""
    path = urlsplit(normalise(url)).path.lower()
    if _NOT_ARTICLES.search(path) or path == "/":
        return False
    words = [w for w in re.split(r"[-_]", path.rpartition("/")[2]) if w]
    return len(words) >= 4 or bool(_DATED.search(path) or _NUMBERED.search(path))
