"""The command line as a user meets it: arguments in; exit code, output and errors out."""

import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsdiff.cli import context
from newsdiff.cli.main import run
from newsdiff.demo.site import Site as DemoSite
from newsdiff.demo.site import serve
from newsdiff.demo.story import page, states
from newsdiff.process import sandbox
from newsdiff.watch.visit import pool
from tests.kit.kept_children import KeptChildren
from tests.kit.newsroom import Newsroom, copied, filled_once
from tests.kit.sealing import seal
from tests.kit.site import Here, Site


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Newsdiff = Callable[..., Result]

URL = "https://www.harbour.example/2025/03/18/ferry"
OLD = """Tuesday, March 18, 2025

Ferry stops for repairs

Share

Former Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.

READ MORE: Bakery wins county prize for the third time

About 1,200 people take the ferry to work each day. “We were not asked,” said one of them.

Read more
"""
NEW = OLD.replace("Former Harbour Minister", "Harbour Minister").replace("Bakery wins county", "Choir wins school")


@pytest.fixture(scope="session")
def children() -> Iterator[KeptChildren]:
    """The children in which commands that run in this process clean pages and compare texts."""
    kept = KeptChildren()
    yield kept
    kept.close()


@pytest.fixture
def newsdiff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], children: KeptChildren
) -> Newsdiff:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sandbox, "subprocess", children.subprocess)

    def call(*args: str) -> Result:
        capfd.readouterr()
        code = run(args)
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture(scope="session")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test that asks for ``kept`` leaves it for the others."""
    return tmp_path_factory.mktemp("kept") / "snapshots"


@pytest.fixture
def kept(newsdiff: Newsdiff, tmp_path: Path, kept_once: Path) -> Newsdiff:
    """A store in ./snapshots with one article in two revisions, a day apart."""
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    if kept_once.exists():
        copied(kept_once, tmp_path / "snapshots")
        return newsdiff
    assert newsdiff("init").code == 0
    for name, day in (("old.txt", "18"), ("new.txt", "19")):
        assert newsdiff("snapshot", name, "--url", URL, "--at", f"2025-03-{day}T10:00Z").code == 0
    copied(tmp_path / "snapshots", kept_once)
    return newsdiff


@pytest.fixture
def visits_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """``watch`` visits pages in this process: a child that does costs a third of a second for what it imports."""
    monkeypatch.setattr(pool, "engine", lambda name, heard: nullcontext(Here()))


def nameless(text: str) -> str:
    """A text with ``<commit>`` for each commit's name, whole or short: they change with the cleaner's version."""
    return re.sub(r"\b(?:[0-9a-f]{40}|[0-9a-f]{10})\b", "<commit>", text)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A store that holds all there is, and the outlets behind it; for reading only (``own_newsroom`` is a copy)."""
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        base = tmp_path_factory.getbasetemp()
        kept = filled_once((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "newsroom-kept")
        site = Site()
        room = Newsroom.opened(tmp_path_factory.mktemp("newsroom"), site, kept)
    yield room
    site.close()


@pytest.fixture
def desk(newsdiff: Newsdiff, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsdiff:
    """Run a command on the newsroom's store, at the end of its days."""
    monkeypatch.setenv("NEWSDIFF_STORE", str(newsroom.folder))
    monkeypatch.setattr(context, "now", lambda: newsroom.now)
    return newsdiff


@pytest.fixture
def own_newsroom(desk: Newsdiff, newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the newsroom's store for a test that writes; the test's commands (``desk``) run on it."""
    folder = copied(newsroom.folder, tmp_path / "snapshots")
    monkeypatch.setenv("NEWSDIFF_STORE", str(folder))
    return folder


@pytest.fixture
def terminal(newsdiff: Newsdiff, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Run a command whose standard output is a terminal; its exit code, and what stands on the terminal."""

    def call(*args: str, columns: int = 80, **environment: str) -> tuple[int, str]:
        ours, theirs = os.openpty()
        parts: list[bytes] = []
        reader = threading.Thread(target=_read_to_the_end, args=(ours, parts))
        reader.start()
        with os.fdopen(theirs, "w", encoding="utf-8") as screen, monkeypatch.context() as swap:
            for name, value in {"COLUMNS": str(columns), "TERM": "xterm-256color", **environment}.items():
                swap.setenv(name, value)
            swap.setattr(sys, "stdout", screen)
            code = run(args)
        reader.join()
        os.close(ours)
        return code, b"".join(parts).decode().replace("\r\n", "\n")

    return call


def _read_to_the_end(file: int, parts: list[bytes]) -> None:
    try:
        while part := os.read(file, 65536):
            parts.append(part)
    except OSError:  # Linux says EIO when the other end is closed
        return


@pytest.fixture
def demo_site() -> Iterator[DemoSite]:
    """The site of ``newsdiff demo``, with the first state of its story."""
    with serve() as served:
        served.body = page(states()[0]).encode()
        yield served
