"""A small store with history, tags and a log, made once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff.model import Status
from newsdiff.store import Store
from newsdiff.watch.state import observation_log
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.many import filled

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


def observed(store: Store, *, minute: int, url: str, path: str = "", status: Status = Status.UNCHANGED) -> None:
    """One more visit in the log."""
    at = NOW.replace(minute=minute)
    line = Observation(at, url, Event.VISIT, status, path, http=200, reasons=("shrunk", "other"), words=120)
    observation_log.append(store.private, [line])


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Six articles with three revisions each, and two visits."""
    store = filled(tmp_path_factory.mktemp("small") / "snapshots", 6, 18)
    first = store.articles()[0]
    observed(store, minute=0, url=first.url, path=first.path)
    observed(store, minute=1, url="https://elsewhere.example/a?token=s3cr3t", status=Status.UNREACHABLE)
    return store


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder of its own."""
    return tmp_path / "out"
