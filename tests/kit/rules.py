"""Rules of our own for the time of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from newsdiff.flags import registry
from newsdiff.flags.registry import Comparison
from newsdiff.model import Flag


@contextmanager
def failing(name: str = "failing", message: str = "no such number") -> Iterator[None]:
    """A rule of that name stands among the others, and raises."""

    def rule(comparison: Comparison) -> Iterator[Flag]:
        assert comparison.diff.hunks
        yield from (flag for flag in () if flag)
        raise ValueError(message)

    rule.__module__ = f"newsdiff.flags.rules.{name}"
    registry.rules()  # those of the package come first
    registry.rule(rule)
    registry.rules.cache_clear()
    try:
        yield
    finally:
        registry._RULES.remove(rule)
        registry.rules.cache_clear()
