"""A store's own settings: what git reads is what was meant, and an attempt that was killed leaves no half of them."""

import subprocess
from pathlib import Path

import pytest

from newsdiff.store import Store
from newsdiff.store.repository.create import WORDS


def told(folder: Path, *args: str) -> str:
    return subprocess.run(["git", *args], cwd=folder, capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("bare", [True, False])
def test_git_reads_each_setting_once_and_as_it_was_meant(tmp_path: Path, bare: bool) -> None:
    folder = Store.create(tmp_path / "store", bare=bare).path
    names = told(folder, "config", "--local", "--list", "--name-only").split()
    assert {n for n in names if names.count(n) > 1} <= {"core.logallrefupdates"}  # git's own stands before ours
    assert told(folder, "config", "diff.newsdiff.wordRegex") == f"{WORDS}\n"
    assert told(folder, "config", "diff.newsdiff.xfuncname") == "^(headline: .*|## .*)$\n"
    assert told(folder, "config", "core.logAllRefUpdates") == "false\n"
    assert told(folder, "config", "core.bare") == f"{bare}\n".lower()
    assert "core.worktree" not in names


def test_what_a_killed_attempt_wrote_is_not_written_again(tmp_path: Path) -> None:
    whole = Store.create(tmp_path / "store").path
    config = (whole / ".git" / "config").read_bytes()
    (whole / ".newsdiff" / "format").unlink()
    (whole / ".git" / "config.lock").write_bytes(config[:40])
    again = Store.create(whole).path
    assert (again / ".git" / "config").read_bytes() == config
    assert not (again / ".git" / "config.lock").exists()
