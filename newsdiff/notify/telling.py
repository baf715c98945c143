"""What somebody is told of one revision: one entry of a message, kept in the outbox as JSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from newsdiff.model import Revision, RevisionKind, Severity
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.repository.commit_message import quoted

_MAX_LINES = 10


class Telling(NamedTuple):
    """One revision as it is told; ``revision`` is the store's id of it, by which a reader tells repetitions."""

    revision: str
    url: str
    path: str
    kind: str
    seen_at: str  # ISO 8601
    headline: str = ""
    summary: str = ""
    lines: tuple[tuple[str, str, str], ...] = ()  # kinds of flags, the old words, the new ones
    words: str = ""
    disclosed: str = ""
    severity: str = ""
    weight: float = 0.0


def telling(revision: Revision) -> Telling:
    """What is told of a revision: what its commit says, so that a run which was killed tells the same."""
    return Telling(
        revision.id,
        revision.url,
        revision.path,
        revision.kind.value,
        revision.seen_at.isoformat(),
        revision.headline,
        revision.summary,
        tuple(map(quoted, revision.lines[:_MAX_LINES])),
        f"+{revision.words.inserted} -{revision.words.deleted} words" if revision.words else "",
        revision.disclosed,
        revision.severity,
        revision.weight or 0.0,
    )


def trial(receiver: str, now: datetime) -> Telling:
    """What a test says: an invented edit, so that its reader sees what one looks like."""
    return Telling(
        "0" * 40,
        "https://news.example/test",
        "",
        RevisionKind.EDIT.value,
        now.isoformat(),
        f"A test of newsdiff for {receiver}",
        "No article changed: this is what a message looks like",
        (("number", "twelve", "fourteen"),),
        "+1 -1 words",
        severity=Severity.HIGH.value,
    )


def encode(told: Telling) -> dict[str, Any]:
    """The entry as JSON keeps it."""
    return {**told._asdict(), "lines": [list(line) for line in told.lines]}


def decode(kept: Mapping[str, Any]) -> Telling:
    """The entry that JSON kept; ValueError, TypeError or KeyError where it is none."""
    lines = tuple((str(kinds), str(old), str(new)) for kinds, old, new in kept["lines"])
    datetime.fromisoformat(kept["seen_at"])
    RevisionKind(kept["kind"])
    told = Telling(**{**kept, "lines": lines, "weight": float(kept["weight"])})
    if not all(isinstance(value, str) for key, value in told._asdict().items() if key not in ("lines", "weight")):
        raise TypeError("a text is none")
    return told
