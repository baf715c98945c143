"""Hosts side by side in children that may die: the run goes on, and a page that kills is set aside by name."""

import os
import signal
from dataclasses import replace
from pathlib import Path

from newsdiff import watch
from newsdiff.model import Status
from newsdiff.watch.visit.pool import Inline, engine
from tests.kit.site import Answer, Desk, Site, story


def children() -> list[int]:
    """The children of this process that visit pages."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            ours = parent == os.getpid() and b"newsdiff.watch.visit.pool_child" in (entry / "cmdline").read_bytes()
        except OSError:  # it has just ended
            continue
        found += [int(entry.name)] if ours else []
    return found


def kill_children() -> None:
    for child in children():
        os.kill(child, signal.SIGKILL)


def test_a_quiet_run_leaves_no_child_behind(desk: Desk, site: Site) -> None:
    for n in range(3):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    with Inline() as engine:
        assert desk.statuses(engine=engine) == [Status.FIRST] * 3
        assert desk.statuses(engine=engine) == [Status.UNCHANGED] * 3
    assert children() == []


def test_a_child_that_dies_once_loses_nothing(desk: Desk, site: Site) -> None:
    killed: list[bool] = []

    def once() -> None:
        if not killed:
            killed.append(True)
            kill_children()

    for n in range(5):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    site.pages["/2"] = Answer(story(2), before=once)
    with Inline() as engine:
        assert desk.statuses(engine=engine) == [Status.FIRST] * 5
    assert site.asked().count("/1") == 1
    assert site.asked().count("/2") >= 2


def test_a_page_that_kills_three_times_is_set_aside(desk: Desk, site: Site) -> None:
    for n in range(4):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    site.pages["/1"] = Answer(story(1), before=kill_children)
    with Inline() as engine:
        found = {o.url: o for o in desk.watch(engine=engine)}
        poison = found[site.url("/1")]
        assert poison.status is Status.ERROR
        assert "set aside" in poison.error
        assert [o.status for o in found.values()].count(Status.FIRST) == 3
        site.put("/1", story(1))
        assert len(desk.watch(engine=engine)) == 3
        assert "set aside" in watch.examine(desk.store, desk.settings, now=desk.now)[0].problem
        watch.take_up(desk.store, site.url("/1"), now=desk.now)
        assert Status.FIRST in desk.statuses(engine=engine)


def test_hosts_go_side_by_side_and_one_hosts_pages_one_by_one(desk: Desk, site: Site) -> None:
    for n in range(3):
        for name in ("127.0.0.1", "127.0.0.2"):
            site.put(f"/{n}", story(n))
            desk.add(site.url(f"/{n}", name))
    site.put("/robots.txt", "", 404)
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, delay=0.3))
    with Inline() as engine:
        desk.watch(engine=engine)
    by_host: dict[str, list[float]] = {}
    for (_, headers), at in zip(site.log, site.times, strict=True):
        by_host.setdefault(headers["host"], []).append(at)
    assert len(by_host) == 2
    for times in by_host.values():
        assert times[-1] - times[0] > 2 * 0.3  # of three pauses, on a machine that is busy
    assert max(map(min, by_host.values())) < min(map(max, by_host.values()))


def test_local_children_share_the_hosts_and_each_host_has_one(desk: Desk, site: Site) -> None:
    at_work: set[int] = set()
    for n in range(12):
        site.pages[f"/{n}"] = Answer(story(n), before=lambda: at_work.update(children()))
        desk.add(site.url(f"/{n}", f"127.0.0.{n % 6 + 1}"))
    with engine("local:3") as three:
        assert desk.statuses(engine=three) == [Status.FIRST] * 12
    assert len(at_work) == 3
    assert site.most_of_a_host == 1
    assert children() == []
    with engine("inline") as one:
        at_work.clear()
        assert len(desk.statuses(engine=one)) == 12
        assert len(at_work) == 1  # six hosts do not fill it
