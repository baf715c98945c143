"""Captures of an archive: texts are believed in their order, walls and other pages are left out."""

from collections.abc import Callable
from datetime import timedelta
from typing import ParamSpec, TypeVar

import pytest

from newsdiff.errors import CleanError
from newsdiff.model import Article, Cleaned, Page, PageToClean, Settings, SiteSettings
from newsdiff.process.sandbox import Broken, Overrun
from newsdiff.watch.plan.schedule import CONFIRM
from newsdiff.watch.record.captured import CaptureGate
from tests.kit.site import START, Here, page, story, told

P = ParamSpec("P")
T = TypeVar("T")
URL, OTHER = "https://courier.example/pier", "https://courier.example/mill"


def clean(page: Page) -> Cleaned:
    return Here().clean(PageToClean(page.body, page.url))


def capture(html: str, hours: float = 0, url: str = URL) -> Page:
    return Page(url, url, 200, "text/html", html.encode(), START + timedelta(hours=hours))


@pytest.fixture
def gate() -> CaptureGate:
    return CaptureGate(Settings(), clean, Here())


def cracks(article: Article) -> str:
    """How many cracks a text tells of."""
    return article.blocks[-1].text.split()[3]


WALL = page("Notes from Port Amber, number 1", f"<p>{told(1)[0]}</p><p>Subscribe to continue reading.</p>")


def shortened(whom: str) -> str:
    """The story without most of its lines, and a new one in their place: a doubt that a second reading overcomes."""
    sorry = f"was mistaken about all of the rest, and apologised for its error to {whom}."
    lines = [*told(1)[:2], f"The harbour office later said that it {sorry}", "Engineers had found seventeen cracks."]
    return page("Notes from Port Amber, number 1", "".join(f"<p>{line}</p>" for line in lines))


SHORT, OTHER_SHORT = shortened("the captain of the ferry"), shortened("a baker in the old quarter of the town")


def refused(gate: CaptureGate, page: Page) -> str:
    with pytest.raises(CleanError) as error:
        gate.article(page)
    return error.value.message


def test_a_first_capture_is_believed_under_its_own_address(gate: CaptureGate) -> None:
    found = gate.article(capture(story()))
    assert (found.url, cracks(found)) == (URL, "seventeen")


def test_the_same_text_again_is_the_same_article(gate: CaptureGate) -> None:
    first = gate.article(capture(story()))
    assert gate.article(capture(story(), 1)) is first
    assert gate.article(capture(story().replace("</footer>", "<p>Another footer</p></footer>"), 2)) is first


def test_an_edit_is_believed_at_once(gate: CaptureGate) -> None:
    assert [cracks(gate.article(capture(story(cracks=n), h))) for h, n in enumerate(("two", "three", "two"))] == [
        "two",
        "three",
        "two",
    ]


def test_a_date_that_follows_the_clock_is_no_edit(gate: CaptureGate) -> None:
    days = [story(more=f"{START + timedelta(days=day):%A, %-d %B %Y}") for day in (0, 1)]
    first = gate.article(capture(days[0]))
    assert gate.article(capture(days[1], 24)) is first


def test_each_address_has_a_history_of_its_own(gate: CaptureGate) -> None:
    gate.article(capture(story()))
    assert gate.article(capture(SHORT, 1, OTHER)).url == OTHER
    assert cracks(gate.article(capture(story(cracks="two"), 2, f"{URL}?utm_source=x"))) == "two"
    assert "the text ends" in refused(gate, capture(SHORT, 3, f"{URL}?utm_source=y"))


def test_a_wall_is_left_out_and_what_comes_behind_it_is_compared_with_what_stood_before(gate: CaptureGate) -> None:
    first = gate.article(capture(story()))
    assert refused(gate, capture(WALL, 1)).startswith("it may be no text of the article: ")
    assert gate.article(capture(story(), 2)) is first


def test_a_doubtful_text_is_believed_when_it_stands_for_an_hour(gate: CaptureGate) -> None:
    hour = CONFIRM / timedelta(hours=1)
    gate.article(capture(story()))
    assert "it may be no text" in refused(gate, capture(SHORT, 1))
    assert "it may be no text" in refused(gate, capture(SHORT, 1 + hour - 0.01))
    assert gate.article(capture(SHORT, 1 + hour)).text.count("apologised") == 1


def test_another_doubtful_text_between_begins_the_hour_anew(gate: CaptureGate) -> None:
    gate.article(capture(story()))
    for hours, html in ((1, SHORT), (2, OTHER_SHORT), (3, SHORT)):
        refused(gate, capture(html, hours))
    assert gate.article(capture(SHORT, 4)).text.count("apologised") == 1


def test_a_text_between_that_is_believed_ends_the_doubt(gate: CaptureGate) -> None:
    gate.article(capture(story()))
    refused(gate, capture(SHORT, 1))
    gate.article(capture(story(cracks="two"), 2))
    refused(gate, capture(SHORT, 3))


def test_a_wall_is_not_believed_however_long_it_stands(gate: CaptureGate) -> None:
    gate.article(capture(story()))
    for hours in (1, 3, 9):
        refused(gate, capture(WALL, hours))


def test_doubts_that_the_settings_do_not_have_are_none() -> None:
    site = SiteSettings("courier.example", believe=frozenset({"end"}))
    gate = CaptureGate(Settings(sites=(site,)), clean, Here())
    gate.article(capture(story()))
    assert gate.article(capture(SHORT, 1)).text.count("apologised") == 1


def test_a_page_without_an_article_says_why(gate: CaptureGate) -> None:
    assert "may be no text" not in refused(gate, capture("<html></html>"))


class Failing(Here):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        raise self.error


@pytest.mark.parametrize("error", [Overrun("CPU"), Broken("ValueError: odd")])
def test_a_text_that_cannot_be_weighed_costs_no_other(error: Exception) -> None:
    gate = CaptureGate(Settings(), clean, Failing(error))
    assert refused(gate, capture(story())) == f"its text could not be weighed: {error}"
