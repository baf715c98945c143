"""The language of a text: a vote of the commonest words, or the script where it belongs to one language."""

from collections import Counter
from functools import cache, lru_cache

from newsdiff.language.lists import words_by_language
from newsdiff.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+")
_SAMPLE = 4000  # code points: enough for a sure vote
_LEAST = 8  # hits that a vote needs
_LEAD = 1.5  # and by how much the first must lead the second
_SCRIPTS = (  # a language, and from where to where its letters stand
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("th", "\u0e00", "\u0e7f"),
)


@cache
def _voters() -> tuple[tuple[str, frozenset[str]], ...]:
    """All languages with a list of their commonest words; one without a word table keeps its texts from a neighbour."""
    return tuple(words_by_language("commonest words").items())


@lru_cache(maxsize=4)  # the same articles are asked about again and again while they are compared
def detect(text: str) -> str | None:
    """The language of ``text`` as a two-letter code, or None when it is too short or the vote is not clear."""
    sample = text[:_SAMPLE]
    foreign = [] if sample.isascii() else [c for c in sample if c >= "\u0370"]
    for code, first, last in _SCRIPTS if len(foreign) * 5 > len(sample) else ():
        if sum(first <= c <= last for c in foreign) * 5 > len(sample):
            return code
    words = Counter(_WORD.findall(sample.lower()))
    votes = sorted(((sum(words[w] for w in stop & words.keys()), code) for code, stop in _voters()), reverse=True)
    (most, code), (second, _) = votes[0], votes[1]
    if most < _LEAST or most < _LEAD * second or most * 10 < words.total():
        return None
    return code
