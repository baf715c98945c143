"""Words inside quotation marks differ, or marks are put around or taken from kept words."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

from newsdiff.flags.read.quotes import Quotation, quotations, quoted
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.alignment import Alignment
from newsdiff.flags.sentence.passages import Passage, Sentence
from newsdiff.flags.sentence.substance import ChangedRun
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.sentence.word_forms import acronym, is_slip, spelled_out
from newsdiff.flags.value_pairs import unmatched
from newsdiff.language.table import WordTable
from newsdiff.model import Block, BlockKind, Flag, FlagKind, Severity
from newsdiff.text.lazy_pattern import lazy_pattern

_MOST = 40  # changed quotations of a passage that are told: no reader can use more
_FEW = 2  # places of a quotation in which it is written otherwise and says the same
_ASIDE = lazy_pattern(r",\s+([^,.!?;:]{2,60})(?=[,.!?])", needs=",")  # words between commas, and the first of them
_SPOKEN_WORDS = 2  # in which a verb of saying stands: dit le maire, a expliqué le maire
_SHORT_WORDS = 5  # words: a longer quotation is cut to what changed


@rule
def quote(comparison: Comparison) -> Iterator[Flag]:
    """Quotations of which some words stand, or stand in marks, on one side only."""
    for passage in comparison.passages:
        if not passage.whole:
            yield from _passage_flags(passage, comparison)


def _passage_flags(passage: Passage, comparison: Comparison) -> Iterator[Flag]:
    hunk, words = passage.hunk, comparison.words
    before, after = quoted(_text(hunk.old)), quoted(_text(hunk.new))
    if before == after:
        return
    forms = (words.contractions, words.articles) if words else ({}, ())
    old, new = quotations(before, *forms), quotations(after, *forms)
    if [w for q in old for w in q.words] == [w for q in new for w in q.words]:
        return  # the same words, if cut by a "he said" otherwise
    if _letters(before) == _letters(after):
        return
    if words and words.thats and words.senses is None and _tells_speaker(before, after, words):
        return
    from newsdiff.flags.forms.works import is_work  # few passages come as far as this

    gone, came = unmatched(old, new, attrgetter("words"))
    notes = [s.text for s in passage.old if comparison.note_gone(s, passage)] if gone else []
    for a, b in islice(_paired(gone, came), _MOST):
        if a and not b and any(a.text in note for note in notes):
            continue
        both = a is not None and b is not None
        if (not a or _named(a, passage.old, hunk.new_text, comparison, of=both)) and (
            not b or _named(b, passage.new, hunk.old_text, comparison, of=both)
        ):
            continue
        if (a and not b and is_work(a.text, hunk.new_text, words)) or (
            b and not a and is_work(b.text, hunk.old_text, words)
        ):
            continue
        a, b = a or _counterpart(b, old), b or _counterpart(a, new)
        if a and b and a.words != b.words and words and _is_form(a.text, b.text, words):
            continue
        yield Flag(
            FlagKind.QUOTE,
            Severity.HIGH,
            _span(a, b),
            _span(b, a),
            "",
            hunk.old_index,
            hunk.new_index,
            "the quoted words differ" if a and b else "quotation marks came" if b else "quotation marks went",
        )


def _named(quotation: Quotation, mine: Sequence[Sentence], other: str, comparison: Comparison, *, of: bool) -> bool:
    """Whether quoted words are but the title of a work, a name, of which the other side has not the words; where others
    stand in their place, a preposition has to stand before the marks: the star of "X", no banner that reads "X".
    """
    title = quotation.text.strip(" ,.")
    if comparison.words is None or not title[:1].isalnum() or title in other:
        return False
    from newsdiff.flags.names.quoted_titles import quoted_titles

    titles = (
        s.tokens.span(t.start, t[-1])
        for s in mine
        for t in quoted_titles(s, comparison.words)
        if not of or s.tokens.at(t.start - 2) in comparison.words.prepositions
    )
    return any(title == found for found in titles)


def _is_form(old: str, new: str, words: WordTable) -> bool:
    """Whether two quoted texts say the same in the same words."""
    if words.variants:
        return _same_form(old, new, words) or _same_values(old, new, words)
    before, after = Tokens(old), Tokens(new)
    apart = Alignment(before, after, words).apart
    if len(apart) > _FEW:
        return False
    return all(_is_slip_or_letters(before, after, region, words) for region in apart) or _same_values(old, new, words)


def _same_values(old: str, new: str, words: WordTable) -> bool:
    """Whether two quoted texts tell the same dates and quantities in other forms, and all else in the same words: five
    million, 5,000,000; 6pm, 18:00.
    """
    from newsdiff.flags.read.sentence_values import SentenceValues
    from newsdiff.flags.rules.number import same_quantity

    told: list[tuple[list[str], SentenceValues]] = []
    for text in (old, new):
        sentence = Sentence(text, 0, BlockKind.PARAGRAPH, words)
        read = SentenceValues(sentence, words)
        if not read.quantities and not read.dates:
            return False
        spans = [(v.first, v.last) for v in read.quantities] + [(v.first, v.last) for v in read.dates]
        taken = {i for first, last in spans for i in range(first, last + 1)}
        low = sentence.tokens.low
        told.append(([w for i, w in enumerate(low) if i not in taken and w[0].isalnum()], read))
    (one, a), (other, b) = told
    same = (
        one == other
        and len(a.quantities) == len(b.quantities)
        and [v.parts for v in a.dates] == [v.parts for v in b.dates]
    )
    return same and all(same_quantity(words, x, y) for x, y in zip(a.quantities, b.quantities, strict=True))


def _is_slip_or_letters(old: Tokens, new: Tokens, region: ChangedRun, words: WordTable) -> bool:
    """Whether a place of a quotation is but a slip of the pen, or letters for the words that they stand for."""
    a, b = (t.low[r.start : r.stop] for t, r in zip((old, new), region, strict=True))
    if len(a) == len(b) == 1:
        return is_slip(a[0], b[0], words)
    for short, tokens, run in ((old, new, region.new), (new, old, region.old)):
        places = region.old if short is old else region.new
        letters = acronym(short.raw[places.start]) if len(places) == 1 else ""
        if letters and spelled_out(tokens, letters) == list(run):
            return True
    return False


def _same_form(old: str, new: str, words: WordTable) -> bool:
    """Whether two quoted texts say the same in the same words, as their language spells them in several ways."""
    from newsdiff.flags.forms.accents import accents_tell
    from newsdiff.flags.forms.same_words import same_words

    sides = Tokens(old), Tokens(new)
    if accents_tell(*sides, words):
        return False
    same = same_words(*sides, words)
    return all(
        i in places or not low[0].isalnum()
        for t, places in zip(sides, same, strict=True)
        for i, low in enumerate(t.low)
    )


def _letters(texts: list[str]) -> str:
    """Quoted texts without marks and spaces: its and it's are but spelled otherwise."""
    return "".join(filter(str.isalnum, "".join(texts).lower()))


