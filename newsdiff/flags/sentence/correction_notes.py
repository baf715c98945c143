"""Notes on a correction, clarification, update or withdrawal of the text itself."""

import re
from functools import cache

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind


def is_note(sentence: Sentence, words: WordTable) -> bool:
    """Whether a sentence is a note on a change of the text itself."""
    return sentence.kind is BlockKind.CORRECTION or found(sentence, words) is not None


def found(sentence: Sentence, words: WordTable) -> str | None:
    """What makes a sentence such a note, or None; an expression is tried where one of its words stands."""
    cues_of_all, expressions = _expressions(words)
    if cues_of_all and cues_of_all.isdisjoint(sentence.bag):
        return None
    for cues, expression in expressions:
        if (not cues or not cues.isdisjoint(sentence.bag)) and (match := _compiled(expression).search(sentence.text)):
            return match[0]
    return None


@cache
def _expressions(words: WordTable) -> tuple[frozenset[str], tuple[tuple[frozenset[str], str], ...]]:
    """The cues of all expressions (none, where an expression has no cue), and each expression with its own."""
    each = tuple((frozenset(cues.split()), expression) for cues, expression in words.corrections)
    return frozenset().union(*(cues for cues, _ in each)) if all(cues for cues, _ in each) else frozenset(), each


@cache
def _compiled(expression: str) -> "re.Pattern[str]":
    return re.compile(expression, re.IGNORECASE)
