"""Two crawls of one page: noise between them changes nothing, an edit always shows."""

import pytest

from newsdiff.clean import clean_html
from newsdiff.model import Block, BlockKind
from tests.kit.crawls import EDITS, NOISE, SENTENCES, page


def blocks(html: str) -> list[Block]:
    """What a revision compares: all blocks but shown dates, which the watch judges."""
    return [b for b in clean_html(html, "https://post.example/islands/ferry").blocks if b.kind is not BlockKind.DATE]


def test_the_page_itself_is_cleaned_to_its_text() -> None:
    assert [block.text for block in blocks(page())] == ["Board closes the old ferry terminal", *SENTENCES]


@pytest.mark.parametrize("name", NOISE)
def test_noise_is_silent(name: str) -> None:
    place, first, second = NOISE[name]
    assert blocks(page(place, first)) == blocks(page(place, second))


@pytest.mark.parametrize("name", [n for n in NOISE if n not in ("byline clock", "comments")])
def test_noise_leaves_no_trace(name: str) -> None:
    place, first, _ = NOISE[name]
    assert blocks(page(place, first)) == blocks(page())


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_shows(name: str) -> None:
    place, first, second = EDITS[name]
    assert blocks(page(place, first)) != blocks(page(place, second))


def test_an_edit_of_the_headline_shows_though_the_metadata_stay() -> None:
    assert blocks(page(headline="Board keeps the old ferry terminal"))[0].text == "Board keeps the old ferry terminal"


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_an_edit_of_any_sentence_shows(number: int) -> None:
    words = SENTENCES[number].split()
    edited = " ".join([*words[:3], "quietly", *words[4:]])
    assert blocks(page().replace(SENTENCES[number], edited)) != blocks(page())


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_a_lost_paragraph_shows(number: int) -> None:
    assert len(blocks(page().replace(f"<p>{SENTENCES[number]}</p>", ""))) == len(blocks(page())) - 1


def test_markup_inside_a_paragraph_is_no_edit() -> None:
    marked = page().replace("repairs would", "<span>repairs</span> <a href='/r'>would</a>")
    assert blocks(marked) == blocks(page())


def test_white_space_soft_hyphens_and_zero_width_characters_are_no_edit() -> None:
    spaced = page().replace("terminal, ending", "termi\u00adnal,\n\t\u200b ending")
    assert blocks(spaced) == blocks(page())
