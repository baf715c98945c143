"""Readings -> steps: each is judged for itself, but for texts that stand under several articles of a host."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newsdiff.errors import NewsdiffError
from newsdiff.model import Cleaned, Settings
from newsdiff.process.failure import failure
from newsdiff.process.sandbox import Broken, Calling, Overrun
from newsdiff.store import Store
from newsdiff.watch.gate.shared_text import Peers
from newsdiff.watch.record.decide import Judgement
from newsdiff.watch.record.recorded import faulted
from newsdiff.watch.record.weighing import Look, look
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step
from newsdiff.watch.state.text_identity import fingerprint
from newsdiff.watch.visit.messages import Cleaning, Reading


class Judge:
    """Decides over readings; ``cleaning`` gives the killable cleaner, which is only needed after an upgrade.

    What a text does to the ``sandbox`` that reads it, and what fails at it in newsdiff itself, is that article's
    outcome; the third time it is set aside, until it is resumed or newsdiff has another version.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        state: State,
        *,
        cleaning: Callable[[], Cleaning],
        sandbox: Calling,
        settle: Callable[[], object],
    ) -> None:
        self.store = store
        self.settings = settings
        self.state = state
        self.cleaning = cleaning
        self.sandbox = sandbox
        self._settle = settle
        self._unsettled: set[str] = set()
        self._looks: dict[int, Look] = {}  # of the readings at hand, by the identity of what cleaning gave

    def steps(self, readings: Sequence[Reading]) -> Iterator[list[Step]]:
        """The steps of each reading of one host, in their order; texts that stand under several articles are told."""
        self._looks.clear()
        peers, failed = Peers(), dict[str, list[Step]]()
        for reading in readings:
            if steps := self.tried(reading, partial(self._add, peers, reading)):
                failed[reading.key] = steps
        for other in self.state.doubted(readings[0].key) if peers else ():
            if other.doubt:
                peers.add(other.url, other.doubt.sketch, other.doubt.fingerprint)
        for reading in readings:
            known = self.state.known(reading.key)
            yield failed.get(reading.key) or self.tried(reading, Judgement(self, known, reading, peers).steps)

    def look(self, cleaned: Cleaned) -> Look:
        """What is read off a cleaned page, once."""
        if id(cleaned) not in self._looks:
            self._looks[id(cleaned)] = self.sandbox.call(look, cleaned)
        return self._looks[id(cleaned)]

    def path_of(self, url: str) -> str:
        """The path of a normalised URL, also of an article that is new in this run."""
        if url in self._unsettled:
            self._settle()
            self._unsettled.clear()
        return self.state.path_of(url)

    def begun(self, url: str) -> None:
        """A history was begun under a normalised URL, and is not recorded yet."""
        self._unsettled.add(url)

    def _add(self, peers: Peers, reading: Reading) -> list[Step]:
        """Add a text that is new under its article to those of its host; no steps come of it."""
        if reading.cleaned:
            text = fingerprint(reading.cleaned.article)
            if text != self.state.known(reading.key).fingerprint:
                peers.add(reading.key, self.look(reading.cleaned).sketch, text)
        return []

    def tried(self, reading: Reading, work: Callable[[], list[Step]]) -> list[Step]:
        """The steps that work on one reading gives, or the one that tells why it gives none."""
        try:
            return work()
        except (NewsdiffError, OSError):
            raise  # of the store and its place, not of the page
        except Overrun as error:
            return [self._fault(reading, f"reading its text went beyond a limit: {error}")]
        except Broken as error:
            return [self._fault(reading, f"newsdiff failed at its text: {error}")]
        except Exception as error:  # noqa: BLE001 - whatever it is, one page must not keep the others from being told
            return [self._fault(reading, f"newsdiff failed at its text: {failure(error)}")]

    def _fault(self, reading: Reading, why: str) -> Step:
        page = reading.page
        raw = self.store.raw.put(page) if page and page.body else ""
        line = Observation(reading.at, reading.key, http=page.status if page else 0, raw_sha256=raw)
        return Step(faulted(line, self.state.known(reading.key), why))
