"""Readings -> steps: each is judged for itself, but for texts that stand under several articles of a host."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newsdiff.errors import NewsdiffError
from newsdiff.model import Cleaned, Revision, Settings
from newsdiff.process.failure import failure
from newsdiff.process.sandbox import Broken, Calling, Overrun
from newsdiff.store import Store
from newsdiff.watch.gate.shared_text import Peers
from newsdiff.watch.record.decide.judgement import Judgement
from newsdiff.watch.record.host_memory import HostMemory
from newsdiff.watch.record.identity import names, rank
from newsdiff.watch.record.recorded import article_of, faulted
from newsdiff.watch.record.weighing import Look, alike, look
from newsdiff.watch.state.article_state import Known
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
        note: Callable[[Observation], object],
    ) -> None:
        self.store = store
        self.settings = settings
        self.state = state
        self.cleaning = cleaning
        self.sandbox = sandbox
        self._settle = settle
        self._note = note
        self._unsettled: set[str] = set()
        self._names: dict[str, str] = {}
        self._newest: dict[str, Revision | None] = {}  # by path, since something was recorded last
        self._looks: dict[int, Look] = {}  # of the readings at hand, by the identity of what cleaning gave

    def steps(self, readings: Sequence[Reading]) -> Iterator[list[Step]]:
        """The steps of each reading of one host, in their order; texts that stand under several articles are told."""
        self._looks.clear()
        self._newest.clear()
        self._names = names(readings, self.state.path_of)
        peers = Peers()
        memory = HostMemory(self, readings, self._note)
        readings, failed = memory.readings(), memory.failed
        for reading in readings:
            if reading.key in failed:
                continue
            if steps := self.tried(reading, partial(self._add, peers, reading)):
                failed[reading.key] = steps
        for other in self.state.doubted(readings[0].key) if peers else ():
            if other.doubt:
                peers.add(other.url, other.doubt.sketch, other.doubt.fingerprint)
        for reading in sorted(readings, key=self._rank):
            known = self._known_article(reading.key)
            yield failed.get(reading.key) or self.tried(reading, Judgement(self, known, reading, peers).steps)

    def look(self, cleaned: Cleaned) -> Look:
        """What is read off a cleaned page, once."""
        if id(cleaned) not in self._looks:
            self._looks[id(cleaned)] = self.sandbox.call(look, cleaned)
        return self._looks[id(cleaned)]

    def last(self, path: str) -> Revision | None:
        """The newest revision at a path, with its article; None when there is none."""
        if path not in self._newest:
            self._newest[path] = self.store.last(path, self.state.revision_at(path))
        return self._newest[path]

    def path_of(self, url: str) -> str:
        """The path of a normalised URL, also of an article that is new in this run."""
        self._settled(url)
        return self.state.path_of(url)

    def name_of(self, key: str) -> str:
        """The name that the article of a reading goes by among those of its host."""
        return self._names.get(key, key)

    def begun(self, url: str) -> None:
        """A history was begun under a normalised URL, and is not recorded yet."""
        self._unsettled.add(url)

    def _settled(self, url: str) -> None:
        """Record what waits, if the history of a normalised URL is among it."""
        if url in self._unsettled:
            self._settle()
            self._unsettled.clear()
            self._newest.clear()

    def _rank(self, reading: Reading) -> int:
        return rank(reading, is_known=bool(self.state.known(reading.key).path))

    def _known_article(self, key: str) -> Known:
        """What is known of a normalised URL; where an article with its text moved there, as an address of that one."""
        known = self.state.known(key)
        if not known.path:
            return known
        self._settled(key)
        path = self.state.alias_of(key)
        if path in ("", known.path):
            return known
        mine, moved = self.last(known.path), self.last(path)
        if mine is None or moved is None or not self.sandbox.call(alike, article_of(mine), article_of(moved)):
            return known
        return known.as_guest(path)

    def _add(self, peers: Peers, reading: Reading) -> list[Step]:
        """Add a text that is new under its article to those of its host; no steps come of it."""
        if reading.cleaned:
            text = fingerprint(reading.cleaned.article)
            if text != self.state.known(reading.key).fingerprint:
                peers.add(self.name_of(reading.key), self.look(reading.cleaned).sketch, text)
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
