"""The table of statuses: what each visit ends in, and what enters the history."""

import pytest

from newsdiff import watch
from newsdiff.model import Status
from tests.kit.site import Desk, Site, page, story

CONSENT = page("We value your privacy", "<p>We and our 812 partners use cookies. Accept all cookies to continue.</p>")


def test_typography_is_no_edit(desk: Desk, site: Site) -> None:
    site.put("/a", story(more="He said “never” – and meant it."))
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story(more='He said "never" — and\u00a0meant it.'))
    assert desk.status() is Status.UNCHANGED
    assert desk.kinds() == ["first"]


def test_a_server_that_says_not_modified_is_believed(desk: Desk, site: Site) -> None:
    site.put("/a", story(), ETag='"1"')
    desk.add(site.url("/a"))
    desk.watch()
    assert desk.status() is Status.NOT_MODIFIED
    assert site.log[-1][1]["if-none-match"] == '"1"'


def test_every_tenth_visit_asks_for_the_whole_page(desk: Desk, site: Site) -> None:
    site.put("/a", story(), ETag='"1"')
    desk.add(site.url("/a"))
    found = [desk.status() for _ in range(12)]
    assert found[1:10] == [Status.NOT_MODIFIED] * 9
    assert found[10] is Status.UNCHANGED


def test_a_wall_stays_out_however_often_it_is_read(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", CONSENT, ETag='"wall"')
    assert [desk.status() for _ in range(4)] == [Status.SUSPECT] * 4
    assert "if-none-match" not in site.log[-1][1]
    site.put("/a", story())
    assert desk.status() is Status.UNCHANGED
    assert desk.kinds() == ["first"]


def test_a_first_visit_that_shows_a_wall_begins_no_history(desk: Desk, site: Site) -> None:
    site.put("/a", CONSENT)
    desk.add(site.url("/a"))
    assert desk.status() is Status.SUSPECT
    site.put("/a", story())
    assert desk.status() is Status.FIRST


def test_a_retraction_is_told_at_once_and_recorded_when_it_is_read_again(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    notice = "This report was withdrawn on Tuesday. Its author had invented the survey. The Courier apologises to all."
    site.put("/a", page("Port Amber closes its tunnel number 1", f"<p>{notice}</p>"))
    [outcome] = desk.watch(hours=0.5)
    assert outcome.status is Status.SUSPECT
    assert watch.told(outcome)
    assert desk.status(hours=0.6) is Status.SUSPECT
    [confirmed] = desk.watch()
    assert confirmed.status is Status.EDIT
    assert desk.kinds() == ["first", "edit"]


def test_a_second_404_an_hour_later_means_removed(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "gone", 404)
    assert [desk.status(hours=0.6) for _ in range(3)] == [Status.MISSING, Status.MISSING, Status.REMOVED]
    assert desk.status() is Status.UNCHANGED
    site.put("/a", story())
    assert desk.status() is Status.RESTORED
    assert desk.kinds() == ["first", "removed", "restored"]


def test_410_means_removed_at_once(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "gone", 410)
    assert desk.status() is Status.REMOVED
    site.put("/a", story(cracks="eighteen"))
    [back] = desk.watch()
    assert back.status is Status.RESTORED
    assert back.report is not None and back.report.words.inserted == 1


def test_one_404_is_forgotten(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    for _ in range(2):
        site.put("/a", "gone", 404)
        assert desk.status(hours=2) is Status.MISSING
        site.put("/a", story())
        assert desk.status(hours=2) is Status.UNCHANGED
    assert desk.kinds() == ["first"]


def test_variants_within_a_day_are_held(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    found = []
    for cracks in ("nineteen", "seventeen", "nineteen", "seventeen", "nineteen"):
        site.put("/a", story(cracks=cracks))
        found.append(desk.status(hours=3))
    held, same = Status.VARIANT, Status.UNCHANGED
    assert found == [Status.EDIT, held, same, held, same]
    assert desk.kinds() == ["first", "edit"]


def test_a_variant_that_stands_for_a_day_is_a_revert(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story(cracks="nineteen"))
    desk.watch()
    site.put("/a", story())
    assert [desk.status(hours=12.5) for _ in range(3)] == [Status.VARIANT, Status.VARIANT, Status.REVERT]


def test_an_old_text_that_comes_back_later_is_a_revert_at_once(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story(cracks="nineteen"))
    desk.watch(hours=30)
    site.put("/a", story())
    assert desk.status() is Status.REVERT


def test_a_permanent_redirect_keeps_one_history(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "", 301, Location="/b")
    site.put("/b", story())
    assert desk.status() is Status.MOVED
    assert desk.status() is Status.UNCHANGED
    assert site.asked()[-1] == "/b"
    site.put("/b", story(cracks="nineteen"))
    assert desk.status() is Status.EDIT
    [entry] = desk.store.articles()
    assert entry.url == site.url("/b")
    assert desk.kinds() == ["first", "moved", "edit"]


def test_a_redirect_to_the_home_page_is_no_edit(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "", 302, Location="/")
    site.put("/", story(5))
    assert desk.status() is Status.SUSPECT


def test_a_redirect_to_a_login_is_blocked(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "", 302, Location="/login?next=a")
    site.put("/login?next=a", page("Log in", "<p>Enter your password.</p>"))
    assert desk.status() is Status.BLOCKED


@pytest.mark.parametrize("code", [401, 403, 406, 451])
def test_a_closed_door_is_blocked(desk: Desk, site: Site, code: int) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "no", code)
    found = [desk.watch()[0] for _ in range(4)]
    assert [o.status for o in found] == [Status.BLOCKED] * 4
    assert [watch.told(o) for o in found] == [False, False, True, False]
    assert watch.exit_code(found) == 0


def test_a_dead_server_is_unreachable_and_fails_the_third_time(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "down", 503)
    found = [desk.watch(hours=2)[0] for _ in range(4)]
    assert [o.status for o in found] == [Status.UNREACHABLE] * 4
    assert [watch.told(o) for o in found] == [False, False, True, False]
    assert [watch.exit_code([o]) for o in found] == [0, 0, 3, 3]
    assert watch.exit_code(found[:1], strict=True) == 3


def test_what_robots_txt_forbids_is_told_once(desk: Desk, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /a", Content_Type="text/plain")
    site.put("/a", story())
    desk.add(site.url("/a"))
    found = [desk.watch()[0] for _ in range(2)]
    assert [o.status for o in found] == [Status.REFUSED] * 2
    assert [watch.told(o) for o in found] == [True, False]
    assert site.asked() == []


def test_a_private_address_is_refused(desk: Desk, site: Site) -> None:
    from dataclasses import replace

    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, allow_private=False))
    assert desk.status() is Status.REFUSED
    assert site.log == []


def test_what_was_refused_is_due_at_once_where_private_addresses_are_allowed(desk: Desk, site: Site) -> None:
    from dataclasses import replace

    site.put("/a", story())
    desk.add(site.url("/a"))
    allowed = desk.settings
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, allow_private=False))
    assert [o.status for o in desk.watch(hours=0, everything=False)] == [Status.REFUSED]
    assert desk.watch(hours=0, everything=False) == []
    desk.settings = allowed
    assert [o.status for o in desk.watch(hours=0, everything=False)] == [Status.FIRST]


