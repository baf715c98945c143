"""How long ago something was says when: vor zwei Stunden, vor drei Tagen; in months and years it says how long."""

from collections.abc import Iterator

from newsdiff.flags.read.numerals import number
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind
from newsdiff.named_tuple import NamedTuple

_NEAR_UNITS = frozenset(("minute", "hour", "day", "week"))
AGE = "ago"  # how the part of an age begins


class Age(NamedTuple):
    """What is told, and the last of its tokens."""

    part: str
    last: int


def ages(tokens: Tokens, words: WordTable) -> Iterator[tuple[int, Age]]:
    """Each age of a text, and the token that it begins at."""
    leads = (i for i, word in enumerate(tokens.low[:-2]) if word in words.ago_leads)
    yield from ((i, found) for i in leads if (found := _age(tokens, i, words)))


def _age(tokens: Tokens, i: int, words: WordTable) -> Age | None:
    start = i + 1 + 2 * (" ".join(tokens.low[i + 1 : i + 3]) in words.bounds)  # weniger als
    one = tokens.at(start) in words.vague
    read = None if one or start >= len(tokens) else number(tokens, start, words, ())
    count, last = (1.0, start) if one else read or (0.0, i)
    unit = words.units.get(tokens.at(last + 1), "")
    return Age(f"{AGE} {count:g} {unit}", last + 1) if count and unit in _NEAR_UNITS else None


def follows_headline(value: Value) -> bool:
    """Whether an age is but the page's own clock behind a headline: Neue Spur in Kiel Vor 3 Stunden."""
    tokens = value.sentence.tokens
    behind = value.first > 0 and value.last == len(tokens) - 1 and tokens.at(value.first - 1) not in (":", "-")
    aged = value.parts[0].startswith(AGE) and tokens.raw[value.first][0].isupper()
    return behind and aged and value.sentence.kind is BlockKind.HEADLINE
