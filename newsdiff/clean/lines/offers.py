"""Lines that speak to the reader: of an offer, of the page's own services, of what a click will show."""

from functools import cache, lru_cache

from newsdiff.clean.lines import REMEMBERED
from newsdiff.clean.lines.patterns import is_request
from newsdiff.language.lists import phrases
from newsdiff.language.phrasebook import Phrasebook, plain
from newsdiff.text.lazy_pattern import lazy_pattern

_QUOTED = lazy_pattern(r"[\"“„«»”][^\"“„«»”]*[\"“”«»]")
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DENSE = lazy_pattern(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_LONG, _LONG_ADDRESS = 400, 220  # characters: an offer, and a line that only addresses its reader, is shorter


@lru_cache(maxsize=REMEMBERED)
def is_offer(line: str) -> bool:
    """Whether a line speaks to the reader of something that only the page itself has to offer.

    Running text may say such things too: ask only of lines that stand in a box of their own.
    """
    if len(line) > _LONG:
        return False
    low = plain(line)
    if _offers().find(low) is not None or is_request(line):
        return True
    return len(line) <= _LONG_ADDRESS and _things().find(low) is not None and speaks(line)


def speaks(line: str) -> bool:
    """Whether a line addresses its reader, outside of quotations; a polite word that opens a line may be another."""
    persons, rest = _persons(), _QUOTED.sub(" ", line)
    if _DENSE.search(rest):
        return any(person in rest for person in persons if person >= "\u0e00")
    found = _WORD.findall(rest)
    return any(
        word in persons or (word[:1].lower() + word[1:] in persons)
        for n, word in enumerate(found)
        if n or word.lower() in persons
    )


@cache
def _persons() -> frozenset[str]:
    return frozenset((*phrases("speaks to its reader"), *phrases("speaks to its reader: otherwise")))


@cache
def _offers() -> Phrasebook:
    """What a page has to offer, and what its walls say: a box between the paragraphs says it of the rest alone."""
    walls = (*phrases("pay wall: sure"), *phrases("login wall: sure"), *phrases("consent wall: sure"))
    return Phrasebook({"": (*phrases("offers"), *phrases("requests: what for"), *walls)})


@cache
def _things() -> Phrasebook:
    return Phrasebook({"": phrases("offers: of what")})
