"""Which words are of substance: no fact changes by the others alone."""

from functools import cache

from newsdiff.language.table import WordTable
from newsdiff.language.word_cache import keep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


@cache
def words_of_grammar(words: WordTable | None) -> frozenset[str]:
    """The words of a language that carry no substance; none where it has no table."""
    return (words.grammar | words.stop) - words.turns if words else frozenset()


class TellingWords(dict[str, bool]):
    """Whether a word is one of substance: of three letters or more, and not of grammar; told once for each word."""

    def __init__(self, words: WordTable | None) -> None:
        super().__init__()
        self._idle: Final = words_of_grammar(words)

    def __missing__(self, word: str) -> bool:
        return keep(self, word, len(word) > 2 and word not in self._idle and word[0].isalpha())


@cache
def telling_words(words: WordTable | None) -> TellingWords:
    """What tells it of the words of a language, or of those of one without a table."""
    return TellingWords(words)
