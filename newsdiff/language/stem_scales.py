"""Phrases that stand at a point of a scale, in a language without a dictionary: its folder lists them by their stems.

A file of such phrases (``acts.txt``, ``labels.txt``) holds a line for each point, as the English ones do: ``scale
degree point: phrases``, or ``point: phrases``. In a phrase a word may end in ``*``, which stands for any ending, and
begin with one, for the first part of a compound; ``*`` alone stands for up to eight words. Words with strokes between
them are the forms of one word. Where the point is ``of *``, each phrase is a point of its own: the name of a people.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from newsdiff.language.scales import Point, ScalePoint, point_of

_WIDEST_TOKENS = 8  # that may stand in a gap
_HEAD_LETTERS = 3  # by which the words of phrases are looked up
_GAP, _PEOPLES = "*", "of *"


class _Form(NamedTuple):
    """One way to write a word of a phrase: its letters, and whether others may stand before and behind them."""

    letters: str
    opened: bool
    ended: bool

    def fits(self, word: str) -> bool:
        """Whether a word in lower case is of this form."""
        if self.opened:
            return self.letters in word if self.ended else word.endswith(self.letters)
        return word.startswith(self.letters) if self.ended else word == self.letters


_Word = tuple[_Form, ...]


class _StemPhrase(NamedTuple):
    """A phrase: its words (none for a gap), which of them tells it, and its point."""

    words: tuple[_Word, ...]
    telling: int
    point: Point


class StemScales:
    """Phrases and their points; the file is read when a word is first asked for."""

    def __init__(self, path: str, idle: Container[str] = ()) -> None:
        self._path: Final = path
        self._idle: Final = idle  # words that tell no phrase
        self._by_head: dict[str, list[tuple[_Form, _StemPhrase]]] = {}
        self._opened: list[tuple[_Form, _StemPhrase]] = []
        self._known: dict[str, list[_StemPhrase]] = {}

    def at(self, low: Sequence[str], i: int) -> list[ScalePoint]:
        """The phrases whose telling word is a token; none that is inside another one on its scale."""
        phrases = self._told(low[i])
        found = [ScalePoint(*span, p.point) for p in phrases if (span := _span(low, i, p))]
        return [p for p in dict.fromkeys(found) if not any(_inside(p, q) for q in found)]

    def mentions(self, word: str) -> bool:
        """Whether a word tells a phrase, or is another one of it."""
        return bool(self._told(word)) or word in self._others

    def all(self, low: Sequence[str], idle: Container[str], scales: Container[str] | None = None) -> list[ScalePoint]:
        """The phrases of a sentence, of all or of some scales, in the order of their telling words; none is idle."""
        found = [place for i, word in enumerate(low) if word not in idle for place in self.at(low, i)]
        return [p for p in found if p.point.scale in scales] if scales is not None else found

    def _told(self, word: str) -> list[_StemPhrase]:
        """The phrases of which a word may be the telling one."""
        known = self._known.get(word)
        if known is None:
            if not self._by_head:
                self._read()
            near = (*self._by_head.get(word[:_HEAD_LETTERS], ()), *self._opened)
            known = self._known[word] = list(dict.fromkeys(phrase for form, phrase in near if form.fits(word)))
        return known

    @property
    def _others(self) -> frozenset[str]:
        """The whole words of phrases of several words: a phrase may differ in them alone."""
        if not self._by_head:
            self._read()
        return self._whole

    def _read(self) -> None:
        with open(self._path, "rb", buffering=0) as file:  # noqa: PTH123 - pathlib costs 5 ms at start
            text = file.read().decode()
        whole = set[str]()
        for phrase in _phrases(text, self._idle):
            for form in phrase.words[phrase.telling]:
                place = self._opened if form.opened else self._by_head.setdefault(form.letters[:_HEAD_LETTERS], [])
                place.append((form, phrase))
            if len(phrase.words) > 1:
                whole.update(f.letters for word in phrase.words for f in word if not f.opened and not f.ended)
        self._whole = frozenset(whole)


def _inside(place: ScalePoint, other: ScalePoint) -> bool:
    """Whether a phrase is but part of a longer one of its scale."""
    within = other.first <= place.first and place.last <= other.last and place[:2] != other[:2]
    return within and place.point.scale == other.point.scale


def _phrases(text: str, idle: Container[str]) -> Iterator[_StemPhrase]:
    for line in text.split("\n"):
        head, colon, phrases = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for phrase in filter(None, map(str.strip, phrases.split(","))):
            words = tuple(map(_word, phrase.replace("-", " - ").split()))
            sizes = [max((len(f.letters) * (f.letters not in idle) for f in word), default=0) for word in words]
            yield _StemPhrase(words, sizes.index(max(sizes)), point_of(f"of {phrase}" if head == _PEOPLES else head))


@cache
def _word(written: str) -> _Word:
    if written == _GAP:
        return ()
    return tuple(_Form(w.strip(_GAP), w.startswith(_GAP), w.endswith(_GAP)) for w in written.split("/"))


def _span(low: Sequence[str], i: int, phrase: _StemPhrase) -> tuple[int, int] | None:
    """The first and last token of a phrase whose telling word is a token, if it stands there."""
    first = _walk(low, i, phrase.words[: phrase.telling][::-1], -1)
    last = _walk(low, i, phrase.words[phrase.telling + 1 :], 1) if first is not None else None
    return None if first is None or last is None else (first, last)


def _walk(low: Sequence[str], i: int, words: Sequence[_Word], step: int) -> int | None:
    """The token of the last of the words, one behind the other from a token on."""
    gap = 0
    for word in words:
        if not word:
            gap = _WIDEST_TOKENS
            continue
        places = range(i + step, i + step * (gap + 2), step)
        here = (j for j in places if 0 <= j < len(low) and any(form.fits(low[j]) for form in word))
        found = next(here, None)
        if found is None:
            return None
        i, gap = found, 0
    return i
