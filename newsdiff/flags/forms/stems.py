"""Stems by language: a word without its endings, enough to tell that two forms are of one word."""

from collections.abc import Callable
from functools import cache

from newsdiff.flags.sentence.tokens import stem
from newsdiff.language.table import WordTable
from newsdiff.text.typography import unaccented

_LEAST = 4  # letters that an ending leaves, at least
_GE = 6  # letters of a participle in which *ge* stands: abgesagt
_SHORTEST_PARTICIPLE = 5  # letters without its ending


@cache
def stemmer(words: WordTable) -> Callable[[str], str]:
    """What cuts the words of a language."""
    if not words.endings:
        return stem
    endings, participles = tuple(sorted(words.endings, key=len, reverse=True)), "nouns" in words.capitals

    @cache
    def cut(word: str) -> str:
        plain = unaccented(word)
        ending = next((e for e in endings if plain.endswith(e) and len(plain) - len(e) >= _LEAST), "")
        bare = plain[: len(plain) - len(ending)]
        if participles and "ge" in bare[:_GE] and len(bare) > _SHORTEST_PARTICIPLE:
            return bare.replace("ge", "", 1)
        return bare

    return cut
