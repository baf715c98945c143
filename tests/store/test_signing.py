"""Evidence: signed tags that anybody can check, and plain pushes."""

import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, UsageError
from newsdiff.store import Store
from tests.kit.stories import START, edit, first

Run = Callable[..., str]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    return tmp_path / "key"


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def test_nothing_to_sign(store: Store, key: Path) -> None:
    assert store.sign(key, now=START) == ""


def test_a_signed_run_verifies_and_is_signed_once(store: Store, path: str, key: Path, git: Run) -> None:
    assert store.sign(key, now=START) == "run/20260301T080000Z"
    assert store.sign(key, now=START) == ""
    store.record([edit(path, "Open.")], now=START + timedelta(hours=1))
    assert store.sign(key, now=START + timedelta(hours=1)) == "run/20260301T090000Z"
    assert list(store.verify()) == []
    signers = f"gpg.ssh.allowedSignersFile={store.private / 'signers'}"
    git("-c", "gpg.format=ssh", "-c", signers, "verify-tag", "run/20260301T080000Z")


def test_tips_that_are_signed_in_one_second_have_tags_of_their_own(store: Store, path: str, key: Path) -> None:
    names = [store.sign(key, now=START)]
    for text in ("Open.", "Closed."):
        store.record([edit(path, text)], now=START)
        names.append(store.sign(key, now=START))
    assert names == ["run/20260301T080000Z", "run/20260301T080000Z-2", "run/20260301T080000Z-3"]
    assert list(store.verify()) == []


def test_a_forged_tag_and_a_cut_history_are_told(store: Store, path: str, key: Path, git: Run) -> None:
    git("tag", "-a", "-m", "forged", "run/20250101T000000Z", "archive")
    assert [f.message for f in store.verify()] == ["the signature of the tag run/20250101T000000Z is not good"]
    git("tag", "-d", "run/20250101T000000Z")
    store.record([edit(path, "Open.")], now=START)
    store.sign(key, now=START)
    git("update-ref", "refs/heads/archive", "archive~1")
    assert "the tag run/20260301T080000Z vouches for a commit that the archive no longer holds" in [
        f.message for f in store.verify()
    ]


def test_a_key_that_is_not_there(store: Store, path: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no public key"):
        store.sign(tmp_path / "none", now=START)


def test_a_push_takes_archive_main_and_tags(store: Store, path: str, key: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "copy"], check=True)
    store.sign(key, now=START)
    store.add_remote("copy", str(tmp_path / "copy"))
    store.push("copy")
    listing = ["git", "-C", tmp_path / "copy", "for-each-ref", "--format=%(refname)"]
    shown = subprocess.run(listing, capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["refs/heads/archive", "refs/heads/main", "refs/tags/run/20260301T080000Z"]


def test_a_push_never_forces(store: Store, path: str, tmp_path: Path, git: Run) -> None:
    subprocess.run(["git", "clone", "-q", "--mirror", store.path, tmp_path / "copy"], check=True)
    store.add_remote("copy", str(tmp_path / "copy"))
    other = git("commit-tree", "-m", "other", "archive^{tree}").strip()
    git("update-ref", "refs/heads/archive", other)
    with pytest.raises(StoreError):
        store.push("copy")


@pytest.mark.parametrize("name", ["--upload-pack=x", "", "a b", "x/../y"])
def test_a_name_that_is_no_remote(store: Store, name: str) -> None:
    with pytest.raises(UsageError):
        store.push(name)
    with pytest.raises(UsageError):
        store.add_remote(name, "x")


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"", b"ssh-ed25519\n"])
def test_a_public_key_that_is_none(store: Store, path: str, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "key.pub").write_bytes(body)
    with pytest.raises(StoreError, match=r"key\.pub holds no public key"):
        store.sign(tmp_path / "key", now=START)
    assert not (store.private / "signers").exists()
