"""Whose a picture is: credits by their sign, their first word, their markup; and what only speaks of pictures."""

import pytest
from lxml import html

from newsdiff.clean.authors.credits import (
    is_bare_credit,
    is_credit,
    is_of_pictures,
    names_pictures,
    opens_as_credit,
    without_credit,
)
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.leaves import leaf_of

# --- silence ---


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "([",
        "—",
        "Ida Lund",
        "By Ida Lund",
        "The photo shows the harbour",
        "Photosynthesis begins in spring",
        "2 photos",
        "Creditors met in Port Amber",
    ],
)
def test_what_does_not_open_as_a_credit(text: str) -> None:
    assert not opens_as_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ida Lund",
        "Text: Ida Lund",
        "Reporting by Ida Lund",
        "Bildung: Ida Lund",
        "Übersetzung Sam Poe",
        "文 王小明",
    ],
)
def test_who_wrote_made_no_pictures(text: str) -> None:
    assert not is_of_pictures(text)


@pytest.mark.parametrize("text", ["", "Ida Lund", "Zdjęcia Ida Lund", "Ida Lund: fotografias", "Text: Ida Lund"])
def test_without_a_colon_or_the_first_word_a_stem_is_no_label(text: str) -> None:
    assert not names_pictures(text)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Ida Lund</p>",
        "<p class='accredited'>Ida Lund</p>",
        "<p class='photography-news'>Ida Lund</p>",
        "<div class='credit'><article><p>Ida Lund</p></article></div>",
    ],
)
def test_a_line_of_no_such_kind_is_no_credit(markup: str) -> None:
    assert not is_credit(leaf_of(markup))


# --- hits ---


@pytest.mark.parametrize(
    "text",
    ["© Ida Lund", "(© Ida Lund)", "[Photo: Ida Lund]", "Photo: Ida Lund", "FOTO: IDA LUND", "Photograph by Ida Lund"],
)
def test_the_sign_or_a_word_for_a_picture_opens_a_credit_whatever_its_case_or_brackets(text: str) -> None:
    assert opens_as_credit(text)
    assert is_of_pictures(text)
    assert names_pictures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fotografía: Ida Lund",
        "Kamera Ida Lund",
        "Ida Lund, Illustrationen",
        "Zdjęcia: Ida Lund",
        "kuvat Ida Lund",
        "Фото Ида Лунд",
        "写真 山田太郎",
        "图：王小明",
        "תצלום",
        "ภาพ",
        "Ảnh: Ida Lund",
    ],
)
def test_the_stem_of_a_word_for_pictures_is_known_in_many_languages(text: str) -> None:
    assert is_of_pictures(text)


@pytest.mark.parametrize("text", ["Illustrationen: Ida Lund", "Videographer: Ida Lund", "Zdjęcia： Ida Lund"])
def test_a_label_with_a_colon_and_such_a_stem_names_who_made_pictures(text: str) -> None:
    assert names_pictures(text)


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='photo-credit'>Ida Lund</p>",
        "<div class='copyright'><p>Ida Lund</p></div>",
        "<p class='image-source'><span>Ida Lund</span></p>",
        "<figure><figcaption>The old harbour</figcaption></figure>",
        "<p>© Ida Lund</p>",
    ],
)
def test_markup_or_sign_tell_a_credit(markup: str) -> None:
    assert is_credit(leaf_of(markup))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("© Ida Lund", True),
        ("Photo: Ida Lund for the Amber Courier in Westmere", False),
        ("Photo: one two three four five six seven", True),
        ("Photo: one two three four five six seven eight", False),
        ("The ferry at dawn. Photo: Ida Lund", False),
        ("Ida Lund", False),
    ],
)
def test_a_credit_is_bare_up_to_eight_words(text: str, bare: bool) -> None:
    assert is_bare_credit(leaf_of(f"<p>{text}</p>")) is bare


def test_a_caption_is_a_credit_by_its_element_but_no_bare_one() -> None:
    caption = leaf_of("<figure><img src=a><figcaption>The ferry at dawn</figcaption></figure>")
    assert is_credit(caption)
    assert not is_bare_credit(caption)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("The pier is old.<span> It leans.</span>", "The pier is old. It leans."),
        ("The pier is old. <span class='credit'>Sund League</span> said so.", "The pier is old. Sund League said so."),
        ("The old pier <span class='credit'>Sund League</span>", "The old pier Sund League"),
        ("The pier is old. <span class='credit'>By Sund League</span>", "The pier is old."),
    ],
)
def test_a_credit_behind_the_sentence_of_a_paragraph_goes(shown: str, told: str) -> None:
    (leaf,) = leaves(html.document_fromstring(f"<html><body><article><p>{shown}</p></article></body></html>"))
    assert without_credit(leaf)[0].text == told
