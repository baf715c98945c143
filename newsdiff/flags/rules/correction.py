"""A note on a correction, clarification, update or withdrawal comes, goes or changes."""

from collections.abc import Iterator

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.correction_notes import found, heads_news
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.language.telling_words import words_of_grammar
from newsdiff.model import BlockKind, Flag, FlagKind, Severity

_TURNS = frozenset(("modals", "negators"))  # lists of words that make no note of one: will be, was not corrected
_HEAD = 60  # code points in which a note's heading ends


@rule
def correction(comparison: Comparison) -> Iterator[Flag]:
    """Changed sentences that speak of a correction, an update or a withdrawal of the text itself."""
    for passage in comparison.passages:
        changed = [
            p
            for p in passage.pairs
            if _noted(p, comparison) or _goes_on(p, passage, comparison) or _added(p, passage, comparison)
        ]
        if changed:
            yield _flag(passage, changed, comparison)


def _noted(pair: Pair, comparison: Comparison) -> bool:
    old, new = (bool(s and comparison.noted(s)) for s in (pair.old, pair.new))
    if (old or new) and _said_alike(pair):
        return False
    return old != new or (old and not _redated(pair, comparison) and not _labelled(pair, comparison))


def _said_alike(pair: Pair) -> bool:
    """Whether both sentences say the same in another form: has been corrected, was corrected."""
    if not pair.old or not pair.new or any(pair.alignment.changed):
        return False
    old, new = (
        [*(w for w in s.tokens.low if w[0].isdecimal()), *sorted(_TURNS & s.hits.keys())] for s in (pair.old, pair.new)
    )
    return old == new


def _goes_on(pair: Pair, passage: Passage, comparison: Comparison) -> bool:
    """Whether an edited sentence goes on with a note that both sides have: *Clarification: ... It banned the sale.*"""
    words, sentence = comparison.words, pair.new
    if words is None or sentence is None or pair.old is None:
        return False
    ahead = (s for s in passage.kept if ":" in s.text[:_HEAD] and _stands_before(s, sentence, passage))
    heads = (found(s, words) for s in ahead if comparison.noted(s))
    return any(h and h.endswith(":") and not h.lower().startswith("update") for h in heads)


def _stands_before(kept: Sentence, sentence: Sentence, passage: Passage) -> bool:
    """Whether a kept sentence stands before one of the new side in their block."""
    texts = (block.text.partition(sentence.text) for block in passage.hunk.new)
    return kept.block == sentence.block and any(found and kept.text in ahead for ahead, found, _ in texts)


def _added(pair: Pair, passage: Passage, comparison: Comparison) -> bool:
    """Whether a sentence came or went in a block that begins with a note on both sides: it is part of that note."""
    alone = pair.old or pair.new
    if comparison.words is None or alone is None or (pair.old and pair.new):
        return False
    mine = passage.new if pair.new else passage.old
    ahead = next((s for s in (*passage.kept, *mine) if s is not alone and s.block == alone.block), None)
    blocks = passage.hunk.new if pair.new else passage.hunk.old
    return ahead is not None and any(b.text.startswith(ahead.text) for b in blocks) and comparison.noted(ahead)


def _labelled(pair: Pair, comparison: Comparison) -> bool:
    """Whether a note still stands, and what was edited is the sentence around it, or the news behind *Update:*."""
    words = comparison.words
    labels = {found(s, words) for s in (pair.old, pair.new) if s and words}
    label = str(labels.pop() or "") if len(labels) == 1 else ""
    if not label or pair.new is None:
        return False
    ahead = pair.new.text.partition(label)[0].strip(" (*[_")
    heading = words is not None and heads_news(pair.new, words)
    plain = words is not None and words.determiners.issuperset(ahead.lower().split())  # an update to this article
    return (not plain and ahead[-1] != ":") or heading  # Note: This story was updated ...


def _redated(pair: Pair, comparison: Comparison) -> bool:
    """Whether only a note's date differs: a matter of the date rule."""
    if pair.old is None or pair.new is None or comparison.words is None:
        return False
    dated = [_undated(s, comparison) for s in (pair.old, pair.new)]
    return dated[0] == dated[1]


def _undated(sentence: Sentence, comparison: Comparison) -> list[str]:
    """The words of substance outside dates: *Aktualisiert am ... um* and *Aktualisiert:* say the same."""
    dated, words = comparison.read(sentence).dated, comparison.words
    idle = words_of_grammar(words) | words.oclock | words.clock_leads | words.day_leads if words else frozenset[str]()
    kept = (w for i, w in enumerate(sentence.tokens.low) if i not in dated and w[0].isalnum())
    return [w for w in kept if w not in idle]


def _flag(passage: Passage, changed: list[Pair], comparison: Comparison) -> Flag:
    part = [p for p in changed if _goes_on(p, passage, comparison) or _added(p, passage, comparison)]
    old = [s for p in changed if (s := p.old) and (comparison.noted(s) or p in part)]
    new = [s for p in changed if (s := p.new) and (comparison.noted(s) or p in part)]
    return Flag(
        FlagKind.CORRECTION,
        Severity.HIGH,
        " ".join(_quoted(s, passage, comparison) for s in old),
        " ".join(_quoted(s, passage, comparison) for s in new),
        "",
        old[0].block if old else None,
        new[0].block if new else None,
        "a note changed" if old and new else "a note came" if new else "a note went",
    )


def _quoted(sentence: Sentence, passage: Passage, comparison: Comparison) -> str:
    """A whole note, or the part of a kept sentence that is one."""
    other = passage.counterpart(sentence)
    if other is None or comparison.noted(other) or sentence.kind is BlockKind.CORRECTION or comparison.words is None:
        return sentence.text
    return found(sentence, comparison.words) or sentence.text