def test_a_page_cut_in_transport_waits_for_the_user(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    half = story().encode()[: len(story()) * 6 // 10]
    site.put("/a", half)
    assert [desk.status() for _ in range(3)] == [Status.SUSPECT] * 3
    assert desk.kinds() == ["first"]


def test_a_wrong_charset_waits_for_the_user(desk: Desk, site: Site) -> None:
    text = story(more="Das Gerücht über die Brücke hält sich hartnäckig, sagte Frau Jäger.")
    site.put("/a", text)
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", text.encode().decode("latin-1"))
    assert [desk.status() for _ in range(2)] == [Status.SUSPECT] * 2


def test_a_date_that_follows_the_clock_is_no_edit(desk: Desk, site: Site) -> None:
    desk.add(site.url("/a"))
    for day in (2, 3, 4):
        line = f"{desk.now:%A}, {day} March 2026"
        site.put("/a", story().replace("</h1>", f"</h1><p class=date>{line}</p>"))
        desk.watch(hours=24)
    assert desk.kinds() == ["first"]


def test_a_wrong_kind_of_file_is_an_error(desk: Desk, site: Site) -> None:
    site.put("/a", b"%PDF-1.7 ...", Content_Type="application/pdf")
    desk.add(site.url("/a"))
    assert desk.status() is Status.ERROR


def test_a_page_without_text_is_suspect(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", "<html><body><div id=root></div><script src=x.js></script></body></html>")
    assert [desk.status() for _ in range(3)] == [Status.SUSPECT] * 3
    assert desk.kinds() == ["first"]
