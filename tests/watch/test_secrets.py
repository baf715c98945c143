"""What an article needs to be fetched is kept in the private list, and nowhere else; and a URL has one form."""

import json
from datetime import timedelta

import pytest

from newsdiff import watch
from newsdiff.errors import CleanError
from newsdiff.model import PageKind, Status
from newsdiff.text.urls import normalise, public
from newsdiff.watch.plan import addresses, watchlist
from newsdiff.watch.state.index import STATE_FILE, State
from tests.kit.leaks import holding
from tests.kit.site import Desk, Site, page, story
from tests.kit.whole import whole
from tests.watch.test_hosts import feed

SECRET = "hunter2"
LIST, FULL = {"watchlist.txt": 0o600}, {"addresses.txt": 0o600}


@pytest.mark.parametrize(
    "query", [f"token={SECRET}", f"id=7&key={SECRET}", f"sig={SECRET}", f"X-Amz-Signature={SECRET}&v=1"]
)
def test_08_an_article_that_needs_its_token_has_it_in_the_list_alone(desk: Desk, site: Site, query: str) -> None:
    url = site.url(f"/a?{query}")
    desk.add(url)
    told = []
    for cracks in ("seventeen", "nineteen", "twenty"):
        site.put(f"/a?{query}", story(cracks=cracks), ETag=f'"{cracks}"')
        told += desk.watch(hours=30)
    site.put(f"/a?{query}", page("We value your privacy", "<p>Accept all cookies to continue reading.</p>"))
    told += desk.watch()
    site.put(f"/a?{query}", "no", 404)
    told += desk.watch(hours=2) + desk.watch()
    assert [o.status for o in told] == [*map(Status, ("first", "edit", "edit", "suspect", "missing", "removed"))]
    assert all(path == f"/a?{query}" for path in site.asked())
    listed = list(watch.listing(desk.store, desk.settings, now=desk.now))
    found = watch.examine(desk.store, desk.settings, now=desk.now)
    assert SECRET not in whole((told, listed, found, watch.suspects(desk.store, now=desk.now), desk.store.articles()))
    assert holding(desk.store.path, SECRET) == LIST
    assert list(desk.store.verify()) == []
    assert desk.store.find(url) == desk.store.find(public(url)) == desk.store.articles()[0].path


def test_08_no_file_is_called_by_a_secret(desk: Desk, site: Site) -> None:
    site.put(f"/story-one;jsessionid={SECRET}", story())
    desk.add(site.url(f"/story-one;jsessionid={SECRET}"))
    assert desk.status() is Status.FIRST
    assert holding(desk.store.path, SECRET) == LIST


def test_08_a_list_that_cannot_be_read_is_told_without_its_secret(desk: Desk, site: Site) -> None:
    entities = '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel/></rss>'
    for path in (f"/rss?token={SECRET}", f"/a.xml?key={SECRET}"):
        site.put(path, entities, Content_Type="text/xml")
    parts = f"<sitemapindex><sitemap><loc>{site.url(f'/a.xml?key={SECRET}')}</loc></sitemap></sitemapindex>"
    site.put("/map", parts, Content_Type="text/xml")
    desk.add(site.url(f"/rss?token={SECRET}"), site.url("/map"), kind=PageKind.FEED)
    found = desk.watch()
    assert all("declares entities" in one.error for one in found)
    assert SECRET not in whole(found)
    with pytest.raises(CleanError) as caught:
        watch.recognise(site.url(f"/rss?token={SECRET}"), desk.settings, clock=lambda: desk.now)
    assert SECRET not in str(caught.value)


def test_08_two_articles_that_differ_only_in_a_token_stay_two(desk: Desk, site: Site) -> None:
    for n in (1, 2):
        site.put(f"/read?token=t{n}", story(n))
        desk.add(site.url(f"/read?token=t{n}"))
    assert desk.statuses() == [Status.FIRST] * 2
    for n in (1, 2):
        site.put(f"/read?token=t{n}", story(n, cracks="nineteen"))
    assert desk.statuses() == [Status.EDIT] * 2
    assert len({e.url for e in desk.store.articles()}) == 2


def test_two_articles_that_differ_only_in_an_id_stay_two(desk: Desk, site: Site) -> None:
    for n in (1, 2):
        site.put(f"/read?article={n}", story(n))
        desk.add(site.url(f"/read?article={n}"))
    assert desk.statuses() == [Status.FIRST] * 2
    assert {e.url for e in desk.store.articles()} == {site.url(f"/read?article={n}") for n in (1, 2)}


def test_08_what_a_private_feed_brings_is_fetched_with_its_token(desk: Desk, site: Site) -> None:
    feed_path, path = f"/rss?key=f{SECRET}", f"/1?token={SECRET}"
    site.put(
        feed_path, feed(site, path).replace(f"<title>Story {path}", "<title>One"), Content_Type="application/rss+xml"
    )
    site.put(path, story(1))
    desk.add(site.url(feed_path), kind=PageKind.FEED)
    assert sorted(desk.statuses()) == [Status.FIRST, Status.UNCHANGED]
    (desk.store.private / STATE_FILE).unlink()
    site.put(feed_path, feed(site), Content_Type="application/rss+xml")
    site.put(path, story(1, cracks="nineteen"))
    assert sorted(desk.statuses()) == [Status.EDIT, Status.ERROR]  # an empty feed
    assert holding(desk.store.path, SECRET) == LIST | FULL
    assert desk.kinds() == ["first", "edit"]


