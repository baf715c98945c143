"""Sentences for the readers of values, with the word table of their language, and strange ones by the hundred."""

from hypothesis import strategies as st

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language import table
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
_PIECES = (
    *("Ann Lee", "the mayor", "said", "12", "3.5", "1,000", "May", "Monday", "at", "9pm", "2021", "million", "$", "%"),
    *("U.N.", "l'État", "Putin's", "-", "/", ":", '"', "'", ",", ".", "(", ")", "former", "President", "not", "and"),
    *("five", "a third", "more than", "of", "am 3.", "März", "習近平", "محمد", "İ", "e\u0301", "\u200b", "5°", "half"),
)


def words_of(language: str = "en") -> WordTable:
    """The word table of a language that has one."""
    table_of = table(language)
    assert table_of is not None
    return table_of


def sentence(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> Sentence:
    """A sentence in the first block of an article."""
    return Sentence(text, 0, kind, words_of(language))


def strange() -> st.SearchStrategy[str]:
    """Texts of the pieces that readers look for, glued and spaced in every way, among any characters."""
    piece = st.sampled_from(_PIECES) | st.text(max_size=3)
    return st.lists(st.tuples(piece, st.sampled_from((" ", "", "\u00a0"))), max_size=16).map(
        lambda pieces: "".join(text + gap for text, gap in pieces)
    )
