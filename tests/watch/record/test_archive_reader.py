"""The pages of an archive read by an engine: each with its article or why it has none, in their order."""

from collections.abc import Callable
from datetime import timedelta
from typing import ParamSpec, TypeVar

import pytest

from newsdiff.document import article
from newsdiff.errors import CleanError, EngineError
from newsdiff.model import Article, FlagSettings, Page, Settings, SiteSettings
from newsdiff.process.sandbox import Overrun
from newsdiff.store.backfill.backfill import SuccessiveTexts
from newsdiff.watch.record.archive_reader import ArchiveReader
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.site import START, Desk, Here, story
from tests.kit.units import HereUnits

P = ParamSpec("P")
T = TypeVar("T")
URL, HOST = "https://courier.example/pier", "courier.example"


class Reading:
    """A reader over a desk's store, and what it told."""

    def __init__(self, desk: Desk, settings: Settings | None = None, engine: HereUnits | None = None) -> None:
        self.told: list[str] = []
        self.state = State(desk.store, write=False)
        self.reader = ArchiveReader(
            engine or HereUnits(),
            settings or Settings(),
            self.state,
            is_web=lambda url: url.startswith("https://"),
            tell=self.told.append,
        )

    def articles(self, *pages: Page) -> list[Article | str]:
        """Each page's article, or why it has none."""
        found = list(self.reader.clean(iter(pages)))
        assert [page for page, _ in found] == list(pages)
        return [read if isinstance(read, Article) else str(read) for _, read in found]


def page(html: str = story(), url: str = URL) -> Page:
    return Page(url, url, 200, "text/html", html.encode(), START)


def pair(old: str, new: str, url: str = URL) -> SuccessiveTexts:
    one, other = (article([text], "Pier", "en")._replace(url=url) for text in (old, new))
    return SuccessiveTexts(one, other, START, START + timedelta(days=1))


def test_of_no_page_nothing_is_read(desk: Desk) -> None:
    one = Reading(desk)
    assert one.articles() == []
    assert list(one.reader.compare(iter(()))) == []
    assert (one.reader.read, one.told) == (0, [])


def test_pages_come_with_their_articles_and_are_counted(desk: Desk) -> None:
    one = Reading(desk)
    first, none, second = one.articles(page(), page("<html></html>"), page(story(2), f"{URL}-2"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.headline, second.headline) == ("Notes from Port Amber, number 1", "Notes from Port Amber, number 2")
    assert isinstance(none, str)
    assert one.reader.read == 2


def test_a_page_without_an_article_is_a_clean_error_with_its_hint(desk: Desk) -> None:
    [(_, error)] = Reading(desk).reader.clean(iter([page("<html></html>")]))
    assert isinstance(error, CleanError)
    assert error.message


def test_rules_of_a_site_are_those_of_its_pages(desk: Desk) -> None:
    settings = Settings(sites=(SiteSettings(HOST, remove=("article p:last-of-type",)),))
    ours, others = Reading(desk, settings).articles(page(), page(url="https://other.example/pier"))
    assert isinstance(ours, Article)
    assert isinstance(others, Article)
    assert "cracks" not in ours.text
    assert "cracks" in others.text


def test_modules_of_a_host_are_left_out(desk: Desk) -> None:
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        state.write([Observation(START, HOST, Event.DECIDED, slot="p.tip", decision="drop")])
    [read] = Reading(desk).articles(page(story(more="A tip.").replace("<p>A tip.", "<p class=tip>A tip.")))
    assert isinstance(read, Article)
    assert "A tip." not in read.text
    assert "cracks" in read.text


CALLED = story().replace("<head>", f'<head><link rel="canonical" href="{URL}-called">')


@pytest.mark.parametrize(
    ("url", "wanted"),
    [(URL, ""), ("file:///home/reader/pier.html", f"{URL}-called"), ("", f"{URL}-called")],
    ids=["from the web", "a file", "no address"],
)
def test_a_page_that_was_saved_goes_by_the_address_that_it_calls_its_own(desk: Desk, url: str, wanted: str) -> None:
    [read] = Reading(desk).articles(page(CALLED, url))
    assert isinstance(read, Article)
    assert read.url == (wanted or url)


def test_a_saved_page_that_calls_itself_nothing_keeps_its_own(desk: Desk) -> None:
    [read] = Reading(desk).articles(page(url="file:///home/reader/pier.html"))
    assert isinstance(read, Article)
    assert read.url == "file:///home/reader/pier.html"


# --- comparing ---


def test_each_pair_has_its_report(desk: Desk) -> None:
    one = Reading(desk)
    edit, same = one.reader.compare(iter([pair("Two were hurt.", "Three were hurt."), pair("A.", "A.")]))
    assert edit is not None
    assert same is not None
    assert [flag.kind for flag in edit.flags] == ["number"]
    assert same.flags == ()
    assert one.told == []


def test_flags_of_a_site_are_those_of_its_pairs(desk: Desk) -> None:
    off = SiteSettings(HOST, flags=FlagSettings(off=frozenset({"number"})))
    edits = [pair("Two were hurt.", "Three were hurt.", url) for url in (URL, "https://other.example/pier")]
    ours, others = Reading(desk, Settings(sites=(off,))).reader.compare(iter(edits))
    assert ours is not None
    assert others is not None
    assert (ours.flags, [flag.kind for flag in others.flags]) == ((), ["number"])


class Slow(Here):
    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        raise Overrun("CPU")


def test_a_pair_that_cannot_be_compared_is_kept_and_told(desk: Desk) -> None:
    one = Reading(desk, engine=HereUnits(Slow()))
    assert list(one.reader.compare(iter([pair("A.", "B.")]))) == [None]
    [told] = one.told
    assert told == f"an edit of {URL} is kept without its flags, for the texts could not be compared: CPU"


def test_an_engine_that_is_gone_ends_the_reading(desk: Desk) -> None:
    with pytest.raises(EngineError, match="gone"):
        Reading(desk, engine=HereUnits(most=0)).articles(page())
