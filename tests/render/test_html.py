"""One page of a comparison: whole by itself, its findings linked to what changed."""

import re

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind
from newsdiff.render.html import render
from newsdiff.render.layout import Options, Side

FERRY = "The collapse of the pier killed {} people."


def article(*texts: str, **more: object) -> Article:
    blocks = (Block(BlockKind.HEADLINE, "Storm"), *(Block(BlockKind.PARAGRAPH, text) for text in texts))
    return Article("", language="en", blocks=blocks)._replace(**more)  # type: ignore[arg-type]


def page(old: Article, new: Article) -> str:
    lines = list(render(newsdiff.compare(old, new), Options(), Side(), Side()))
    assert not any("\n" in line for line in lines)
    return "\n".join(lines)


def test_equal_texts_are_a_page_without_findings() -> None:
    shown = page(article(FERRY), article(FERRY))
    assert "What to look at" not in shown
    assert "<h1>Storm</h1>" in shown
    assert '<p class="fold">2 paragraphs unchanged</p>' in shown
    assert shown.endswith("</html>")


def test_a_page_needs_nothing_from_elsewhere() -> None:
    shown = page(article(FERRY.format(12)), article(FERRY.format(40)))
    assert not re.search(r"<script|<link|<img|\ssrc=|@import|url\(", shown)
    assert re.search(r'<html[^>]* lang="en"', shown)
    assert "<title>What changed: Storm</title>" in shown


def test_a_finding_links_to_its_passage() -> None:
    shown = page(article(FERRY.format(12)), article(FERRY.format(40)))
    [target] = re.findall(r'<a href="#(p\d+)">paragraph</a>', shown)
    assert shown.count(f'id="{target}"') == 1
    assert shown.index("What to look at") < shown.index("What changed</h2>")


@pytest.mark.parametrize("url", ["http://courier.example/a", "https://courier.example/a"])
def test_a_web_address_is_a_link_that_tells_nobody_where_it_stood(url: str) -> None:
    shown = page(article(FERRY, url=url), article(FERRY, url=url))
    assert f'<a href="{url}" rel="noreferrer">{url}</a>' in shown


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "notes/a.md"])
def test_any_other_address_is_a_text(url: str) -> None:
    shown = page(article(FERRY, url=url), article(FERRY, url=url))
    assert url in shown
    assert "<a " not in shown


def test_an_article_without_address_has_no_line_for_it() -> None:
    assert page(article(FERRY), article(FERRY)).count('class="meta"') == 1
