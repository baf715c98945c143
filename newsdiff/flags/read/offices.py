"""Offices, honorifics and standings, read with the person they belong to."""

from dataclasses import dataclass

from newsdiff.flags.passage import Sentence
from newsdiff.flags.token import Tokens, lexicon
from newsdiff.text.words.shape import Words


@dataclass(frozen=True)
class Title:
    """A title's tokens (inclusive), its parts in normal form, and the person it stands beside, if any."""

    sentence: Sentence
    first: int
    last: int
    parts: frozenset[str]
    person: str

    @property
    def span(self) -> str:
        """Its words as they stand."""
        return self.sentence.tokens.span(self.first, self.last)


def titles(sentence: Sentence, words: Words) -> list[Title]:
    """The titles of a sentence: runs of standings, honorifics, capitalised words and heads of an office."""
    tokens = sentence.tokens
    heads = {i: name for i, past, name in lexicon(words.offices).find(tokens.low) for i in range(i, past)}
    found: list[Title] = []
    i = 0
    while i < len(tokens):
        if not _title_word(tokens, i, words, heads):
            i += 1
            continue
        first = last = i
        while _title_word(tokens, last + 1, words, heads) or (
            tokens.at(last + 1) in ("-", "and", ".") and _title_word(tokens, last + 2, words, heads)
        ):
            last += 1
        parts = frozenset(_part(tokens, j, words, heads) for j in range(first, last + 1)) - {""}
        first = _start(tokens, first, words)
        found.append(Title(sentence, first, last, parts, _person(tokens, first, last, words)))
        i = last + 1
    return found


def _title_word(tokens: Tokens, i: int, words: Words, heads: dict[int, str]) -> bool:
    word = tokens.at(i)
    if not word:
        return False
    if i in heads or word in words.honorifics:
        return word != "sen" or tokens.raw[i][0].isupper()
    if word in words.post_nominals:
        return tokens.raw[i].isupper() or tokens.raw[i] in ("PhD", "MPs")
    return word in words.standings


def _part(tokens: Tokens, i: int, words: Words, heads: dict[int, str]) -> str:
    word = tokens.low[i]
    if i in heads:
        return heads[i]
    return words.honorifics.get(word) or words.standings.get(word) or (word if word in words.post_nominals else "")


def _start(tokens: Tokens, first: int, words: Words) -> int:
    """Where a reader would begin to quote: with the capitalised words before the head."""
    while first and tokens.raw[first - 1][0].isupper() and tokens.raw[first - 1].lower() not in words.stop:
        first -= 1
    return first


def _person(tokens: Tokens, first: int, last: int, words: Words) -> str:
    """The capitalised run behind a title, or behind a comma before it."""
    i = last + 1
    while tokens.at(i) in (",", "."):
        i += 1
    run = []
    while i < len(tokens) and tokens.raw[i][0].isupper() and tokens.low[i] not in words.stop:
        run.append(i)
        i += 1
    return tokens.span(run[0], run[-1]) if run else ""
