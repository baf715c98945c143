import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsdiff import watch
from newsdiff.clean.beside.asides import Asides
from newsdiff.model import SiteSettings, Status
from newsdiff.watch.plan import watchlist
from tests.kit.site import Desk, Site, story


def problems(desk: Desk) -> str:
    found = watch.examine(desk.store, desk.settings, now=desk.now)
    return "\n".join(f"{f.subject}: {f.problem}" for f in found)


def test_a_healthy_watch_has_no_findings(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    desk.watch()
    assert problems(desk) == ""


def test_an_empty_list_is_a_finding(desk: Desk) -> None:
    assert "nothing is watched" in problems(desk)


def test_a_silent_site_is_a_finding(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "no", 403)
    for _ in range(3):
        desk.watch(hours=30)
    assert "none of its 1 pages could be read lately" in problems(desk)


def test_a_clock_that_was_set_back_is_a_finding_and_logged(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    desk.now -= timedelta(days=400)
    assert "still to come" in problems(desk)
    assert desk.statuses(everything=False) == [Status.UNCHANGED]
    assert "still to come" not in problems(desk)


def test_what_robots_txt_forbids_is_a_finding(desk: Desk, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", Content_Type="text/plain")
    desk.add(site.url("/a"))
    desk.watch()
    assert "robots.txt forbids it" in problems(desk)


def test_the_list_tells_how_each_article_fares(desk: Desk, site: Site) -> None:
    site.put("/a", story(1))
    desk.add(site.url("/a"), site.url("/b"))
    watchlist.change(desk.store.private, site.url("/b"), lambda w: replace(w, paused=True))
    assert desk.statuses() == [Status.FIRST]
    one, other = watch.listing(desk.store, desk.settings, now=desk.now)
    assert (one.headline, one.status, one.streak) == ("Notes from Port Amber, number 1", Status.FIRST, 1)
    assert watch.is_due(one, desk.now)
    assert (other.paused, other.due) == (True, None)


def test_only_what_is_due_is_visited(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    assert desk.statuses(everything=False, hours=0.1) == [Status.FIRST]
    assert desk.statuses(everything=False, hours=0.2) == []
    assert desk.statuses(everything=False) == [Status.UNCHANGED]


def test_an_upgrade_of_the_cleaner_is_never_an_edit(desk: Desk, site: Site) -> None:
    """A site's new rule is such an upgrade: the paragraph that it takes out was not taken out by the publisher."""
    page = story().replace("<h1>", "<h1>", 1).replace("<p>Engineers", '<p class="extra">Engineers')
    site.put("/a", page)
    desk.add(site.url("/a"))
    desk.watch()
    rule = SiteSettings("127.0.0.1", remove=("p.extra",))
    desk.settings = replace(desk.settings, sites=(rule,))
    site.put("/a", page.replace("</body>", "<!-- an ad --></body>"))
    assert desk.statuses() == [Status.RECLEAN, Status.UNCHANGED]
    assert [o.status for o in watch.reclean(desk.store, desk.settings, now=desk.now)] == [Status.UNCHANGED]
    assert desk.kinds() == ["first", "reclean"]


def test_what_the_cleaner_of_before_took_for_text_goes_as_a_reclean(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cleaner of version 2 is today's without its look at what stands beside the story."""
    offer = '<div class="box"><p>Here you find external content that a click will show you.</p></div>'
    page = story().replace("<p>Engineers", f"{offer}<p>Engineers", 1)
    site.put("/a", page)
    desk.add(site.url("/a"))
    with monkeypatch.context() as before:
        before.setattr(sys.modules["newsdiff.clean.version"], "CLEANER", "2")
        before.setattr(Asides, "removed", lambda _: {})
        assert desk.statuses() == [Status.FIRST]
    path = desk.store.find(site.url("/a"))
    first = desk.store.last(path)
    assert first is not None and first.article is not None and "external content" in first.article.text
    site.put("/a", page.replace("</body>", "<!-- an ad --></body>"))
    assert desk.statuses() == [Status.RECLEAN, Status.UNCHANGED]
    last = desk.store.last(path)
    assert last is not None and last.article is not None and "external content" not in last.article.text
    assert desk.kinds() == ["first", "reclean"]


def test_a_reclean_is_no_visit_and_hides_no_failure(desk: Desk, site: Site) -> None:
    site.put("/a", story().replace("<p>Engineers", '<p class="extra">Engineers'))
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", None)
    for _ in range(3):
        desk.watch()
    [before] = watch.listing(desk.store, desk.settings, now=desk.now)
    rule = SiteSettings("127.0.0.1", remove=("p.extra",))
    settings = replace(desk.settings, sites=(rule,))
    assert [o.status for o in watch.reclean(desk.store, settings, now=desk.now)] == [Status.RECLEAN]
    [after] = watch.listing(desk.store, settings, now=desk.now)
    assert (before.status, before.streak) == (Status.UNREACHABLE, 3)
    assert after == before._replace(words=after.words)
    assert after.words < before.words
    (desk.store.private / "state.db").unlink()
    assert list(watch.listing(desk.store, settings, now=desk.now)) == [after]


def test_one_page_that_stays_blocked_is_a_finding(desk: Desk, site: Site) -> None:
    for path in ("/a", "/b"):
        site.put(path, story(1 if path == "/a" else 2))
        desk.add(site.url(path))
    desk.watch()
    site.put("/a", "no", 403)
    desk.watch()
    desk.watch()
    assert problems(desk) == ""
    desk.watch()
    assert problems(desk) == f"{site.url('/a')}: 3 failures in a row: {site.url('/a')} answered with status 403"


def test_a_lost_index_is_read_back_once_and_kept(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    index = desk.store.private / "state.db"
    index.unlink()
    [one] = watch.listing(desk.store, desk.settings, now=desk.now)
    assert one.status is Status.FIRST
    assert index.exists()
    index.unlink()
    with desk.store.lock(who="watch", now=desk.now):  # a run is at work: looking must neither fail nor write
        assert len([*watch.listing(desk.store, desk.settings, now=desk.now)]) == 1
    assert not index.exists()


def test_a_run_that_holds_the_lock_for_hours_is_found_and_one_at_work_is_not(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    with desk.store.lock(who="watch", now=desk.now):
        taken = (desk.store.private / "run.lock").stat().st_mtime
        for hours, found in ((1, False), (4, True)):
            desk.now = datetime.fromtimestamp(taken, UTC) + timedelta(hours=hours)
            assert ("watch holds the lock" in problems(desk)) is found
