"""A full disk at every level: exit 74 or a run that completes; nothing is set aside, lost, or left over."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsdiff.errors import DiskFull
from newsdiff.model import Status
from newsdiff.store import Store
from newsdiff.watch.state.index import State
from tests.kit.limits import file_sizes
from tests.kit.site import Desk, Site, story

KILOBYTES = [0, 4, 12, 24, 40, 64, 100, 160, 260, 450]


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of its own with little room."""
    folder = tmp_path_factory.mktemp("disk")
    made = ["mount", "-t", "tmpfs", "-o", "size=4m", "newsdiff-test", str(folder)]
    if shutil.which("mount") is None or subprocess.run(made, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def filled(folder: Path, left: int) -> Iterator[None]:
    """So many bytes are left on the disk."""
    free = os.statvfs(folder)
    size = free.f_bavail * free.f_frsize - left
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(size, 1))
    try:
        yield
    finally:
        ballast.unlink()


def leftovers(store: Store) -> list[str]:
    return [p.name for p in store.private.iterdir() if p.name.startswith("state.db.") and p.name != "state.db.seal"]


@pytest.mark.parametrize("missing", [False, True], ids=["state there", "state lost"])
def test_a_disk_that_is_full_at_any_level(small_disk: Path, site: Site, missing: bool) -> None:
    where = small_disk / f"{missing}"
    where.mkdir()
    desk = Desk(where)
    for n in range(3):
        site.put(f"/{n}", story(n))
        desk.add(site.url(f"/{n}"))
    desk.watch()
    outcomes = set()
    for turn, kilobytes in enumerate(KILOBYTES):
        site.put("/0", story(0, cracks=f"{turn} thousand"))
        if missing:
            (desk.store.private / "state.db").unlink()
        with filled(small_disk, kilobytes * 1024):
            desk.store = Store(desk.store.path)
            try:
                desk.watch()
                outcomes.add("done")
            except DiskFull as full:
                assert full.exit_code == 74
                outcomes.add("full")
        assert leftovers(desk.store) == []
        desk.store = Store(desk.store.path)
        assert set(desk.statuses()) <= {Status.EDIT, Status.UNCHANGED}
        assert desk.kinds().count("edit") == turn + 1
        with State(desk.store) as state:
            assert state.notices == []
    assert outcomes == {"done", "full"}
    assert list(desk.store.verify()) == []
    shutil.rmtree(where)


@pytest.mark.parametrize("size", [0, 1_000, 10_000, 30_000])
def test_a_file_that_may_not_grow_sets_nothing_aside(desk: Desk, site: Site, size: int) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    (desk.store.private / "state.db").unlink()
    with file_sizes(size), pytest.raises(DiskFull):
        State(desk.store)
    assert leftovers(desk.store) == []
    assert desk.statuses() == [Status.UNCHANGED]
