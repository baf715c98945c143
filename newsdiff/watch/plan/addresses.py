"""Addresses that need a secret to be fetched and stand on no line of the watch list: a feed brought them, or a move.

``.newsdiff/addresses.txt``, one URL a line, readable by its owner alone. Wherever else such an address is kept it is
its public form (``text.urls.public``), which leads back to it here. Lost, it is filled again by the feed.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from newsdiff.store.disk import room
from newsdiff.text.urls import public

NAME = "addresses.txt"
_MARK = "***"


def read(folder: Path) -> dict[str, str]:
    """The addresses in a store's private folder, by their public form; of two the later counts."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return {}
    return {public(line): line for line in text.split("\n") if line}


def keep(folder: Path, urls: Iterable[str]) -> None:
    """Keep those of the addresses that have a secret and are not known; durable when it returns, or DiskFull."""
    secret = [url for url in dict.fromkeys(urls) if is_marked(public(url)) and not is_marked(url)]
    if not secret:
        return
    known = set(read(folder).values())
    fresh = "".join(f"{url}\n" for url in secret if url not in known and "\n" not in url)
    path = folder / NAME
    with room(path):
        fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(fd, "a", encoding="utf-8", errors="replace") as file:
            file.write(fresh)
            file.flush()
            os.fsync(fd)


def is_marked(url: str) -> bool:
    """Whether a URL, or a line that begins with one, is a form that lacks a secret."""
    return _MARK in url
