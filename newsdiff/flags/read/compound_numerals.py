"""Numbers above a hundred that are written as one word: zweihundertfünfzig, twaalfhonderd, milleduecento."""

from functools import cache, lru_cache

from newsdiff.language.table import WordTable
from newsdiff.language.word_cache import MOST_WORDS

_LEAST_LETTERS, _MOST_LETTERS = 8, 80  # of such a word: the longest German one below a million has under 60
_HUNDRED, _THOUSAND = 100, 1000
_VOWELS = "aeiou"


def compound_number(word: str, words: WordTable) -> float | None:
    """The value of a word that is put together of number words; None of another word."""
    if not _LEAST_LETTERS <= len(word) <= _MOST_LETTERS or not word.startswith(_heads(words)):
        return None
    return _value(word, words)


@cache
def _heads(words: WordTable) -> tuple[str, ...]:
    """What such words begin with; nothing where a language writes them apart."""
    glued = [w for w, n in words.cardinals.items() if _HUNDRED < n < _THOUSAND or n in (22, 32)]
    if not glued or not any(_joined(w, words) for w in glued):
        return ()
    return tuple(w[:3] for w in _parts(words))


def _joined(word: str, words: WordTable) -> bool:
    """Whether a number word begins with another one and ends with one."""
    heads = [w for w in words.cardinals if word != w and word.startswith(w)]
    return any(word.endswith(w) for w in words.cardinals if w != word and len(w) > 1) and bool(heads)


@cache
def _parts(words: WordTable) -> dict[str, float]:
    """The number words that stand in such a word, with those for a hundred and a thousand."""
    found = {w: n for w, n in words.cardinals.items() if 0 < n < _HUNDRED and len(w) > 2}
    found |= {w: n for w, n in words.scales.items() if n == _THOUSAND and w not in ("tsd", "k")}
    return found | {w: n for w, n in words.cardinals.items() if n == _HUNDRED}


@cache
def _ones(words: WordTable) -> tuple[str, ...]:
    return tuple(w for w, n in words.cardinals.items() if n == 1)


@lru_cache(maxsize=MOST_WORDS)
def _value(word: str, words: WordTable) -> float | None:
    return _read(word, words, 0.0, 0.0, scaled=False)


def _read(rest: str, words: WordTable, total: float, part: float, *, scaled: bool) -> float | None:
    """The value of what is read (thousands, and a part below them) with the rest of the word."""
    if not rest:
        return total + part if scaled else None
    for text, value in _next_parts(rest, words):
        if value == _THOUSAND and not total:
            found = _read(rest[len(text) :], words, (part or 1) * _THOUSAND, 0.0, scaled=True)
        elif value == _HUNDRED and part < _HUNDRED:
            found = _read(rest[len(text) :], words, total, (part or 1) * _HUNDRED, scaled=True)
        elif value < _HUNDRED and part % _HUNDRED == 0:
            found = _read(rest[len(text) :], words, total, part + value, scaled=scaled)
        else:
            found = None
        if found is not None:
            return found
    link = next((w for w in words.sums if scaled and rest.startswith(w) and len(rest) > len(w)), "")
    return _read(rest[len(link) :], words, total, part, scaled=scaled) if link and part % _HUNDRED == 0 else None


def _next_parts(rest: str, words: WordTable) -> list[tuple[str, float]]:
    """The number words that a rest begins with, the longest first, also without a last vowel before another one.

    At the end of the word only *one* is without it: centoventun, not duecentovent.
    """
    found = []
    for word, value in _parts(words).items():
        if rest.startswith(word):
            found.append((word, value))
        cut, after = word[:-1], rest[len(word) - 1 : len(word)]
        if word[-1] in _VOWELS and rest.startswith(cut) and (after in _VOWELS if after else cut.endswith(_ones(words))):
            found.append((cut, value))
    return sorted(found, key=lambda part: -len(part[0]))
