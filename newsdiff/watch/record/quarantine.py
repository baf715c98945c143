"""The quarantine: texts that the gate did not let in, each with its raw page and the reasons, and the user's word.

What is in it is read from the state; accepting one records its raw page, cleaned anew, without asking the gate.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from newsdiff.clean.sandbox import Cleaner
from newsdiff.errors import UsageError
from newsdiff.model import Outcome, Settings
from newsdiff.process.sandbox import Sandbox
from newsdiff.store import Store
from newsdiff.text.name_match import Names, matches
from newsdiff.text.urls import host, public, redact
from newsdiff.watch.plan import watchlist
from newsdiff.watch.record.reclean import Today
from newsdiff.watch.record.recorded import CleanedFrom, change_of, recorded
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.article_state import Doubt, Known
from newsdiff.watch.state.index import State, looking
from newsdiff.watch.state.observation import Event, Observation


@dataclass(frozen=True, slots=True)
class Suspect:
    """One text in quarantine; ``waits``: only the user can let it in, else a second equal reading does."""

    id: str
    url: str  # as it is watched, without secrets
    path: str
    first: datetime
    last: datetime
    readings: int
    reasons: tuple[str, ...]
    waits: bool
    rejected: bool
    raw_sha256: str  # of the page: store.raw.get


def suspects(store: Store, *, now: datetime, rejected: bool = False) -> tuple[Suspect, ...]:
    """What is in quarantine, by URL; with ``rejected``, also what the user took for no edit and still stands."""
    with looking(store, now=now) as state:
        listed = _listed(store)
        found = [_suspect(known, known.doubt, listed) for known in state.everything() if known.doubt]
    return tuple(s for s in found if rejected or not s.rejected)


def accept(store: Store, suspect: str, settings: Settings, *, now: datetime) -> Outcome:
    """Take a suspect (its id, or part of its URL or headline) for what the publisher wrote, and record it."""
    with store.lock(who="quarantine", now=now, brief=True), State(store) as state:
        known, doubt = _named(state, suspect, _listed(store))
        if not doubt.fingerprint:
            raise UsageError(f"no text could be read from the page of {known.url}", "there is nothing to accept")
        page, site = store.raw.get(doubt.raw_sha256), settings.site(host(known.url))
        last = store.last(known.path) if known.path else None
        recorder = Recorder(store, state, lambda: now)
        with Cleaner() as cleaner:
            today = Today(store, lambda: cleaner, site, state.site(host(known.url)))
            cleaned = today.masking(known).clean(page.to_clean(site))
            if last and (ours := today.remembered(known, last, at=now)) and ours.record:
                recorder.add([ours])
                last = replace(last, article=ours.record.article)
        article = cleaned.article._replace(url=last.url if last else page.url)
        seen_at = max(page.fetched_at, last.seen_at) if last else page.fetched_at
        flags = settings.flags_of(host(known.url))
        with Sandbox() as sandbox:
            texts = state.texts(known.path)
            change = change_of(last, article, texts, seen_at=seen_at, flags=flags, sandbox=sandbox)
        line = Observation(now, known.url)
        source = CleanedFrom(page, cleaned, today.version, raw_sha256=doubt.raw_sha256)
        recorder.note(Observation(now, known.url, Event.ACCEPTED, fingerprint=doubt.fingerprint))
        recorder.add([recorded(line, known, last, article, change, source, seen=seen_at)])
        recorder.flush()
        return recorder.done.pop()._replace(url=public(article.url))


def reject(store: Store, suspect: str, *, now: datetime) -> Suspect:
    """Take a suspect for no edit: as long as this text stands, nobody is told of it again."""
    with store.lock(who="quarantine", now=now, brief=True), State(store) as state:
        known, doubt = _named(state, suspect, _listed(store))
        state.write([Observation(now, known.url, Event.REJECTED, fingerprint=doubt.fingerprint)])
        return _suspect(known, doubt._replace(rejected=True), _listed(store))


def find(store: Store, suspect: str, *, now: datetime) -> Suspect:
    """The suspect that a user names; UsageError when there is none, or more than one."""
    with looking(store, now=now) as state:
        return _suspect(*_named(state, suspect, _listed(store)), _listed(store))


def _named(state: State, suspect: str, listed: dict[str, str]) -> tuple[Known, Doubt]:
    """By id or URL, else by any part of id, URL or headline."""
    found = [(known, known.doubt) for known in state.everything() if known.doubt]
    fits = matches(suspect, (((known, doubt), _names(known, doubt)) for known, doubt in found))
    if len(fits) == 1:
        return fits[0]
    if not fits:
        raise UsageError(f"nothing in quarantine is called {redact(suspect)!r}", "newsdiff quarantine lists what is")
    several = f"{len(fits)} texts in quarantine are called {redact(suspect)!r}"
    raise UsageError(several, "say more of it", [f"{_id(k, d)}  {_public_url(k, listed)}" for k, d in fits])


def _names(known: Known, doubt: Doubt) -> Names:
    own = _id(known, doubt)
    return Names(frozenset({own, known.url, known.location}), f"{own}\n{known.url}\n{known.location}\n{known.title}")


def _listed(store: Store) -> dict[str, str]:
    """Normalised URL -> the URL on the watch list."""
    return {line.key: line.url for line in watchlist.read(store.private)}


def _public_url(known: Known, listed: dict[str, str]) -> str:
    """The URL as it is watched, without secrets."""
    return public(known.location or listed.get(known.url, known.url))


def _suspect(known: Known, doubt: Doubt, listed: dict[str, str]) -> Suspect:
    return Suspect(
        _id(known, doubt),
        _public_url(known, listed),
        known.path,
        doubt.first,
        doubt.last,
        doubt.readings,
        doubt.reasons,
        doubt.waits,
        doubt.rejected,
        doubt.raw_sha256,
    )


def _id(known: Known, doubt: Doubt) -> str:
    return hashlib.sha256(f"{known.url} {doubt.fingerprint}".encode("utf-8", "replace")).hexdigest()[:8]
