"""From words to an exit code: options wherever they stand, each kind of failure its code, one line and a hint."""

import errno
import os
import re
import sys

import click
import pytest

from newsdiff.cli import group, main
from newsdiff.cli.commands import COMMANDS, GROUPS
from newsdiff.errors import CleanError, DiskFull, HttpError, StoreError, StoreLocked, UnknownArticle, UsageError
from tests.cli.conftest import Newsdiff

# --- every command ---


@pytest.mark.parametrize("name", list(COMMANDS))
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself(newsdiff: Newsdiff, tmp_path, name: str, option: str) -> None:
    told = newsdiff(name, option)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"Usage: newsdiff {name} ")
    assert option in told.out
    assert all(len(line) <= 80 for line in told.out.splitlines())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_of_every_command_is_explained(name: str) -> None:
    command = group.app.get_command(click.Context(group.app), name)
    assert command is not None
    commands = [command, *(getattr(command, "commands", {}).values())]
    for one in commands:
        assert one.help, one.name
        for option in one.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.name}"
                assert option.help.endswith((".", "]", ")")), f"{name} {option.name}: {option.help}"


def test_the_help_names_every_command_and_option_and_fits_a_small_terminal(newsdiff: Newsdiff) -> None:
    told = newsdiff("--help").out
    assert set(COMMANDS) | {name for one in group.app.params for name in one.opts} <= set(re.split(r"[\s,]+", told))
    assert len(told.splitlines()) < 24
    assert max(map(len, told.splitlines())) <= 80
    assert newsdiff().out == newsdiff("--no-pager", "--help").out == told


def test_each_command_stands_in_a_group_of_the_help() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(COMMANDS)


def test_the_version(newsdiff: Newsdiff) -> None:
    from newsdiff import __version__

    assert newsdiff("--version").out == f"newsdiff {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("lsit", " Did you mean list?"),
        ("dif", " Did you mean diff?"),
        ("watsch", " Did you mean watch?"),
        ("frobnicate", ""),
    ],
)
def test_an_unknown_command_is_told_with_the_nearest(newsdiff: Newsdiff, typed: str, hint: str) -> None:
    result = newsdiff(typed)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"Error: No such command '{typed}'.{hint} Hint: newsdiff --help shows how.\n"


# --- options of newsdiff itself ---


@pytest.mark.parametrize(
    ("words", "hoisted"),
    [
        ([], []),
        (["log"], ["log"]),
        (["log", "--store", "s"], ["--store", "s", "log"]),
        (["log", "--store=s", "x"], ["--store=s", "log", "x"]),
        (["log", "--no-pager", "x", "--debug"], ["--no-pager", "--debug", "log", "x"]),
        (["log", "--", "--store", "s"], ["log", "--", "--store", "s"]),
        (["diff", "--color", "never", "a", "b"], ["--color", "never", "diff", "a", "b"]),
    ],
)
def test_options_of_newsdiff_come_first_wherever_they_stand(words: list[str], hoisted: list[str]) -> None:
    assert main._hoisted(words) == hoisted
    assert sorted(hoisted) == sorted(words)


@pytest.mark.parametrize("name", ["--store", "--color"])
def test_an_option_without_its_value_takes_no_other_word(newsdiff: Newsdiff, name: str) -> None:
    result = newsdiff("log", "ferry", name)
    assert (result.code, result.out) == (2, "")
    assert f"Option '{name}' requires an argument. Hint: newsdiff --help shows how." in result.err


def test_an_option_of_newsdiff_that_makes_no_sense(newsdiff: Newsdiff) -> None:
    result = newsdiff("log", "--color", "sometimes")
    assert (result.code, result.out) == (2, "")
    assert "'sometimes' is not one of 'auto', 'always', 'never'" in result.err


# --- failures ---


