"""What a killed git leaves in a store: swept by the next run, and nothing else with it."""

import os
from pathlib import Path

import pytest

from newsdiff.store import Store
from newsdiff.store.repository.git import Git
from newsdiff.store.repository.recover import sweep, sweep_locks, sweep_old
from tests.kit.stories import START, first

NOW = 2_000_000_000.0
LEFT = ("objects/pack/tmp_pack_a1", "objects/pack/.tmp-12-pack-b.idx", "objects/tmp_obj_c", "fast_import_crash_17")
# git puts objects of an unfinished push, and of a batch of writes, into folders of this name
FOLDER = "objects/tmp_objdir-incoming-X7YzAb"


@pytest.fixture
def git(store: Store) -> Git:
    store.record([first()], now=START)
    return Git(store.path / ".git", store.path)


def leave(git: Git, *names: str, at: float = NOW) -> list[Path]:
    paths = [git.git_dir / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
        os.utime(path, (at, at))
    return paths


def leave_folder(git: Git, at: float = NOW) -> Path:
    [inside] = leave(git, f"{FOLDER}/pack/pack-12.pack", at=at)
    folder = inside.parents[1]
    os.utime(folder, (at, at))
    return folder


def test_a_whole_store_has_nothing_to_sweep(git: Git) -> None:
    assert sweep(git, 0.0) == []
    assert sweep_old(git, NOW) == []
    assert sweep_locks(git, NOW) == []


def test_what_is_older_than_the_killed_run_stays(git: Git) -> None:
    paths = leave(git, *LEFT, at=NOW - 60)
    assert sweep(git, NOW) == []
    assert all(path.exists() for path in paths)


def test_what_the_killed_run_left_goes(git: Git) -> None:
    paths = leave(git, *LEFT, "refs/heads/archive.lock")
    assert sorted(sweep(git, NOW)) == sorted(paths)
    assert not any(path.exists() for path in paths)


def test_temporary_files_stay_while_somebody_packs(git: Git) -> None:
    [lock, pack] = leave(git, "objects/info/commit-graph.lock", LEFT[0])
    assert sweep(git, NOW, packing=True) == [lock]
    assert pack.exists()


def test_only_a_keep_of_fast_import_goes(git: Git) -> None:
    theirs, ours = leave(git, "objects/pack/pack-1.keep", "objects/pack/pack-2.keep")
    ours.write_bytes(b"fast-import\n")
    os.utime(ours, (NOW, NOW))
    assert sweep(git, NOW) == [ours]
    assert theirs.exists()


def test_a_keep_that_vanishes_while_it_is_read_stops_nothing(git: Git) -> None:
    [ours] = leave(git, "objects/pack/pack-2.keep")
    ours.write_bytes(b"fast-import\n")
    os.utime(ours, (NOW, NOW))
    (git.git_dir / "objects" / "pack" / "pack-1.keep").symlink_to("gone")  # listed, and not there
    assert sweep(git, NOW) == [ours]


def test_a_folder_of_an_unfinished_push_goes_with_what_is_in_it(git: Git) -> None:
    folder = leave_folder(git)
    assert sweep(git, NOW) == [folder]
    assert not folder.exists()
    folder = leave_folder(git, at=NOW - 7200)
    assert sweep_old(git, NOW) == [folder]
    assert not folder.exists()


def test_a_lock_goes_once_it_is_old(git: Git) -> None:
    [young] = leave(git, "index.lock", at=NOW - 60)
    assert sweep_locks(git, NOW) == []
    os.utime(young, (NOW - 7200, NOW - 7200))
    assert sweep_locks(git, NOW) == [young]
