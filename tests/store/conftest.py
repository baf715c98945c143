"""Stores in a folder of their own, and plain git."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store")


@pytest.fixture
def bare(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "bare", bare=True)


@pytest.fixture
def git(store: Store) -> Callable[..., str]:
    """Plain git, as a user runs it in the store's folder."""

    def run(*args: str, check: bool = True) -> str:
        user = ["-c", "user.name=Reader", "-c", "user.email=reader@example.org"]
        done = subprocess.run(["git", *user, *args], cwd=store.path, capture_output=True, text=True, check=False)
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout

    return run
