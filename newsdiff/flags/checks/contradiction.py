"""What a check reads, and what it finds."""

from dataclasses import dataclass

from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.language.table import WordTable
from newsdiff.model import Article


@dataclass(frozen=True, slots=True)
class Contradiction:
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
class CheckedArticle:
    """An article read sentence by sentence."""

    article: Article
    words: WordTable
    readings: tuple[SentenceValues, ...]
