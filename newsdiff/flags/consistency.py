"""Consistency of one text: what contradicts itself inside one version. Silence when unsure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsdiff.flags.passage import Sentence
from newsdiff.flags.read.reading import Reading
from newsdiff.model import Article, BlockKind
from newsdiff.text.detect import detect
from newsdiff.text.sentences import sentences
from newsdiff.text.words import table
from newsdiff.text.words.shape import Words


@dataclass(frozen=True, slots=True)
class Finding:
    """Two places of one text that contradict each other; blocks are indices into ``article.blocks``.

    ``kind`` is standing, weekday, age or total.
    """

    kind: str
    first: str
    second: str
    first_block: int
    second_block: int
    subject: str
    reason: str


@dataclass(frozen=True)
class Text:
    """An article read sentence by sentence."""

    article: Article
    words: Words
    readings: tuple[Reading, ...]


Check = Callable[[Text], Iterator[Finding]]


def findings(article: Article) -> tuple[Finding, ...]:
    """What contradicts itself in an article, in reading order; nothing for a language without a word table."""
    words = table(article.language or detect(article.text) or "en")
    if words is None:
        return ()
    read = (
        Reading(Sentence(t, i, b.kind, words), words)
        for i, b in enumerate(article.blocks)
        for t in _cut(b.kind, b.text)
    )
    text = Text(article, words, tuple(read))
    from newsdiff.flags.checks import age, standing, total, weekday

    found = [f for check in (standing.standing, weekday.weekday, age.age, total.total) for f in check(text)]
    return tuple(sorted(found, key=lambda f: (f.first_block, f.second_block)))


def _cut(kind: BlockKind, text: str) -> list[str]:
    return [text] if kind in (BlockKind.HEADLINE, BlockKind.DATE, BlockKind.BYLINE) else sentences(text)
