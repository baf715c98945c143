"""What is quoted of a place: the changed words, with so much of the sentence that a reader understands them."""

from newsdiff.named_tuple import NamedTuple
from newsdiff.text.tokens import shared_start
from newsdiff.text.typography import fold

SIDE_WORDS = 18  # words of one side that are quoted
CONTEXT_WORDS = 5  # unchanged words before and behind the changed ones
_LEAST_BEHIND = 3  # unchanged words behind them, however long they are
_SPARE_WORDS = 2  # so many words more are quoted where the sentence ends with them
BLOCK_WORDS = 28  # words of a whole block that came or went
HEADING_WORDS = 10  # words of the heading of several such blocks
ELLIPSIS = "…"
_MARKS = ".,;:!?()[]\"'“”‘’«»…"


class Excerpt(NamedTuple):
    """The quoted words of both sides."""

    old: str
    new: str


def excerpt(old: str, new: str, old_near: str = "", new_near: str = "") -> Excerpt:
    """Quote what differs between two sentences; where that is long, the words around ``old_near`` and ``new_near``."""
    a, b = old.split(), new.split()
    if not a or not b:
        return Excerpt(opening(old), opening(new))
    head = shared_start(a, b)
    tail = shared_start(a[head:][::-1], b[head:][::-1])
    return Excerpt(_window(a, head, len(a) - tail, old_near), _window(b, head, len(b) - tail, new_near))


def opening(text: str, words: int = BLOCK_WORDS) -> str:
    """The first words of a block that came or went."""
    found = text.split()
    return " ".join(found) if len(found) <= words + 2 else f"{' '.join(found[:words])} {ELLIPSIS}"


def changed_words(old: str, new: str) -> tuple[list[str], list[str]]:
    """What stands between the words that both begin with and those that both end with."""
    a, b = old.split(), new.split()
    head = _shared_words(a, b)
    tail = _shared_words(a[head:][::-1], b[head:][::-1])
    return a[head : len(a) - tail], b[head : len(b) - tail]


def _shared_words(a: list[str], b: list[str]) -> int:
    """How many words both begin with, whatever marks stand around them."""
    n, most = 0, min(len(a), len(b))
    while n < most and (a[n] == b[n] or bare(a[n]) == bare(b[n])):
        n += 1
    return n


def bare(word: str) -> str:
    """A word without the marks around it, its typography folded."""
    return word if word.isascii() and word.isalnum() else fold(word).strip(_MARKS)


def _window(words: list[str], start: int, stop: int, near: str) -> str:
    """The words from ``start`` to ``stop`` with some around them, or as many of them as may be quoted."""
    if stop - start > SIDE_WORDS and near:
        start, stop = _around(words, near.split(), start, stop)
    stop = min(stop, start + SIDE_WORDS)
    context = max(0, min(CONTEXT_WORDS, SIDE_WORDS - (stop - start)))
    first, last = max(0, start - context), min(len(words), stop + max(context, _LEAST_BEHIND))
    if first <= _SPARE_WORDS:
        first = 0
    if len(words) - last <= _SPARE_WORDS:
        last = len(words)
    return " ".join(words[first:last])


def _around(words: list[str], near: list[str], start: int, stop: int) -> tuple[int, int]:
    """Where ``near`` stands between two places of a long change, with the same share of words on either side."""
    span = min(len(near), SIDE_WORDS)
    at = next((i for i in range(len(words) - span + 1) if words[i : i + span] == near[:span]), None)
    if at is None:
        at = next((i for i, word in enumerate(words) if near[0] in word), start)
    room = max(0, SIDE_WORDS - span) // 2
    first = max(start, min(at - room, stop - SIDE_WORDS))
    return first, min(stop, first + SIDE_WORDS)
