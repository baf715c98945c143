"""When two texts of an article are the same: what makes no revision.

Typography makes none (text.typography.fold), nor does what only machines read (section, language, modification
time, what kind of block a text stands in). A claimed publication date that moves does: back-dating is an edit.
"""

import hashlib

from newsdiff.model import Article
from newsdiff.model.article import claimed_moment
from newsdiff.text.tokens import is_word, tokens
from newsdiff.text.typography import fold

_DATE_CHARACTERS = len("2026-03-02")


def folded(article: Article) -> tuple[str, ...]:
    """The text of each block with its typography folded."""
    return tuple(fold(block.text) for block in article.blocks)


def same(old: Article, new: Article) -> bool:
    """Whether a reader finds the same in both."""
    if old.blocks != new.blocks and folded(old) != folded(new):
        return False
    return old.published is None or new.published is None or same_time(old.published, new.published)


def fingerprint(article: Article) -> str:
    """A short name of the text: two articles whose folded blocks are equal have the same (hex, 64 bits)."""
    return hashlib.sha256("\n".join(folded(article)).encode()).hexdigest()[:16]


def same_time(old: str, new: str) -> bool:
    """Whether two claimed times are one; where either names but a day, the day counts."""
    if min(len(old), len(new)) == _DATE_CHARACTERS:
        return old[:_DATE_CHARACTERS] == new[:_DATE_CHARACTERS]
    return instant(old) == instant(new)


def instant(stamp: str) -> str:
    """A claimed time in one spelling (UTC); as it stands, where it is no ISO 8601 time, or none of UTC's years."""
    moment = claimed_moment(stamp)
    return stamp if moment is None else moment.isoformat()


def count(article: Article) -> int:
    """How many words the article has."""
    return sum(map(is_word, tokens(article.text)))
