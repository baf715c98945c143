from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff import article, watch
from newsdiff.clean import cleaned_html
from newsdiff.errors import UsageError
from newsdiff.model import Article, Page, Status
from newsdiff.store import Store
from tests.kit.site import START, Answer, Desk, Site, story

URL = "https://courier.example/harbour"


def text(*paragraphs: str, url: str = URL) -> Article:
    return article(paragraphs, "The harbour")._replace(url=url)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "s", bare=True)


def keep(store: Store, hours: float, *paragraphs: str, url: str = URL) -> Status:
    at = START + timedelta(hours=hours)
    return watch.snapshot(store, text(*paragraphs, url=url), seen_at=at, now=at).status


def test_the_same_text_makes_no_revision(store: Store) -> None:
    assert keep(store, 0, "It rained “all day”.") is Status.FIRST
    assert keep(store, 1, 'It rained "all\u00a0day".') is Status.UNCHANGED
    assert len(store.history(URL)) == 1


def test_a_url_that_begins_like_another_is_another_article(store: Store) -> None:
    keep(store, 0, "One.", url=URL + "-b")
    assert keep(store, 1, "Two.", url=URL) is Status.FIRST


def test_an_edit_and_the_way_back(store: Store) -> None:
    keep(store, 0, "Two ships came.")
    assert keep(store, 1, "Three ships came.") is Status.EDIT
    assert keep(store, 2, "Two ships came.") is Status.REVERT
    assert [r.kind.value for r in store.history(URL)] == ["revert", "edit", "first"]


def test_since_is_when_the_old_text_was_last_seen(store: Store) -> None:
    keep(store, 0, "Two ships came.")
    keep(store, 5, "Two ships came.")
    keep(store, 6, "Three ships came.")
    assert store.history(URL)[0].since == START + timedelta(hours=5)


def test_a_campaign_parameter_makes_no_other_article(store: Store) -> None:
    keep(store, 0, "Two ships came.")
    assert keep(store, 1, "Two ships came.", url=URL + "?utm_source=mail") is Status.UNCHANGED


def test_no_url_is_a_usage_error(store: Store) -> None:
    with pytest.raises(UsageError, match="no URL"):
        keep(store, 0, "Text.", url="")


def test_an_earlier_text_than_the_last_is_a_usage_error(store: Store) -> None:
    keep(store, 5, "Two ships came.")
    with pytest.raises(UsageError, match="seen later"):
        keep(store, 1, "Three ships came.")


def snapshot_of(desk: Desk, url: str, body: str) -> Status:
    """Keep a page as ``newsdiff snapshot URL`` does, an hour before the next visit."""
    page = Page(url, url, 200, "text/html", body.encode(), desk.now)
    kept = watch.snapshot(desk.store, cleaned_html(body, url), seen_at=desk.now, now=desk.now, page=page)
    desk.now += timedelta(hours=1)
    return kept.status


def cut(body: str) -> str:
    """A page that stopped on its way, behind its last whole paragraph but two."""
    return body[: body.rindex("<p>", 0, body.rindex("<p>Engineers"))]


def test_a_page_that_is_cut_on_its_way_is_no_edit_after_a_snapshot_either(desk: Desk, site: Site) -> None:
    url = site.url("/1")
    assert snapshot_of(desk, url, story()) is Status.FIRST
    desk.add(url)
    site.pages["/1"] = Answer(cut(story()))
    [outcome] = desk.watch()
    assert (outcome.status, outcome.reasons[:1]) == (
        Status.SUSPECT,
        ("the page was cut off on its way: its closing tags are missing",),
    )


def test_nor_where_the_log_was_lost_and_the_history_is_read_back_from_git(desk: Desk, site: Site) -> None:
    url = site.url("/1")
    site.put("/1", story())
    desk.add(url)
    assert desk.status() is Status.FIRST
    for file in [*(desk.store.private / "log").iterdir(), desk.store.private / "state.db"]:
        file.unlink()
    site.put("/1", cut(story()))
    assert desk.status() is Status.SUSPECT


def test_an_edit_after_a_snapshot_is_one(desk: Desk, site: Site) -> None:
    assert snapshot_of(desk, site.url("/1"), story()) is Status.FIRST
    desk.add(site.url("/1"))
    site.put("/1", story(cracks="eighteen"))
    assert desk.status() is Status.EDIT
