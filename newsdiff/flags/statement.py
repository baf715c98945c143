"""Cues of a statement (modals, negators, verbs of saying), and whether the statement around a changed cue was kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from newsdiff.flags.passage import Pair, Sentence
from newsdiff.flags.token import lexicon, stem
from newsdiff.text.words.shape import Words


@dataclass(frozen=True)
class Cue:
    """A phrase of a word list: its tokens (inclusive) and its class."""

    sentence: Sentence
    first: int
    last: int
    name: str

    @property
    def span(self) -> str:
        """Its words as they stand."""
        return self.sentence.tokens.span(self.first, self.last)


def cues(sentence: Sentence, phrases: Mapping[str, str]) -> list[Cue]:
    """The cues of a sentence in their order; phrases of the class ``-`` are read over."""
    found = lexicon(phrases).find(sentence.tokens.low)
    return [Cue(sentence, first, past - 1, name) for first, past, name in found if name != "-"]


def unmatched(values: list[Cue], others: list[Cue]) -> list[Cue]:
    """The cues of which the other side has fewer: a multiset difference of classes."""
    rest = Counter(c.name for c in others)
    found = []
    for cue in values:
        if rest[cue.name] > 0:
            rest[cue.name] -= 1
        else:
            found.append(cue)
    return found


def rewritten(cue: Cue, pair: Pair, words: Words) -> int:
    """How many words of substance around a cue the other side has not: 0 when only the cue itself changed."""
    other = pair.old if cue.sentence is pair.new else pair.new
    if other is None:
        return 99
    there = {stem(w) for w in other.tokens.low}
    low = cue.sentence.tokens.low
    count = 0
    for step, at in ((-1, cue.first - 1), (1, cue.last + 1)):
        while 0 <= at < len(low) and low[at] not in (".", ";", ":"):
            word = low[at]
            if word[0].isalnum() and word not in words.stop:
                if stem(word) in there:
                    break
                count += 1
            at += step
    return count


def verb_span(cue: Cue) -> str:
    """A cue with the word behind it, as a reader would quote it: *will retain*."""
    tokens = cue.sentence.tokens
    last = cue.last + 1
    return tokens.span(cue.first, last) if last < len(tokens) and tokens.low[last][0].isalpha() else cue.span
