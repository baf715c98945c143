"""Commas that turn what a sentence says: *the pilots, who were drunk, went*, *the pilots who were drunk went*; *the
minister said the mayor was wrong*, *the minister, said the mayor, was wrong*; *No, trains run*, *No trains run*.
"""

from collections.abc import Iterator

from newsdiff.flags.sentence.substance import ChangedRun
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.turns.small_words import SenseTurn
from newsdiff.language.table import WordTable
from newsdiff.model import FlagKind

_COMMA = ","
_CLAUSE = 20  # tokens of a relative clause between its commas
_SPEAKER = 8  # tokens of a speaker between commas


def telling_commas(old: Tokens, new: Tokens, apart: tuple[ChangedRun, ...], words: WordTable) -> Iterator[SenseTurn]:
    """The commas of either side that turn the sense, among the places where both differ."""
    for side, mine in enumerate((old, new)):
        commas = [
            (r[side].start, r[1 - side].start)
            for r in apart
            if len(r[side]) == 1 and not r[1 - side] and mine.low[r[side].start] == _COMMA
        ]
        for n, (i, j) in enumerate(commas):
            close = commas[n + 1] if n + 1 < len(commas) else None
            for kind, last, reason in _tells(mine, i, close[0] if close else None, words):
                past = close[1] if close and last == close[0] else min(j + last - i, len((new, old)[side]))
                spans = (range(i - 1, last + 1), range(j - 1, past))
                yield SenseTurn(kind, *(spans if side == 0 else spans[::-1]), reason)


def _tells(tokens: Tokens, i: int, close: int | None, words: WordTable) -> Iterator[tuple[FlagKind, int, str]]:
    """What kind of change a comma makes with the next one that changed, and the last token that it concerns."""
    before, behind = tokens.at(i - 1), tokens.at(i + 1)
    if not before.isalpha() or not behind:
        return
    if before in words.answers and (i == 1 or not tokens.at(i - 2)[-1:].isalnum()):
        yield FlagKind.NEGATION, i + 1, "an answer, or a part of the statement"
    elif behind in words.relatives and behind != "that":
        if (i == 1 or tokens.raw[i - 1].islower()) and _several(before, words):
            last = close if close and close - i <= _CLAUSE else min(i + 2, len(tokens) - 1)
            yield FlagKind.WORDING, last, "all of them, or some"
    elif behind in words.sayings and close and 1 < close - i - 1 <= _SPEAKER and tokens.at(i + 2) != "to":
        yield FlagKind.ATTRIBUTION, close, "who speaks, and who is spoken of"


def _several(noun: str, words: WordTable) -> bool:
    """Whether a noun is in the plural."""
    senses = words.senses
    if senses is None or not noun.isascii():
        return False
    return any(lemma != noun and senses.may_be_noun(lemma) for lemma in senses.lemmas(noun)) or noun == "people"
