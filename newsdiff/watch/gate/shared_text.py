"""Texts that stand under several articles of one host: what no article's own text does."""

from collections import defaultdict

from newsdiff.watch.gate.similarity import alike


class Peers:
    """The sketches of the texts that one host showed."""

    def __init__(self) -> None:
        self._sketches: dict[str, tuple[str, ...]] = {}
        self._texts: dict[str, str] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._sketches)

    def add(self, key: str, sketch: tuple[str, ...], text: str) -> None:
        """A text was shown under ``key``; of two, the first counts."""
        if key in self._sketches:
            return
        self._sketches[key] = sketch
        self._texts[key] = text
        for name in sketch:
            self._holders[name].add(key)

    def others(self, key: str, sketch: tuple[str, ...]) -> set[str]:
        """The other articles that show nearly the same."""
        near = set().union(*(self._holders.get(name, set()) for name in sketch)) - {key}
        return {other for other in near if alike(sketch, self._sketches[other])}

    def twins(self, key: str, text: str) -> set[str]:
        """The other articles that show exactly the same (a fingerprint)."""
        return {other for other, shown in self._texts.items() if shown == text and other != key}
