"""What a server sent, as a cleaner is given it."""

from datetime import UTC, datetime

import pytest

from newsdiff.model import Page, PageKind, SiteSettings

SENT = Page(
    "https://courier.example/a",
    "https://www.courier.example/a?utm=1",
    200,
    "text/html; charset=utf-8",
    b"<p>caf\xc3\xa9",
    datetime(2025, 3, 12, tzinfo=UTC),
)


@pytest.mark.parametrize("site", [None, SiteSettings("courier.example", body="article")])
def test_a_page_is_cleaned_under_the_address_that_it_is_kept_by(site: SiteSettings | None) -> None:
    given = SENT.to_clean(site)
    assert (given.url, given.body, given.content_type) == (SENT.url, b"<p>caf\xc3\xa9", "text/html; charset=utf-8")
    assert given.site is site
    assert given.trail is None


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"\x00" * 3])
def test_a_body_is_handed_on_byte_by_byte(body: bytes) -> None:
    assert SENT._replace(body=body, status=500).to_clean(None).body == body


def test_a_page_of_which_nothing_more_is_known() -> None:
    assert (SENT.etag, SENT.last_modified, SENT.permanent_url, SENT.headers) == (None, None, None, ())
    assert (SENT.truncated, SENT.source) == (False, "")


def test_what_a_url_may_lead_to() -> None:
    assert {str(kind) for kind in PageKind} == {"article", "feed", "sitemap", "section"}
