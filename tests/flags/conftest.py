"""Two sentences in, the flags of one kind out."""

from collections.abc import Callable
from functools import partial

import pytest

import newsdiff
from newsdiff.model import Flag, FlagKind

Spans = Callable[..., list[tuple[str, str]]]
_OTHER = "Another paragraph stands here, unchanged."


def flags(old: str, new: str, language: str = "en") -> tuple[Flag, ...]:
    """The flags of one paragraph's two versions, inside an article."""
    before, after = (newsdiff.article([_OTHER, text], language=language) for text in (old, new))
    return newsdiff.compare(before, after).flags


def spans(kind: FlagKind, old: str, new: str, language: str = "en") -> list[tuple[str, str]]:
    """(old, new) of each flag of one kind."""
    return [(f.old, f.new) for f in flags(old, new, language) if f.kind is kind]


@pytest.fixture
def found() -> Callable[..., tuple[Flag, ...]]:
    """All flags of one paragraph's two versions."""
    return flags


@pytest.fixture
def spans_of() -> Callable[[FlagKind], Spans]:
    """The spans of the flags of a kind."""
    return lambda kind: partial(spans, kind)
