"""A note on a correction, clarification, update or withdrawal comes, goes or changes."""

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.flags.passage import Passage, Sentence
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import BlockKind, Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words


@rule
def correction(comparison: Comparison) -> Iterator[Flag]:
    """Changed sentences that speak of a correction, an update or a withdrawal of the text itself."""
    words = comparison.words
    for passage in comparison.passages:
        old = [s for s in passage.old if is_note(s, words)]
        new = [s for s in passage.new if is_note(s, words)]
        if not old and not new:
            continue
        yield Flag(
            FlagKind.CORRECTION,
            Severity.HIGH,
            _text(old),
            _text(new),
            "",
            old[0].block if old else None,
            new[0].block if new else None,
            "a note came" if not old else "a note went" if not new else "a note changed",
        )


def is_note(sentence: Sentence, words: Words | None) -> bool:
    """Whether a sentence is a note on a change of the text itself."""
    if sentence.kind is BlockKind.CORRECTION:
        return True
    return words is not None and any(p.search(sentence.text) for p in _patterns(words.corrections))


def _text(notes: list[Sentence]) -> str:
    return " ".join(s.text for s in notes)


@cache
def _patterns(sources: tuple[str, ...]) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(s, re.IGNORECASE) for s in sources)


def notes(passage: Passage, words: Words | None) -> list[Sentence]:
    """The notes that came with a passage."""
    return [s for s in passage.new if is_note(s, words)]
