"""The manual page: whole, and without complaint of those who read it."""

import shutil
import subprocess
from pathlib import Path

import click
import pytest

from newsdiff.cli import group
from newsdiff.cli.commands import COMMANDS
from newsdiff.cli.documents.manual import manual

LINES = manual().splitlines()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_it_with_its_options(name: str) -> None:
    start = LINES.index(f'.SS "newsdiff {name}"')
    end = next(i for i, line in enumerate([*LINES[start + 1 :], ".S"]) if line.startswith(".S")) + start + 1
    command = group.app.get_command(click.Context(group.app), name)
    assert command is not None
    for option in [one for one in command.params if isinstance(one, click.Option) and not one.hidden]:
        [long] = [text for text in option.opts if text.startswith("--")] or option.opts
        assert any(long.replace("-", "\\-") in line for line in LINES[start:end]), option.name


def test_exit_codes_and_topics_stand_in_it() -> None:
    assert ".B 75" in LINES
    assert ".B newsdiff help word\\-diff" in LINES
    assert LINES[LINES.index(".B 0") + 1] == "done"


def test_no_line_is_a_request_by_mistake() -> None:
    known = (".TH", ".SH", ".SS", ".PP", ".TP", ".B ", ".BR", ".nf", ".fi")
    assert [line for line in LINES if line.startswith((".", "'")) and not line.startswith(known)] == []
    assert all("\b" not in line and "\t" not in line for line in LINES)


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="no mandoc here")
def test_mandoc_has_nothing_to_say_but_of_the_date(tmp_path: Path) -> None:
    page = tmp_path / "newsdiff.1"
    page.write_text(manual(), encoding="utf-8")
    done = subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
def test_man_shows_it_without_a_warning(tmp_path: Path) -> None:
    page = tmp_path / "newsdiff.1"
    page.write_text(manual(), encoding="utf-8")
    done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "newsdiff quarantine accept" in " ".join(done.stdout.split())
