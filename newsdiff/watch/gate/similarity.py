"""How much of one text stands in another: counts of words and of shingles, runs of four words."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from newsdiff.model import Article, BlockKind
from newsdiff.text.tokens import plain_words, size
from newsdiff.watch.state.text_identity import folded

SHINGLE_WORDS = 4  # words in a shingle
SKETCH_SHINGLES = 12  # shingles in a sketch
_ABOVE = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE)


@dataclass(frozen=True)
class ShingledText:
    """An article's blocks with their typography folded, and the words in them."""

    blocks: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> "ShingledText":
        """The text of an article."""
        return cls(folded(article))

    @classmethod
    def below(cls, article: Article) -> "ShingledText":
        """What stands below the headline: the text without byline and dates."""
        return cls.of(article._replace(blocks=tuple(b for b in article.blocks if b.kind not in _ABOVE)))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in order, in lower case; of a script without spaces between them, all characters."""
        return tuple(word.casefold() for block in self.blocks for word in plain_words(block))

    @cached_property
    def size(self) -> int:
        """How many words it has; two characters of a script without spaces count as one."""
        return size(self.words)

    @cached_property
    def shingles(self) -> Counter[tuple[str, ...]]:
        """The runs of four words, and how often each stands there; of a shorter text, all of it."""
        words = self.words
        return Counter(
            words[i : i + SHINGLE_WORDS] for i in range(max(len(words) - SHINGLE_WORDS + 1, 1 if words else 0))
        )

    @cached_property
    def sketch(self) -> tuple[str, ...]:
        """A few of the shingles, chosen by hash: nearly equal texts share nearly all of them."""
        names = (hashlib.md5(" ".join(s).encode(), usedforsecurity=False).hexdigest()[:10] for s in self.shingles)
        return tuple(sorted(names)[:SKETCH_SHINGLES])


def kept_share(old: ShingledText, new: ShingledText) -> float:
    """The share of the old text's shingles that the new one has (0 to 1; 1 for an empty old text)."""
    total = old.shingles.total()
    return (old.shingles & new.shingles).total() / total if total else 1.0


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two sketches are of nearly the same text."""
    least = min(len(one), len(other))
    return least > 0 and len(set(one) & set(other)) >= 0.8 * max(least, 1)
