"""A long watch list: `pytest -m bench -s -n 0 tests/bench/test_scale.py`, or `python tests/bench/test_scale.py 1000000`.

An invented list, of which a thousand are due and the rest is paused, or was found ten weeks ago and visited just now
(the visits are written as a run writes them, without a network). Each figure is that of a process of its own: CPU (user and system, with its
children) and the most memory that it had.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.bench
ROOT = Path(__file__).parents[2]
DUE = 1000
NOW = datetime.now(UTC).replace(microsecond=0).isoformat()
HOSTS = 500
CLI = "from newsdiff.cli import main; main()"
PLAN = f"""
import sys
from datetime import datetime
from pathlib import Path
from newsdiff.model import Settings
from newsdiff.store import Store
from newsdiff.watch.plan import agenda, targets
from newsdiff.watch.state.index import State
store, now = Store(Path(sys.argv[1])), datetime.fromisoformat({NOW!r})
with store.lock(who="watch", now=now), State(store) as state:
    found = agenda.likely(store, state, Settings(), now=now)
    chosen = targets.due(found, now=now)
    made = targets.batches(chosen, Settings(), state, now=now, delay=0.0, bounded=True)
print(len(chosen), sum(len(batch.tasks) for batch in made))
"""
VISITS = f"""
import sys
from datetime import datetime, timedelta
from pathlib import Path
from newsdiff.model import Status
from newsdiff.store import Store
from newsdiff.watch.plan import watchlist
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation
store, now = Store(Path(sys.argv[1])), datetime.fromisoformat({NOW!r})
urls, some = [one.key for one in watchlist.read(store.private)], int(sys.argv[2])
places = tuple(f"div.story/p {{n}}" for n in range(12))
line = Observation(now - timedelta(days=70), "", status=Status.FIRST, revision="r" * 40, words=600, fingerprint="f" * 40,
                   body_sha256="b" * 64, raw_sha256="b" * 64, etag='"abcdef"', places=places, title="A headline of a story")
with store.lock(who="watch", now=now), State(store) as state:
    for start in range(some, len(urls), 5000):
        some = [
            line._replace(url=url, path=f"gazette.example/{{url[-12:]}}.md", revision=f"{{number:040x}}")
            for number, url in enumerate(urls[start:start + 5000], start)
        ]
        state.write([*some, *(Observation(now, one.url, status=Status.NOT_MODIFIED, http=304) for one in some)])
        state._loaded.clear()
