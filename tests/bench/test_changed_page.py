"""What a changed page of a known host costs beside trafilatura: ``pytest -m bench -s tests/bench/test_changed_page.py``.

Each page is visited once, as a watch run visits it, which leaves the trail to its story; then one word of a paragraph is
another. Measured is what the next visit does with the bytes: to clean them along the trail, to the fingerprint that
decides whether the text is another; and, by itself, to compare the two texts. All pages are learned before one is
measured, and each round goes over all of them: lines are met as in a run over many hosts, which forgets those of a page.
"""

import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.comparison import compare
from newsdiff.errors import CleanError
from newsdiff.model import Article, BlockKind, StoryTrail
from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.state.text_identity import fingerprint

pytestmark = pytest.mark.bench
_ROUNDS = 3
_WORD = re.compile(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])")
_BESIDE = 12  # characters on each side of a word by which it is found in the page
T = TypeVar("T")


class Known(NamedTuple):
    """A page that was visited: what it brings now, its trail, and the text that was recorded."""

    body: bytes
    url: str
    trail: StoryTrail
    article: Article


def test_a_changed_page_beside_trafilatura(shared: Path) -> None:
    from trafilatura import bare_extraction

    pages = list(_known(shared / "data" / "pages" / "readability"))
    cleaning, comparing, others = (dict[str, float]() for _ in range(3))
    for _, page in product(range(_ROUNDS), pages):
        text = page.body.decode("utf-8", "replace")
        new = _least(cleaning, page, lambda page=page: _visited(page))
        _least(others, page, lambda text=text: bare_extraction(text, fast=True, include_comments=False))
        _least(comparing, page, lambda page=page, new=new: compare(page.article, new))
    led = [page.url for page in pages if page.trail.container]
    print(f"\n{len(pages)} changed pages, of which {len(led)} have a trail; CPU as a share of trafilatura's (fast)")
    print(f"cleaned along the trail: {_told(cleaning, others, led)}")
    print(f"cleaned, with the others, which are voted over: {_told(cleaning, others, list(others))}")
    print(f"compared: {_told(comparing, others, list(others))}")
    assert statistics.median(cleaning[url] / others[url] for url in led) <= 1.5


def _known(folder: Path) -> Iterator[Known]:
    for path in sorted(folder.glob("*.html")):
        body, url = path.read_bytes(), f"https://news.example/{path.stem}"
        try:
            first = cleaned_html(body, url, trail=StoryTrail())
        except CleanError:
            continue
        page = Known(_edited(body, first.article), url, first.trail or StoryTrail(), first.article)
        if page.body and fingerprint(_visited(page)) != fingerprint(page.article):
            yield page


def _edited(body: bytes, article: Article) -> bytes:
    """A page with a word of a paragraph changed wherever it stands beside the same; empty where none is found in it."""
    for block in article.blocks:
        for word in _WORD.finditer(block.text) if block.kind is BlockKind.PARAGRAPH else ():
            before, behind = block.text[: word.start()][-_BESIDE:], block.text[word.end() :][:_BESIDE]
            if (written := f"{before}{word[0]}{behind}".encode()) in body:
                return body.replace(written, f"{before}harbour{behind}".encode())
    return b""


def _visited(page: Known) -> Article:
    """The text of the next visit, whose fingerprint says that it is another."""
    article = cleaned_html(page.body, page.url, trail=page.trail).article
    fingerprint(article)
    return article


def _least(costs: dict[str, float], page: Known, work: Callable[[], T]) -> T:
    """Note the least CPU time of a page's work, in seconds."""
    start = time.process_time()
    done = work()
    costs[page.url] = min(costs.get(page.url, 1e9), time.process_time() - start)
    return done


def _told(costs: dict[str, float], others: dict[str, float], urls: Sequence[str]) -> str:
    median = statistics.median(costs[url] / others[url] for url in urls)
    together = sum(costs[url] for url in urls) / sum(others[url] for url in urls)
    return f"{median:.2f} (median of pages), {together:.2f} (all together)"
