"""The conductor: what is due is visited, doubted, compared and recorded; nothing else decides what an edit is.

::

    watchlist  what the user asked to watch          plan      what of it is due, by host (schedule: when)
    engine     visits hosts side by side             visit     the unit: one host's pages, fetched and cleaned
    judge      what a visit means (gate: is it an edit?)       recorder  git, then the log, then the user
    state      an index over git and the log (known: what one article's observations make of it)

    snapshot(store, article, *, seen_at, now, settings, page=None, cleaner=None) -> Outcome
        keep what a page says now, as it is given: first, edit, revert, restored or unchanged
    run(store, settings, *, clock, articles=(), everything=False, delay=None, planned=..., visited=...) -> Iterator[Outcome]
        one pass over what is due (or over ``articles``, or over everything); holds the store's lock
    told(outcome) -> bool; fails(outcome, strict=False); exit_code(outcomes, strict=False) -> int
        what ``--quiet`` prints, and how a run ends
    watchlist.read, add, remove, change (folder: store.private)
        what the user asked to watch

Each name is imported when it is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsdiff.watch.run import run
    from newsdiff.watch.snapshot import snapshot
    from newsdiff.watch.tell import exit_code, fails, told

__all__ = ["exit_code", "fails", "run", "snapshot", "told"]

_HOMES = {"run": "run", "snapshot": "snapshot", "exit_code": "tell", "fails": "tell", "told": "tell"}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'newsdiff.watch' has no attribute {name!r}")
    import importlib

    # The modules run and snapshot would otherwise shadow their functions from the second look on.
    value = globals()[name] = getattr(importlib.import_module(f"newsdiff.watch.{home}"), name)
    return value
