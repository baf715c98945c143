from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff import article, watch
from newsdiff.errors import UsageError
from newsdiff.model import Article, Status
from newsdiff.store import Store
from tests.kit.site import START

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
