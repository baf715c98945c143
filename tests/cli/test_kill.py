"""kill -9 of every command that writes, at random instants: nothing acknowledged is lost, nothing stands twice."""

import contextlib
import itertools
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdiff import document
from newsdiff.store import Store
from tests.kit.site import Site, page, story, told

FETCH = ("--allow-private", "--delay", "0")
FOREIGN = "https://www.harbour.example/2025/03/18/ferry"
LONGEST_SECONDS = {"add": 1.5, "watch": 2.0, "import": 1.5, "maintain": 1.5, "reclean": 1.5, "accept": 1.5}


class Desk:
    """A store in a folder of its own, a command line that may be killed, and what it has to hold by now."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder, self.site = folder, site
        self.environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "HOME": str(folder)}
        self.random = random.Random(3)
        self.number = 0  # of the step: every text says its own
        self.added: list[str] = []
        self.accepted: list[str] = []
        (folder / "saved").mkdir()
        self.done("init")
        for n in range(3):
            self.added.append(self.put(f"/{n}", n))
        self.done("add", "--allow-private", *self.added)
        self.done("watch", *FETCH)

    def put(self, path: str, number: int) -> str:
        """A text that was never there before; its address."""
        self.site.put(path, story(number, cracks=f"step {self.number},"))
        return self.site.url(path)

    def started(self, *args: str) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", "newsdiff", *args]
        return subprocess.Popen(
            command, cwd=self.folder, stdout=pipe, stderr=pipe, text=True, start_new_session=True, env=self.environment
        )

    def done(self, *args: str) -> str:
        """What a command that is left alone prints."""
        process = self.started(*args)
        out, err = process.communicate()
        assert process.returncode in (0, 1), f"{args}: {process.returncode}\n{out}{err}"
        return out

    def killed(self, seconds: float, *args: str) -> bool:
        """Whether the command was killed, with all its children, before it ended."""
        process = self.started(*args)
        try:
            out, err = process.communicate(timeout=seconds)
            assert process.returncode in (0, 1), f"{args}: {process.returncode}\n{out}{err}"
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return True
        return False

    def step(self, name: str) -> bool:
        """A command with something to do, killed at some instant and done again; whether it was killed."""
        self.number += 1
        args = STEPS[name](self)
        killed = self.killed(self.random.uniform(0.05, LONGEST_SECONDS[name]), *args)
        if name != "accept" or (killed and self.held()):
            self.done(*args)
        return killed

    def held(self) -> list[str]:
        """The ids of what waits in quarantine."""
        return [one["id"] for one in json.loads(self.done("quarantine", "list", "--format", "json"))]

    def checked(self) -> None:
        """All that was acknowledged is there, once, and the store is sound."""
        self.done("watch", *FETCH)  # what was added is visited
        assert self.done("verify") == "Everything is as it was recorded.\n"
        git = ["git", "-C", str(self.folder / "snapshots")]
        subprocess.run([*git, "fsck", "--strict", "--no-progress"], check=True, capture_output=True)
        listed = {one["url"] for one in json.loads(self.done("list", "--format", "json"))}
        assert set(self.added) <= listed
        for url in listed:
            self.history(url)
        if saved := len(list((self.folder / "saved").iterdir())):
            assert [kind for kind, _ in self.history(FOREIGN)] == ["first", *["edit"] * (saved - 1)]

    def history(self, url: str) -> list[tuple[str, str]]:
        """Kind and text of each revision, oldest first; none stands twice in a row."""
        store = Store(self.folder / "snapshots")
        revisions = list(store.read_all(store.history(url)[::-1]))
        kinds = [revision.kind.value for revision in revisions]
        texts = [document.dumps(revision.article) for revision in revisions if revision.article]
        assert len(texts) == len(kinds)
        assert kinds[0] == "first" and kinds.count("first") == 1
        assert all(one != other for one, other in itertools.pairwise(texts)), url
        return list(zip(kinds, texts, strict=True))


def _add(desk: Desk) -> tuple[str, ...]:
    desk.added.append(desk.put(f"/new-{desk.number}", desk.number % 50))
    return "add", "--allow-private", desk.added[-1]


def _watch(desk: Desk) -> tuple[str, ...]:
    for n in range(3):
        desk.put(f"/{n}", n)
    return "watch", *FETCH, "--all", *(desk.site.url(f"/{n}") for n in range(3))


def _import(desk: Desk) -> tuple[str, ...]:
    day, hour = divmod(desk.number, 24)
    text = f"Ferry stops for repairs\n\nOn the quay waited {desk.number} people when the ferry stopped.\n"
    (desk.folder / "saved" / f"2025-{day // 28 + 1:02}-{day % 28 + 1:02}T{hour:02}-00.txt").write_text(text)
    return "import", "saved", "--url", FOREIGN


def _maintain(desk: Desk) -> tuple[str, ...]:
    return ("maintain",)


def _reclean(desk: Desk) -> tuple[str, ...]:
    removed = 'remove = ["p:last-of-type"]' if desk.number % 2 else "remove = []"
    (desk.folder / "snapshots/.newsdiff/config.toml").write_text(f'[site."127.0.0.1"]\n{removed}\n')
    return "reclean", "--all"


def _accept(desk: Desk) -> tuple[str, ...]:
    path = f"/held-{desk.number}"
    teaser = "".join(f"<p>{sentence}</p>" for sentence in told(1)[:3])
    desk.done("add", "--allow-private", desk.put(path, 1))
    desk.done("watch", *FETCH, desk.site.url(path))
    desk.site.put(path, page("Notes from Port Amber, number 1", f"{teaser}<p>Subscribe to continue reading.</p>"))
    desk.done("watch", *FETCH, desk.site.url(path))
    desk.added.append(desk.site.url(path))
    return "quarantine", "accept", desk.held()[0]


STEPS: dict[str, Callable[[Desk], tuple[str, ...]]] = {
    "watch": _watch,
    "add": _add,
    "import": _import,
    "maintain": _maintain,
    "reclean": _reclean,
    "accept": _accept,
}


def tortured(desk: Desk, kills: int) -> None:
    """So many kills over all commands; the store is looked at after every tenth, and in the end."""
    done = 0
    while done < kills:
        for name in STEPS:
            done += desk.step(name)
        if desk.number % (10 * len(STEPS)) == 0:
            desk.checked()
    desk.checked()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with contextlib.closing(Site()) as site:
        yield Desk(tmp_path, site)


def test_a_round_of_kills(desk: Desk) -> None:
    tortured(desk, 1)


@pytest.mark.slow
def test_three_hundred_kills(desk: Desk) -> None:
    tortured(desk, 300)
