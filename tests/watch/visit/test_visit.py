"""One host's pages, one after another: what each reading holds, what its failure is called, and when a host is left."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from newsdiff.body.kinds import PAGES
from newsdiff.errors import CleanError, NetworkError, RefusedError
from newsdiff.fetch import Fetcher, Robots
from newsdiff.fetch.pace import Rest
from newsdiff.fetch.robots import Rules
from newsdiff.model import FetchSettings, Page, PageKind, SiteSettings, Status
from newsdiff.watch.state.text_identity import fingerprint
from newsdiff.watch.visit.messages import BatchResult, HostBatch, Reading, Task
from newsdiff.watch.visit.visit import GIVE_UP_AFTER_PAGES, Shared, check, list_kind, visit
from tests.kit.site import START, Answer, Here, Site, page

FETCH = FetchSettings(delay=0.0, deadline=5.0, allow_private=True)
HOST = "127.0.0.1"


def story(text: str = "The bridge is closed, the harbour office said on Monday.") -> str:
    return page("Bridge closed", f"<p>{text}</p>")


STORY = story()


class Round:
    """A site, and visits of its pages by one process; ``waits`` are those of the last visit."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.waits: list[float] = []
        self.shared = Shared(Here())
        self.robots = (Rules(site.url(""), "", START),)  # nothing is forbidden, and that is known

    def task(self, path: str = "/a", **known: Any) -> Task:
        return Task(self.site.url(path), self.site.url(path), **known)

    def result(self, *tasks: Task, **batch: Any) -> BatchResult:
        told: dict[str, Any] = {"fetch": FETCH, "site": SiteSettings(""), "start": START, "robots": self.robots} | batch
        self.waits = []
        return visit(HostBatch(HOST, tasks, **told), shared=self.shared, sleep=self.waits.append)

    def reading(self, path: str = "/a", *, settings: dict[str, Any] | None = None, **known: Any) -> Reading:
        [reading] = self.result(self.task(path, **known), **(settings or {})).readings
        return reading


@pytest.fixture(scope="module")
def served() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def round_(served: Site) -> Round:
    served.empty()
    served.put("/a", STORY)
    return Round(served)


# --- pages ---


def test_no_task_no_request(round_: Round) -> None:
    assert round_.result() == BatchResult(HOST, ())
    assert round_.site.log == []


def test_a_page_comes_with_its_article(round_: Round) -> None:
    reading = round_.reading()
    assert (reading.key, reading.conditional, reading.failure, reading.unclean) == (
        round_.site.url("/a"),
        False,
        None,
        "",
    )
    assert reading.page is not None
    assert reading.page.body == STORY.encode()
    assert reading.body_sha256 == sha256(STORY.encode()).hexdigest()
    assert reading.cleaned is not None
    assert reading.cleaned.article.headline == "Bridge closed"
    assert (reading.second, reading.discovered, reading.kind, reading.misled) == (None, None, None, False)
    assert START <= reading.at < START + timedelta(minutes=1)


def test_a_page_that_is_told_to_be_the_same_is_not_read(round_: Round) -> None:
    round_.site.put("/a", STORY, ETag='"1"')
    reading = round_.reading(etag='"1"')
    assert reading.page is not None
    assert (reading.page.status, reading.conditional, reading.cleaned, reading.body_sha256) == (304, True, None, "")
    assert round_.reading(etag='"0"').cleaned is not None


def test_the_same_bytes_are_not_cleaned_and_kept_only_where_wanted(round_: Round) -> None:
    digest = sha256(STORY.encode()).hexdigest()
    same = round_.reading(body_sha256=digest)
    assert same.page is not None
    assert (same.cleaned, same.body_sha256, same.page.body) == (None, digest, b"")
    kept = round_.reading(body_sha256=digest, settings={"keep_bodies": True})
    assert kept.page is not None
    assert (kept.cleaned, kept.page.body) == (None, STORY.encode())


