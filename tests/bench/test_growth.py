"""How CPU time grows with texts that repeat one thing: every pattern, compared, checked, cleaned, rendered and kept.

``pytest tests/bench/test_growth.py -m bench -s -n 0`` prints a table; it takes half an hour of CPU.
"""

import contextlib
import math
import signal
import time
from collections.abc import Callable
from html import escape

import pytest

from newsdiff.clean import clean_html, clean_text
from newsdiff.comparison import compare
from newsdiff.document import article, dumps, loads
from newsdiff.errors import CleanError
from newsdiff.flags import check, explain
from newsdiff.model import Article
from newsdiff.render import columns, html, json, markdown, plain, terminal
from newsdiff.render.layout import Options, Side
from tests.kit.repeats import EDITS, PATTERNS, repeated

pytestmark = pytest.mark.bench
_SIZES = (1000, 4000, 16_000)
_BOUND = 2.0  # seconds: what stays below may grow as it likes
_MOST_EXPONENT = 1.35  # from one size to the next: n log n is 1.15, the rest is the margin of the measure
_LIMIT = 60.0  # seconds, after which a run is given up
Task = Callable[[], object]


class _Late(Exception):
    pass


def _seconds(run: Task) -> float:
    """CPU time of a call, infinite beyond the limit."""

    def late(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, _LIMIT)
    start = time.process_time()
    try:
        run()
        return time.process_time() - start
    except _Late:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _article(parts: list[str], layout: str) -> Article:
    return article(["".join(parts)] if layout == "one paragraph" else parts, language="en")


def _measured(label: str, make: Callable[[int], Task]) -> None:
    make(20)()  # what is imported and compiled at the first use
    times: list[float] = []
    for size in _SIZES:
        times.append(_seconds(make(size)))
        if times[-1] == math.inf:
            break
    steps = zip(times, times[1:], _SIZES, _SIZES[1:], strict=False)
    grown = [math.log(b / a) / math.log(n / m) if b > 0.2 else 0.0 for a, b, m, n in steps]
    print(f"{label:70}", *(f"{t:7.2f}" for t in times), " exponents", *(f"{e:.2f}" for e in grown))
    assert times[-1] <= _BOUND or max(grown) <= _MOST_EXPONENT, label


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("layout", ["one paragraph", "paragraphs"])
@pytest.mark.parametrize("name", PATTERNS)
def test_comparing(name: str, layout: str, edit: str) -> None:
    def make(times: int) -> Task:
        old = repeated(name, times)
        a, b = _article(old, layout), _article(EDITS[edit](old), layout)
        return lambda: compare(a, b)

    _measured(f"compare {name}, {layout}, {edit}", make)


@pytest.mark.parametrize("layout", ["one paragraph", "paragraphs"])
@pytest.mark.parametrize("name", PATTERNS)
def test_checking(name: str, layout: str) -> None:
    def make(times: int) -> Task:
        text = _article(repeated(name, times), layout)
        return lambda: check(text)

    _measured(f"check {name}, {layout}", make)


@pytest.mark.parametrize("layout", ["one paragraph", "paragraphs"])
@pytest.mark.parametrize("name", PATTERNS)
def test_rendering(name: str, layout: str) -> None:
    side, options = Side(), Options()

    def make(times: int) -> Task:
        old = repeated(name, times)
        report = compare(_article(old, layout), _article(EDITS["every seventh"](old), layout))

        def render() -> None:
            for form in (plain, html, markdown):
                list(form.render(report, options, side, side))
            for wide in (terminal, columns):
                list(wide.render(report, options, side, side, colour=True))
            json.render(report, side, side)
            explain(report.diff, report.flags)

        return render

    _measured(f"render {name}, {layout}", make)


@pytest.mark.parametrize("layout", ["one paragraph", "paragraphs"])
@pytest.mark.parametrize("name", PATTERNS)
def test_cleaning_and_keeping_a_text(name: str, layout: str) -> None:
    def make(times: int) -> Task:
        text = ("" if layout == "one paragraph" else "\n").join(repeated(name, times))
        return lambda: loads(dumps(clean_text(f"A first sentence of some words stands here.\n{text}")))

    _measured(f"clean text {name}, {layout}", make)


def _cleaned(page: str) -> None:
    """Clean a page; that it holds no article is an answer, too."""
    with contextlib.suppress(CleanError):
        clean_html(page)


@pytest.mark.parametrize("tag", ["p", "div", "li", "td", "span", "a", "h2", "blockquote"])
@pytest.mark.parametrize("name", ["sentence", "labels of a page", "one letter quoted", "dates", "notes", "links"])
def test_cleaning_a_page(name: str, tag: str) -> None:
    opening = {"li": "<ul>", "td": "<table>"}.get(tag, "")
    cell = "<tr><td>{}</td><td>b</td></tr>" if tag == "td" else f"<{tag} href='/x'>{{}}</{tag}>"
    head = "<html><head><title>A long title of a page</title></head><body><article><h1>A long title of a page</h1>"

    def make(times: int) -> Task:
        page = head + opening + "".join(cell.format(escape(piece)) for piece in repeated(name, times))
        return lambda: _cleaned(page)

    _measured(f"clean page {name}, {tag}", make)
