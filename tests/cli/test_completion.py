"""What a shell is offered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import URL, Newsdiff

PATH = "harbour.example/2025/03/ferry-c3d5abb2.md"


def offered(words: str, folder: Path) -> list[str]:
    """What bash is told for the last of these words."""
    count = len(words.split(" ")) - 1
    asked = {"_NEWSDIFF_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(count)}
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "newsdiff"],
        cwd=folder,
        env=os.environ | asked | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line.startswith("plain,")]


def test_commands_articles_names_tags_and_kinds_are_offered(kept: Newsdiff, tmp_path: Path) -> None:
    kept("add", URL, "--kind", "article", "--name", "boat", "--tag", "city,harbour")
    assert offered("newsdiff zz", tmp_path) == []
    assert offered("newsdiff qu", tmp_path) == ["quarantine"]
    assert offered("newsdiff blame FERR", tmp_path) == [PATH]
    assert offered("newsdiff log boa", tmp_path) == ["boat"]
    assert offered("newsdiff show zeppelin", tmp_path) == []
    assert offered("newsdiff changes --tag c", tmp_path) == ["city"]
    assert offered("newsdiff changes --flag title,neg", tmp_path) == ["title,negation"]


def test_without_a_store_nothing_is_offered_and_nothing_said(tmp_path: Path) -> None:
    assert offered("newsdiff blame x", tmp_path) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_for_a_shell_names_the_command(newsdiff: Newsdiff, shell: str) -> None:
    told = newsdiff("completion", shell)
    assert told.code == 0
    assert "_NEWSDIFF_COMPLETE" in told.out
    assert newsdiff("completion", "tcsh").code == 2
