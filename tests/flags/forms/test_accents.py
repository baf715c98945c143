"""Accents that make another word."""

import pytest

from newsdiff.flags.forms.accents import accents_tell
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def tell(language: str, old: str, new: str) -> bool:
    return accents_tell(Tokens(old), Tokens(new), words_of(language))


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("it", "la citta' e' chiusa", "la città è chiusa"),  # as a keyboard has it
        ("it", "perché no", "perchè no"),
        ("it", "ha gridato 'la gente' e poi", 'ha gridato "la gente" e poi'),  # marks of a quotation
        ("it", "ha gridato ‘la gente’ e poi", "ha gridato la gente e poi"),
        ("es", "dijo ('como') ayer", "dijo (como) ayer"),
        ("fr", 'il dit "a" alors', "il dit 'a' alors"),
    ],
)
def test_marks_and_spellings_make_no_other_word(language: str, old: str, new: str) -> None:
    assert not tell(language, old, new)
    assert not tell(language, new, old)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("it", "canto' ieri", "canto ieri"),
        ("it", "c'e' chi 'canta' e chi canto' ieri", "c'e' chi 'canta' e chi canto ieri"),
        ("es", "el si", "el sí"),
        ("fr", "ou bien", "où bien"),
    ],
)
def test_an_accent_makes_another_word(language: str, old: str, new: str) -> None:
    assert tell(language, old, new)
    assert tell(language, new, old)
