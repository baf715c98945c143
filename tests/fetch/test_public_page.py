"""A page as it may be kept: under addresses without secrets, otherwise as it came."""

from newsdiff.fetch.public_page import public_page
from newsdiff.model import Page
from tests.kit.fetching import NOW
from tests.kit.whole import whole

PAGE = Page("https://news.example/a", "https://news.example/b", 200, "text/html", b"<p>x", NOW, '"1"', source="s")


def test_a_page_without_secrets_stays_as_it_is() -> None:
    assert public_page(PAGE) == PAGE


def test_neither_address_keeps_its_secret() -> None:
    secret = PAGE._replace(
        url="https://me:s3cr3tpass@news.example/a", final_url="https://news.example/b?token=s3cr3tpass&id=7"
    )
    found = public_page(secret)
    assert found.url == "https://news.example/a"
    assert "id=7" in found.final_url
    assert "s3cr3tpass" not in whole(found)
    assert found._replace(url=PAGE.url, final_url=PAGE.final_url) == PAGE


def test_where_to_ask_from_now_on_stays_as_it_is() -> None:
    moved = PAGE._replace(permanent_url="https://news.example/c?token=s3cr3tpass")
    assert public_page(moved).permanent_url == moved.permanent_url
