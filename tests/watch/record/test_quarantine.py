import pytest

from newsdiff import watch
from newsdiff.errors import UsageError
from newsdiff.model import Status
from newsdiff.watch.record.quarantine import find
from tests.kit.site import Desk, Site, page, story, told

TEASER = "".join(f"<p>{sentence}</p>" for sentence in told(1)[:3])
WALL = page("Notes from Port Amber, number 1", TEASER + "<p>Subscribe to continue reading. It takes a minute.</p>")


def walled(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", WALL)
    desk.watch()


def test_an_empty_quarantine_is_empty(desk: Desk) -> None:
    assert watch.suspects(desk.store, now=desk.now) == ()


def test_a_suspect_keeps_its_page_and_its_reasons(desk: Desk, site: Site) -> None:
    walled(desk, site)
    [suspect] = watch.suspects(desk.store, now=desk.now)
    assert suspect.waits
    assert suspect.reasons[0] == "the page shows a pay wall"
    assert desk.store.raw.get(suspect.raw_sha256).body == WALL.encode()


def test_an_accepted_suspect_is_an_edit_and_the_walls_marks_its_habit(desk: Desk, site: Site) -> None:
    walled(desk, site)
    [suspect] = watch.suspects(desk.store, now=desk.now)
    assert watch.accept(desk.store, suspect.id, desk.settings, now=desk.now).status is Status.EDIT
    assert watch.suspects(desk.store, now=desk.now) == ()
    assert desk.status() is Status.UNCHANGED
    assert desk.kinds() == ["first", "edit"]


def test_a_rejected_suspect_is_not_told_again(desk: Desk, site: Site) -> None:
    walled(desk, site)
    [suspect] = watch.suspects(desk.store, now=desk.now)
    watch.reject(desk.store, suspect.url, now=desk.now)
    assert watch.suspects(desk.store, now=desk.now) == ()
    [outcome] = desk.watch()
    assert outcome.status is Status.SUSPECT
    assert not watch.told(outcome)
    assert desk.kinds() == ["first"]


def test_an_unknown_suspect_is_a_usage_error(desk: Desk) -> None:
    with pytest.raises(UsageError, match="nothing in quarantine is called 'abcd'"):
        watch.reject(desk.store, "abcd", now=desk.now)


def test_a_suspect_is_named_by_any_part_that_only_it_has(desk: Desk, site: Site) -> None:
    for n in (1, 2):
        site.put(f"/story-{n}", story(n))
        desk.add(site.url(f"/story-{n}"))
    desk.watch()
    for n in (1, 2):
        site.put(f"/story-{n}", WALL)
    desk.watch()
    with pytest.raises(UsageError, match="2 texts in quarantine are called 'story'"):
        find(desk.store, "story", now=desk.now)
    with pytest.raises(UsageError, match="nothing"):
        find(desk.store, " ", now=desk.now)
    assert find(desk.store, "STORY-2", now=desk.now).url == site.url("/story-2")
    assert find(desk.store, "amber, number 1", now=desk.now).url == site.url("/story-1")
    one = find(desk.store, site.url("/story-1") + "?utm_source=x", now=desk.now)
    assert find(desk.store, one.id[:6], now=desk.now) == one


def test_a_first_suspect_can_be_accepted(desk: Desk, site: Site) -> None:
    site.put("/a", page("Short news", "<p>The ferry runs again, the harbour office says. Already a subscriber?</p>"))
    desk.add(site.url("/a"))
    assert desk.status() is Status.SUSPECT
    assert watch.accept(desk.store, site.url("/a"), desk.settings, now=desk.now).status is Status.FIRST
    assert desk.status() is Status.UNCHANGED
