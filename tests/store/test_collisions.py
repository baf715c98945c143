"""URLs whose digests begin alike: each has an article of its own, in whatever order and by whatever way it came."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.document import article
from newsdiff.model import Article, Page, Revision, RevisionKind
from newsdiff.store import Record, Store, layout
from tests.kit.stories import START, edit, first

# Found by trying: the SHA-256 of each pair begins with the same eight digits.
ALIKE = tuple(f"https://gazette.example/2026/01/story?id={number}" for number in (36205, 49706))
OTHERWISE_CALLED = ("https://gazette.example/2026/01/story-116373", "https://herald.example/2026/01/tale-7614")


def pages(urls: tuple[str, ...], versions: int) -> list[Page]:
    return [
        Page(
            url, url, 200, "text/plain", f"Story {url}, {'abc'[version]}.".encode(), START - timedelta(days=9 - version)
        )
        for version in range(versions)
        for url in reversed(urls)
    ]


def clean(page: Page) -> Article:
    return article([page.body.decode()], headline="Story")._replace(url=page.url)


def imported(store: Store, found: list[Page]) -> list[Revision]:
    return store.import_(found, clean=clean, now=START)


def digits(path: str) -> int:
    return len(path.rpartition("-")[2].removesuffix(".md"))


@pytest.mark.parametrize("pair", [ALIKE, OTHERWISE_CALLED])
def test_the_pairs_are_what_they_are_taken_for(pair: tuple[str, str]) -> None:
    one, other = pair
    assert layout.digest(one) == layout.digest(other)
    assert layout.url_key(one) != layout.url_key(other)


def one_by_one(store: Store, records: list[Record]) -> list[Revision]:
    return [made for record in records for made in Store(store.path).record([record], now=START)]


def at_once(store: Store, records: list[Record]) -> list[Revision]:
    return store.record(records, now=START)


@pytest.mark.parametrize("crowded", [False, True])
@pytest.mark.parametrize("recorded", [one_by_one, at_once])
def test_a_newcomer_whose_name_is_taken_has_a_longer_one(
    store: Store,
    recorded: Callable[[Store, list[Record]], list[Revision]],
    crowded: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsdiff.store.layout.CROWDED_FILES", 0 if crowded else 3000)
    one, other = recorded(store, [first(url) for url in ALIKE])
    assert (digits(one.path), digits(other.path)) == (8, 16)
    assert one.path.count("/") == other.path.count("/") == 3 + crowded
    assert layout.is_path(other.path) and not layout.is_earlier(other.path)
    [more] = store.record([edit(other.path, "Open.", url=ALIKE[1])], now=START)
    for _ in range(2):
        again = Store(store.path)
        assert [again.find(url) for url in ALIKE] == [again.path_of(url) for url in ALIKE] == [one.path, other.path]
        assert [r.id for r in again.history(ALIKE[1])] == [more.id, other.id]
        assert [r.id for r in again.history(ALIKE[0])] == [one.id]
        assert len(again.articles()) == 2
        assert list(again.verify()) == []
        (store.private / "index.tsv").unlink(missing_ok=True)
    assert recorded(store, [first(url) for url in ALIKE[:1]]) == []  # it stands there, and nothing changed


def test_other_names_with_one_digest_are_told_apart(store: Store) -> None:
    [one] = store.record([first(OTHERWISE_CALLED[0])], now=START)
    assert store.path_of(OTHERWISE_CALLED[1]) is None
    [other] = store.record([first(OTHERWISE_CALLED[1])], now=START)
    assert digits(one.path) == digits(other.path) == 8
    assert [store.find(url) for url in OTHERWISE_CALLED] == [one.path, other.path]


@pytest.mark.parametrize("pair", [ALIKE, OTHERWISE_CALLED])
@pytest.mark.parametrize("before", [1, 2])
def test_an_import_refuses_neither_and_goes_on_where_it_was_stopped(
    tmp_path: Path, pair: tuple[str, str], before: int
) -> None:
    whole, parts = (Store.create(tmp_path / name, bare=True) for name in ("whole", "parts"))
    imported(whole, pages(pair, 3))
    imported(parts, pages(pair, 2)[:before])
    imported(parts, pages(pair, 3))
    assert whole.notices == parts.notices == []
    for store in (whole, parts):
        assert [[r.kind for r in store.history(url)] for url in pair] == [
            [RevisionKind.EDIT, RevisionKind.EDIT, RevisionKind.FIRST]
        ] * 2
        assert list(store.verify()) == []
    assert [parts.find(url) for url in pair] == [whole.find(url) for url in pair]


def test_an_index_that_knows_urls_by_fewer_digits_is_made_anew(store: Store) -> None:
    [made] = store.record([first(ALIKE[0])], now=START)
    file = store.private / "index.tsv"
    whole = file.read_text()
    file.write_text(whole.replace(layout.url_key(ALIKE[0]), layout.digest(ALIKE[0])))
    assert file.read_text() != whole
    assert Store(store.path).path_of(ALIKE[0]) == made.path
    Store(store.path).record([edit(made.path, "Open.", url=ALIKE[0])], now=START)
    assert file.read_text().startswith(whole)
    assert list(Store(store.path).verify()) == []