def test_a_page_without_an_article_says_why(round_: Round) -> None:
    round_.site.put("/a", "<html><body></body></html>")
    reading = round_.reading()
    assert reading.cleaned is None
    assert reading.failure is None
    assert reading.unclean
    assert reading.page is not None
    assert reading.page.body


def test_a_site_gets_its_headers_and_a_page_is_kept_under_a_public_address(round_: Round) -> None:
    round_.site.put("/a?token=s3cr3tpass", STORY)
    reading = round_.reading("/a?token=s3cr3tpass", settings={"site": SiteSettings("", headers=(("Cookie", "a=b"),))})
    assert round_.site.log[-1][1]["cookie"] == "a=b"
    assert round_.site.asked() == ["/a?token=s3cr3tpass"]
    assert reading.page is not None
    assert "s3cr3tpass" not in reading.page.url + reading.page.final_url


# --- second looks ---


def test_a_text_that_differs_is_read_once_more_where_a_page_does_not_stand_still(round_: Round) -> None:
    round_.site.turn("/a", STORY, story("The bridge is open."))
    reading = round_.reading(fingerprint="0" * 16)
    assert reading.cleaned is not None
    assert reading.second is not None
    assert "closed" in reading.cleaned.article.text
    assert "open" in reading.second.article.text


def test_the_same_bytes_the_second_time_tell_nothing(round_: Round) -> None:
    assert round_.reading(fingerprint="0" * 16).second is None
    assert round_.site.asked() == ["/a", "/a"]


@pytest.mark.parametrize(
    "second", [Answer("", 500), Answer("<html></html>"), Answer(None)], ids=["500", "none", "gone"]
)
def test_a_second_look_that_fails_costs_nothing(round_: Round, second: Answer) -> None:
    first = round_.site.pages["/a"]
    asked: list[int] = []

    def turn() -> None:
        asked.append(1)
        if len(asked) > 1:
            first.body, first.status = second.body, second.status

    first.before = turn
    reading = round_.reading(fingerprint="0" * 16)
    assert len(asked) > 1
    assert (reading.second, reading.failure) == (None, None)
    assert reading.cleaned is not None


def known_text() -> dict[str, Any]:
    cleaned = Here().clean(Page("", "", 200, "text/html", STORY.encode(), START).to_clean(None))
    return {"fingerprint": fingerprint(cleaned.article)}


@pytest.mark.parametrize(
    "known",
    [
        {},  # nothing is recorded yet
        known_text(),
        {"fingerprint": "0" * 16, "read_before": (known_text()["fingerprint"],)},
        known_text() | {"published": "2026-03-01"},  # the page claims none
    ],
    ids=["the first text", "the recorded text", "read before", "a claimed date that is gone"],
)
def test_what_needs_no_second_look_gets_none(round_: Round, known: dict[str, Any]) -> None:
    assert round_.reading(**known).second is None
    assert round_.site.asked() == ["/a"]


def test_a_claimed_date_that_moves_is_looked_at_again(round_: Round) -> None:
    dated = STORY.replace("<head>", '<head><meta property="article:published_time" content="2026-03-01T08:00:00Z">')
    round_.site.put("/a", dated)
    published = round_.reading().cleaned
    assert published is not None
    assert published.article.published
    for claimed, asked in ((published.article.published, 1), ("2026-02-28", 2)):
        round_.site.log.clear()
        round_.reading(**known_text(), published=claimed)
        assert len(round_.site.asked()) == asked


# --- failures ---


@pytest.mark.parametrize(
    ("http", "status"),
    [
        *((code, Status.BLOCKED) for code in (401, 403, 406, 407, 451)),
        *((code, Status.MISSING) for code in (404, 410)),
        *((code, Status.UNREACHABLE) for code in (429, 500, 503, 504, 599)),
        *((code, Status.ERROR) for code in (400, 402, 418)),
    ],
)
def test_what_a_status_means(round_: Round, http: int, status: Status) -> None:
    round_.site.put("/a", "no", http)
    failure = round_.reading().failure
    assert failure is not None
    assert (failure.status, failure.http) == (status, http)
    assert str(http) in failure.error


