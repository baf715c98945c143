"""Units on other machines, by a Dask scheduler and its workers (dask.distributed).

Dask gives a unit whose worker died to another one, and keeps what is too much for a worker's memory on its disk. What
it gives up (a unit at which worker after worker ended) is done here, within the limits of our own children. What is
recorded stands in the store: a scheduler that is gone ends the run, and takes nothing with it.
"""

import logging
import time
import warnings
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from newsdiff.engines import remote
from newsdiff.engines.engine import Work
from newsdiff.engines.workbench import Workbench
from newsdiff.errors import EngineError, UsageError
from newsdiff.process.closing import Closing

PATIENCE_SECONDS = 30.0  # without any word of the scheduler, or without a worker
_LOOK_SECONDS = 5.0  # without a result, after which the scheduler is asked how it is
_AHEAD_PER_THREAD = 4  # units: one under way, one that waits there, two whose results are here or on their way
_BUSY_PER_THREAD = 2  # units, with which a worker does not stand idle until more are sent
_SENT = 4  # units that are sent together: what Dask takes for each is then half of what it takes for one alone
_MAX_AHEAD = 256  # units: a quarter of a gigabyte
_CONFIGURATION = {
    "distributed.admin.large-graph-warning-threshold": "1 GiB",  # a unit may hold one long page
    "distributed.admin.low-level-log-length": 2,  # messages that are kept for debugging: each holds a unit
}
_TRIES = 5  # of a unit whose scheduler was lost and came back
_SEE = "docs/scale.md shows how a scheduler and its workers are started"
_AGAIN = "what was recorded stays: call the same again, or with --engine local:2"


