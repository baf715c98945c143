"""A comma, a hyphen or a small word that turns what a kept sentence says, where no other flag tells it."""

from collections.abc import Iterator, Sequence

from newsdiff.flags.registry import Comparison, closing
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.turns.directions import directions
from newsdiff.flags.turns.displaced import displaced
from newsdiff.flags.turns.exchanged_nouns import exchanged_nouns
from newsdiff.flags.turns.exchanged_roles import exchanged_counts, exchanged_roles
from newsdiff.flags.turns.plurals import plurals
from newsdiff.flags.turns.small_words import SenseTurn, small_turns, turns
from newsdiff.flags.turns.telling_commas import telling_commas
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_SEVERITIES = {
    FlagKind.WORDING: Severity.LOW,
    FlagKind.NEGATION: Severity.HIGH,
    FlagKind.EVENT: Severity.HIGH,
    FlagKind.TITLE: Severity.HIGH,
}
_LOOKS = (plurals, directions, displaced, exchanged_counts)
_TELL_NOTHING = frozenset((FlagKind.HEADLINE, FlagKind.MOVED))


@closing
def turned_sense(comparison: Comparison, found: Sequence[Flag]) -> Iterator[Flag]:
    """One flag for each such change."""
    words = comparison.words
    if words is None or not (words.telling_pairs or words.changes_by):
        return
    for pair in comparison.kept_pairs():
        for turn in _turns(pair, words) if words.senses else _plain_turns(pair, words):
            flag = _flag(pair, turn)
            if flag.old != flag.new and not any(_tells(other, flag) for other in found):
                yield flag


def _turns(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The small changes that turn the sense of a pair, in a language that has a dictionary."""
    assert pair.old and pair.new
    yield from list(exchanged_roles(pair, words)) or turns(pair, words)
    yield from telling_commas(pair.old.tokens, pair.new.tokens, pair.alignment.apart, words)
    for look in _LOOKS:
        yield from look(pair, words)


def _plain_turns(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The same in a language that has none."""
    yield from small_turns(pair, words)
    yield from exchanged_nouns(pair, words)
    yield from exchanged_counts(pair, words)


def _flag(pair: Pair, turn: SenseTurn) -> Flag:
    assert pair.old and pair.new
    old, new = (
        s.tokens.whole_words(places[0], places[-1]) for s, places in ((pair.old, turn.old), (pair.new, turn.new))
    )
    severity = _SEVERITIES.get(turn.kind, Severity.MEDIUM)
    return Flag(turn.kind, severity, old, new, "", pair.old.block, pair.new.block, turn.reason)


def _tells(other: Flag, flag: Flag) -> bool:
    """Whether another flag tells the same change."""
    if other.kind in _TELL_NOTHING or (other.old_block, other.new_block) != (flag.old_block, flag.new_block):
        return False
    sides = ((other.old, flag.old), (other.new, flag.new))
    return all(a and (a in b or b in a) for a, b in sides)
