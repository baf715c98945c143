"""What every test stands on: a sealed environment, and golden files that ``pytest --accept`` rewrites."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.kit.sealing import seal

# How long an example takes is the machine's business.
settings.register_profile("newsdiff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsdiff")

pytest_plugins = ("tests.kit.fixtures",)
SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files with what the code gives now")
    parser.addoption("--fuzz-seed", type=int, default=1, help="make other inputs for the tests that fuzz")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Tests run side by side; what prints, stops in a debugger, measures or writes golden files runs alone."""
    options = config.option
    if options.capture == "no" or options.usepdb or options.accept or "not bench" not in options.markexpr:
        options.numprocesses, options.tx, options.dist = 0, [], "no"


def pytest_xdist_auto_num_workers() -> int | None:
    """One worker more than there are cores, for some always wait; ``PYTEST_XDIST_AUTO_NUM_WORKERS`` says otherwise."""
    return None if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") else 1 + (os.cpu_count() or 1)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Collecting makes millions of objects, none of which is garbage: nothing looks for it until all are made."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def sealed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads the user's home, git configuration, store or colours."""
    seal(monkeypatch, tmp_path_factory.getbasetemp())


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file; with ``--accept``, write it."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def shared() -> Path:
    """The folder of measuring data, which only developers have."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here")
    return SHARED
