"""Units done by Dask's workers, which are processes of their own: what comes back, and what is told where none does."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.rejudge import rejudge
from newsdiff.engines.engine import InlineUnits, in_order
from newsdiff.engines.opening import unit_engine
from newsdiff.errors import EngineError, UsageError
from newsdiff.model import FlagSettings, RevisionKind, Settings, Status
from newsdiff.store import Record, Store, import_sources
from newsdiff.watch import reclean
from newsdiff.watch.record.archive_reader import ArchiveReader
from newsdiff.watch.state.index import looking
from newsdiff.watch.visit.pool import engine as host_engine
from tests.catalogue.test_rejudge import as_old_rules, texts
from tests.engines import work
from tests.kit import warc_files
from tests.kit.dask_cluster import DaskCluster, free_port
from tests.kit.sealing import seal
from tests.kit.site import START, Desk, Site, story


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """A scheduler with a worker, for tests that kill neither."""
    pytest.importorskip("distributed", reason="needs the extra cluster")
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        made = DaskCluster(tmp_path_factory.mktemp("dask"))
        made.add_workers(1)
    yield made
    made.close()


def crawl(folder: Path) -> Path:
    """A crawl of three articles in some versions each, one of which comes back to what it said."""
    found = []
    for day, cracks in enumerate(("seven", "eight", "seven", "nine"), 1):
        for number in range(3):
            answer = warc_files.answer(story(number, cracks=cracks if number else "seven").encode())
            url = f"https://news.example/2025/03/{number}"
            found.append(warc_files.record(answer, url=url, day=day))
    path = folder / "crawl.warc.gz"
    path.write_bytes(warc_files.packed(found))
    return path


def imported(folder: Path, source: Path, name: str) -> list[str]:
    """The commits of an import that an engine read."""
    store = Store.create(folder, bare=True)
    with unit_engine(name) as engine, looking(store, now=START) as state:
        reader = ArchiveReader(engine, Settings(), state, is_web=lambda _: True, tell=store.notices.append)
        made = list(store.importing(import_sources.pages(source), reader, cleaner="3", now=START))
    assert len(made) == 9
    assert store.notices == []
    return [revision.id for revision in store.changes()]


def test_an_import_is_the_same_whoever_read_it(cluster: DaskCluster, tmp_path: Path) -> None:
    source = crawl(tmp_path)
    names = ("inline", "local:2", cluster.engine)
    one, *others = (imported(tmp_path / str(n), source, name) for n, name in enumerate(names))
    assert others == [one, one]


def test_pages_are_cleaned_anew_and_hosts_visited_by_workers(cluster: DaskCluster, desk: Desk, site: Site) -> None:
    for number in range(4):
        site.put(f"/{number}", story(number))
        desk.add(site.url(f"/{number}", f"127.0.0.{number % 2 + 1}"))
    site.put("/3", None)
    with host_engine(cluster.engine) as visits:
        assert sorted(desk.statuses(engine=visits)) == [Status.FIRST] * 3 + [Status.UNREACHABLE]
    assert site.most_of_a_host == 1
    with unit_engine(cluster.engine) as units:
        found = list(reclean(desk.store, desk.settings, now=desk.now, engine=units))
    assert [outcome.status for outcome in found] == [Status.UNCHANGED] * 3


def test_old_edits_are_judged_by_workers(cluster: DaskCluster, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store", bare=True)
    old, new, *_ = texts(1)
    [first] = store.record([Record(old, RevisionKind.FIRST, START)], now=START)
    later = as_old_rules(old, new)
    store.record([Record(new, RevisionKind.EDIT, START, report=later, path=first.path)], now=START)
    with Catalogue(store) as catalogue, unit_engine(cluster.engine) as engine:
        [edit] = rejudge(catalogue, engine, lambda _: FlagSettings(), clock=lambda: START)
    assert (edit.before.flags, edit.after.flags) == ((), ("number",))


def test_a_fault_of_ours_on_a_worker_is_raised_here(cluster: DaskCluster) -> None:
    with unit_engine(cluster.engine) as engine, pytest.raises(ZeroDivisionError, match="unit 7"):
        list(in_order(engine, work.failing, [7]))


def test_what_was_done_meanwhile_is_fetched_together(cluster: DaskCluster) -> None:
    from newsdiff.engines.cluster import Cluster

    with unit_engine(cluster.engine) as units:
        assert isinstance(units, Cluster)
        for number in range(20):
            units.begin(number, work.doubled, number)
        units._send_some()
        for future in list(units._futures.values()):
            future.result(timeout=60)
        while units._ended.qsize() < 20:
            time.sleep(0.01)
        assert sorted(units.done()) == [(number, 2 * number) for number in range(20)]


def test_workers_begin_once_there_are_enough_units_to_be_sent_together(cluster: DaskCluster) -> None:
    from newsdiff.engines.cluster import _SENT, Cluster

    with unit_engine(cluster.engine) as units:
        assert isinstance(units, Cluster)
        for number in range(_SENT - 1):
            units.begin(number, work.doubled, number)
        assert not units._futures
        units.begin(_SENT - 1, work.doubled, _SENT - 1)
        assert len(units._futures) == _SENT  # nobody waits for a result yet
        units.begin(_SENT, work.doubled, _SENT)
        found: list[tuple[int, int]] = []
        while len(found) <= _SENT:
            found += units.done()
        assert sorted(found) == [(number, 2 * number) for number in range(_SENT + 1)]


def test_what_was_sent_is_not_kept(cluster: DaskCluster) -> None:
    size = 900_000
    with unit_engine(cluster.engine) as engine:
        assert list(in_order(engine, work.measured, (bytes(size) for _ in range(5)))) == [size] * 5
        before = resident_bytes()
        assert list(in_order(engine, work.measured, (bytes(size) for _ in range(40)))) == [size] * 40
        assert resident_bytes() - before < 15 * size


def resident_bytes() -> int:
    """What this process holds in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_many_units_come_back_in_order(cluster: DaskCluster) -> None:
    with unit_engine(cluster.engine) as engine, InlineUnits() as inline:
        there = list(in_order(engine, work.doubled, range(200)))
        assert there == list(in_order(inline, work.doubled, range(200)))


def test_a_scheduler_that_is_not_there_is_told_in_a_sentence() -> None:
    pytest.importorskip("distributed", reason="needs the extra cluster")
    from newsdiff.engines.cluster import Cluster

    with pytest.raises(EngineError, match="no scheduler answers at tcp") as told:
        Cluster(f"tcp://127.0.0.1:{free_port()}", patience=0.5)
    assert "docs/scale.md" in told.value.hint
    assert told.value.exit_code == 69


def test_without_the_library_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError) as told, unit_engine("dask://127.0.0.1:8786"):
        pass
    assert "newsdiff[cluster]" in told.value.hint
