"""Places in a row that tell how often something happened, or how long: a third straight year, for a second time."""

from newsdiff.flags.names.title_case import TITLED, title_case
from newsdiff.flags.read.counts.counted_words import is_noun
from newsdiff.flags.read.quantities import RANK, Quantity
from newsdiff.language.table import WordTable

_ASIDE = frozenset(("-", "on", "("))  # before a rank that counts no news: on second thoughts, (second revision)


def tells(rank: Quantity) -> bool:
    """Whether a place in a row is a figure of the story, also where the other side has none: *the second attempt* may
    well be *the attempt*, and the first of many is none.
    """
    words = rank.sentence.words
    if words is None or rank.unit != RANK or rank.value <= 1:
        return False
    behind = rank.sentence.tokens.at(rank.last + 1)
    if behind in words.in_a_row or behind == "time":
        return True
    return _in_figures(rank, words) or _without_article(rank, words)


def _in_figures(rank: Quantity, words: WordTable) -> bool:
    """Whether a rank is written in figures before a plain noun: her 100th birthday, a 95th-minute penalty."""
    tokens, last = rank.sentence.tokens, rank.last
    if not tokens.low[rank.first][0].isdecimal():
        return False
    if tokens.at(last + 1) == "-":
        return tokens.glued(last + 1) and tokens.at(last + 2).isalpha()
    word = tokens.at(last + 1)
    return is_noun(word, words) and tokens.raw[last + 1].islower() and word not in words.time_units


def _without_article(rank: Quantity, words: WordTable) -> bool:
    """Whether a headline has a rank without an article, as it has a number: kills second militant."""
    sentence, tokens, first = rank.sentence, rank.sentence.tokens, rank.first
    if sentence.kind not in TITLED or tokens.low[first][0].isdecimal() or words.senses is None:
        return False
    behind = tokens.at(rank.last + 1)
    plain = is_noun(behind, words) and behind not in words.prepositions and behind not in words.time_units
    before = tokens.at(first - 1)
    led = before in words.determiners or before in words.possessives or before.endswith("'s") or before in _ASIDE
    return plain and not led and not title_case(tokens, sentence.kind, words) and behind not in words.comparatives


def without_lone_ranks(values: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Without the ranks that have no other rank in their place, and tell nothing alone."""
    ranked = any(q.unit == RANK for q in others)
    return values if ranked else [q for q in values if q.unit != RANK or tells(q)]


def without_said_as_ranks(values: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Without what the other side tells as a rank, or as a number: on her 60th birthday, turns 60."""
    ranks = {q.value for q in others if q.unit == RANK}
    counts = {q.value for q in others if q.unit != RANK}
    return [q for q in values if q.value not in (counts if q.unit == RANK else ranks)] if ranks or counts else values
