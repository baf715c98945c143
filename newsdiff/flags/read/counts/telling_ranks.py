"""Places in a row that tell how often something happened, or how long: a third straight year, for a second time."""

from newsdiff.flags.names.title_case import TITLED, title_case
from newsdiff.flags.read.counts.counted_words import is_noun
from newsdiff.flags.read.quantities import GENERATION, RANK, Quantity
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
    """Without the ranks, and generations of networks, that have no other in their place, and tell nothing alone."""
    units = {q.unit for q in others}
    lone = {RANK, GENERATION} - units
    return [
        q for q in values if q.unit not in lone or tells(q) or any(_counts_the_ranked(q, other) for other in others)
    ]


def without_said_as_ranks(values: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Without what the other side tells as a rank, or as a number: on her 60th birthday, turns 60; but the third victim
    is one, and three victims are three.
    """
    ranks = {q.value for q in others if q.unit == RANK}
    counts = {q.value for q in others if q.unit != RANK}
    if not ranks and not counts:
        return values
    said = [q for q in values if q.value in (counts if q.unit == RANK else ranks)]
    told = [q for q in said if not any(_counts_the_ranked(q, other) for other in others)]
    return [q for q in values if q not in told] if told else values


def _counts_the_ranked(a: Quantity, b: Quantity) -> bool:
    """Whether one of two numbers tells which of some people somebody is, and the other how many they are."""
    if (a.unit == RANK) == (b.unit == RANK) or a.value != b.value:
        return False
    words, (one, other) = a.sentence.words, (q.sentence.tokens.at(q.last + 1) for q in (a, b))
    if words is None or words.senses is None or one == other or not (one.isascii() and other.isascii()):
        return False
    return words.senses.person(one) and bool(words.senses.lemmas(one) & words.senses.lemmas(other))
