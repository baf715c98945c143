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
    longer = [w for w in tokens.raw[start:] if len(w) > 3 and w[0].isalpha() and not (headed and w in words.stop)]
    return len(longer) >= (3 if headed else 4) and all(w[0].isupper() for w in longer)