"""


EDIT = """
import sys
from pathlib import Path
path, place = Path(sys.argv[1]) / ".newsdiff" / "watchlist.txt", int(sys.argv[2])
lines = path.read_bytes().split(b"\\n")
lines[place] = lines[place].split()[0] + b" tags=mine"
path.write_bytes(b"\\n".join(lines))
"""
NOBODY = "http://127.0.0.1:9/2026/a-page-of-nobody"  # no connection is taken there


class Cost(NamedTuple):
    """What a process took."""

    cpu: float  # seconds
    memory: int  # MB
    said: str

    def __str__(self) -> str:
        return f"{self.cpu:7.2f} s CPU {self.memory:6} MB   {self.said[:60]!r}"


def cost(code: str, *args: str | Path, **environment: str) -> Cost:
    """Run a Python program; AssertionError with what it complained of where it fails."""
    env = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = subprocess.Popen([sys.executable, "-c", code, *map(str, args)], stdout=out, stderr=err, env=env)
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        for stream in (out, err):
            stream.seek(0)
        complaint = err.read().decode()[-500:]
        assert started.returncode in (0, 1, 3), complaint
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, out.read(1000).decode().strip())


def newsdiff(folder: Path, *args: str) -> Cost:
    return cost(CLI, "--store", str(folder), *args)


class _Told(dict[str, Cost]):
    """Figures, each printed as it is found."""

    def __init__(self, count: int, kind: str) -> None:
        super().__init__()
        self._of = f"{count:9,} {kind:8}"

    def __setitem__(self, name: str, one: Cost) -> None:
        print(f"{self._of} {name:28} {one}", flush=True)
        super().__setitem__(name, one)


def lines(count: int, *, paused: bool) -> Iterator[str]:
    """A list of this many articles, the first thousand of which are due."""
    for n in range(count):
        rest = " paused=yes" if paused and n >= DUE else ""
        yield f"https://gazette-{n % HOSTS}.example/2026/03/0{n % 9 + 1}/a-story-of-the-town-{n:08}{rest}\n"


def measured(folder: Path, count: int, *, paused: bool) -> dict[str, Cost]:
    """The costs of a list of ``count`` addresses, by what is done with it."""
    listed = folder / "list.txt"
    with listed.open("w") as file:  # never whole in memory: a process that is begun shows at least its parent's
        file.writelines(lines(count, paused=paused))
    store = folder / "store"
    newsdiff(store, "init", str(store))
    found = _Told(count, "paused" if paused else "visited")
    found["add"] = newsdiff(store, "add", str(listed))
    if not paused:
        found["visits, written"] = cost(VISITS, store, str(DUE))
    found["first plan"] = cost(PLAN, store)
    found["plan, the same due"] = cost(PLAN, store)
    found["list --due"] = newsdiff(store, "list", "--due", "--format", "json")
    found["changes"] = newsdiff(store, "changes")
    found["find"] = newsdiff(store, "find", "bridge")
    found["doctor"] = newsdiff(store, "doctor")
    found["a thousand visits, written"] = cost(VISITED, store)
    found["plan after the visits"] = cost(PLAN, store)
    found["plan, nothing due"] = cost(PLAN, store)
    found["watch, nothing due"] = newsdiff(store, "watch")
    found["add one more"] = newsdiff(store, "add", "--kind", "article", NOBODY)
    found["list --due, one more"] = newsdiff(store, "list", "--due", "--format", "json")
    found["plan of one more"] = cost(PLAN, store)
    one, other = (next(islice(lines(count, paused=paused), n, None)).split()[0] for n in (count // 2, count // 3))
    cost(EDIT, store, str(count // 4))
    found["plan of an edit in its midst"] = cost(PLAN, store)
    found["changes --tag"] = newsdiff(store, "changes", "--tag", "mine")
    for name, called in (("watch an address", NOBODY), ("watch a part of one", "a-page-of-nobody")):
        found[name] = newsdiff(store, "watch", "--allow-private", "--delay", "0", called)
    found["pause one"] = newsdiff(store, "pause", one)
    found["resume it"] = newsdiff(store, "resume", one)
    found["pause by a part"] = newsdiff(store, "pause", other[-8:])
    found["remove one"] = newsdiff(store, "remove", one)
    found["plan of one less"] = cost(PLAN, store)
    for form in ([], ["--format", "json"], ["--sort", "name"]):
        found[" ".join(["list", *form])] = newsdiff(store, "list", *form)
    (store / ".newsdiff" / "state.seal").unlink()
    found["plan after a kill"] = cost(PLAN, store)
    sizes = {p.name: p.stat().st_size >> 20 for p in (store / ".newsdiff").rglob("*") if p.is_file()}
    print({name: f"{size} MB" for name, size in sizes.items() if size}, flush=True)
    return found


VISITED = (
    VISITS.replace("range(some, len(urls), 5000)", "[0]")
    .replace("urls[start:start + 5000]", f"urls[:{DUE}]")
    .replace("int(sys.argv[2])", "0")
)


def test_a_pass_does_not_grow_with_what_is_not_due(tmp_path: Path) -> None:
    few, many = (tmp_path / name for name in ("few", "many"))
    for folder in (few, many):
        folder.mkdir()
    small, large = measured(few, 5_000, paused=False), measured(many, 50_000, paused=False)
    for name in ("plan, the same due", "plan, nothing due", "list --due", "watch an address", "changes --tag"):
        assert large[name].cpu < 1.6 * small[name].cpu, name
        assert large[name].memory < 1.3 * small[name].memory, name
    assert large["list"].memory < 1.3 * small["list"].memory


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as place:
        measured(Path(place), int(sys.argv[1]), paused=sys.argv[2:] != ["visited"])
    print(datetime.now(UTC))
