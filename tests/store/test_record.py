"""Recording and reading back: what is kept, how plain git shows it, and what makes no commit."""

import hashlib
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, StoreLocked, UnknownArticle, UnknownRevision
from newsdiff.model import Block, BlockKind, RevisionKind
from newsdiff.store import Record, Store
from newsdiff.store.repository import commit_message
from newsdiff.text.urls import public
from tests.kit.stories import START, URL, edit, first, text
from tests.kit.whole import whole

PATH = "gazette.example/2026/03/bridge-3a8cdbb6.md"
Run = Callable[..., str]


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def test_unchanged_text_makes_no_commit(store: Store, path: str, git: Run) -> None:
    again = replace(first(), path=path, kind=RevisionKind.EDIT)
    assert store.record([again, again], now=START) == []
    assert git("rev-list", "--count", "archive") == "1\n"


def test_the_same_text_twice_in_a_run_makes_one_commit(store: Store, path: str) -> None:
    made = store.record([edit(path, "Open."), edit(path, "Open.", hours=2)], now=START)
    assert len(made) == 1


def test_nothing_to_record_is_nothing(store: Store) -> None:
    assert store.record([], now=START) == []
    assert store.articles() == []
    assert list(store.changes()) == []
    with pytest.raises(UnknownArticle):
        store.history("bridge")


def test_a_revision_comes_back_as_it_was_recorded(store: Store, path: str) -> None:
    made = store.record([edit(path, "The bridge is open.")], now=START)
    assert store.history(path)[0] == made[0]
    assert store.read(made[0]).article == text("The bridge is open.")
    assert [r.kind for r in store.history(path)] == [RevisionKind.EDIT, RevisionKind.FIRST]
    assert store.last(path) == store.read(made[0])


def test_plain_git_shows_what_a_reader_expects(store: Store, path: str, git: Run) -> None:
    store.record([edit(path, "The bridge is open.")], now=START + timedelta(days=1))
    assert git("status", "--porcelain") == ""
    assert git("fsck", "--strict", "--full") == ""
    assert git("log", "--format=%as %an %cs %s") == (
        "2026-03-01 gazette.example 2026-03-02 edit: Bridge closed\n"
        "2026-03-01 gazette.example 2026-03-01 first: Bridge closed\n"
    )
    assert "The bridge is [-closed.-]{+open.+}" in git("log", "-p", "--word-diff", "--", path).replace(
        "[-closed-]{+open+}.", "[-closed.-]{+open.+}"
    )
    assert git("log", "-1", "--format=%(trailers:key=Kind,valueonly)").strip() == "edit"
    assert (store.path / path).read_text() == git("show", f"archive:{path}")
    assert git("branch", "--show-current") == "main\n"


def test_the_trailer_hashes_the_file(store: Store, path: str, git: Run) -> None:
    body = git("show", f"archive:{path}")
    assert dict(store.history(path)[0].trailers)["Text-Sha256"] == hashlib.sha256(body.encode()).hexdigest()


def test_a_run_of_many_articles(store: Store) -> None:
    records = [first(f"https://gazette.example/{n}/story-{n}", f"Story {n}.") for n in range(40)]
    made = store.record(records, now=START)
    assert len({r.path for r in made}) == 40
    assert len(store.articles()) == 40
    assert {e.revisions for e in store.articles()} == {1}
    assert [r.path for r in store.changes()] == [r.path for r in reversed(made)]


def test_a_bare_store_does_the_same(bare: Store) -> None:
    path = bare.record([first()], now=START)[0].path
    bare.record([edit(path, "Open.")], now=START)
    assert len(Store(bare.path).history(path)) == 2
    assert bare.private.parent == bare.path
    assert not (bare.path / "gazette.example").exists()


def test_a_clone_works(store: Store, path: str, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "-q", store.path, tmp_path / "clone"], check=True)
    assert (tmp_path / "clone" / path).read_text() == (store.path / path).read_text()


def test_removed_and_restored(store: Store, path: str) -> None:
    gone = Record(text(), RevisionKind.REMOVED, START + timedelta(hours=1), http_status=410, path=path)
    back = Record(text(), RevisionKind.RESTORED, START + timedelta(hours=2), path=path)
    made = store.record([gone, back], now=START)
    assert [r.kind for r in made] == [RevisionKind.REMOVED, RevisionKind.RESTORED]
    assert (
        "status: removed"
        in subprocess.run(
            ["git", "show", f"{made[0].id}:{path}"], cwd=store.path, capture_output=True, text=True, check=True
        ).stdout
    )


def test_committer_times_never_run_backwards(store: Store, path: str, git: Run) -> None:
    store.record([edit(path, "Open.")], now=START - timedelta(days=400))
    assert git("log", "-1", "--format=%ct") >= git("log", "-1", "--format=%ct", "archive~1")


def test_a_clock_set_back_makes_no_revision_earlier_than_the_one_before(store: Store, path: str) -> None:
    record = replace(edit(path, "Open."), seen_at=START - timedelta(hours=5), since=START)
    made = store.record([record], now=START - timedelta(hours=5))
    assert made[0].seen_at == START
    assert list(store.verify()) == []


