"""How near a day or a unit of time is: next Monday, last week-end, el mes pasado, lundi prochain."""

from collections.abc import Container, Iterator

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable

_Parts = dict[int, tuple[str, ...]]


def nearness(sentence: Sentence, words: WordTable, found: Container[int]) -> Iterator[tuple[int, str, _Parts]]:
    """The words for it by their tokens, what each says (nothing: *este martes* is *el martes*), and what of dates the
    tokens beside it are; ``found`` are the tokens of dates so far.
    """
    tokens = sentence.tokens
    for i, _, _ in sentence.hits.get("near", ()):
        low = tokens.low[i]
        after, last = bare(tokens.at(i + 1)), i + 1
        if _week_end(tokens, i + 1, words):
            after, last = after + tokens.low[i + 3], i + 3
        if low in words.this and after in words.weekdays:
            yield i, "", {i: ()}
        elif after in words.time_units or i + 1 in found or after in words.parts:
            # next summer is read with the parts of years
            beside = {} if after in words.parts else {i + 1: _unit(after, words)}
            yield i, _said(low, words), beside | dict.fromkeys(range(i + 2, last + 1), ())
        elif words.senses is None and low not in words.determiners and i:
            before = tokens.low[i - 1]
            if i - 1 in found or before in words.time_units:
                yield i, _said(low, words), {i - 1: _unit(before, words)}


def _said(low: str, words: WordTable) -> str:
    """What a word for it says, however it is inflected: vergangene, letzten."""
    return f"near {words.near_senses.get(low, low)}"


def _unit(word: str, words: WordTable) -> tuple[str, ...]:
    return (f"unit {word}",) if word in words.units else ()


def _week_end(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a unit of time is written with a hyphen: week-end."""
    joined = tokens.at(i + 1) == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
    return joined and tokens.low[i] + tokens.at(i + 2) in words.time_units
