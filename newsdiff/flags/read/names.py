"""Proper names: runs of capitalised words, guarded against sentence starts, title case and common words."""

from collections.abc import Container, Iterator
from functools import cache

from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable
from newsdiff.language.table import words as listed
from newsdiff.model import BlockKind

INSIDE = listed("of de la le du del van von der den al el bin the and & - ' . for da di dos des")
_OPENERS = frozenset(".!?:\"([|*;'•-_#>")


def names(sentence: Sentence, words: WordTable, skip: Container[int]) -> list[Value]:
    """The names of a sentence; a value's parts are its telling words, lower case, without possessive endings."""
    tokens = sentence.tokens
    capitals = tokens.capitals
    if not capitals:
        return []
    titled = 3 * len(capitals) > len(tokens) and _title_case(tokens, sentence.kind)
    telling = {i for i in capitals if i not in skip and _telling(tokens, i, words, titled)}
    values, past = [], 0
    for i in sorted(telling):
        if i < past:
            continue
        last = i
        while (ahead := _next(tokens, last, telling)) is not None:
            last = ahead
        parts = tuple(dict.fromkeys(bare(tokens.low[j]) for j in range(i, last + 1) if j in telling))
        if last > i or not _mere_word(tokens.raw[i], parts[0], words):
            values.append(Value(sentence, i, last, parts))
        past = last + 1
    return values


def _mere_word(raw: str, low: str, words: WordTable) -> bool:
    """Whether a single capitalised word is but a common one: the Deal, this Review."""
    return low in words.common and low not in words.places and not raw.isupper()


def _next(tokens: Tokens, last: int, telling: set[int]) -> int | None:
    """The next telling word of the same run, over at most two words that stand inside names."""
    for ahead in range(last + 1, min(last + 4, len(tokens))):
        if ahead in telling:
            return ahead
        if tokens.low[ahead] not in INSIDE or (ahead == last + 1 and tokens.low[ahead] == "'"):
            return None
    return None


def _title_case(tokens: Tokens, kind: BlockKind) -> bool:
    """Whether nearly every word begins with a capital, so that capitals tell nothing."""
    longer = [w for w in tokens.raw if len(w) > 3 and w[0].isalpha()]
    least = 3 if kind in (BlockKind.HEADLINE, BlockKind.HEADING) else 4
    return len(longer) >= least and all(w[0].isupper() for w in longer)


def _telling(tokens: Tokens, i: int, words: WordTable, titled: bool) -> bool:
    raw, low = tokens.raw[i], bare(tokens.low[i])
    if len(low) < 2 or low in _known(words) or low.removesuffix("s") in words.offices:
        return False
    if raw.isupper() and len(raw) > 3 and low in words.common:
        return False
    if i and tokens.low[i - 1] in ("@", "/", "_", "=", "#") and tokens.glued(i):
        return False
    if titled:
        return low in words.places or (raw.isupper() and len(raw) > 2)
    if _opens(tokens, i):
        return _name_at_start(tokens, i, words)
    return True


@cache
def _known(words: WordTable) -> frozenset[str]:
    """What is written with a capital and is no name, or has a rule of its own."""
    mine = (words.no_names, words.demonyms, words.months, words.weekdays, words.honorifics, words.standings)
    return frozenset().union(
        *mine, words.offices, words.cardinals, words.post_nominals, words.stop, words.ranks, _notable(words)
    )


def _notable(words: WordTable) -> Iterator[str]:
    """The words of notes: WITHDRAWN, UPDATE."""
    return (w for cues, _ in words.corrections for w in cues.split())


def _opens(tokens: Tokens, i: int) -> bool:
    if i == 0 or (i == 1 and not tokens.low[0][0].isalpha()):
        return True
    before = tokens.low[i - 1]
    return before in _OPENERS and not (before == "-" and tokens.glued(i))


def _name_at_start(tokens: Tokens, i: int, words: WordTable) -> bool:
    """At a sentence's start a capital tells little: a known place, an acronym, or a capital next to it must help."""
    raw, low = tokens.raw[i], bare(tokens.low[i])
    if low in words.common and low not in words.places:
        return _pair_of_capitals(tokens, i, words)
    if low in words.places or (raw.isupper() and len(raw) > 1) or any(c.isupper() for c in raw[1:]):
        return True
    if tokens.low[i].endswith("'s"):
        return True
    following = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
    if following[:1].isupper() and bare(following.lower()) not in words.no_names:
        return True
    if following.lower() in words.sayings:
        return low not in words.sources
    return not _derived(low, words)


def _derived(low: str, words: WordTable) -> bool:
    """Whether a word may be a form of a common one, or has a common ending: then it is hardly a name."""
    if not words.common or low.endswith(words.word_endings) or low.partition("'")[0] in words.stop:
        return True
    return any(low.removesuffix(ending) in words.common for ending in ("s", "es", "d", "ed"))


def _pair_of_capitals(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a common word opens a name: Independence Day, in a sentence that does not capitalise at will."""
    if i + 1 >= len(tokens) or not tokens.raw[i + 1].istitle() or tokens.low[i] in words.stop:
        return False
    following = tokens.low[i + 1]
    known = following in words.stop or following in words.offices or following in words.honorifics
    return not known and sum(w.islower() and len(w) > 3 for w in tokens.raw) >= 2
