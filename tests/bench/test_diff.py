"""How fast the diff is beside fast-diff-match-patch (words, semantic clean-up) in the same run, and how it grows.

``pytest tests/bench/test_diff.py -m bench -s`` prints the figures. The texts are nonsense with the statistics of
prose: words by Zipf's law, paragraphs of one to six sentences.
"""

import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from fast_diff_match_patch import diff as fast_diff

from newsdiff.diff import diff
from newsdiff.document import article
from newsdiff.text.tokens import count

pytestmark = pytest.mark.bench
_TOKEN = re.compile(r"\w+(?:[’'.,\-–]\w+)*|[^\w\s]|\s+")
_R = random.Random(11)
_VOCABULARY = ["".join(_R.choices("abcdefghijklmnoprstuvw", k=_R.randint(2, 10))) for _ in range(8000)]
_WEIGHTS = [1 / (n + 2) for n in range(8000)]


def sentence(r: random.Random) -> str:
    """Eight to thirty words and a full stop."""
    return " ".join(r.choices(_VOCABULARY, _WEIGHTS, k=r.randint(8, 30))).capitalize() + "."


def text(words: int, r: random.Random) -> list[str]:
    """Paragraphs of so many words."""
    paragraphs: list[str] = []
    while sum(p.count(" ") + 1 for p in paragraphs) < words:
        paragraphs.append(" ".join(sentence(r) for _ in range(r.randint(1, 6))))
    return paragraphs


def ten(old: list[str], r: random.Random) -> list[str]:
    """Ten words replaced."""
    new = old[:]
    for i in r.sample(range(len(new)), min(10, len(new))):
        words = new[i].split(" ")
        words[r.randrange(len(words) - 1)] = "critical"
        new[i] = " ".join(words)
    return new


def half(old: list[str], r: random.Random) -> list[str]:
    """Every second paragraph rewritten: of its sentences a fifth kept, a third replaced, the others edited."""
    return [" ".join(_edited(s, r) for s in p.split(". ")) if i % 2 else p for i, p in enumerate(old)]


def _edited(old: str, r: random.Random) -> str:
    x = r.random()
    if x < 0.5:
        return old if x < 0.2 else sentence(r)
    words = [w for w in old.split(" ") if r.random() > 0.06]
    return " ".join(w if r.random() < 0.75 else r.choices(_VOCABULARY, _WEIGHTS)[0] for w in words)


def rewrite(old: list[str], r: random.Random) -> list[str]:
    """Another text in which every fifth old paragraph stands."""
    fresh = text(sum(p.count(" ") + 1 for p in old), r)
    return [p if i % 5 == 0 else fresh[i % len(fresh)] for i, p in enumerate(old)]


def clock(run: Callable[[], object]) -> float:
    """The best of five runs, in milliseconds."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def peer(old: list[str], new: list[str]) -> object:
    """The whole text by words, as diff-match-patch users do it."""
    ids: dict[str, int] = {}

    def code(paragraphs: list[str]) -> str:
        numbers = (ids.setdefault(t, len(ids)) for t in _TOKEN.findall("\n".join(paragraphs)))
        return "".join(chr(n + 0x100 if n < 0xD700 else n + 0x900) for n in numbers)

    return fast_diff(code(old), code(new), timelimit=0, checklines=False, cleanup="Semantic", as_patch=False)


@pytest.mark.parametrize(
    ("edit", "size", "limit"),
    [(ten, 10_000, 0.3), (half, 10_000, 0.35), (rewrite, 10_000, 0.3), (ten, 50_000, 0.1)],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_ratio_to_the_peer(edit: Callable[[list[str], random.Random], list[str]], size: int, limit: float) -> None:
    old = text(size, random.Random(size))
    new = edit(old, random.Random(1))
    a, b = article(old, language="en"), article(new, language="en")
    ours, theirs = clock(lambda: diff(a, b)), clock(lambda: peer(old, new))
    print(f"\n{edit.__name__} {size}: {ours:.2f} ms, peer {theirs:.2f} ms, ratio {ours / theirs:.3f}")
    assert ours / theirs <= limit


def test_time_grows_no_faster_than_reading_does() -> None:
    figures = []
    for size in (1000, 50_000):
        old = text(size, random.Random(size))
        raw = "\n".join(old).encode()
        a, b = article(old, language="en"), article(ten(old, random.Random(1)), language="en")
        figures.append((clock(lambda a=a, b=b: diff(a, b)), clock(lambda raw=raw: count(raw.decode()))))  # type: ignore[misc]
    (small, small_read), (large, large_read) = figures
    print(f"\nten edits: {small:.2f} -> {large:.2f} ms; reading {small_read:.2f} -> {large_read:.2f} ms")
    assert large / small <= 1.5 * large_read / small_read


_HOSTILE = """
import random
from newsdiff.diff import diff
from newsdiff.document import article
r = random.Random(2)
words = {words}
old, new = " ".join(words), " ".join(r.sample(words, len(words)))
diff(article({old}, language="en"), article({new}, language="en"))
"""


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("['alpha', 'beta'] * 25_000", "[old]", "[new]"),
        ("[str(n) for n in range(50_000)]", "[old]", "[new]"),
        ("[str(n) for n in range(20_000)]", "old.split()", "new.split()"),
        ("r.choices('abc', k=500_000)", "[old.replace(' ', '')]", "[new.replace(' ', '')]"),
    ],
    ids=["alternating", "distinct", "paragraphs", "solid"],
)
def test_hostile_input_ends_in_bounded_time_and_memory(words: str, old: str, new: str) -> None:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", _HOSTILE.format(words=words, old=old, new=new)], check=True)
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\n{seconds:.2f} s, {megabytes:.0f} MB")
    assert seconds < 5
    assert megabytes < 500
