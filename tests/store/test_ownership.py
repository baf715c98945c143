"""root in somebody else's store: what it leaves there is the owner's, and the owner's runs go on."""

import os
import shutil
import subprocess
import tempfile
import traceback
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Page, Settings
from newsdiff.store import Store
from newsdiff.store.disk import denied, unwritable
from newsdiff.store.repository import ownership
from newsdiff.watch import examine, listing, snapshot
from newsdiff.watch.plan import watchlist
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation
from tests.kit.stories import START, URL, edit, first, text

NOBODY = 65534
pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two people")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of nobody's, where nobody can get: the tests' own are closed to others."""
    made = Path(tempfile.mkdtemp(prefix="newsdiff-owner-", dir="/tmp"))
    made.chmod(0o755)
    (made / "store").mkdir()
    os.chown(made / "store", NOBODY, NOBODY)
    yield made / "store"
    shutil.rmtree(made)


def as_owner(work: Callable[[], object]) -> None:
    """Do something as nobody, in a process of its own; what goes wrong there is told here."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.environ["HOME"] = "/nonexistent"
            work()
            code = 0
        except BaseException:  # noqa: BLE001 - whatever it is, it is told
            os.write(writing, traceback.format_exc().encode())
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    assert os.waitpid(pid, 0)[1] == 0, told


@pytest.fixture
def theirs(folder: Path, tmp_path: Path) -> Path:
    """A store that nobody made; all that is imported late is imported here, for who cannot read root's Python."""
    everything(Store.create(tmp_path / "warm"))
    as_owner(lambda: Store.create(folder).record([first()], now=START))
    return folder


def everything(store: Store, hours: int = 1) -> None:
    """Each act that writes: raw page, commit, log, state, watch list, packing, signers."""
    now = START + timedelta(days=40, hours=hours)  # another month than before
    page = Page(URL, URL, 200, "text/html", b"%d" % hours, now)
    snapshot(store, text(f"Text {hours}."), seen_at=now, now=now, page=page)
    new = f"https://herald.example/{hours}"
    snapshot(store, text("Fire.", url=new), seen_at=now, now=now, page=Page(new, new, 200, "text/html", b"x", now))
    watchlist.add(store.private, [watchlist.Watched(new)])
    store.maintain(now=now)
    list(listing(store, Settings(), now=now))
    examine(store, Settings(), now=now)
    assert list(store.verify()) == []
    store.hand_over()


def of_root(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.lstat().st_uid == 0]


def owners_run(folder: Path, hours: int) -> None:
    """A run of the owner's, as far as it starts no Python of root's."""
    store = Store(folder)
    now = START + timedelta(days=40, hours=hours)
    path = store.find(URL)
    with store.lock(who="watch", now=now), State(store) as state:
        store.raw.put(Page(URL, URL, 200, "text/html", b"owner %d" % hours, now))
        [made] = store.record([edit(path, f"Owner {hours}.", hours=40 * 24 + hours)], now=now)
        state.write([Observation(now, URL, revision=made.id, path=path)])
    watchlist.add(store.private, [watchlist.Watched(f"https://owner.example/{hours}")])
    assert list(listing(store, Settings(), now=now))
    examine(store, Settings(), now=now)
    assert store.notices == []
    assert store.hindrances() == []
    assert list(store.verify()) == []
    assert f"Owner {hours}." in (folder / path).read_text()


# --- silence ---


