"""What a page says of itself by how it is built, and which article it says that it is."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.model import Identity, PageFrame
from tests.kit.site import told

URL = "https://quay.example/town/pier"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>Pier</title>{head}</head><body class=q>{body}</body></html>"


def story(behind: str = "") -> str:
    paragraphs = "".join(f"<p class=par>{line}</p>" for line in told(1, 6))
    text = f"<div class='txt x7f3' id=b>{paragraphs}{behind}</div>"
    return f"<main><article class=s><h1 class=t>The pier</h1>{text}</article></main>"


def frame(html: str) -> PageFrame:
    return cleaned_html(html, URL).frame


def identity(head: str) -> Identity:
    return cleaned_html(page(story(), head), URL).identity


def test_a_page_without_claims_has_no_identity() -> None:
    assert identity("") == Identity()


def test_a_frame_tells_where_story_paragraphs_and_headline_stand() -> None:
    found = frame(page(story()))
    assert found.text == ("div txt x7f3 #b", "p par")
    assert found.headline == ("article s", "h1 t")
    assert ("main", "article s") in found.parts
    assert (found.links, found.other_links) == (0, 0)
    assert not found.calls


def test_a_frame_is_the_same_whatever_the_page_tells() -> None:
    one, other = (page(f"<main>{''.join(f'<p>{line}</p>' for line in told(n, 6))}</main>") for n in (1, 2))
    assert frame(one) == frame(other)


@pytest.mark.parametrize("call", ["<a href=/join>Join us now</a>", "<button>Read on</button>"])
def test_what_asks_to_act_is_told_by_its_box(call: str) -> None:
    found = frame(page(story(f"<div class=offer>{call}</div>")))
    assert any("offer" in name for spot in found.calls for name in spot)


def test_a_list_of_links_is_told_by_their_share() -> None:
    entries = "".join(f"<h2><a href=/{n}>{told(n, 1)[0]}</a></h2><p>{told(n + 50, 1)[0]}</p>" for n in range(8))
    found = frame(page(f"<main><h1>Town</h1>{entries}</main>"))
    assert (found.lines, found.links) == (17, 8)


def test_addresses_and_kinds_come_from_links_metadata_and_linked_data() -> None:
    found = identity(
        "<link rel=canonical href=/town/pier?utm_source=x><meta property=og:url content=https://quay.example/town/pier>"
        "<meta property=og:type content=article><meta property=og:title content='The pier'>"
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The pier is old",'
        '"mainEntityOfPage":{"@id":"https://quay.example/4711"}}</script>'
    )
    assert found.addresses == (URL, "https://quay.example/4711")
    assert found.kinds == ("NewsArticle", "og:article")
    assert found.titles == ("The pier is old", "The pier")


@pytest.mark.parametrize("href", ["http://[", "javascript:;", ""])
def test_an_address_that_makes_no_sense_breaks_nothing(href: str) -> None:
    assert len(identity(f'<link rel="canonical" href="{href}">').addresses) <= 1
