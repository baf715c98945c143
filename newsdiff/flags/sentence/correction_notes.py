"""Notes on a correction, clarification, update or withdrawal of the text itself."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newsdiff.flags.sentence.passages import Passage, Sentence
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Hunk, Op


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


def with_notes_apart(passages: Iterable[Passage], words: WordTable) -> Iterator[Passage]:
    """The passages, those in two in which a note stands where other text went, or the other way round: a note is
    nobody's counterpart.
    """
    for passage in passages:
        old, new, hunk = passage.old, passage.new, passage.hunk
        alone = old and new and not passage.kept and not any(p.old and p.new for p in passage.pairs)
        if not alone or passage.carried or {is_note(s, words) for s in old} & {is_note(s, words) for s in new}:
            yield passage
            continue
        for op, gone, came in ((Op.DELETE, hunk.old, ()), (Op.INSERT, (), hunk.new)):
            pairs = tuple(p for p in passage.pairs if (p.old if gone else p.new))
            yield Passage(Hunk(op, gone, came, hunk.old_index, hunk.new_index), pairs, ())


def heads_news(sentence: Sentence, words: WordTable) -> bool:
    """Whether what makes a sentence a note is but a heading over news: *Update:*, and no note stands behind it."""
    label = found(sentence, words) or ""
    if not label.lower().lstrip(" (*[_").startswith("update") or not label.endswith((":", ",")):
        return False
    _, _, rest = sentence.text.partition(label)
    return found(Sentence(rest.strip(), sentence.block, sentence.kind, words), words) is None


@cache
def _expressions(words: WordTable) -> tuple[frozenset[str], tuple[tuple[frozenset[str], str], ...]]:
    """The cues of all expressions (none, where an expression has no cue), and each expression with its own."""
    each = tuple((frozenset(cues.split()), expression) for cues, expression in words.corrections)
    return frozenset().union(*(cues for cues, _ in each)) if all(cues for cues, _ in each) else frozenset(), each


@cache
def _compiled(expression: str) -> "re.Pattern[str]":
    return re.compile(expression, re.IGNORECASE)
