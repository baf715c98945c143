"""What readers see although the markup hides it: what stays hidden stands before what is shown."""

import pytest

from newsdiff.clean import cleaned_html

FIRST = "<p>The lighthouse on Gannet Rock will get a new lamp before the winter, the harbour office said.</p>"
REST = "<p>The work will cost 340,000 crowns, of which the county pays one half and the guild the other.</p>"
TOLD = "The old lamp has burned since 1961 and was turned off only twice, both times for repairs."
FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": %s}</script>'


def page(hidden: str, *, beside: str = "") -> str:
    return f"<html lang='en'><body>{beside}<article><h1>New lamp</h1>{FIRST}{hidden}{REST}</article></body></html>"


def shown(body: str) -> bool:
    """Whether the paragraph in question is text of the article; where it is not, cleaning tells of it."""
    cleaned = cleaned_html(body, "https://post.example/lamp")
    there = TOLD in cleaned.article.text
    assert there != any(TOLD in piece.text for piece in cleaned.removed)
    return there


@pytest.mark.parametrize(
    "body",
    [
        page(f"<div hidden><p>{TOLD}</p></div>"),
        page(f"<div hidden><p>{TOLD}</p></div>", beside=FREE % "false"),
        page(f"<div hidden><p>{TOLD}</p><button>Save</button></div>", beside=FREE % "true"),
        page(f"<div hidden role='dialog'><p>{TOLD}</p></div>", beside=FREE % "true"),
        page(f"<div aria-hidden='true'><p>{TOLD}</p></div>"),
        page(f"<div style='display:none' id='rest'><p>{TOLD}</p></div>", beside="<script>show('restaurants')</script>"),
    ],
)
def test_what_a_reader_does_not_see_is_no_text(body: str) -> None:
    assert not shown(body)


@pytest.mark.parametrize(
    "body",
    [
        page(f"<div hidden><p>{TOLD}</p></div>", beside=FREE % "true"),
        page(f"<div hidden><p>{TOLD}</p></div>", beside=FREE % '"True"'),
        page(f"<p aria-hidden='true'>{TOLD}</p>"),
        page(f"<div style='display: none' id='rest'><p>{TOLD}</p></div>", beside="<script>show('rest')</script>"),
        page(f"<div class='more' hidden><p>{TOLD}</p></div>", beside="<script>$('.more').show()</script>"),
        page(
            f"<section hidden><p>{TOLD}</p></section>",
            beside=f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{TOLD}"}}</script>',
        ),
    ],
)
def test_what_a_reader_sees_is_text(body: str) -> None:
    assert shown(body)


def test_an_address_that_a_network_hides_is_read_whatever_key_it_was_hidden_with() -> None:
    def line(key: int) -> str:
        code = bytes((key, *(byte ^ key for byte in b"port@harbour.example"))).hex()
        hidden = f"<p>Write to <span class='__cf_email__' data-cfemail='{code}'>[email protected]</span> until May.</p>"
        return cleaned_html(page(hidden), "https://post.example/lamp").article.text

    assert line(7) == line(201)
    assert "Write to port@harbour.example until May." in line(7)


@pytest.mark.parametrize("code", ["", "7", "zz11", "2a" * 4000])
def test_a_broken_address_stays_as_the_page_shows_it(code: str) -> None:
    hidden = f"<p>Write to <span data-cfemail='{code}'>[email protected]</span> until the end of May.</p>"
    assert "Write to [email protected] until" in cleaned_html(page(hidden), "https://post.example/lamp").article.text
