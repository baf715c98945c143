"""Marks for the gate: an article that tells of walls bears none."""

import pytest

from newsdiff.clean import cleaned_html
from tests.kit.crawls import page


def marks(html: str) -> tuple[str, ...]:
    return cleaned_html(html, "https://post.example/a").marks


def plain(title: str, *lines: str) -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{text}</body></html>"


def test_an_article_bears_no_mark() -> None:
    assert marks(page()) == ()


@pytest.mark.parametrize(
    "line",
    [
        "“We use cookies, and we value your privacy,” said the banner of the shop.",
        "The site asked her to log in to continue reading and to prove that she was not a robot.",
        "Subscribe to continue reading, the paper told its readers on Monday, and many did.",
        "The page was not found, and the error 404 became a joke of the whole town.",
    ],
)
@pytest.mark.parametrize("place", ["before", "middle"])
def test_an_article_about_walls_is_no_wall(line: str, place: str) -> None:
    assert not any(mark.startswith("wall") for mark in marks(page(place, f"<p>{line}</p>")))
    assert "paywall" not in marks(page(place, f"<p>{line}</p>"))


def test_a_cookie_bar_beside_an_article_is_no_wall() -> None:
    bar = (
        "<div><p>We value your privacy. We and our 842 partners store and/or access information on a device.</p></div>"
    )
    assert marks(page("behind", bar)) == ()


@pytest.mark.parametrize(
    ("html", "mark"),
    [
        (
            plain(
                "Before you continue",
                "We value your privacy. We and our 842 partners store and/or access information on a device.",
                "You may accept or manage your choices by clicking below.",
            ),
            "wall: consent",
        ),
        (plain("Just a moment...", "Checking your browser before you go on.", "Ray ID: 7d1f"), "wall: captcha"),
        (
            plain("Log in", "Please log in to continue reading.", "Forgot your password? Create an account."),
            "wall: login",
        ),
        (plain("Page not found", "Sorry, we cannot find it. It may have moved somewhere else."), "wall: not found"),
        (plain("A fire in Sund", "A man was held."), "stub"),
        (page().split("A study of")[0], "truncated"),
        (page().replace("–", "â€“").replace("to", "Ã©to"), "mojibake"),
        (
            page("end", "<div><h3>To continue reading, subscribe now</h3><p>Already a subscriber? Log in</p></div>"),
            "paywall",
        ),
    ],
)
def test_a_mark_is_given(html: str, mark: str) -> None:
    assert mark in marks(html)


def test_a_page_that_never_closes_its_body_is_not_truncated() -> None:
    assert marks(page().replace("</body></html>", "")) == ()


def test_a_short_retraction_is_no_stub() -> None:
    assert marks(plain("Board closes terminal", "This article has been withdrawn by the editors.")) == ()
