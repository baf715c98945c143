"""What a folder holds of a site: each page with a digest of what it was made from; only what differs is made anew."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsdiff.errors import UsageError
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.disk import room
from newsdiff.store.lock import take

FILE = ".newsdiff-site.json"
_FORMAT = 1


class UnitPages(NamedTuple):
    """The pages of a unit that were made, each with its key."""

    key: str
    pages: dict[str, str]


class SiteName(NamedTuple):
    """What a site is called, and where it will stand; empty for what nobody said."""

    title: str = ""
    url: str = ""


class Manifest:
    """The folder of a site, and what stands in it."""

    def __init__(self, folder: Path, units: dict[str, UnitPages]) -> None:
        self.folder = folder
        self._units = units
        self._made: dict[str, UnitPages] = {}

    def same(self, unit: str, key: str) -> bool:
        """Whether a unit is as it was made last; if so, it stays."""
        known = self._units.get(unit)
        if known is None or not key or known.key != key:
            return False
        self._made[unit] = known
        return True

    def pages_of(self, unit: str) -> dict[str, str]:
        """The pages of a unit as they were made last, each with its key."""
        known = self._units.get(unit)
        return known.pages if known else {}

    def keep(self, unit: str) -> None:
        """Leave the pages of a unit as they are; the next build tries again."""
        self.add(unit, "", self.pages_of(unit))

    def add(self, unit: str, key: str, pages: dict[str, str]) -> None:
        """A unit is made: these are its pages."""
        self._made[unit] = UnitPages(key, pages)

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(len(unit.pages) for unit in self._made.values())

    def close(self, name: SiteName) -> int:
        """Remove the pages that belong to the site no more, and remember the others and its name; how many went."""
        kept = {path for unit in self._made.values() for path in unit.pages}
        gone = [path for unit in self._units.values() for path in unit.pages if path not in kept]
        for path in gone:
            _remove(self.folder, path)
        rows = {name: [unit.key, unit.pages] for name, unit in sorted(self._made.items())}
        write(
            self.folder,
            FILE,
            json.dumps({"format": _FORMAT, **name._asdict(), "units": rows}, separators=(",", ":")).encode(),
        )
        return len(gone)


@contextmanager
def manifest(folder: Path, *, fresh: bool = False) -> Iterator[Manifest]:
    """The site in a folder, made where there is none; UsageError for a folder of other things."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(f"{folder} is no folder", "name a new or an empty folder") from None
    held = folder / FILE
    if not held.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} holds files that are no site of newsdiff's", "name a new or an empty folder")
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        take(descriptor, fcntl.LOCK_EX, folder)
        yield Manifest(folder, {} if fresh else _read(held))
    finally:
        os.close(descriptor)


def named(folder: Path) -> SiteName:
    """What the site in a folder was called when it was made last; empty where there is none."""
    found = _kept(folder / FILE)
    title, url = found.get("title"), found.get("url")
    return SiteName(title if isinstance(title, str) else "", url if isinstance(url, str) else "")


def _kept(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and found.get("format") == _FORMAT else {}


def _read(file: Path) -> dict[str, UnitPages]:
    """What was made last; nothing where that cannot be read."""
    found = _kept(file)
    try:
        return {name: UnitPages(str(key), dict(pages)) for name, (key, pages) in found["units"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def is_there(folder: Path, path: str) -> bool:
    """Whether a page stands in the folder."""
    return (folder / path).exists()


def write(folder: Path, path: str, body: bytes) -> bool:
    """Write a page, whole or not at all; whether it is another than the one that stood there. StoreError, DiskFull."""
    file = folder / path
    try:
        if file.read_bytes() == body:
            return False
    except OSError:
        pass  # it is not there, or written anew
    fresh = file.with_name(f".{file.name}.new")
    with room(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(body)
        fresh.replace(file)
    return True


def _remove(folder: Path, path: str) -> None:
    """Remove a page, and the folders that it leaves empty; a path that leads elsewhere is nobody's page."""
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()):
        return
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
