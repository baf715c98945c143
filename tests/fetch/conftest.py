"""A fault server and a fetcher that may talk to it, quick to give up."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from newsdiff.fetch import Fetcher
from newsdiff.model import FetchSettings
from tests.kit.fault_server import FaultServer, authority, server_tls
from tests.kit.fetching import NOW, MakeFetcher, names


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as started:
        yield started


@pytest.fixture
def make_fetcher() -> Iterator[MakeFetcher]:
    with ExitStack() as stack:

        def make(
            *, resolver: Any = names, sleep: Any = lambda seconds: None, clock: Any = lambda: NOW, **settings: Any
        ) -> Fetcher:
            chosen = {"allow_private": True, "deadline": 20.0, "delay": 0.0, "max_bytes": 1_000_000} | settings
            made = Fetcher(FetchSettings(**chosen), clock=clock, resolver=resolver, sleep=sleep, chance=lambda: 0.0)
            return stack.enter_context(made)

        yield make


@pytest.fixture
def fetcher(make_fetcher: MakeFetcher) -> Fetcher:
    return make_fetcher()


@pytest.fixture(scope="session")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def tls_server(ca: Path) -> Iterator[Callable[..., FaultServer]]:
    """A maker of servers that show a certificate for a name."""
    with ExitStack() as stack:
        yield lambda name, **kw: stack.enter_context(FaultServer(tls=server_tls(ca.parent, name, **kw)))
