"""Recording: what is prepared, what is committed, and what is refused before anything is written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Revision, RevisionKind
from newsdiff.store import Record, layout
from newsdiff.store.repository import read, write
from newsdiff.store.repository.git import BRANCH, Git
from tests.kit.stories import START, URL, edit, first

OTHER = "https://gazette.example/2026/03/01/harbour"


def path_of(url: str) -> str:
    return f"{layout.folder(url, START)}/{layout.name(url, '')}"


PATH = path_of(URL)


@pytest.fixture
def git(tmp_path: Path) -> Git:
    git = Git(tmp_path / "archive.git")
    git.git_dir.mkdir()
    git.run("init", "--quiet", "--bare", "--template=")
    return git


def prepared(git: Git, *records: Record) -> list[write.Prepared]:
    return write.prepare(git, write.tip(git), records, [path_of(record.article.url) for record in records])


def commit(git: Git, *records: Record, now: datetime = START, at: write.Tip | None = None) -> list[Revision]:
    """What a run does with its records, all of one article a path."""
    made = prepared(git, *records)
    with (git.git_dir / "held").open("w") as held:
        marks = git.git_dir / "marks"
        return write.commit(git, at or write.tip(git), made, now=now, marks=marks, lock_fd=held.fileno())


def times(git: Git) -> list[tuple[int, int]]:
    """When each commit was authored and committed, oldest first; seconds since ``START``."""
    lines = git.run("log", "--reverse", "--format=%at %ct", BRANCH).decode().split("\n")[:-1]
    return [tuple(int(part) - int(START.timestamp()) for part in line.split()) for line in lines]  # type: ignore[misc]


def test_an_archive_without_a_commit_stands_nowhere(git: Git) -> None:
    assert write.tip(git) == write.Tip("", 0)
    assert prepared(git) == []


def test_what_is_committed_is_read_back(git: Git) -> None:
    made = commit(git, first(), first(OTHER, "The harbour – “習”."))
    assert [(r.path, r.kind) for r in made] == [(PATH, RevisionKind.FIRST), (path_of(OTHER), RevisionKind.FIRST)]
    assert write.tip(git).id == made[-1].id
    assert [kept.revision for kept in read.log(git)] == made[::-1]
    assert "The harbour – “習”." in git.run("show", f"{BRANCH}:{path_of(OTHER)}").decode()
    assert not (git.git_dir / "marks").exists()


def test_the_id_of_a_text_is_known_before_git_has_it(git: Git) -> None:
    (one,) = prepared(git, first())
    commit(git, first())
    assert git.run("rev-parse", f"{BRANCH}:{PATH}").decode().strip() == one.blob


def test_a_text_that_does_not_change_its_file_makes_no_commit(git: Git) -> None:
    commit(git, first())
    assert prepared(git, edit(PATH)) == []
    (edited,) = prepared(git, edit(PATH, "It is open."))
    assert not edited.renamed


def test_of_two_records_of_one_run_the_second_is_compared_with_the_first(git: Git) -> None:
    made = prepared(git, first(), edit(PATH), edit(PATH, "It is open."))
    assert [one.record.kind for one in made] == [RevisionKind.FIRST, RevisionKind.EDIT]


def test_what_goes_by_another_address_is_told(git: Git) -> None:
    assert [one.renamed for one in prepared(git, first(), replace(edit(PATH, "Open."), aliases=(OTHER,)))] == [
        True,
        True,
    ]


def test_secrets_of_an_address_are_not_committed(git: Git) -> None:
    (one,) = write.prepare(git, write.tip(git), [first("https://ann:pass@gazette.example/2026/03/01/bridge")], [PATH])
    assert b"pass" not in one.body + one.message


def test_no_text_is_seen_before_the_one_that_it_follows(git: Git) -> None:
    early = replace(edit(PATH, "It is open."), seen_at=START - timedelta(days=1))
    made = prepared(git, early)
    assert made[0].revision.seen_at == START


def test_commits_never_go_back_in_time(git: Git) -> None:
    commit(git, first(), now=START + timedelta(seconds=90))
    commit(git, edit(PATH, "It is open.", hours=0), now=START)
    assert times(git) == [(0, 90), (0, 90)]


@pytest.mark.parametrize("moment", [datetime(1969, 12, 31, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)])
def test_times_that_no_store_can_keep_are_refused(moment: datetime) -> None:
    write.check([first(at=START)], START)
    for records, now in (([first(at=moment)], START), ([], moment)):
        with pytest.raises(StoreError):
            write.check(records, now)


def test_where_something_else_wrote_meanwhile_nothing_is_lost(git: Git) -> None:
    commit(git, first())
    stale = write.Tip("", 0)
    with pytest.raises(StoreError):
        commit(git, edit(PATH, "It is open."), at=stale)
    assert len(list(read.log(git))) == 1


def test_a_path_that_is_none_of_the_layouts_never_enters_a_stream(git: Git) -> None:
    with pytest.raises(StoreError, match="no path of an article"):
        write.prepare(git, write.tip(git), [first()], ["../outside.md"])