class Cluster(Closing):
    """An engine of the workers of one scheduler; a context manager, which leaves no work behind there.

    What worker after worker ended at is done by our own children; without ``retry_here`` its result is the error.
    """

    def __init__(self, address: str, *, patience: float = PATIENCE_SECONDS, retry_here: bool = True) -> None:
        """Connect; UsageError: the library is missing, or a worker has other versions. EngineError: nobody answers."""
        self.address = address
        self._patience = patience
        self._retry_here = retry_here
        self._ended: SimpleQueue[tuple[int, Any]] = SimpleQueue()
        self._units: dict[int, tuple[Work, Any]] = {}
        self._unsent: list[int] = []
        self._futures: dict[int, Any] = {}
        self._tries: dict[int, int] = {}
        self._bench = Workbench()
        self._client = _connected(address, patience)
        self._heard = self._manned = time.monotonic()
        try:
            self.threads = self._wait_for_workers()
            self._check_versions()
        except BaseException:
            self.close()
            raise

    @property
    def ahead(self) -> int:
        """How many units may be under way."""
        return min(_MAX_AHEAD, 2 + _AHEAD_PER_THREAD * self.threads)

    def begin(self, number: int, work: Work, unit: Any) -> None:
        """Take a unit, which is sent with others: once there are enough, or before a worker would stand idle."""
        self._units[number] = work, unit
        self._unsent.append(number)
        if len(self._unsent) >= _SENT:  # workers begin while further units are made
            self._send_unsent()

    def done(self) -> list[tuple[int, Any]]:
        """Wait for units that are done; EngineError when nobody is there to do them."""
        while True:
            self._send_some()
            try:
                ended = [self._ended.get(timeout=min(_LOOK_SECONDS, self._patience / 2))]
            except Empty:
                self._look()
                continue
            while not self._ended.empty():
                ended.append(self._ended.get())
            current = [(number, future) for number, future in ended if self._futures.get(number) is future]
            if found := self._answers(current):
                return found

    def close(self) -> None:
        """Take back what is under way, and leave."""
        self._bench.close()
        futures, self._futures = list(self._futures.values()), {}
        client, self._client = self._client, None
        if client is None:
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                if client.status == "running":
                    client.cancel(futures, asynchronous=False)
            except Exception as error:  # noqa: BLE001 - it is gone, or goes: nothing there is ours any more
                logging.getLogger(__name__).debug("cancelling: %s", error)
            try:
                client.close(timeout=2)
            except Exception as error:  # noqa: BLE001
                logging.getLogger(__name__).debug("closing: %s", error)

    def _send_some(self) -> None:
        """Send what waits, where a worker may soon stand idle."""
        if self._unsent and len(self._futures) <= _BUSY_PER_THREAD * self.threads:
            self._send_unsent()

    def _send_unsent(self) -> None:
        numbers, self._unsent = self._unsent, []
        self._send(numbers)

    def _send(self, numbers: list[int]) -> None:
        """Send units to the scheduler, together."""
        for number in numbers:
            self._tries[number] = self._tries.get(number, 0) + 1
        packed = [remote.packed(*self._units[number]) for number in numbers]
        try:
            futures = self._client.map(remote.do, packed, asked=remote.versions(), pure=False)
        except Exception as error:
            raise self._lost(error) from error
        for number, future in zip(numbers, futures, strict=True):
            self._futures[number] = future
            future.add_done_callback(lambda ended, number=number: self._ended.put((number, ended)))

    def _answers(self, ended: list[tuple[int, Any]]) -> list[tuple[int, Any]]:
        """The results of futures that ended: what came together is fetched together, for a fraction of the cost."""
        client, finished = self._client, [future for _, future in ended if future.status == "finished"]
        gathered: dict[Any, bytes] = {}
        if len(finished) > 1:
            with suppress(Exception):  # each is asked for alone then, and that tells what is wrong
                found = client.sync(lambda: client.gather(finished, asynchronous=True), callback_timeout=self._patience)
                gathered = dict(zip((future.key for future in finished), found, strict=True))
        return [one for number, future in ended for one in self._answer(number, future, gathered.get(future.key))]

    def _answer(self, number: int, future: Any, fetched: bytes | None) -> list[tuple[int, Any]]:
        """The result of a future that ended, ``fetched`` or not; nothing where the unit is under way again."""
        if future.status == "finished":
            try:
                answer = fetched or future.result(timeout=self._patience)
            except Exception as error:  # noqa: BLE001 - the worker that held it, or the way to it, is gone
                self._look(error)
                self._again(number, error)
                return []
            self._heard = time.monotonic()
            result = remote.unpacked(answer)
            if isinstance(result, remote.Differing):
                raise _other(f"a worker of {self.address}", result)
            return self._settled(number, result)
        if future.status == "error":
            return self._settled(number, self._given_up(number, future.exception(timeout=self._patience)))
        self._look()
        self._again(number, None)
        return []

    def _given_up(self, number: int, error: Exception) -> Any:
        """The result of a unit that Dask gave up, done here; UsageError where a worker does not know newsdiff."""
        if isinstance(error, ImportError | AttributeError):
            raise _unusable(f"a worker of {self.address}", error)
        work, unit = self._units[number]
        return work(unit, self._bench) if self._retry_here else error

    def _settled(self, number: int, result: Any) -> list[tuple[int, Any]]:
        self._futures.pop(number).release()
        del self._units[number], self._tries[number]
        return [(number, result)]

    def _again(self, number: int, error: Exception | None) -> None:
        """Send a unit once more whose future was lost, when the scheduler is there again."""
        if self._tries[number] >= _TRIES:
            raise self._lost(error)
        while self._client.status != "running":
            time.sleep(0.1)
            self._look(error)
        self._send([number])

    def _look(self, why: Exception | None = None) -> None:
        """Ask the scheduler for its workers; EngineError when it, or the last of them, is gone for long."""
        client, now = self._client, time.monotonic()
        if client.status == "closed":
            raise self._lost(why)
        try:
            threads = client.sync(client.scheduler.ncores, callback_timeout=self._patience)
        except Exception as error:
            if now - self._heard > self._patience or time.monotonic() - now >= self._patience:
                raise self._lost(error) from error
            time.sleep(0.1)
            return
        self._heard = time.monotonic()
        if threads:
            self.threads, self._manned = sum(threads.values()), self._heard
        elif self._heard - self._manned > self._patience:
            raise EngineError(
                f"the scheduler at {self.address} has had no worker for {self._patience:.0f} seconds",
                f"start workers; {_AGAIN}",
            )

    def _wait_for_workers(self) -> int:
        self.threads = 0
        while not self.threads:
            self._look()
            if not self.threads:
                time.sleep(0.2)
        return self.threads

    def _check_versions(self) -> None:
        """UsageError where a worker cannot do as we would; one that comes later is found by its first unit."""
        try:
            found = self._client.run(remote.versions, on_error="return")
        except Exception as error:
            raise self._lost(error) from error
        ours = remote.versions()
        for worker, theirs in sorted(found.items()):
            if isinstance(theirs, BaseException):
                raise _unusable(f"the worker {worker}", theirs)
            if other := remote.differing(ours, theirs):
                raise _other(f"the worker {worker}", other)

    def _lost(self, why: Exception | None) -> EngineError:
        told = f" ({type(why).__name__})" if why else ""
        return EngineError(f"the scheduler at {self.address} does not answer any more{told}", _AGAIN)


def _other(who: str, what: str) -> UsageError:
    return UsageError(f"{who} has other versions: {what}", "install the same newsdiff on every machine")


def _unusable(who: str, why: BaseException) -> UsageError:
    told = f"{who} has no newsdiff that could be used ({why})"[:300]
    return UsageError(told, f"install newsdiff {remote.versions()['newsdiff']} there, with its cluster extra")


def _connected(address: str, patience: float) -> Any:
    """A client of the scheduler at an address."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import dask
            import distributed
    except ImportError:
        raise UsageError(
            "work on other machines needs the library distributed", "pip install 'newsdiff[cluster]'"
        ) from None
    dask.config.set(_CONFIGURATION)
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)  # what it complains of, our errors tell
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions: ours are looked at
            client: Any = distributed.Client
            return client(address, timeout=patience, set_as_default=False, name="newsdiff")
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        raise EngineError(f"no scheduler answers at {address} ({type(error).__name__})", _SEE) from error
