"""Scores and votes, whose two numbers say who won: 7-2, three-nil, 52 votes to 48, 212 for 3, two-all."""

from collections.abc import Container

from newsdiff.flags.read.counts.counted_words import is_noun, unit_names
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

SCORE_DIGITS = 3
_TEN, _TWENTY = 10, 20
_COLON_SCORE = lazy_pattern(r"(\d{1,3}):(\d{1,3})", needs=":")  # 3:1
_STROKE_SCORE = lazy_pattern(r"(\d{2,3})/(\d{1,2})")


class Score(NamedTuple):
    """The figure of the one side, that of the other as text, and the last token of both."""

    one: float
    other: str
    last: int


def score_at(tokens: Tokens, i: int, words: WordTable, dated: Container[int]) -> Score | None:
    """The score or vote that begins at a token: two short numbers that count nothing behind them."""
    return _marked(tokens, i, words) or _named(tokens, i, words) or _joined(tokens, i, words, dated)


def _marked(tokens: Tokens, i: int, words: WordTable) -> Score | None:
    """A score in one token: 3:1, 212/6."""
    at = tokens.at
    if ":" in words.score_links and (colon := _COLON_SCORE.fullmatch(at(i))) and at(i + 1) not in unit_names(words):
        return Score(float(colon[1]), colon[2], i)
    if "/" in at(i) and (stroke := _STROKE_SCORE.fullmatch(at(i))) and _wickets(stroke[1], stroke[2]):
        return Score(float(stroke[1]), stroke[2], i)
    return None


def _named(tokens: Tokens, i: int, words: WordTable) -> Score | None:
    """A score that names what it counts, or is the same for both sides: two goals to one, one goal apiece, two-all."""
    at = tokens.at
    one = _points(at(i), words)
    if not one:
        return None
    named = at(i + 1) in words.votes
    if named and at(i + 2) == "to" and (other := _points(at(i + 3), words)):
        return Score(float(one), other, i + 3)
    joined = at(i + 1) == "-" and tokens.glued(i + 1)
    last = i + 1 + (named or joined)
    level = at(last) in words.level_scores and (joined or not is_noun(at(last + 1), words)) and one != "0"
    return Score(float(one), one, last) if level else None


def _joined(tokens: Tokens, i: int, words: WordTable, dated: Container[int]) -> Score | None:
    """Two short numbers joined by a dash or *to*."""
    at = tokens.at
    one, end = _pointed(tokens, i, words)
    if at(end + 1) == "-" == at(end + 3) and at(end + 2) in words.score_links and one:
        other, last = _pointed(tokens, end + 4, words)  # five-to-four
        return Score(float(one), other, last) if other else None
    link = at(end + 1)
    if not one or not (link in ("-", "for") or link in words.score_links):
        return None
    other, last = _pointed(tokens, end + 2, words)
    after = at(last + 1)
    if not other or end + 2 in dated or (tokens.glued(i) and at(i - 1) != "("):
        return None
    joined = link == "-" and tokens.glued(end + 1) and tokens.glued(end + 2)
    wickets = link == "for" and _wickets(at(i), other)
    if not (joined or wickets or (link in words.score_links and at(i - 1) not in words.ranges)):
        return None
    if not joined or at(i).isalpha():
        counts = after == "-" or after in unit_names(words) or after in words.scales or after in words.cardinals
        if counts or (joined and at(i) not in words.nought and int(one) >= _TWENTY and int(other) < _TEN):
            return None  # seven to ten days, twenty-one
    result = joined and (at(i).isalpha() or after in words.results)  # a two-nil defeat, a 2-0 win
    counts = is_noun(after, words) and after not in words.weekdays and not result
    if (tokens.glued(last + 1) and after[0] not in ".,;:!?)") or counts:
        return None
    return Score(float(one), other, last)


def _pointed(tokens: Tokens, i: int, words: WordTable) -> tuple[str, int]:
    """A short number of a score and its last token: 48, nil, forty-eight."""
    one, unit = _points(tokens.at(i), words), tokens.at(i + 2)
    if not one or tokens.at(i).isdecimal() or tokens.at(i + 1) != "-" or int(one) < _TWENTY or int(one) % _TEN:
        return one, i
    compound = unit in words.cardinals and 0 < words.cardinals[unit] < _TEN
    return (str(int(one) + int(words.cardinals[unit])), i + 2) if compound else (one, i)


def _points(word: str, words: WordTable) -> str:
    """A short number of a score in figures, or nothing; nil is 0."""
    if word.isdecimal():
        return word if len(word) <= SCORE_DIGITS else ""
    if word in words.nought:
        return "0"
    return str(int(words.cardinals[word])) if word in words.cardinals else ""


def _wickets(runs: str, lost: str) -> bool:
    """Whether two numbers may be a team's runs and the wickets that it lost: 212 for 3."""
    return runs.isdecimal() and int(runs) >= _TWENTY and int(lost) <= _TEN
