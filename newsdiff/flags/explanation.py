"""Why an edit was flagged, and why another was not (``diff --explain``)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import MOST_CHARACTERS_READ, MOST_PASSAGES_READ, Pair, Passage, Sentence, exceed
from newsdiff.flags.sentence.substance import GRAMMAR
from newsdiff.model import Diff, Edit, Flag, FlagKind, FlagSettings, Hunk, Level, Op

_FORM = {
    Level.TYPOGRAPHY: "only the style of quotes, dashes or spaces differs",
    Level.FORM: "only the form differs: spelling, case, number style or abbreviation",
    Level.SUBSTANCE: "only marks or words of grammar differ",
}
_WHOLE = frozenset((FlagKind.HEADLINE, FlagKind.ADDED, FlagKind.DELETED, FlagKind.MOVED))  # the edit is what they quote
_READ = "read as a value (a date, number, title or name) or a phrase that says the same on both sides"
_UNREAD = (
    f"not judged: it stands behind the first {MOST_CHARACTERS_READ:,} characters or {MOST_PASSAGES_READ:,} paragraphs "
    "that changed"
)

_MOST_FLAGS = 200  # flags of one hunk that its edits are explained by: no reader reads more


@dataclass(frozen=True, slots=True)
class Explanation:
    """One edit, the flags it is part of, and the reason for them or for their absence."""

    old: str
    new: str
    old_block: int
    new_block: int
    flags: tuple[Flag, ...]
    why: str


def explanations(diff: Diff, flags: tuple[Flag, ...]) -> tuple[Explanation, ...]:
    """Every edit of a comparison in reading order of new."""
    read = Comparison(diff, FlagSettings()).passages
    passages = {id(p.hunk): p for p in read}
    last = read[-1].hunk if read and exceed(diff) else None
    old: dict[int | None, list[int]] = defaultdict(list)
    new: dict[int | None, list[int]] = defaultdict(list)
    for n, flag in enumerate(flags):
        old[flag.old_block].append(n)
        new[flag.new_block].append(n)
    found: list[Explanation] = []
    for hunk in diff.hunks:
        if hunk.op is not Op.EQUAL:
            here = {n for i in range(hunk.old_index, hunk.old_index + len(hunk.old)) for n in old.get(i, ())}
            here.update(n for j in range(hunk.new_index, hunk.new_index + len(hunk.new)) for n in new.get(j, ()))
            mine = [flags[n] for n in sorted(here)[:_MOST_FLAGS]]
            found += _of_hunk(hunk, mine, passages.get(id(hunk)), last)
    return tuple(found)


def _unread(edit: Edit, hunk: Hunk, last: Hunk) -> bool:
    """Whether an edit of a hunk stands behind the last part that was read."""
    start, end = hunk.old_index + hunk.new_index, last.old_index + last.new_index
    if edit.level is not Level.SUBSTANCE or start > end:
        return edit.level is Level.SUBSTANCE
    if start + len(hunk.old) + len(hunk.new) <= end:
        return False
    sides = (hunk.old_text, last.old_text, edit.old_start), (hunk.new_text, last.new_text, edit.new_start)
    return all(not part or at >= whole.find(part) + len(part) for whole, part, at in sides)


def _of_hunk(hunk: Hunk, here: Sequence[Flag], passage: Passage | None, last: Hunk | None) -> Iterator[Explanation]:
    edits = [e for e in hunk.edits if e.op is not Op.EQUAL]
    texts = hunk.old_text, hunk.new_text
    for edit in edits or [Edit(hunk.op, *texts, 0, 0)]:
        unread = last is not None and _unread(edit, hunk, last)
        mine = () if unread else tuple(f for f in here if _concerns(edit, f, *texts))
        why = _UNREAD if unread else "; ".join(map(_rule_and_reason, mine)) or _quiet(edit, passage)
        yield Explanation(edit.old, edit.new, hunk.old_index, hunk.new_index, mine, why)


def _rule_and_reason(flag: Flag) -> str:
    """The rule, how grave it is, why, and the words it rests on: *event (high): from arrested to charged ("arrested" ->
    "charged")*.
    """
    head = f"{flag.kind} ({flag.severity}): {flag.reason}"
    if flag.kind in _WHOLE:
        return head
    spans = " -> ".join(f'"{span}"' if span else "nothing" for span in (flag.old, flag.new))
    return f"{head} ({spans})"


def _quiet(edit: Edit, passage: Passage | None) -> str:
    """Why the words of an edit make no flag."""
    if edit.level is not Level.SUBSTANCE or passage is None:
        return _FORM[edit.level]
    told: dict[str, list[str]] = {}
    for pair in passage.pairs:
        for word, reason in _reasons(edit, passage, pair) if pair.old and pair.new else ():
            told.setdefault(reason, []).append(f'"{word}"')
    if len(told) > 1:
        told.pop(GRAMMAR, None)
    return (
        "; ".join(f"{', '.join(dict.fromkeys(words))}: {reason}" for reason, words in told.items()) or _FORM[edit.level]
    )


def _reasons(edit: Edit, passage: Passage, pair: Pair) -> Iterator[tuple[str, str]]:
    """Each changed word of a pair of sentences that an edit holds, and why it makes no flag."""
    assert pair.old and pair.new
    texts = passage.hunk.old_text, passage.hunk.new_text
    spans = (edit.old_start, edit.old), (edit.new_start, edit.new)
    for side, sentence in enumerate((pair.old, pair.new)):
        for i in _inside(sentence, texts[side], *spans[side]):
            word = sentence.tokens.raw[i]
            if i in pair.alignment.touched[side] and word[0].isalnum():
                quiet = pair.alignment.substance.quiet(side, i)
                yield word, _READ if word[0].isdecimal() and quiet == GRAMMAR else quiet or _READ


def _inside(sentence: Sentence, text: str, start: int, span: str) -> Iterator[int]:
    """The tokens of a sentence that begin inside a span of the text that it stands in."""
    offset = text.find(sentence.text)
    for i, at in enumerate(sentence.tokens.start):
        if offset >= 0 and start <= offset + at < start + len(span):
            yield i


def _concerns(edit: Edit, flag: Flag, old: str, new: str) -> bool:
    """Whether the span of a flag, where it stands in the old or new text of a hunk, overlaps an edit."""
    return _overlap(old, flag.old, edit.old_start, len(edit.old)) or _overlap(
        new, flag.new, edit.new_start, len(edit.new)
    )


def _overlap(text: str, span: str, start: int, length: int) -> bool:
    if not span:
        return False
    span = span.removesuffix(" …")
    return text.find(span, max(0, start - len(span)), start + max(length, 1) - 1 + len(span)) >= 0
