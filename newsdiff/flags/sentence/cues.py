"""Cues of a statement (modals, negators, verbs of saying), and whether the statement around a changed cue was kept."""

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache
from itertools import islice

from newsdiff.flags.forms.stems import stemmer, word_keys
from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.passages import Pair, Sentence, surplus
from newsdiff.language.senses import Senses
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple

_REACH_TOKENS = 40  # tokens around a cue in which its statement stands: no clause that people write is longer
_CLOSING = (".", ";", ":")
_VERB_LETTERS = 4  # of a verb that has other forms, at least
_MANY_WORDS = 8  # words of substance without a match: with so many on one side of a cue, its statement was rewritten


class Cue(NamedTuple):
    """A phrase of a word list: its tokens (inclusive) and its class."""

    sentence: Sentence
    first: int
    last: int
    name: str

    @property
    def span(self) -> str:
        """Its words as they stand."""
        return self.sentence.tokens.span(self.first, self.last)


def cues(sentence: Sentence, phrases: str, skip: Container[int] = ()) -> list[Cue]:
    """The cues of one list in a sentence; phrases of the class ``-`` are read over, and so is May in a date."""
    found = [Cue(sentence, a, b - 1, name) for a, b, name in sentence.hits.get(phrases, ()) if name != "-"]
    return [_with_denial(c) if phrases == "modals" else c for c in found if c.first not in skip]


def _with_denial(cue: Cue) -> Cue:
    """A modal with the *n't* before it, where the list has the two as a phrase: aren't required to, not required to."""
    tokens, words = cue.sentence.tokens, cue.sentence.words
    if words is None or not tokens.at(cue.first - 1).endswith("n't"):
        return cue
    name = words.modals.get(" ".join(("not", *tokens.low[cue.first : cue.last + 1])))
    return cue._replace(name=name) if name else cue


def classed(cue: Cue) -> tuple[str]:
    """What a cue has in common with the cues that say the same."""
    return (cue.name,)


