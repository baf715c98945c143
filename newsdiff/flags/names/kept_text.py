"""The words of the text that stays beside a change, in which a name may stand once more."""

from functools import lru_cache

from newsdiff.flags.read.names import acronym
from newsdiff.flags.sentence.tokens import bare
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.typography import unaccented

_WORD = lazy_pattern(r"\w+(?:['’.]\w+)*")


def without_accents(words: frozenset[str]) -> frozenset[str]:
    """Some words with and without accents, and what stands in them behind an apostrophe: tutt'italia."""
    words = words.union([w.partition("'")[2] for w in words if "'" in w[:-2]])
    return words if all(map(str.isascii, words)) else words.union(map(unaccented, words))


@lru_cache(maxsize=4)  # the old article's text is asked for at each paragraph that came
def plain_letters(text: str) -> str | None:
    """A text in lower case, to look for a word in before it is cut into all its words; None of one with accents."""
    plain = text.isascii() or not any(c > "\x7f" and c.isalpha() for c in set(text))
    return text.lower() if plain else None


@lru_cache(maxsize=4)  # for the same reason
def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, with and without possessive endings."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return frozenset(w for word in found for w in (word, bare(word)))


@lru_cache(maxsize=4)  # for the same reason as the words
def acronyms_of(text: str) -> frozenset[str]:
    """The acronyms of a text."""
    return frozenset([a for w in _WORD.findall(text) if not w.islower() and (a := acronym(w))])
