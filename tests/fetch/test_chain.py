"""The way of one call: where redirects and refreshes lead, where the way ends, and what is known of its end."""

import pytest

from newsdiff.errors import RefusedError
from newsdiff.fetch.chain import MAX_REDIRECTS, Chain
from newsdiff.fetch.guard import aim
from newsdiff.fetch.head import AnswerHead
from newsdiff.fetch.refresh import MAX_REFRESHES
from newsdiff.model import Page
from tests.kit.fetching import NOW

START = "https://news.example/old"


def chain(url: str = START) -> Chain:
    return Chain(aim(url))


def head(status: int, location: str | None = "/new") -> AnswerHead:
    return AnswerHead(status, () if location is None else (("location", location),))


def page(chain: Chain, onward: str = "", status: int = 200) -> Page:
    """The page at the end of a chain; with an address, one that sends its readers on."""
    body = f'<meta http-equiv="refresh" content="0; url={onward}">' if onward else "<p>Read me.</p>"
    return Page(
        START, chain.target.url, status, "text/html", body.encode(), NOW, '"1"', "Sun, 01 Mar 2026 08:00:00 GMT"
    )


def went(*way: tuple[int, str]) -> Chain:
    gone = chain()
    for status, location in way:
        assert gone.redirected(head(status, location))
    return gone


# --- redirects ---


@pytest.mark.parametrize("status", [200, 204, 300, 304, 305, 306, 404, 500])
def test_other_answers_lead_nowhere(status: int) -> None:
    stays = chain()
    assert not stays.redirected(head(status))
    assert stays.target.url == START
    assert stays.seen == [START]


@pytest.mark.parametrize("location", [None, ""])
def test_a_redirect_that_says_not_where_leads_nowhere(location: str | None) -> None:
    assert not chain().redirected(head(301, location))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "wanted"),
    [
        ("/new", "https://news.example/new"),
        ("new?a=b", "https://news.example/new?a=b"),
        ("https://other.example/x#part", "https://other.example/x"),
        ("//other.example/x", "https://other.example/x"),
        ("/a b", "https://news.example/a%20b"),
    ],
)
def test_a_redirect_is_followed(status: int, location: str, wanted: str) -> None:
    gone = chain()
    assert gone.redirected(head(status, location))
    assert gone.target.url == wanted
    assert gone.seen == [START, wanted]


def test_a_place_is_relative_to_the_page_before() -> None:
    assert went((301, "/a/b"), (301, "c")).target.url == "https://news.example/a/c"


@pytest.mark.parametrize("location", ["ftp://news.example/x", "javascript:x()", "http://[", "https://me@news.example/"])
def test_what_may_not_be_asked_is_not_followed(location: str) -> None:
    with pytest.raises(RefusedError, match="was not asked"):
        chain().redirected(head(302, location))


def test_no_way_leads_from_https_to_http() -> None:
    with pytest.raises(RefusedError) as error:
        chain(f"{START}?token=s3cr3tpass").redirected(head(301, "http://news.example/new"))
    assert error.value.message == f"{START}?token=*** was not followed: it redirects from https to http"
    assert error.value.url == f"{START}?token=***"
    assert not error.value.transient
    for url, location in (("http://a.example/", "http://b.example/"), ("http://a.example/", "https://a.example/")):
        assert chain(url).redirected(head(301, location))


# --- where it ends ---


def test_ten_redirects_are_followed_and_no_more() -> None:
    gone = went(*((302, f"/{n}") for n in range(MAX_REDIRECTS)))
    assert not gone.endless
    gone.redirected(head(302, "/one-more"))
    assert gone.endless


def test_a_page_may_come_back_once() -> None:
    assert not chain().endless
    assert not went((302, START)).endless
    assert went((302, START), (302, START)).endless
    assert not went((302, "/a"), (302, START), (302, "/b")).endless
    assert went((302, "/a"), (302, START), (302, "/a"), (302, START)).endless


@pytest.mark.parametrize(
    ("location", "own"),
    [
        ("/new", True),
        ("https://news.example:443/new", True),
        ("https://www.news.example/new", False),
        ("https://news.example:8443/new", False),
        ("https://other.example/old", False),
    ],
)
def test_whether_the_site_is_still_the_one_that_was_asked(location: str, own: bool) -> None:
    assert chain().own
    assert went((302, location)).own is own


def test_who_comes_back_is_at_home_again() -> None:
    assert went((302, "https://login.example/"), (302, START)).own


# --- pages that send their readers on ---


def test_a_page_that_is_to_be_read_leads_nowhere() -> None:
    stays = chain()
    assert not stays.refreshed(page(stays))
    assert (stays.refreshes, stays.seen) == (0, [START])


def test_a_page_that_sends_its_readers_on_is_followed() -> None:
    gone = chain()
    assert gone.refreshed(page(gone, "/new"))
    assert (gone.target.url, gone.refreshes, gone.permanent) == ("https://news.example/new", 1, False)


def test_a_page_that_has_not_changed_is_not_read_for_where_it_leads() -> None:
    gone = chain()
    assert not gone.refreshed(page(gone, "/new", status=304))


def test_nobody_is_sent_where_the_way_has_been() -> None:
    gone = went((302, "/middle"))
    assert not gone.refreshed(page(gone, "/old"))
    assert gone.target.url == "https://news.example/middle"


def test_of_many_refreshes_the_first_are_followed() -> None:
    gone = chain()
    assert [gone.refreshed(page(gone, f"/{n}")) for n in range(MAX_REFRESHES + 1)] == [True] * MAX_REFRESHES + [False]


def test_a_refresh_leads_to_http_no_more_than_a_redirect() -> None:
    gone = chain()
    with pytest.raises(RefusedError, match="from https to http"):
        gone.refreshed(page(gone, "http://news.example/new"))


# --- its end ---


def test_a_page_that_was_asked_for_arrives_as_it_is() -> None:
    stays = chain()
    assert stays.arrived(page(stays)) == page(stays)


@pytest.mark.parametrize(
    ("statuses", "permanent"),
    [((301,), True), ((308,), True), ((301, 308), True), ((302,), False), ((301, 307), False), ((303, 301), False)],
)
def test_only_an_unbroken_chain_of_permanent_redirects_tells_the_new_address(
    statuses: tuple[int, ...], permanent: bool
) -> None:
    gone = went(*((status, f"/{n}") for n, status in enumerate(statuses)))
    assert gone.arrived(page(gone)).permanent_url == (gone.target.url if permanent else None)


def test_behind_a_refresh_no_address_is_permanent_and_no_validator_counts() -> None:
    gone = went((301, "/moved"))
    assert gone.arrived(page(gone)).etag == '"1"'
    assert gone.refreshed(page(gone, "/new"))
    gone.redirected(head(301, "/newer"))
    arrived = gone.arrived(page(gone))
    assert (arrived.permanent_url, arrived.etag, arrived.last_modified) == (None, None, None)
