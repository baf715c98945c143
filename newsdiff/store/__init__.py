"""Article -> Revision and back: a git repository that anybody can read; the only user of git.

Its names are imported when they are first used: whoever only looks at the lock (``lock.check_free``) pays for no more.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsdiff.store.index import StoredArticle
    from newsdiff.store.repository.commit_message import Record
    from newsdiff.store.store import Store
    from newsdiff.store.verify import Fault

__all__ = ["Fault", "Record", "Store", "StoredArticle"]

_HOMES = {"StoredArticle": "index", "Fault": "verify", "Record": "repository.commit_message", "Store": "store"}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'newsdiff.store' has no attribute {name!r}")
    import importlib

    value = globals()[name] = getattr(importlib.import_module(f"newsdiff.store.{home}"), name)
    return value
