"""Two nouns that do something to one another changed places, in a language without a dictionary: *la police a attaqué
les manifestants*, *les manifestants ont attaqué la police*.

Where nouns have capitals an object may come first, and so a verb in another number, or other articles, must tell that
the subject is another one: *die Polizei griff Fans an*, *Fans griffen die Polizei an*.
"""

from collections.abc import Iterator, Sequence

from newsdiff.flags.forms.stems import word_keys
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.turns.small_words import SenseTurn
from newsdiff.language.table import WordTable
from newsdiff.model import FlagKind

_MOST_WORDS = 16  # of a sentence without its articles
_PHRASE = 2  # words of a noun with its adjective
_LINKS = frozenset((",", ";", ":"))  # between the members of a list, and clauses


def exchanged_nouns(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The stretch from the first to the last of two such nouns."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    if not pair.alignment.apart or pair.alignment.changed[0] or pair.alignment.changed[1]:
        return  # another word of substance differs: other rules tell it
    a, b = _plain(old, words), _plain(new, words)
    if len(a) != len(b) or len(a) > _MOST_WORDS:
        return
    sides = _Sides(old, new, words)
    while a and sides.alike(a[0], b[0]):
        a, b = a[1:], b[1:]
    while a and sides.alike(a[-1], b[-1]):
        a, b = a[:-1], b[:-1]
    for p in range(1, _PHRASE + 1):
        for q in range(1, _PHRASE + 1):
            if len(a) > p + q and sides.exchanged(a, b, p, q) and sides.tells(a, b, p, q):
                spans = range(a[0], a[-1] + 1), range(b[0], b[-1] + 1)
                yield SenseTurn(FlagKind.EVENT, *spans, "two took each other's place")
                return


def _plain(tokens: Tokens, words: WordTable) -> list[int]:
    """The tokens of a sentence but its articles and the mark at its end."""
    last = len(tokens) - (tokens.at(len(tokens) - 1) == ".")
    return [i for i in range(last) if tokens.low[i] not in words.articles]


class _Sides:
    def __init__(self, old: Tokens, new: Tokens, words: WordTable) -> None:
        self._old, self._new, self._words, self._keys = old, new, words, word_keys(words)

    def alike(self, i: int, j: int) -> bool:
        """Whether two tokens are forms of one word, an elided article before it apart: l'Ukraine."""
        a, b = (tokens.low[n].rpartition("'")[2] for tokens, n in ((self._old, i), (self._new, j)))
        has = self._words.asides & self._words.finite
        return a == b or (a in has and b in has) or not {*self._keys(a)}.isdisjoint(self._keys(b))  # a, ont

    def exchanged(self, a: Sequence[int], b: Sequence[int], p: int, q: int) -> bool:
        """Whether the first words of old are the last ones of new, and the other way round."""
        turned = [*b[len(b) - p :], *b[q : len(b) - p], *b[:q]]
        return all(map(self.alike, a, turned))

    def tells(self, a: Sequence[int], b: Sequence[int], p: int, q: int) -> bool:
        """Whether two nouns changed places around what one does to the other, and no object stands first."""
        between, words = self._old.low[a[p] : a[len(a) - q - 1] + 1], self._words
        listed = any(w in words.joining or w in words.mutual or w in _LINKS for w in between)
        said = any(w in words.sayings for w in between)
        acts = any(w not in words.grammar and w not in words.stop and w not in words.prepositions for w in between)
        placed = any(self._old.low[i] in words.prepositions for i in (a[0], a[len(a) - q]))  # en Lugo ardió
        if listed or said or placed or not acts:
            return False
        heads = (a[p - 1], b[-1]), (a[-1], b[q - 1])
        if not all(self._noun(self._old, i) and self._noun(self._new, j) for i, j in heads):
            return False
        return "nouns" not in words.capitals or self._other_subject(a, b, p, q)

    def _noun(self, tokens: Tokens, i: int) -> bool:
        """Whether a token is a noun: it has an article before it, or a capital, and is no day."""
        low, words = tokens.low[i], self._words
        if low in words.weekdays or low in words.months or not low[-1].isalpha():
            return False
        led = any(tokens.at(n) in words.articles for n in (i - 1, i - 2)) or "'" in low
        return led or tokens.raw[i][0].isupper()

    def _other_subject(self, a: Sequence[int], b: Sequence[int], p: int, q: int) -> bool:
        """Whether the verb has another number, or either noun another article than before."""
        middle = zip(a[p : len(a) - q], b[q : len(b) - p], strict=True)
        if any(self._old.low[i] != self._new.low[j] for i, j in middle):
            return True
        one, other = self._article(self._old, a[0]), self._article(self._old, a[len(a) - q])
        there = self._article(self._new, b[len(b) - p]), self._article(self._new, b[0])
        return one != there[0] and other != there[1]

    def _article(self, tokens: Tokens, i: int) -> str:
        before = tokens.at(i - 1)
        return before if before in self._words.articles else ""
