"""The shape of a line that says who made an article."""

import pytest

from newsdiff.clean.authors.credit_lines import credit_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The old harbour and the sea", "en"),
        ("From Wikipedia, the free encyclopedia", "en"),
        ("Journey to the Center of Time", "en"),
        ("Artikel zum Hören", "de"),
        ("Fotos: Ida Lund", "de"),
        ("Pictures Ida Lund", "en"),
        ("zdjęcia: Ida Lund", "pl"),
        ("Фото: Ида Лунд", "ru"),
        ("Ida Lund sees the harbour. Sam Poe does not", "en"),
        ("12 March 2025", "en"),
        ("ida@post.example", None),
        ("Ida", "en"),
        ("周阿婆在店门口换伞骨。记者 林晓舟", "zh"),
        ("", None),
    ],
)
def test_what_names_nobody_or_a_photographer_is_no_credit(text: str, language: str | None) -> None:
    assert credit_of(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "names", "led"),
    [
        ("Ida Lund", None, ("Ida Lund",), False),
        ("IDA LUND", None, ("IDA LUND",), False),
        ("Ida Lund, editor", None, ("Ida Lund",), False),
        ("Ida Lund (text) og Sam Poe (foto)", None, ("Ida Lund og Sam Poe",), False),
        ("Ana de la Cruz, Sam Poe", None, ("Ana de la Cruz", "Sam Poe"), False),
        ("Interview: Ida Lund", None, ("Ida Lund",), True),
        ("Írta: Ida Lund", None, ("Ida Lund",), True),
        ("Escrito por Ida Lund", "es", ("Ida Lund",), True),
        ("propos recueillis par Ida Lund", None, ("Ida Lund",), True),
        ("Testo di Ida Lund — traduzione dal sardo di Sam Poe", "it", ("Testo di Ida Lund", "Sam Poe"), True),
        ("tekst: Ida Lund, zdjęcia: Sam Poe", None, ("Ida Lund",), True),
        ("Олеся Гнатюк, для «Степового вісника»", None, ("Олеся Гнатюк",), False),
        ("حوار: آسيا العتروس", None, ("آسيا العتروس",), True),
    ],
)
def test_names_and_what_leads_up_to_them_are_a_credit(
    text: str, language: str | None, names: tuple[str, ...], led: bool
) -> None:
    assert credit_of(text, language) == (names, led)
