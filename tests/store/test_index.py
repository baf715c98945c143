"""The index is only a help: lost, torn, behind or foreign, it is made anew from git."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import RevisionKind
from newsdiff.store import Record, Store, StoredArticle, index
from newsdiff.store.index import RevisionIndex
from tests.kit.stories import START, URL, edit, first, text

MOVED = "https://gazette.example/2026/03/02/bridge-reopens"


@pytest.fixture
def path(store: Store) -> str:
    made = store.record([first(), first("https://herald.example/fire", "Fire.")], now=START)
    return made[0].path


def told(store: Store) -> list[StoredArticle]:
    return Store(store.path).articles()


def lines(store: Store) -> list[str]:
    return (store.private / "index.tsv").read_text().split("\n")


@pytest.mark.parametrize("keep", [0, 1, 40, 100, 250, 400, -1])
def test_a_cut_index_tells_the_same_and_is_mended_by_the_next_run(store: Store, path: str, keep: int) -> None:
    before, whole = told(store), lines(store)
    file = store.private / "index.tsv"
    file.write_bytes(file.read_bytes()[:keep])
    assert told(store) == before
    made = store.record([edit(path, "Open.")], now=START)
    assert lines(store)[:2] == whole[:2]
    assert lines(store)[2].startswith(made[0].id)
    assert len(lines(store)) == 4


def test_a_lost_index_tells_the_same(store: Store, path: str) -> None:
    before = told(store)
    (store.private / "index.tsv").unlink()
    assert told(store) == before
    assert Store(store.path).find(URL) == path


def test_an_index_of_another_history_is_not_believed(store: Store, path: str) -> None:
    before = told(store)
    file = store.private / "index.tsv"
    file.write_text(file.read_text().replace(lines(store)[1][:40], "0" * 40))
    assert told(store) == before


def test_a_moved_article_is_found_by_every_url_it_had(store: Store, path: str) -> None:
    moved = Record(
        text(url=MOVED), RevisionKind.MOVED, START + timedelta(hours=1), path=path, aliases=("https://x.example/a",)
    )
    store.record([moved], now=START)
    store.record([edit(path, "Open.", url=MOVED, hours=2)], now=START)
    for again in (store, Store(store.path)):
        assert [again.path_of(u) for u in (URL, MOVED, "https://x.example/a?utm_source=y")] == [path] * 3
        assert again.find(URL) == again.find("reopens") == path
    assert store.path_of("https://gazette.example/other") is None
    (store.private / "index.tsv").unlink()
    assert Store(store.path).path_of(URL) == path


def test_an_entry_tells_the_newest_revision(store: Store, path: str) -> None:
    made = store.record([edit(path, "Open.", headline="Bridge open")], now=START)
    entry = {e.path: e for e in told(store)}[path]
    assert (entry.headline, entry.revisions, entry.host, entry.url) == ("Bridge open", 2, "gazette.example", URL)
    assert entry.last == made[0]


def test_articles_and_what_came_before_them_are_told_by_one_look_at_the_index(store: Store, path: str) -> None:
    past = replace(first(), seen_at=START - timedelta(days=1), earlier=True)
    [chapter] = store.record([past], now=START)
    rows = list(store._rows())
    newest, counts = index.newest(iter(rows))
    assert [row.path for row in newest] == sorted({row.path for row in rows} - {chapter.path})
    assert (counts[path], chapter.path in counts) == (2, False)
    assert {one.path: one.revisions for one in told(store)} == {row.path: counts[row.path] for row in newest}


def test_a_history_that_is_looked_for_by_its_name_takes_one_look_at_the_index(
    store: Store, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    [chapter] = store.record([replace(first(), seen_at=START - timedelta(days=1), earlier=True)], now=START)
    looks, rows = [], RevisionIndex.rows

    def counted(*args: Any) -> Iterator[index.Row]:
        looks.append(args)
        return rows(*args)

    monkeypatch.setattr(RevisionIndex, "rows", counted)
    assert [one.path for one in Store(store.path).history(URL)] == [path, chapter.path]
    assert len(looks) == 1


@pytest.mark.parametrize("broken", ["", "0" * 40 + "\n", "nonsense\n", None])
def test_a_broken_branch_is_never_taken_for_an_empty_store(store: Store, path: str, broken: str | None) -> None:
    branch = store.path / ".git/refs/heads/archive"
    tip = branch.read_text()
    branch.write_text(broken) if broken is not None else branch.unlink()
    for act in (
        store.articles,
        lambda: store.history("bridge"),
        lambda: store.record([edit(path, "Open.")], now=START),
    ):
        with pytest.raises(StoreError, match=r"gone or broken|failed|cannot be"):
            act()
    assert [f for f in store.verify() if f.path == path]
    branch.write_text(tip)
    assert len(store.record([edit(path, "Open.")], now=START)) == 1


def test_a_relative_path_and_another_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store.create("here/store")
    path = store.record([first()], now=START)[0].path
    monkeypatch.chdir("/")
    assert len(store.history(path)) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["here"]


def test_without_a_work_tree_main_stays(store: Store, path: str) -> None:
    main = (store.path / ".git/refs/heads/main").read_text()
    away = Store(store.path, worktree=False)
    away.record([edit(path, "Open.")], now=START)
    assert (store.path / ".git/refs/heads/main").read_text() == main
    assert away.notices == []
    shown = subprocess.run(["git", "status", "--porcelain"], cwd=store.path, capture_output=True, check=True)
    assert shown.stdout == b""


def test_a_first_of_an_article_that_is_here_makes_no_second_file(store: Store, path: str) -> None:
    assert store.record([first()], now=START) == []
    assert store.record([replace(first(), seen_at=START + timedelta(minutes=1))], now=START) == []
    assert len(told(store)) == 2


@pytest.mark.parametrize("harm", [b"\xff", b"\t", b"\n", b"x\ty", b"../../etc"])
def test_a_line_that_is_none_is_read_from_git_and_mended_by_maintain(store: Store, path: str, harm: bytes) -> None:
    before, file = told(store), store.private / "index.tsv"
    whole = file.read_bytes()
    place = whole.index(b"gazette.example/")  # the path, in the first line
    file.write_bytes(whole[:place] + harm + whole[place + len(harm) :])
    assert told(store) == before
    assert Store(store.path).find(URL) == path
    store.record([edit(path, "Open.")], now=START)
    Store(store.path).maintain(now=START)
    assert file.read_bytes().startswith(whole)


@pytest.mark.parametrize("torn", [b"", b"0123abcd"])
def test_a_branch_that_is_gone_is_no_empty_store_and_the_last_whole_line_says_where_it_stood(
    store: Store, path: str, torn: bytes
) -> None:
    tip = store.tip
    with (store.private / "index.tsv").open("ab") as file:
        file.write(torn)
    subprocess.run(["git", "update-ref", "-d", "refs/heads/archive"], cwd=store.path, check=True)
    with pytest.raises(StoreError, match="is gone or broken") as caught:
        told(store)
    assert f"update-ref refs/heads/archive {tip}" in caught.value.hint


@pytest.mark.parametrize("seconds", ["-99999999999", "99999999999"])
def test_a_line_with_a_time_that_no_store_can_keep_is_made_anew(store: Store, path: str, seconds: str) -> None:
    before = told(store)
    file = store.private / "index.tsv"
    file.write_text(file.read_text().replace(str(int(START.timestamp())), seconds))
    assert told(store) == before