def test_roots_own_store_is_roots(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store")
    everything(store)
    assert {path.lstat().st_uid for path in store.path.rglob("*")} == {0}
    assert ownership.other_owner(store.path) is None


# --- root at work ---


def test_one_run_as_root_leaves_nothing_of_roots(theirs: Path) -> None:
    everything(Store(theirs))
    assert of_root(theirs) == []
    as_owner(lambda: owners_run(theirs, 5))
    everything(Store(theirs), hours=6)
    assert of_root(theirs) == []
    as_owner(lambda: owners_run(theirs, 7))


def test_root_reads_and_changes_nothing(theirs: Path) -> None:
    before = {path: path.lstat().st_mtime_ns for path in theirs.rglob("*") if path.is_file()}
    assert Store(theirs).articles()
    assert Store(theirs).history(URL)
    assert {path: path.lstat().st_mtime_ns for path in theirs.rglob("*") if path.is_file()} == before


def test_a_store_that_root_makes_in_a_users_folder_is_the_users(folder: Path) -> None:
    store = Store.create(folder)
    assert of_root(folder) == []
    path = store.record([first()], now=START)[0].path
    assert of_root(folder) == []
    as_owner(lambda: Store(folder).record([edit(path, "Open.")], now=START))


def test_a_bare_store_too(folder: Path, tmp_path: Path) -> None:
    everything(Store.create(tmp_path / "warm"))
    as_owner(lambda: Store.create(folder, bare=True).record([first()], now=START))
    everything(Store(folder))
    assert of_root(folder) == []


def test_what_an_older_run_left_is_handed_over(theirs: Path) -> None:
    for path in (
        theirs / ".git/objects",
        theirs / ".newsdiff/run.lock",
        theirs / ".newsdiff/index.tsv",
        theirs / ".git",
    ):
        os.chown(path, 0, 0)
    everything(Store(theirs))
    assert of_root(theirs) == []


def test_where_the_owner_cannot_get_root_works_as_root_and_hands_over(theirs: Path) -> None:
    theirs.parent.chmod(0o700)
    everything(Store(theirs))
    assert of_root(theirs) == []
    theirs.parent.chmod(0o755)
    as_owner(lambda: owners_run(theirs, 5))


def test_a_program_that_git_ran_would_not_be_roots(theirs: Path) -> None:
    """git itself has the owner's rights: what a trick could gain there is what its owner has anyway."""
    store = Store(theirs)
    started = store._git.start("cat-file", "--batch")
    status = Path(f"/proc/{started.process.pid}/status").read_text()
    started.stop()
    assert f"Uid:\t{NOBODY}\t{NOBODY}\t{NOBODY}\t{NOBODY}" in status
    assert "Groups:\t \n" in status or "Groups:\t\n" in status


def test_nothing_that_stands_elsewhere_too_is_handed_over(theirs: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root's")
    same_disk = theirs.parent / "secret"
    same_disk.write_text("root's")
    os.link(same_disk, theirs / ".newsdiff/linked")
    (theirs / ".newsdiff/link").symlink_to(tmp_path / "secret")
    (theirs / ".newsdiff/folder").symlink_to(tmp_path)
    ownership.hand_over(theirs, ownership.Owner(NOBODY, NOBODY))
    assert same_disk.stat().st_uid == 0
    assert (tmp_path / "secret").stat().st_uid == 0
    assert tmp_path.stat().st_uid == 0


# --- the owner, where root left files all the same ---


@pytest.mark.parametrize("name", [".newsdiff/run.lock", ".git/objects", ".git/refs/heads", ".git/info"])
def test_the_owner_is_told_whose_it_is_and_how_to_get_it(theirs: Path, name: str) -> None:
    os.chown(theirs / name, 0, 0)
    (theirs / name).chmod(0o700)

    def work() -> None:
        with pytest.raises(StoreError) as caught:
            Store(theirs).record([edit(Store(theirs).find(URL), "Open.")], now=START)
        assert "belongs to root, not to nobody" in caught.value.message
        assert f"sudo chown -R nobody {theirs}" in caught.value.hint

    as_owner(work)


def test_the_sentence_for_a_file_that_is_ones_own(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert denied(tmp_path / "file").message == f"cannot write to {tmp_path / 'file'}: Permission denied"
    assert unwritable(tmp_path) is None
    subprocess.run(["chown", str(NOBODY), tmp_path / "file"], check=True)
    assert "belongs to nobody, not to root" in denied(tmp_path / "file").message
    assert unwritable(tmp_path) == tmp_path / "file"
