"""What dies, falls silent or is another version costs a second try, or ends the run with a word. Real processes.

Run by hand: ``pytest -m slow tests/engines/test_cluster_faults.py``.
"""

import os
import shutil
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdiff.cli.main import run
from newsdiff.engines import units
from newsdiff.engines.engine import in_order
from newsdiff.errors import EngineError, UsageError
from newsdiff.model import Status
from newsdiff.store import Store
from newsdiff.watch.visit.cluster_visits import ClusterVisits
from tests.engines import work
from tests.engines.test_cluster import crawl, imported
from tests.kit.dask_cluster import ROOT, DaskCluster, Line, wait_until
from tests.kit.site import Answer, Desk, Site, story

pytestmark = pytest.mark.slow
pytest.importorskip("distributed", reason="needs the extra cluster")
Made = Callable[..., DaskCluster]
UNITS = 60


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Make a cluster of some workers, which goes with the test."""
    clusters: list[DaskCluster] = []

    def make(workers: int, *options: str, failures: int = 3) -> DaskCluster:
        clusters.append(DaskCluster(tmp_path_factory.mktemp("dask"), failures=failures))
        clusters[-1].add_workers(workers, *options)
        return clusters[-1]

    yield make
    for cluster in clusters:
        cluster.close()


def connected(address: str, patience: float = 5.0, **options: bool):
    from newsdiff.engines.cluster import Cluster

    return Cluster(address, patience=patience, **options)


def noted(folder: Path) -> Counter[int]:
    """How often each unit was done."""
    return Counter(int(path.name.partition("-")[0]) for path in folder.iterdir())


def ready(cluster: DaskCluster, workers: int) -> None:
    """Wait until so many workers have come."""
    with connected(cluster.address, 60.0) as engine:
        wait_until(lambda: len(engine._client.scheduler_info(n_workers=-1)["workers"]) >= workers)


def test_a_worker_that_is_killed_costs_its_units_a_second_try(made: Made, tmp_path: Path) -> None:
    cluster = made(3)
    ready(cluster, 3)
    with connected(cluster.address) as engine:
        results = in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS)))
        found = [next(results) for _ in range(5)]
        cluster.kill_worker(0)
        found += list(results)
    assert found == list(range(UNITS))
    assert set(noted(tmp_path)) == set(range(UNITS))
    assert sum(noted(tmp_path).values()) < UNITS + 10  # only what it was at, or held, was done again


def test_a_unit_that_ends_every_worker_is_done_here_and_keeps_nobody_else_from_being_done(made: Made) -> None:
    cluster = made(3, failures=1)
    ready(cluster, 3)
    with connected(cluster.address) as engine:
        assert list(in_order(engine, work.deadly, ((os.getpid(), n) for n in range(8)))) == list(range(8))
    assert sum(worker.poll() is not None for worker in cluster.workers) == 2


def test_a_unit_that_is_too_much_for_the_memory_of_a_worker_is_done_here(made: Made) -> None:
    cluster = made(1, "--nanny", "--memory-limit", "400MB", failures=0)
    ready(cluster, 1)
    with connected(cluster.address, 30.0) as engine:
        assert list(in_order(engine, work.greedy, ((os.getpid(), n) for n in range(4)))) == list(range(4))


def test_a_run_without_workers_ends_with_a_word(made: Made, tmp_path: Path) -> None:
    cluster = made(1)
    with connected(cluster.address, 60.0) as engine:
        engine._patience = 3.0
        results = in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS)))
        next(results)
        cluster.kill_worker(0)
        with pytest.raises(EngineError, match="has had no worker for 3 seconds"):
            list(results)


def test_work_goes_on_when_a_worker_comes_again(made: Made, tmp_path: Path) -> None:
    cluster = made(1)
    with connected(cluster.address, 60.0) as engine:
        results = in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS)))
        found = [next(results)]
        cluster.kill_worker(0)
        cluster.add_workers(1)
        assert found + list(results) == list(range(UNITS))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_a_scheduler_that_is_gone_ends_the_run_with_a_word(made: Made, tmp_path: Path, how: signal.Signals) -> None:
    cluster = made(1)
    ready(cluster, 1)
    with connected(cluster.address, 3.0) as engine:
        results = in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS)))
        next(results)
        os.kill(cluster.scheduler.pid, how)
        began = time.monotonic()
        with pytest.raises(EngineError, match="does not answer any more") as told:
            list(results)
    assert "what was recorded stays" in told.value.hint
    assert time.monotonic() - began < 60


def test_a_network_that_is_cut_for_a_moment_costs_units_a_second_try(made: Made, tmp_path: Path) -> None:
    cluster = made(2)
    ready(cluster, 2)
    line = Line(cluster.port)
    with connected(line.address, 10.0) as engine:
        results = in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS)))
        found = [next(results) for _ in range(10)]
        line.cut()
        found += list(results)
    line.close()
    assert found == list(range(UNITS))


def test_a_network_that_falls_silent_ends_the_run_with_a_word(made: Made, tmp_path: Path) -> None:
    cluster = made(1)
    ready(cluster, 1)
    line = Line(cluster.port)
    with connected(line.address, 3.0) as engine:
        results = in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS)))
        next(results)
        line.silent = True
        with pytest.raises(EngineError, match="does not answer any more"):
            list(results)
        line.close()


def test_a_worker_with_another_version_is_told_before_anything_is_done(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(ROOT / "newsdiff", other / "newsdiff", ignore=shutil.ignore_patterns("__pycache__"))
    rules = other / "newsdiff" / "flags" / "version.py"
    rules.write_text(rules.read_text().replace('RULES = "', 'RULES = "0'))
    cluster = made(0)
    cluster.add_workers(1, path=other)
    with pytest.raises(UsageError, match=r"has other versions: rules 0\d+ \(here \d+\)") as told:
        connected(cluster.address, 60.0)
    assert told.value.hint == "install the same newsdiff on every machine"


def test_a_worker_with_another_version_that_comes_later_does_nothing(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(ROOT / "newsdiff", other / "newsdiff", ignore=shutil.ignore_patterns("__pycache__"))
    rules = other / "newsdiff" / "flags" / "version.py"
    rules.write_text(rules.read_text().replace('RULES = "', 'RULES = "0'))
    cluster = made(1)
    with connected(cluster.address, 60.0) as engine:
        cluster.kill_worker(0)
        cluster.add_workers(1, path=other)
        with pytest.raises(UsageError, match=r"a worker of .* has other versions"):
            list(in_order(engine, work.doubled, range(4)))


def test_a_worker_without_newsdiff_is_told(made: Made, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    (broken / "newsdiff").mkdir(parents=True)
    (broken / "newsdiff" / "__init__.py").write_text("")
    cluster = made(0)
    cluster.add_workers(1, path=broken)
    with pytest.raises(UsageError, match="has no newsdiff that could be used"):
        connected(cluster.address, 60.0)


def test_a_slow_worker_holds_up_nobody_but_its_own_units(made: Made, tmp_path: Path) -> None:
    cluster = made(2)
    ready(cluster, 2)
    os.killpg(cluster.workers[1].pid, signal.SIGSTOP)
    try:
        threading.Timer(6.0, os.killpg, (cluster.workers[1].pid, signal.SIGCONT)).start()
        with connected(cluster.address, 60.0) as engine:  # it waits for the worker to tell its versions
            found = list(in_order(engine, work.noted, ((str(tmp_path), n) for n in range(UNITS))))
    finally:
        os.killpg(cluster.workers[1].pid, signal.SIGCONT)
    assert found == list(range(UNITS))


def test_an_import_whose_scheduler_dies_is_taken_up_where_it_stood(
    made: Made, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsdiff.engines import cluster as engines

    source, cluster = crawl(tmp_path), made(1)
    ready(cluster, 1)
    folder = tmp_path / "snapshots"
    assert run(["--store", str(folder), "init"]) == 0
    begun = engines.Cluster.begin

    def begin(self, number, unit_work, unit):
        begun(self, number, unit_work, unit)
        if unit_work is not units.clean_pages:  # the pages are read, and nothing is recorded
            cluster.scheduler.kill()

    monkeypatch.setattr(engines.Cluster, "begin", begin)
    assert run(["--store", str(folder), "import", str(source), "--engine", cluster.engine]) == 69
    assert "does not answer any more" in capfd.readouterr().err
    assert run(["--store", str(folder), "import", str(source)]) == 0
    whole = imported(tmp_path / "whole", source, "inline")
    assert len(list(Store(folder).changes())) == len(whole)


def test_a_watch_whose_worker_dies_visits_again_and_records_once(made: Made, desk: Desk, site: Site) -> None:
    cluster = made(2)
    ready(cluster, 2)
    killed: list[bool] = []

    def kill_once() -> None:
        if not killed:
            killed.append(True)
            busy = [n for n, worker in enumerate(cluster.workers) if worker.poll() is None]
            cluster.kill_worker(busy[0])

    for number in range(6):
        site.put(f"/{number}", story(number))
        desk.add(site.url(f"/{number}", f"127.0.0.{number % 3 + 1}"))
    site.pages["/4"] = Answer(story(4), before=kill_once)
    with ClusterVisits(connected(cluster.address, retry_here=False)) as visits:
        assert desk.statuses(engine=visits) == [Status.FIRST] * 6
        assert desk.statuses(engine=visits) == [Status.UNCHANGED] * 6
    assert killed == [True]
    assert desk.kinds() == ["first"] * 6


def test_a_watch_whose_scheduler_dies_keeps_what_was_visited(made: Made, desk: Desk, site: Site) -> None:
    cluster = made(1)
    ready(cluster, 1)
    for number in range(4):
        site.put(f"/{number}", story(number))
        desk.add(site.url(f"/{number}", f"127.0.0.{number + 1}"))
    asked: list[int] = []

    def third() -> None:
        asked.append(1)
        os.kill(cluster.scheduler.pid, signal.SIGKILL)

    site.pages["/3"] = Answer(story(3), before=third)
    with (
        ClusterVisits(connected(cluster.address, 3.0, retry_here=False)) as visits,
        pytest.raises(EngineError, match="does not answer any more"),
    ):
        desk.watch(engine=visits)
    assert asked
    first = len(desk.kinds())
    assert first in (1, 2, 3)
    site.put("/3", story(3))
    assert sorted(desk.statuses()) == sorted([Status.FIRST] * (4 - first) + [Status.UNCHANGED] * first)
    assert desk.kinds() == ["first"] * 4
