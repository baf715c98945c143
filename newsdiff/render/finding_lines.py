"""A finding in words: how grave, what kinds, where, and the changed words marked in their sentence."""

from collections.abc import Iterator, Sequence

from newsdiff.model import Finding, FlagKind, Report, Severity
from newsdiff.named_tuple import NamedTuple
from newsdiff.render.layout import Span, block_names
from newsdiff.text.scrub import visible
from newsdiff.text.tokens import units
from newsdiff.text.typography import fold

# A mark beside the word, so that nobody needs colour, or to read, to see how grave a finding is.
_MOST_CELLS = 40_000  # units of both sides, multiplied: quotations have some twenty words, and a page may have none
MARKS = {Severity.HIGH: "!!", Severity.MEDIUM: "! ", Severity.LOW: "- "}


def kinds(finding: Finding) -> str:
    """``event, number``: the kinds of its flags, its own first, each once."""
    return ", ".join(finding.kinds)


def subject(finding: Finding) -> str:
    """``Donald Trump``: the persons or things that its flags are about, at most two."""
    found = dict.fromkeys(flag.subject for flag in finding.flags if flag.subject)
    return ", ".join(" ".join(visible(text).split()) for text in list(found)[:2])


class BlockNames(NamedTuple):
    """What the blocks of both sides are called; made once for all findings of a report."""

    old: list[str]
    new: list[str]


def names(report: Report) -> BlockNames:
    """The names of a report's blocks."""
    return BlockNames(block_names(report.diff.old.blocks), block_names(report.diff.new.blocks))


def place(finding: Finding, names: BlockNames) -> str:
    """``paragraph 2, and 3 more places``; empty where a finding is about no block."""
    sides = ((names.new, finding.new_block), (names.old, finding.old_block))
    name = next((side[at] for side, at in sides if at is not None and at < len(side)), "")
    more = finding.count - 1
    return f"{name}, and {more} more place{'s' * (more != 1)}".lstrip(", ") if more else name


def where(finding: Finding, place: str) -> str:
    """``high, paragraph 2``: its severity, and its place in whatever form."""
    return f"{finding.severity}, {place}" if place else finding.severity


def title(finding: Finding, names: BlockNames) -> str:
    """``!! event, date (high, paragraph 2)``: its mark, kinds, severity and place."""
    return f"{MARKS[finding.severity]} {kinds(finding)} ({where(finding, place(finding, names))})"


def spans(finding: Finding) -> tuple[Span, ...]:
    """The quoted words with what went and what came; all of it where one side alone is quoted."""
    old, new = visible(finding.old), visible(finding.new)
    if finding.kind is FlagKind.MOVED:
        return (Span(new or old, "to"),)
    return changed_words(old, new)


def changed_words(old: str, new: str) -> tuple[Span, ...]:
    """Two texts as one, with the words that went and came marked; of one alone, all of it."""
    if not old or not new:
        return (Span(new or old, "insert" if new else "delete"),)
    return tuple(_marked(units(old), units(new)))


def _marked(old: list[str], new: list[str]) -> Iterator[Span]:
    """Runs of words that both sides share, and between them what went and what came."""
    bare = [fold(u).rstrip() for u in old], [fold(u).rstrip() for u in new]
    i = j = 0
    for a, b, size in [*_shared(*bare), (len(old), len(new), 0)]:
        gone, come = "".join(old[i:a]), "".join(new[j:b])
        if gone or come:
            yield from (Span(gone.rstrip(), "delete"),) if gone else ()
            yield from (Span(come.rstrip(), "insert"),) if come else ()
            yield from (Span(" "),) if (come or gone)[-1:].isspace() else ()
        if size:
            same = "".join(new[b : b + size])
            # The last word of a side has no space behind it; where words went behind it, the other side's has.
            yield Span(same + " " * (old[a + size - 1][-1:].isspace() and not same[-1:].isspace()))
        i, j = a + size, b + size


def _shared(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The longest common run of words, over and over: (place in old, place in new, words), in order."""
    size, a, b = _longest(old, new) if len(old) * len(new) <= _MOST_CELLS else (0, 0, 0)
    if not size:
        return
    yield from _shared(old[:a], new[:b])
    yield a, b, size
    for x, y, further in _shared(old[a + size :], new[b + size :]):
        yield a + size + x, b + size + y, further


def _longest(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """The length and the places of the longest run of words that stands on both sides."""
    best = (0, 0, 0)
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(new):
        places.setdefault(word, []).append(j)
    for i, word in enumerate(old):
        row = {j: before.get(j - 1, 0) + 1 for j in places.get(word, ())}
        for j, size in row.items():
            if size > best[0]:
                best = size, i - size + 1, j - size + 1
        before = row
    return best
