"""The locks that a killed git leaves: named with their age, and with what is safe to do."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff.store.repository.lock_files import OURS, SHARED, lock_file, refusal, standing, worker

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def lock(folder: Path, name: str = "index.lock") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.utime(path, (AT.timestamp(), AT.timestamp()))
    return path


def test_without_locks_nothing_stands_in_the_way(tmp_path: Path) -> None:
    assert standing(tmp_path) == []
    assert lock_file(tmp_path / "index.lock") is None


@pytest.mark.parametrize("name", [*OURS, *SHARED])
def test_each_lock_is_seen(tmp_path: Path, name: str) -> None:
    path = lock(tmp_path, name)
    [found] = standing(tmp_path)
    assert (found.path, found.since) == (path, AT)


def test_it_says_since_when_and_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "my store"
    path = lock(folder)
    [found] = standing(folder)
    assert found.problem == f"{path} stands there since 2026-03-02 09:00 UTC: another git is at work, or was killed"
    assert found.remedy == f"if no git is running in the store, rm '{path}'"


def test_what_git_complained_of_is_told_by_the_lock_that_it_names(tmp_path: Path) -> None:
    path = lock(tmp_path)
    error = refusal(f"fatal: Unable to create '{path}': File exists.\n\nAnother git process".encode())
    assert error is not None
    assert error.message.startswith(f"{path} stands there since 2026-03-02")


@pytest.mark.parametrize(
    "said", [b"", b"fatal: not a git repository", b"fatal: Unable to create '/nowhere/index.lock': File exists."]
)
def test_other_complaints_are_none_of_a_lock(said: bytes) -> None:
    assert refusal(said) is None


def test_nobody_works_in_a_folder_of_ours(tmp_path: Path) -> None:
    assert worker(tmp_path, None) == 0
