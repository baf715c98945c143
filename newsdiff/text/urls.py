"""What a URL says: one name for one article (``normalise``), its outlet (``host``), and a form that keeps secrets.

``normalise`` makes a name to compare and to hash, not an address to fetch: it drops what only says how a reader came
(campaign parameters, AMP, mobile host, ``www.``, fragment, http or https). Fetch the URL that was given.
Percent-encoding and dot segments follow the WHATWG URL standard, host names IDNA without transitional mapping.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.percent import encode_path, encode_query, escape_unseen

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_PORTS = {"http": 80, "https": 443}
_HOST = lazy_pattern(r"(?!.*\.\.)[a-z0-9_-][a-z0-9._-]*|[0-9a-f:.]*:[0-9a-f:.]*")
_READER_HOSTS = ("www", "m", "mobile", "amp")
# UTS 46: full stops of other scripts part labels too; what cannot be seen and joins nothing is no part of a name.
_DOTS = str.maketrans("\u3002\uff0e\uff61", "...")
_IGNORED = dict.fromkeys((0xAD, 0x34F, *range(0x180B, 0x1810), 0x200B, 0x2060, 0x2064, *range(0xFE00, 0xFE10), 0xFEFF))
_CONTROLS = "".join(map(chr, range(0x21)))
_BREAKS = dict.fromkeys(map(ord, "\t\r\n"))
_JOINERS = {0x200C: None, 0x200D: None}  # some scripts need them within words

_TRACKING = lazy_pattern(
    r"(?:utm|hsa|at|pk|mtm|matomo|oly|vero|wt|fb|mc|guce|amp)_.+"  # families: utm_source, at_medium, mc_cid
    r"|(?:fb|g|d|y|tw|mscl?|tt|ob|irc|li_fat_|ep|s_kwc)(?:cl)?(?:id|kid)|gclsrc|[gw]braid|igsh|igshid|_openstat"
    r"|_ga|_gl|_hsenc|_hsmi|hsctatracking|mkt_tok|s_cid|ncid|ocid|cmpid|icid|intcmp|smid|smtyp|ito|xtor|wtmc|sref"
    r"|ref_src|ref_url|guccounter|__twitter_impression|_branch_match_id|amp|usqp|aoh",
    re.IGNORECASE,
)
_AMP_PARAMETER = lazy_pattern(r"(?:outputtype|output|view|mode|format)=amp", re.IGNORECASE)
_AMP_TAIL = lazy_pattern(r"(?<=[^/])(?:/amp(?:\.html?)?|\.amp)$", re.IGNORECASE)
_AMP_SUFFIX = lazy_pattern(r"(?<=[^/])\.amp(?=\.html?$)", re.IGNORECASE)
_AMP_HEAD = lazy_pattern(r"^/amp(?=/[^/])", re.IGNORECASE)
_AMP_CACHE = lazy_pattern(r"^/[acivr](?:/s)?/([^/]+\.[^/]+)(/.*)?$")  # <cdn>.ampproject.org/c/s/<host>/<path>
_AMP_VIEWER = lazy_pattern(r"^/amp(?:/s)?/([^/]+\.[^/]+)(/.*)?$")  # www.google.com/amp/s/<host>/<path>

# What is its own name, as most addresses of articles are, if its host says no more than who publishes.
_PLAIN = lazy_pattern(r"https://((?:[a-z0-9-]+\.)+[a-z]+)((?:/[\w-]+(?:\.[\w-]+)*)+)", re.ASCII)

_PLAIN_START = lazy_pattern(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)", re.ASCII)

_USERINFO = lazy_pattern(r"(?<=//)[^/?#]*@")
_OWN_USERINFO = lazy_pattern(r"(?<=^http://)[^/?#]*@|(?<=^https://)[^/?#]*@", re.IGNORECASE)


def normalise(url: str) -> str:
    """The one name of the article that ``url`` leads to; idempotent; what is no http(s) URL comes back stripped.

    >>> normalise("http://m.example.com:80/a/./b/amp/?utm_source=x&id=7#top")
    'https://example.com/a/b?id=7'
    """
    url = url.strip()
    found = _PLAIN.fullmatch(url)
    if found and "amp" not in found[2] and not found[1].endswith("ampproject.org") and outlet(found[1]) == found[1]:
        return url
    while (shorter := _normalise_once(url)) != url:
        url = shorter
    return url


def host(url: str) -> str:
    """The outlet that ``url`` belongs to: its host in lower-case ASCII (IDNA), without ``www.``, ``m.`` or a port.

    Empty when ``url`` is no http(s) URL.
    """
    known = _plain_outlet(url[:end]) if (end := url.find("/", 8)) > 0 else None
    return _host(url) if known is None else known


@lru_cache(maxsize=1 << 12)  # long lists have few hosts
def _plain_outlet(start: str) -> str | None:
    """The outlet of all URLs that start so, up to their paths; None where a path may tell another one."""
    found = _PLAIN_START.fullmatch(start)
    return None if found is None or _is_cache(found[1]) else _host(f"{start}/")


def _host(url: str) -> str:
    parts = split(url)
    return outlet(encode_host(_out_of_cache(parts).hostname or "")) if parts else ""


def redact(url: str) -> str:
    """``url`` for a message: with ``***`` for user and password, and for what else is a secret (``text.secrets``)."""
    return _unsecret(_USERINFO.sub("***@", url), digits=False)


def public(url: str) -> str:
    """``url`` as it is kept and shown: without secrets, and with every character escaped that cannot be seen.

    It has the same name as ``url`` (``normalise``); two articles that differ in nothing but a secret stay two. Whoever
    wants to fetch it needs the address that was given.
    """
    if _PLAIN.fullmatch(url):
        return url
    return _without_secrets(url, user="")


def marked(url: str) -> str:
    """``url`` as ``public`` has it, but with ``***`` for user and password: what lacks a secret is told by its mark.

    >>> marked("https://me:hunter2@a.example/x?id=7"), public("https://me:hunter2@a.example/x?id=7")
    ('https://***@a.example/x?id=7', 'https://a.example/x?id=7')
    """
    return url if _PLAIN.fullmatch(url) else _without_secrets(url, user="***@")


def visible(url: str) -> str:
    """``url`` with every character escaped that cannot be seen: one word on one line that leads to the same place."""
    url = _as_read(url)
    if url.isprintable() and " " not in url:
        return url
    if (parts := split(url)) and not parts.netloc.isprintable():
        user, at, _ = parts.netloc.rpartition("@")
        url = url.replace(parts.netloc, user + at + netloc(parts), 1)
    return escape_unseen(url)


@lru_cache(maxsize=1 << 14)  # a URL is named, shown and told its outlet, each from its parts
def split(url: str) -> "SplitResult | None":
    """The parts of an http(s) URL that names a host and, if any, a valid port; else None."""
    if not url:
        return None
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url.strip())
        valid = parts.port is None or parts.port > 0
        named = _HOST.fullmatch(encode_host(parts.hostname or ""))
    except ValueError:  # brackets without an address, a port beyond 65535, a label that Punycode cannot hold
        return None
    return parts if valid and named and parts.scheme in _PORTS and _is_seen(parts.netloc) else None


def netloc(parts: "SplitResult") -> str:
    """Host (IDNA, lower case) and port, where it is not the scheme's own; never user or password."""
    name = encode_host(parts.hostname or "")
    name = f"[{name}]" if ":" in name else name
    return name if parts.port in (None, _PORTS[parts.scheme]) else f"{name}:{parts.port}"


