"""The addresses that a page goes by, and what says that it is an article: none, then each witness, then limits."""

import json

import pytest

from newsdiff.clean.fields.identity import identity
from newsdiff.clean.fields.linked_data import LinkedData
from newsdiff.model import Identity
from tests.kit.leaves import tree_of

URL = "https://post.example/islands/ferry"


def told(head: str = "", *, body: str = "<p>x</p>", data: object = None, url: str = URL, **meta: str) -> Identity:
    """What a page says that it is; names of meta elements with ``_`` for their colon."""
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if data else ""
    tree = tree_of(body, head + script)
    return identity(tree, {name.replace("_", ":", 1): value for name, value in meta.items()}, LinkedData(tree), url)


def addresses(head: str = "", **others: object) -> tuple[str, ...]:
    return told(head, **others).addresses  # type: ignore[arg-type]


# --- silence ---


def test_a_page_that_says_nothing_is_nothing() -> None:
    assert told() == Identity((), (), ())


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=canonical>",
        "<link rel=canonical href=' '>",
        "<link rel=alternate href='/a'>",
        "<link href='/a'>",
        "<a rel=canonical href='/a'>x</a>",
    ],
)
def test_a_link_without_an_address_or_of_another_kind_is_none(head: str) -> None:
    assert addresses(head) == ()


@pytest.mark.parametrize("value", ["ferry", "", 7, None, ["https://post.example/a"], {"@id": 7}, {}])
def test_linked_data_name_an_address_only_as_a_whole_one(value: object) -> None:
    node = {"@type": "NewsArticle", "url": value, "mainEntityOfPage": value}
    assert addresses(data=node) == ()


@pytest.mark.parametrize("kind", ["website", "video", "x-article", ""])
def test_a_page_of_another_type_is_no_article(kind: str) -> None:
    assert told(og_type=kind).kinds == ()


# --- addresses ---


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://post.example/a", "https://post.example/a"),
        (" https://post.example/a ", "https://post.example/a"),
        ("/a", "https://post.example/a"),
        ("a", "https://post.example/islands/a"),
        ("//other.example/a", "https://other.example/a"),
    ],
)
def test_a_canonical_link_is_read_from_where_the_page_is(href: str, address: str) -> None:
    assert addresses(f"<link rel='CANONICAL nofollow' href='{href}'>") == (address,)


def test_all_that_name_an_address_are_asked_in_order_and_each_address_told_once() -> None:
    node = {
        "@type": "NewsArticle",
        "url": "https://post.example/c",
        "mainEntityOfPage": {"@id": "https://post.example/a"},
    }
    head = "<link rel=canonical href='/a'>"
    found = addresses(head, data=node, og_url="https://post.example/b")
    assert found == tuple(f"https://post.example/{name}" for name in "abc")


def test_the_page_of_the_main_entity_may_be_a_mere_address() -> None:
    assert addresses(data={"@type": "NewsArticle", "mainEntityOfPage": URL}) == (URL,)


def test_eight_addresses_are_kept_and_a_long_one_is_cut() -> None:
    links = "".join(f"<link rel=canonical href='/{number}'>" for number in range(12))
    assert len(addresses(links)) == 8
    [long] = addresses(f"<link rel=canonical href='/{'x' * 900}'>")
    assert len(long) == 500


@pytest.mark.parametrize("href", ["http://[broken/a", "//[::1/a"])
def test_a_broken_address_does_not_end_the_reading(href: str) -> None:
    assert "https://post.example/b" in addresses(f"<link rel=canonical href='{href}'><link rel=canonical href='/b'>")


# --- kinds and headlines ---


def test_each_witness_that_it_is_an_article_is_told_in_alphabetical_order() -> None:
    node = {"@type": ["NewsArticle", "Report"], "headline": "Ferry stops"}
    body = "<div itemscope itemtype='https://schema.org/NewsArticle'>x</div>"
    found = told(body=body, data=node, og_type="Article", article_published_time="x")
    assert found.kinds == ("NewsArticle", "Report", "itemtype", "og:article", "published")


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [
        ("http://schema.org/NewsArticle", True),
        ("https://schema.org/BlogPosting", True),
        ("https://schema.org/REVIEW", True),
        ("https://schema.org/WebPage", False),
        ("https://schema.org/ArticleList", False),
    ],
)
def test_microdata_tell_an_article_by_how_their_type_ends(kind: str, is_one: bool) -> None:
    assert (told(body=f"<div itemtype='{kind}'>x</div>").kinds == ("itemtype",)) is is_one


def test_only_the_first_hundred_types_are_looked_at() -> None:
    many = "<i itemtype=x>x</i>" * 100 + "<i itemtype='https://schema.org/NewsArticle'>x</i>"
    assert told(body=many).kinds == ()
    assert told(body=many.replace("<i itemtype=x>x</i>", "", 1)).kinds == ("itemtype",)


def test_headlines_are_those_of_linked_data_and_of_the_card_each_once() -> None:
    node = {"@type": "NewsArticle", "headline": "Ferry stops"}
    assert told(data=node, og_title="Ferry stops").titles == ("Ferry stops",)
    assert told(data=node, og_title="The ferry").titles == ("Ferry stops", "The ferry")
    assert told(data={**node, "headline": ["Ferry"]}).titles == ()
