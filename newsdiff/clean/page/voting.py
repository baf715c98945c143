"""Which leaves are text of the article: votes on every leaf, and the deepest element that holds what won.

A leaf is article text when two of three hold it: a look at the leaf's own prose, resiliparse, and trafilatura (fast).
The container is the deepest element that holds nine tenths of the characters so found.

The third is asked where a leaf depends on it: on one page in five the first two agree on all that is long enough to be
voted for. To ask it only where the first two leave the edge of the text in doubt was measured to cost a false edit in a
thousand visits, and a missed one: time is saved where a page that was read before needs no vote (``trail.py``).
"""

from collections.abc import Callable, Container, Sequence
from functools import cache, cached_property
from typing import Any

from newsdiff.clean.lines.patterns import has_words, is_sentence
from newsdiff.clean.lines.plain_words import plain_words
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

HELD_SHARE = 0.9  # share of the matched characters that the container holds
_PROSE_WORDS = 10  # words that a leaf needs to count as prose by itself
_ENOUGH_VOTES = 2  # of three
_EDGE_WORDS = 5  # words at each end of a leaf that a voter's text must hold in a row
_END_CHARACTERS = 120  # that mostly hold the words at an end
# A word, or one character of a script that writes without spaces.
_WORDS = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+")


def locate(text: str, tree: Element, found: Sequence[Leaf], barred: Container[int]) -> tuple[Element, frozenset[int]]:
    """The container and the numbers of the leaves that won; ``barred`` ones (comments) cannot win."""
    ballots = [_Ballot(lambda: _resiliparse(text)), _Ballot(lambda: _trafilatura(tree))]
    voted = {n: leaf for n, leaf in enumerate(found) if n not in barred}
    won = frozenset(n for n, leaf in voted.items() if _wins(leaf, ballots))
    won = won or frozenset(n for n, leaf in voted.items() if is_prose(leaf))
    return _container(found, won, tree), won


def _container(found: Sequence[Leaf], won: frozenset[int], tree: Element) -> Element:
    """The deepest element that holds enough of what won."""
    held: dict[Element, int] = {}
    total = 0
    for number in won:
        leaf = found[number]
        size = len(leaf.text)
        total += size
        for element in (leaf.element, *leaf.element.iterancestors()):
            held[element] = held.get(element, 0) + size
    best, depth = tree, -1
    for element, size in held.items():
        if size >= HELD_SHARE * total:
            at = sum(1 for _ in element.iterancestors())
            if at > depth:
                best, depth = element, at
    return best


def is_prose(leaf: Leaf) -> bool:
    """Whether a leaf reads like running text: what its own vote says."""
    return is_sentence(leaf.text) and has_words(leaf.text, _PROSE_WORDS) and leaf.link_share < 0.5


def may_win(leaf: Leaf) -> bool:
    """Whether a leaf is long enough for others to vote for it."""
    return len(_ends(leaf.text)[0]) >= _EDGE_WORDS


class _Ballot:
    """A voter's text, in which leaves are looked up in the order of the page: most stand soon behind the last one.

    The voter is asked when the first leaf depends on it.
    """

    def __init__(self, ask: Callable[[], str]) -> None:
        self._ask, self._at = ask, 0

    @cached_property
    def _told(self) -> tuple[frozenset[str], str]:
        """The words of the text, and these in a row."""
        found = _words(squeeze(self._ask()))
        return frozenset(found), word_row(found)

    def holds(self, head: Sequence[str], tail: Sequence[str]) -> bool:
        """Whether both rows of words stand in the text."""
        words, _ = self._told
        return words.issuperset(head) and words.issuperset(tail) and self._has(head) and self._has(tail)

    def _has(self, found: Sequence[str]) -> bool:
        (_, told), row = self._told, word_row(found)
        at = told.find(row, self._at)
        if at < 0:
            return told.find(row, 0, self._at + len(row)) >= 0
        self._at = at
        return True


def _wins(leaf: Leaf, ballots: Sequence[_Ballot]) -> bool:
    """Whether enough of the three hold a leaf: its own prose, and the others' texts."""
    wanted = _ENOUGH_VOTES - is_prose(leaf)
    edges = _edges(leaf)
    for left, ballot in zip(range(len(ballots), 0, -1), ballots, strict=True):
        if not edges or not 0 < wanted <= left:
            break
        wanted -= ballot.holds(*edges)
    return wanted <= 0


def _edges(leaf: Leaf) -> tuple[list[str], list[str]] | None:
    """The first and the last words of a leaf, which a voter's text must hold in a row; a fragment is held by none."""
    head, tail = _ends(leaf.text)
    return (head[:_EDGE_WORDS], tail[-_EDGE_WORDS:]) if len(head) >= _EDGE_WORDS else None


def _ends(text: str) -> tuple[list[str], list[str]]:
    """The first and the last words of a text; a long one is read at its ends only."""
    if len(text) > 2 * _END_CHARACTERS:
        head, tail = _words(text[:_END_CHARACTERS]), _words(text[-_END_CHARACTERS:])[1:]
        if len(head) > _EDGE_WORDS <= len(tail):
            return head, tail
    found = _words(text)
    return found, found


def _words(text: str) -> list[str]:
    return _WORDS.findall(text) if (found := plain_words(text)) is None else found


def _trafilatura(tree: Element) -> str:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, options=_options())
    return str(found.raw_text or "") if found else ""


@cache
def _options() -> Any:
    """How trafilatura is asked: fast, without comments; read once, for it reads them from a file of settings."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="txt", fast=True, comments=False)


def _resiliparse(text: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    found: Any = extract_plain_text(text, main_content=True, list_bullets=False, links=False, preserve_formatting=False)
    return str(found)


def word_row(found: Sequence[str]) -> str:
    """Words with a space before and behind each."""
    return f" {' '.join(found)} "
