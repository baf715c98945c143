"""How alike two texts are: the words they share, long words counting for more."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from newsdiff.text.lazy_pattern import lazy_pattern

_DENSE = "\u0e00"  # from here on scripts put no spaces between words, or write whole phrases as one
_MARKS = ".,;:!?()[]\"'“”‘’«»、。，！？「」"

_ADDRESS = lazy_pattern(r"https?://([^\s/]*)\S*")

Bag = frozenset[str]


def bag(text: str) -> Bag:
    """The words of ``text`` in lower case; of a dense script, the pairs of characters that stand side by side."""
    found = frozenset(_short_addresses(text.lower()).split())
    plain = frozenset(filter(str.isalpha, found))
    words = plain.union([word.strip(_MARKS) for word in found - plain])
    if text.isascii() or not (dense := [w for w in words if w[:1] >= _DENSE]):
        return words
    return words.difference(dense).union(a + b for w in dense for a, b in pairwise(w))


def _short_addresses(text: str) -> str:
    """``text`` with its addresses cut to what a reader takes in of them: that they are some, and their host."""
    return _ADDRESS.sub(r"http \1 ", text) if "://" in text else text


def weight(words: Iterable[str]) -> int:
    """How much words say together: their letters."""
    return sum(map(len, words))


def likeness(a: Bag, b: Bag, both: int) -> float:
    """0 (nothing shared) to 1: twice the shared weight over the weight of both, which is given.

    A bag is compared many times: so its weight is told once, and the smaller bag alone says what a look costs.
    """
    return 2 * weight(a & b) / (both or 1)


def within(part: Bag, whole: Bag) -> float:
    """0 to 1: how much of ``part`` stands in ``whole``."""
    return weight(part & whole) / (weight(part) or 1)


def alike(
    candidates: Iterable[tuple[int, int]], left: Mapping[int, Bag], right: Mapping[int, Bag], least: float
) -> list[tuple[int, int]]:
    """The candidates that are at least so alike, the most alike first, each side's at most once."""
    pairs = list(candidates)
    olds_weigh = {i: weight(left[i]) for i in {i for i, _ in pairs}}
    news_weigh = {j: weight(right[j]) for j in {j for _, j in pairs}}
    scored = [(-likeness(left[i], right[j], olds_weigh[i] + news_weigh[j]), abs(i - j), i, j) for i, j in pairs]
    found, olds, news = [], set[int](), set[int]()
    for score, _, i, j in sorted(scored):
        if -score >= least and i not in olds and j not in news:
            found.append((i, j))
            olds.add(i)
            news.add(j)
    return found


def sharing(left: Mapping[int, str], right: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share a run of three words which stands in one of the left texts only."""
    owner: dict[tuple[str, ...], int] = {}
    for i, text in left.items():
        for run in _runs(text):
            owner[run] = -1 if owner.get(run, i) != i else i
    for j, text in right.items() if owner else ():
        hits = {owner.get(run, -1) for run in _runs(text)} - {-1}
        yield from ((i, j) for i in sorted(hits))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.lower().split()
    if len(words) < len(text) / 20:  # a dense script: runs of characters
        words = list(text)
    return zip(words, words[1:], words[2:], strict=False)
