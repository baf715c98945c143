"""Verbs of saying in the active voice, and who speaks: a name, a word for a source, or any other noun."""

from bisect import bisect_left
from collections.abc import Sequence

from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.cues import Cue, cues
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

_REACH_TOKENS = 12  # tokens around a verb of saying in which its speaker stands
_NEAR_TOKENS = 4  # tokens between a verb and the word for its source
_FAR_TOKENS = 6  # tokens before a verb in which a word for a source makes it one of saying
_BEHIND_TOKENS = 6  # tokens behind a verb in which its speaker stands, where nobody stands before it
_SAID = frozenset((":", ",", '"', "that", ".", "it", "he", "she", "they"))
_CLOSED = frozenset((",", '"', "'", "who", "and"))
_BETWEEN = frozenset(("also", "has", "have", "had", "later", "then"))  # stand between a speaker and the verb
_OPEN = frozenset('"“”:;')
_MARKS = frozenset(('"', "'"))
_ARTICLES = frozenset(("a", "an", "the", "another", "one", "his", "her", "its", "their"))


def sayings(sentence: Sentence, words: WordTable) -> list[Cue]:
    """Verbs of saying in the active voice, outside quotations: what a speaker says of saying is no attribution."""
    tokens = sentence.tokens
    return [
        c
        for c in cues(sentence, "sayings")
        if tokens.at(c.first - 1) not in words.auxiliaries
        and (c.last > c.first or (tokens.raw[c.first].islower() and _spoken(c, words)))  # Al Said is a name
        and not _quoted(tokens, c.first)
    ]


def speaker(cue: Cue, names: Sequence[Value]) -> Value | None:
    """The first name of the clause before the verb, or behind it."""
    tokens = cue.sentence.tokens
    aside = tokens.at(cue.first - 1) == ","
    start = _clause(tokens, cue.first - aside, _OPEN if aside else _OPEN | {","})
    before = [v for v in names if start <= v.first < cue.first]
    behind = [v for v in names if 0 < v.first - cue.last <= _BEHIND_TOKENS]
    return next(iter(before or behind), None)


def by_pronoun(cue: Cue, words: WordTable) -> bool:
    """Whether a pronoun speaks."""
    low = cue.sentence.tokens
    return any(low.at(i) in words.pronouns for i in (cue.first - 2, cue.first - 1, cue.last + 1))


def sources(cue: Cue, words: WordTable) -> set[str]:
    """The words for sources next to the verb: before it, or else behind it."""
    low = cue.sentence.tokens.low
    before = words.sources.intersection(low[max(0, cue.first - _NEAR_TOKENS) : cue.first])
    named = before or words.sources.intersection(low[cue.last + 1 : cue.last + 1 + _NEAR_TOKENS])
    return {words.offices.get(w, w) for w in named}  # a spokesman and a spokeswoman hold one office


def subject(cue: Cue, words: WordTable) -> str:
    """The noun that speaks: *a bidder said*, *an official at the jail said*; behind a quotation, *said the bidder*."""
    tokens = cue.sentence.tokens
    if tokens.at(cue.first - 1) in _MARKS and tokens.at(cue.last + 1) in _ARTICLES:
        return _head(tokens, cue.last + 2, len(tokens), words)
    start = _clause(tokens, cue.first, _OPEN | {","})
    start += tokens.at(start) in _ARTICLES
    return _head(tokens, start, cue.first, words) or _head(tokens, cue.first - 1, cue.first, words)


def _clause(tokens: Tokens, end: int, closed: frozenset[str]) -> int:
    """Where the clause that ends before a token begins."""
    start = end
    while start > 0 and tokens.low[start - 1] not in closed and end - start < _REACH_TOKENS:
        start -= 1
    return start


def _head(tokens: Tokens, first: int, end: int, words: WordTable) -> str:
    """The last noun of the run of nouns and names that begins at a token."""
    head = ""
    for i in range(max(first, 0), end):
        if not _noun(tokens.low[i], words):
            break
        if tokens.raw[i].islower() or (i == 0 and tokens.low[i] in words.common):
            head = tokens.low[i]
    return head


def _noun(word: str, words: WordTable) -> bool:
    if len(word) <= 2 or not word.isalpha() or word.endswith("ly"):
        return False
    return word not in words.stop and word not in words.pronouns


def _spoken(cue: Cue, words: WordTable) -> bool:
    """Whether a verb of saying has a speaker before it, or something said or a speaker behind it."""
    tokens, at = cue.sentence.tokens, cue.first - 1
    while tokens.at(at) in _BETWEEN:
        at -= 1
    before, after = tokens.at(at), tokens.at(cue.last + 1)
    if after in _SAID or before in _CLOSED or before in words.pronouns or before in words.offices:
        return True
    if not words.sources.isdisjoint(tokens.low[max(0, cue.first - _FAR_TOKENS) : cue.first]):
        return True
    if tokens.low[cue.first] in words.tellings:
        return True
    near = (i for i in (at, cue.last + 1) if 0 <= i < len(tokens) and tokens.raw[i][0].isupper())
    return any(i > 0 or tokens.low[i] not in words.common for i in near)


def _quoted(tokens: Tokens, i: int) -> bool:
    """Whether a token stands inside quotation marks: the last mark before it opens a quotation, and one follows."""
    marks = tokens.quotation_marks
    at = bisect_left(marks, i)
    return 0 < at < len(marks) and tokens.glued(marks[at - 1] + 1) and not tokens.glued(marks[at - 1])
