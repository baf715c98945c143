"""What a page says of itself to machines: JSON-LD, meta elements, ``<time>``. Facts, not guesses."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from newsdiff.clean.fields.claims import marked_times, read_dates
from newsdiff.clean.fields.identity import identity
from newsdiff.clean.fields.linked_data import LinkedData, Node, text, types
from newsdiff.clean.lines.patterns import without_by
from newsdiff.clean.page.text_blocks import Element
from newsdiff.model import Identity, Witness
from newsdiff.text.archived import original
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_TITLES = ("og:title", "twitter:title", "headline", "title", "dc.title", "parsely-title", "sailthru.title")
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "cxenseparse:author",
    "authors",
    "author_name",
    "article:author_name",
    "dable:author",
    "mediator_author",
)
# Where scripts of the page's own counters hold its author.
_IN_SCRIPTS = lazy_pattern(
    r"[\"'](?:(?:page|article|content|story|post)?[_-]?authors?(?:[_-]?names?)?|byline)[\"']\s*+:\s*+\[?\s*+"
    r"(?:\"((?:[^\"\\\n]|\\.){3,80})\"|'([^'\\\n]{3,80})')",
    re.IGNORECASE,
)
_IN_KEYS = lazy_pattern(r"uthor|yline", re.IGNORECASE)
_KEY_CHARACTERS = 10  # between the beginning of such a key and the second letter of that word
_SCRIPT_CHARACTERS = 200_000  # of a script that are looked through
_PUBLISHERS = ("og:site_name", "application-name", "article:publisher", "dc.publisher", "publisher", "copyright")
_NAME_WORDS = 5
_JOINTS = lazy_pattern(r"\s*(?:[,;|/·•]|\s(?:and|und|et|y|e|i|och|og|en|ja|и|və|ve|&)\s)\s*", re.IGNORECASE)


def joins_names(text: str) -> bool:
    """Whether a text is what stands between the names of two persons, and nothing else: ``und``, ``,``."""
    return _JOINTS.fullmatch(f" {text} ") is not None


@dataclass(frozen=True, slots=True)
class Fields:
    """What the page says of itself; ``titles`` and ``descriptions`` only tell which visible block is which."""

    published: str | None
    modified: str | None
    language: str | None
    section: str | None
    canonical: str | None
    address: str  # where the page came from
    host: str  # of that address
    headline: str  # of the linked data: empty where they tell none
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    authors: tuple[str, ...]  # names, whole and one by one where a text lists several
    publishers: tuple[str, ...]  # names of the site
    live: bool
    free: bool | None
    body: str  # the article's text, where the page tells it to machines
    witnesses: tuple[Witness, ...]
    identity: Identity


def read_fields(tree: Element, url: str) -> Fields:
    """The facts of a page that was fetched from ``url``."""
    meta = _meta(tree)
    title = squeeze(" ".join(_title(tree))[:2000])
    named = [*(meta.get(name, "") for name in _TITLES), title]
    data = LinkedData(tree)
    data.choose(filter(None, named))
    headline, times = text(data.article.get("headline")), marked_times(tree)
    published, first = read_dates("published", data, meta, times, url)
    modified, last = read_dates("modified", data, meta, times, url)
    return Fields(
        published=published,
        modified=modified,
        language=_language(tree, meta, data.article),
        section=_section(data.article, meta),
        canonical=_canonical(tree, url),
        address=url,
        host=_host(url),
        headline=headline,
        titles=tuple(dict.fromkeys(filter(None, (headline, *named)))),
        descriptions=tuple(dict.fromkeys(filter(None, (meta.get(name) for name in _DESCRIPTIONS)))),
        authors=tuple(dict.fromkeys(_authors(data, meta, tree))),
        publishers=tuple(dict.fromkeys(_publishers(data, meta))),
        live=any("LiveBlogPosting" in types(node) for node in data.articles),
        free=_free(data.article),
        body=text(data.article.get("articleBody")),
        witnesses=(*first, *last),
        identity=identity(tree, meta, data, url),
    )


def _title(tree: Element) -> Iterator[str]:
    """The text of the title in the head: the first, where one element holds several."""
    for head in tree.getroottree().iter("head"):
        for title in head.iter("title"):
            if next(title.itersiblings("title", preceding=True), None) is None:
                yield from title.itertext()


def _meta(tree: Element) -> dict[str, str]:
    """Name, property or itemprop of each meta element -> its content; the first of a name wins."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = squeeze((element.get("content") or "")[:2000])
        for key in (element.get("property"), element.get("name"), element.get("itemprop"), element.get("http-equiv")):
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _language(tree: Element, meta: dict[str, str], node: Node) -> str | None:
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


def _section(node: Node, meta: dict[str, str]) -> str | None:
    value = node.get("articleSection")
    value = value[0] if isinstance(value, list) and value else value
    return text(value) or meta.get("article:section") or None


def _authors(data: LinkedData, meta: dict[str, str], tree: Element) -> Iterator[str]:
    """The names of the authors, as they are written and, where one text lists several, each by itself."""
    told = [name for node in data.same for key in ("author", "creator") for name in data.names(node.get(key))]
    named = [*told, *_in_meta(tree), _labelled(meta)]
    for name in (*named, *(() if told else _in_scripts(tree))):
        if "://" in name or len(name) < 2:
            continue
        yield (name := without_by(name))
        parts = [part for part in _JOINTS.split(name) if len(part) > 1]
        if len(parts) > 1:
            yield from parts


def _in_meta(tree: Element) -> Iterator[str]:
    """What meta elements call an author: each of several has one of its own."""
    for element in tree.iter("meta"):
        keys = (element.get("property"), element.get("name"), element.get("itemprop"))
        if any(key and key.strip().lower() in _AUTHORS for key in keys):
            yield squeeze((element.get("content") or "")[:2000])


def _labelled(meta: dict[str, str]) -> str:
    """What a card of the page says beside its title, where it is a name: ``Written by``, ``Ida Lund``."""
    value = meta.get("twitter:data1", "")
    words = value.split()
    return value if 2 <= len(words) <= _NAME_WORDS and value.replace(" ", "").isalpha() and value[0].isupper() else ""


def _in_scripts(tree: Element) -> Iterator[str]:
    """The names that scripts of the page call its author."""
    for script in tree.iter("script"):
        text = (script.text or "")[:_SCRIPT_CHARACTERS]
        for quoted, plain in _named_in(text):
            yield plain or _unescaped(quoted)


def _named_in(text: str) -> Iterator[tuple[str, str]]:
    """What ``_IN_SCRIPTS`` finds in a script, looked for where a word for an author stands: scripts are long."""
    end = 0
    for word in _IN_KEYS.finditer(text) if "uthor" in text or "yline" in text else ():
        opening = max(text.rfind(mark, max(end, word.start() - _KEY_CHARACTERS), word.start()) for mark in "\"'")
        if opening >= 0 and (found := _IN_SCRIPTS.match(text, opening)) is not None:
            end = found.end()
            yield found[1] or "", found[2] or ""


def _unescaped(text: str) -> str:
    """A text as JSON writes it."""
    try:
        return squeeze(str(json.loads(f'"{text}"')))
    except ValueError:
        return text


def _publishers(data: LinkedData, meta: dict[str, str]) -> Iterator[str]:
    for node in data.same:
        yield from data.names(node.get("publisher"))
    yield from (name for key in _PUBLISHERS if (name := meta.get(key, "")) and "://" not in name)


def _free(node: Node) -> bool | None:
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
