"""A Dask scheduler and workers on 127.0.0.1, each a process of its own, and a line between that can be cut."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
_START_SECONDS = 90.0  # on a machine that is busy


class DaskCluster:
    """The processes; ``close`` ends those that are left."""

    def __init__(self, folder: Path, *, failures: int = 3) -> None:
        self._folder = folder
        self.port = free_port()
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.engine = f"dask://127.0.0.1:{self.port}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._started(
            "scheduler",
            *("--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard"),
            DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=str(failures),
        )
        wait_until(self._answers)

    def add_workers(self, count: int, *options: str, path: Path = ROOT, **environment: str) -> None:
        """Start workers of one thread each, with the newsdiff of a folder."""
        names = [f"w{len(self.workers) + n}" for n in range(count)]
        for name in names:
            place = self._folder / name
            place.mkdir()
            own = ["--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard", "--local-directory", str(place)]
            nanny = [] if "--nanny" in options else ["--no-nanny"]
            self.workers.append(self._started("worker", self.address, *own, *nanny, *options, path=path, **environment))

    def kill_worker(self, number: int = 0) -> None:
        """End a worker as the kernel does."""
        os.killpg(self.workers[number].pid, signal.SIGKILL)
        self.workers[number].wait()

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _started(self, what: str, *args: str, path: Path = ROOT, **environment: str) -> "subprocess.Popen[bytes]":
        env = os.environ | {"PYTHONPATH": str(path), "PYTHONWARNINGS": "ignore"} | environment
        argv = [sys.executable, "-m", f"distributed.cli.dask_{what}", *args]
        with (self._folder / f"{what}.log").open("ab") as log:
            return subprocess.Popen(argv, env=env, cwd=self._folder, stdout=log, stderr=log, start_new_session=True)

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False


class Line:
    """A proxy before a scheduler: it can be cut (both ends see that), or fall silent (nobody sees anything)."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.silent = False
        self._ends: list[socket.socket] = []
        self._open = True
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Close what is open; who comes again is let through."""
        ends, self._ends = self._ends, []
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._open = False
        self._server.close()
        self.cut()

    def _accept(self) -> None:
        while self._open:
            try:
                near, _ = self._server.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                return
            self._ends += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while part := source.recv(1 << 16):
                while self.silent:
                    time.sleep(0.05)
                    if not self._open:
                        break
                sink.sendall(part)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that comes; AssertionError where it does not."""
    ends = time.monotonic() + _START_SECONDS
    while not true():
        assert time.monotonic() < ends, "it did not come"
        time.sleep(0.1)
