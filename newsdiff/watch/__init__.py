"""The conductor: what is due is visited, doubted, compared and recorded; nothing else decides what an edit is.

::

    snapshot(store, article, *, seen_at, now, settings, page=None, cleaner=None) -> Outcome
        keep what a page says now, as it is given: first, edit, revert, restored or unchanged
    run(store, settings, *, clock, articles=(), everything=False, ...) -> Iterator[Outcome]
        one pass over what is due (or over ``articles``, or over everything); holds the store's lock
    told(outcome) -> bool; exit_code(outcomes, strict=False) -> int
        what ``--quiet`` prints, and how a run ends
    watchlist.read, add, remove, change (folder: store.private)
        what the user asked to watch
"""

from newsdiff.watch.snapshot import snapshot
from newsdiff.watch.tell import exit_code, fails, told

__all__ = ["exit_code", "fails", "snapshot", "told"]
