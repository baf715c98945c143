"""The site in a real browser: by clicks and keys, without scripts, narrow and wide, light and dark, for all readers.

axe-core (MPL-2.0) is no part of newsdiff: ``AXE_CORE=/path/to/axe.min.js`` names it, as ``.ci/run`` does.
"""

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from newsdiff.fetch.browser import PLACES, missing
from tests.kit.press import HOSTILE, Press
from tests.kit.served import served
from tests.site.test_server import serving

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())
FERRY = "articles/courier.example/2026/03/ferry-2d0242ce"
MARKET = "articles/courier.example/2026/03/market-87c2fff4"
HARM = "articles/harm.example/2026/03/story-f081eb65"
KINDS = (
    "index.html",
    "corrections.html",
    "search.html?q=ferry",
    "outlets/courier.example/index.html",
    "outlets/courier.example/2026-03.html",
    "outlets/courier.example/articles-1.html",
    "tags/harbour/index.html",
    f"{FERRY}/index.html",
    f"{FERRY}/1.html",
    f"{FERRY}/3.html",
    f"{FERRY}/since-first.html",
    f"{FERRY}/blame.html",
    f"{FERRY}/texts.html?old=1&new=3",
    f"{HARM}/2.html",
)
WIDTHS = (360, 1280)
AXE = Path(os.environ.get("AXE_CORE", "nowhere"))
Page = Any  # playwright's
Opened = Callable[..., Page]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def wall(public: Path) -> Iterator[str]:
    """The address of the static site."""
    with served(partial(Quiet, directory=str(public))) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    place = next(place for place in PLACES if Path(place).exists())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Opened]:
    """Open a page; at the end nothing was complained of, and nobody else was asked."""
    contexts, complaints, asked = [], [], []

    def opened_at(url: str, **options: Any) -> Page:
        context = chromium.new_context(**options)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: complaints.append(request.url) if failed(request) else None)
        page.goto(url)
        return page

    yield opened_at
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith("http://127.0.0.1:")] == []


def failed(request: Any) -> bool:
    """Whether a request failed; one that was given up for the next page did not."""
    return "ERR_ABORTED" not in (request.failure or "")


def headline(page: Page) -> str:
    return str(page.inner_text("h1"))


