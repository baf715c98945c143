"""Where an article stands in the store: ``<host>/<yyyy>/<mm>/<slug>-<hash>.md``, and what a private folder holds.

The hash is the first digits of the SHA-256 of the article's URL: 8; 16 where another URL's article has that name in the
folder; 12 of what a web archive knew of an article before its first observation.
"""

import hashlib
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from newsdiff.errors import StoreError
from newsdiff.text.urls import host, normalise, public

FORMAT = 1
EARLIER_DIGITS = 12  # of a path's hash: of what a web archive knew of an article before
NAME_DIGITS = (8, 16)  # of the others: the second where another URL has the first, and as 1.2 million have 170 times
_KEY_DIGITS = 16  # of the digest that an index knows a URL by: a thousand million have some 3 % of a chance to meet
CROWDED_FILES = 3000  # files in a folder above which new ones go one level deeper, by day
PRIVATE = ".newsdiff"
_SEGMENT_BYTES = 100  # bytes
_PATH = re.compile(
    r"(?P<host>[a-z0-9][a-z0-9.-]{0,99})/\d{4}/\d{2}/(?:\d{2}/)?(?P<slug>[a-z0-9][a-z0-9.-]{0,82})-(?P<hash>[0-9a-f]{8}(?:[0-9a-f]{4}|[0-9a-f]{8})?)\.md"
)
_BEFORE_PATH = re.compile(r"^[^:/?#]*://[^/?#]*")
_OTHER = re.compile(r"[^a-z0-9]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")  # names that Windows keeps for itself


def is_path(path: str) -> bool:
    """Whether ``path`` is one that this layout gives; nothing else ever enters a stream."""
    return _PATH.fullmatch(path) is not None


def is_earlier(path: str) -> bool:
    """Whether a path holds what came before the first observation of an article, which has a path of its own."""
    found = _PATH.fullmatch(path)
    return found is not None and len(found["hash"]) == EARLIER_DIGITS


def checked(path: str) -> str:
    """``path``, or StoreError when it is none of this layout."""
    if not is_path(path):
        raise StoreError(f"{path[:120]!r} is no path of an article in a store", "see newsdiff list")
    return path


def digest(url: str, length: int = NAME_DIGITS[0]) -> str:
    """The first hex digits of the normalised URL's SHA-256."""
    return hashlib.sha256(normalise(url).encode("utf-8", "replace")).hexdigest()[:length]


def url_key(url: str) -> str:
    """What a URL is known by where the URLs of all articles are looked up."""
    return digest(url, _KEY_DIGITS)


def outlet(url: str) -> str:
    """The host as a folder's and an author's name: lower-case ASCII, never empty, at most 100 bytes."""
    name = re.sub(r"[^a-z0-9.-]+", "-", host(url).lower())
    name = re.sub(r"\.{2,}", ".", name).strip(".-") or "unknown"
    if _DEVICES.match(name):
        name = f"host-{name}"
    if len(name) > _SEGMENT_BYTES:
        name = f"{name[: _SEGMENT_BYTES - 9].rstrip('.-')}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return name


def folder(url: str, seen_at: datetime) -> str:
    """The folder of an article first seen at ``seen_at``."""
    return f"{outlet(url)}/{seen_at:%Y/%m}"


def name(url: str, headline: str, length: int = NAME_DIGITS[0]) -> str:
    """The file name: a slug of the URL's last telling segment, else of the headline, and a digest."""
    return f"{slug(public(url), headline)}-{digest(url, length)}.md"


def slug(url: str, headline: str) -> str:
    """Lower-case ASCII words joined by dashes, at most 80 bytes, never empty."""
    path = re.split(r"[?#]", _BEFORE_PATH.sub("", url))[0]
    segments = [s for s in unquote(path, errors="replace").lower().split("/") if s]
    for text in (*reversed(segments), headline.lower()):
        words = _OTHER.sub("-", re.sub(r"\.(?:s?html?|php|aspx?)$", "", text)).strip("-")
        if re.search(r"[a-z]{3}", words):
            return words[:80].strip("-")
    return "article"


def private(git_dir: Path, work_tree: Path | None) -> Path:
    """The folder of what is never committed: beside the articles, in a bare store inside it."""
    return (work_tree or git_dir) / PRIVATE


def check_format(mark: Path, store: Path) -> None:
    """StoreError when there is no store, or one of a newer newsdiff."""
    try:
        found = mark.read_text("ascii").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(
            f"{store} is not a newsdiff store",
            f"name the store with --store or NEWSDIFF_STORE; newsdiff init {store} makes a new one",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{mark} cannot be read", "check its permissions; it holds one number") from error
    if not re.fullmatch("[0-9]{1,9}", found) or int(found) > FORMAT:
        raise StoreError(
            f"{store} is a store of format {found[:20]!r}", f"this newsdiff reads up to {FORMAT}: upgrade it"
        )
