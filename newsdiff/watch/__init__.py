"""The conductor: what is due is visited, doubted, compared and recorded; nothing else decides what an edit is.

::

    watchlist  what the user asked to watch          plan      what of it is due, by host (schedule: when)
    engine     visits hosts side by side             visit     the unit: one host's pages, fetched and cleaned
    judge      what a visit means (gate: is it an edit?)       recorder  git, then the log, then the user
    state      an index over git and the log (known: what one article's observations make of it)

    snapshot(store, article, *, seen_at, now, settings, page=None, cleaner=None) -> Outcome
        keep what a page says now, as it is given: first, edit, revert, restored or unchanged
    run(store, settings, *, clock, articles=(), everything=False, delay=None, ...) -> Iterator[Outcome]
        one pass over what is due (or over ``articles``, or over everything); holds the store's lock
    told(outcome) -> bool; fails(outcome, strict=False); exit_code(outcomes, strict=False) -> int
        what ``--quiet`` prints, and how a run ends
    recognise(url, settings, *, clock) -> Discovered
        what a URL is (kind, links), for ``add``
    listing(store, settings, *, now) -> tuple[Health, ...]; is_due(health, now)
        how everything that is watched fares
    suspects(store, *, now), accept(store, suspect, settings, *, now), reject(store, suspect, *, now)
        the quarantine
    reclean(store, settings, *, now, articles=()) -> Iterator[Outcome]
    examine(store, settings, *, now) -> tuple[Finding, ...]
        what ``doctor`` finds in the watching
    take_up(store, url, *, now)
        visit a page again that was set aside
    watchlist.read, add, remove, change (folder: store.private)
        what the user asked to watch

Each name is imported when it is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsdiff.watch.conductor import run
    from newsdiff.watch.discovery import recognise
    from newsdiff.watch.doctor import examine
    from newsdiff.watch.health import is_due, listing
    from newsdiff.watch.keeping import snapshot
    from newsdiff.watch.quarantine import accept, reject, suspects
    from newsdiff.watch.recleaning import reclean
    from newsdiff.watch.state import take_up
    from newsdiff.watch.tell import exit_code, fails, told

__all__ = [
    "accept",
    "examine",
    "exit_code",
    "fails",
    "is_due",
    "listing",
    "reclean",
    "recognise",
    "reject",
    "run",
    "snapshot",
    "suspects",
    "take_up",
    "told",
]

_FILES = {
    "discovery": ("recognise",),
    "doctor": ("examine",),
    "health": ("is_due", "listing"),
    "quarantine": ("accept", "reject", "suspects"),
    "recleaning": ("reclean",),
    "conductor": ("run",),
    "keeping": ("snapshot",),
    "state": ("take_up",),
    "tell": ("exit_code", "fails", "told"),
}
_HOMES = {name: file for file, names in _FILES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'newsdiff.watch' has no attribute {name!r}")
    import importlib

    value = globals()[name] = getattr(importlib.import_module(f"newsdiff.watch.{home}"), name)
    return value