@pytest.mark.parametrize("moment", [datetime(1969, 12, 31, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
def test_times_that_git_cannot_keep_are_refused(store: Store, moment: datetime) -> None:
    with pytest.raises(StoreError, match="no time a store can keep"):
        store.record([first(at=moment)], now=START)


# --- names ---


@pytest.mark.parametrize(
    "name",
    [
        URL,
        "http://www.gazette.example/2026/03/01/bridge/?utm_source=x#top",
        "bridge",
        "Bridge CLOSED",
        "gazette.example/2026",
    ],
)
def test_an_article_has_many_names(store: Store, path: str, name: str) -> None:
    assert store.find(name) == path
    assert store.find(path) == path


def test_a_name_that_fits_two_says_so(store: Store, path: str) -> None:
    store.record([first("https://gazette.example/2026/03/01/bridges", "Others.")], now=START)
    with pytest.raises(UnknownArticle, match="2 articles are called 'bridge'"):
        store.find("bridge")
    assert store.find(URL) == path


@pytest.mark.parametrize(
    "name", ["", "tunnel", "https://gazette.example/other", "../../etc/passwd", "--output=x", "a\nb"]
)
def test_a_name_that_fits_none(store: Store, path: str, name: str) -> None:
    with pytest.raises(UnknownArticle):
        store.find(name)


def test_revisions_by_number_date_and_commit(store: Store, path: str) -> None:
    made = store.record([edit(path, "Open.", hours=24), edit(path, "Shut.", hours=48)], now=START)
    for name, at in {
        "@1": 2,
        "@-1": 0,
        "@3": 0,
        "2026-03-01": 2,
        "2026-03-02": 1,
        "2026-03-02T07:59": 2,
        "2026-03-02T08:00": 1,
        made[1].id[:8]: 0,
    }.items():
        assert store.revision(path, name) == store.history(path)[at], name


@pytest.mark.parametrize("name", ["@0", "@4", "@-4", "@x", "@", "2026-02-28", "zzzz", "", "abc", "2026-13-01"])
def test_revisions_that_are_none(store: Store, path: str, name: str) -> None:
    with pytest.raises(UnknownRevision):
        store.revision(path, name)


def test_changes_since_and_of_a_host(store: Store, path: str) -> None:
    other = first("https://herald.example/fire", "Fire.", at=START + timedelta(days=2))
    store.record([other], now=START + timedelta(days=2))
    assert [r.path.split("/")[0] for r in store.changes(since=START + timedelta(days=1))] == ["herald.example"]
    assert [r.path for r in store.changes(host="gazette.example")] == [path]


# --- the place of a store ---


def test_what_stood_there_before_is_not_gits_business(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    store = Store.create(tmp_path)
    store.record([first()], now=START)
    assert (
        subprocess.run(
            ["git", "status", "--porcelain"], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout
        == ""
    )
    assert (tmp_path / "README.md").read_text() == "mine"


def test_another_repository_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", "commit", "-q", "--allow-empty", "-m", "mine"],
        cwd=tmp_path,
        check=True,
    )
    with pytest.raises(StoreError, match="a git repository already"):
        Store.create(tmp_path)


def test_a_store_is_not_made_twice(store: Store) -> None:
    with pytest.raises(StoreError, match="a newsdiff store already"):
        Store.create(store.path)


def test_no_store_no_newer_store(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreError, match="not a newsdiff store"):
        Store(tmp_path / "nowhere")
    (store.private / "format").write_text("2\n")
    with pytest.raises(StoreError, match="format '2'"):
        Store(store.path)


def test_private_files_are_the_owners(store: Store) -> None:
    assert store.private.stat().st_mode & 0o077 == 0


# --- the lock ---


def test_the_lock_names_its_holder(store: Store) -> None:
    with (
        store.lock(who="watch", now=START),
        pytest.raises(StoreLocked, match=r"watch holds the lock of .* since 2026-03-01T08:00:00Z"),
    ):
        Store(store.path).record([first()], now=START)
    assert len(Store(store.path).record([first()], now=START)) == 1


def test_a_holder_records_without_asking_again(store: Store) -> None:
    with store.lock(who="watch", now=START):
        assert len(store.record([first()], now=START)) == 1


def test_day_folders_once_a_month_is_crowded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdiff.store.layout.CROWDED_FILES", 3)
    store.record([first(f"https://gazette.example/story-{n}", f"{n}.") for n in range(2)], now=START)
    made = store.record([first(f"https://gazette.example/other-{n}", f"{n}.") for n in range(3)], now=START)
    assert [r.path.count("/") for r in made] == [3, 4, 4]


def test_blocks_of_every_kind_survive_the_store(store: Store) -> None:
    kept = text()._replace(blocks=tuple(Block(kind, f"A {kind.value}.") for kind in BlockKind))
    made = store.record([Record(kept, RevisionKind.FIRST, START)], now=START)
    assert store.read(made[0]).article == kept


def test_08_what_an_older_newsdiff_committed_is_shown_without_its_secret() -> None:
    trailers = "Kind: first\nUrl: https://a.example/1?token=hunter2\nAlias: https://a.example/2?sig=hunter2"
    found = commit_message.read("0" * 40, "a.example/2026/03/a-00000000.md", START, f"first: A\n\n{trailers}\n")
    assert found is not None
    assert found.url == public("https://a.example/1?token=hunter2")
    assert "hunter2" not in whole(found)
