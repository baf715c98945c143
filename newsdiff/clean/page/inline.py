"""Elements inside a line: where two of them stand apart although no space is written, and raised digits."""

import re
from typing import Any

from newsdiff.text.lazy_pattern import lazy_pattern

EDGE = "\x01"  # between two elements of a line that touch
_APART = frozenset(
    ("a", "span", "time", "label", "small", "cite", "address", "data", "button", "img", "b", "strong", "mark")
)
_FORMAT = frozenset(("b", "strong"))
_TOUCHING = lazy_pattern("([^\\s\x00\x01])\x01+(?=([^\\s\x00\x01]))")
_DIGITS = lazy_pattern(r"[-+−–]?\d{1,3}[*†‡]?")
_MARK = lazy_pattern(
    r"(?:^|[\s_-])(?:foot-?notes?|fn|end-?notes?|noteref|refs?|references?|citations?|cite)", re.IGNORECASE
)
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_AFTER = ".,:;!?)]»”%…"  # signs behind which a word begins
_DENSE = "\u0e00"  # from here on scripts put no spaces between words


def stands_apart(element: Any) -> bool:
    """Whether an element touches the one before it, and neither is there for the shape of letters alone."""
    before = element.getprevious()
    if before is None or before.tail or element.tag not in _APART or before.tag not in _APART:
        return False
    return not (element.tag in _FORMAT and before.tag in _FORMAT)


def spaced(text: str) -> str:
    """A text with a space at each edge where two words, or a word and a number, would run into one.

    >>> spaced("Jane Doe\x01News Reporter\x01s")
    'Jane Doe News Reporters'
    """
    return _TOUCHING.sub(lambda m: f"{m[1]} " if _are_two(m[1], m[2]) else m[1], text).replace(EDGE, "")


def raised(element: Any) -> str:
    """What stands for a ``<sup>`` of digits: an exponent in raised digits, a reference mark in brackets; else empty."""
    text = "".join(element.itertext()).strip()
    if not _DIGITS.fullmatch(text):
        return ""
    if _is_mark(element):
        return f"[{text}]"
    return text.translate(_RAISED)


def _is_mark(element: Any) -> bool:
    """Whether a raised number refers to a note: it is a link, or is called so."""
    near = (element, *element.iter("a"), *element.iterancestors("a"))
    return any(node.tag == "a" or _MARK.search(f"{node.get('class') or ''} {node.get('id') or ''}") for node in near)


def _are_two(left: str, right: str) -> bool:
    """Whether two neighbouring signs of different elements belong to two words."""
    if not right.isalnum() or max(left, right) >= _DENSE:
        return False
    if not left.isalnum():
        return left in _AFTER and not (left in ".,:" and right.isdigit())
    if left.isdigit() or right.isdigit():
        return True
    return left.islower() and right.isupper()
