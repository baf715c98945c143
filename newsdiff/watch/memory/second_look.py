"""Two readings of one page, moments apart: what differs between them changes by itself, and is no edit.

The parts that both readings have are the page; in the place of the others stands what was recorded there. Where the
story itself differs (a paragraph that is told otherwise, another headline) nobody can say yet what the page says.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from newsdiff.model import Article, Block, BlockKind
from newsdiff.text.tokens import is_word, tokens
from newsdiff.text.typography import fold
from newsdiff.watch.state.text_identity import fingerprint, same, same_time
from newsdiff.watch.visit.messages import Reading

ONE_PAGE_SHARE = 0.5  # of the characters that two readings share; with less, the second is another page
ALIKE_SHARE = 0.5  # of the words that two tellings of one paragraph share
STORY_WORDS = 8  # that a paragraph has at least; fewer are a line of a box
_STORY_KINDS = (BlockKind.HEADLINE, BlockKind.DEK)


class Settled(NamedTuple):
    """What two readings of a page agree on; where the story itself differs between them, what each of them tells."""

    article: Article
    tellings: tuple[Article, ...] = ()


class _Gap(NamedTuple):
    """A place at which the readings differ: how many common blocks stand before it, and what each reading has there."""

    at: int
    first: tuple[Block, ...]
    second: tuple[Block, ...]


def settled(reading: Reading, old: Article, told_before: Collection[str]) -> Reading:
    """A reading that was looked at twice, with the text that both looks agree on; ``old`` is the recorded one.

    Where the stories differ but one of them was told at an earlier visit (fingerprints ``told_before``), that is it.
    """
    if reading.cleaned is None or reading.second is None:
        return reading
    first = reading.cleaned.article
    agreed = settle(old, first, reading.second.article)
    names = tuple(map(fingerprint, agreed.tellings))
    back = next((telling for name, telling in zip(names, agreed.tellings, strict=True) if name in told_before), None)
    article = back or agreed.article
    mixed = article.blocks != first.blocks or article.published != first.published
    cleaned = reading.cleaned._replace(article=article) if mixed else reading.cleaned
    return reading._replace(cleaned=cleaned, mixed=mixed, tellings=() if back else names)


def settle(old: Article, first: Article, second: Article) -> Settled:
    """The article that two readings agree on; ``old`` is the recorded one. A second of another page tells nothing."""
    if same(old, second):
        return Settled(first._replace(blocks=old.blocks, published=old.published))
    if old.published and first.published and second.published and not same_time(first.published, second.published):
        first = first._replace(published=old.published)
    stable, gaps = _common(first.blocks, second.blocks)
    if not gaps or _size(stable) < ONE_PAGE_SHARE * max(_size(first.blocks), _size(second.blocks)):
        return Settled(first)
    recorded = _recorded_at(old.blocks, stable, gaps)
    story = [_is_story(gap, before) for gap, before in zip(gaps, recorded, strict=True)]

    def told(fill: Callable[[_Gap], tuple[Block, ...]]) -> Article:
        fills = [fill(gap) if of_story else before for gap, before, of_story in zip(gaps, recorded, story, strict=True)]
        return first._replace(blocks=_filled(stable, gaps, fills))

    if not any(story):
        return Settled(told(lambda gap: gap.first))
    tellings = told(lambda gap: gap.first), told(lambda gap: gap.second)
    return Settled(tellings[0], tellings)


def _filled(stable: Sequence[Block], gaps: Sequence[_Gap], fills: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    """The common blocks with others in the gaps between them."""
    blocks: list[Block] = []
    place = 0
    for gap, fill in zip(gaps, fills, strict=True):
        blocks += [*stable[place : gap.at], *fill]
        place = gap.at
    return (*blocks, *stable[place:])


def _common(first: Sequence[Block], second: Sequence[Block]) -> tuple[list[Block], list[_Gap]]:
    """The blocks that both readings have, and where others stand among them."""
    stable: list[Block] = []
    gaps: list[_Gap] = []
    for op, a, b, c, d in _opcodes(first, second):
        if op == "equal":
            stable += first[a:b]
        else:
            gaps.append(_Gap(len(stable), tuple(first[a:b]), tuple(second[c:d])))
    return stable, gaps


def _recorded_at(old: Sequence[Block], stable: Sequence[Block], gaps: Sequence[_Gap]) -> list[tuple[Block, ...]]:
    """What was recorded in the place of each gap."""
    found: list[tuple[Block, ...]] = [()] * len(gaps)
    for op, a, b, c, d in _opcodes(old, stable):
        here = [number for number, gap in enumerate(gaps) if c <= gap.at <= d]
        if op in ("equal", "insert") or not here:
            continue
        free = list(_unmatched(old[a:b], stable[c:d]))
        for number in here:
            gap = gaps[number]
            many = max(len(gap.first), len(gap.second)) if c < d or len(here) > 1 else len(free)
            found[number], free = tuple(free[:many]), free[many:]
    return found


def _unmatched(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """The old blocks that none of the new ones tells otherwise."""
    left = list(new)
    for block in old:
        like = next((other for other in left if alike(block.text, other.text)), None)
        if like is None:
            yield block
        else:
            left.remove(like)


def _is_story(gap: _Gap, recorded: Sequence[Block]) -> bool:
    """Whether the story itself differs at a gap, and neither reading is as it was recorded."""
    if any(_texts(recorded) == _texts(reading) for reading in (gap.first, gap.second)):
        return False
    if any(block.kind in _STORY_KINDS for block in (*gap.first, *gap.second)):
        return True
    pairs = [(one, other) for one in gap.first for other in (*gap.second, *recorded)]
    return any(_tells_otherwise(one.text, other.text) for one, other in pairs)


def _tells_otherwise(one: str, other: str) -> bool:
    """Whether two texts are tellings of one paragraph, and differ in more than numbers."""
    least = min(len(_words(one)), len(_words(other)))
    return least >= STORY_WORDS and alike(one, other) and _without_numbers(one) != _without_numbers(other)


def alike(one: str, other: str) -> bool:
    """Whether half of the words of two texts are the same."""
    words, others = Counter(_words(one)), Counter(_words(other))
    most = max(words.total(), others.total())
    return most > 0 and (words & others).total() >= ALIKE_SHARE * most


def _words(text: str) -> list[str]:
    return [token.casefold() for token in tokens(fold(text)) if is_word(token)]


def _without_numbers(text: str) -> list[str]:
    return [word for word in _words(text) if not any(map(str.isdigit, word))]


def _opcodes(one: Sequence[Block], other: Sequence[Block]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, _texts(one), _texts(other), autojunk=False).get_opcodes()


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [fold(block.text) for block in blocks]


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
