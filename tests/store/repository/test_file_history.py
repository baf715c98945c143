"""The versions of one file, through renames that kept its text, and no further."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdiff.store.repository.file_history import FileVersion, NameDoubt, file_history
from newsdiff.store.repository.git import Git
from tests.kit.sealing import seal

LINES = [f"Line {n} of the story about the bridge.\n" for n in range(20)]
STORY, EDITED, OTHER = "".join(LINES), "".join([*LINES[:-1], "It is open.\n"]), "Something else.\n" * 20
Change = tuple[str, str | None]  # a path, and its new text; None: it goes
START = 1_700_000_000


class Repository:
    """Branches of one repository, each with a history of its own."""

    def __init__(self, folder: Path) -> None:
        subprocess.run(["git", "init", "-q", "--bare", folder], check=True)
        self.git = Git(folder)
        self._stream: list[bytes] = []
        self._mark = 0

    def branch(self, name: str, *commits: Sequence[Change]) -> None:
        self._stream.append(b"reset refs/heads/%s\n" % name.encode())
        for number, changes in enumerate(commits):
            seconds = START + 60 * number
            self._mark += 1
            head = f"commit refs/heads/{name}\nmark :{self._mark}\n"
            author = f"author A <a@example.org> {seconds} +0100\ncommitter C <c@example.org> {seconds + 5} +0000\n"
            self._stream.append(f"{head}{author}data 1\nx\n".encode())
            self._stream += [f"from :{self._mark - 1}\n".encode()] if number else []
            for path, text in changes:
                quoted = f'"{path}"' if "\\" in path else path
                body = b"" if text is None else text.encode()
                changed = f"M 100644 inline {quoted}\ndata {len(body)}\n".encode() + body + b"\n"
                self._stream.append(f"D {quoted}\n".encode() if text is None else changed)

    def write(self) -> None:
        folder = f"--git-dir={self.git.git_dir}"
        subprocess.run(["git", folder, "fast-import", "--quiet"], check=True, input=b"".join(self._stream))

    def history(self, branch: str, path: str) -> tuple[list[tuple[str, int]], NameDoubt | None]:
        """What a file was called at each version, with the minute of it; and the doubt."""
        found, doubt = file_history(self.git, branch, path)
        assert all(isinstance(version, FileVersion) for version in found)
        return [(version.path, (int(version.seconds) - START) // 60) for version in found], doubt

    def commit(self, name: str) -> str:
        return self.git.run("rev-parse", name).decode().strip()


def renamed(old: str, new: str, text: str) -> list[Change]:
    return [(old, None), (new, text)]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        made = Repository(tmp_path_factory.mktemp("history") / "r.git")
        made.branch("plain", [("a.md", STORY)], [("b.md", OTHER)], [("a.md", EDITED)], [("a.md", None)])
        made.branch("again", [("a.md", STORY)], [("a.md", None)], [("a.md", EDITED)])
        made.branch(
            "renamed",
            [("a.md", STORY)],
            [("a.md", EDITED)],
            renamed("a.md", "b/c.md", EDITED),
            renamed("b/c.md", "größe 1.md", EDITED),
            [("größe 1.md", STORY)],
        )
        made.branch("changed", [("a.md", STORY)], renamed("a.md", "b.md", EDITED), [("b.md", STORY)])
        made.branch("copied", [("a.md", STORY)], [("b.md", STORY)])
        made.branch("alike", [("a.md", STORY), ("b.md", OTHER)], [("a.md", None), ("b.md", None), ("c.md", "New.\n")])
        made.branch("odd", [("a\\nb.md", STORY)], renamed("a\\nb.md", "c.md", STORY))
        made.branch("bytes", [("a\\377.md", STORY)], renamed("a\\377.md", "c.md", STORY))
        made.branch("swapped", [("a.md", STORY)], renamed("a.md", "b.md", STORY), renamed("b.md", "a.md", STORY))
        both = [*renamed("a.md", "c.md", STORY), *renamed("b.md", "d.md", OTHER)]
        made.branch("both", [("a.md", STORY), ("b.md", OTHER)], both)
        made.write()
    return made


@pytest.mark.parametrize(
    ("branch", "path", "wanted"),
    [
        ("plain", "c.md", []),
        ("plain", "b.md", [("b.md", 1)]),
        ("plain", "a.md", [("a.md", 0), ("a.md", 2)]),  # that it went is no version
        ("again", "a.md", [("a.md", 0), ("a.md", 2)]),
        ("plain~3", "a.md", [("a.md", 0)]),
    ],
    ids=["no file", "one version", "two, and gone", "gone and back", "up to a commit"],
)
def test_versions_of_a_file_that_always_had_its_name(
    repository: Repository, branch: str, path: str, wanted: list[tuple[str, int]]
) -> None:
    assert repository.history(branch, path) == (wanted, None)


def test_a_version_names_its_commit_and_its_authors_time(repository: Repository) -> None:
    [version], _ = file_history(repository.git, "plain", "b.md")
    assert version == FileVersion(repository.commit("plain~2"), str(START + 60), "b.md")


def test_renames_that_kept_the_text_are_followed_to_the_first(repository: Repository) -> None:
    names = [("a.md", 0), ("a.md", 1), ("b/c.md", 2), ("größe 1.md", 3), ("größe 1.md", 4)]
    assert repository.history("renamed", "größe 1.md") == (names, None)
    assert repository.history("renamed~1", "größe 1.md") == (names[:4], None)
    assert repository.history("renamed", "a.md") == (names[:2], None)


def test_of_two_files_that_are_renamed_at_once_each_has_its_own_name(repository: Repository) -> None:
    assert repository.history("both", "c.md") == ([("a.md", 0), ("c.md", 1)], None)
    assert repository.history("both", "d.md") == ([("b.md", 0), ("d.md", 1)], None)


def test_a_name_that_comes_back_goes_through_the_one_between(repository: Repository) -> None:
    found, doubt = repository.history("swapped", "a.md")
    assert (found, doubt) == ([("a.md", 0), ("a.md", 2)], None)


def test_a_rename_that_changed_the_text_is_told_and_not_followed(repository: Repository) -> None:
    found, doubt = repository.history("changed", "b.md")
    assert found == [("b.md", 1), ("b.md", 2)]
    assert doubt is not None
    assert (doubt.commit, doubt.path) == (repository.commit("changed~1"), "a.md")
    assert 50 <= int(doubt.alike.removeprefix("R")) < 100


@pytest.mark.parametrize(("branch", "path"), [("copied", "b.md"), ("alike", "c.md")], ids=["a copy", "nothing alike"])
def test_a_file_that_is_new_has_no_other_name(repository: Repository, branch: str, path: str) -> None:
    assert repository.history(branch, path) == ([(path, 1)], None)


@pytest.mark.parametrize("branch", ["odd", "bytes"], ids=["a line break", "no UTF-8"])
def test_a_name_that_cannot_be_asked_for_ends_the_history(repository: Repository, branch: str) -> None:
    assert repository.history(branch, "c.md") == ([("c.md", 1)], None)
