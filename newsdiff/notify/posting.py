"""Revisions -> the outbox: what was recorded since a receiver was told last, as git has it.

It goes by the archive and not by what a run has in memory: of a run that was killed the next one tells. A receiver that
is new is told of what comes from then on.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

from newsdiff.model import NotifyRule, NotifySettings, Revision, RevisionKind, Settings
from newsdiff.notify.news import Facts, due, wanted
from newsdiff.notify.outbox import Bookmark, Outbox, Parcel, message_id, service_id
from newsdiff.notify.telling import telling
from newsdiff.store import Store

# A revision that was observed so long before its receiver was told last is history that was imported, and no news.
_NEWS = timedelta(hours=1)
Tags = Callable[[], Mapping[str, tuple[str, ...]]]  # by the path of the article


ARCHIVE = "archive"  # the receiver that is a web archive, and what stands for its address
TIMESTAMP = "timestamp"  # the same for the authority that stamps the history
_EDITS = frozenset((RevisionKind.EDIT.value, RevisionKind.REVERT.value))
_TEXTS = _EDITS | {RevisionKind.FIRST.value, RevisionKind.RESTORED.value}


def receivers(settings: Settings) -> tuple[NotifySettings, ...]:
    """All who are told: those of the configuration, the web archive that is to capture what was recorded, and the
    authority that is to stamp it.
    """
    found = list(settings.notify)
    if settings.archive.on != "never":
        kinds = _EDITS if settings.archive.on == "edit" else _TEXTS
        found.append(NotifySettings(ARCHIVE, (ARCHIVE,), NotifyRule(kinds=kinds)))
    if settings.evidence.timestamp:
        found.append(NotifySettings(TIMESTAMP, (TIMESTAMP,), NotifyRule(kinds=frozenset(RevisionKind))))
    return tuple(found)


def follow(store: Store, settings: Settings, outbox: Outbox, *, now: datetime) -> None:
    """Begin to follow the archive for receivers that are new, and forget those that are gone."""
    names = {one.name for one in receivers(settings)}
    marks = outbox.bookmarks()
    if names == marks.keys():
        return
    with outbox.alone("put", wait=True):
        marks = outbox.bookmarks()
        new = Bookmark(store.tip, now)
        outbox.bookmark({name: marks.get(name, new) for name in names})


def post(store: Store, settings: Settings, outbox: Outbox, *, tags: Tags, zone: tzinfo, now: datetime) -> int:
    """Put what was recorded since into the outbox, for each receiver that wants it; how many messages that made."""
    with outbox.alone("put", wait=True):
        marks, made = outbox.bookmarks(), 0
        tip = store.tip
        for one in receivers(settings):
            mark = marks.get(one.name)
            if mark is not None and mark.commit != tip:
                made += _Posting(store, settings, outbox, one, tags, zone, now).all(mark)
            if mark is None or mark.commit != tip:
                marks[one.name] = Bookmark(tip, now)
                outbox.bookmark(marks)
        return made


class _Posting:
    """What one receiver is told."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        outbox: Outbox,
        receiver: NotifySettings,
        tags: Tags,
        zone: tzinfo,
        now: datetime,
    ) -> None:
        self._store, self._settings, self._outbox = store, settings, outbox
        self._receiver, self._tags, self._zone, self._now = receiver, tags, zone, now

    def all(self, mark: Bookmark) -> int:
        commits = self._store.following(mark.commit)
        if commits is None:
            self._store.notices.append(
                f"{self._receiver.name} is told of what comes from now on: the history it was told of is gone"
            )
            return 0
        revisions = self._store.recorded(commits)
        told_at = min(mark.at, self._now)  # a clock that was ahead must not make everything old
        news = [r for r in revisions if r.seen_at >= told_at - _NEWS and wanted(self._receiver.when, r, self._facts(r))]
        for revision in news:
            self._put(revision)
        return len(news) * len(self._receiver.urls)

    def _put(self, revision: Revision) -> None:
        receiver, when = self._receiver, due(self._receiver, self._now, self._zone)
        for url in receiver.urls:
            service = service_id(url)
            about = when.isoformat() if receiver.digest else revision.id
            name = message_id(receiver.name, service, about)
            self._outbox.put(Parcel(name, receiver.name, service, when, (telling(revision),)))

    def _facts(self, revision: Revision) -> Facts:
        rule = self._receiver.when
        tags: Sequence[str] = self._tags().get(revision.path, ()) if rule.tags else ()
        names = self._settings.flags.names if rule.watched else ()
        return Facts(tags, self._texts(revision) if names else ("", ""), names)

    def _texts(self, revision: Revision) -> tuple[str, str]:
        """The article's texts before and after a revision."""
        history = self._store.history(revision.path)
        at = next((n for n, one in enumerate(history) if one.id == revision.id), len(history))
        read = self._store.read_all(history[at : at + 2])
        new, old = ([one.article.text if one.article else "" for one in read] + ["", ""])[:2]
        return old, new
