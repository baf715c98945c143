"""Percent-encoding in one spelling: escapes in upper case, and only where they are needed (WHATWG URL, RFC 3986)."""

import re

from newsdiff.text.lazy_pattern import lazy_pattern

_ESCAPE = lazy_pattern(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = lazy_pattern(r"[A-Za-z0-9._~-]")


def encode_path(path: str) -> str:
    """A path in one spelling, its dot segments resolved."""
    kept: list[str] = []
    for segment in _encode(path, "/:@!$&'()*+,;=").split("/"):
        if segment == "..":
            del kept[max(len(kept) - 1, 1) :]
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept) or ("/" if path.startswith("/") else "")


def encode_query(query: str) -> str:
    """A query in one spelling; its order and its blank values stay."""
    return _encode(query, "/:@!$&'()*+,;=?")


def escape_unseen(text: str) -> str:
    """``text`` with every character escaped that cannot be seen: controls, marks of direction, spaces of any kind."""
    if text.isprintable() and " " not in text:
        return text
    from urllib.parse import quote

    return "".join(c if c.isprintable() and not c.isspace() else quote(c, safe="", errors="replace") for c in text)


def _encode(text: str, safe: str) -> str:
    from urllib.parse import quote

    return quote(_ESCAPE.sub(_escape, text), safe=f"%{safe}", errors="replace")


def _escape(match: re.Match[str]) -> str:
    if match[1] is None:
        return "%25"
    character = chr(int(match[1], 16))
    return character if _UNRESERVED.fullmatch(character) else match[0].upper()
