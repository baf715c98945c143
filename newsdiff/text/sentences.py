"""Text cut into sentences, carefully: ``former U.S. President`` and ``No. 10`` are never cut.

A mark that may end a sentence does so when what follows can open one. An abbreviation ends a sentence only before a
word that hardly ever stands behind an abbreviation (``in the U.S. The ...``), a title never does.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from newsdiff.text.lazy_pattern import lazy_pattern

_MARK = lazy_pattern(
    "(?P<mark>[.!?…।۔؟։።。！？｡])"  # first, and for all scripts: the engine looks for nothing else between marks
    # whether a mark is one of 。！？｡ is asked with a range, which is made in a fifth of the time
    "(?:(?<![。！-｡])(?P<close>[\"'”’“‘»)\\]]*) (?=(?P<open>[\"'“‘«„(\\[¿¡—–-]*)(?P<next>[^\\W_]+))"
    "|(?<=[。！-｡])(?=[^\\s。！？｡…”’」』）】〉》\"')]))"
)
_OPENERS = "([{\"'“‘«„¿¡—–-/"
_DENSE_ENDS = ("。", "！", "？", "｡")
_INITIALS = lazy_pattern(r"(?:[^\W\d_]{1,3}\.)*[^\W\d_]")  # what stands before the last dot of U.S., EE.UU., J.


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(  # written with a capital; no sentence ends behind them
    "mr mrs ms mx messrs mme mlle mm dr dra prof sen sens rep reps gov govs gen col lt sgt capt maj cpl cmdr adm rev "
    "hon pres supt det insp atty amb mgr msgr ste sra srta sig dott ing dhr mevr hr fr"
)
_INSIDE = _words(  # never last in a sentence either
    "vs v cf approx bzw ca e.g i.e z.b d.h p.ej lt inkl bzgl ggf evtl"
)
_NUMBERED = _words(  # so before a digit
    "no nos nr nrs rs art fig sec pp vol ch núm pág cap abs"
)
_NAMED = _words(  # with a capital; they may end a sentence
    "st mt ft jr sr inc ltd co corp llc plc bros dept ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec "
    "mon tue tues wed thu thur thurs fri sat sun mio mrd gmbh ag"
)
_TRAILING = _words("etc usw al")
_STARTERS = _words(
    "the an he she it its they we you this that these those there his her their our my in on at by for from with "
    "after before during since while when where as if but and or so yet however meanwhile although though because "
    "according what who why how der die das er sie es wir ein eine im am le la les il elle ils elles un une el los "
    "las en"
)
_MONTHS_DE = _words("januar februar märz april mai juni juli august september oktober november dezember jahrhundert")
_SPEECH = lazy_pattern(
    r"(?:[^\W_][\w’'-]*\.? ){1,4}?(?:said|says|asked|asks|told|added|adds|replied|wrote|shouted|cried)\b"
)


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
        return not (end["close"] and _SPEECH.match(text, end.end()))
    before = text[max(start, text.rfind(" ", start, end.start()) + 1) : end.start()].lstrip(_OPENERS)
    return not _abbreviated(before, following, start + len(before) == end.start())


def _abbreviated(word: str, following: str, alone: bool) -> bool:
    """Whether the dot behind ``word`` only shortens it, or numbers what follows."""
    low = word.lower()
    if low.isdigit():
        return alone or (len(low) < 3 and following.lower() in _MONTHS_DE)
    if low in _NUMBERED:
        return following[0].isdigit()
    capital = word[0:1].isupper()
    if low in _INSIDE or (capital and low in _TITLES):
        return True
    short = low in _TRAILING or (capital and low in _NAMED) or _INITIALS.fullmatch(word) is not None
    return short and following.lower() not in _STARTERS
