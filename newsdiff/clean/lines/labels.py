"""Labels of the page: a line made of these and nothing else is no text of the article."""

from functools import cache, lru_cache

from newsdiff.clean.lines import REMEMBERED
from newsdiff.language.lists import phrases
from newsdiff.language.phrasebook import Phrasebook, plain
from newsdiff.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)?")


@lru_cache(maxsize=REMEMBERED)
def is_label(line: str) -> bool:
    """Whether a line is made of labels of the page alone (``Share Facebook Twitter``, ``ADVERTISEMENT``)."""
    if len(line) > 120:
        return False
    words, (labels, longest) = _WORD.findall(plain(line)), _labels()
    at, found = 0, False
    while at < len(words):
        size = next((n for n in range(longest, 0, -1) if " ".join(words[at : at + n]) in labels), 0)
        if size:
            found = True
        elif (
            not words[at][0].isdigit()
            and not (found and words[at] in phrases("labels: between"))
            and not (at and _counts(words[at - 1 : at + 1]))
        ):
            return False
        at += size or 1
    return found


@lru_cache(maxsize=REMEMBERED)
def announces(line: str) -> bool:
    """Whether a line is a label under which links to other pages stand: ``Related stories``."""
    return is_label(line) and _over_links().find(plain(line)) is not None


def _counts(pair: list[str]) -> bool:
    """Whether two words are a number and what it counts on a page."""
    return pair[0][0].isdigit() and pair[1] in phrases("labels: counted")


@cache
def _labels() -> tuple[frozenset[str], int]:
    """The labels as words with a space between them, and how many words the longest has."""
    words = (
        label if label.replace(" ", "").isalpha() else " ".join(_WORD.findall(label)) for label in phrases("labels")
    )
    labels = frozenset(words)
    return labels, max(label.count(" ") for label in labels) + 1


@cache
def _over_links() -> Phrasebook:
    return Phrasebook({"": phrases("labels: over links")})
