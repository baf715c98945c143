"""What a store tells its users: articles, histories, single revisions, and what came since."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, StoreLocked, UnknownArticle, UnknownRevision
from newsdiff.model import Revision, RevisionKind
from newsdiff.store import Record, Store
from tests.kit.sealing import seal
from tests.kit.stories import START, URL, edit, first, text

MILL, FIRE = "https://gazette.example/2026/03/01/mill", "https://herald.example/fire"
MOVED = "https://gazette.example/2026/03/01/bridge-reopens"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles of two hosts: one with an edit, a reclean and a move; one removed; one as it was."""
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        store = Store.create(tmp_path_factory.mktemp("store") / "snapshots", bare=True)
        bridge, mill, _ = store.record(
            [first(), first(MILL, "It grinds.", headline="The mill"), first(FIRE, "It burns.", headline="Fire")],
            now=START,
        )
        open_again = edit(bridge.path, "It is open.")
        reclean = replace(edit(bridge.path, "It is open!", hours=2), kind=RevisionKind.RECLEAN)
        moved = replace(edit(bridge.path, "It is open!", hours=3, url=MOVED), kind=RevisionKind.MOVED, aliases=(URL,))
        gone = Record(
            text("It grinds.", url=MILL, headline="The mill"),
            RevisionKind.REMOVED,
            START + timedelta(hours=4),
            http_status=410,
            path=mill.path,
        )
        store.record([open_again, reclean, moved, gone], now=START + timedelta(hours=4))
    return store.path


@pytest.fixture
def read_only(folder: Path) -> Store:
    return Store(folder)


@pytest.fixture
def copied(folder: Path, tmp_path: Path) -> Store:
    shutil.copytree(folder, tmp_path / "copy")
    return Store(tmp_path / "copy")


