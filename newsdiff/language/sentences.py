"""Text cut into sentences, carefully: ``former U.S. President`` and ``No. 10`` are never cut.

A mark that may end a sentence does so when what follows can open one. An abbreviation ends a sentence only before a
word that hardly ever stands behind an abbreviation (``in the U.S. The ...``), a title never does. The words are those
of all languages (``text.txt`` in their folders), for a text may quote another language.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from newsdiff.language.lists import is_weekday, words
from newsdiff.text.lazy_pattern import lazy_pattern

_MARK = lazy_pattern(
    "(?P<mark>[.!?…।۔؟։።。！？｡])"  # first, and for all scripts: the engine looks for nothing else between marks
    # whether a mark is one of 。！？｡ is asked with a range, which is made in a fifth of the time
    "(?:(?<![。！-｡])(?P<close>[\"'”’“‘»)\\]]*) (?=(?P<open>[\"'“‘«„(\\[¿¡—–-]*)(?P<next>[^\\W_]+))"
    "|(?<=[。！-｡])(?=[^\\s。！？｡…”’」』）】〉》\"')]))"
)
_OPENERS = "([{\"'“‘«„¿¡—–-/"
_CUT_DAY_LETTERS = 4
_DENSE_ENDS = ("。", "！", "？", "｡")
_INITIALS = lazy_pattern(r"(?:[^\W\d_]{1,3}\.)*[^\W\d_]")  # what stands before the last dot of U.S., EE.UU., J.


def sentences(text: str) -> list[str]:
    """Cut one block's text into sentences; ``join`` puts any text together again, where it has but one line.

    Where that would not hold (a run of spaces between two sentences), no cut is made.
    """
    cuts, start = [], 0
    for end in _MARK.finditer(text):
        if _ends(text, start, end):
            start = end.end()
            cuts.append(start)
    edges = [0, *cuts, len(text)]
    return [text[a:b].removesuffix(" ") if b < len(text) else text[a:b] for a, b in pairwise(edges) if a < b]


def join(parts: Iterable[str]) -> str:
    """Sentences put together: with a space, but after the full stop of a dense script without one."""
    text = ""
    for part in parts:
        text += part if not text or text.endswith(_DENSE_ENDS) else f" {part}"
    return text


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    following = end["next"]
    if following is None:  # a dense script
        return True
    if following[0].islower() or text.endswith(_DENSE_ENDS, start, end.end() - 1):
        return False
    if end["mark"] != ".":
        return not (end["close"] and _speech().match(text, end.end()))
    at = end.start()
    before = text[max(start, text.rfind(" ", start, at) + 1) : at].lstrip(_OPENERS)
    if len(before) <= 2 and before.isdigit() and len(following) <= 2 and following.isdigit():
        return not text.startswith(".", end.end() + len(following))  # 12. 3. 2025
    return not _abbreviated(before, following, start + len(before) == at)


def _abbreviated(word: str, following: str, alone: bool) -> bool:
    """Whether the dot behind ``word`` only shortens it, or numbers what follows."""
    low = word.lower().rpartition("-")[2]  # Tel.-Nr. 5
    if low.isdigit():
        return alone or (len(low) <= 3 and following.lower() in words("behind an ordinal with a dot"))
    if following[0].isdigit():
        if low in words("abbreviations before a number") or low.endswith(_ends_of_words()):
            return True  # but N. Korea goes on, too
        if word in words("weekdays before a number") or _cut_day(low):
            return True
    capital = word[0:1].isupper()
    if low in words("abbreviations inside a sentence") or word in words("abbreviations written so"):
        return True
    if capital and low in words("abbreviated titles"):
        return True
    short = (
        low in words("abbreviations at an end")
        or (capital and low in words("abbreviations with a capital"))
        or _INITIALS.fullmatch(word) is not None
    )
    return short and following.lower() not in words("sentence openers")


def _cut_day(low: str) -> bool:
    """Whether a word is the name of a weekday, cut: dom. 15 settembre."""
    return len(low) <= _CUT_DAY_LETTERS and is_weekday(low)


@cache
def _ends_of_words() -> tuple[str, ...]:
    """What words end with that are cut before a number: Goethestr. 5."""
    return tuple(words("cut ends before a number"))


@cache
def _speech() -> re.Pattern[str]:
    """A speaker of up to four words and a verb of saying: behind a quoted question the sentence goes on."""
    verbs = "|".join(sorted(words("verbs behind a quoted question")))
    return re.compile(rf"(?:[^\W_][\w’'-]*\.? ){{1,4}}?(?:{verbs})\b")
