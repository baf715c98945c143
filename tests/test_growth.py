"""What is repeated many times costs so many times as much, not the square: told by the lines of Python that run.

The bench of the same name takes more patterns, longer texts, and the CPU time.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from newsdiff.clean import clean_text
from newsdiff.comparison import compare
from newsdiff.document import article, dumps, loads
from newsdiff.flags import check
from newsdiff.model import Article
from tests.kit.repeats import EDITS, PATTERNS, repeated

_FEW, _MANY = 110, 440  # beyond what rules read of a sentence and a passage at once, which they may read as they like
_MOST_GROWTH = 1.7  # times the growth of the text: n log n, the margin, and far from the square


def _lines(run: Callable[[], object]) -> int:
    """How many lines of Python a call runs."""
    count = 0

    def local(frame: FrameType, event: str, arg: object) -> object:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(local)  # type: ignore[arg-type]
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def _article(parts: list[str], layout: str) -> Article:
    return article(["".join(parts)] if layout == "one paragraph" else parts, language="en")


def _compared(name: str, layout: str, edit: str, times: int) -> Callable[[], object]:
    old = repeated(name, times)
    a, b = _article(old, layout), _article(EDITS[edit](old), layout)
    return lambda: compare(a, b)


def _checked(name: str, times: int) -> Callable[[], object]:
    text = _article(repeated(name, times), "one paragraph")
    return lambda: check(text)


def _grows_no_faster(make: Callable[[int], Callable[[], object]]) -> None:
    make(3)()  # what is imported and compiled at the first use
    few, many = _lines(make(_FEW)), _lines(make(_MANY))
    assert many / few <= _MOST_GROWTH * _MANY / _FEW, (few, many)


@pytest.mark.parametrize(
    ("name", "layout", "edit"),
    [
        ("one letter quoted", "one paragraph", "all"),
        ("speech", "one paragraph", "every seventh"),
        ("distinct names", "one paragraph", "every third went"),
        ("rising numbers", "one paragraph", "every seventh"),
        ("distinct sentences", "one paragraph", "all"),
        ("quoted words", "one paragraph", "every third went"),
        ("names", "paragraphs", "all"),
        ("distinct sentences", "paragraphs", "turned round"),
    ],
)
def test_comparing(name: str, layout: str, edit: str) -> None:
    _grows_no_faster(lambda times: _compared(name, layout, edit, times))


@pytest.mark.parametrize("name", ["president", "parts of a total", "in office", "ages", "title case"])
def test_checking_one_text(name: str) -> None:
    _grows_no_faster(lambda times: _checked(name, times))


@pytest.mark.parametrize("name", ["labels of a page", "notes", "dates", "distinct sentences"])
def test_cleaning_and_keeping_a_text(name: str) -> None:
    def make(times: int) -> Callable[[], object]:
        text = "\n".join(repeated(name, times))
        return lambda: loads(dumps(clean_text(f"A first sentence of some words stands here.\n{text}")))

    _grows_no_faster(make)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_fails(name: str) -> None:
    for layout in ("one paragraph", "paragraphs"):
        for edit in ("every seventh", "turned round"):
            report = _compared(name, layout, edit, 30)()
            assert not getattr(report, "faults", ())
    _checked(name, 30)()
