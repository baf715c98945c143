"""What pages say of themselves, in all languages at once: a page may mix them, and its language is not known yet.

Each folder of a language may hold a file ``page.txt``: lists of phrases, each under a line ``## its name``. A new
folder is found by itself.
"""

import os
from collections.abc import Iterator
from functools import cache

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib costs 5 ms at start
_FILE = "page.txt"


def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a list, in all languages that have it; the notation is told in ``phrasebook``."""
    return tuple(phrase for text in _sections().get(name, ()) for phrase in cut(text))


def names() -> tuple[str, ...]:
    """The names of all lists."""
    return tuple(_sections())


def cut(text: str) -> Iterator[str]:
    """The phrases of a list: one a line, or several between commas; a comma in brackets parts nothing.

    >>> list(cut("share, share this\\n(no thanks/no, thanks)"))
    ['share', 'share this', '(no thanks/no, thanks)']
    """
    for line in text.split("\n"):
        if "(" in line and "," in line:
            yield from _outside_brackets(line)
        else:
            yield from filter(None, map(str.strip, line.split(",")))


def _outside_brackets(line: str) -> Iterator[str]:
    start = depth = 0
    for at, character in enumerate(f"{line},"):
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            yield line[start:at].strip()
            start = at + 1


@cache
def _sections() -> dict[str, list[str]]:
    """The text of each list, by its name: one text for each language that has it."""
    found: dict[str, list[str]] = {}
    for code in sorted(os.listdir(_FOLDER)):  # noqa: PTH208
        try:
            with open(os.path.join(_FOLDER, code, _FILE), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                text = file.read()
        except (FileNotFoundError, NotADirectoryError):
            continue
        for section in text.split("\n## ")[1:]:
            name, _, listed = section.partition("\n")
            found.setdefault(name, []).append(listed)
    return found
