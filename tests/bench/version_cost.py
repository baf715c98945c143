"""CPU of a version: `python tests/bench/version_cost.py [HISTORIES] [VERSIONS]`, imported by one process, inline.

Invented articles of about 700 words, each with some edits; from pages of HTML and from plain texts. Milliseconds of CPU
a version (user and system, this process and git): cleaning, comparing with flags, and the rest, which is reading,
keeping and committing; then the same for four times as many, and what 4.6 million would come to at that rate.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from newsdiff.clean import clean_text, cleaned_html
from newsdiff.comparison import compare
from newsdiff.model import Article, Page, Report
from newsdiff.store import Store
from tests.kit.site import story

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NUMBERS = ("seven", "eight", "nine", "ten", "eleven", "twelve")
NEWSEDITS_VERSIONS = 4_600_000


def cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def page(number: int, version: int, *, html: bool) -> Page:
    """One version of an article."""
    word = NUMBERS[version % len(NUMBERS)]
    parts = (story(number * 7 + n, cracks=word if n == 1 else "seven") for n in range(4))
    filler = "".join(part.split("<h1>")[1].split("</h1>")[1].split("</article>")[0] for part in parts)
    body = story(number, cracks="seven", more=filler)
    url = f"https://gazette-{number % 20}.example/2026/03/story-{number:07}"
    if not html:
        body = "\n\n".join(block.text for block in cleaned_html(body, url).article.blocks)
    return Page(
        url, url, 200, "text/html" if html else "text/plain", body.encode(), NOW - timedelta(hours=40 - version)
    )


class Stages:
    """CPU seconds of what is called, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, work: Callable[[], T]) -> T:
        before = time.process_time()
        try:
            return work()
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - before


def imported(pages: list[Page]) -> dict[str, float]:
    """Milliseconds of CPU a version."""
    stages = Stages()

    def clean(one: Page) -> Article:
        def work() -> Article:
            if one.content_type == "text/html":
                return cleaned_html(one.body, one.url).article
            return clean_text(one.body.decode(), one.url)

        return stages.timed("clean", work)

    def compared(old: Article, new: Article) -> Report | None:
        return stages.timed("compare", lambda: compare(old, new))

    with tempfile.TemporaryDirectory() as place:
        store = Store.create(Path(place) / "store", bare=True)
        before = cpu()
        made = store.import_(pages, clean=clean, compare=compared, cleaner="bench", now=NOW)
        whole = cpu() - before
    assert len(made) == len(pages)
    told = {name: 1000 * seconds / len(pages) for name, seconds in stages.seconds.items()}
    return {**told, "the rest": 1000 * whole / len(pages) - sum(told.values()), "all": 1000 * whole / len(pages)}


def pages(histories: int, versions: int, *, html: bool) -> Iterator[Page]:
    for number in range(histories):
        for version in range(versions):
            yield page(number, version, html=html)


def main(histories: int, versions: int) -> None:
    imported(list(pages(3, 2, html=True)) + list(pages(0, 0, html=False)))  # what is loaded at the first use
    for html in (True, False):
        for count in (histories, 4 * histories):
            found = imported(list(pages(count, versions, html=html)))
            told = ", ".join(f"{name} {ms:.2f}" for name, ms in found.items())
            hours = found["all"] * NEWSEDITS_VERSIONS / 3_600_000
            ceiling = 1000 / found["the rest"]
            kind = "HTML" if html else "text"
            print(f"{kind}, {count * versions:6,} versions: ms a version: {told}", flush=True)
            print(f"      computed: 4.6 million take {hours:.0f} CPU hours; one writer {ceiling:.0f} versions a second")


if __name__ == "__main__":
    main(
        *(int(a) for a in [*sys.argv[1:], "100", "4"][:2])
        if len(sys.argv) < 3
        else (int(sys.argv[1]), int(sys.argv[2]))
    )