@pytest.fixture
def failing(newsdiff: Newsdiff, monkeypatch: pytest.MonkeyPatch):
    """Run a command that fails with an error of the test's choice."""

    def call(error: BaseException, *words: str):
        def fail(_args: list[str]) -> int:
            raise error

        monkeypatch.setattr(main, "_invoke", fail)
        return newsdiff("list", *words)

    return call


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("what", "so"), 2),
        (HttpError("what", "so"), 3),
        (CleanError("what", "so"), 3),
        (StoreError("what", "so"), 4),
        (UnknownArticle("what", "so"), 2),
        (DiskFull("what", "so"), 74),
        (StoreLocked("what", "so"), 75),
    ],
)
def test_each_error_of_ours_has_its_code_and_its_line(failing, error: Exception, code: int) -> None:
    result = failing(error)
    assert (result.code, result.out, result.err) == (code, "", "Error: what. Hint: so.\n")


def test_an_error_without_a_hint_ends_after_its_sentence(failing) -> None:
    assert failing(UsageError("what")).err == "Error: what.\n"


def test_a_hostile_message_drives_no_terminal(failing) -> None:
    assert "\x1b" not in failing(UsageError("a \x1b[2J b\u202e")).err


def test_a_bug_says_that_it_is_one_and_debug_shows_where(failing) -> None:
    result = failing(ValueError("odd"))
    assert (result.code, result.out) == (70, "")
    assert result.err == (
        "Error: this is a bug in newsdiff: ValueError: odd."
        " Hint: run it again with --debug and report what it prints.\n"
    )
    with pytest.raises(ValueError, match="odd"):
        failing(ValueError("odd"), "--debug")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_wherever_it_shows(failing, number: int) -> None:
    result = failing(OSError(number, "full", "/s/x"))
    assert (result.code, result.err) == (74, "Error: no room left on the disk (/s/x). Hint: nothing was lost.\n")


def test_what_may_not_be_written_is_no_bug(failing, tmp_path) -> None:
    result = failing(PermissionError(errno.EACCES, "no", str(tmp_path)))
    assert result.code == 4
    assert result.err.startswith(f"Error: cannot write to {tmp_path}: Permission denied")
    result = failing(OSError(errno.EROFS, "Read-only file system", "/s/x"))
    assert result.err == "Error: /s/x cannot be written: Read-only file system. Hint: check its permissions.\n"


def test_another_failed_call_is_a_bug(failing) -> None:
    assert failing(OSError(errno.EBADF, "bad")).code == 70


def test_a_stop_is_silent_where_nobody_looks(failing) -> None:
    for error, code in ((KeyboardInterrupt(), 130), (main.Terminated(), 143)):
        result = failing(error)
        assert (result.code, result.out, result.err) == (code, "", "")


@pytest.mark.parametrize(
    ("args", "said"),
    [(["watch", "--all"], "\nStopped. What was recorded stays.\n"), (["serve", "--title", "watch"], "\nStopped.\n")],
)
def test_a_stop_on_a_terminal_says_what_stays_of_what_records(
    args: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_args: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_invoke", stopped)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main.run(args) == 130
    assert capsys.readouterr().err == said


def test_choices_stand_on_one_line(newsdiff: Newsdiff) -> None:
    told = newsdiff("completion").err
    assert "Choose from: bash, zsh, fish" in " ".join(told.split(" "))
    assert "  " not in told


def test_a_reader_that_went_away_is_no_failure(newsdiff: Newsdiff, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`newsdiff diff --full | head -1`: more than a pipe holds, and nobody reads it."""
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(
        "\n\n".join(f"Line number {n}: " + "a long text that nobody reads, " * 10 for n in range(300))
    )
    source, sink = os.pipe()
    os.close(source)
    with os.fdopen(sink, "w") as file, monkeypatch.context() as swap:
        swap.setattr(sys, "stdout", file)
        assert main.run(["diff", "a.txt", "b.txt"]) == 0


def test_closed_standard_output_is_no_failure(newsdiff: Newsdiff, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("One line.")
    with monkeypatch.context() as swap:
        swap.setattr(sys, "stdout", None)
        assert main.run(["diff", "a.txt", "a.txt"]) == 0
        sys.stdout.close()
