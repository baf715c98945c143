"""A file, or standard input, as an article."""

import os
import sys

from newsdiff.errors import NewsdiffError, UsageError
from newsdiff.model import Article

_MAX_BYTES = 50_000_000  # of a file
MAX_LIST_BYTES = 500_000_000  # of a list of some million addresses
_HTML = (".html", ".htm", ".xhtml")


def is_file(name: str) -> bool:
    """Whether an argument names something to read rather than an article of the store."""
    return name == "-" or os.path.exists(name)  # noqa: PTH110 - pathlib costs 3 ms at start


def read(name: str, *, most: int = _MAX_BYTES, hint: str = "no article is that long") -> bytes:
    """The bytes of a file, or of standard input for ``-``; UsageError where there is nothing to read."""
    if name == "-":
        return _standard_input(most, hint)
    if os.path.isdir(name):  # noqa: PTH112
        raise UsageError(f"{name} is a folder", "name a file in it")
    try:
        with open(name, "rb") as file:  # noqa: PTH123
            return _within(name, file.read(most + 1), most, hint)
    except FileNotFoundError:
        raise UsageError(f"there is no file {name}", "check the name") from None
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}", "check its permissions") from None


def _standard_input(most: int, hint: str) -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed", "name a file, or pipe a text into newsdiff")
    try:
        return _within("standard input", sys.stdin.buffer.read(most + 1), most, hint)
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror}", "name a file") from None


def _within(name: str, body: bytes, most: int, hint: str) -> bytes:
    if len(body) > most:
        raise UsageError(f"{name} has more than {most // 1_000_000} MB", hint)
    return body


def article(name: str, url: str = "", *, verbatim: bool = False) -> Article:
    """Read a file as an article: a page is cleaned, a store's own file loaded, other text cleaned unless verbatim."""
    body = read(name)
    if is_html(name, body):
        from newsdiff import clean

        return clean.clean_html(body, url)
    text = decode(name, body)
    if text.startswith("---\nformat:"):
        from newsdiff import document

        return document.loads(text)
    if verbatim or not text.strip():  # an empty file is an empty text
        from newsdiff import document

        return document.article(text.splitlines())
    from newsdiff import clean

    return clean.clean_text(text, url)


def is_html(name: str, body: bytes) -> bool:
    """Whether a file is a page, by its name or its first bytes."""
    if name.lower().endswith(_HTML):
        return True
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def decode(name: str, body: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, else Windows-1252; NewsdiffError for a binary one."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    if b"\0" in body:
        raise NewsdiffError(f"{name} is binary, not a text", "give a .txt, .md or .html file")
    try:
        return body.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")  # what older editors on Windows wrote
