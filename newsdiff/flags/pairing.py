"""Values that went and values that came, made into changes: what stands in one another's place belongs together."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Protocol, TypeVar

from newsdiff.flags.passage import Passage, Sentence
from newsdiff.model import Flag, FlagKind, Severity


class Spanned(Protocol):
    """A value with its place."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""

    @property
    def first(self) -> int:
        """Its first token."""

    @property
    def last(self) -> int:
        """Its last token."""


Value = TypeVar("Value", bound=Spanned)


def changes(
    passage: Passage, gone: Sequence[Value], came: Sequence[Value]
) -> Iterator[tuple[Value | None, Value | None]]:
    """Gone and come values side by side: those of a pair of sentences in their order, the rest alone."""
    for pair in passage.pairs:
        old = [v for v in gone if v.sentence is pair.old]
        new = [v for v in came if v.sentence is pair.new]
        yield from zip_longest(old, new)


def span(values: Sequence[Spanned]) -> str:
    """The text from the first to the last of some values of one sentence."""
    return values[0].sentence.tokens.span(values[0].first, values[-1].last) if values else ""


def flags_of(
    kind: FlagKind,
    severity: Severity,
    passage: Passage,
    gone: Sequence[Value],
    came: Sequence[Value],
    reason: str,
    subject: Callable[[Value], str] = lambda _: "",
) -> Iterator[Flag]:
    """A flag for each change."""
    for old, new in changes(passage, gone, came):
        some = new or old
        assert some is not None
        yield Flag(
            kind,
            severity,
            span([old]) if old else "",
            span([new]) if new else "",
            subject(some),
            old.sentence.block if old else None,
            new.sentence.block if new else None,
            reason,
        )
