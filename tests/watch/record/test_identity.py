"""Under which addresses an article goes: never under a home page, nor under a wall that many are led to."""

from datetime import UTC, datetime

import pytest

from newsdiff.model import Article, Cleaned, Page
from newsdiff.text.urls import normalise
from newsdiff.watch.record.identity import canonical, led_to, names, rank, wants_login
from newsdiff.watch.visit.messages import Reading

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
A, B, C = (f"https://courier.example/{name}" for name in ("a", "b", "c"))


def page(url: str, final: str = "", permanent: str | None = None) -> Page:
    return Page(url, final or url, 200, "text/html", b"", AT, permanent_url=permanent)


def reading(url: str, final: str = "", permanent: str | None = None) -> Reading:
    return Reading(normalise(url), AT, page=page(url, final, permanent))


# --- where a server led ---


@pytest.mark.parametrize(
    ("final", "led"),
    [
        ("", ""),
        (B, B),
        ("https://courier.example/", ""),  # a home page is no article
        ("https://courier.example", ""),
        (A + "?utm_source=x", ""),  # the same address in other words
        ("http://courier.example/a", ""),
        ("https://elsewhere.example/x", "https://elsewhere.example/x"),
    ],
)
def test_who_asked_for_one_address_may_be_led_to_another(final: str, led: str) -> None:
    assert led_to(page(A, final), normalise(A)) == led


# --- what a page calls its own ---


@pytest.mark.parametrize(
    ("claimed", "final", "own"),
    [
        (None, "", ""),
        ("", "", ""),
        (A, "", ""),  # itself
        (A + "#top", "", ""),
        (B, "", B),
        ("https://courier.example/", "", ""),
        ("https://elsewhere.example/x", "", ""),  # another host's word is not taken
        ("https://elsewhere.example/x", "https://elsewhere.example/y", "https://elsewhere.example/x"),
        ("nonsense", "", ""),
    ],
)
def test_a_page_may_call_itself_by_another_address_of_its_host(claimed: str | None, final: str, own: str) -> None:
    assert canonical(Cleaned(Article(A), canonical=claimed), page(A, final), normalise(A)) == own


# --- the order in which readings are judged ---


def test_moves_come_first_then_what_stands_then_what_leads_elsewhere() -> None:
    assert rank(reading(A, B, permanent=B), is_known=True) == 0
    assert rank(reading(A), is_known=True) == rank(Reading(A, AT), is_known=True) == 1
    assert rank(reading(A, B), is_known=True) == 2
    assert rank(reading(A, B, permanent=B), is_known=False) == 2  # nothing is there that could move


# --- the name among those of its host ---


def nothing(_: str) -> str:
    return ""


def test_what_stands_at_its_own_address_keeps_its_name() -> None:
    assert names([reading(A), reading(B)], nothing) == {A: A, B: B}
    assert names([], nothing) == {}
    assert names([Reading(A, AT)], nothing) == {A: A}


def test_a_short_link_goes_by_the_article_that_it_leads_to() -> None:
    assert names([reading(A), reading(B, A)], nothing) == {A: A, B: A}


def test_what_was_moved_for_good_goes_by_its_new_place() -> None:
    assert names([reading(A, B, permanent=B)], nothing) == {A: B}


def test_where_a_history_stands_it_is_the_articles_own_address() -> None:
    assert names([reading(A, B)], lambda url: "path" if url == B else "") == {A: B}


def test_several_that_are_led_to_one_unknown_place_may_be_led_to_a_wall() -> None:
    assert names([reading(A, C), reading(B, C)], nothing) == {A: A, B: B}


# --- log-ins ---


@pytest.mark.parametrize(
    "final",
    [
        "https://login.courier.example/?next=/a",
        "https://accounts.elsewhere.example/x",
        "https://id.courier.example/authorize",
        "https://courier.example/login?return=/a",
        "https://courier.example/user/sign-in/",
        "https://courier.example/LOGIN",
        "https://courier.example/sso/oauth2",
    ],
)
def test_a_way_to_a_log_in_is_seen(final: str) -> None:
    assert wants_login(page(A, final))


@pytest.mark.parametrize(
    "final",
    [
        "",
        A + "?session=1",
        B,
        "https://www.courier.example/a",
        "https://courier.example/2026/03/login-data-stolen",
        "https://mylogin.example/a",
        "https://courier.example/blog/inside",
    ],
)
def test_every_other_way_is_none(final: str) -> None:
    assert not wants_login(page(A, final))


def test_an_article_that_was_moved_for_good_asks_for_no_log_in() -> None:
    moved = "https://my.courier.example/a"
    assert not wants_login(page(A, moved, permanent=moved))
    assert wants_login(page(A, moved))


def test_whoever_watches_a_log_in_host_is_not_led_there() -> None:
    assert not wants_login(page("https://my.courier.example/a", "https://my.courier.example/b"))
