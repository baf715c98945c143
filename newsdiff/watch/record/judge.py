"""Readings -> steps: each is judged for itself, but for texts that stand under several articles of a host."""

from collections.abc import Callable, Iterator, Sequence

from newsdiff.model import Settings
from newsdiff.store import Store
from newsdiff.watch.gate.shared_text import Peers
from newsdiff.watch.gate.similarity import ShingledText
from newsdiff.watch.record.decide import Judgement
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Step
from newsdiff.watch.state.text_identity import fingerprint
from newsdiff.watch.visit.messages import Cleaning, Reading


class Judge:
    """Decides over readings; ``cleaning`` gives the killable cleaner, which is only needed after an upgrade."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        state: State,
        *,
        cleaning: Callable[[], Cleaning],
        settle: Callable[[], object],
    ) -> None:
        self.store = store
        self.settings = settings
        self.state = state
        self.cleaning = cleaning
        self._settle = settle
        self._unsettled: set[str] = set()

    def steps(self, readings: Sequence[Reading]) -> Iterator[list[Step]]:
        """The steps of each reading of one host, in their order; texts that stand under several articles are told."""
        peers = self._peers(readings)
        for reading in readings:
            yield Judgement(self, self.state.known(reading.key), reading, peers).steps()

    def path_of(self, url: str) -> str:
        """The path of a normalised URL, also of an article that is new in this run."""
        if url in self._unsettled:
            self._settle()
            self._unsettled.clear()
        return self.state.path_of(url)

    def begun(self, url: str) -> None:
        """A history was begun under a normalised URL, and is not recorded yet."""
        self._unsettled.add(url)

    def _peers(self, readings: Sequence[Reading]) -> Peers:
        peers = Peers()
        for reading in readings:
            known = self.state.known(reading.key)
            if reading.cleaned and fingerprint(reading.cleaned.article) != known.fingerprint:
                article = reading.cleaned.article
                peers.add(reading.key, ShingledText.of(article).sketch, fingerprint(article))
        for other in self.state.doubted(readings[0].key) if peers else ():
            if other.doubt:
                peers.add(other.url, other.doubt.sketch, other.doubt.fingerprint)
        return peers
