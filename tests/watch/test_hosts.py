"""Hosts that ask for patience, networks that lie, feeds that bring articles."""

import gzip
from dataclasses import replace
from datetime import timedelta

import pytest

from newsdiff import watch
from newsdiff.model import PageKind, Settings, Status
from newsdiff.watch.plan import targets, watchlist
from newsdiff.watch.plan.targets import HOST_BUDGET
from newsdiff.watch.state.index import State
from tests.kit.site import START, Desk, Site, page, story, told


def feed(site: Site, *paths: str) -> str:
    items = "".join(f"<item><title>Story {p}</title><link>{site.url(p)}</link></item>" for p in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>'


def test_a_host_that_asks_for_patience_is_left_alone(desk: Desk, site: Site) -> None:
    for n in range(4):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    desk.watch()
    site.put("/0", "slow down", 429, Retry_After="7200")
    found = desk.watch()
    assert (found[-1].url, found[-1].status) == (site.url("/0"), Status.UNREACHABLE)
    assert site.asked()[-1] == "/0"
    assert desk.statuses(hours=0.5) == []
    [named] = desk.watch(hours=0, articles=[site.url("/1")])
    assert "is left alone until" in named.error
    desk.now += timedelta(hours=1)
    site.put("/0", story(0))
    assert desk.statuses() == [Status.UNCHANGED] * 4


def test_a_captive_portal_stops_the_run(desk: Desk, site: Site) -> None:
    names = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
    body = page("Welcome to Airport Wifi", "<p>" + "Enjoy one hour of free access with us today. " * 30 + "</p>")
    for n, name in enumerate(names):
        site.put(f"/{n}", body)
        desk.add(site.url(f"/{n}", name))
    found = desk.watch()
    assert [o.status for o in found] == [Status.UNREACHABLE] * 3
    assert "not to be trusted" in found[0].error
    assert desk.kinds() == []


def test_a_feed_brings_articles_which_stay_watched(desk: Desk, site: Site) -> None:
    site.put("/rss", feed(site, "/1", "/2"), Content_Type="application/rss+xml")
    for n in (1, 2, 3):
        site.put(f"/{n}", story(n))
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    assert sorted(desk.statuses()) == [Status.FIRST, Status.FIRST, Status.UNCHANGED]
    site.put("/rss", feed(site, "/3"), Content_Type="application/rss+xml")
    assert sorted(desk.statuses()) == [Status.FIRST, Status.UNCHANGED, Status.UNCHANGED, Status.UNCHANGED]


def test_a_removed_feed_rests_with_its_articles(desk: Desk, site: Site) -> None:
    site.put("/rss", feed(site, "/1"), Content_Type="application/rss+xml")
    site.put("/1", story(1))
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    desk.watch()
    watchlist.remove(desk.store.private, site.url("/rss"))
    assert desk.watch() == []
    assert len(desk.store.articles()) == 1


def test_an_article_of_a_feed_can_be_left_out(desk: Desk, site: Site) -> None:
    site.put("/rss", feed(site, "/1", "/2"), Content_Type="application/rss+xml")
    for n in (1, 2):
        site.put(f"/{n}", story(n))
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    watchlist.change(desk.store.private, site.url("/1"), lambda w: replace(w, watch=False))
    desk.watch()
    assert [e.url for e in desk.store.articles()] == [site.url("/2")]


def test_twenty_urls_of_one_article_have_one_history(desk: Desk, site: Site) -> None:
    tails = ("", "?utm_source=x", "?fbclid=1", "#top")
    for tail in tails:
        site.put("/a" + tail.partition("#")[0], story())
        desk.add(site.url("/a" + tail))
    desk.watch()
    assert len(desk.store.articles()) == 1


def test_a_canonical_link_joins_two_urls(desk: Desk, site: Site) -> None:
    linked = story().replace("</title>", f'</title><link rel=canonical href="{site.url("/story")}">')
    for path in ("/story", "/print/story"):
        site.put(path, linked)
        desk.add(site.url(path))
    desk.watch()
    assert [e.url for e in desk.store.articles()] == [site.url("/story")]


def test_two_articles_that_claim_one_canonical_keep_two_histories(desk: Desk, site: Site) -> None:
    for n in (1, 2):
        other = story(n)
        site.put(f"/{n}", other.replace("</title>", f'</title><link rel=canonical href="{site.url("/all")}">'))
        desk.add(site.url(f"/{n}"))
    assert desk.statuses() == [Status.FIRST] * 2
    assert len(desk.store.articles()) == 2


def test_a_text_that_stands_under_many_articles_waits(desk: Desk, site: Site) -> None:
    for n in range(3):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    desk.watch()
    wall = page(
        "Amber Courier", "<p>" + "Thank you for your interest in our reporting on the harbour region. " * 8 + "</p>"
    )
    for n in range(3):
        site.put(f"/{n}", wall)
    for _ in range(3):
        assert desk.statuses(hours=2) == [Status.SUSPECT] * 3
    assert desk.kinds() == ["first"] * 3


def test_a_crawl_delay_makes_no_run_long(desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a host has no time for at its own pace waits for the next run; one page is always read."""
    monkeypatch.setattr(targets, "HOST_BUDGET", timedelta(seconds=0.35))
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.15\n")
    for n in range(8):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    first = desk.statuses(everything=False)
    assert 1 <= len(first) <= 4
    assert set(first) == {Status.FIRST}
    second = desk.watch(everything=False)
    assert len(site.asked()) == len(set(site.asked())) == len(first) + len(second)


def test_what_a_host_has_no_time_for_waits_for_the_next_run(desk: Desk, site: Site) -> None:
    desk.settings = Settings(fetch=replace(desk.settings.fetch, delay=HOST_BUDGET.total_seconds() / 2))
    for n in range(5):
        desk.add(site.url(f"/{n}"))
    with State(desk.store) as state:
        chosen = targets.due(targets.targets(desk.store, state, desk.settings, now=START), now=START)
        [batch] = targets.batches(chosen, desk.settings, state, now=START, delay=None, bounded=True)
    assert len(chosen) == 5
    assert len(batch.tasks) == 2


SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'
JSON = '{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "1", "url": "{}", "title": "One"}}]}}'


def front(site: Site, stories: int) -> str:
    rows = "".join(
        f'<li><a href="{site.url(f"/2026/03/{n}-the-harbour-news")}">{told(n)[0][:60]}</a>' for n in range(stories)
    )
    return (
        f"<!DOCTYPE html><html><head><title>Harbour</title></head><body><h1>Harbour</h1><ul>{rows}</ul></body></html>"
    )


def test_an_article_without_a_word_stays_an_article(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    [outcome] = desk.watch()
    assert (outcome.status, outcome.reasons) == (Status.FIRST, ())
    assert [one.kind for one in watch.listing(desk.store, desk.settings, now=desk.now)] == [PageKind.ARTICLE]


def test_a_page_that_is_only_more_a_section_than_an_article_stays_what_it_is_taken_for(desk: Desk, site: Site) -> None:
    site.put("/harbour", front(site, 6))
    desk.add(site.url("/harbour"))
    assert desk.status() is Status.FIRST


@pytest.mark.parametrize(
    ("kind", "content_type", "body"),
    [
        (PageKind.FEED, "text/html", lambda site: feed(site, "/1")),
        (PageKind.FEED, "application/feed+json", lambda site: JSON.format(site.url("/1"))),
        (PageKind.FEED, "application/json", lambda site: JSON.format(site.url("/1"))),
        (PageKind.SITEMAP, "application/xml", lambda site: SITEMAP.format(site.url("/1"))),
        (PageKind.SITEMAP, "application/gzip", lambda site: gzip.compress(SITEMAP.format(site.url("/1")).encode())),
    ],
)
def test_a_list_without_a_word_is_recognised_at_its_first_visit(desk, site, kind, content_type, body) -> None:
    site.put("/list", body(site), Content_Type=content_type)
    site.put("/1", story(1))
    desk.add(site.url("/list"))
    [first, brought] = desk.watch()
    assert (first.url, first.status) == (site.url("/list"), Status.UNCHANGED)
    assert first.reasons == (f"it is a {kind}, and watched as one: 1 articles",)
    assert (brought.url, brought.status) == (site.url("/1"), Status.FIRST)  # in the same run
    assert {o.reasons for o in desk.watch()} == {()}  # said once
    assert next(watch.listing(desk.store, desk.settings, now=desk.now)).kind is kind


def test_a_section_is_recognised_where_it_is_sure(desk: Desk, site: Site) -> None:
    site.put("/harbour", front(site, 20))
    desk.add(site.url("/harbour"))
    [first, *_] = desk.watch()
    assert first.reasons == ("it is a section, and watched as one: 20 articles",)


def test_what_was_recognised_is_known_from_the_log_alone(desk: Desk, site: Site) -> None:
    site.put("/list", feed(site, "/1"), Content_Type="application/rss+xml")
    site.put("/1", story(1))
    desk.add(site.url("/list"))
    desk.watch()
    (desk.store.private / "state.db").unlink()
    site.put("/list", feed(site, "/2"), Content_Type="application/rss+xml")
    site.put("/2", story(2))
    assert sorted(desk.statuses()) == [Status.FIRST, Status.UNCHANGED, Status.UNCHANGED]


def test_the_users_word_goes_before_what_is_seen(desk: Desk, site: Site) -> None:
    site.put("/list", feed(site, "/1"), Content_Type="application/rss+xml")
    desk.add(site.url("/list"), kind=PageKind.ARTICLE)
    assert "kind=article" in (desk.store.private / "watchlist.txt").read_text()
    [outcome] = desk.watch()
    assert outcome.status in (Status.SUSPECT, Status.ERROR)
    desk.add(site.url("/list"))
    assert desk.statuses() == [Status.UNCHANGED, Status.MISSING]  # the feed, and what it brought
    desk.add(site.url("/list"), kind=PageKind.ARTICLE)
    assert desk.statuses()[0] in (Status.SUSPECT, Status.ERROR)


@pytest.mark.parametrize(
    ("content_type", "body", "why"),
    [
        ("application/json", '{"articles": []}', "no feed"),
        ("application/json", "[1, 2]", "application/json, not a page"),
        ("text/xml", '<opml version="2.0"><body><outline xmlUrl="http://a.example/f"/></body></opml>', "1 feeds"),
        ("text/xml", '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel/></rss>', "declares entities"),
    ],
)
def test_what_is_neither_page_nor_list_is_an_error(desk, site, content_type, body, why) -> None:
    site.put("/list", body, Content_Type=content_type)
    desk.add(site.url("/list"))
    [outcome] = desk.watch()
    assert outcome.status is Status.ERROR
    assert why in outcome.error
    assert desk.kinds() == []


def old_feed(site: Site, *paths: str, year: int) -> str:
    dated = f"</title><pubDate>Mon, 02 Mar {year} 10:00:00 GMT</pubDate>"
    return feed(site, *paths).replace("</title><link>", f"{dated}<link>")


def test_11_a_feed_whose_entries_are_all_old_says_so(desk: Desk, site: Site) -> None:
    site.put("/rss", old_feed(site, "/1", "/2", year=2019), Content_Type="application/rss+xml", ETag='"1"')
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    why = "all its 2 entries are too old to be watched: the newest is of 2019-03-02, before 2025-03-02"
    [outcome] = desk.watch()
    assert (outcome.status, outcome.reasons) == (Status.UNCHANGED, (why,))
    for _ in range(2):  # also where the server says that nothing changed
        [named] = watch.examine(desk.store, desk.settings, now=desk.now)
        assert (named.subject, named.problem) == (site.url("/rss"), why)
        assert desk.statuses() == [Status.NOT_MODIFIED]
    site.put("/rss", old_feed(site, "/1", year=2026), Content_Type="application/rss+xml")
    site.put("/1", story(1))
    assert sorted(desk.statuses()) == [Status.FIRST, Status.UNCHANGED]
    assert watch.examine(desk.store, desk.settings, now=desk.now) == ()


def test_a_feed_with_one_new_entry_says_nothing(desk: Desk, site: Site) -> None:
    some = old_feed(site, "/1", year=2019).replace("</channel>", feed(site, "/2").split("Courier</title>")[1][:-6])
    site.put("/rss", some, Content_Type="application/rss+xml")
    site.put("/2", story(2))
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    assert [(o.status, o.reasons) for o in desk.watch()] == [(Status.UNCHANGED, ()), (Status.FIRST, ())]


def index_of(site: Site, *parts: tuple[str, str]) -> str:
    listed = "".join(
        f"<sitemap><loc>{site.url(p)}</loc>{f'<lastmod>{d}</lastmod>' if d else ''}</sitemap>" for p, d in parts
    )
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</sitemapindex>'


def test_12_a_broken_part_of_an_index_loses_no_other(desk: Desk, site: Site) -> None:
    site.put("/map", index_of(site, ("/a", ""), ("/b", ""), ("/c", "")), Content_Type="text/xml", ETag='"1"')
    site.put("/a", "<urlset>", 500, Content_Type="text/xml")
    site.put("/b", "no map at all", Content_Type="text/xml")
    site.put("/c", SITEMAP.format(site.url("/1")), Content_Type="text/xml")
    site.put("/1", story(1))
    desk.add(site.url("/map"), kind=PageKind.SITEMAP)
    [listed, brought] = desk.watch()
    assert (listed.status, brought.status) == (Status.UNCHANGED, Status.FIRST)
    assert [r.partition(":")[0] for r in listed.reasons] == ["a part of it is left out"] * 2
    assert any("/a answered with status 500" in r for r in listed.reasons)
    site.put("/a", SITEMAP.format(site.url("/2")), Content_Type="text/xml")
    site.put("/2", story(2))
    assert Status.FIRST in desk.statuses()  # the index is the same, and asked for all the same


def test_12_three_broken_parts_lose_no_other(desk: Desk, site: Site) -> None:
    site.put(
        "/map", index_of(site, *((f"/{n}.xml", "2026-03-01") for n in range(4)), ("/a", "")), Content_Type="text/xml"
    )
    site.put("/a", SITEMAP.format(site.url("/1")), Content_Type="text/xml")
    site.put("/1", story(1))
    desk.add(site.url("/map"), kind=PageKind.SITEMAP)
    assert desk.statuses() == [Status.UNCHANGED, Status.FIRST]


def test_12_an_index_without_a_readable_part_is_an_error(desk: Desk, site: Site) -> None:
    site.put("/map", index_of(site, ("/a", ""), ("/b", "")), Content_Type="text/xml")
    desk.add(site.url("/map"), kind=PageKind.SITEMAP)
    [listed] = desk.watch()
    assert listed.status is Status.ERROR
    assert "/a answered with status 404" in listed.error


def test_12_the_parts_that_changed_last_are_read_and_the_others_told(desk: Desk, site: Site) -> None:
    parts = [(f"/{n}.xml", f"2026-0{1 + n % 2}-{10 + n}") for n in range(8)]
    site.put("/map", index_of(site, *parts), Content_Type="text/xml")
    for n in range(8):
        site.put(f"/{n}.xml", SITEMAP.format(site.url(f"/{n}")), Content_Type="text/xml")
        site.put(f"/{n}", story(n))
    desk.add(site.url("/map"), kind=PageKind.SITEMAP)
    [listed, *brought] = desk.watch()
    assert listed.reasons == ("5 of its 8 parts were not read: 3 are at a visit, the newest first",)
    assert sorted(o.url for o in brought) == [site.url(p) for p in ("/3", "/5", "/7")]


def test_12_an_index_of_indexes_is_read(desk: Desk, site: Site) -> None:
    site.put("/map", index_of(site, ("/more", "")), Content_Type="text/xml")
    site.put("/more", index_of(site, ("/a", ""), ("/map", "")), Content_Type="text/xml")
    site.put("/a", SITEMAP.format(site.url("/1")), Content_Type="text/xml")
    site.put("/1", story(1))
    desk.add(site.url("/map"), kind=PageKind.SITEMAP)
    assert sorted(desk.statuses()) == [Status.FIRST, Status.UNCHANGED]


def test_12_of_many_addresses_the_newest_are_watched(desk: Desk, site: Site) -> None:
    when = "<lastmod>2026-02-{:02}</lastmod>"
    listed = "".join(f"<url><loc>{site.url(f'/{n}')}</loc>{when.format(1 + n % 28)}</url>" for n in range(560))
    site.put("/map", f"<urlset>{listed}</urlset>", Content_Type="text/xml")
    desk.add(site.url("/map"), kind=PageKind.SITEMAP)
    [listed_, *_] = desk.watch(articles=[site.url("/map")])
    assert listed_.reasons == ("60 of its 560 addresses are left out: the newest 500 are looked at",)
    with State(desk.store) as state:
        brought = {known.location for known in state.everything() if known.source}
    assert {site.url(f"/{n}") for n in range(560) if n % 28 >= 3} == brought
