"""Who did it and to whom it was done change places where a verb goes over into the passive: *the minister sued the
paper*, *the minister was sued by the paper*.
"""

from newsdiff.flags.forms.stems import word_keys
from newsdiff.flags.sentence.acts import Change
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.substance import key_of
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.scales import Point, ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import words_of_grammar
from newsdiff.named_tuple import NamedTuple

_KEPT = 0.75  # share of words of substance that the statement keeps
_NEAR_TOKENS = 3  # behind an auxiliary or an agent in which the verb stands, before an agent its preposition
_VERB_LETTERS = 4
_WIDEST_TOKENS = 8  # of what is quoted
_NO_SCALE = "-"


class _Passive(NamedTuple):
    """The tokens of a passive: its auxiliary, who bears what is done, who does it."""

    auxiliary: int
    bearer: int
    agent: int


def turned_roles(pair: Pair, words: WordTable) -> Change | None:
    """The verb of both sides, of which one is in the passive with an agent that bears it on the other side; else
    None. Nothing of the active side where all its words stand on the other one.
    """
    if not pair.old or not pair.new or not words.passives or pair.alignment.substance.kept < _KEPT:
        return None
    sides = (pair.old.tokens, pair.new.tokens)
    passives = [_passive(tokens, words) for tokens in sides]
    side = 0 if passives[0] else 1
    passive, mine, other = passives[side], sides[side], sides[1 - side]
    if passive is None or passives[1 - side] is not None:
        return None
    bearer, agent = (_only_place(mine.low[i], other) for i in (passive.bearer, passive.agent))
    if bearer is None or agent is None or agent < bearer:
        return None  # the paper sued the minister: the same
    if mine.low[passive.bearer - 1] != other.at(bearer - 1) or not _acts(other, bearer, agent, words):
        return None
    verb = _verb(mine, passive, other, words)
    if verb is None or verb[1] < bearer:
        return None
    there = _changed_span(pair.alignment.touched[1 - side], bearer, agent, verb[1])
    borne = ScalePoint(passive.auxiliary, verb[0], Point(_NO_SCALE, -1, "borne"))
    done = ScalePoint(*there, Point(_NO_SCALE, -1, "done")) if there else None
    return (borne, done) if side == 0 else (done, borne)


def _passive(tokens: Tokens, words: WordTable) -> _Passive | None:
    """The first passive of a sentence that has an agent, and a noun with its article before it."""
    low, idle = tokens.low, words_of_grammar(words)
    auxiliary = next((i for i, word in enumerate(low) if word in words.passives and i > 1), None)
    if auxiliary is None:
        return None
    bearer = next((i for i in range(auxiliary - 1, 0, -1) if low[i].isalpha() and low[i] not in idle), None)
    lead = next((i for i in range(auxiliary + 1, len(low)) if low[i] in words.agent_leads), None)
    if bearer is None or lead is None or low[bearer - 1] not in words.determiners | words.articles:
        return None
    near = range(lead + 1, min(lead + 1 + _NEAR_TOKENS, len(low)))
    agent = next((i for i in near if low[i].isalpha() and low[i] not in idle), None)
    return _Passive(auxiliary, bearer, agent) if agent is not None else None


def _only_place(word: str, tokens: Tokens) -> int | None:
    """The one place in which a word stands."""
    found = [i for i, low in enumerate(tokens.low) if key_of(low) == key_of(word)]
    return found[0] if len(found) == 1 else None


def _acts(tokens: Tokens, bearer: int, agent: int, words: WordTable) -> bool:
    """Whether one noun does something to another: no preposition of agents, no pronoun of the subject between them."""
    between = tokens.low[bearer + 1 : agent]
    return words.agent_leads.isdisjoint(between) and words.reflexives.isdisjoint(between)


def _verb(mine: Tokens, passive: _Passive, other: Tokens, words: WordTable) -> tuple[int, int] | None:
    """The verb of a passive and the same one of the other side."""
    keys, nouns = word_keys(words), {mine.low[passive.bearer], mine.low[passive.agent]}
    theirs = {
        key: j
        for j, word in enumerate(other.low)
        if len(word) >= _VERB_LETTERS and word not in nouns
        for key in keys(word)
    }
    starts = (passive.auxiliary + 1, passive.agent + 1)
    near = (i for start in starts for i in range(start, min(start + _NEAR_TOKENS, len(mine))))
    behind = (i for i in near if len(mine.low[i]) >= _VERB_LETTERS and not mine.raw[i].istitle())
    verbs = (i for i in behind if mine.low[i] not in nouns and mine.low[i] not in words_of_grammar(words))
    return next(((i, theirs[key]) for i in verbs for key in keys(mine.low[i]) if key in theirs), None)


def _changed_span(touched: frozenset[int], bearer: int, agent: int, verb: int) -> tuple[int, int] | None:
    """The verb with what changed around it."""
    changed = touched.intersection(range(bearer, max(agent, verb) + 1))
    places = {*changed, verb}
    return (min(places), max(places)) if changed and max(places) - min(places) < _WIDEST_TOKENS else None
