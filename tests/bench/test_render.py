"""Rendering beside the diff: ``pytest -m bench -s tests/bench/test_render.py``.

A screen is 24 lines; rendering may cost as much as the diff, plus two milliseconds a screen.
"""

import random
import re
import time
from collections.abc import Callable, Iterable

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.render import html, markdown, plain, terminal
from newsdiff.render.layout import Options, Side

pytestmark = pytest.mark.bench

WORDS = re.findall(
    r"\w+", "the ferry leaves harbour at dawn and comes back late with forty people aboard who said it was"
)
SIDES = (Side("@1"), Side("@2"))
RENDERERS: dict[str, Callable[..., Iterable[str]]] = {
    "terminal in colour": lambda report: terminal.render(report, Options(), *SIDES, colour=True),
    "terminal": lambda report: terminal.render(report, Options(), *SIDES, colour=False),
    "plain": lambda report: plain.render(report, Options(), *SIDES),
    "markdown": lambda report: markdown.render(report, Options(), *SIDES),
    "html": lambda report: html.render(report, Options(), *SIDES),
}


def texts(paragraphs: int) -> tuple[list[str], list[str]]:
    chance = random.Random(7)
    old = [" ".join(chance.choices(WORDS, k=60)).capitalize() + "." for _ in range(paragraphs)]
    new = [
        p if i % 2 else " ".join(w if chance.random() > 0.2 else "other" for w in p.split()) for i, p in enumerate(old)
    ]
    return old, new


def fastest(call: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("name", RENDERERS)
def test_rendering_costs_less_than_the_diff(name: str) -> None:
    old, new = (newsdiff.article(side) for side in texts(200))
    report = newsdiff.compare(old, new)
    screens = len(list(RENDERERS[name](report))) / 24
    compared = fastest(lambda: diff(old, new))
    rendered = fastest(lambda: list(RENDERERS[name](report)))
    allowed = compared + 0.002 * screens
    print(f"\n{name}: {rendered / compared:.2f} times the diff, {rendered / allowed:.2f} of what is allowed")
    assert rendered <= allowed
