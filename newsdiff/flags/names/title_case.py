"""Sentences and headlines that write every longer word large, in which a capital tells nothing."""

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

TITLED = (BlockKind.HEADLINE, BlockKind.HEADING)  # blocks that may write all words large
_LEAD_TOKENS = 5  # tokens of a headline in which its lead ends: Live updates: Storm Hits Coast


def title_case(tokens: Tokens, kind: BlockKind, words: WordTable) -> bool:
    """Whether every longer word, *with* and *from* apart, begins with a capital: then capitals tell nothing."""
    headed = kind in TITLED
    start = tokens.low.index(":") + 1 if headed and ":" in tokens.low[:_LEAD_TOKENS] else 0
    large = 0
    for word in tokens.raw[start:]:
        if len(word) > 3 and word[0].isalpha() and not (headed and word in words.stop):
            if not word[0].isupper():
                return False
            large += 1
    return large >= (3 if headed else 4)
