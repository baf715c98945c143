"""A person's office, job title, rank, honorific or standing differs."""

from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.read.offices import Title
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.passages import Passage, Sentence
from newsdiff.model import Flag, FlagKind, Severity


@rule
def title(comparison: Comparison) -> Iterator[Flag]:
    """Titles of which some part stands on one side of a passage only."""
    if comparison.words is None or not comparison.words.offices:
        return
    for passage in comparison.passages:
        if not passage.whole:
            yield from _compared(passage, comparison)


def _compared(passage: Passage, comparison: Comparison) -> Iterator[Flag]:
    sentences = [(p, _read(p.old, comparison), _read(p.new, comparison)) for p in passage.pairs]
    before = Counter(x for _, old, _ in sentences for t in old for x in t.parts)
    after = Counter(x for _, _, new in sentences for t in new for x in t.parts)
    if before == after:
        return
    alone = (before - after, after - before), (_only(before, after), _only(after, before))
    for pair, old, new in sentences:
        gone, came = alone[pair.old is None or pair.new is None]
        a = next((t for t in old if _tells(t, gone)), None)
        b = next((t for t in new if _tells(t, came)), None)
        if a or b:
            yield _flag(a or _counterpart(b, old), b or _counterpart(a, new))


def _read(sentence: Sentence | None, comparison: Comparison) -> list[Title]:
    return comparison.read(sentence).titles if sentence else []


def _only(one: "Counter[str]", other: "Counter[str]") -> "Counter[str]":
    """What stands on one side only: that a sentence said it once more tells nothing."""
    return Counter({part: count for part, count in one.items() if part not in other})


def _tells(title: Title, alone: "Counter[str]") -> bool:
    """Whether a title differs and belongs to somebody: a standing always does, an office only beside a person."""
    differing = {p for p in title.parts if alone[p] > 0}
    return bool(differing & title.standings) or bool(differing and title.person)


def _counterpart(title: Title | None, others: list[Title]) -> Title | None:
    """The title of the other side that shares most parts with one."""
    shared = [t for t in others if title and t.parts & title.parts]
    return max(
        shared, key=lambda t: (t.person == title.person, len(t.parts & title.parts)) if title else (), default=None
    )


def _flag(a: Title | None, b: Title | None) -> Flag:
    some = b or a
    assert some is not None
    standing = (a and a.standings) != (b and b.standings)
    return Flag(
        FlagKind.TITLE,
        Severity.HIGH,
        a.span if a else "",
        b.span if b else "",
        some.person or (a.person if a else ""),
        a.sentence.block if a else None,
        b.sentence.block if b else None,
        "the standing differs"
        if standing
        else "the title differs"
        if a and b
        else "a title came"
        if b
        else "a title went",
    )
