"""Cleaning in a child that can be killed."""

import os
import signal
from collections.abc import Iterator

import pytest

from newsdiff.clean import cleaned_html, cleaned_text
from newsdiff.clean.sandbox import Cleaner
from newsdiff.errors import CleanError
from newsdiff.model import PageToClean
from tests.kit.crawls import page

URL = "https://post.example/islands/ferry"
HUGE = "<html><body>" + "<p>Some words of text stand here.</p>" * 60_000 + "</body></html>"


@pytest.fixture(scope="module")
def cleaner() -> Iterator[Cleaner]:
    with Cleaner() as one:
        yield one


def test_the_child_gives_what_the_library_gives(cleaner: Cleaner) -> None:
    assert cleaner.clean(PageToClean(page().encode(), URL)) == cleaned_html(page().encode(), URL)
    assert cleaner.clean(PageToClean(page().encode(), URL, "text/html; charset=utf-8")) == cleaned_html(
        page().encode(), URL
    )


def test_one_child_cleans_many_pages(cleaner: Cleaner) -> None:
    cleaner.clean(PageToClean(page(), URL))
    first = cleaner.pid
    assert [
        cleaner.clean(PageToClean(page(headline=f"Headline number {n}"), URL)).article.headline for n in range(5)
    ] == [f"Headline number {n}" for n in range(5)]
    assert cleaner.pid == first


def test_an_error_of_the_page_does_not_cost_the_child(cleaner: Cleaner) -> None:
    first = cleaner.pid
    with pytest.raises(CleanError, match="cannot be read"):
        cleaner.clean(PageToClean(b"", URL))
    assert cleaner.clean(PageToClean(page(), URL)).article.headline
    assert cleaner.pid == first or first is None


def test_a_page_that_costs_too_much_cpu_is_an_error_and_the_next_one_is_cleaned() -> None:
    with Cleaner(cpu=1) as cleaner:
        with pytest.raises(CleanError, match="CPU time"):
            cleaner.clean(PageToClean(HUGE, URL))
        assert cleaner.clean(PageToClean(page(), URL)).article.headline


def test_a_page_that_takes_too_long_is_an_error() -> None:
    with Cleaner(wall=0.2) as cleaner, pytest.raises(CleanError, match="longer than"):
        cleaner.clean(PageToClean(HUGE, URL))


def test_a_page_that_needs_too_much_memory_is_an_error() -> None:
    with Cleaner(memory=180 << 20) as cleaner, pytest.raises(CleanError, match="limits"):
        cleaner.clean(PageToClean(HUGE, URL))


def test_a_child_that_was_killed_is_replaced() -> None:
    with Cleaner() as cleaner:
        cleaner.clean(PageToClean(page(), URL))
        first = cleaner.pid
        assert first
        os.kill(first, signal.SIGKILL)
        assert cleaner.clean(PageToClean(page(), URL)).article.headline
        assert cleaner.pid != first


def test_closing_leaves_no_child() -> None:
    cleaner = Cleaner()
    cleaner.clean(PageToClean(page(), URL))
    cleaner.close()
    assert cleaner.pid is None


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 5_000 + page() + "</div>" * 5_000,
        "<html><body><p>" + "word and word. " * 700_000,
        "<p>" + "\0" * 1_000 + "It rained.",
        "<html><body>" + "<a href='/x'>Link</a> " * 5_000,
        page().replace("<body>", '<body><script type="application/ld+json">' + "[" * 100_000 + "</script>"),
    ],
    ids=["deep", "one paragraph", "nul", "links", "deep json"],
)
def test_a_hostile_page_ends_in_text_or_in_an_error(cleaner: Cleaner, html: str) -> None:
    try:
        assert cleaner.clean(PageToClean(html, URL)).article.blocks
    except CleanError as error:
        assert error.message


def test_a_plain_text_that_a_server_gives_keeps_its_lines(cleaner: Cleaner) -> None:
    text = b"Ferry stops for repairs\n\nThe ferry stopped on Monday.\n\nIt runs again in May.\n"
    assert cleaner.clean(PageToClean(text, URL, "text/plain; charset=utf-8")) == cleaned_text(text.decode(), URL)
    assert len(cleaner.clean(PageToClean(text, URL, "text/markdown")).article.blocks) == 3


def test_a_page_that_is_called_plain_text_is_a_page(cleaner: Cleaner) -> None:
    assert cleaner.clean(PageToClean(page().encode(), URL, "text/plain")) == cleaned_html(page().encode(), URL)


def test_bytes_that_are_called_plain_text_are_no_text(cleaner: Cleaner) -> None:
    with pytest.raises(CleanError, match="binary"):
        cleaner.clean(PageToClean(b"\x7fELF\x01\x02" + bytes(range(32)) * 40, URL, "text/plain"))
