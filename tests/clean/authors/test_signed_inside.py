"""Signatures behind the last sentence of a text: what is left of the paragraph, and who signs."""

import pytest
from lxml import html

from newsdiff.clean.authors.signed_inside import signed_inside
from newsdiff.clean.page.text_blocks import leaves

SENTENCE = "The ferry to the outer islands stops for the winter."
DENSE = "四十年にわたり郵便や羊を運んだ船が運航をやめる。"


def cut(text: str, told: tuple[str, ...] = ()) -> tuple[str, str] | None:
    (leaf,) = leaves(html.document_fromstring(f"<html><body><article><p>{text}</p></article></body></html>"))
    found = signed_inside(leaf, told, "en")
    return (found[0], found[1].text) if found else None


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        f"{SENTENCE} (CET)",
        f"{SENTENCE} (Photo: Ida Lund)",
        f"{SENTENCE} (See page two)",
        f"{SENTENCE} (and)",
        f"{SENTENCE} (The old quay, 12.3.2025)",
        "The winter timetable of the outer islands <b>Ida Lund</b>",  # behind no sentence
        f"{SENTENCE} <em>Very old</em>",
        f"{DENSE}（笑）",
        f"{DENSE}（写真あり）",
        "Yes. (ilu)",  # too short for a paragraph
    ],
)
def test_what_else_ends_a_paragraph_signs_nothing(text: str) -> None:
    assert cut(text) is None


def test_somebody_told_of_signs_nothing() -> None:
    assert cut(f"{SENTENCE} (Ida Lund)", (f"{SENTENCE} So says Ida Lund.",)) is None


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{SENTENCE} (ilu)", "(ilu)"),
        (f"{SENTENCE} (KNA/ilu)", "(KNA/ilu)"),
        (f"{SENTENCE} (Ida Lund)", "(Ida Lund)"),
        (f"{SENTENCE} <em>Ida Lund</em>", "Ida Lund"),
        (f"{SENTENCE} (KNA, 12.3.2025)", "(KNA, 12.3.2025)"),
        (f"{SENTENCE} (Ida Lund, 12.3.2025)", "(Ida Lund, 12.3.2025)"),
    ],
)
def test_letters_and_names_sign(text: str, signed: str) -> None:
    assert cut(text) == (SENTENCE, signed)


@pytest.mark.parametrize("signed", ["【佐伯美和】", "【北浜支局・佐伯美和】", "（佐伯美和）", "（佐伯美和、西田健一）"])
def test_names_of_a_script_without_spaces_sign(signed: str) -> None:
    assert cut(DENSE + signed) == (DENSE, signed)
