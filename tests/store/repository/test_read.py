"""The newest revision by the id of its commit: what the walk of the history says, without the walk."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Revision, RevisionKind
from newsdiff.store import Store
from tests.kit.stories import START, edit, first, text

Run = Callable[..., str]
OTHER = "https://gazette.example/2026/03/01/harbour"


@pytest.fixture
def made(store: Store) -> list[Revision]:
    """A first text, an edit of it, and another article after both."""
    [begun] = store.record([first()], now=START)
    return [begun, *store.record([edit(begun.path, "Open."), first(OTHER, "The harbour.")], now=START)]


def newest(store: Store, path: str, commit: str) -> Revision | None:
    with store.lock(who="watch", now=START):
        return store.last(path, commit)


def running() -> int:
    """How many git processes of this one there are."""
    stats = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stats.append((entry / "stat").read_text())
        except OSError:  # it has just ended
            continue
    parts = [(stat.split("(", 1)[1].rpartition(")")) for stat in stats]
    return sum(name == "git" and int(rest.split()[1]) == os.getpid() for name, _, rest in parts)


@pytest.mark.parametrize("commit", ["", "HEAD", "archive\nHEAD", "0" * 40, "f" * 39 + "g"])
def test_what_names_no_commit_is_looked_up_in_the_history(store: Store, made: list[Revision], commit: str) -> None:
    assert newest(store, made[0].path, commit) == store.last(made[0].path)


def test_an_older_revision_is_not_taken_for_the_newest(store: Store, made: list[Revision]) -> None:
    assert newest(store, made[0].path, made[0].id) == store.last(made[0].path)


def test_a_revision_of_another_article_is_not_taken(store: Store, made: list[Revision]) -> None:
    assert newest(store, made[0].path, made[2].id) == store.last(made[0].path)


def test_somebodys_commit_on_top_is_passed_over(store: Store, made: list[Revision], git: Run) -> None:
    git("checkout", "-q", "archive")
    (store.path / made[1].path).write_text("Somebody was here.\n")
    git("commit", "-q", "-a", "-m", "mine")
    found = newest(store, made[1].path, made[1].id)
    assert found is not None
    assert (found.id, found.article) == (made[1].id, text("Open."))


def test_a_removed_path_has_the_revision_of_the_history(store: Store, made: list[Revision], git: Run) -> None:
    git("checkout", "-q", "archive")
    git("rm", "-q", made[1].path)
    git("commit", "-q", "-m", "gone")
    assert newest(store, made[1].path, made[1].id) == store.last(made[1].path)


def test_a_damaged_text_is_told_as_the_history_tells_it(bare: Store) -> None:
    [begun] = bare.record([first()], now=START)
    for pack in bare.path.glob("objects/pack/*.pack"):
        pack.chmod(0o600)
        body = bytearray(pack.read_bytes())
        for at in range(40, len(body) - 40):
            body[at] ^= 0x55
        pack.write_bytes(body)
    with bare.lock(who="watch", now=START), pytest.raises(StoreError) as by_id:
        bare.last(begun.path, begun.id)
    with pytest.raises(StoreError) as walked:
        bare.last(begun.path)
    assert str(by_id.value) == str(walked.value)


def test_the_named_commit_is_the_newest_revision(store: Store, made: list[Revision]) -> None:
    for revision in made[1:]:
        assert newest(store, revision.path, revision.id) == store.last(revision.path)


def test_the_modified_time_and_a_removal_come_along(store: Store, made: list[Revision]) -> None:
    gone = edit(made[0].path, "Open.", hours=2)
    [removed] = store.record([type(gone)(gone.article, RevisionKind.REMOVED, gone.seen_at, path=gone.path)], now=START)
    found = newest(store, removed.path, removed.id)
    assert found is not None
    assert (found.kind, found) == (RevisionKind.REMOVED, store.last(removed.path))


def test_one_git_reads_for_a_whole_run_and_ends_with_it(store: Store, made: list[Revision]) -> None:
    with store.lock(who="watch", now=START):
        for _ in range(3):
            for revision in made[1:]:
                assert store.last(revision.path, revision.id) == revision_with_text(store, revision)
        assert running() == 1
        [later] = store.record([edit(made[0].path, "Closed again.", hours=3)], now=START)
        assert running() == 0
        assert store.last(later.path, later.id) is not None
    assert running() == 0


def test_an_error_ends_the_git_that_reads(store: Store, made: list[Revision]) -> None:
    with pytest.raises(RuntimeError), store.lock(who="watch", now=START):
        store.last(made[1].path, made[1].id)
        assert running() == 1
        raise RuntimeError
    assert running() == 0


def revision_with_text(store: Store, revision: Revision) -> Revision:
    return store.read(next(r for r in store.history(revision.path) if r.id == revision.id))