def encode_host(name: str) -> str:
    """A host name in lower-case ASCII: NFKC, then Punycode label by label; a final dot goes.

    >>> encode_host("Stra\u00dfe.example.")
    'xn--strae-oqa.example'
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name.translate(_DOTS).translate(_IGNORED))
    name = name.lower()
    labels = [label if label.isascii() else "xn--" + _punycode(label) for label in name.split(".")]
    return ".".join(labels).rstrip(".")


def outlet(name: str) -> str:
    """An ASCII host without the labels that only say how it is read: ``en.m.example.org`` is ``en.example.org``."""
    labels = name.split(".")
    while len(labels) > 2 and labels[0] in _READER_HOSTS:
        del labels[0]
    if len(labels) > 3 and labels[1] in _READER_HOSTS:
        del labels[1]
    return ".".join(labels)


def _normalise_once(url: str) -> str:
    parts = split(url)
    if parts is None:
        return url
    parts = _out_of_cache(parts)
    name = netloc(parts)
    if "[" not in name:
        name = outlet(name)
    scheme = "https" if parts.port in (None, 80) else parts.scheme
    path = encode_path(parts.path)
    for pattern in (_AMP_TAIL, _AMP_SUFFIX, _AMP_HEAD):
        path = pattern.sub("", path.rstrip("/"))
    from urllib.parse import urlunsplit

    named = urlunsplit((scheme, name, path or "/", _meaningful(encode_query(parts.query)), ""))
    return _marked(named, encode_path(parts.path), digits=True)


def _as_read(url: str) -> str:
    """``url`` without what programs that read URLs leave out: controls before it, breaks within it."""
    return url.strip().lstrip(_CONTROLS).translate(_BREAKS)


def _is_seen(name: str) -> bool:
    """Whether a host holds nothing that turns it round, or hides."""
    return name.isascii() or name.translate(_IGNORED).translate(_JOINERS).isprintable()


def _without_secrets(url: str, *, user: str) -> str:
    return visible(_unsecret(_OWN_USERINFO.sub(user, _as_read(url)), digits=True))


def _unsecret(url: str, *, digits: bool) -> str:
    parts = split(url) if "=" in url or "?" in url or "#" in url else None
    return _marked(url, encode_path(_out_of_cache(parts).path) if parts else "", digits=digits)


def _marked(url: str, path: str, *, digits: bool) -> str:
    if "=" not in url and "?" not in url and "#" not in url:
        return url
    from newsdiff.text.secrets import without_secrets

    return without_secrets(url, path, digits=digits)


def _meaningful(query: str) -> str:
    kept = [p for p in query.split("&") if p and not _TRACKING.fullmatch(p.partition("=")[0])]
    return "&".join(p for p in kept if not _AMP_PARAMETER.fullmatch(p))


def _is_cache(name: str) -> bool:
    """Whether a host may show pages of others: an AMP cache, or a viewer."""
    return name.endswith(".cdn.ampproject.org") or outlet(name).startswith("google.")


def _out_of_cache(parts: "SplitResult") -> "SplitResult":
    """The publisher's own URL for a page in an AMP cache or viewer."""
    name = (parts.hostname or "").lower()
    if not _is_cache(name):
        return parts
    pattern = _AMP_CACHE if name.endswith(".cdn.ampproject.org") else _AMP_VIEWER
    found = pattern.match(parts.path)
    query = encode_query(parts.query)  # without its fragment a blank would end the address, and be cut
    inner = split(f"https://{found[1]}{found[2] or '/'}?{query}") if found else None
    return inner or parts


def _punycode(label: str) -> str:
    return label.encode("punycode", "replace").decode("ascii")
