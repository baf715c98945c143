"""What stands round a story and is not of it: comments in other languages, what lies far behind, another article."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.clean.lines.stamps import stamp
from newsdiff.clean.page.furniture_boxes import is_comments
from newsdiff.model import Article

TOLD = "".join(
    f"<p>The council of Sund said on {day} that the old ferry will sail for one more year, whatever it may cost.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
)


def article(below: str, head: str = "") -> Article:
    title = "The ferry of Sund stays for a year"
    page = (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><div class='grid'><div class='story'>"
        f"<h1>{title}</h1>{TOLD}</div></div>{below}</body></html>"
    )
    return cleaned_html(page, "https://post.example/islands/ferry").article


def texts(below: str) -> str:
    return "\n".join(block.text for block in article(below).blocks)


@pytest.mark.parametrize("name", ["comment-policy-story", "commentary", "kommentar", "komentarz", "commenti", "story"])
def test_names_that_a_story_bears_are_no_comments(name: str) -> None:
    from lxml import html

    assert not is_comments(html.fromstring(f'<div class="{name}"><p>One</p></div>'))


@pytest.mark.parametrize("name", ["komentarz-box", "komentarze", "comentarios", "commentaires-list", "yorumlar"])
def test_boxes_of_comments_in_other_languages(name: str) -> None:
    from lxml import html

    assert is_comments(html.fromstring(f'<div class="{name}"><p>One</p></div>'))


def test_another_article_under_a_headline_that_is_a_link_is_none_of_the_story() -> None:
    other = (
        "<section class='next'><h2><a href='/isles/boy'>A boy of eight is found on an island</a></h2>"
        "<div><time>14 January 2024, 20:05</time></div><div class='story'>"
        "<p>A boy of eight was found on the island of Vik on Sunday after he had missed the last ferry of the day.</p>"
        "<p>His teacher told the police after some minutes, and they looked for him for two hours in the snow.</p>"
        "<p>He was given back to his parents unhurt, and sang all of the songs of winter that he knew.</p>"
        "</div></section>"
    )
    assert "boy of eight" not in texts(other)
    assert "Saturday" in texts(other)


def test_a_line_far_behind_the_text_in_a_box_of_its_own_is_none_of_it() -> None:
    rows = "".join(f"<li>Item {n} of the harbour</li>" for n in range(9))
    assert "one week" not in texts(
        f"<ul class='x'>{rows}</ul><div class='y'><p>Nought left. Buy it for one week.</p></div>"
    )


@pytest.mark.parametrize("line", ["Publié à 5 h 00", "Publié à 5h00"])
def test_hours_with_a_letter_are_a_stamp(line: str) -> None:
    assert stamp(line)


def test_the_title_alone_is_the_headline_where_the_article_says_so() -> None:
    head = (
        '<meta property="og:title" content="Ferries: The old one stays for a year">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The old one stays for a year"}</script>'
    )
    page = (
        f"<html lang=en><head><title>Ferries: The old one stays for a year</title>{head}</head><body><article><h1>"
        f"<span>Ferries</span><span>: </span><span>The old one stays for a year</span></h1>{TOLD}</article>"
    )
    assert cleaned_html(page, "https://post.example/x").article.headline == "The old one stays for a year"
