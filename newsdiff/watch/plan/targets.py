"""What is watched, and what of it is due: the watch list, and what its feeds brought."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsdiff.errors import UnknownArticle
from newsdiff.fetch.pace import Rest
from newsdiff.fetch.robots import Rules
from newsdiff.model import PageKind, Settings, Status
from newsdiff.store import Store
from newsdiff.text.name_match import Names, matches, whole
from newsdiff.text.urls import host, public, redact
from newsdiff.watch.plan import addresses, schedule, watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.visit.messages import HostBatch, Task

# Every 10th visit sends no If-None-Match / If-Modified-Since: some servers answer 304 to everything.
FULL_FETCH_EVERY = 10
BATCH_PAGES = 50  # pages in a batch
GUESTS_EVERY = timedelta(days=1)
HOST_BUDGET = timedelta(minutes=15)  # of one host's time in one run


@dataclass(frozen=True, slots=True)
class Target:
    """One URL that is watched: what is known of it, and when its next visit is due."""

    url: str  # as it is fetched
    kind: PageKind
    known: Known
    due: datetime
    host: str
    every: timedelta | None = None
    paused: bool = False
    retired: bool = False
    unsure: bool = False  # nobody has said or seen yet what it is
    name: str = ""  # what its user calls it
    tags: tuple[str, ...] = ()  # its own, or those of the feed that brought it

    @property
    def key(self) -> str:
        """The normalised URL."""
        return self.known.url

    @property
    def public_url(self) -> str:
        """The URL as it is printed and logged."""
        return public(self.url)


def targets(store: Store, state: State, settings: Settings, *, now: datetime) -> list[Target]:
    """Everything that is watched: the list's lines in their order, then what its feeds brought."""
    lines = {line.key: line for line in watchlist.read(store.private)}
    full = addresses.read(store.private)
    everything = {known.url: known for known in state.everything()}  # in one question: each alone takes far longer
    found = [
        target(line, everything.get(key) or state.known(key), settings, full, now)
        for key, line in lines.items()
        if line.watch
    ]
    for known in everything.values():
        feed = lines.get(known.source)
        if known.url not in lines and feed is not None:
            line = Watched(known.url, paused=feed.paused, tags=feed.tags, every=feed.every)
            found.append(target(line, known, settings, full, now))
    return found


def due(found: Iterable[Target], *, now: datetime, everything: bool = False, private: bool = False) -> list[Target]:
    """What is to be visited now, each article once, the longest overdue first.

    Where private addresses are now allowed (``private``), what was refused need not wait for its time. An article's
    other addresses are looked at once a day, whether they still lead there.
    """
    chosen: dict[str, Target] = {}
    awake = [target for target in found if not (target.paused or target.known.is_aside)]
    hosts = {target.known.path for target in awake if not target.known.is_guest}
    for target in awake:
        known = target.known
        if known.is_guest and known.path in hosts:
            if not target.retired and (known.visited_at is None or now - known.visited_at >= GUESTS_EVERY):
                chosen[target.key] = target
            continue
        ripe = target.due <= now or (private and known.status is Status.REFUSED)
        if everything or (ripe and not target.retired):
            chosen.setdefault(known.path or target.key, target)
    return sorted(chosen.values(), key=lambda t: t.due)


def fitting(found: Sequence[Target], article: str) -> list[Target]:
    """The targets that a user names so: by their own names, else by URL or path, else by a part of URL or headline."""
    return with_name(found, article) or matches(article, ((one, _names(one)) for one in found))


def with_name(found: Sequence[Target], article: str) -> list[Target]:
    """The targets that their user gave this name, in any case."""
    return [one for one in found if one.name and one.name.casefold() == article.casefold()]


def with_address(found: Sequence[Target], article: str) -> list[Target]:
    """The targets that have this URL or path."""
    exact = whole(article)
    return [one for one in found if not exact.isdisjoint(_names(one).whole)]


def only(found: Sequence[Target], article: str) -> Target:
    """The one target that a name fits; UnknownArticle."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownArticle(f"{redact(article)[:120]!r} is not watched", "newsdiff add URL watches it")
    several = f"{len(found)} watched articles are called {redact(article)[:120]!r}"
    raise UnknownArticle(several, "say more of it", [one.public_url for one in found])


def batches(
    chosen: Sequence[Target], settings: Settings, state: State, *, now: datetime, delay: float | None, bounded: bool
) -> list[HostBatch]:
    """The chosen targets by host; a host that rests is left out, and so is what a host has no time for in this run."""
    if not chosen:
        return []
    hosts: dict[str, list[Target]] = defaultdict(list)
    for target in chosen:
        hosts[target.host].append(target)
    robots: dict[str, list[Rules]] = defaultdict(list)
    for rules in state.robots():
        robots[host(rules.origin)].append(rules)
    rests = {name: Rest(name, until, why) for name, (until, why) in state.rests().items() if now < until}
    made: list[HostBatch] = []
    for name, all_targets in hosts.items():
        if name in rests:
            continue
        site = settings.site(name)
        wait = delay if delay is not None else site.delay if site.delay is not None else settings.fetch.delay
        fetch = replace(settings.fetch, delay=wait)
        most = max(1, int(HOST_BUDGET.total_seconds() / wait)) if bounded and wait > 0 else len(all_targets)
        keep = settings.store.keep_raw == "all"
        modules = state.site(name).module_places
        for start in range(0, min(most, len(all_targets)), BATCH_PAGES):
            tasks = tuple(_task(t) for t in all_targets[start : min(start + BATCH_PAGES, most)])
            own, ends = tuple(robots[name]), now + HOST_BUDGET if bounded else None
            made.append(
                HostBatch(
                    name, tasks, fetch, site, now, keep, own, tuple(rests.values()), ends=ends, module_places=modules
                )
            )
    return made


def target(line: Watched, known: Known, settings: Settings, full: dict[str, str], now: datetime) -> Target:
    """What a line of the list, or what a feed brought, stands for; ``full``: addresses with secrets (``addresses``)."""
    url = _address(line, known, full)
    name = host(url)
    every = line.every or settings.site(name).every or settings.watch.every
    kind = line.kind or known.kind or PageKind.ARTICLE
    return Target(
        url,
        kind,
        known,
        schedule.due_at(known, now, every=every, kind=kind),
        name,
        every,
        line.paused,
        kind is PageKind.ARTICLE and schedule.retired(known, now, after=settings.watch.retire_after),
        not (line.kind or known.kind or known.path or known.source),
        line.name,
        line.tags,
    )


def _address(line: Watched, known: Known, full: dict[str, str]) -> str:
    """The address to fetch: where the article stands now, with the secret that it may need."""
    for url in (known.location, line.url):
        if url and not addresses.is_marked(found := full.get(url, url)):
            return found
    return known.location or line.url


def _task(target: Target) -> Task:
    known = target.known
    full = known.doubt is not None or known.gone or known.held or known.conditional_visits >= FULL_FETCH_EVERY - 1
    return Task(
        target.key,
        target.url,
        target.kind,
        None if full else known.etag,
        None if full else known.last_modified,
        known.body_sha256,
        target.unsure,
        known.fingerprint,
        known.published,
        known.read_before,
        known.modules,
        known.trail,
    )


def _names(one: Target) -> Names:
    return Names(frozenset({one.url, one.key, one.known.path}), f"{one.url}\n{one.known.title}")
