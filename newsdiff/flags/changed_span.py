"""The part of a span that a reader would quote of a change: its changed words with two at most on either side."""

from newsdiff.flags.sentence.passages import Pair, Sentence

_AROUND_TOKENS = 2


def changed_tokens(pair: Pair, sentence: Sentence) -> frozenset[int]:
    """The tokens of one side of a pair that the other side has not in their place."""
    return pair.alignment.touched[sentence is not pair.old]


def near_change(pair: Pair, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A span cut to begin and end within two tokens of a changed one; as it is where it holds none."""
    changed = [i for i in changed_tokens(pair, sentence) if first <= i <= last]
    if not changed:
        return first, last
    return max(first, min(changed) - _AROUND_TOKENS), min(last, max(changed) + _AROUND_TOKENS)


def holds_change(pair: Pair, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a span holds a changed token."""
    return any(first <= i <= last for i in changed_tokens(pair, sentence))


def around_change(pair: Pair, sentence: Sentence, token: int) -> tuple[str, str]:
    """What a reader would quote of the change at a token, on both sides: was not at her post, was at her post.

    That are the words of the changed region, those next to it that are no marks, and two behind it at most.
    """
    assert pair.old and pair.new
    old = sentence is pair.old
    region = pair.alignment.region_of(not old, token)
    if region is None:
        return (sentence.tokens.span(token, token), "") if old else ("", sentence.tokens.span(token, token))
    return _around(pair.old, region.old), _around(pair.new, region.new)


def _around(sentence: Sentence, region: range) -> str:
    tokens = sentence.tokens
    first, last = region.start, region.stop - 1
    if first > 0 and tokens.raw[first - 1][0].isalnum():
        first -= 1
    for _ in range(_AROUND_TOKENS):
        if last + 1 < len(tokens) and tokens.raw[last + 1][0].isalnum():
            last += 1
    return tokens.span(first, last) if last >= first else ""
