"""A whole paragraph or sentence goes, comes or moves; a note on a correction has a flag of its own."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.passages import Carried, Passage, Sentence
from newsdiff.flags.sentence.substance import key_of
from newsdiff.flags.sentence.tokens import stem
from newsdiff.language.lists import phrases
from newsdiff.language.word_cache import MOST_WORDS
from newsdiff.model import BlockKind, Flag, FlagKind, Hunk, Op, Severity

_OTHERS = frozenset((BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE))  # they have rules of their own
_KEPT_SHARE = 0.9  # of its words that a sentence shares with one that it was cut from
_LINK_WORDS = 5
LEAST_WORDS = 3  # words: less is no sentence


@rule
def whole(comparison: Comparison) -> Iterator[Flag]:
    """Moved paragraphs, and sentences with nothing in their place."""
    for hunk in comparison.diff.hunks:
        if hunk.op is Op.MOVE:
            yield _moved_flag(hunk)
    for passage in comparison.passages:
        if passage.whole:
            yield from _paragraphs(passage, comparison)
        else:
            yield from _sentences(passage, comparison)
        yield from map(_carried_flag, passage.carried)


def _carried_flag(carried: Carried) -> Flag:
    reason = "the sentence stands elsewhere in the text"
    return Flag(FlagKind.MOVED, Severity.LOW, carried.old, carried.new, "", *carried[2:], reason)


def _moved_flag(hunk: Hunk) -> Flag:
    return Flag(
        FlagKind.MOVED,
        Severity.LOW,
        hunk.old_text,
        hunk.new_text,
        "",
        hunk.old_index,
        hunk.new_index,
        "the paragraph stands elsewhere",
    )


def _paragraphs(passage: Passage, comparison: Comparison) -> Iterator[Flag]:
    """A flag for the paragraph, not one for each of its sentences."""
    hunk = passage.hunk
    side = passage.old or passage.new
    if not side or side[0].kind in _OTHERS or any(comparison.noted(s) for s in side):
        return
    yield _flag(hunk.old_text, hunk.new_text, hunk.old_index, hunk.new_index, "paragraph")


def _sentences(passage: Passage, comparison: Comparison) -> Iterator[Flag]:
    for pair in passage.pairs:
        alone = pair.new or pair.old
        if (pair.old and pair.new) or alone is None or _slight(alone) or comparison.noted(alone):
            continue
        if _split(alone, passage, comparison):
            continue
        yield _flag(
            pair.old.text if pair.old else "",
            pair.new.text if pair.new else "",
            pair.old.block if pair.old else passage.hunk.old_index,
            pair.new.block if pair.new else passage.hunk.new_index,
            "sentence",
        )


def _split(sentence: Sentence, passage: Passage, comparison: Comparison) -> bool:
    """Whether a sentence was cut from one of the other side, or joined to it: its words stand there in their order."""
    stop = comparison.words.stop if comparison.words else frozenset[str]()
    telling = [_form(w) for w in _words(sentence) if w not in stop]
    others = passage.new if sentence in passage.old else passage.old
    least = _KEPT_SHARE * len(telling)
    return any(_kept(telling, other) >= least and _kept_in_order(telling, other) >= least for other in others)


def _kept_in_order(telling: Sequence[str], other: Sentence) -> int:
    """How many words stand in another sentence, each behind the one before it."""
    low, at, kept = _forms(other), 0, 0
    for word in telling:
        if word in low[at:]:
            at = low.index(word, at) + 1
            kept += 1
    return kept


def _kept(telling: Sequence[str], other: Sentence) -> int:
    """How many words stand in another sentence at all."""
    return sum(map(frozenset(_forms(other)).__contains__, telling))


@lru_cache(maxsize=64)  # all sentences of a paragraph are asked about for each of them that came or went
def _forms(sentence: Sentence) -> list[str]:
    """The words of a sentence without their endings."""
    return list(map(_form, _words(sentence)))


def _words(sentence: Sentence) -> list[str]:
    return [w for w in sentence.tokens.low if w[0].isalnum()]


@lru_cache(maxsize=MOST_WORDS)
def _form(word: str) -> str:
    """A word without its ending, as every style would write it."""
    return stem(key_of(word))


def _slight(sentence: Sentence) -> bool:
    return sentence.kind in _OTHERS or len(sentence.bag) < LEAST_WORDS or _link(sentence)


def _link(sentence: Sentence) -> bool:
    """Whether a sentence is but the words of a link, as pages have them: find out more here."""
    if len(sentence.bag) > _LINK_WORDS:
        return False
    said = [w for w in _words(sentence) if w.isalpha()]
    return " ".join(said) in phrases("labels") or " ".join(said[:-1]) in phrases("labels")


def _flag(old: str, new: str, old_block: int, new_block: int, what: str) -> Flag:
    if new:
        return Flag(FlagKind.ADDED, Severity.LOW, "", new, "", None, new_block, f"a whole {what} came")
    return Flag(FlagKind.DELETED, Severity.MEDIUM, old, "", "", old_block, None, f"a whole {what} went")
