"""Lines of the text that say again what the opening says, or that belong to another article or to the site."""

import json

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.model import BlockKind
from tests.kit.site import told

STORY = told(5, 8)
TITLE = "Bridge of Lower Quill closed for repairs"
DATA = json.dumps({"@type": "NewsArticle", "headline": TITLE, "author": [{"name": "Ida Lund"}]})


HEAD = f'<head><title>{TITLE}</title><script type="application/ld+json">{DATA}</script></head>'


def kept(inside: str = "", behind: str = "") -> list[tuple[BlockKind, str]]:
    """What a page keeps beside its headline, its byline and its story; ``inside`` stands in the midst of this."""
    body = [f"<p>{text}</p>" for text in STORY]
    body.insert(2, inside)
    article = f"<article><h1>{TITLE}</h1><p>By Ida Lund</p><div>{''.join(body)}</div></article>"
    page = f"<html lang=en>{HEAD}<body><main>{article}{behind}</main></body></html>"
    found = cleaned_html(page, "https://post.example/quill/bridge").article.blocks
    assert {*STORY} <= {block.text for block in found}
    return [(b.kind, b.text) for b in found if b.text not in (TITLE, "By Ida Lund", *STORY)]


@pytest.mark.parametrize(
    "inside",
    [
        f"<h2>{TITLE}</h2>",
        "<p>Ida Lund</p>",
        "<p>© 2025 The Post</p>",
        "<p>Copyright 2025 Post Publishing. All rights reserved.</p>",
    ],
)
def test_the_headline_the_author_and_the_rights_are_no_part_of_the_text(inside: str) -> None:
    assert kept(inside) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Copyright law is what the case turns on, the council said on Monday.</p>",
        "<p>Ida Lund, the mayor, said that nobody had asked her about the bridge.</p>",
        f"<p>{TITLE}: so the sign on the road has read since spring.</p>",
    ],
)
def test_sentences_that_begin_so_are_text(line: str) -> None:
    assert [text for _, text in kept(line)] == [line[3:-4]]


def test_the_time_over_a_post_is_a_date() -> None:
    assert kept("<p>17h45</p>") == [(BlockKind.DATE, "17h45")]


def test_a_titled_and_dated_box_behind_the_article_is_another() -> None:
    title, text = "<h2>The last bus to Ostra Vik has left</h2>", f"<p>{told(1, 9)[0]}</p>"
    assert kept(behind=f"<section>{title}<div>28 March 2024, 02:30</div>{text}</section>") == []


def test_a_word_on_the_author_at_the_end_is_no_text() -> None:
    bio = "Correspondent Ida Lund has written on bridges since 2009."
    body = "".join(f"<p>{text}</p>" for text in (*STORY, bio))
    page = f"<html lang=en>{HEAD}<body><article><h1>{TITLE}</h1><p>By Ida Lund</p>{body}</article></body></html>"
    found = cleaned_html(page, "https://post.example/quill/bridge")
    assert bio not in found.article.text
    assert (bio, "about the author") in [(each.text, each.reason) for each in found.removed]
