"""What a page that was saved as a file says of where and when it was saved: marks that tools write into it."""

import re
from datetime import datetime

from newsdiff.store.warc.header import date
from newsdiff.text.archived import original
from newsdiff.text.urls import host

_HEAD_BYTES = 1 << 16
# Browsers that save a whole page, and SingleFile.
_SAVED_FROM = re.compile(
    rb"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>\"]+)|<!--[^>]{0,200}SingleFile\s+url:\s*(https?://[^\s<>\"]+)",
    re.IGNORECASE,
)
_OWN_LINK = re.compile(rb"<(?:link|meta)\b[^>]{0,2000}(?:canonical|og:url)[^>]{0,2000}>", re.IGNORECASE)
_ADDRESS = re.compile(rb"(?:href|content)\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)


def saved_from(body: bytes) -> tuple[str, datetime | None]:
    """The publisher's address that a page was saved from, and when an archive had captured it.

    The address is empty where no tool wrote it down; the time is known of pages that an archive replayed.
    """
    head = body[:_HEAD_BYTES]
    mark = _SAVED_FROM.search(head)
    url, time = original((mark[1] or mark[2]).decode("utf-8", "replace")) if mark else ("", "")
    for link in _OWN_LINK.finditer(head):
        if not time and (address := _ADDRESS.search(link[0])):
            time = original(address[1].decode("utf-8", "replace"))[1]
    return url if host(url) else "", date(time)
