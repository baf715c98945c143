"""The language of a text: a vote of the commonest words, or the script where it belongs to one language."""

from collections import Counter
from functools import cache, lru_cache

from newsdiff.language.stop_words import STOP
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
_OTHERS = {  # languages without a table of ours: a few of their commonest words, so that no neighbour claims them
    "pt": "não uma com os são pelo pela dos das ao à em também seu sua foi você mais",
    "it": "il che di della sono nel gli è con anche una per dei alla più dal questo",
    "nl": "het een van voor niet zijn met aan ook op dat wordt naar bij uit maar",
    "sv": "och att det som är på för inte med av har till om den ett",
    "pl": "się nie jest na że z do w to jak przez oraz dla po od",
    "ca": "els amb és una per al dels les són aquest també més ha van",
}


@cache
def _voters() -> tuple[tuple[str, frozenset[str]], ...]:
    return (*STOP.items(), *((code, frozenset(words.split())) for code, words in _OTHERS.items()))


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
