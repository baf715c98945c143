"""The part of a span that a reader would quote of a change: its changed words with two at most on either side."""

from newsdiff.flags.sentence.passages import Pair, Sentence

_AROUND_TOKENS = 2


def changed_tokens(pair: Pair, sentence: Sentence) -> list[int]:
    """The tokens of one side of a pair that the other side has not in their place."""
    old = sentence is pair.old
    return [i for region in pair.alignment.regions for i in (region.old if old else region.new)]


def near_change(pair: Pair, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A span cut to begin and end within two tokens of a changed one; as it is where it holds none."""
    changed = [i for i in changed_tokens(pair, sentence) if first <= i <= last]
    if not changed:
        return first, last
    return max(first, changed[0] - _AROUND_TOKENS), min(last, changed[-1] + _AROUND_TOKENS)


def holds_change(pair: Pair, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a span holds a changed token."""
    return any(first <= i <= last for i in changed_tokens(pair, sentence))