class WordMatches:
    """Which words of the two sides of a pair have a match on the other side, by stem."""

    def __init__(self, pair: Pair, words: WordTable) -> None:
        self._words = words
        self._stem = _verb_stemmer(words) if words.verbs and "nouns" not in words.capitals else stemmer(words)
        old, new = (self._stems(s) for s in (pair.old, pair.new))
        gone, came = surplus(old, new), surplus(new, old)
        if gone and came and words.senses:
            ours, theirs = self._spelled(pair.old, gone), self._spelled(pair.new, came)
            _cancel_irregular(gone, came, ours, theirs, words.senses)
        self._fresh = {id(pair.old): gone, id(pair.new): came}
        self._sides = ((pair.old, gone), (pair.new, came))
        self._idle = words.stop | words.grammar if words.thats else words.stop  # pas encore adopté
        self._conditions: dict[int, int] = {}

    @lazy
    def _alone(self) -> list[str]:
        """The words that one side has more often than the other."""
        return [w for s, fresh in self._sides if s for w in s.tokens.low if w.isascii() and self._stem(w) in fresh]

    def _stems(self, sentence: Sentence | None) -> Mapping[str, int]:
        """How often each stem stands in a sentence."""
        if sentence is None:
            return {}
        return Counter(map(self._stem, sentence.tokens.low)) if self._words.endings else sentence.stems

    def _spelled(self, sentence: Sentence | None, fresh: Mapping[str, int]) -> dict[str, str]:
        """The stems that only this side has, each with a word of it that has it."""
        low, stem = sentence.tokens.low if sentence else (), self._stem
        return {cut: word for word in low if (cut := stem(word)) in fresh and word.isascii() and word.isalpha()}

    def conditional(self, cue: Cue) -> bool:
        """Whether a cue stands behind an *if* that the other side has not: another statement."""
        side = id(cue.sentence)
        if side not in self._conditions:
            low, fresh, known = cue.sentence.tokens.low, self._fresh[side], self._words.conditions
            alone = (i for i, w in enumerate(low) if w in known and self._stem(w) in fresh)
            self._conditions[side] = next(alone, len(low))
        return self._conditions[side] < cue.first

    def rewritten(self, cue: Cue) -> int:
        """How many words of substance around a cue have no match (at most so many): 0 when only the cue changed."""
        return sum(1 for at in (-1, 1) for kept in islice(self._around(cue, at), _MANY_WORDS) if not kept)

    def governs(self, cue: Cue, reach: int = 1) -> bool:
        """Whether one of the words of substance that follow the cue (or, at the end, precede it) has a match."""
        after = list(islice(self._around(cue, 1), reach))
        if self._words.thats and not any(after) and not (after and cue.name in self._words.forward):
            return any(islice(self._around(cue, -1), 1))  # gaan niet door: the verb stands before
        return any(after or islice(self._around(cue, -1), 1))

    def opposite(self, word: str) -> bool:
        """Whether a word that one side alone has is the opposite of one that the other side alone has."""
        senses = self._words.senses
        if senses is None or not word.isascii() or not any(self._stem(word) in fresh for fresh in self._fresh.values()):
            return False
        return any(senses.opposed(word, w) for w in self._alone)

    def has(self, word: str) -> bool:
        """Whether a word of substance of one side stands on the other side, too."""
        changed = any(self._stem(word) in fresh for fresh in self._fresh.values())
        return not changed and word not in self._words.stop

    def _around(self, cue: Cue, step: int) -> Iterator[bool]:
        """Whether the words of substance from a cue on have a match, up to and with the first that has one."""
        low = cue.sentence.tokens.low
        fresh = self._fresh[id(cue.sentence)]
        if step > 0:
            clause = low[cue.last + 1 : cue.last + 1 + _REACH_TOKENS]
        else:
            clause = low[max(0, cue.first - _REACH_TOKENS) : cue.first][::-1]
        for word in clause:
            if word in _CLOSING:
                return
            if word[0].isalnum() and word not in self._idle:
                kept = self._stem(word) not in fresh
                yield kept
                if kept:
                    return


@cache
def _verb_stemmer(words: WordTable) -> Callable[[str], str]:
    """What gives the first verb that a word may be of, or else its stem: pagar of pagado."""
    keys = word_keys(words)

    def verb(word: str) -> str:
        found = keys(word)
        return min(found[1:], default=found[0])

    return verb


def _cancel_irregular(
    gone: dict[str, int], came: dict[str, int], old: Mapping[str, str], new: Mapping[str, str], senses: Senses
) -> None:
    """Take out the forms of one verb that begin otherwise: find, found; the words of each stem stand in the others."""
    for a, word in old.items():
        b = next((b for b, w in new.items() if b in came and w[0] == word[0] and senses.inflected(word, w)), None)
        if b:
            least = min(gone[a], came[b])
            for side, stem in ((gone, a), (came, b)):
                side[stem] -= least
                if not side[stem]:
                    del side[stem]


def inflected_there(cue: Cue, pair: Pair, words: WordTable) -> bool:
    """Whether the other side has the verb of a cue in a form that is in no list: rechaza, ha rechazado."""
    side = cue.sentence is pair.new
    other, there = (pair.old if side else pair.new), pair.alignment.touched[1 - side]
    own = [w for w in cue.sentence.tokens.low[cue.first : cue.last + 1] if w not in words.grammar]
    if words.verbs is None or other is None or len(own) != 1 or len(own[0]) < _VERB_LETTERS:
        return False
    keys = word_keys(words)
    mine = set(keys(own[0]))
    return any(not mine.isdisjoint(keys(other.tokens.low[i])) for i in there)


def verb_span(cue: Cue) -> str:
    """A cue with the word behind it, as a reader would quote it: *will retain*."""
    tokens = cue.sentence.tokens
    last = cue.last + 1
    return tokens.span(cue.first, last) if last < len(tokens) and tokens.low[last][0].isalpha() else cue.span
