"""What a crawl's file holds for an import: the pages that a reader saw, and what is left out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from newsdiff.body.kinds import PAGES, is_text, media_type, vague
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.warc.answers import ArchivedAnswer
from newsdiff.store.warc.header import date
from newsdiff.store.warc.read import pages as pages_of
from newsdiff.text.archived import original
from newsdiff.text.urls import redact

ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")
LIMIT_BYTES = 10_000_000  # of a page, unpacked: as much as is fetched
_BUFFER_BYTES = 1 << 20
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FOR_MACHINES = re.compile(r"/(?:[^/]+\.txt|\.well-known/.*)")  # robots.txt, ads.txt, humans.txt


def pages(file: Path) -> Iterator[Page | LeftOut]:
    """The pages of a WARC or ARC file: successful answers that are text, and whole."""
    with file.open("rb", buffering=_BUFFER_BYTES) as stream:
        yield from opened(stream)


def opened(stream: IO[bytes]) -> Iterator[Page | LeftOut]:
    """The same of a stream that can be read back and forth; StoreError where it holds no record."""
    for found in pages_of(stream, limit=LIMIT_BYTES, wanted=is_page):
        yield _replayed(found) if isinstance(found, Page) else found


def _replayed(page: Page) -> Page | LeftOut:
    """The page; one that was crawled out of a web archive is the publisher's, of the time when that captured it."""
    if not is_text(page.body):
        return LeftOut(f"{redact(page.url)} of {page.fetched_at:%Y-%m-%d %H:%M}", "its body is no text")
    url, time = original(page.url)
    if url == page.url:
        return page
    seen_at = date(time) or page.fetched_at
    return page._replace(url=url, final_url=original(page.final_url)[0], permanent_url=None, fetched_at=seen_at)


def is_page(answer: ArchivedAnswer, url: str) -> bool:
    """Whether an answer is a page: by its status, its media type, or, where that leaves it open, by how it begins."""
    if answer.status != 200 or _FOR_MACHINES.fullmatch(_path(url)):
        return False
    media = media_type(value for name, value in answer.headers if name.lower() == "content-type")
    return media in PAGES or (vague(media) and _MARKUP.match(answer.payload) is not None)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
