"""Rows of ``state.db``, read back; ValueError and the like where one is none: SQLite keeps anything in any column."""

import json
import re
from datetime import datetime
from typing import Any

from newsdiff.fetch.robots import Rules
from newsdiff.watch.memory.site_memory import SiteMemory
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.database import text_of, unchecked
from newsdiff.watch.state.json_codec import decode, moment

Told = tuple[object, ...]  # kind, status, failures in a row, what it was set aside for: all that many rows have alike
_OF_ITS_TEXTS = (
    *("text", "raw", "body", "etag", "last_modified", "cleaner", "closed", "marks", "held", "tellings", "recent"),
    *("places", "built", "modules", "trail", "shown", "changes"),
)
_CALLED = re.compile(r'"(?:title|location)": "((?:[^"\\]|\\.)*)"')


def written(row: str) -> tuple[str, str]:
    """When the text of a row of ``known`` changed, and in which revision; empty where its address wrote none."""
    found = json.loads(unchecked(row))
    revision = text_of(found.get("revision", ""))
    return text_of(found.get("changed", "")) if revision else "", revision


def is_called(part: str, places: frozenset[str], row: str) -> bool:
    """Whether a row of ``known`` has a text in its headline or location, in any case, or is located at a place."""
    return any(part in found.casefold() or found in places for found in _CALLED.findall(row))


def texts(*found: object) -> Any:
    """A row of texts, as many as there are columns."""
    return tuple(map(text_of, found))


def fares(url: str, row: str) -> Known:
    """What a row of ``known`` says beside what tells one text or page of its article from others."""
    found = json.loads(unchecked(row))
    for key in _OF_ITS_TEXTS:
        found.pop(key, None)
    if found["url"] != url:
        raise ValueError(f"the row of {url} is that of another")
    return decode(Known, found)


def told(url: str, row: str) -> tuple[str, Told]:
    """How the last visits of a row of ``known`` ended."""
    found = json.loads(unchecked(row))
    doubt = found.get("doubt")
    waits = doubt is not None and not doubt.get("rejected")
    return text_of(url), (*map(found.get, ("kind", "status", "streak", "gone", "aside", "fault")), waits)


def rest(host: str, until: str, why: str) -> tuple[str, tuple[datetime, str]]:
    """Until when a host is left alone, and why."""
    return text_of(host), (moment(until), text_of(why))


def rules(row: str) -> Rules:
    """What a robots.txt said."""
    return decode(Rules, json.loads(row))


def memory(host: str, row: str) -> SiteMemory:
    """The memory of a host; ValueError for that of another one."""
    found = decode(SiteMemory, json.loads(row))
    if found.host != host:
        raise ValueError(f"the memory of {host} is that of {found.host}")
    return found


def note(name: str, value: str) -> tuple[str, str]:
    """The name of a note, and its value; ValueError for a place in the log that is none."""
    if name == "offset" and not (value.isascii() and value.isdigit() and len(value) < 16):
        raise ValueError(f"the place {value[:20]!r} in the log")
    return text_of(name), text_of(value)
