"""One record: what kind it is, what it tells of itself, and the page that its block holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from newsdiff.body.kinds import closed
from newsdiff.document import flat
from newsdiff.model import Page
from newsdiff.store.warc import digests
from newsdiff.store.warc.answers import ArchivedAnswer, answer
from newsdiff.store.warc.header import date
from newsdiff.store.warc.write import ASKED, ORIGINAL, PERMANENT
from newsdiff.text.urls import host, redact


class Flaw(ValueError):
    """Why a record is not believed; the text says it."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a record says it is of: checked, but not its block."""

    url: str
    seen_at: datetime


def named(fields: Mapping[str, str], *, own: bool) -> Named:
    """The address and the time of a record; Flaw where they make no sense, or it holds but a part of its page.

    Our ``own`` records may be of a file, or of a text without an address.
    """
    url = flat(fields.get("warc-target-uri", "").removeprefix("<").removesuffix(">"))
    if not url and not own:
        raise Flaw("it names no address")
    if not own and not host(url):
        raise Flaw("its address is no web address")
    seen_at = date(fields.get("warc-date", ""))
    if seen_at is None:
        raise Flaw("its date is no time")
    if cut := fields.get("warc-truncated"):
        raise Flaw(f"the crawl cut it short ({cut[:40]})")
    if "warc-segment-number" in fields:
        raise Flaw("it stands in several records")
    return Named(url, seen_at)


def label(fields: Mapping[str, str]) -> str:
    """A record's address and time, as far as it tells them; the empty string where it tells no address."""
    url, when = redact(fields.get("warc-target-uri", ""))[:300], fields.get("warc-date", "")[:40]
    return f"{url} of {when}" if url and when else url


def answered(fields: Mapping[str, str], block: bytes) -> ArchivedAnswer:
    """What a record's block holds: an HTTP answer, or the thing itself; BadAnswer where it is neither."""
    if fields.get("warc-type", "").lower() == "resource":
        return ArchivedAnswer(200, (("Content-Type", fields.get("content-type", "")),), block)
    return answer(block)


def page(fields: Mapping[str, str], of: Named, found: ArchivedAnswer, limit: int) -> tuple[Page, bool]:
    """The page of a record, and whether its own length or end proves it whole; BadAnswer."""
    body, proved = found.plain(limit)
    media = found.header("content-type")
    made = Page(
        url=_address(fields, ASKED) or of.url,
        final_url=of.url,
        status=found.status,
        content_type=media,
        body=body,
        fetched_at=of.seen_at,
        etag=found.header("etag") or None,
        last_modified=found.header("last-modified") or None,
        permanent_url=_address(fields, PERMANENT),
        headers=tuple((name.removeprefix(ORIGINAL), value) for name, value in found.headers),
        truncated=not proved and not closed(body, media.partition(";")[0].strip().lower()),
    )
    return made, proved


def _address(fields: Mapping[str, str], name: str) -> str | None:
    """An address that newsdiff itself notes in a field; None where it is none, or anybody else's idea of one."""
    url = flat(fields.get(name.lower(), ""))
    return url if host(url) else None


def digest(fields: Mapping[str, str], block: bytes, found: ArchivedAnswer, limit: int) -> bool | None:
    """Whether the record's digest is that of its bytes; None where it states none that can be reckoned."""
    return digests.holds(fields, block, found.payloads(limit))
