"""The state for who only looks (``list``, ``doctor``, the quarantine): read back once where it is lost, and kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from newsdiff.errors import StoreError
from newsdiff.store import Store
from newsdiff.watch.state.index import STATE_FILE, State

FAR_BEHIND_REVISIONS = (
    200  # revisions that git has and the log has not, from which on reading them again each time is felt
)


@contextmanager
def looking(store: Store, *, now: datetime) -> Iterator[State]:
    """The state in memory; what had to be read back from git is kept for the next time, unless a run is at work."""
    if not (store.private / STATE_FILE).exists():
        _keep(store, now)
    with State(store, now=now, write=False) as state:
        yield state
        behind = state.behind
    if behind >= FAR_BEHIND_REVISIONS:
        _keep(store, now)


def _keep(store: Store, now: datetime) -> None:
    try:
        with store.lock(who="list", now=now), State(store, now=now):
            return
    except StoreError:  # locked by a run, which does the same; or a store that cannot be written
        return
