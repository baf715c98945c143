"""Entries of feeds, dialect by dialect: address, title and time, whatever else stands beside them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.feeds import MAX_ITEMS, feed, json_feed, moment
from newsdiff.fetch.discover.link import Link
from newsdiff.model import Page
from tests.kit.fetching import NOW

BASE = "https://news.example/feeds/all.xml"
TEN = datetime(2026, 3, 1, 10, tzinfo=UTC)
URL = "https://news.example/a"


def page(body: str) -> Page:
    return Page(BASE, BASE, 200, "text/xml", body.encode(), NOW)


def rss(*items: str) -> tuple[Link, ...]:
    return feed(
        page(f"<rss version='2.0'><channel>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>")
    )


def atom(*entries: str) -> tuple[Link, ...]:
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return feed(page(f'<feed xmlns="http://www.w3.org/2005/Atom">{inner}</feed>'))


def as_json(*items: Any) -> tuple[Link, ...]:
    return json_feed(page(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})))


# --- RSS and Atom ---


def test_a_feed_without_entries_leads_nowhere() -> None:
    assert rss() == atom() == ()
    assert rss("", "<title>Without an address</title>") == ()
    assert atom("<title>Without an address</title>", '<link href=""/>') == ()


def test_what_stands_outside_of_entries_is_no_entry() -> None:
    head = f"<title>All news</title><link>{URL}</link><image><link>{URL}/i</link></image>"
    assert feed(page(f"<rss><channel>{head}</channel></rss>")) == ()


@pytest.mark.parametrize(
    "item",
    [
        f"<link>{URL}</link>",
        f"<link>\n  {URL}\n</link>",
        "<link>/a</link>",
        f"<link><![CDATA[{URL}]]></link>",
        f"<guid>{URL}</guid>",
        f'<guid isPermaLink="true">{URL}</guid>',
        f'<guid isPermaLink="false">12</guid><link>{URL}</link>',
        f"<link>{URL}</link><guid>https://news.example/other</guid>",
    ],
    ids=["a link", "space", "relative", "cdata", "a guid", "a guid that is one", "a guid that is none", "both"],
)
def test_where_an_item_of_rss_leads(item: str) -> None:
    assert rss(item) == (Link(URL),)


def test_a_guid_that_is_no_address_is_no_link() -> None:
    assert rss('<guid isPermaLink="false">12</guid>', "<guid>tag:news.example,2026:12</guid>") == ()


def test_the_address_before_a_counter_of_readers_is_the_storys() -> None:
    ns = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
    counted = f"<link>https://feeds.example/~r/news/3/1</link><feedburner:origLink {ns}>{URL}</feedburner:origLink>"
    assert rss(counted) == (Link(URL),)


@pytest.mark.parametrize(
    "entry",
    [
        f'<link href="{URL}"/>',
        f'<link rel="alternate" href="{URL}"/>',
        f'<link rel="self" href="{URL}.xml"/><link rel="alternate" type="text/html" href="{URL}"/>',
        f'<link rel="enclosure" href="{URL}.mp3"/><link href="{URL}"/>',
        '<link href="/a"/>',
    ],
    ids=["alone", "alternate", "itself before", "a sound before", "relative"],
)
def test_where_an_entry_of_atom_leads(entry: str) -> None:
    assert atom(entry) == (Link(URL),)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>", TEN),
        ("<pubDate>Sun, 01 Mar 2026 05:00:00 -0500</pubDate>", TEN),
        ("<pubDate>2026-03-01T10:00:00Z</pubDate>", TEN),
        ("<published>2026-03-01T12:00:00+02:00</published>", TEN),
        ("<updated>2026-03-01T10:00:00Z</updated>", TEN),
        ("<published>2026-03-01T10:00:00Z</published><updated>2026-03-02T10:00:00Z</updated>", TEN),
        ("<pubDate></pubDate>", None),
        ("<pubDate>this morning</pubDate>", None),
        ("<expirationDate>2026-03-01T10:00:00Z</expirationDate>", None),
        ("", None),
    ],
)
def test_when_a_story_was_published(told: str, wanted: datetime | None) -> None:
    assert rss(f"<link>{URL}</link>{told}") == (Link(URL, "", wanted),)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("<title>Bridge closed</title>", "Bridge closed"),
        ("<title>  Bridge\n closed </title>", "Bridge closed"),
        ("<title>R&amp;amp;D</title>", "R&D"),
        ("<title>&lt;b&gt;Bridge&lt;/b&gt; closed</title>", "Bridge closed"),
        ("<title>習近平 会見</title>", "習近平 会見"),
        ("<title/>", ""),
        ("<media:title xmlns:media='http://search.yahoo.com/mrss/'>A picture</media:title><title>T</title>", "T"),
    ],
    ids=["plain", "lines", "twice escaped", "markup", "another script", "empty", "of a picture"],
)
def test_the_title_is_one_plain_line(told: str, wanted: str) -> None:
    assert rss(f"{told}<link>{URL}</link>") == (Link(URL, wanted),)


def test_a_title_of_atom_may_be_markup() -> None:
    inner = '<title type="html">A &lt;em&gt;story&lt;/em&gt;</title>'
    within = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>story</em></div></title>'
    assert atom(f'{inner}<link href="{URL}"/>') == atom(f'{within}<link href="{URL}"/>') == (Link(URL, "A story"),)


def test_the_order_is_the_feeds_and_each_story_comes_once() -> None:
    items = [f"<link>https://news.example/{n}</link>" for n in (3, 1, 2, 1, 3)]
    assert [link.url[-1] for link in rss(*items)] == ["3", "1", "2"]


def test_what_is_no_web_address_costs_no_other() -> None:
    assert rss("<link>javascript:x()</link>", "<link>ftp://a.example/</link>", f"<link>{URL}</link>") == (Link(URL),)


def test_of_a_long_item_the_first_elements_are_read() -> None:
    padding = "<category>x</category>"
    assert rss(padding * 99 + f"<link>{URL}</link>") == (Link(URL),)
    assert rss(padding * 100 + f"<link>{URL}</link>") == ()


def test_of_a_long_feed_the_first_entries_are_read() -> None:
    many = [f"<link>https://news.example/{n}</link>" for n in range(MAX_ITEMS + 1)]
    found = rss(*many)
    assert (len(found), found[-1].url) == (MAX_ITEMS, f"https://news.example/{MAX_ITEMS - 1}")


def test_no_xml_is_told_with_the_address() -> None:
    with pytest.raises(CleanError, match=r"^https://news\.example/feeds/all\.xml cannot be read"):
        feed(page("no feed"))


# --- JSON Feed ---


def test_a_json_feed_without_items_leads_nowhere() -> None:
    assert as_json() == ()
    assert as_json({}, [], None, "x", 1, {"title": "T"}, {"url": None}, {"url": 3}, {"url": ["x"]}) == ()


def test_an_item_of_a_json_feed() -> None:
    item = {"id": "1", "url": URL, "title": "Bridge <b>closed</b>", "date_published": "2026-03-01T11:00:00+01:00"}
    assert as_json(item) == (Link(URL, "Bridge closed", TEN),)
    assert as_json({"url": "/a"}) == (Link(URL),)


def test_a_story_elsewhere_is_a_link_where_no_own_page_stands() -> None:
    elsewhere = "https://other.example/b"
    assert as_json({"external_url": elsewhere}) == as_json({"url": "", "external_url": elsewhere}) == (Link(elsewhere),)
    assert as_json({"url": URL, "external_url": elsewhere}) == (Link(URL),)


@pytest.mark.parametrize("title", [None, 3, [], {}])
def test_a_title_that_is_no_text_is_none(title: object) -> None:
    assert as_json({"url": URL, "title": title, "date_published": title}) == (Link(URL),)


def test_of_a_long_json_feed_the_first_items_are_read() -> None:
    assert len(as_json(*({"url": f"/{n}"} for n in range(MAX_ITEMS + 1)))) == MAX_ITEMS
    assert as_json(*[None] * MAX_ITEMS, {"url": URL}) == ()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", f"the feed {BASE} is no JSON that can be read"),
        ("{", f"the feed {BASE} is no JSON that can be read"),
        ("[" * 100_000, f"the feed {BASE} is no JSON that can be read"),
        ("[]", f"{BASE} is JSON, but no feed"),
        ("{}", f"{BASE} is JSON, but no feed"),
        ('{"items": {}}', f"{BASE} is JSON, but no feed"),
        ("null", f"{BASE} is JSON, but no feed"),
    ],
    ids=["empty", "cut", "deep", "a list", "nothing in it", "items that are no list", "null"],
)
def test_json_that_is_no_feed_says_so(body: str, sentence: str) -> None:
    with pytest.raises(CleanError) as error:
        json_feed(page(body))
    assert error.value.message == sentence


# --- times ---


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        (" 2026-03-01\n", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-03-01T10:00Z", TEN),
        ("2026-03-01T10:00:00Z", TEN),
        ("2026-03-01 10:00:00+00:00", TEN),
        ("2026-03-01T05:00:00-05:00", TEN),
        ("20260301T100000Z", TEN),
        ("2026-03-01T10:00:00.5Z", TEN.replace(microsecond=500_000)),
    ],
)
def test_a_time(written: str, wanted: datetime) -> None:
    found = moment(written)
    assert found == wanted
    assert found is not None
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    "written",
    [
        *(None, 3, 2026.0, b"2026-03-01", [], "", " ", "2026", "2026-03", "2026-02-30", "01.03.2026", "1 March 26"),
        *("2026-03-01T10:00", "2026-03-01T25:00Z", "0001-01-01T00:00+23:00", "9999-12-31T23:59-23:00", "x" * 50),
    ],
)
def test_what_is_no_time_or_has_no_zone(written: object) -> None:
    assert moment(written) is None


@settings(max_examples=40)
@given(st.text(max_size=45))
def test_any_text_is_a_time_in_utc_or_none(written: str) -> None:
    found = moment(written)
    assert found is None or found.tzinfo is UTC
