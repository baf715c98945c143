"""Judgements as git notes: written in one commit each time, read back to the byte, and what changed between two."""

from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.store.judgements import notes
from newsdiff.store.repository.git import NOTES, Git
from tests.kit.sealing import seal
from tests.kit.stories import START

NONE = "0" * 40


def write(git: Git, *texts: tuple[str, str]) -> str:
    return notes.write(git, texts, now=START, lock_fd=0)


def made(folder: Path, count: int = 3) -> tuple[Git, list[str]]:
    """A repository with so many commits, and their ids."""
    git = Git(folder)
    git.run("init", "--quiet", "--bare", str(folder))
    line = "commit refs/heads/archive\ncommitter C <c@example.org> {} +0000\ndata 0\n\n"
    git.run("fast-import", "--quiet", stdin="".join(map(line.format, range(count))).encode())
    return git, git.run("rev-list", "--reverse", "archive").decode().split()


@pytest.fixture
def bare(tmp_path: Path) -> tuple[Git, list[str]]:
    return made(tmp_path / "bare.git")


class Noted:
    """A repository with notes of two writes on three commits."""

    def __init__(self, folder: Path) -> None:
        self.git, self.commits = made(folder)
        self.one, self.two, self.three = self.commits
        self.first = write(self.git, (self.one, "One.\n\nRules: 1\n"), (self.two, "Two, größer.\n"))
        self.second = write(self.git, (self.two, "Two again.\n"), (self.three, "Three"))


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Noted:
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        return Noted(tmp_path_factory.mktemp("notes") / "r.git")


def test_without_notes_there_is_nothing(bare: tuple[Git, list[str]]) -> None:
    git, commits = bare
    assert notes.tip(git) == ""
    assert notes.of(git, commits) == {}
    (git.git_dir / "packed-refs").write_text("# pack-refs with: peeled fully-peeled sorted\n")
    assert notes.tip(git) == ""


def test_each_write_is_one_commit_with_its_time(noted: Noted) -> None:
    told = noted.git.run("log", "--reverse", "--format=%H %P %ct %s", NOTES).decode().splitlines()
    seconds = int(START.timestamp())
    assert told == [f"{noted.first}  {seconds} Judged anew", f"{noted.second} {noted.first} {seconds} Judged anew"]
    assert notes.tip(noted.git) == noted.second


def test_a_write_to_what_is_no_commit_leaves_all_as_it_was(noted: Noted) -> None:
    for name in (NONE, "no commit at all"):
        with pytest.raises(StoreError, match="fast-import failed"):
            write(noted.git, (noted.one, "Lost."), (name, "x"))
    assert notes.tip(noted.git) == noted.second


def test_all_notes_with_their_commits(noted: Noted) -> None:
    wanted = {noted.one: "One.\n\nRules: 1\n", noted.two: "Two again.\n", noted.three: "Three"}
    assert dict(notes.texts(noted.git)) == wanted


def test_the_notes_on_some_commits_as_git_tells_them(noted: Noted) -> None:
    found = notes.of(noted.git, [noted.three, noted.one])
    assert {commit: note.strip() for commit, note in found.items()} == {
        noted.three: "Three",
        noted.one: "One.\n\nRules: 1",
    }
    assert notes.of(noted.git, []) == {}


def test_kept_notes_are_those_of_the_commits_asked_for(noted: Noted) -> None:
    for commits in ([], [noted.one], [noted.three, noted.one], noted.commits):
        found = notes.kept(noted.git, noted.second, commits)
        assert set(found) == set(commits)
        assert all(path.replace("/", "") == commit for commit, (path, _) in found.items())
    assert notes.kept(noted.git, noted.second, [NONE]) == {}
    assert notes.kept(noted.git, noted.first, [noted.three]) == {}


def test_a_note_is_read_to_the_byte_as_it_stood_then(noted: Noted) -> None:
    assert notes.kept(noted.git, noted.first, [noted.two])[noted.two][1] == "Two, größer.\n".encode()
    assert notes.kept(noted.git, noted.second, [noted.two])[noted.two][1] == b"Two again.\n"


def test_what_changed_between_two_writes(noted: Noted) -> None:
    assert notes.changed(noted.git, noted.second, noted.second) == []
    assert set(notes.changed(noted.git, noted.first, noted.second)) == {noted.two, noted.three}
    assert set(notes.changed(noted.git, "", noted.first)) == {noted.one, noted.two}
    assert set(notes.changed(noted.git, "", noted.second)) == set(noted.commits)


@pytest.mark.parametrize("gone", [NONE, "f" * 40, "no commit"])
def test_where_the_old_state_is_gone_all_of_them_changed(noted: Noted, gone: str) -> None:
    assert set(notes.changed(noted.git, gone, noted.second)) == set(noted.commits)


def test_many_notes_stand_in_folders_and_are_found_there(tmp_path: Path) -> None:
    git, commits = made(tmp_path / "many.git", 300)
    at = write(git, *((commit, f"Note on {commit}.\n") for commit in commits))
    some = commits[::2]  # more than one question to git
    found = notes.kept(git, at, some)
    assert {commit: body for commit, (_, body) in found.items()} == {c: f"Note on {c}.\n".encode() for c in some}
    assert all("/" in path for path, _ in found.values())
    assert dict(notes.texts(git)) == {c: f"Note on {c}.\n" for c in commits}
    assert set(notes.changed(git, "", at)) == set(commits)


def test_what_stands_beside_notes_and_names_no_commit_is_passed_over(bare: tuple[Git, list[str]]) -> None:
    git, [one, two, _] = bare
    deep = f"{two[:2]}/{two[2:4]}/{two[4:]}"  # as git puts it among very many
    blob = git.run("hash-object", "-w", "--stdin", stdin=b"mine").decode().strip()
    stream = f"commit {NOTES}\ncommitter R <r@example.org> 0 +0000\ndata 0\n\n"
    files = "".join(f"M 100644 {blob} {name}\n" for name in ("README", one, f"a/{one}", deep))
    git.run("fast-import", "--quiet", stdin=(stream + files).encode())
    at = notes.tip(git)
    assert dict(notes.texts(git)) == {"README": "mine", one: "mine", f"a/{one}": "mine", two: "mine"}
    assert set(notes.changed(git, "", at)) == {one, two}
    assert {commit: path for commit, (path, _) in notes.kept(git, at, [one, two]).items()} == {one: one, two: deep}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Judged anew: as it was recorded.\n\nRules: 4\n", True),
        ("Rules: 4", True),
        ("A note of mine.\n", False),
        ("Rules: 4\n\nA note of mine.\n", False),
        ("Rules:\n", False),
        ("", False),
    ],
)
def test_a_judgement_names_its_rules(text: str, wanted: bool) -> None:
    assert notes.is_judgement(text) is wanted
