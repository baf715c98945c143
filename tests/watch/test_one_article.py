"""One article by several addresses is one article; two that are led to one place for a while stay two."""

from itertools import permutations

import pytest

from newsdiff import watch
from newsdiff.model import PageKind, Status
from newsdiff.watch.plan import watchlist
from newsdiff.watch.state.index import STATE_FILE
from tests.kit.site import Desk, Site, page, story, told
from tests.watch.test_hosts import feed

FIRST, SAME, EDIT, MOVED, SUSPECT = Status.FIRST, Status.UNCHANGED, Status.EDIT, Status.MOVED, Status.SUSPECT
OWN = "/2026/03/the-own-address"


def lead(site: Site, path: str, to: str, how: int | str) -> None:
    """Make a path lead to another address: by a status, or by a page that sends its readers on."""
    if how == "stub":
        site.put(path, f'<html><head><meta http-equiv=refresh content="0; url={to}"></head><body>Moved</body></html>')
    else:
        site.put(path, "", int(how), Location=to)


def quiet(desk: Desk) -> None:
    """Nothing is in quarantine, and one history is there."""
    assert watch.suspects(desk.store, now=desk.now) == ()
    assert len(desk.store.articles()) == 1
    assert list(desk.store.verify()) == []


WAYS = [301, 302, 307, 308, "stub"]


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("order", list(permutations(["own", "one", "two"])))
def test_11_by_its_own_address_and_by_others_in_one_run(desk: Desk, site: Site, how: int | str, order) -> None:
    paths = {"own": OWN, "one": "/r/1", "two": "/r/2"}
    site.put(OWN, story())
    lead(site, "/r/1", OWN, how)
    lead(site, "/r/2", "/r/1", how)
    desk.add(*(site.url(paths[name]) for name in order))
    assert sorted(desk.statuses()) == [FIRST, SAME, SAME]
    quiet(desk)
    assert desk.store.articles()[0].url == site.url(OWN)
    site.put(OWN, story(cracks="nineteen"))
    assert desk.statuses(hours=2).count(EDIT) == 1
    assert EDIT not in desk.statuses(hours=30)
    assert desk.kinds() == ["first", "edit"]


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("order", list(permutations(["own", "one", "two"])))
def test_11_by_its_own_address_and_by_others_one_after_the_other(desk: Desk, site: Site, how: int | str, order) -> None:
    paths = {"own": OWN, "one": "/r/1", "two": "/r/2"}
    site.put(OWN, story())
    for path in ("/r/1", "/r/2"):
        lead(site, path, OWN, how)
    for name in order:
        desk.add(site.url(paths[name]))
        desk.watch(hours=2)
    quiet(desk)
    assert desk.kinds() == ["first"]
    for name in (OWN, paths[order[0]]):
        assert desk.store.find(site.url(name)) == desk.store.articles()[0].path
    (desk.store.private / STATE_FILE).unlink()
    assert set(desk.statuses(hours=2)) == {SAME}
    assert desk.kinds() == ["first"]


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("first", ["own", "short"])
@pytest.mark.parametrize("at_once", [True, False])
def test_11_by_a_short_link_of_another_host(desk: Desk, site: Site, how: int | str, first: str, at_once: bool) -> None:
    site.put(OWN, story())
    lead(site, "/x1", site.url(OWN), how)
    urls = {"own": site.url(OWN), "short": site.url("/x1", "127.0.0.2")}
    for name in sorted(urls, key=lambda name: name != first):
        desk.add(urls[name])
        if not at_once:
            desk.watch(hours=2)
    desk.watch(hours=2)
    quiet(desk)
    assert desk.kinds() == ["first"]


def test_11_a_short_text_by_two_addresses_is_no_wall(desk: Desk, site: Site) -> None:
    site.put(
        OWN, page("Bridge opens", "<p>The new bridge over the Wend opened to traffic on Monday at noon, early.</p>")
    )
    lead(site, "/r/1", OWN, 302)
    desk.add(site.url("/r/1"), site.url(OWN))
    assert sorted(desk.statuses()) == [FIRST, SAME]
    quiet(desk)


def test_11_a_permanent_redirect_names_the_article(desk: Desk, site: Site) -> None:
    site.put(OWN, story())
    lead(site, "/r/1", OWN, 301)
    desk.add(site.url("/r/1"))
    assert [desk.status() for _ in range(3)] == [FIRST, SAME, SAME]
    assert desk.store.articles()[0].url == site.url(OWN)
    assert site.asked()[-1] == OWN
    assert desk.kinds() == ["first"]