def test_no_answer_is_no_fault_of_the_page(round_: Round) -> None:
    round_.site.put("/a", None)
    reading = round_.reading(etag='"1"')
    assert reading.failure is not None
    assert (reading.failure.status, reading.failure.http, reading.conditional) == (Status.UNREACHABLE, 0, True)


def test_what_is_no_page_is_an_error(round_: Round) -> None:
    round_.site.put("/a", b"%PDF-1.7", Content_Type="application/pdf")
    failure = round_.reading().failure
    assert failure is not None
    assert failure.status is Status.ERROR
    assert "application/pdf" in failure.error


def test_what_robots_forbid_is_not_asked(round_: Round) -> None:
    rules = (Rules(round_.site.url(""), "User-agent: *\nDisallow: /a", START),)
    failure = round_.reading(settings={"robots": rules}).failure
    assert failure is not None
    assert (failure.status, failure.http) == (Status.REFUSED, 0)
    assert failure.error.endswith("was not asked: robots.txt forbids it")
    assert round_.site.log == []


def test_an_address_that_is_not_public_is_refused_with_what_to_do(round_: Round) -> None:
    failure = round_.reading(settings={"fetch": FetchSettings(delay=0.0), "robots": ()}).failure
    assert failure is not None
    assert failure.status is Status.REFUSED
    assert failure.error.endswith("or write allow_private = true under [fetch] in config.toml)")


# --- the host as a whole ---


def test_pages_come_in_their_order_and_are_told_as_they_come(round_: Round) -> None:
    told: list[str] = []
    paths = ["/a", "/b", "/c"]
    for path in paths:
        round_.site.put(path, story(path))
    visit(
        HostBatch(HOST, tuple(map(round_.task, paths)), FETCH, SiteSettings(""), START, robots=round_.robots),
        shared=round_.shared,
        begun=lambda task: told.append(f"begun {task.url[-2:]}"),
        done=lambda reading: told.append(f"done {reading.key[-2:]}"),
        sleep=round_.waits.append,
    )
    assert told == [f"{what} {path}" for path in paths for what in ("begun", "done")]
    assert round_.site.asked() == paths


def test_robots_are_read_once_and_given_back(round_: Round) -> None:
    round_.site.put("/robots.txt", "User-agent: *\nDisallow: /b", Content_Type="text/plain")
    result = round_.result(round_.task("/a"), round_.task("/b"), robots=())
    [rules] = result.robots
    assert (rules.origin, rules.text) == (round_.site.url(""), "User-agent: *\nDisallow: /b")
    assert [reading.failure is None for reading in result.readings] == [True, False]
    assert [path for path, _ in round_.site.log] == ["/robots.txt", "/a"]
    assert round_.result(round_.task("/a"), robots=()).robots == ()


def test_a_host_that_rests_is_left_alone(round_: Round) -> None:
    rest = Rest(HOST, START + timedelta(hours=1), "it answered 429")
    assert round_.result(round_.task(), rests=(rest,)) == BatchResult(HOST, (), (rest,))
    over = rest._replace(until=START)
    assert len(Round(round_.site).result(round_.task(), rests=(over,)).readings) == 1


def test_a_host_that_asks_for_a_pause_is_asked_for_nothing_more(round_: Round) -> None:
    round_.site.put("/a", "later", 429, Retry_After="3600")
    result = round_.result(round_.task("/a"), round_.task("/b"))
    assert [reading.key[-2:] for reading in result.readings] == ["/a"]
    [rest] = result.rests
    assert rest.host == HOST
    assert START + timedelta(minutes=59) < rest.until < START + timedelta(minutes=62)


