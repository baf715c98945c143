"""Where new articles go: the month's folder of their outlet, one level deeper once that is crowded."""

from collections.abc import Sequence

import newsdiff.store.layout as layout
from newsdiff.errors import StoreError
from newsdiff.model import RevisionKind
from newsdiff.store.repository import read
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.repository.git import Git


def place(git: Git, tip: str, records: Sequence[Record]) -> list[str]:
    """The path of each record: its own, or a new one."""
    return Placement(git, tip).place(records)


class Placement:
    """Finds places for what comes beyond a commit; records that come folder by folder may come in parts."""

    def __init__(self, git: Git, tip: str) -> None:
        self._git, self._tip = git, tip
        self._held: dict[str, set[str]] = {}

    def place(self, records: Sequence[Record]) -> list[str]:
        """The path of each record: its own, or a new one. Of folders that no record goes to nothing is kept in mind."""
        folders = sorted({layout.folder(r.article.url, r.seen_at) for r in records if r.path is None})
        fresh = _taken_names(self._git, self._tip, [folder for folder in folders if folder not in self._held])
        self._held = {folder: fresh[folder] if folder in fresh else self._held[folder] for folder in folders}
        return [layout.checked(r.path) if r.path is not None else _new(r, self._held) for r in records]


def _new(record: Record, held: dict[str, set[str]]) -> str:
    if record.kind is not RevisionKind.FIRST:
        raise StoreError(
            f"a revision of kind {record.kind.value} needs the path of its article", "this is a bug: please report it"
        )
    url, folder = record.article.url, layout.folder(record.article.url, record.seen_at)
    name = layout.name(url, record.article.headline, *((layout.EARLIER_DIGITS,) if record.earlier else ()))
    if name not in held[folder] and len(held[folder]) >= layout.CROWDED_FILES:
        return f"{folder}/{record.seen_at:%d}/{name}"
    held[folder].add(name)
    return f"{folder}/{name}"


def _taken_names(git: Git, tip: str, folders: Sequence[str]) -> dict[str, set[str]]:
    """The names in each folder."""
    if not tip:
        return {folder: set() for folder in folders}
    trees = read.objects(git, [f"{tip}:{folder}" for folder in folders])
    return {folder: set(_names(tree)) for folder, tree in zip(folders, trees, strict=True)}


def _names(tree: bytes | None) -> list[str]:
    """The names in a tree object: ``<mode> <name>\\0<20 bytes>``, over and over."""
    found, at = [], 0
    while tree and at < len(tree):
        space, end = tree.index(b" ", at), tree.index(b"\0", at)
        found.append(tree[space + 1 : end].decode("utf-8", "replace"))
        at = end + 21
    return found
