"""The day in a site's masthead moves on in all its articles; a date of one article, or of another day, is its own."""

import pytest

from newsdiff.model import Status
from tests.kit.site import Desk, Site, page, told

ARTICLES = range(1, 5)


def put(site: Site, dates: list[str], *, edited: int = 0) -> None:
    """The articles with a date each over their text, one of them edited."""
    for number, day in zip(ARTICLES, dates, strict=True):
        lines = [*told(number), "Nobody had seen it coming." if number == edited else "Everybody had seen it coming."]
        body = "".join(f"<p>{line}</p>" for line in (day, *lines))
        site.put(f"/{number}", page(f"Notes from Port Amber, number {number}", body))


@pytest.fixture
def watched(desk: Desk, site: Site) -> Desk:
    desk.add(*(site.url(f"/{n}") for n in ARTICLES))
    put(site, ["Monday, March 2, 2026"] * 4)
    assert set(desk.statuses(hours=26)) == {Status.FIRST}
    return desk


def test_a_date_that_was_corrected_is_an_edit(watched: Desk, site: Site) -> None:
    put(site, ["Friday, February 27, 2026", *["Monday, March 2, 2026"] * 3])
    assert Status.EDIT in watched.statuses()


def test_the_same_date_of_another_day_than_today_is_an_edit_of_each(watched: Desk, site: Site) -> None:
    put(site, ["Thursday, January 15, 2026"] * 4)
    assert watched.statuses() == [Status.EDIT] * 4


def test_the_day_of_the_visit_over_all_articles_is_no_edit(watched: Desk, site: Site) -> None:
    put(site, ["Wednesday, March 4, 2026"] * 4)
    assert set(watched.statuses()) <= {Status.UNCHANGED}


def test_beside_an_edit_the_day_stays_as_it_was_recorded(watched: Desk, site: Site) -> None:
    put(site, ["Wednesday, March 4, 2026"] * 4, edited=2)
    [edit] = [o for o in watched.watch() if o.status is Status.EDIT]
    assert edit.report
    assert edit.report.words == (1, 1, 0)
