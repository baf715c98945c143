"""An import of articles that a store has: git is asked for all of them at once, and goes on where one was stopped."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.document import article
from newsdiff.errors import StoreError
from newsdiff.model import Article, Page, Report
from newsdiff.store import Store
from tests.kit.stories import START


def page(number: int, version: int, *, url: str = "") -> Page:
    url = url or f"https://gazette.example/2026/01/story-{number}"
    seen = START - timedelta(hours=100 - version, seconds=number)
    return Page(url, url, 200, "text/plain", f"Story {number}, {'abc'[version]}.".encode(), seen)


def pages(articles: int, versions: int) -> list[Page]:
    return [page(number, version) for number in range(articles) for version in range(versions)]


def clean(one: Page) -> Article:
    return article([one.body.decode()], headline=one.body.decode()[:8])._replace(url=one.url)


def unflagged(_old: Article, _new: Article) -> Report | None:
    return None


def imported(store: Store, found: list[Page], *, earlier: bool = False) -> int:
    return len(store.import_(found, clean=clean, compare=unflagged, earlier=earlier, now=START))


@pytest.fixture
def gits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], int]]:
    """How many gits were started since it was asked last."""
    there, told, real = tmp_path / "bin", tmp_path / "starts", shutil.which("git")
    there.mkdir()
    (there / "git").write_text(f'#!/bin/sh\necho "$@" >> "{told}"\nexec {real} "$@"\n')
    (there / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{there}{os.pathsep}{os.environ['PATH']}")

    def count() -> int:
        found = told.read_text().count("\n") if told.exists() else 0
        told.write_text("")
        return found

    yield count


def test_what_is_recorded_whole_is_not_recorded_again(store: Store) -> None:
    assert imported(store, pages(5, 3)) == 15
    assert imported(store, pages(5, 3)) == 0
    assert store.notices == []
    assert list(store.verify()) == []


def test_git_is_not_asked_for_each_article(store: Store, gits: Callable[[], int]) -> None:
    imported(store, pages(30, 1))
    gits()
    assert imported(store, pages(2, 2)) == 2
    few = gits()
    assert imported(store, pages(30, 2)) == 28
    assert gits() <= few


def test_an_index_that_is_gone_is_read_from_git_once(store: Store, gits: Callable[[], int]) -> None:
    imported(store, pages(3, 1))
    gits()
    imported(store, pages(3, 1))
    usual = gits()
    (store.private / "index.tsv").unlink()
    imported(store, pages(3, 1))
    assert gits() - usual == 2  # the log, and the texts


def test_known_new_and_continued_articles_beside_one_another(store: Store) -> None:
    imported(store, pages(4, 2))
    other = Page(page(1, 0).url, page(1, 0).url, 200, "text/plain", b"Something else.", page(1, 0).fetched_at)
    found = [*pages(1, 3), other, *pages(6, 1)[4:]]
    assert imported(store, found) == 3  # the third version of the first, and two that are new
    [told] = store.notices
    assert "story-1 has a history here already" in told
    assert [r.kind.value for r in store.history("story-0")] == ["edit", "edit", "first"]


def test_where_nothing_is_left_it_says_so(store: Store) -> None:
    imported(store, pages(1, 1))
    other = Page(page(0, 0).url, page(0, 0).url, 200, "text/plain", b"Something else.", page(0, 0).fetched_at)
    with pytest.raises(StoreError, match="has a history here already"):
        imported(store, [other])


def test_what_came_before_is_taken_up_too(store: Store) -> None:
    url = page(0, 2).url
    imported(store, [page(0, 2)])
    assert imported(store, [page(0, 0)], earlier=True) == 1
    assert imported(store, [page(0, 0), page(0, 1), page(0, 2)], earlier=True) == 1
    assert imported(store, [page(0, 0), page(0, 1)], earlier=True) == 0
    assert [r.seen_at for r in store.history(url)] == [page(0, version).fetched_at for version in (2, 1, 0)]
    assert store.notices == []


def test_many_more_than_are_read_together(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdiff.store.backfill.known._SOME", 2)
    imported(store, pages(5, 1))
    assert imported(store, pages(7, 2)) == 9
    whole = [(r.path, r.kind, r.seen_at) for r in store.changes()]
    assert len(whole) == 14
    assert len({path for path, _, _ in whole}) == 7
