"""An HTML page -> its tree, however hostile the page is."""

import re
from typing import Any
from urllib.parse import urljoin

MAX_BYTES = 3_000_000
_TAG = re.compile(rb"<[^<>]{1024,}>?")
_MAX_TAG_BYTES = 8192
_MAX_ATTRIBUTES = 200  # libxml2 takes minutes over a hundred thousand


def tree(body: bytes) -> Any | None:
    """The tree of a page in UTF-8, of its first ``MAX_BYTES``; None where there is nothing but comments."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(huge_tree=False, no_network=True, encoding="utf-8")
    try:
        return document_fromstring(_TAG.sub(_sane, body[:MAX_BYTES]), parser=parser)
    except etree.ParserError:
        return None


def base(root: Any, url: str) -> str:
    """What the relative addresses of the page at ``url`` are relative to: its ``<base href>``, else itself."""
    href: str = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    try:
        return urljoin(url, href)
    except ValueError:
        return url


def _sane(tag: re.Match[bytes]) -> bytes:
    """A tag, unless it is monstrous."""
    return b"" if len(tag[0]) > _MAX_TAG_BYTES or len(tag[0].split()) > _MAX_ATTRIBUTES else tag[0]
