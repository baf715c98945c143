"""The short way of ``newsdiff diff OLD NEW`` says what click's way says, and is taken for nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.cli.commands.diff import diff
from newsdiff.cli.comparison_view import Wishes
from newsdiff.cli.fast_diff import two_files

OLD = "Former Harbour Minister Ingrid Vale spoke on Tuesday.\n\nAbout 1,200 people take the ferry to work each day.\n"
NEW = OLD.replace("Former Harbour", "Harbour").replace("1,200", "2,100")


@pytest.fixture
def pair(newsdiff, tmp_path: Path):
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "diff").mkdir()
    return newsdiff


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["diff"],
        ["diff", "old.txt"],
        ["diff", "old.txt", "missing.txt"],
        ["diff", "old.txt", "-"],
        ["diff", "old.txt", "new.txt", "--full"],
        ["diff", "--help", "new.txt"],
        ["diff", "old.txt", "new.txt", "empty.txt"],
        ["show", "old.txt", "new.txt"],
        ["--color=loud", "diff", "old.txt", "new.txt"],
        ["--no-pager", "diff", "old.txt", "new.txt"],
        ["--store=x", "diff", "old.txt", "new.txt"],
    ],
)
def test_what_click_must_read_is_left_to_it(pair, words: list[str]) -> None:
    assert two_files(words) is None


def test_two_files_and_a_colour_are_read(pair) -> None:
    assert two_files(["diff", "old.txt", "new.txt"]) == ("old.txt", "new.txt", "auto")
    assert two_files(["--color=always", "diff", "old.txt", "new.txt"]) == ("old.txt", "new.txt", "always")


@pytest.mark.parametrize("colour", [[], ["--color=always"], ["--color=never"], ["--color=auto"]])
@pytest.mark.parametrize(
    "files", [("old.txt", "new.txt"), ("new.txt", "new.txt"), ("empty.txt", "new.txt"), ("old.txt", "diff")]
)
def test_both_ways_say_the_same(pair, colour: list[str], files: tuple[str, str]) -> None:
    assert pair(*colour, "diff", *files) == pair(*colour, "diff", "--", *files)


def test_no_wish_means_the_same_to_both() -> None:
    wishes = diff.make_context("diff", ["a", "b"]).params
    assert wishes.pop("what") == ("a", "b")
    assert (wishes.pop("form"), wishes.pop("exit_code")) == (None, False)
    assert wishes == Wishes()._asdict()


# What two files have no use for, and what takes longest to import.
HEAVY = {
    "click",
    "dataclasses",
    "inspect",
    *(() if sys.version_info >= (3, 14) else ("typing",)),  # there our named tuples are its own
    "datetime",
    "pathlib",
    "subprocess",
    "json",
    "rich",
    "git",
    "lxml",
    "signal",
    "jinja2",
    "markupsafe",
    "diff_match_patch",
    "fast_diff_match_patch",
}


def test_nothing_heavy_is_imported_for_two_files(pair) -> None:
    script = (
        "import sys; from newsdiff.cli.main import run; code = run(['diff', 'old.txt', 'new.txt']);"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    clean = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {script}"]  # without site's own
    said = subprocess.run(
        clean, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True
    ).stderr.split()
    assert said[0] == "0"
    assert HEAVY.intersection(said) == set()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_once(pair) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsdiff", "diff", "old.txt", "new.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (74, 1), done.stderr
