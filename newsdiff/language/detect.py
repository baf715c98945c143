"""The language of a text: its script, a vote of the commonest words, and where that is not clear its runs of letters.

A headline holds few of the commonest words; the runs of letters (``letter_runs.txt``) tell it all the same.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from newsdiff.language.lists import words_by_language
from newsdiff.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOPS = frozenset('.,;:!?)…”"')  # marks that most often stand behind a word
_LETTERS_AND_SPACES = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ \n"
_FOREIGN = lazy_pattern("[^\0-\u036f]")  # beyond Latin letters; told by its end, a range takes 4 ms to make
_SAMPLE = 4000  # code points: enough for a sure vote
_SHORT_SAMPLE = 600  # of which the letters are looked at
_LEAST = 8  # hits that a vote needs
_LEAD = 1.5  # and by how much the first must lead the second
_HELD_SHARE = 0.2  # of the words of a text: with so many of the commonest of its claimed language it is in it
_LEAST_SHARE = 0.06  # with fewer it is not, whatever else it may be in
_LONG_WORDS = 60  # a claim is checked against a text of so many: a headline may hold none of the commonest
_WORD_WEIGHT = 2.5  # of a commonest word among runs of letters, as a natural logarithm
_STEP = 0.25  # of the signs in letter_runs.txt, as a natural logarithm
_DOUBT = 0.5  # natural logarithm by which the likeliest language leads, at least
_ENGLISH_SHARE = 0.6  # of the words of a short text that are common English ones
_FEW_WORDS = 3  # fewer tell nothing
_SCRIPTS = (  # a language, and from where to where its letters stand
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
)


@cache
def _voters() -> tuple[tuple[str, frozenset[str]], ...]:
    """All languages with a list of their commonest words; one without a word table keeps its texts from a neighbour."""
    return tuple(words_by_language("commonest words").items())


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages of which a word is one of the commonest: a text is looked through once for all of them."""
    found: dict[str, list[str]] = {}
    for code, common in _voters():
        for word in common:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def sample(texts: Iterable[str]) -> str:
    """So much of some texts, one a line, that their language is looked for in no more."""
    found: list[str] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text) + 1
        if length > _SAMPLE:
            break
    return "\n".join(found)


@lru_cache(maxsize=4)  # the flags of a comparison ask, and its notes
def language_of(claimed: str | None, text: str) -> str | None:
    """The language that a text claims to be in, unless it is long and has none of its words; else what it is found
    to be in; None in doubt.
    """
    if not claimed:
        return detect(text) or _english(text)
    common = dict(_voters()).get(claimed.split("-")[0].lower())
    if common is None or _surely_holds(text[:_SAMPLE], common):
        return claimed
    share = _common_share(common, text[:_SAMPLE])
    if share >= _HELD_SHARE:
        return claimed
    return detect(text) or (claimed if share >= _LEAST_SHARE else None)


def _surely_holds(text: str, common: frozenset[str]) -> bool:
    """Whether enough of a text are the commonest words of a language: a quick look, by the words that stand between
    spaces, as if each mark parted two words.
    """
    runs = text.split()
    marks = len(text.encode("ascii", "replace").translate(None, _LETTERS_AND_SPACES))
    return sum(map(common.__contains__, runs)) >= _HELD_SHARE * (len(runs) + marks)


def _common_share(common: frozenset[str], text: str) -> float:
    """Which share of a text are the commonest words of a language; 1 where the text is short."""
    words = _words(text)
    return sum(map(common.__contains__, words)) / len(words) if len(words) >= _LONG_WORDS else 1.0


@lru_cache(maxsize=4)  # the same articles are asked about again and again while they are compared
def detect(text: str) -> str | None:
    """The language of ``text`` as a two-letter code, or None where it is too short to tell, or not clear."""
    sample = text[:_SAMPLE]
    foreign = [] if sample.isascii() else _FOREIGN.findall(sample)
    for code, first, last in _SCRIPTS if len(foreign) * 5 > len(sample) else ():
        if sum(first <= c <= last for c in foreign) * (20 if code == "ja" else 5) > len(sample):
            return code
    words = _words(sample)
    votes = _votes(words)
    (most, code), (second, _) = votes[0], votes[1]
    if most >= _LEAST and most >= _LEAD * second and most * 10 >= len(words):
        return code
    return _by_letters(sample[:_SHORT_SAMPLE]) if len(words) >= _FEW_WORDS else None


def _words(text: str) -> list[str]:
    """The words of a text in lower case; what is nothing but letters, or has one mark behind them, needs no cutting."""
    found: list[str] = []
    for run in text.lower().split():
        if run.isalpha():
            found.append(run)
        elif run[-1] in _STOPS and run[:-1].isalpha():
            found.append(run[:-1])
        else:
            found += _WORD.findall(run)
    return found


def _votes(words: Sequence[str]) -> list[tuple[int, str]]:
    """How many of some words are among the commonest of each language, the most first."""
    votes = dict.fromkeys((code for code, _ in _voters()), 0)
    for codes, count in Counter(map(_languages_of().get, words)).items():
        for code in codes or ():
            votes[code] += count
    return sorted(((count, code) for code, count in votes.items()), reverse=True)


def _english(text: str) -> str | None:
    """``en`` where most words of a text that is too short for all else are common English ones."""
    from newsdiff.language.en import COMMONEST

    words = _words(text[:_SAMPLE])
    return "en" if words and sum(word in COMMONEST for word in words) >= _ENGLISH_SHARE * len(words) else None


def _by_letters(text: str) -> str | None:
    """The language in which the runs of letters of a text, and its commonest words, are likeliest."""
    from math import log1p  # most texts are told by their words

    codes, runs, longest = _letter_runs()
    counted: Counter[str] = Counter()
    for end in range(1, len(text) + 1):  # at each place the longest run that ends there
        run = next((r for size in range(longest, 0, -1) if (r := text[max(0, end - size) : end]) in runs), "")
        counted[run] += bool(run)
    scores = [0.0] * len(codes)
    for run, times in counted.items():
        weight = log1p(times) * _STEP if run else 0.0
        for at, sign in enumerate(runs.get(run, "")):
            scores[at] -= weight * (ord(sign) - ord("!"))
    told = Counter(_WORD.findall(text.lower().replace("’", "'")))
    for code, common in _voters():
        if code in codes:
            scores[codes.index(code)] += _WORD_WEIGHT * sum(told[w] for w in common & told.keys())
    first, second = sorted(scores, reverse=True)[:2]
    likeliest = codes[scores.index(first)]
    return likeliest if first - second >= _DOUBT and likeliest in dict(_voters()) else None


@cache
def _letter_runs() -> tuple[list[str], dict[str, str], int]:
    """The languages, the signs of each run, and the length of the longest run."""
    with open(f"{os.path.dirname(__file__)}/letter_runs.txt", encoding="utf-8") as file:  # noqa: PTH120, PTH123
        lines = file.read().split("\n")
    start = next(n for n, line in enumerate(lines) if not line.startswith("# "))
    runs = dict([line.split("\t") for line in lines[start + 1 : -1]])
    return lines[start].split(), runs, max(map(len, runs))
