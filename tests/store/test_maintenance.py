"""Maintenance: nothing goes but waste."""

import subprocess
from collections.abc import Callable
from datetime import timedelta

from newsdiff.store import Store
from newsdiff.store.lock import Lock
from newsdiff.store.repository import maintenance
from newsdiff.store.repository.git import Git
from tests.kit.stories import START, edit, first

Run = Callable[..., str]


def runs(store: Store, count: int) -> str:
    path = store.record([first()], now=START)[0].path
    for hour in range(1, count):
        store.record([edit(path, f"Day {hour}. Nothing else is new.", hours=hour)], now=START + timedelta(hours=hour))
    return path


def objects(git: Run) -> dict[str, int]:
    return {key: int(value) for key, value in (line.split(": ") for line in git("count-objects", "-v").splitlines())}


def test_an_empty_store_has_nothing_to_do(store: Store) -> None:
    assert store.maintain(now=START).swept == 0


def test_all_stays_and_fits_in_one_pack(store: Store, git: Run) -> None:
    path = runs(store, 12)
    before = store.history(path)
    did = store.maintain(now=START)
    assert did.after < did.before
    assert store.history(path) == before
    counted = objects(git)
    assert (counted["count"], counted["packs"], counted["garbage"]) == (0, 1, 0)
    assert git("fsck", "--strict") == ""
    tight = store.maintain(now=START)
    assert tight.before == tight.after


def test_many_runs_are_folded_by_themselves(store: Store, git: Run, monkeypatch: object) -> None:
    runs(store, 60)
    assert objects(git)["packs"] <= 50
    assert objects(git)["count"] == 0


def test_what_a_user_lost_can_still_be_found(store: Store, git: Run) -> None:
    path = runs(store, 2)
    (store.path / path).write_text("a lost note")
    git("stash", "-q")
    lost = git("rev-parse", "stash@{0}").strip()
    git("stash", "drop", "-q")
    store.maintain(now=START)
    assert "a lost note" in git("show", f"{lost}:{path}")


def test_the_graph_knows_the_changed_paths(store: Store) -> None:
    runs(store, 3)
    out = subprocess.run(["git", "commit-graph", "verify"], cwd=store.path, capture_output=True, check=True)
    assert b"error" not in out.stderr
    assert list((store.path / ".git/objects/info/commit-graphs").glob("graph-*.graph"))


def test_a_pack_that_another_run_folds_meanwhile_is_counted_as_none(store: Store) -> None:
    runs(store, 2)
    pack = store.path / ".git/objects/pack/pack-0123.pack"
    pack.symlink_to(store.path / "folded")  # a name that is listed, and a file that is gone
    git = Git(store.path / ".git", store.path)
    assert maintenance.is_loose(git, store.private / "tight")
    assert maintenance.size(git) > 0
    with Lock(store.private / "packing.lock", "maintain", START) as packing:
        maintenance.tighten(git, store.private / "tight", lock_fd=packing.fd)
