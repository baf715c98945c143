"""CDX -> the captures of one address, oldest first.

The CDX server API of the Wayback Machine (github.com/internetarchive/wayback, wayback-cdx-server) answers with rows
below a head, that of pywb with an object a line, older servers with words. All are read by the names of their fields.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from newsdiff.errors import CleanError
from newsdiff.fetch.client import Fetcher
from newsdiff.fetch.kinds import Want
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.warc.header import date
from newsdiff.text.urls import normalise, redact

PAGE_ROWS = 10_000  # asked for at a time
_MAX_ROWS = 500_000
_FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")  # as the older servers do
_ALIASES = {"url": "original", "mime": "mimetype", "status": "statuscode"}
_REVISIT = "warc/revisit"  # the body is that of an earlier capture of the same digest
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", _REVISIT, "unk", "-", "")


class Capture(NamedTuple):
    """One capture: its time (14 digits, and as a moment), the address as it was asked for, and its body's digest."""

    timestamp: str
    at: datetime
    url: str
    digest: str


class Found(NamedTuple):
    """What an archive holds of one address: pages, and how many other answers (redirects, errors, other media)."""

    captures: tuple[Capture, ...]
    others: int = 0


def captures(fetcher: Fetcher, server: str, url: str, *, since: str = "", until: str = "") -> Found:
    """The captures of an address from ``since`` to ``until`` (digits of a time), oldest first; FetchError, CleanError.

    Of captures in a row with one digest only the first and the last are given: they hold the same bytes.
    """
    rows: dict[tuple[str, str], dict[str, str]] = {}
    begin = since
    while len(rows) < _MAX_ROWS:
        asked = {"url": url, "output": "json", "limit": str(PAGE_ROWS), "from": begin, "to": until}
        query = urlencode({key: value for key, value in asked.items() if value})
        page = fetcher.get(f"{server}{'&' if '?' in server else '?'}{query}", want=Want.ANY)
        came = list(_rows(page.body, url))
        fresh = [row for row in came if (row["timestamp"], row["original"]) not in rows]
        rows.update(((row["timestamp"], row["original"]), row) for row in fresh)
        if len(came) < PAGE_ROWS or not fresh:  # a further page begins with the second that ended the one before
            break
        begin = max(row["timestamp"] for row in fresh)
    return _captures(rows.values(), url)


def _captures(rows: Any, url: str) -> Found:
    made, others = [], 0
    for row in sorted(rows, key=lambda row: row["timestamp"]):
        at = date(row["timestamp"]) if len(row["timestamp"]) == 14 else None
        same = normalise(row["original"]) == normalise(url)  # servers find what differs in case, too
        if at is None or not same or row["mimetype"] not in _PAGES or not _is_page(row):
            others += 1
        else:
            made.append(Capture(row["timestamp"], at, row["original"], row["digest"]))
    return Found(tuple(_ends(made)), others)


def _is_page(row: dict[str, str]) -> bool:
    return row["statuscode"] == "200" or (row["mimetype"] == _REVISIT and row["statuscode"] in ("-", ""))


def _ends(found: Sequence[Capture]) -> Iterator[Capture]:
    """The captures without those inside a run of one digest."""
    for number, capture in enumerate(found):
        around = found[max(0, number - 1) : number + 2]
        inside = len(around) == 3 and capture.digest and all(one.digest == capture.digest for one in around)
        if not inside:
            yield capture


def _rows(body: bytes, url: str) -> Iterator[dict[str, str]]:
    """The rows of an answer, by the names of their fields; CleanError where it is no list of captures."""
    text = body.decode("utf-8", "replace").strip()
    try:
        told = _listed_rows(text)
    except (ValueError, TypeError, RecursionError):
        raise CleanError(
            f"the archive's list of {redact(url)} cannot be read", "is this the address of a CDX server"
        ) from None
    for row in told:
        named = {_ALIASES.get(str(key), str(key)): str(value) for key, value in row.items()}
        if not named.get("timestamp", "").isdigit() or "original" not in named:
            raise CleanError(
                f"the archive's list of {redact(url)} names no times", "is this the address of a CDX server"
            )
        yield {key: named.get(key, "") for key in _FIELDS}


def _listed_rows(text: str) -> list[dict[str, Any]]:
    """The rows as the server tells them; ValueError, TypeError."""
    if text.startswith("["):
        head, *rows = json.loads(text) or [[]]
        return [dict(zip(head, row, strict=False)) for row in rows if row]
    if text.startswith("{"):
        return [dict(json.loads(line)) for line in text.splitlines() if line.strip()]
    words = [line.split(" ") for line in text.splitlines() if line.strip()]
    return [dict(zip(_FIELDS, row, strict=False)) for row in words]
