"""What is remembered: deleted, damaged or newer, state.db is read back from the log and git, and nothing is lost."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff import watch
from newsdiff.model import RECORDED, Status
from newsdiff.store import Store
from newsdiff.watch.state import index, observation_log
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.newsroom import copied
from tests.kit.site import START, Answer, Desk, Site, page, story
from tests.kit.stories import first

Busy = Callable[[Desk, Site], None]


def remembered(desk: Desk) -> list[Known]:
    with State(desk.store) as state:
        return list(state.everything())


def delete(path: Path) -> None:
    path.unlink()


def scribble(path: Path) -> None:
    path.write_bytes(b"no database at all" * 999)


def grow_newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


@pytest.fixture(scope="module")
def outlet() -> Iterator[Site]:
    """The site of all these tests, so that what was recorded of it once can be copied."""
    outlet = Site()
    yield outlet
    outlet.close()


@pytest.fixture
def site(outlet: Site) -> Site:
    """The same, without a page."""
    outlet.empty()
    return outlet


@pytest.fixture(scope="module")
def kept(outlet: Site, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, dict[str, Answer]]:
    """A desk with something of everything in its history, and its site's pages at the end."""
    outlet.pages.clear()
    desk = Desk(tmp_path_factory.mktemp("busy"))
    fill(desk, outlet)
    return desk, dict(outlet.pages)


@pytest.fixture
def busy(kept: tuple[Desk, dict[str, Answer]]) -> Busy:
    """Make a desk's store a copy of that one, and serve its pages."""
    filled, pages = kept

    def copy(desk: Desk, site: Site) -> None:
        folder = desk.store.path
        shutil.rmtree(folder)
        desk.store, desk.now = Store(copied(filled.store.path, folder)), filled.now
        site.pages.update(pages)

    return copy


def fill(desk: Desk, site: Site) -> None:
    for n in range(4):
        site.put(f"/{n}", story(n), ETag=f'"{n}"')
        desk.add(site.url(f"/{n}"))
    desk.watch()
    site.put("/0", story(0, cracks="nineteen"))
    site.put("/1", "", 410)
    site.put("/2", page("Before you continue", "<p>We and our partners use cookies on this site.</p>"))
    desk.watch()


def test_an_untouched_state_tells_nothing(desk: Desk, site: Site, busy: Busy) -> None:
    busy(desk, site)
    with State(desk.store) as state:
        assert state.notices == []
    assert not list(desk.store.private.glob("state.db.*"))


@pytest.mark.parametrize("harm", [delete, scribble, grow_newer])
def test_a_lost_state_is_read_back(desk: Desk, site: Site, busy: Busy, harm: Callable[[Path], None]) -> None:
    busy(desk, site)
    before, kinds = remembered(desk), desk.kinds()
    for suffix in ("-wal", "-shm"):
        (desk.store.private / f"state.db{suffix}").unlink(missing_ok=True)
    harm(desk.store.private / "state.db")
    assert remembered(desk) == before
    assert desk.kinds() == kinds
    assert not RECORDED & set(desk.statuses())


