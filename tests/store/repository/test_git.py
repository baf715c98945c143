"""git, run in an environment of our own: whose words fail tells what failed."""

import os
from pathlib import Path

import pytest

from newsdiff.errors import DiskFull, StoreError
from newsdiff.store.repository.git import BRANCH, Git, outside


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Git:
    """An empty bare repository, shared by tests that write nothing but objects."""
    git = Git(tmp_path_factory.mktemp("git") / "é space.git")
    git.git_dir.mkdir()
    git.run("init", "--quiet", "--bare", "--template=")
    return git


def blob(git: Git, body: bytes) -> str:
    return git.run("hash-object", "-w", "--stdin", stdin=body).decode().strip()


@pytest.mark.parametrize("path", ["", "a/b", "-option", "ü 習", "a\tb"])
def test_a_path_without_a_line_break_fits_a_line(path: str) -> None:
    assert outside(path) == path


@pytest.mark.parametrize("path", ["a\nb", "\n", "a\0b"])
def test_a_path_with_a_line_break_does_not(path: str) -> None:
    with pytest.raises(StoreError, match="line break"):
        outside(path)


@pytest.mark.parametrize(
    "body", [b"", b"text\n", bytes(range(256)), b"x" * 200_000], ids=["none", "text", "bytes", "long"]
)
def test_what_is_written_is_read_back(repository: Git, body: bytes) -> None:
    assert repository.run("cat-file", "blob", blob(repository, body)) == body


def test_another_code_than_those_expected_is_an_error_that_quotes_git(repository: Git) -> None:
    with pytest.raises(StoreError, match=r"git cat-file failed \(128\): fatal: ") as told:
        repository.run("cat-file", "blob", "no-such-thing")
    assert told.value.hint == "run newsdiff verify"
    code, out, err = repository.call("cat-file", "-e", "0" * 40, ok=(0, 1))
    assert (code, out) == (1, b"")
    assert err == b"" or b"0000" in err


def test_the_users_environment_and_configuration_say_nothing(
    repository: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / ".gitconfig"
    config.write_text("[alias]\n\tcat = cat-file\n[user]\n\tname = Somebody\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Somebody")
    assert repository.call("config", "user.name", ok=(0, 1))[0] == 1
    assert repository.run("rev-parse", "--absolute-git-dir").decode().strip() == str(repository.git_dir)
    assert repository.as_user().run("config", "user.name") == b"Somebody\n"


def test_a_setting_holds_for_one_start(repository: Git) -> None:
    assert repository.run("config", "a.b", settings=("a.b=c",)) == b"c\n"
    assert repository.call("config", "a.b", ok=(0, 1))[0] == 1
    assert repository.run("config", "core.hooksPath") == b"/dev/null\n"


def test_the_time_that_git_takes_for_now(repository: Git) -> None:
    assert repository.at(1_700_000_000).run("var", "GIT_COMMITTER_IDENT", settings=("user.name=a", "user.email=b")) == (
        b"a <b> 1700000000 +0000\n"
    )


def test_objects_may_stand_in_another_folder(repository: Git, tmp_path: Path) -> None:
    (tmp_path / "objects").mkdir()
    name = blob(repository.with_objects(tmp_path / "objects"), b"elsewhere")
    assert repository.call("cat-file", "-e", name, ok=(0, 1))[0] == 1
    assert repository.from_scratch().with_objects(tmp_path / "objects").run("cat-file", "blob", name) == b"elsewhere"


def test_a_reader_that_has_enough_ends_git(repository: Git) -> None:
    started = repository.start("cat-file", "--batch")
    started.stop()
    assert started.process.returncode != 0
    assert started.stdin.closed and started.stdout.closed


def test_a_relative_folder_is_the_one_meant_when_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git = Git(Path("here.git"), Path("work"))
    assert (git.git_dir, git.work_tree) == (tmp_path / "here.git", tmp_path / "work")


@pytest.mark.parametrize(
    ("code", "err", "kind", "words"),
    [
        (128, b"fatal: write error: No space left on device\n", DiskFull, "no room left"),
        (-25, b"", DiskFull, "no room left"),
        (128, b"error: Disk quota exceeded", DiskFull, "no room left"),
        (1, b"", StoreError, "no word"),
        (128, b"hint: so\nfatal: it broke\n", StoreError, "fatal: it broke"),
        (128, b"one\ntwo", StoreError, "one"),
        (128, b"fatal: https://ann:secret@example.org/x failed", StoreError, "failed"),
        (128, "fatal: kapüt \udcff".encode("utf-8", "surrogateescape"), StoreError, "kapüt"),
    ],
)
def test_what_an_exit_code_and_a_complaint_mean(
    repository: Git, code: int, err: bytes, kind: type[StoreError], words: str
) -> None:
    started = repository.start("version")
    started.end()
    told = started.failure(code, err)
    assert type(told) is kind
    assert words in str(told)
    assert "secret" not in str(told)


def test_without_git_on_the_path_it_says_so(repository: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "relative/place")
    with pytest.raises(StoreError, match="git was not found"):
        repository.run("version")


def test_the_archive_is_a_branch_that_is_looked_for_by_its_full_name() -> None:
    assert BRANCH.startswith("refs/heads/")
    assert os.sep not in BRANCH.removeprefix("refs/heads/")
