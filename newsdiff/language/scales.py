"""Phrases that stand at a point of a scale, found in a sentence by the lemmas of their words."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache

from newsdiff.language.senses import Senses
from newsdiff.language.word_cache import keep
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_SEARCHES = 400  # words that are looked for in the whole list: to cut it into all its phrases costs about as much
_RUN = lazy_pattern(r"[^\W_]+")
_APART = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum()})
_GAP = "*"  # in a phrase: up to so many words
_WIDEST = 3
_PARTICLES = frozenset(("out", "off", "up", "down", "back", "away"))
_WHENCE = (["of"], ["from"], ["into"], ["onto"], ["to"])  # behind a particle: out of the river
_SLIGHT = frozenset(
    """a an the of to in on at by for from into with over under up down out off not no without
    himself herself itself themselves his her its their own""".split()  # noqa: SIM905
)


class Point(NamedTuple):
    """A place on a scale: -1 is no degree, ``vague`` says less than the other points of its degree."""

    scale: str
    degree: int
    name: str
    vague: bool = False


class ScalePoint(NamedTuple):
    """Where a phrase stands in a sentence: its first and last token, and its point."""

    first: int
    last: int
    point: Point

    def inside(self, other: "ScalePoint") -> bool:
        """Whether its tokens are but part of those of another one."""
        return other.first <= self.first and self.last <= other.last and self[:2] != other[:2]

    def part_of(self, other: "ScalePoint") -> bool:
        """Whether it is but part of a longer phrase of its scale: *injured* in *fatally injured*."""
        return self.point.scale == other.point.scale and self.inside(other)


class _Phrase(NamedTuple):
    """A phrase by the word that tells it: the words before that one, from it on, those behind it, and its point."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    point: Point

    def may_stand(self, before: Container[str], behind: Container[str]) -> bool:
        """Whether it may stand between two words, each given as all that it is a form of: a quick look."""
        if self.before and self.before[0] not in before and self.before[0] != _GAP:
            return False
        return not self.behind or self.behind[0] in behind or self.behind[0] == _GAP or self.behind[0] in _PARTICLES


class _Told(NamedTuple):
    """What a word may tell: its points where it stands alone, the phrases with other words, all, and their scales."""

    alone: tuple[Point, ...]
    longer: tuple[_Phrase, ...]
    phrases: tuple[_Phrase, ...]
    scales: frozenset[str]


_NO_PHRASES = _Told((), (), (), frozenset())


