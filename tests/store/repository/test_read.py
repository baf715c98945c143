"""Reading: the history, objects by name, and the newest revision by the id of its commit, without the walk."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Revision, RevisionKind
from newsdiff.store import Store
from newsdiff.store.repository import read
from newsdiff.store.repository.git import BRANCH, Git
from newsdiff.store.repository.read import ObjectReader
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


@pytest.fixture
def repository(store: Store) -> Git:
    return Git(store.path / ".git")


def test_an_empty_archive_has_no_history(repository: Git) -> None:
    assert list(read.log(repository)) == []
    assert read.following(repository, "", "") == []
    assert read.sizes(repository, []) == []
    assert list(read.objects(repository, [])) == list(read.texts(repository, [])) == []


def test_the_history_is_told_newest_first_of_all_or_of_one_path(repository: Git, made: list[Revision]) -> None:
    assert [kept.revision for kept in read.log(repository)] == made[::-1]
    assert [kept.revision for kept in read.log(repository, path=made[0].path)] == [made[1], made[0]]
    assert [kept.revision for kept in read.log(repository, "--max-count=1")] == [made[2]]
    assert [kept.revision for kept in read.log(repository, tip=made[1].id)] == [made[1], made[0]]
    assert list(read.log(repository, path="nowhere/at/all.md")) == []


def test_a_reader_may_stop_anywhere(repository: Git, made: list[Revision]) -> None:
    history = read.log(repository)
    assert next(history).revision == made[2]
    history.close()
    assert running() == 0


def test_a_commit_of_somebody_else_is_left_out(repository: Git, store: Store, made: list[Revision], git: Run) -> None:
    git("checkout", "-q", "archive")
    (store.path / made[1].path).write_text("Somebody was here.\n")
    git("commit", "-q", "-a", "-m", "mine")
    assert [kept.revision for kept in read.log(repository)] == made[::-1]


def test_what_follows_a_commit(repository: Git, made: list[Revision]) -> None:
    ids = [revision.id for revision in made]
    assert read.following(repository, "", ids[-1]) == ids
    assert read.following(repository, ids[0], ids[-1]) == ids[1:]
    assert read.following(repository, ids[-1], ids[-1]) == []
    assert read.following(repository, ids[-1], ids[0]) is None
    assert read.following(repository, ids[0], "") is None
    assert read.following(repository, "0" * 40, ids[-1]) is None


def test_objects_come_in_the_order_in_which_they_were_asked_for(repository: Git, made: list[Revision]) -> None:
    blob = next(read.log(repository)).blob
    names = ["0" * 40, blob, "no-such-name", f"{made[2].id}:{made[2].path}", blob]
    bodies = list(read.objects(repository, names))
    assert [body is None for body in bodies] == [True, False, True, False, False]
    assert bodies[1] == bodies[3] == bodies[4]
    assert read.sizes(repository, names) == [len(body or b"") for body in bodies]


def test_a_text_that_is_not_there_is_named(repository: Git, made: list[Revision]) -> None:
    assert [text.startswith("---") for text in read.texts(repository, [f"{made[0].id}:{made[0].path}"])] == [True]
    with pytest.raises(StoreError, match="no-such-name cannot be read"):
        list(read.texts(repository, ["no-such-name"]))


def test_one_git_reads_object_after_object_and_is_started_again(repository: Git, made: list[Revision]) -> None:
    with ObjectReader(repository) as held:
        assert held.read("no-such-name") is None
        assert b"\nauthor " in (held.read(made[0].id) or b"")
        assert running() == 1
        held.close()
        assert running() == 0
        assert held.read(made[1].id) is not None
    assert running() == 0


def test_a_damaged_object_is_none_and_those_behind_it_are_read(repository: Git, store: Store, tmp_path: Path) -> None:
    good, bad = (repository.run("hash-object", "-w", "--stdin", stdin=text).decode().strip() for text in (b"a", b"b"))
    loose = store.path / ".git" / "objects" / bad[:2] / bad[2:]
    loose.chmod(0o644)
    loose.write_bytes(b"scribbled over")
    assert list(read.objects(repository, [good, bad, good])) == [b"a", None, b"a"]
    with ObjectReader(repository) as held:
        assert [held.read(name) for name in (good, bad, good)] == [b"a", None, b"a"]


def test_a_text_is_as_recorded_where_the_message_vouches_for_it(repository: Git, made: list[Revision]) -> None:
    (body,) = read.objects(repository, [f"{made[0].id}:{made[0].path}"])
    assert read.is_as_recorded(made[0], body or b"")
    assert not read.is_as_recorded(made[0], b"")


def test_where_the_archive_stands_is_told_of_a_loose_branch_of_a_packed_one_and_of_none(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store")
    git = Git(store.path / ".git", store.path)
    assert read.newest_commit(git) == ""
    (made,) = store.record([first()], now=START)
    branch = store.path / ".git" / BRANCH
    assert branch.read_text() == f"{made.id}\n"
    assert read.newest_commit(git) == made.id
    git.run("pack-refs", "--all")
    assert not branch.exists()
    assert read.newest_commit(git) == made.id
    assert store.tip == made.id