def test_08_an_article_of_a_private_feed_can_be_paused(desk: Desk, site: Site) -> None:
    path = f"/1?token={SECRET}"
    site.put("/rss", feed(site, path), Content_Type="application/rss+xml")
    site.put(path, story(1))
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    desk.watch()
    [_, brought] = watch.listing(desk.store, desk.settings, now=desk.now)
    for paused, statuses in ((True, 1), (False, 2)):
        watchlist.change(desk.store.private, brought.url, lambda w, p=paused: w.__class__(w.url, paused=p))
        assert len(desk.watch()) == statuses
    assert site.asked()[-1] == path
    assert len(desk.store.articles()) == 1


def test_08_an_article_that_moves_to_an_address_with_a_token(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "", 301, Location=f"/b?token={SECRET}")
    site.put(f"/b?token={SECRET}", story())
    assert desk.status() is Status.MOVED
    assert desk.status() is Status.UNCHANGED
    assert site.asked()[-1] == f"/b?token={SECRET}"
    assert holding(desk.store.path, SECRET) == FULL
    (desk.store.private / addresses.NAME).unlink()
    assert desk.status() is Status.UNCHANGED  # by the old address, as long as that leads there


def test_08_a_log_of_an_older_newsdiff_is_read_under_todays_names(desk: Desk, site: Site) -> None:
    url = site.url("/a?id=7&token=t1")
    site.put("/a?id=7&token=t1", story())
    desk.add(url)
    desk.watch()
    [log] = (desk.store.private / "log").iterdir()
    old = log.read_text().replace(normalise(url), normalise(url).partition("***")[0] + "t1")
    assert "token=t1" in old
    log.write_text(old)
    (desk.store.private / STATE_FILE).unlink()
    site.put("/a?id=7&token=t1", story(cracks="nineteen"))
    assert desk.status() is Status.EDIT
    assert len(desk.store.articles()) == 1


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u202e", "\u2060", "\ufeff", "\u200d", "\x7f"])
@pytest.mark.parametrize("path", ["/st{}ory", "/story{}", "/a?q={}b"])
def test_06_an_invisible_character_makes_no_second_article(desk: Desk, site: Site, hidden: str, path: str) -> None:
    escaped = path.format("".join(f"%{b:02X}" for b in hidden.encode()))
    url = site.url(path.format(hidden))
    desk.add(url)
    for cracks in ("seventeen", "nineteen", "twenty"):
        site.put(escaped, story(cracks=cracks))
        desk.watch(hours=30)
    assert set(site.asked()) == {escaped}
    assert desk.kinds() == ["first", "edit", "edit"]
    [entry] = desk.store.articles()
    assert entry.url == site.url(escaped)
    assert "number" in entry.last.flags
    assert desk.store.find(url) == desk.store.find(entry.url) == entry.path
    (desk.store.private / STATE_FILE).unlink()
    assert desk.status() is Status.UNCHANGED


def test_06_the_list_shows_what_cannot_be_seen(desk: Desk) -> None:
    desk.add("https://news.example/a\u200bb", "https://news.example/c d")
    assert "/a%E2%80%8Bb\n" in (desk.store.private / watchlist.NAME).read_text()
    assert [line.url for line in watchlist.read(desk.store.private)] == [
        "https://news.example/a%E2%80%8Bb",
        "https://news.example/c%20d",
    ]


def test_06_a_feed_and_the_list_mean_the_same(desk: Desk, site: Site) -> None:
    site.put("/rss", feed(site, "/st\u200bory"), Content_Type="application/rss+xml; charset=utf-8")
    site.put("/st%E2%80%8Bory", story())
    desk.add(site.url("/st\u200bory"))
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    assert sorted(desk.statuses()) == [Status.FIRST, Status.UNCHANGED]
    assert len(desk.store.articles()) == 1


def test_an_address_that_is_known_is_kept_once(desk: Desk) -> None:
    urls = [
        "https://a.example/1?token=x",
        "https://a.example/1?token=x",
        "https://a.example/2",
        "https://a.example/3?key=***",
    ]
    for _ in range(2):
        addresses.keep(desk.store.private, urls)
    assert (desk.store.private / addresses.NAME).read_text() == "https://a.example/1?token=x\n"
    assert addresses.read(desk.store.private) == {public(urls[0]): urls[0]}


def test_08_json_of_a_run_holds_no_secret(desk: Desk, site: Site) -> None:
    from newsdiff.cli.outcome_lines import outcome, tree

    site.put(f"/a?token={SECRET}", story())
    desk.add(site.url(f"/a?token={SECRET}"), site.url(f"/b?token={SECRET}"))
    for one in desk.watch() + desk.watch(articles=[site.url(f"/a?token={SECRET}")]):
        assert SECRET not in json.dumps(tree(one), default=str) + "".join(outcome(one))
    site.put(f"/a?token={SECRET}", "slow down", 429, Retry_After="7200")
    told = desk.watch(hours=0) + desk.watch(hours=0, articles=[site.url(f"/a?token={SECRET}")])
    assert all(SECRET not in whole(one) for one in told)
    desk.now += timedelta(hours=3)
    with State(desk.store) as state:
        assert SECRET not in whole(list(state.everything()) + list(state.rests().items()))