@pytest.mark.parametrize("lists_first", [True, False])
def test_11_an_article_that_moved_and_came_anew_by_a_feed(desk: Desk, site: Site, lists_first: bool) -> None:
    site.put("/old", story())
    if lists_first:
        desk.add(site.url("/old"))
    site.put("/rss", feed(site, "/old"), Content_Type="application/rss+xml")
    desk.add(site.url("/rss"), kind=PageKind.FEED)
    assert [one.found for one in desk.watch() if one.found is not None] == [1]
    site.put("/rss", feed(site, "/new"), Content_Type="application/rss+xml")
    site.put("/new", story())
    lead(site, "/old", "/new", 301)
    assert sorted(desk.statuses()) == [MOVED, SAME, SAME]
    quiet(desk)
    site.put("/new", story(cracks="nineteen"))
    assert desk.statuses().count(EDIT) == 1
    assert desk.kinds() == ["first", "moved", "edit"]


def test_11_an_article_that_came_anew_before_its_old_address_led_there(desk: Desk, site: Site) -> None:
    """Two histories were begun already: the one that moves goes on, and nothing is told twice."""
    for path in ("/old", "/new"):
        site.put(path, story())
        desk.add(site.url(path))
        desk.watch()
    lead(site, "/old", "/new", 301)
    assert sorted(desk.statuses()) == [MOVED, SAME]
    site.put("/new", story(cracks="nineteen"))
    assert desk.statuses(hours=2).count(EDIT) == 1
    assert EDIT not in desk.statuses(hours=30)
    assert desk.kinds() == ["first", "first", "moved", "edit"]
    assert "edit" in [r.kind for r in desk.store.history(site.url("/new"))]


WALL = page(
    "Amber Courier",
    "<p>" + "</p><p>".join(told(99, 12)) + "</p>",  # nothing of it says that it is one
)


@pytest.mark.parametrize("how", [302, 301])
def test_11_two_articles_that_are_led_to_one_place_for_a_while_become_two(desk: Desk, site: Site, how: int) -> None:
    site.put("/maintenance", WALL)
    for n in (1, 2):
        lead(site, f"/2026/03/story-{n}", "/maintenance", how)
        desk.add(site.url(f"/2026/03/story-{n}"))
    desk.watch(hours=30)
    for n in (1, 2):
        site.put(f"/2026/03/story-{n}", story(n))
    for _ in range(4):
        desk.watch(hours=30)
    heads = {r.headline for e in desk.store.articles() for r in desk.store.history(e.path)[:1]}
    assert {f"Notes from Port Amber, number {n}" for n in ((1, 2) if how == 302 else (2,))} <= heads


def test_two_articles_stay_two(desk: Desk, site: Site) -> None:
    for n in (1, 2):
        site.put(f"/s/{n}", story(n))
        lead(site, f"/r/{n}", f"/s/{n}", 302)
        desk.add(site.url(f"/r/{n}"))
    assert desk.statuses() == [FIRST, FIRST]
    assert len(desk.store.articles()) == 2


def test_a_wall_that_articles_are_led_to_stays_out(desk: Desk, site: Site) -> None:
    for n in range(3):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    desk.watch()
    site.put("/maintenance", WALL)
    for n in range(3):
        lead(site, f"/{n}", "/maintenance", 302)
    assert desk.statuses() == [SUSPECT] * 3
    assert desk.kinds() == ["first"] * 3


def test_a_redirect_to_the_home_page_is_no_address_of_the_article(desk: Desk, site: Site) -> None:
    site.put("/", story(9))
    for n in (1, 2):
        lead(site, f"/{n}", "/", 302)
        desk.add(site.url(f"/{n}"))
    desk.watch()
    assert "first" not in desk.kinds()


def test_an_address_that_is_paused_rests_for_itself(desk: Desk, site: Site) -> None:
    site.put(OWN, story())
    lead(site, "/r/1", OWN, 302)
    desk.add(site.url("/r/1"), site.url(OWN))
    desk.watch(hours=30)
    watchlist.change(desk.store.private, site.url("/r/1"), lambda w: w.__class__(w.url, paused=True))
    site.put(OWN, story(cracks="nineteen"))
    assert desk.statuses() == [EDIT]