def test_a_host_that_does_not_answer_is_given_up_after_some_pages(round_: Round) -> None:
    paths = [f"/{n}" for n in range(GIVE_UP_AFTER_PAGES + 1)]
    for path in paths:
        round_.site.put(path, None)
    result = round_.result(*map(round_.task, paths))
    assert len(result.readings) == GIVE_UP_AFTER_PAGES
    [rest] = result.rests
    assert START + timedelta(minutes=5) <= rest.until < START + timedelta(minutes=6)


@pytest.mark.parametrize("between", [Answer(STORY), Answer("", 404)], ids=["a page", "a status"])
def test_any_answer_between_shows_that_the_host_is_there(round_: Round, between: Answer) -> None:
    paths = ["/0", "/1", "/a", "/2", "/3"]
    for path in paths:
        round_.site.put(path, None)
    round_.site.pages["/a"] = between
    result = round_.result(*map(round_.task, paths))
    assert len(result.readings) == len(paths)
    assert result.rests == ()


def test_after_its_time_no_further_page_is_begun_but_the_first_always_is(round_: Round) -> None:
    for ends, many in ((START - timedelta(hours=1), 1), (START, 1), (START + timedelta(hours=1), 2), (None, 2)):
        assert len(round_.result(round_.task("/a"), round_.task("/b"), ends=ends).readings) == many


def test_a_host_that_another_process_asked_just_now_is_waited_for(round_: Round) -> None:
    class Waited(Exception):
        pass

    def sleep(seconds: float) -> None:
        assert 60 < seconds <= 120
        raise Waited

    slow = FetchSettings(delay=120.0, deadline=5.0, allow_private=True)
    batch = HostBatch(HOST, (round_.task(),), slow, SiteSettings(""), START, robots=round_.robots)
    assert len(visit(batch, shared=Shared(Here()), sleep=sleep).readings) == 1
    with pytest.raises(Waited):
        visit(batch._replace(requested_elsewhere=True), shared=Shared(Here()), sleep=sleep)


# --- lists ---

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>All</title><item><title>Bridge</title>'
    "<link>https://news.example/bridge</link></item></channel></rss>"
)


def test_a_feed_gives_its_links_and_no_body(round_: Round) -> None:
    round_.site.put("/feed", FEED, Content_Type="application/rss+xml", ETag='"1"')
    reading = round_.reading("/feed", kind=PageKind.FEED)
    assert reading.discovered is not None
    assert [link.url for link in reading.discovered.links] == ["https://news.example/bridge"]
    assert reading.page is not None
    assert (reading.page.body, reading.page.etag, reading.cleaned, reading.unclean) == (b"", '"1"', None, "")


def test_a_feed_that_cannot_be_read_says_why(round_: Round) -> None:
    round_.site.put("/feed", '{"items": 3}', Content_Type="application/json")
    reading = round_.reading("/feed", kind=PageKind.FEED)
    assert reading.discovered is None
    assert reading.unclean.endswith("is JSON, but no feed")


def test_the_parts_of_an_index_are_read_too_and_one_that_fails_is_asked_for_again(round_: Round) -> None:
    parts = "".join(f"<sitemap><loc>{round_.site.url(f'/{n}.xml')}</loc></sitemap>" for n in (1, 2))
    round_.site.put("/map", f"<sitemapindex>{parts}</sitemapindex>", Content_Type="text/xml", ETag='"1"')
    for n in (1, 2):
        url = f"<url><loc>https://news.example/{n}</loc></url>"
        round_.site.put(f"/{n}.xml", f"<urlset>{url}</urlset>", Content_Type="text/xml")
    whole = round_.reading("/map", kind=PageKind.SITEMAP)
    assert whole.discovered is not None
    assert {link.url for link in whole.discovered.links} == {"https://news.example/1", "https://news.example/2"}
    assert whole.page is not None
    assert whole.page.etag == '"1"'
    round_.site.put("/2.xml", "", 500)
    part = round_.reading("/map", kind=PageKind.SITEMAP)
    assert part.discovered is not None
    assert part.discovered.incomplete
    assert part.page is not None
    assert part.page.etag is None


