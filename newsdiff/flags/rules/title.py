"""A person's office, job title, rank, honorific or standing differs."""

from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.passage import Pair
from newsdiff.flags.read.offices import Title, titles
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words


@rule
def title(comparison: Comparison) -> Iterator[Flag]:
    """Titles of which some part stands on one side of a passage only."""
    words = comparison.words
    if words is None or not words.offices:
        return
    for passage in comparison.passages:
        if passage.whole:
            continue
        for pair in passage.pairs:
            yield from _compared(pair, words)


def _compared(pair: Pair, words: Words) -> Iterator[Flag]:
    old = titles(pair.old, words) if pair.old else []
    new = titles(pair.new, words) if pair.new else []
    gone, came = _unmatched(old, new), _unmatched(new, old)
    for a, b in _paired(gone or old, came or new) if gone or came else ():
        some = b or a
        assert some is not None
        yield Flag(
            FlagKind.TITLE,
            Severity.HIGH,
            a.span if a else "",
            b.span if b else "",
            some.person,
            pair.old.block if pair.old else None,
            pair.new.block if pair.new else None,
            "a title or standing differs",
        )
        return


def _paired(gone: list[Title], came: list[Title]) -> Iterator[tuple[Title | None, Title | None]]:
    yield (gone or [None])[0], (came or [None])[0]


def _unmatched(side: list[Title], other: list[Title]) -> list[Title]:
    rest = Counter(p for t in other for p in t.parts)
    found = []
    for t in side:
        if any(rest[p] <= 0 for p in t.parts):
            found.append(t)
        rest.subtract(t.parts)
    return found
