"""A proper name stands on one side only, is replaced, or is spelled differently."""

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.flags.names.absent_names import absent
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.correction_notes import found
from newsdiff.flags.sentence.passages import Pair, Passage
from newsdiff.flags.sentence.word_forms import is_slip
from newsdiff.flags.value_pairs import changes, sides, span
from newsdiff.model import Flag, FlagKind, Severity


@rule
def name(comparison: Comparison) -> Iterator[Flag]:
    """Names that hold a word which the other side of the passage has nowhere."""
    if comparison.words is None:
        return
    for passage in comparison.passages:
        before, after = sides(passage, comparison)
        watched = list(_watched(passage, comparison.settings.names))
        yield from watched
        yield from (f for pair in passage.pairs if pair.old and pair.new for f in _other_initials(pair))
        if not before and not after:
            continue
        kept = (comparison.old_text,) if passage.whole else tuple(s.text for s in passage.kept)
        gone = absent(before, after, kept, comparison)
        came = absent(after, before, kept, comparison)
        for a, b in changes(passage, gone, came):
            if any(w.old in span(a) and w.new in span(b) for w in watched) or (
                not (a and b) and _has_own_kind(a or b, passage, comparison)
            ):
                continue
            yield Flag(
                FlagKind.NAME,
                Severity.MEDIUM,
                span(a),
                span(b),
                "",
                a.sentence.block if a else None,
                b.sentence.block if b else None,
                "another name" if a and b else "a name came" if b else "a name went",
            )


def _other_initials(pair: Pair) -> Iterator[Flag]:
    """Names of which but the initial before the last one differs: T. Krone, F. Krone."""
    assert pair.old and pair.new
    old, new = pair.old.tokens, pair.new.tokens
    for region in pair.alignment.apart:
        if len(region.old) != 1 or len(region.new) != 1:
            continue
        i, j = region.old.start, region.new.start
        letters = all(len(t.raw[n]) == 1 and t.raw[n].isupper() and t.at(n + 1) == "." for t, n in ((old, i), (new, j)))
        if letters and i + 2 < len(old) and old.raw[i + 2].istitle() and old.at(i + 2) == new.at(j + 2):
            spans, blocks = (old.span(i, i + 2), new.span(j, j + 2)), (pair.old.block, pair.new.block)
            yield Flag(FlagKind.NAME, Severity.MEDIUM, *spans, "", *blocks, "another initial")


def _has_own_kind(value: Value | None, passage: Passage, comparison: Comparison) -> bool:
    """Whether what came or went is told by another rule: it is but a label (at the head of a sentence: Rebels; in a
    language without a dictionary anywhere: Neonazi), or, in such a language, stands in a note that did.
    """
    words = comparison.words
    if value is None or words is None:
        return False
    if words.senses is not None and _misspelt(value, passage):
        return True
    if words.senses is not None:
        return value.first == value.last == 0 and bool(words.named and words.named.at(value.sentence.tokens.low, 0))
    label = found(value.sentence, words) if passage.counterpart(value.sentence) is None else None
    if label and not label.rstrip().endswith(":"):  # behind a colon stands news
        return True
    return value.first == value.last and bool(words.named and words.named.at(value.sentence.tokens.low, value.first))


def _misspelt(value: Value, passage: Passage) -> bool:
    """Whether the word at the head of a sentence is but a slip of the pen for the noun there: Officals."""
    other = passage.counterpart(value.sentence)
    words = value.sentence.words
    if other is None or words is None or not value.first == value.last == 0:
        return False
    return is_slip(value.sentence.tokens.at(0), other.tokens.at(0), words)


def _watched(passage: Passage, names: tuple[str, ...]) -> Iterator[Flag]:
    """The reader's own names that come or go."""
    hunk = passage.hunk
    for name in names:
        old, new = (len(_word(name).findall(text)) for text in (hunk.old_text, hunk.new_text))
        if old != new:
            yield Flag(
                FlagKind.NAME,
                Severity.HIGH,
                name if old > new else "",
                name if new > old else "",
                name,
                hunk.old_index if hunk.old else None,
                hunk.new_index if hunk.new else None,
                "a watched name came" if new > old else "a watched name went",
            )


@cache
def _word(name: str) -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