def test_what_nobody_said_is_found_out(round_: Round) -> None:
    round_.site.put("/feed", FEED, Content_Type="application/rss+xml")
    reading = round_.reading("/feed", unsure=True)
    assert (reading.kind, reading.discovered is None) == (PageKind.FEED, False)
    article = round_.reading("/a", unsure=True)
    assert (article.kind, article.cleaned is None) == (None, False)


def test_what_nobody_said_and_is_neither_is_an_error_with_its_status(round_: Round) -> None:
    round_.site.put("/x", '{"items": 3}', Content_Type="application/json")
    reading = round_.reading("/x", unsure=True)
    assert reading.failure is not None
    assert (reading.failure.status, reading.failure.http) == (Status.ERROR, 200)
    assert reading.page is not None
    assert reading.page.body == b""


def named(body: str, content_type: str, url: str = "https://news.example/x") -> Page:
    return Page(url, url, 200, content_type, body.encode(), datetime(2026, 3, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("body", "content_type", "url", "wanted"),
    [
        *((STORY, kind, "https://news.example/x", None) for kind in sorted(PAGES)),
        (FEED, "text/html", "https://news.example/x", PageKind.FEED),
        ("<urlset></urlset>", "text/xml", "https://news.example/x", PageKind.SITEMAP),
        ("<html><body></body></html>", "text/html", "https://news.example/", None),  # a home page, but is it a section?
    ],
)
def test_what_a_page_of_the_list_is(body: str, content_type: str, url: str, wanted: PageKind | None) -> None:
    assert list_kind(named(body, content_type, url)) is wanted


@pytest.mark.parametrize(
    ("body", "content_type", "why"),
    [
        (
            '<opml version="2.0"><body><outline xmlUrl="https://a.example/1"/></body></opml>',
            "text/xml",
            "https://news.example/x is an OPML list of 1 feeds, not a page (newsdiff add URL watches them)",
        ),
        ("<svg></svg>", "image/svg+xml", "https://news.example/x brought no page: it is image/svg+xml, not a page"),
        ('{"a": 1}', "application/json", "https://news.example/x is JSON, but no feed"),
    ],
)
def test_what_is_neither_a_page_nor_a_list_says_what_it_is(body: str, content_type: str, why: str) -> None:
    with pytest.raises(CleanError) as error:
        list_kind(named(body, content_type))
    assert error.value.message == why


# --- whether a page may be asked for ---


def checked(failure: str, text: str = "", settings: FetchSettings = FETCH) -> list[Rules]:
    """What had to be read of robots.txt to let a page be asked for."""
    shared, origin = Shared(Here()), "http://127.0.0.1:9"
    shared.readings.add([Rules(origin, text, START, failure)])
    with Fetcher(settings, clock=lambda: START, pace=shared.pace) as fetcher:
        robots = Robots(fetcher, shared.readings)
        check(robots, f"{origin}/a", settings)
    return robots.read


def test_what_robots_allow_may_be_asked() -> None:
    assert checked("") == checked("", "User-agent: *\nDisallow: /b") == []


def test_robots_that_could_not_be_read_refuse_for_now_and_their_cause_is_told() -> None:
    with pytest.raises(RefusedError, match="status 503") as refused:
        checked("status 503")
    assert refused.value.transient
    with pytest.raises(NetworkError, match="could not be read") as silent:
        checked("it gave no answer")
    assert silent.value.transient
    with pytest.raises(RefusedError, match="forbids it") as forbidden:
        checked("", "User-agent: *\nDisallow: /a")
    assert not forbidden.value.transient


def test_an_address_that_is_not_public_is_the_cause_that_is_told() -> None:
    with pytest.raises(RefusedError, match="is not a public address"):
        checked("it gave no answer", settings=FetchSettings(delay=0.0))
