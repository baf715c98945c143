from newsdiff.model import Status
from tests.kit.site import Desk, Site, story


def test_the_same_page_is_unchanged(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    assert desk.status() is Status.FIRST
    assert desk.status() is Status.UNCHANGED
    assert desk.kinds() == ["first"]


def test_an_edit_is_recorded(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story(cracks="nineteen"))
    [outcome] = desk.watch()
    assert outcome.status is Status.EDIT
    assert outcome.report is not None and outcome.report.words.inserted == 1
    assert desk.kinds() == ["first", "edit"]