@pytest.mark.parametrize("size", [1, 3])
def test_what_is_read_back_a_few_at_a_time_is_the_same(
    desk: Desk, site: Site, busy: Busy, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    busy(desk, site)
    delete(desk.store.private / "state.db")
    shutil.rmtree(desk.store.private / observation_log.FOLDER)
    whole = remembered(desk)
    delete(desk.store.private / "state.db")
    shutil.rmtree(desk.store.private / observation_log.FOLDER)
    monkeypatch.setattr("newsdiff.watch.state.index._BATCH_REVISIONS", size)
    monkeypatch.setattr("newsdiff.watch.state.index._BATCH_LINES", size)
    told: list[tuple[str, int, int]] = []
    desk.store.heard = lambda *what: told.append(what)
    assert remembered(desk) == whole
    assert len(whole) > 1
    assert [done for _, done, _ in told] == [*range(0, told[-1][2], size), told[-1][2]]


def test_a_reader_repairs_nothing_that_is_there(desk: Desk, site: Site, busy: Busy) -> None:
    busy(desk, site)
    for suffix in ("-wal", "-shm"):
        (desk.store.private / f"state.db{suffix}").unlink(missing_ok=True)
    (desk.store.private / "state.db").write_bytes(b"no database")
    assert len([*watch.listing(desk.store, desk.settings, now=desk.now)]) == 4
    assert (desk.store.private / "state.db").read_bytes() == b"no database"


def test_a_revision_without_its_line_in_the_log_is_found(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    file = next((desk.store.private / "log").glob("*.jsonl"))
    kept = file.read_bytes()
    site.put("/a", story(cracks="nineteen"))
    desk.watch()
    file.write_bytes(kept)  # killed between git and the log
    (desk.store.private / "state.db").unlink()
    assert desk.status() is Status.UNCHANGED
    assert desk.kinds() == ["first", "edit"]
    [known] = remembered(desk)
    assert known.revision == next(desk.store.changes()).id


def test_a_torn_line_is_skipped_and_the_next_one_stands_alone(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    file = next((desk.store.private / "log").glob("*.jsonl"))
    with file.open("ab") as torn:
        torn.write(b'{"at": "2026-03-02T09:')
    assert desk.status() is Status.UNCHANGED
    seen = [seen for seen, _ in observation_log.read(desk.store.private)]
    visits = [s.status if s else None for s in seen if s is None or s.event is Event.VISIT]
    assert visits == [Status.FIRST, None, Status.UNCHANGED]


def names(folder: Path) -> list[str]:
    return [p.name for p in sorted((folder / "log").iterdir())]


def visits(*months: int) -> list[Observation]:
    return [Observation(START.replace(month=m), f"u{m}", status=Status.UNCHANGED) for m in months]


def test_a_month_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    for _ in range(3):
        observation_log.append(tmp_path, visits(3))
    assert names(tmp_path) == ["observations-2026-03.jsonl"]
    assert (tmp_path / "log" / "observations-2026-03.jsonl").stat().st_mode & 0o077 == 0


def test_earlier_months_are_compressed_and_read_like_any_other(tmp_path: Path) -> None:
    for month in (3, 4, 5):
        observation_log.append(tmp_path, visits(month))
    assert names(tmp_path) == [
        "observations-2026-03.jsonl.gz",
        "observations-2026-04.jsonl.gz",
        "observations-2026-05.jsonl",
    ]
    assert all((tmp_path / "log" / name).stat().st_mode & 0o077 == 0 for name in names(tmp_path))
    read = list(observation_log.read(tmp_path))
    assert [seen for seen, _ in read] == visits(3, 4, 5)
    for n, (_, place) in enumerate(read):  # from any place on, whether its file was compressed since or not
        assert [seen for seen, _ in observation_log.read(tmp_path, place)] == visits(3, 4, 5)[n + 1 :]


def test_several_months_at_once_leave_only_the_newest_plain(tmp_path: Path) -> None:
    observation_log.append(tmp_path, visits(3, 4))
    assert names(tmp_path) == ["observations-2026-03.jsonl.gz", "observations-2026-04.jsonl"]


def test_a_kill_while_compressing_neither_loses_nor_doubles_a_line(tmp_path: Path) -> None:
    observation_log.append(tmp_path, visits(3))
    plain = tmp_path / "log" / "observations-2026-03.jsonl"
    kept = plain.read_bytes()
    observation_log.append(tmp_path, visits(4))
    plain.write_bytes(kept)  # killed before the plain file was removed
    (tmp_path / "log" / "observations-2026-03.jsonl.new").write_bytes(b"half")
    assert [seen for seen, _ in observation_log.read(tmp_path)] == visits(3, 4)
    observation_log.append(tmp_path, visits(5))
    assert [seen for seen, _ in observation_log.read(tmp_path)] == visits(3, 4, 5)
    assert names(tmp_path).count("observations-2026-03.jsonl") == 0


def test_a_torn_line_at_the_end_of_a_month_hides_nothing_after_it(tmp_path: Path) -> None:
    observation_log.append(tmp_path, visits(3))
    with (tmp_path / "log" / "observations-2026-03.jsonl").open("ab") as torn:
        torn.write(b'{"at": "2026-03-31T09:')
    observation_log.append(tmp_path, visits(4))
    assert [seen for seen, _ in observation_log.read(tmp_path)] == visits(3, 4)


def test_a_damaged_month_is_counted_and_the_others_are_read(tmp_path: Path) -> None:
    for month in (3, 4):
        observation_log.append(tmp_path, visits(month))
    packed = tmp_path / "log" / "observations-2026-03.jsonl.gz"
    packed.write_bytes(packed.read_bytes()[:-12])
    found = [seen for seen, _ in observation_log.read(tmp_path)]
    assert None in found
    assert found[-1:] == visits(4)


def test_a_month_whose_successor_was_taken_away_grows_again(tmp_path: Path) -> None:
    observation_log.append(tmp_path, visits(3))
    observation_log.append(tmp_path, visits(4))
    (tmp_path / "log" / "observations-2026-04.jsonl").unlink()
    observation_log.append(tmp_path, visits(3))
    assert [seen for seen, _ in observation_log.read(tmp_path)] == visits(3, 3)


def test_a_lost_index_is_read_back_from_compressed_months_too(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    for cracks in ("eighteen", "nineteen", "twenty"):
        desk.now += timedelta(days=31)
        site.put("/a", story(cracks=cracks))
        desk.watch()
    before = remembered(desk)
    assert len(list((desk.store.private / "log").glob("*.gz"))) == 2
    (desk.store.private / "state.db").unlink()
    assert remembered(desk) == before


def test_a_clock_that_was_set_back_writes_behind_nothing(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    desk.now -= timedelta(days=400)
    site.put("/a", story(cracks="nineteen"))
    desk.watch()
    assert [known.words for known in remembered(desk)]
    site.put("/a", "", 410)
    assert desk.status() is Status.REMOVED
    assert desk.kinds() == ["first", "edit", "removed"]


def test_the_log_gives_back_what_it_took(tmp_path: Path) -> None:
    seen = Observation(
        START,
        "https://a.example/x",
        status=Status.SUSPECT,
        reasons=("a “wall”\n",),
        waits=True,
        etag='W/"1"',
        until=START,
    )
    observation_log.append(tmp_path, [seen])
    assert [s for s, _ in observation_log.read(tmp_path)] == [seen]


# --- damage that SQLite does not see ---


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Turn one bit of a file."""
    body = bytearray(path.read_bytes())
    body[place] ^= 1 << bit
    path.write_bytes(body)


def places(path: Path, *marks: bytes) -> list[int]:
    """Where these bytes stand in a file, a byte of each."""
    body = path.read_bytes()
    return [body.index(mark) + len(mark) // 2 for mark in marks]


MARKS = (
    b'"url":',
    b'"seen":',
    b'"streak":',
    b'"path":',
    b"Notes from",
    b"2026-03",
    b"http://",
    b"offset",
    b"observations-",
)


def test_a_run_that_ends_well_seals_the_state_and_one_that_finds_nothing_new_leaves_it(
    desk: Desk, site: Site, busy: Busy
) -> None:
    busy(desk, site)
    seal = desk.store.private / "state.seal"
    told = seal.stat()
    remembered(desk)
    assert list(watch.listing(desk.store, desk.settings, now=desk.now))
    assert seal.stat().st_mtime_ns == told.st_mtime_ns
    assert seal.read_text().split()[0] == str((desk.store.private / "state.db").stat().st_size)


def test_a_state_that_is_being_written_has_no_seal(desk: Desk, site: Site, busy: Busy) -> None:
    busy(desk, site)
    with State(desk.store) as state:
        state.write([Observation(desk.now, "https://a.example/x", status=Status.UNCHANGED)])
        assert not (desk.store.private / "state.seal").exists()
        assert len([*watch.listing(desk.store, desk.settings, now=desk.now)]) == 4
    assert (desk.store.private / "state.seal").exists()


def test_any_flipped_bit_is_found_and_the_state_read_back(desk: Desk, site: Site, busy: Busy) -> None:
    busy(desk, site)
    before, kinds, file = remembered(desk), desk.kinds(), desk.store.private / "state.db"
    size = file.stat().st_size
    for place in (*range(0, size, size // 20), *places(file, *MARKS)):
        flip(file, place, bit=place % 8)
        with State(desk.store) as state:
            assert list(state.everything()) == before
            assert len(state.notices) == 1
        assert (desk.store.private / "state.db.damaged").exists()
    assert desk.kinds() == kinds
    assert not RECORDED & set(desk.statuses())
    assert [p.name for p in desk.store.private.glob("state.db*")] in (
        ["state.db", "state.db.damaged"],
        ["state.db.damaged", "state.db"],
    )


def test_a_row_that_cannot_be_read_is_found_without_a_seal_too(desk: Desk, site: Site, busy: Busy) -> None:
    """As a kill leaves it: SQLite finds nothing wrong, and each row is looked at as it is read."""
    busy(desk, site)
    before, file = remembered(desk), desk.store.private / "state.db"
    whole = file.read_bytes()
    for mark in (b'"url":', b'"seen":', b'"streak":', b'"status":', b'"words":', b'"recent":'):
        for bit in (0, 4, 7):
            file.write_bytes(whole)
            (desk.store.private / "state.seal").unlink(missing_ok=True)
            flip(file, whole.index(mark) + len(mark), bit)  # the first byte of the value
            with State(desk.store) as state:
                found = list(state.everything())
                assert found == before or not state.notices
    assert set(desk.statuses()) <= {Status.UNCHANGED, Status.NOT_MODIFIED, Status.SUSPECT, Status.EDIT}


@pytest.mark.parametrize("flips", [8, pytest.param(100, marks=pytest.mark.slow)])
def test_no_flipped_bit_ends_a_run_that_has_no_seal(desk: Desk, site: Site, busy: Busy, flips: int) -> None:
    busy(desk, site)
    file = desk.store.private / "state.db"
    whole = file.read_bytes()
    for n, place in enumerate(range(0, len(whole), len(whole) // flips)):
        file.write_bytes(whole)
        (desk.store.private / "state.seal").unlink(missing_ok=True)
        flip(file, place, n % 8)
        assert desk.statuses()
        watch.examine(desk.store, desk.settings, now=desk.now)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("known", "row", "[]"),
        ("known", "row", '{"url": 7}'),
        ("known", "row", '{"url": "https://a.example", "seen": "2026-03-02"}'),
        ("known", "row", '{"url": "\\ud800"}'),
        ("known", "row", "[" * 9_000),
        ("known", "row", b"\xff\xfe"),
        ("known", "path", 7),
        ("known", "url", b"\xff"),
        ("revision", "text", b"\xff"),
        ("rest", "until", "soon"),
        ("robots", "row", "{}"),
        ("note", "value", "minus one"),
        ("note", "value", "9" * 5_000),
    ],
)
def test_a_value_of_another_kind_is_read_back(
    desk: Desk, site: Site, busy: Busy, table: str, column: str, value: str | bytes | int
) -> None:
    busy(desk, site)
    with State(desk.store) as state:
        state.write([Observation(desk.now, "a.example", Event.REST, error="busy", until=desk.now)])
    before, kinds = remembered(desk), desk.kinds()
    with sqlite3.connect(desk.store.private / "state.db") as db:
        db.execute(f"UPDATE OR REPLACE {table} SET {column} = ?", (value,))
    db.close()
    (desk.store.private / "state.seal").unlink()
    desk.statuses()
    assert [k.url for k in remembered(desk)] == [k.url for k in before]
    assert desk.kinds() == kinds


def test_a_log_that_was_cut_is_read_from_its_beginning(desk: Desk, site: Site, busy: Busy) -> None:
    busy(desk, site)
    [file] = (desk.store.private / "log").glob("*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:5]) + b'{"at":"2026-03-02T09:00:00+00:00","url":"https://other.example/"}\n')
    with State(desk.store) as state:
        assert len(state.notices) == 1
        assert state.known("https://other.example/").url
    assert not RECORDED & set(desk.statuses())


def test_what_was_set_aside_stays_once(desk: Desk, site: Site, busy: Busy) -> None:
    busy(desk, site)
    for _ in range(3):
        scribble(desk.store.private / "state.db")
        remembered(desk)
    assert sorted(p.name for p in desk.store.private.glob("state.*")) == ["state.db", "state.db.damaged", "state.seal"]


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"7",
        b'"at"',
        b"{}",
        b'{"at": "2026-03-02", "url": "u"}',
        b'{"at": "0001-01-01T00:00:00+00:00", "url": "u", "status": "unchanged"}',
        b'{"at": "9999-12-31T23:59:59-14:00", "url": "u", "status": "unchanged"}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": 7, "status": "unchanged"}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "u", "words": "many", "status": "first"}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "u", "words": true, "status": "first"}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "u", "marks": "wall", "status": "first"}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "u", "http": 1e999}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "u", "http": ' + b"9" * 5_000 + b"}",
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "\\udfff", "status": "unchanged"}',
        b'{"at": "2026-03-02T09:00:00+00:00", "url": "u", "event": "party"}',
        b"[" * 100_000,
        b"\xff" * 100,
    ],
    ids=range(17),
)
def test_a_line_of_the_log_that_is_none_is_counted(desk: Desk, site: Site, line: bytes) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    before = remembered(desk)
    [file] = (desk.store.private / "log").glob("*.jsonl")
    with file.open("ab") as log:
        log.write(line + b"\n")
    with State(desk.store) as state:
        assert list(state.everything()) == before
        assert state.torn == 1
    assert desk.status() is Status.UNCHANGED


def test_what_lags_far_behind_is_read_back_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "FAR_BEHIND_REVISIONS", 3)
    store = Store.create(tmp_path / "store", bare=True)
    with index.looking(store, now=START):
        pass
    store.record([first(f"https://courier.example/{n}", f"Story {n}.") for n in range(3)], now=START)
    told: list[tuple[str, int, int]] = []
    store.heard = lambda *what: told.append(what)
    with index.looking(store, now=START) as state:
        assert len(list(state.everything())) == 3
    assert [what for what in told if what[2]] == [("revisions read back from git", done, 3) for done in (0, 3)]
    told.clear()
    with store.lock(who="watch", now=START), index.looking(Store(store.path), now=START) as state:
        assert len(list(state.everything())) == 3
    assert not [what for what in told if what[2]]
