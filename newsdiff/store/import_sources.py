"""Earlier versions kept elsewhere, as pages in the order they were seen: a folder, a WARC file, another git."""

import mimetypes
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from newsdiff.errors import StoreError, UsageError
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository import read
from newsdiff.store.repository.git import Git, outside
from newsdiff.store.warc import crawls

_KINDS = (".html", ".htm", ".xhtml", ".txt", ".md")
# 20250312100000, 2025-03-12T10:00:00Z, 2025-03-12_10-00: as archives name what they saved.
_TIME = re.compile(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?:[T_ -]?(\d\d)[:-]?(\d\d)(?:[:-]?(\d\d))?)?(?!\d)")


def pages(source: Path, url: str = "") -> Iterator[Page | LeftOut]:
    """The pages of a folder, of a WARC file, or of ``REPOSITORY:PATH``; ``url`` names what does not name itself.

    What cannot be a page is LeftOut, and the rest goes on.
    """
    if source.is_dir() and not _is_repository(source):
        yield from folder(source, url)
    elif source.is_file() and source.name.lower().endswith((".warc", ".warc.gz", ".arc", ".arc.gz")):
        yield from crawls.pages(source)
    else:
        place, _, path = str(source).rpartition(":")
        if not (place and path and _is_repository(Path(place))):
            raise UsageError(
                f"{source} is neither a folder, nor a WARC file, nor REPOSITORY:PATH", "see newsdiff import --help"
            )
        yield from repository(Path(place), path, url)


def folder(source: Path, url: str = "") -> Iterator[Page]:
    """The saved pages of a folder; their times stand in their names, else the files' own count."""
    found = [path for path in sorted(source.rglob("*")) if path.suffix.lower() in _KINDS and path.is_file()]
    for path in found:
        seen_at = _named_time(path.name) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
        yield _page(url or path.resolve().as_uri(), path.name, path.read_bytes(), seen_at)


def repository(source: Path, path: str, url: str) -> Iterator[Page]:
    """Each version of one file in another git repository, by author date."""
    git = Git(source if (source / "HEAD").exists() else source / ".git")
    options = ("log", "--reverse", "--no-renames", "--diff-filter=AM", "--format=%H %at", "HEAD", "--", path)
    commits = [line.split(" ") for line in git.run(*options).decode().split("\n") if line]
    if not commits:
        raise StoreError(f"{source} holds no history of {path}", "give REPOSITORY:PATH, the path from its top")
    bodies = read.objects(git, [f"{commit}:{outside(path)}" for commit, _ in commits])
    for (_, seconds), body in zip(commits, bodies, strict=True):
        if body is not None:
            yield _page(url, path, body, datetime.fromtimestamp(int(seconds), UTC))


def _is_repository(source: Path) -> bool:
    return (source / ".git").exists() or ((source / "HEAD").is_file() and (source / "objects").is_dir())


def _page(url: str, name: str, body: bytes, seen_at: datetime) -> Page:
    kind = mimetypes.guess_type(name)[0] or "text/plain"
    return Page(url, url, 200, kind, body, seen_at)


def _named_time(name: str) -> datetime | None:
    """The time in a file's name, taken as UTC; None when there is none that a calendar knows."""
    for found in _TIME.finditer(name):
        try:
            return datetime(*(int(part) for part in found.groups(default="0")), tzinfo=UTC)  # type: ignore[arg-type,misc]
        except ValueError:
            continue
    return None
