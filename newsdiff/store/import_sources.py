"""Earlier versions kept elsewhere, as pages in the order they were seen: a folder, a WARC file, another git."""

import mimetypes
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from newsdiff.body.kinds import PAGES, closed
from newsdiff.errors import StoreError, UsageError
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository import foreign, read
from newsdiff.store.repository.file_history import FileVersion, file_history
from newsdiff.store.repository.git import Git, outside
from newsdiff.store.saved_pages import saved_from
from newsdiff.store.timestamps import can_keep, committed, whole
from newsdiff.store.warc import crawls, wacz

_KINDS = (".html", ".htm", ".xhtml", ".txt", ".md")
# 20250312100000, 2025-03-12T10:00:00Z, 2025-03-12_10-00: as archives name what they saved.
_TIME = re.compile(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?:[T_ -]?(\d\d)[:-]?(\d\d)(?:[:-]?(\d\d))?)?(?!\d)")
_UNPACKED = {
    ".zst": "unpack it with zstd -d first",
    ".zip": "unpack it and import the folder",
    ".html": "for one saved page there is newsdiff snapshot FILE --url URL --at TIME",
}
_TOGETHER = 20  # versions that are read from git at a time


def pages(source: Path, url: str = "") -> Iterator[Page | LeftOut]:
    """The pages of a folder, a WARC file, a WACZ or ``REPOSITORY:PATH``; ``url`` names what does not name itself.

    What cannot be a page is LeftOut, and the rest goes on.
    """
    if source.is_dir() and not foreign.is_repository(source):
        yield from folder(source, url)
    elif source.is_file() and source.name.lower().endswith(crawls.ENDINGS):
        yield from crawls.pages(source)
    elif source.is_file() and source.name.lower().endswith(wacz.ENDING):
        yield from wacz.pages(source)
    else:
        place, _, path = str(source).rpartition(":")
        if not (place and path and foreign.is_repository(Path(place))):
            hint = next((how for end, how in _UNPACKED.items() if source.name.lower().endswith(end)), "")
            raise UsageError(
                f"{source} is neither a folder, nor a WARC file, nor REPOSITORY:PATH",
                hint or "see newsdiff import --help",
            )
        yield from repository(Path(place), path, url)


def folder(source: Path, url: str = "") -> Iterator[Page | LeftOut]:
    """The saved pages of a folder, and those of its WARC files and WACZ."""
    for path in sorted(source.rglob("*")):
        name = path.name.lower()
        if not name.endswith((*_KINDS, *crawls.ENDINGS, wacz.ENDING)) or not path.is_file():
            continue
        try:
            if name.endswith(crawls.ENDINGS):
                yield from crawls.pages(path)
            elif name.endswith(wacz.ENDING):
                yield from wacz.pages(path)
            else:
                yield _saved(path, url)
        except OSError as error:
            yield LeftOut(str(path), f"it cannot be read ({error.strerror or error})")
        except StoreError as error:
            yield LeftOut(str(path), error.message)


def _saved(path: Path, url: str) -> Page | LeftOut:
    """A saved page; its time stands in its name, else in an archive's address of it, else the file's own counts."""
    if (size := path.stat().st_size) > crawls.LIMIT_BYTES:
        return LeftOut(str(path), f"it is longer than {crawls.LIMIT_BYTES:,} bytes ({size:,})")
    body = path.read_bytes()
    source, captured = saved_from(body)
    seen_at = _named_time(path.name) or captured or committed(str(int(path.stat().st_mtime)))
    if seen_at is None:
        return LeftOut(str(path), "neither its name nor its own time is one between 1970 and 2100")
    return _page(url or source or path.resolve().as_uri(), path.name, body, whole(seen_at))


def repository(source: Path, path: str, url: str) -> Iterator[Page | LeftOut]:
    """Each version of one file in another git repository, by author date; a rename that kept its text is followed.

    git reads the repository's objects, and nothing else of it.
    """
    other = foreign.find(source)
    named = url or (source.resolve() / path).as_uri()
    with foreign.opened(other) as git:
        head = other.branch("HEAD")
        steps, doubt = file_history(git, head, outside(path)) if head else ([], None)
        if not steps:
            raise StoreError(f"{source} holds no history of {path}", "give REPOSITORY:PATH, the path from its top")
        if doubt:
            yield LeftOut(
                f"the history of {path} before commit {doubt.commit[:10]}",
                f"it may have been called {doubt.path} then ({int(doubt.alike[1:])} % alike); import that by its name",
            )
        for at in range(0, len(steps), _TOGETHER):
            yield from _versions(git, steps[at : at + _TOGETHER], named)


def _versions(git: Git, steps: Sequence[FileVersion], url: str) -> Iterator[Page | LeftOut]:
    """Some versions of a file, read in one go."""
    names = [f"{step.commit}:{step.path}" for step in steps]
    small = [name for name, size in zip(names, read.sizes(git, names), strict=True) if size <= crawls.LIMIT_BYTES]
    bodies = dict(zip(small, read.objects(git, small), strict=True))
    for step, name in zip(steps, names, strict=True):
        what = f"{step.path} of commit {step.commit[:10]}"
        if name not in bodies:
            yield LeftOut(what, f"it is longer than {crawls.LIMIT_BYTES:,} bytes")
        elif (body := bodies[name]) is None:
            yield LeftOut(what, "its text is not in the repository (a partial clone?), or damaged")
        elif (seen_at := committed(step.seconds)) is None:
            yield LeftOut(what, f"it has no time between 1970 and 2100 ({step.seconds[:20]})")
        else:
            yield _page(url, step.path, body, seen_at)


def _page(url: str, name: str, body: bytes, seen_at: datetime) -> Page:
    kind = mimetypes.guess_type(name)[0] or "text/plain"
    return Page(url, url, 200, kind, body, seen_at, truncated=kind in PAGES and not closed(body, kind))


def _named_time(name: str) -> datetime | None:
    """The time in a file's name, taken as UTC; None when there is none that a calendar knows.

    A number of digits alone that no store can keep as a time is the article's.
    """
    for found in _TIME.finditer(name):
        try:
            moment = datetime(*(int(part) for part in found.groups(default="0")), tzinfo=UTC)  # type: ignore[arg-type,misc]
        except ValueError:
            continue
        if can_keep(moment) or not found[0].isdigit():
            return moment
    return None
