"""Notes on a correction, clarification, update or withdrawal of the text itself."""

import re
from functools import cache

from newsdiff.flags.passage import Sentence
from newsdiff.model import BlockKind
from newsdiff.text.words.shape import Words


def is_note(sentence: Sentence, words: Words) -> bool:
    """Whether a sentence is a note on a change of the text itself."""
    if sentence.kind is BlockKind.CORRECTION:
        return True
    return _may_be(sentence, words) and found(sentence.text, words) is not None


def _may_be(sentence: Sentence, words: Words) -> bool:
    """A cheap look that spares most sentences the whole search."""
    return not words.notable or not words.notable.isdisjoint(sentence.bag)


def found(text: str, words: Words) -> str | None:
    """What makes a text such a note, or None."""
    matches = (p.search(text) for p in _patterns(words.corrections))
    return next((m[0] for m in matches if m), None)


@cache
def _patterns(sources: tuple[str, ...]) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile(s, re.IGNORECASE) for s in sources)
