"""Where new articles go: the month's folder of their outlet, one level deeper once that is crowded.

Where another URL's article has a name already, which eight digits of a digest allow, the newcomer has more digits.
"""

from collections.abc import Sequence

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.errors import StoreError
from newsdiff.model import RevisionKind
from newsdiff.store.repository import read
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.repository.git import Git
from newsdiff.text.urls import public

_DAY_CHARACTERS = len("/01")  # by which a day's folder is longer than its month's
_NOBODY = "-"


def place(git: Git, tip: str, records: Sequence[Record]) -> list[str]:
    """The path of each record: its own, or a new one."""
    return Placement(git, tip).place(records)


class Placement:
    """Finds places for what comes beyond a commit; records that come folder by folder may come in parts."""

    def __init__(self, git: Git, tip: str) -> None:
        self._git, self._tip = git, tip
        self._held: dict[str, dict[str, str]] = {}  # folder -> name -> whose it is, empty where nobody looked

    def place(self, records: Sequence[Record]) -> list[str]:
        """The path of each record: its own, or a new one. Of folders that no record goes to nothing is kept in mind."""
        months = {layout.folder(r.article.url, r.seen_at) for r in records if r.path is None}
        self._held = {at: names for at, names in self._held.items() if at in months or at[:-_DAY_CHARACTERS] in months}
        self._look(sorted(months - self._held.keys()))
        return [layout.checked(r.path) if r.path is not None else self._new(r) for r in records]

    def _new(self, record: Record) -> str:
        if record.kind is not RevisionKind.FIRST:
            raise StoreError(
                f"a revision of kind {record.kind.value} needs the path of its article",
                "this is a bug: please report it",
            )
        url, folder = record.article.url, layout.folder(record.article.url, record.seen_at)
        own = layout.url_key(public(url))
        lengths = (layout.EARLIER_DIGITS,) if record.earlier else layout.NAME_DIGITS
        names = [layout.name(url, record.article.headline, length) for length in lengths]
        if len(self._held[folder]) >= layout.CROWDED_FILES and not any(self._has(folder, n, own) for n in names):
            folder = f"{folder}/{record.seen_at:%d}"
            if folder not in self._held:
                self._look([folder])
        there = self._held[folder]
        name = next((n for n in names if n not in there or self._has(folder, n, own)), names[-1])
        there[name] = own
        return f"{folder}/{name}"

    def _has(self, folder: str, name: str, own: str) -> bool:
        """Whether a file is that of a URL's article."""
        there = self._held[folder]
        if there.get(name) == "":
            there[name] = self._owner(f"{folder}/{name}")
        return there.get(name) == own

    def _owner(self, path: str) -> str:
        """The key of the URL whose article stands at a path; of one that cannot be read a key of nobody."""
        [text] = read.objects(self._git, [f"{self._tip}:{path}"])
        told = (text or b"").decode("utf-8", "replace")
        return layout.url_key(document.loads(told).url) if document.is_stored(told) else _NOBODY

    def _look(self, folders: Sequence[str]) -> None:
        """Take note of the names in these folders."""
        trees = read.objects(self._git, [f"{self._tip}:{folder}" for folder in folders]) if self._tip else ()
        found = {at: dict.fromkeys(_names(tree), "") for at, tree in zip(folders, trees, strict=False)}
        self._held.update((folder, found.get(folder, {})) for folder in folders)


def _names(tree: bytes | None) -> list[str]:
    """The names in a tree object: ``<mode> <name>\\0<20 bytes>``, over and over."""
    found, at = [], 0
    while tree and at < len(tree):
        space, end = tree.index(b" ", at), tree.index(b"\0", at)
        found.append(tree[space + 1 : end].decode("utf-8", "replace"))
        at = end + 21
    return found
