"""Signs for the gate: an article that tells of walls bears none."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.clean.page.walls import named
from newsdiff.model import Sign, SignKind, SignPlace
from newsdiff.text.typography import fold
from tests.kit.crawls import page


def signs(html: str) -> tuple[Sign, ...]:
    return cleaned_html(html, "https://post.example/a").signs


def plain(title: str, *lines: str) -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{text}</body></html>"


def test_an_article_bears_no_sign() -> None:
    assert signs(page()) == ()


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
    found = signs(page(place, f"<p>{line}</p>"))
    assert not any(sign.place in (SignPlace.PAGE, SignPlace.END) for sign in found)


def test_an_article_that_ends_with_what_a_wall_says_is_no_wall() -> None:
    line = (
        "She framed the box. It hangs in the hall, with its line that says “Already a member?” and “Log in to read on”."
    )
    assert signs(page("after", f"<p>{line}</p>")) == ()
    assert named(fold(line)) is None
    assert named("“Already a member? Log in to continue reading”") is not None


def test_a_cookie_bar_beside_an_article_is_no_wall() -> None:
    bar = (
        "<div><p>We value your privacy. We and our 842 partners store and/or access information on a device.</p></div>"
    )
    assert signs(page("behind", bar)) == ()


@pytest.mark.parametrize(
    ("html", "sign"),
    [
        (
            plain(
                "Before you continue",
                "We value your privacy. We and our 842 partners store and/or access information on a device.",
                "You may accept or manage your choices by clicking below.",
            ),
            Sign(SignKind.CONSENT),
        ),
        (plain("Just a moment...", "Checking your browser before you go on.", "Ray ID: 7d1f"), Sign(SignKind.ROBOTS)),
        (
            plain("Log in", "Please log in to continue reading.", "Forgot your password? Create an account."),
            Sign(SignKind.LOGIN),
        ),
        (
            plain("Page not found", "Sorry, we cannot find it. It may have moved somewhere else."),
            Sign(SignKind.MISSING),
        ),
        (page().split("A study of")[0], Sign(SignKind.CUT)),
        (page().replace("–", "â€“").replace("to", "Ã©to"), Sign(SignKind.MISREAD)),
        (
            page("end", "<div><h3>To continue reading, subscribe now</h3><p>Already a subscriber? Log in</p></div>"),
            Sign(SignKind.PAY, SignPlace.END),
        ),
    ],
)
def test_a_sign_is_given(html: str, sign: Sign) -> None:
    assert sign in signs(html)


def test_a_page_that_never_closes_its_body_is_not_truncated() -> None:
    assert signs(page().replace("</body></html>", "")) == ()


def test_a_short_retraction_bears_no_sign() -> None:
    assert signs(plain("Board closes terminal", "This article has been withdrawn by the editors.")) == ()
