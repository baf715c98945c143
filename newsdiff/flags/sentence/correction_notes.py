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
    of_cue, expressions, always = _expressions(words)
    if not always and of_cue.keys().isdisjoint(sentence.bag):
        return None  # as of nearly all sentences
    standing = of_cue.keys() & sentence.bag
    likely = sorted(always.union(*(of_cue[cue] for cue in standing)))
    matches = (_compiled(expressions[n]).search(sentence.text) for n in likely)
    return next((match[0] for match in matches if match), None)


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
def _expressions(words: WordTable) -> tuple[dict[str, list[int]], tuple[str, ...], frozenset[int]]:
    """The numbers of the expressions of each cue, the expressions, and the numbers of those without a cue."""
    of_cue: dict[str, list[int]] = {}
    for n, (cues, _) in enumerate(words.corrections):
        for cue in cues.split():
            of_cue.setdefault(cue, []).append(n)
    always = frozenset(n for n, (cues, _) in enumerate(words.corrections) if not cues.split())
    return of_cue, tuple(expression for _, expression in words.corrections), always


@cache
def _compiled(expression: str) -> "re.Pattern[str]":
    return re.compile(expression, re.IGNORECASE)
