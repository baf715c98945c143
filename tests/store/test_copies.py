"""Pushing to other repositories: what the other side refuses is said as what it is, and what is safe to do."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, UsageError
from newsdiff.store import Store
from tests.kit.stories import START, edit, first
from tests.kit.trap import configure, trap

Run = Callable[..., str]


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


@pytest.fixture
def copy(store: Store, path: str, tmp_path: Path) -> Path:
    """A bare repository that is a remote of the store."""
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "copy"], check=True)
    store.add_remote("copy", str(tmp_path / "copy"))
    return tmp_path / "copy"


def tip(folder: Path) -> str:
    done = subprocess.run(["git", "-C", folder, "rev-parse", "archive"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def other_store(tmp_path: Path, copy: Path) -> Store:
    """A store with another history, which pushed first."""
    other = Store.create(tmp_path / "other")
    other.record([first("https://herald.example/fire", "Fire.")], now=START)
    other.add_remote("copy", str(copy))
    other.push("copy")
    return other


# --- silence ---


def test_a_push_that_is_taken_leaves_nothing_to_tell(store: Store, path: str, copy: Path) -> None:
    store.push("copy")
    store.record([edit(path, "Open.")], now=START)
    store.push("copy")
    assert tip(copy) == tip(store.path)
    assert store.hindrances() == []


def test_samples_of_hooks_and_a_shared_repository_are_no_hindrance(store: Store, path: str, copy: Path) -> None:
    assert list((copy / "hooks").glob("*.sample"))
    configure(copy, "receive.denyNonFastForwards", "true")
    configure(copy, "core.sharedRepository", "group")
    store.push("copy")


# --- refusals ---


def test_another_store_pushed_there(store: Store, copy: Path, tmp_path: Path) -> None:
    other_store(tmp_path, copy)
    before = tip(copy)
    with pytest.raises(StoreError, match="holds commits that are not here") as caught:
        store.push("copy")
    assert "each store a repository of its own" in caught.value.hint
    assert "verify" not in caught.value.hint
    assert tip(copy) == before
    [told] = store.hindrances()
    assert told.subject == "remote copy"
    assert "failed: copy holds commits that are not here" in told.problem
    store.add_remote("mine", str(tmp_path / "mine.git"))
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "mine.git"], check=True)
    store.push("mine")
    assert store.hindrances() == []


def test_the_hint_shows_what_stands_there(store: Store, copy: Path, tmp_path: Path) -> None:
    other = other_store(tmp_path, copy)
    with pytest.raises(StoreError) as caught:
        store.push("copy")
    command = caught.value.hint.partition("; ")[2].partition(" brings")[0]
    subprocess.run(command, shell=True, check=True, capture_output=True)
    named = ["git", "-C", store.path, "rev-parse", "copy/archive"]
    shown = subprocess.run(named, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == tip(other.path)


def test_a_place_that_is_not_there(store: Store, path: str, tmp_path: Path) -> None:
    store.add_remote("copy", str(tmp_path / "nowhere"))
    with pytest.raises(StoreError, match=r"nothing was pushed to copy: .*nowhere"):
        store.push("copy")


def test_a_name_that_nobody_gave(store: Store, path: str) -> None:
    with pytest.raises(UsageError, match="there is no remote 'copy'"):
        store.push("copy")


def test_a_name_that_is_given_already(store: Store, copy: Path) -> None:
    with pytest.raises(UsageError, match="there is a remote 'copy' already"):
        store.add_remote("copy", "elsewhere")


@pytest.mark.parametrize("url", ["ext::sh -c x", "--upload-pack=x", "", " ", "EXT::sh"])
def test_an_address_that_is_none(store: Store, url: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        store.add_remote("copy", url)
    assert Store(store.path).articles() == []  # it still opens


# --- programs of the other side ---


@pytest.mark.parametrize("name", ["pre-receive", "update", "post-receive", "reference-transaction"])
def test_a_repository_on_this_machine_runs_no_hook(store: Store, copy: Path, tmp_path: Path, name: str) -> None:
    sprung = trap(tmp_path / "trap")
    (copy / "hooks" / name).symlink_to(sprung.program)
    with pytest.raises(StoreError, match=f"could run a program .*hooks/{name}"):
        store.push("copy")
    assert not sprung.sprung


@pytest.mark.parametrize("key", ["core.hooksPath", "core.alternateRefsCommand", "include.path", "core.fsmonitor"])
def test_nor_what_its_configuration_names(store: Store, copy: Path, tmp_path: Path, key: str) -> None:
    sprung = trap(tmp_path / "trap")
    configure(copy, key, str(sprung.program))
    with pytest.raises(StoreError, match=f"could run a program .*{key.lower()}"):
        store.push("copy")
    assert not sprung.sprung


@pytest.mark.parametrize("form", ["{}", "file://{}", "../copy"])
def test_however_it_is_addressed(store: Store, copy: Path, tmp_path: Path, form: str) -> None:
    sprung = trap(tmp_path / "trap")
    (copy / "hooks/pre-receive").symlink_to(sprung.program)
    store.add_remote("again", form.format(copy))
    with pytest.raises(StoreError, match="could run a program"):
        store.push("again")
    assert not sprung.sprung
