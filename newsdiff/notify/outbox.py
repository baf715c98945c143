"""The outbox: ``.newsdiff/outbox/``, a file for each message and each service that has not taken it yet.

A file is written whole (a new name, then renamed) and goes once the service has taken the message: what a kill leaves
is sent again, never lost. ``told.json`` says up to which commit each receiver was told. Nothing here holds a secret: a
service is known by a digest of its address as config.toml has it.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from newsdiff.notify.telling import Telling, decode, encode
from newsdiff.store.disk import replace_file, room, sync
from newsdiff.store.lock import alone

FOLDER = "outbox"
_TOLD = "told.json"
_FILE = re.compile(r"[\w-]{1,40}\.[0-9a-f]{12}\.[0-9a-f]{16}\.json")


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message for one service; ``id`` stays the same however often it is sent."""

    id: str
    receiver: str  # the name of [notify.NAME]
    service: str  # a digest of its address
    due: datetime
    entries: tuple[Telling, ...]
    tries: int = 0
    error: str = ""  # why the last try failed

    @property
    def file(self) -> str:
        """Its name in the outbox."""
        return f"{self.receiver}.{self.service}.{self.id}.json"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Up to where a receiver was told: the archive's tip, and when that was."""

    commit: str
    at: datetime


def service_id(url: str) -> str:
    """What a service is known by: twelve hexadecimal digits."""
    return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:12]


def message_id(*parts: str) -> str:
    """What a message is known by: sixteen hexadecimal digits, the same for the same parts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


class Outbox:
    """The outbox of a store's private folder, which is made when something is put into it."""

    def __init__(self, private: Path) -> None:
        self.folder = private / FOLDER

    # --- reading ---

    def parcels(self) -> list[Parcel]:
        """All that waits, the longest due first; a file that is none is passed over (``damaged``)."""
        found = (_read(self.folder / name) for name in self._names())
        return sorted((one for one in found if one), key=lambda one: (one.due, one.id))

    def damaged(self) -> list[str]:
        """The names of files that hold no message."""
        return [name for name in self._names() if _read(self.folder / name) is None]

    def _names(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        return sorted(path.name for path in self.folder.iterdir() if _FILE.fullmatch(path.name))

    def bookmarks(self) -> dict[str, Bookmark]:
        """Up to where each receiver was told; one that is damaged counts as none."""
        try:
            kept = json.loads((self.folder / _TOLD).read_text("utf-8"))
            return {name: Bookmark(str(one["commit"]), _moment(one["at"])) for name, one in kept.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    # --- writing ---

    def put(self, parcel: Parcel) -> None:
        """Keep a message; to one that waits for the same time, what it lacks is added."""
        there = _read(self.folder / parcel.file)
        if there is not None:
            known = {told.revision for told in there.entries}
            fresh = tuple(told for told in parcel.entries if told.revision not in known)
            if not fresh:
                return
            parcel = replace(there, entries=(*there.entries, *fresh))
        self._write(parcel.file, _encoded(parcel))

    def begun(self, parcel: Parcel, again: datetime) -> Parcel:
        """Note a try before it is made, and when the next one is, should nobody come to note how it ended."""
        return self._noted(replace(parcel, due=again, tries=parcel.tries + 1))

    def failed(self, parcel: Parcel, error: str) -> None:
        """Note why a try failed."""
        self._noted(replace(parcel, error=error))

    def postponed(self, parcel: Parcel, due: datetime) -> None:
        """Leave a message alone until then, without a try."""
        self._noted(replace(parcel, due=max(due, parcel.due)))

    def _noted(self, parcel: Parcel) -> Parcel:
        self._write(parcel.file, _encoded(parcel))
        return parcel

    def delivered(self, parcel: Parcel) -> None:
        """Forget a message that its service has taken."""
        with room(self.folder):
            (self.folder / parcel.file).unlink(missing_ok=True)
            sync(self.folder)

    def bookmark(self, marks: dict[str, Bookmark]) -> None:
        """Keep up to where each receiver was told."""
        told = {name: {"commit": mark.commit, "at": mark.at.isoformat()} for name, mark in sorted(marks.items())}
        self._write(_TOLD, told)

    @contextmanager
    def alone(self, what: str, *, wait: bool) -> Iterator[bool]:
        """Be the only one that puts (or sends), while others may send (or put); False where somebody else does."""
        self._make()
        with alone(self.folder / f"{what}.lock", wait=wait) as free:
            yield free

    def _make(self) -> None:
        with room(self.folder):
            self.folder.mkdir(mode=0o700, exist_ok=True)

    def _write(self, name: str, value: Any) -> None:
        self._make()
        with room(self.folder):
            replace_file(self.folder / name, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _encoded(parcel: Parcel) -> dict[str, Any]:
    return {
        "id": parcel.id,
        "receiver": parcel.receiver,
        "service": parcel.service,
        "due": parcel.due.isoformat(),
        "tries": parcel.tries,
        "error": parcel.error,
        "entries": [encode(told) for told in parcel.entries],
    }


def _read(path: Path) -> Parcel | None:
    """The message of a file; None where there is none, or it is damaged."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        entries = tuple(decode(told) for told in kept["entries"])
        made = Parcel(
            str(kept["id"]),
            str(kept["receiver"]),
            str(kept["service"]),
            _moment(kept["due"]),
            entries,
            int(kept["tries"]),
            str(kept["error"]),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return made if made.file == path.name and entries else None


def _moment(text: str) -> datetime:
    """An aware time; ValueError for any other."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without a zone")
    return found