def by_keyboard(page: Page, text: str, *, leads: bool = True) -> None:
    """Go to the link or button with these words by the tabulator key, and press it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        at, shown, outlined = page.evaluate(
            "(e => [e.tagName, e.textContent.trim(), getComputedStyle(e).outlineStyle])(document.activeElement)"
        )
        if text in shown and at in ("A", "BUTTON", "SUMMARY"):
            assert outlined != "none"
            if leads:
                with page.expect_navigation():
                    page.keyboard.press("Enter")
            else:
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no {text!r} was reached")


def test_from_the_front_to_an_article_its_comparison_and_its_words_by_clicks(wall: str, opened: Opened) -> None:
    page = opened(wall)
    page.click("article.card h3 a >> text=Ferry stops for repairs >> nth=0")
    assert headline(page) == "Ferry stops for repairs"
    page.click("nav.tabs >> text=History")
    assert page.locator("ol.history > li").count() == 4
    page.click("ol.history >> text=@2")
    assert "What to look at" in page.inner_text("main")
    page.click("ol.findings a >> nth=0")
    assert page.locator("section:target del").count() >= 1
    page.click("nav.tabs >> text=Word by word")
    assert "Harbour Minister" in page.inner_text(".blame")
    page.click("header.site >> text=Front")
    assert headline(page) == "Courier and Herald watch"


def test_the_same_way_by_keyboard(wall: str, opened: Opened) -> None:
    page = opened(wall)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    by_keyboard(page, "Market moves")
    by_keyboard(page, "History")
    by_keyboard(page, "@2")
    assert "What changed" in page.inner_text("main")
    by_keyboard(page, "why", leads=False)
    assert page.locator("ol.findings details[open]").count() == 1
    by_keyboard(page, "Word by word")
    assert page.locator(".blame").count() == 1


def test_search_by_keyboard_finds_words_of_headlines_and_of_edits(wall: str, opened: Opened) -> None:
    page = opened(wall)
    page.focus("main #q")
    page.keyboard.type("FERRY stop")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits article")
    assert page.inner_text("#status") == "1 article."
    assert page.inner_text("#hits h2") == "Ferry stops for repairs"
    page.fill("#q", "zeppelin")
    page.keyboard.press("Enter")
    page.locator("#status", has_text=re.compile(r"^0 articles\.$")).wait_for(state="attached")
    page.fill("#q", "המעבורת")
    page.keyboard.press("Enter")
    page.locator("#status", has_text=re.compile(r"^1 article\.$")).wait_for(state="attached")


def test_any_two_texts_are_compared_when_they_are_chosen(wall: str, opened: Opened) -> None:
    page = opened(f"{wall}{FERRY}/index.html")
    page.select_option("#old", "1")
    page.select_option("#new", "3")
    page.click("form.choice button")
    page.wait_for_selector("#chosen ins")
    assert [page.locator("#chosen del").nth(n).inner_text() for n in range(2)] == ["Former ", "2,100"]
    assert page.locator("#chosen ins").first.inner_text() == "1,200"
    page.select_option("#old", "3")
    page.select_option("#new", "4")
    page.click("form.choice button")
    assert page.url.endswith("?old=3&new=4")
    assert "@3 and @4: " in page.inner_text("#status")
    assert "our own cleaner" not in page.inner_text("#status")
    page.goto(f"{wall}{MARKET}/texts.html?old=4&new=1")
    page.wait_for_selector("#chosen ins")
    assert "our own cleaner" in page.inner_text("#status")


def test_every_kind_of_page_fits_narrow_and_wide_and_is_light_or_dark_as_wished(wall: str, opened: Opened) -> None:
    page = opened(wall)
    for kind in KINDS:
        page.goto(wall + kind)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (kind, width)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            assert (sum(map(int, paper[4:-1].split(", "))) < 200) is (scheme == "dark"), kind


def test_a_hostile_headline_is_words_and_nothing_else(wall: str, opened: Opened) -> None:
    page = opened(wall)
    for kind in (
        "index.html",
        "search.html?q=script",
        *(f"{HARM}/{name}.html" for name in ("index", "1", "2", "blame")),
    ):
        page.goto(wall + kind)
        page.wait_for_load_state("networkidle")
        assert HOSTILE in page.inner_text("main"), kind
        assert page.locator("main script, main img, main svg[onload]").count() == 0
    page.goto(f"{wall}{HARM}/texts.html?old=1&new=2")
    page.wait_for_selector("#chosen ins")
    assert page.locator("#chosen ins").first.inner_text() == "72"
    page.goto(f"{wall}search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.locator("#status", has_text=re.compile(r"\.$")).wait_for(state="attached")  # a function would need eval


def test_everything_is_readable_without_scripts(wall: str, opened: Opened) -> None:
    page = opened(f"{wall}{FERRY}/texts.html?old=1&new=3", java_script_enabled=False)
    assert all(page.locator(f"#v{n} .blocks > p").count() >= 5 for n in (1, 2, 3, 4))
    page.goto(f"{wall}search.html")
    page.click("noscript a")
    page.click("table >> text=courier.example")
    assert page.locator("svg[role=img]").count() == 4
    page.click("summary >> nth=0")
    assert page.locator("details[open] td").first.is_visible()


def test_on_paper_the_text_stays_and_what_is_to_be_clicked_goes(wall: str, opened: Opened) -> None:
    page = opened(f"{wall}{FERRY}/3.html")
    page.emulate_media(media="print")
    assert page.locator("ol.findings").is_visible()
    assert not page.locator("nav.tabs").is_visible()
    assert not page.locator("header.site nav").is_visible()


def test_the_live_site_needs_no_script_and_finds_what_stands_no_more(press: Press, opened: Opened) -> None:
    with serving(press.store) as served:
        page = opened(f"http://127.0.0.1:{served.port}/", java_script_enabled=False)
        page.fill("#q", "Nobody was hurt")
        page.click("main >> text=Find")
        page.click("#main article h2 a")
        assert headline(page) == "Market moves"
        page.select_option("#new", "2")
        page.click("form.choice button")
        assert "What to look at" in page.inner_text("main")
        page.close()  # before the server ends: what the page still asks for is given up, not refused


@pytest.mark.skipif(not AXE.is_file(), reason="AXE_CORE names no axe.min.js")
def test_axe_finds_nothing_serious(wall: str, opened: Opened) -> None:
    page, code, found = opened(wall), AXE.read_text("utf-8"), []
    for kind in KINDS:
        page.goto(wall + kind)
        page.evaluate(code)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            told = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
            found += [(kind, scheme, v["id"], v["impact"], v["nodes"][0]["html"][:200]) for v in told]
    assert found == []