class Scales:
    """Phrases and their points, looked up in the text that lists them by the telling word of each phrase.

    A comparison asks for some hundred words; to read all phrases first would take as long as all the rest of the rules.
    Where many are compared, they are read all the same, once so many words were asked for.
    """

    def __init__(self, load: Callable[[], bytes], senses: Senses) -> None:
        self._load: Final = load
        self._senses: Final = senses
        self._text = ""
        self._of_word: dict[str, _Told] = {}
        self._mentioned: dict[str, bool] = {}
        self._by_telling: dict[str, list[_Phrase]] | None = None
        self._standing: frozenset[str] = frozenset()  # all words of the list, once it is read
        self._searches = 0

    def at(self, low: Sequence[str], i: int) -> list[ScalePoint]:
        """The phrases whose telling word is a token; the longest alone, where one holds the other on a scale."""
        told = self._of_word.get(low[i])
        if told is None:
            told = keep(self._of_word, low[i], self._told_by(low[i]))
        return self._points_at(low, i, told) if told.phrases else []

    def mentions(self, word: str) -> bool:
        """Whether a word, or one of which it is a form, is one of a phrase."""
        known = self._mentioned.get(word)
        if known is None:
            known = keep(self._mentioned, word, any(map(self._stands, {word, *self._senses.lemmas(word)})))
        return known

    def _stands(self, word: str) -> bool:
        text = self._whole_text()
        if word.isalnum():
            return word in self._standing
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not text[at - 1].isalnum() and not text[end].isalnum():
                return True
            at = text.find(word, end)
        return False

    def _whole_text(self) -> str:
        if not self._text:
            self._text = f"\n{self._load().decode()}\n"
            self._standing = _words_of(self._text)
        return self._text

    def all(self, low: Sequence[str], idle: Container[str], scales: frozenset[str] | None = None) -> list[ScalePoint]:
        """The phrases of a sentence, of all or of some scales, in the order of their telling words; none is idle."""
        found: list[ScalePoint] = []
        known = self._of_word
        for i, word in enumerate(low):
            if word not in idle:
                told = known[word] if word in known else keep(known, word, self._told_by(word))
                if told.phrases and (scales is None or not told.scales.isdisjoint(scales)):
                    found += self._points_at(low, i, told)
        return found if scales is None else [place for place in found if place.point.scale in scales]

    def _points_at(self, low: Sequence[str], i: int, told: _Told) -> list[ScalePoint]:
        """The phrases that stand around a word, in their order; of those on a scale the longest alone."""
        spans: dict[_Phrase, tuple[int, int]] = {}
        if told.longer:
            before, behind = self._forms(low[i - 1] if i else ""), self._forms(low[i + 1] if i + 1 < len(low) else "")
            for phrase in told.longer:
                if phrase.may_stand(before, behind) and (span := self._span(low, i, phrase)):
                    spans[phrase] = span
        if not spans:
            return [ScalePoint(i, i, point) for point in told.alone]
        alone = i, i
        found = [
            ScalePoint(*spans.get(p, alone), p.point) for p in told.phrases if p in spans or not (p.before or p.behind)
        ]
        longest: dict[str, int] = {}
        for first, last, point in found:
            longest[point.scale] = max(longest.get(point.scale, 0), last - first)
        return [p for p in dict.fromkeys(found) if p.last - p.first == longest[p.point.scale]]

    def _told_by(self, word: str) -> _Told:
        phrases = tuple(self._phrases_of(word))
        longer = tuple(phrase for phrase in phrases if phrase.before or phrase.behind)
        alone = (phrase.point for phrase in phrases if not (phrase.before or phrase.behind))
        scales = frozenset([phrase.point.scale for phrase in phrases])
        return _Told(tuple(dict.fromkeys(alone)), longer, phrases, scales) if phrases else _NO_PHRASES

    def _phrases_of(self, word: str) -> "list[_Phrase]":
        """The phrases of which a word may be the telling one."""
        several = sorted({word, *self._senses.lemmas(word)})
        if self._by_telling is None:
            lemmas = [lemma for lemma in several if lemma[:1].isalnum() and self._stands(lemma)]
            self._searches += len(lemmas)
            if self._searches <= _SEARCHES:
                return [p for lemma in lemmas for p in self._phrases_told_by(lemma)]
            self._by_telling = _by_telling(self._text)
        told = self._by_telling
        return [p for lemma in several if lemma in told and lemma[0].isalnum() for p in told[lemma]]

    def _phrases_told_by(self, word: str) -> "Iterator[_Phrase]":
        """The phrases of the text of which a word is the telling one."""
        text, at = self._text, self._text.find(word)
        while at >= 0:
            end = at + len(word)
            if not text[at - 1].isalnum() and not text[end].isalnum():
                line = text.rfind("\n", 0, at) + 1
                head = text.find(":", line, text.index("\n", at))
                first = max(text.rfind(",", line, at), head, line - 1) + 1
                if head < at and text[line] != "#":
                    words, telling = _cut(text[first : _end(text, end)])
                    if words[telling] == word:
                        point = point_of(text[line : head if head >= 0 else text.index("\n", line)])
                        yield _Phrase(words[:telling][::-1], words[telling + 1 :], point)
                        end = _end(text, end)
            at = text.find(word, end)

    def _span(self, low: Sequence[str], i: int, phrase: _Phrase) -> tuple[int, int] | None:
        """The first and last token of a phrase whose telling word is a token, if it stands there."""
        first = self._walk(low, i, phrase.before, -1) if phrase.before else i
        last = self._walk(low, i, phrase.behind, 1) if phrase.behind and first is not None else i
        return (first, last) if first is not None and last is not None else None

    def _walk(self, low: Sequence[str], i: int, words: Sequence[str], step: int) -> int | None:
        """The token of the last of the words, one behind the other from a token on."""
        gap = 0
        for word in words:
            apart = step > 0 and len(words) == 1 and word in _PARTICLES
            gap = _WIDEST if apart else gap  # puts the fire out
            if word == _GAP:
                gap = _WIDEST
                continue
            if not gap:
                i += step
                if not 0 <= i < len(low) or not self._is(low[i], word):
                    return None
                continue
            here = self._first_of(low, range(i + step, i + step * (gap + 2), step), word)
            if here is None or (apart and here > i + 1 and low[here + 1 : here + 2] in _WHENCE):
                return None
            i, gap = here, 0
        return i

    def _first_of(self, low: Sequence[str], places: range, word: str) -> int | None:
        """The first of some places at which a word stands."""
        for j in places:
            if 0 <= j < len(low) and self._is(low[j], word):
                return j
        return None

    def _is(self, token: str, word: str) -> bool:
        return token == word or word in self._senses.lemmas(token)

    def _forms(self, token: str) -> Container[str]:
        """All words that a token is, or is a form of."""
        lemmas = self._senses.lemmas(token) if token else ()
        return lemmas if token in lemmas else (token, *lemmas)


def _words_of(text: str) -> frozenset[str]:
    """The words of a list; one without accents is cut in a third of the time."""
    return frozenset(text.translate(_APART).split() if text.isascii() else _RUN.findall(text))


def _by_telling(text: str) -> dict[str, list[_Phrase]]:
    """All phrases of a list by their telling words, in their order."""
    found: dict[str, list[_Phrase]] = {}
    for point, phrase in points(text):
        words, telling = _cut(phrase)
        if words:
            found.setdefault(words[telling], []).append(_Phrase(words[:telling][::-1], words[telling + 1 :], point))
    return found


def _end(text: str, at: int) -> int:
    """Where the phrase of a list ends in which a place stands."""
    line = text.index("\n", at)
    comma = text.find(",", at, line)
    return comma if comma >= 0 else line


def _cut(phrase: str) -> tuple[tuple[str, ...], int]:
    """The words of a phrase, and the place of the one that tells it: the longest that is none of grammar."""
    words = tuple(phrase.replace("-", " - ").split())
    telling = [i for i, w in enumerate(words) if w not in _SLIGHT and w not in (_GAP, "-")]
    return words, max(telling or [0], key=lambda i: len(words[i]))


@cache
def point_of(head: str) -> Point:
    """The point that the head of a line names, ``scale degree point`` or ``point`` alone."""
    fields = head.split(None, 2)
    if len(fields) == 3 and (fields[1] == "-" or fields[1].isdigit()):
        scale, degree, name = fields
    else:
        scale, degree, name = "-", "-", head.strip()
    return Point(scale, -1 if degree == "-" else int(degree), name.removesuffix("~"), name.endswith("~"))


def points(text: str) -> Iterator[tuple[Point, str]]:
    """The phrases of a text, ``scale degree point: phrases`` a line; ``point: phrases`` are of the scale ``-``.

    A line without a point is a point of its own. Empty lines and those that begin with # are passed over.
    """
    for line in text.split("\n"):
        if not line or line.startswith("#"):
            continue
        head, _, phrases = line.partition(":") if ":" in line else (line, "", line)
        yield from ((point_of(head), phrase.strip()) for phrase in phrases.split(","))
