"""Which revisions somebody wants to be told of, and when."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from newsdiff.model import NotifyRule, NotifySettings, Revision, RevisionKind, Severity, is_told
from newsdiff.text.urls import host

_TOLD = frozenset((RevisionKind.EDIT, RevisionKind.REVERT, RevisionKind.REMOVED, RevisionKind.RESTORED))
_EDITS = frozenset((RevisionKind.EDIT, RevisionKind.REVERT))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a revision itself does not say: the tags of its article, the texts before and after it, the watched names.

    ``texts`` are only needed where names are watched.
    """

    tags: Collection[str] = ()
    texts: tuple[str, str] = ("", "")
    names: Collection[str] = field(default=())


def wanted(rule: NotifyRule, revision: Revision, facts: Facts) -> bool:
    """Whether a revision is what a rule asks for."""
    kinds = rule.kinds or _TOLD
    if revision.kind not in kinds or not _is_of(rule, revision, facts):
        return False
    return revision.kind not in _EDITS or _is_grave(rule, revision, facts)


def _is_of(rule: NotifyRule, revision: Revision, facts: Facts) -> bool:
    """Whether the article is one that is asked for."""
    if rule.tags and not {tag.casefold() for tag in rule.tags} & set(facts.tags):
        return False
    name = host(revision.url)
    asked = (host(f"https://{each}/") for each in rule.hosts)
    return not rule.hosts or any(name == each or name.endswith(f".{each}") for each in asked)


def _is_grave(rule: NotifyRule, revision: Revision, facts: Facts) -> bool:
    """Whether an edit is one that is asked for."""
    if rule.undisclosed and is_told(revision.disclosed):
        return False
    if revision.faults:  # a rule of newsdiff failed at it: nobody knows what it would have said
        return True
    if rule.flags and not rule.flags & set(revision.flags):
        return False
    if rule.min_severity and (
        revision.severity not in list(Severity) or Severity(revision.severity).rank < rule.min_severity.rank
    ):
        return False
    return (revision.weight or 0.0) >= rule.min_weight and (not rule.watched or _touches(revision, facts))


def _touches(revision: Revision, facts: Facts) -> bool:
    """Whether a name stands in the changed words, or comes or goes with the edit."""
    told = "\n".join((revision.summary, *revision.lines))
    for name in facts.names:
        word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        old, new = facts.texts
        if word.search(told) or len(word.findall(old)) != len(word.findall(new)):
            return True
    return False


def due(settings: NotifySettings, now: datetime, zone: tzinfo) -> datetime:
    """When what happens now is to be told: at once, or at the end of the hour, day or week (Monday) in a zone."""
    if not settings.digest:
        return now
    local = now.astimezone(zone)
    if settings.digest == "hour":
        return local.replace(minute=0, second=0, microsecond=0).astimezone(UTC) + timedelta(hours=1)
    at = local.replace(hour=settings.digest_hour, minute=0, second=0, microsecond=0)
    days = (7 - at.weekday()) % 7 if settings.digest == "week" else 0
    at += timedelta(days=days)
    if at <= local:
        at += timedelta(days=7 if settings.digest == "week" else 1)
    return at.astimezone(UTC)
