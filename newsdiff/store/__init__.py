"""Article -> Revision and back: a git repository that anybody can read; the only user of git."""

from newsdiff.store.message import Record
from newsdiff.store.store import Entry, Store

__all__ = ["Entry", "Record", "Store"]
