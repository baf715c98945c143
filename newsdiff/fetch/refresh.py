"""A page that sends its readers on without an HTTP redirect: ``<meta http-equiv=refresh>``, or the header ``Refresh``.

Read as a browser without scripts reads it (WHATWG: shared declarative refresh steps). Many pages refresh themselves
after minutes, and many articles name another page for readers without scripts: neither sends anybody on who reads it.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from newsdiff.body.decode import as_utf8
from newsdiff.fetch.markup import base, tree
from newsdiff.model import Page
from newsdiff.text.urls import split

MAX_REFRESHES = 3  # of one page that is asked for
_AT_ONCE_SECONDS = 1
_SOON_SECONDS = 30  # that a page may take which says nothing but where the story went
_MAX_STUB_CHARACTERS = 600
_LOOK_BYTES = 1 << 18
_EQUIV = re.compile(rb"http-equiv\s{0,9}=\s{0,9}[\"']?\s{0,9}r$", re.IGNORECASE)
_EQUIV_BYTES = 48
_SAID = re.compile(r"\s*(?=[\d.])(\d{0,9})[\d.]*(?:\s*[;,]\s*|\s+)(.*)", re.DOTALL | re.ASCII)
_URL = re.compile(r"url\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_TEXTS = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"


def onward(page: Page) -> str:
    """The address that a page sends its readers to; empty where it is to be read itself."""
    header = next((value for name, value in page.headers if name == "refresh"), "")
    if not header and not _speaks_of_it(page.body):
        return ""
    root = tree(as_utf8(page.body, page.content_type)) if page.body.strip() else None
    stub = root is None or _is_stub(root)
    for seconds, url, scripts_off in (*([(*_said(header), False)] if header else []), *_refreshes(root)):
        limit = _SOON_SECONDS if stub else -1 if scripts_off else _AT_ONCE_SECONDS
        if seconds <= limit and (found := _address(page.final_url, root, url)):
            return found
    return ""


def _speaks_of_it(body: bytes) -> bool:
    """Whether a page may hold such an element: a quick look, as nearly no page does."""
    head = body[:_LOOK_BYTES]
    head = head.replace(b"\0", b"") if b"\0" in head[:64] else head  # UTF-16
    for word in (b"efresh", b"EFRESH"):
        at = head.find(word)
        while at >= 0:
            if _EQUIV.search(head[max(0, at - _EQUIV_BYTES) : at]):
                return True
            at = head.find(word, at + 1)
    return False


def _refreshes(root: Any) -> Iterator[tuple[int, str, bool]]:
    """Seconds, address, and whether it is for readers without scripts: of each such element, in the page's order."""
    for element in root.iter("meta") if root is not None else ():
        if (element.get("http-equiv") or "").strip().lower() == "refresh":
            around = {a.tag for a in element.iterancestors()}
            if not around & {"template", "textarea", "iframe", "noframes"}:
                yield *_said(element.get("content") or ""), "noscript" in around


def _said(content: str) -> tuple[int, str]:
    """Seconds and address of ``5; url=/there``; no address where it names none."""
    found = _SAID.fullmatch(content[:8192])
    if not found:
        return 0, ""
    address = found[2].strip()
    if labelled := _URL.fullmatch(address):
        address = labelled[1].strip()
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0]
    return int(found[1] or 0), address


def _is_stub(root: Any) -> bool:
    """Whether a page says next to nothing to its readers."""
    return sum(len(text.strip()) for text in root.xpath(_TEXTS)) <= _MAX_STUB_CHARACTERS


def _address(own: str, root: Any, written: str) -> str:
    """The web address that is meant; empty for none, and for the page itself."""
    try:
        found = urljoin(own if root is None else base(root, own), written) if written else ""
        same = urlsplit(found)._replace(fragment="") == urlsplit(own)._replace(fragment="")
    except ValueError:
        return ""
    return "" if same or split(found) is None else found