def _tells_speaker(before: list[str], after: list[str], words: WordTable) -> bool:
    """Whether one of two sides but names inside the marks who speaks."""
    return _spoken(before, words) == _letters(after) or _letters(before) == _spoken(after, words)


def _spoken(texts: list[str], words: WordTable) -> str:
    """Quoted texts by their letters, without who speaks between commas: « Tout est perdu, dit le maire, tout. »"""

    def cut(found: "re.Match[str]") -> str:
        head = found[1].lower().split()[:_SPOKEN_WORDS]
        return "" if any(word in words.sayings for word in head) else found[0]

    return _letters([_ASIDE.sub(cut, text) for text in texts])


def _text(blocks: tuple[Block, ...]) -> str:
    """The text of blocks; a block that is set as a quotation counts as one, with or without marks."""
    return "\n".join(_quoted(b) for b in blocks)


def _quoted(block: Block) -> str:
    bare = block.kind is BlockKind.QUOTE and not any(mark in block.text for mark in '“”"«»„')
    return f"“{block.text}”" if bare else block.text


def _paired(gone: list[Quotation], came: list[Quotation]) -> Iterator[tuple[Quotation | None, Quotation | None]]:
    left = list(came)
    for a in gone:
        b = max(left, key=lambda q: len(q.bag & a.bag), default=None)
        if b:
            left.remove(b)
        yield a, b
    yield from ((None, b) for b in left)


def _counterpart(quotation: Quotation | None, others: list[Quotation]) -> Quotation | None:
    """The other side's quotation that holds most of its words: words were only taken out, or put in."""
    if quotation is None:
        return None
    words = quotation.bag
    best = max(others, key=lambda q: len(words & q.bag), default=None)
    return best if best and 2 * len(words & best.bag) > len(words) else None


def _span(mine: Quotation | None, other: Quotation | None) -> str:
    if mine is None:
        return ""
    words = mine.text.split()
    if len(words) <= _SHORT_WORDS or other is None:
        return mine.text.strip(" ,.")
    theirs = other.text.split()
    first = next(
        (i for i, (a, b) in enumerate(zip(words, theirs, strict=False)) if a != b), min(len(words), len(theirs)) - 1
    )
    tail = next((i for i, (a, b) in enumerate(zip(words[::-1], theirs[::-1], strict=False)) if a != b), 0)
    last = max(first, len(words) - 1 - tail)
    shown = words[first : last + 2]
    return " ".join(shown) + (" …" if last + 2 < len(words) else "")