def hours(revisions: list[Revision]) -> list[int]:
    return [(revision.seen_at - START) // timedelta(hours=1) for revision in revisions]


# --- nothing yet ---


def test_an_empty_store_knows_nothing(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty", bare=True)
    assert (store.articles(), store.tip, store.following(""), store.recorded([])) == ([], "", [], [])
    assert list(store.changes()) == list(store.changes(since=START, host="a.example")) == []
    assert (store.path_of(URL), store.commit("abcdef1"), store.last("a.example/2026/03/x-00000000.md")) == (
        None,
        "",
        None,
    )
    assert (store.read_all([]), store.notices, store.hindrances()) == ([], [], [])
    with pytest.raises(UnknownArticle):
        store.find(URL)


def test_a_store_shows_where_it_is(folder: Path) -> None:
    assert repr(Store(folder)) == repr(Store(str(folder))) == f"<Store {str(folder)!r}>"


# --- articles ---


def test_articles_come_by_their_paths_with_their_newest_revision(read_only: Store) -> None:
    found = read_only.articles()
    assert [one.path for one in found] == sorted(one.path for one in found)
    assert [(one.host, one.revisions, one.last.kind) for one in found] == [
        ("gazette.example", 4, RevisionKind.MOVED),
        ("gazette.example", 2, RevisionKind.REMOVED),
        ("herald.example", 1, RevisionKind.FIRST),
    ]
    assert [(one.url, one.headline) for one in found] == [(MOVED, "Bridge closed"), (MILL, "The mill"), (FIRE, "Fire")]


def test_an_article_is_found_by_every_address_it_had(read_only: Store) -> None:
    bridge = read_only.articles()[0].path
    for url in (URL, MOVED, f"{URL}?utm_source=x", MOVED.replace("https", "http")):
        assert read_only.path_of(url) == read_only.find(url) == bridge
    assert read_only.path_of("https://gazette.example/2026/03/01/other") is None
    assert read_only.path_of("bridge") is None  # a part of a name is for users


def test_a_name_of_the_users_own_stands_for_an_address(folder: Path) -> None:
    store = Store(folder, named=lambda name: {"the fire": FIRE}.get(name, name))
    assert store.find("the fire") == store.find(FIRE)
    with pytest.raises(UnknownArticle):
        Store(folder).find("the fire")


def test_a_path_of_no_article_is_not_found(read_only: Store) -> None:
    with pytest.raises(UnknownArticle, match="no article is called"):
        read_only.find("gazette.example/2026/03/other-00000000.md")


# --- revisions ---


def test_a_history_is_told_newest_first_and_without_recleans_if_so_asked(read_only: Store) -> None:
    assert hours(read_only.history(URL)) == [3, 2, 1, 0]
    assert hours(read_only.history(URL, recleans=False)) == [3, 1, 0]
    assert hours(read_only.history(read_only.find(URL))) == [3, 2, 1, 0]
    assert all(revision.article is None for revision in read_only.history(URL))


def test_texts_are_read_in_the_order_in_which_they_are_asked_for(read_only: Store) -> None:
    history = list(read_only.history(URL))
    shuffled = [history[2], history[0], history[3], history[2]]
    texts = [r.article.blocks[-1].text for r in read_only.read_all(shuffled) if r.article]
    assert texts == ["It is open.", "It is open!", "The bridge is closed.", "It is open."]
    alone = read_only.read(history[3])
    assert alone.article == text()
    assert alone.id == history[3].id


def test_revisions_of_another_store_object_are_read_too(read_only: Store, folder: Path) -> None:
    [newest, *_] = Store(folder).history(FIRE)
    assert read_only.read(newest).article == text("It burns.", url=FIRE, headline="Fire")


def test_the_last_revision_of_a_path_has_its_text(read_only: Store) -> None:
    bridge = read_only.find(URL)
    last = read_only.last(bridge)
    assert last is not None
    assert (hours([last]), last.article) == ([3], text("It is open!", url=MOVED))
    assert read_only.last(bridge, commit=read_only.history(FIRE)[0].id) == last  # a guess that proves wrong
    assert read_only.last("gazette.example/2026/03/other-00000000.md") is None


def test_under_the_lock_a_right_guess_walks_no_history(copied: Store) -> None:
    newest = copied.history(URL)[0]
    with copied.lock(who="test", now=START):
        assert copied.last(newest.path, newest.id) == copied.last(newest.path) == copied.read(newest)
        assert copied.last(newest.path, copied.history(FIRE)[0].id) == copied.read(newest)


def test_one_revision_by_its_number_or_commit(read_only: Store) -> None:
    history = read_only.history(URL)
    assert read_only.revision(URL, "@1") == history[-1]
    assert read_only.revision("bridge-reopens", history[1].id[:12]) == history[1]
    with pytest.raises(UnknownRevision):
        read_only.revision(FIRE, history[1].id[:12])


def test_a_commit_goes_by_its_beginning(read_only: Store) -> None:
    commit = read_only.history(FIRE)[0].id
    assert read_only.commit(commit[:10]) == read_only.commit(commit) == commit
    assert read_only.commit("0" * 10) == read_only.commit("") == read_only.commit("bridge") == ""


# --- what came since ---


def test_changes_of_all_articles_newest_first(read_only: Store) -> None:
    assert hours(list(read_only.changes())) == [4, 3, 2, 1, 0, 0, 0]
    assert hours(list(read_only.changes(host="herald.example"))) == [0]
    assert list(read_only.changes(host="other.example")) == []


@pytest.mark.parametrize(
    ("since", "wanted"),
    [
        (START + timedelta(hours=3), [4, 3]),
        (START + timedelta(hours=3, seconds=1), [4]),
        (START + timedelta(days=1), []),
        (START.replace(year=1969), [4, 3, 2, 1, 0, 0, 0]),
    ],
    ids=["at that second", "a second later", "after all", "before git knows of time"],
)
def test_changes_from_a_time_on(read_only: Store, since: object, wanted: list[int]) -> None:
    assert hours(list(read_only.changes(since=since))) == wanted  # type: ignore[arg-type]


def test_commits_are_followed_from_any_of_them(read_only: Store) -> None:
    every = read_only.following("")
    assert every is not None
    assert every[-1] == read_only.tip
    assert [r.id for r in read_only.recorded(every)] == every
    assert hours(read_only.recorded(every)) == [0, 0, 0, 1, 2, 3, 4]
    assert read_only.following(every[4]) == every[5:]
    assert read_only.following("0" * 40) is None


def test_of_commits_that_are_none_nothing_is_told(read_only: Store) -> None:
    tip = read_only.tip
    assert [r.id for r in read_only.recorded([tip, tip])] == [tip, tip]


# --- writing ---


def test_a_run_that_holds_the_lock_does_not_take_it_twice(copied: Store) -> None:
    with copied.lock(who="watch", now=START):
        with (
            pytest.raises(StoreError, match="this run holds the lock already") as error,
            copied.lock(who="x", now=START),
        ):
            pass
        assert error.value.hint == "this is a bug: please report it"
        with pytest.raises(StoreLocked, match="watch holds the lock"), Store(copied.path).lock(who="x", now=START):
            pass
    with copied.lock(who="again", now=START):
        pass


def test_a_lock_is_free_again_after_an_error(copied: Store) -> None:
    with pytest.raises(ValueError, match="broken"), copied.lock(who="watch", now=START):
        raise ValueError("broken")
    assert len(copied.record([edit(copied.find(URL), "Shut.", hours=5)], now=START)) == 1


def test_a_branch_that_is_gone_is_no_empty_store(copied: Store) -> None:
    tip = copied.tip
    (copied.path / "refs/heads/archive").unlink()
    with pytest.raises(StoreError, match="is gone or broken, though revisions were recorded") as error:
        copied.articles()
    assert (
        error.value.hint == f"if git still holds commit {tip}: git -C {copied.path} update-ref refs/heads/archive {tip}"
    )
    with pytest.raises(StoreError, match="is gone or broken"):
        copied.record([first("https://gazette.example/new")], now=START)


def test_a_history_is_taken_over_into_a_new_store_alone(copied: Store, folder: Path) -> None:
    with pytest.raises(StoreError, match="holds a history already") as error:
        copied.take_over(folder, now=START)
    assert error.value.hint == "take one over into a new store"
