"""Numbers written as one word."""

import pytest

from newsdiff.flags.read.compound_numerals import compound_number
from tests.kit.sentences import words_of


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("it", "duecentovent"),  # a vowel is dropped before another one
        ("it", "duemilaottocentotrent"),
        ("it", "milleduecent"),
        ("it", "milleduecentesimo"),
        ("de", "hundertprozentig"),
        ("de", "hundert" + "und" * 2000),
        ("it", "cento" + "e" * 2000),
        ("en", "twentyfive"),
        ("fr", "centcinquante"),
    ],
)
def test_no_number(language: str, word: str) -> None:
    assert compound_number(word, words_of(language)) is None


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [
        ("it", "duecentoventi", 220),
        ("it", "centottanta", 180),
        ("it", "centoventun", 121),  # before a noun
        ("it", "tremilaotto", 3008),
        ("de", "zweihundertfünfzig", 250),
        ("de", "siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig", 777_777),
        ("nl", "twaalfhonderd", 1200),
    ],
)
def test_number(language: str, word: str, value: float) -> None:
    assert compound_number(word, words_of(language)) == value
