"""Phrases that stand at a point of a scale, in a language without a dictionary: its folder lists them by their stems.

A file of such phrases (``acts.txt``, ``labels.txt``) holds a line for each point, as the English ones do: ``scale
degree point: phrases``, or ``point: phrases``. In a phrase a word may end in ``*``, which stands for any ending, and
begin with one, for the first part of a compound; ``*`` alone stands for up to eight words. Words with strokes between
them are the forms of one word. Where the point is ``of *``, each phrase is a point of its own: the name of a people.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache

from newsdiff.language.files import read
from newsdiff.language.scales import Point, ScalePoint, point_of
from newsdiff.language.word_cache import keep
from newsdiff.named_tuple import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

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
    """Phrases and their points, looked up in the text that lists them; it is read when a word is first asked for."""

    def __init__(self, path: str, idle: Container[str] = ()) -> None:
        self._path: Final = path
        self._idle: Final = idle  # words that tell no phrase
        self._text = ""
        self._by_head: dict[str, list[_StemPhrase]] = {}
        self._known: dict[str, list[_StemPhrase]] = {}

    def at(self, low: Sequence[str], i: int) -> list[ScalePoint]:
        """The phrases whose telling word is a token; none that is inside another one on its scale."""
        phrases = self._phrases_of(low[i])
        found = [ScalePoint(*span, p.point) for p in phrases if (span := _span(low, i, p))]
        return [p for p in dict.fromkeys(found) if not any(p.part_of(q) for q in found)]

    def mentions(self, word: str) -> bool:
        """Whether a word tells a phrase, or is another one of it."""
        return bool(self._phrases_of(word)) or self._stands(word)

    def all(self, low: Sequence[str], idle: Container[str], scales: Container[str] | None = None) -> list[ScalePoint]:
        """The phrases of a sentence, of all or of some scales, in the order of their telling words; none is idle."""
        found = [place for i, word in enumerate(low) if word not in idle for place in self.at(low, i)]
        return [p for p in found if p.point.scale in scales] if scales is not None else found

    def _phrases_of(self, word: str) -> list[_StemPhrase]:
        """The phrases of which a word may be the telling one."""
        known = self._known.get(word)
        if known is None:
            near = (*self._of_head(word[:_HEAD_LETTERS]), *self._of_head(_GAP)) if word[:1].isalpha() else ()
            fitting = [p for p in near if any(form.fits(word) for form in p.words[p.telling])]
            known = keep(self._known, word, fitting)
        return known

    def _of_head(self, head: str) -> list[_StemPhrase]:
        """The phrases whose telling word begins with some letters, or with the first part of a compound."""
        found = self._by_head.get(head)
        if found is None:
            found = self._by_head[head] = list(dict.fromkeys(self._phrases_by_head(head)))
        return found

    def _phrases_by_head(self, head: str) -> Iterator[_StemPhrase]:
        text = self._whole_text()
        at = text.find(head)
        while at >= 0:
            opened = head != _GAP or text[at + 1].isalpha()
            if opened and text[at - 1] in " /-" and (found := self._around(at)):
                opens = (f.opened if head == _GAP else f.letters.startswith(head) for f in found.words[found.telling])
                if any(opens):
                    yield found
            at = text.find(head, at + 1)

    def _around(self, at: int) -> _StemPhrase | None:
        """The phrase of the text in which a place stands."""
        text = self._text
        line, end = text.rfind("\n", 0, at) + 1, text.index("\n", at)
        colon = text.find(":", line, end)
        if colon < 0 or colon > at or text[line] == "#":
            return None
        comma = text.find(",", at, end)
        phrase = text[max(text.rfind(",", line, at), colon) + 1 : comma if comma >= 0 else end].strip()
        words = tuple(map(_word, phrase.replace("-", " - ").split()))
        sizes = [max((len(f.letters) * (f.letters not in self._idle) for f in word), default=0) for word in words]
        point = text[line:colon]
        return _StemPhrase(words, sizes.index(max(sizes)), point_of(f"of {phrase}" if point == _PEOPLES else point))

    def _stands(self, word: str) -> bool:
        """Whether a word stands whole in the text."""
        text, at = self._whole_text(), self._whole_text().find(word)
        while at >= 0:
            if not text[at - 1].isalnum() and text[at + len(word)] not in "*" and not text[at + len(word)].isalnum():
                return True
            at = text.find(word, at + 1)
        return False

    def _whole_text(self) -> str:
        if not self._text:
            self._text = f"\n{read(self._path).decode()}\n"
        return self._text


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
