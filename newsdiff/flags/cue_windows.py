"""A cheap look before values are read: whether their cues stand among the same words on both sides."""

from collections.abc import Sequence

from newsdiff.flags.sentence.passages import Sentence

_BEFORE_NUMBER_TOKENS, _BEHIND_NUMBER_TOKENS = 5, 6  # around a figure that its quantity may rest on


def alike(old: Sequence[Sentence], new: Sequence[Sentence], lists: Sequence[str], before: int, after: int) -> bool:
    """Whether the phrases of some lists of the word table, so many tokens before and behind them among the rest,
    are the same on both sides, in whatever order: then the values around them are, too.
    """
    counts = [sum([len(s.hits[name]) for s in side for name in lists if name in s.hits]) for side in (old, new)]
    if counts[0] != counts[1] or not any(counts):
        return counts[0] == counts[1]
    mine, theirs = (_windows(side, lists, before, after) for side in (old, new))
    return mine == theirs or sorted(mine) == sorted(theirs)


def counts_alike(old: Sequence[Sentence], new: Sequence[Sentence]) -> bool:
    """Whether the numbers stand among the same words on both sides: then they count the same."""
    return alike(old, new, ("figure", "numeral"), _BEFORE_NUMBER_TOKENS, _BEHIND_NUMBER_TOKENS)


def _windows(sentences: Sequence[Sentence], lists: Sequence[str], before: int, after: int) -> list[list[str]]:
    found = []
    for sentence in sentences:
        hits, raw = sentence.hits, sentence.tokens.raw
        for name in lists:
            if name in hits:
                found += [raw[max(0, first - before) : past + after] for first, past, _ in hits[name]]
    return found
