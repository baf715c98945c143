"""Titles of works, ships and the like in quotation marks: names, and no words that somebody said."""

from collections.abc import Iterator

from newsdiff.flags.names.title_case import title_case
from newsdiff.flags.read.inside_quotes import opens_quotation
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

_MOST_WORDS = 8  # of a title
_SMALL_LETTERS = 4  # of a word inside a title that may be written small: of, the, with
_QUOTES = frozenset("\"'")
_JOINTS = frozenset("-'&:")  # inside a title


def quoted_titles(sentence: Sentence, words: WordTable) -> tuple[range, ...]:
    """The tokens between marks that are two words or more with capitals, or one inside a name, in a sentence that
    writes others small: the show "60 Minutes", the ship 'Ursa Major', Andrew "Twiggy" Forrest.
    """
    tokens = sentence.tokens
    if words.senses is None or ('"' not in tokens.low and "'" not in tokens.low):
        return ()
    found = tokens.readings.get(quoted_titles)
    if found is None:
        small = tokens.running and not title_case(tokens, sentence.kind, words)
        found = tokens.readings[quoted_titles] = tuple(_titles(tokens, words)) if small else ()
    assert isinstance(found, tuple)
    return found


def _titles(tokens: Tokens, words: WordTable) -> Iterator[range]:
    past = 0
    for i, mark in enumerate(tokens.low):
        if i < past or mark not in _QUOTES or not _opens(tokens, i):
            continue
        close = next((j for j in range(i + 1, len(tokens)) if tokens.low[j] == mark and tokens.glued(j)), 0)
        past = close + 1
        end = close - (tokens.at(close - 1) in (",", "."))
        if close and not _spoken(tokens, i, close, words):
            places = range(i + 1, end)
            if _is_title(tokens, places) or (len(places) == 1 and _inside_name(tokens, i, close, words)):
                yield places


def _inside_name(tokens: Tokens, i: int, close: int, words: WordTable) -> bool:
    """Whether a word in marks stands between the names of somebody: Andrew "Twiggy" Forrest."""
    around = tokens.raw[max(0, i - 1) : i] + tokens.raw[i + 1 : i + 2] + tokens.raw[close + 1 : close + 2]
    return len(around) > 2 and all(w.isalpha() and w.istitle() for w in around) and tokens.low[i - 1] not in words.stop


def _spoken(tokens: Tokens, i: int, close: int, words: WordTable) -> bool:
    """Whether what leads up to marks, or stands behind them, tells that somebody says the words."""
    before = tokens.at(i - 1 - (tokens.at(i - 1) == ","))
    told = before in words.sayings and before not in words.works  # but: the show "Ten to Nine"
    return told or before == ":" or tokens.at(close + 1) in words.sayings


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a token is a mark that opens a quotation."""
    if tokens.low[i] == '"':
        return tokens.glued(i + 1) and not tokens.glued(i)
    return opens_quotation(tokens, i)


def _is_title(tokens: Tokens, places: range) -> bool:
    """Whether the words at some places begin with capitals, but for small ones inside."""
    raw = [tokens.raw[i] for i in places if tokens.low[i] not in _JOINTS]
    if not 1 < len(raw) <= _MOST_WORDS or not all(w.replace("'", "").isalnum() for w in raw):
        return False
    small = [w for w in raw[1:-1] if w[0].islower()]
    ends = all(w[0].isupper() or w[0].isdecimal() for w in (raw[0], raw[-1]))
    return ends and all(len(w) <= _SMALL_LETTERS for w in small) and any(w.istitle() and len(w) > 2 for w in raw)
