"""The conductor: what is due is visited, doubted, compared and recorded; nothing else decides what an edit is.

::

    watchlist  what the user asked to watch          plan      what of it is due, by host (schedule: when)
    engine     visits hosts side by side             visit     the unit: one host's pages, fetched and cleaned
    judge      what a visit means (gate: is it an edit?)       recorder  git, then the log, then the user
    state      an index over git and the log (known: what one article's observations make of it)

    snapshot(store, article, *, seen_at, now, settings, page=None, cleaner=None) -> Outcome
        keep what a page says now (an article, or all that cleaning gave): first, edit, revert, restored or unchanged
    run(store, settings, *, clock, articles=(), everything=False, delay=None, ...) -> Iterator[Outcome]
        one pass over what is due (or over ``articles``, or over everything); holds the store's lock
    told(outcome) -> bool; fails(outcome, strict=False); exit_code(outcomes, strict=False) -> int
        what ``--quiet`` prints, and how a run ends
    recognise(url, settings, *, clock) -> Discovered
        what a URL is (kind, links), for ``add``
    listing(store, settings, *, now) -> Iterator[Health]; tally(store, settings, *, now); is_due(health, now)
        how everything that is watched fares, and how many fare alike
    called(store, settings, names, *, now) -> list[list[CalledWatch]]
        what is watched under each of some names
    suspects(store, *, now), accept(store, suspect, settings, *, now), reject(store, suspect, *, now)
        the quarantine
    reclean(store, settings, *, now, articles=()) -> Iterator[Outcome]
    examine(store, settings, *, now) -> tuple[Complaint, ...]
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
    from newsdiff.watch.plan.discovery import recognise
    from newsdiff.watch.record.quarantine import accept, reject, suspects
    from newsdiff.watch.record.reclean import reclean
    from newsdiff.watch.record.snapshot import snapshot
    from newsdiff.watch.report.doctor import examine
    from newsdiff.watch.report.health import called, is_due, listing, tally
    from newsdiff.watch.report.notify_rules import exit_code, fails, told
    from newsdiff.watch.state.index import take_up

__all__ = [
    "accept",
    "called",
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
    "tally",
    "told",
]

_FILES = {
    "plan.discovery": ("recognise",),
    "report.doctor": ("examine",),
    "report.health": ("called", "is_due", "listing", "tally"),
    "record.quarantine": ("accept", "reject", "suspects"),
    "record.reclean": ("reclean",),
    "conductor": ("run",),
    "record.snapshot": ("snapshot",),
    "state.index": ("take_up",),
    "report.notify_rules": ("exit_code", "fails", "told"),
}
_HOMES = {name: file for file, names in _FILES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'newsdiff.watch' has no attribute {name!r}")
    import importlib

    value = globals()[name] = getattr(importlib.import_module(f"newsdiff.watch.{home}"), name)
    return value
