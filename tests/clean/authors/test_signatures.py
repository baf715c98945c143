"""The last line of a text, where it signs it: names beside a mail address, or behind a place."""

import json

import pytest
from lxml import html

from newsdiff.clean import cleaned_html
from newsdiff.clean.authors.signatures import signature
from newsdiff.clean.page.text_blocks import Leaf, leaves
from newsdiff.model import BlockKind
from tests.kit.crawls import page


def leaf(text: str) -> Leaf:
    """A paragraph as a line of text."""
    (only,) = leaves(html.document_fromstring(f"<html><body><article><p>{text}</p></article></body></html>"))
    return only


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, news@post.example",  # of nobody's name
        "Contact Ida Lund, ida.lund@post.example",
        "Press contact Ida Lund, ida.lund@post.example",
        "Tickets: Ida Lund, ida.lund@post.example",
        "Photo: Ida Lund, ida.lund@post.example",
        "Write to ida.lund@post.example",
        "For more, mail Ida Lund at ida.lund@post.example.",
        "Ida Lund, 555 0134, ida.lund@post.example",
        "Ida Lund, ida.lund@post.example, sam.poe@post.example, kim.roe@post.example, desk@post.example",
        "문의 yuna@post.example",
        "제보 전화 yuna@post.example",
        "Sund = the harbour",
        "1 mile = 1.6 kilometres",
        "Speed = Length Time",
        "속도=거리 시간",
    ],
)
def test_other_last_lines_with_an_address_or_an_equals_sign_sign_nothing(text: str) -> None:
    assert signature(leaf(text)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Maija Virtanen, maija.virtanen@post.example", "Maija Virtanen"),
        ("Maija Virtanen maija.virtanen@post.example", "Maija Virtanen"),
        ("Jiří Sedlák, sedlak@post.example", "Jiří Sedlák"),
        ("Sund = Ida Lund, ilund@post.example", "Sund = Ida Lund"),
        ("Sund/Ida Lund (ida.lund@post.example)", "Sund/Ida Lund"),
        ("Ida Lund, Sund, ida@post.example", "Ida Lund, Sund"),
        ("강릉=최유나 기자 yuna@post.example", "강릉=최유나 기자"),
        ("최유나 기자 yuna@post.example", "최유나 기자"),
        ("SUND = Ida Lund", "SUND = Ida Lund"),
        ("강릉=최유나 기자", "강릉=최유나 기자"),
    ],
)
def test_a_name_beside_its_address_or_behind_a_place_signs_a_text(text: str, told: str) -> None:
    signed = signature(leaf(text))
    assert signed is not None
    assert signed.text == told
    assert [each.text for each in signed.removed] == [word.strip("()") for word in text.split() if "@" in word]


@pytest.mark.parametrize("authors", [[], [{"name": "최유나"}]])
def test_the_page_shows_the_name_and_not_the_address(authors: list[object]) -> None:
    data = json.dumps({"@type": "NewsArticle", "author": authors})
    text = page("end", "<p>강릉=최유나 기자 yuna@post.example</p>")
    body = text.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    blocks = cleaned_html(body, "https://post.example/islands/ferry").article.blocks
    assert [(block.kind, block.text) for block in blocks[-1:]] == [(BlockKind.BYLINE, "강릉=최유나 기자")]
