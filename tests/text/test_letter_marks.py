"""Signs that stand on letters: of many scripts, and no letters, figures or marks among them."""

import re
import unicodedata

import pytest

from newsdiff.text.letter_marks import MARKS

_MARK = re.compile(f"[{MARKS}]")


@pytest.mark.parametrize("sign", ["\u0301", "\u05b0", "\u064b", "\u093e", "\u0e34", "\u0ec8", "\u102d", "\u17b6"])
def test_a_sign_of_a_script_is_one(sign: str) -> None:
    assert _MARK.fullmatch(sign)


@pytest.mark.parametrize("text", ["a", "é", "1", "٣", "-", " ", "’", "ا", "ก", "अ", "漢", "\u200d", "\u00ad"])
def test_letters_figures_and_marks_are_none(text: str) -> None:
    assert not _MARK.search(text)


def test_nearly_all_of_them_are_combining_marks() -> None:
    signs = [chr(n) for n in range(0x300, 0x1800) if _MARK.match(chr(n))]
    odd = [sign for sign in signs if unicodedata.category(sign)[0] not in "MC"]
    assert len(signs) > 500
    assert len(odd) < 20
