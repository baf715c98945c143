"""What is known of each host, and the user's word about it: a slot that is never a module, one that is, all anew."""

from collections.abc import Iterator
from datetime import datetime

from newsdiff.errors import UsageError
from newsdiff.model import StoryTrail
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Store
from newsdiff.text.urls import host
from newsdiff.watch.memory.own_slot import OwnSlot, parsed
from newsdiff.watch.memory.placed_text import is_named
from newsdiff.watch.memory.site_memory import SiteMemory
from newsdiff.watch.state.index import State, looking
from newsdiff.watch.state.observation import Event, Observation


class SiteOverview(NamedTuple):
    """The memory of a host, and the modules that single articles of it have; by URL."""

    memory: SiteMemory
    articles: tuple[tuple[str, tuple[OwnSlot, ...]], ...] = ()


def sites(store: Store, *, now: datetime) -> tuple[SiteOverview, ...]:
    """What is known of every host, by name."""
    with looking(store, now=now) as state:
        return _overviews(state)


def site(store: Store, name: str, *, now: datetime) -> SiteOverview:
    """What is known of one host; UsageError where nothing is."""
    return _named(sites(store, now=now), name)


def decide(store: Store, name: str, decision: str, slot: str = "", *, now: datetime) -> SiteOverview:
    """Log the user's word about a slot of a host ("keep", "drop"), or about all that is known of it ("forget").

    UsageError for a host of which nothing is known, and for a slot that cannot be told from the story's paragraphs.
    """
    with store.lock(who="sites", now=now, brief=True), State(store) as state:
        found = _named(_overviews(state), name)
        name = found.memory.host
        if decision == "drop" and not is_named(slot):
            hint = "name a slot with a class or an id; newsdiff clean URL --explain shows the slots of a page"
            raise UsageError(f"{slot[:80]!r} is no slot of its own: stories may stand there", hint)
        state.write([Observation(now, name, Event.DECIDED, slot=slot, decision=decision)])
        lines = [*_lost_trails(state, name, now)] if decision == "forget" else []
        for url, own in found.articles:
            left = tuple(str(each) for each in own if decision == "keep" and each.place != _place(slot))
            if decision != "drop" and len(left) < len(own):
                lines.append(Observation(now, url, Event.LEARNED, modules=left))
        state.write(lines)
        return next((each for each in _overviews(state) if each.memory.host == name), found)


def _lost_trails(state: State, name: str, now: datetime) -> Iterator[Observation]:
    """The lines of a host's articles whose stories are to be found anew."""
    for known in state.everything():
        if known.trail.container and host(known.url) == name:
            yield Observation(now, known.url, Event.LEARNED, modules=known.modules, trail=StoryTrail())


def _overviews(state: State) -> tuple[SiteOverview, ...]:
    own: dict[str, list[tuple[str, tuple[OwnSlot, ...]]]] = {}
    for known in state.everything():
        if known.modules:
            own.setdefault(host(known.url), []).append((known.url, parsed(known.modules)))
    return tuple(SiteOverview(memory, tuple(own.get(memory.host, ()))) for memory in state.sites())


def _named(found: tuple[SiteOverview, ...], name: str) -> SiteOverview:
    fits = [each for each in found if each.memory.host == name.lower()]
    if not fits:
        raise UsageError(f"nothing is known of {name[:80]!r} yet", "newsdiff sites lists the hosts that are known")
    return fits[0]


def _place(slot: str) -> str:
    return slot.partition("@")[0]
