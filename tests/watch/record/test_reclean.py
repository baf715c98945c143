"""Raw pages cleaned anew: what today's cleaner reads otherwise is ours, is recorded as such, and nothing else is."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.clean.version import version
from newsdiff.engines import units
from newsdiff.errors import CleanError, EngineError, UnknownArticle
from newsdiff.model import Cleaned, Outcome, PageToClean, RevisionKind, Settings, SiteSettings, Status
from newsdiff.store import Record, Store
from newsdiff.watch.memory.placed_text import unpacked
from newsdiff.watch.memory.site_memory import SiteMemory, Slot
from newsdiff.watch.record.reclean import Today, reclean, recleaned
from newsdiff.watch.record.recorded import article_of
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.court import URL, court, reading
from tests.kit.sealing import seal
from tests.kit.site import START, Desk, Here, story
from tests.kit.units import HereUnits

HOST = "gazette.example"
OTHER, THIRD = "https://gazette.example/harbour/tunnel", "https://gazette.example/harbour/market"
TIP = "Send your own pictures of the harbour to the editors."
LATER = START + timedelta(days=1)
TIPLESS = Settings(sites=(SiteSettings(HOST, remove=("p.tip",)),))  # rules that take the tip out


def html(number: int) -> str:
    """A story with a heading below its headline and a tip for readers."""
    plain = story(number, more=TIP).replace(f"<p>{TIP}", f"<p class=tip>{TIP}")
    return plain.replace("</h1>", "</h1><h2 class=below>The cracks of Port Amber</h2>")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with three articles, as visits record them."""
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        desk = Desk(tmp_path_factory.mktemp("reclean"))
        with court(desk) as bench:
            bench.steps(*(reading(html(number), url) for number, url in enumerate((URL, OTHER, THIRD))))
    return desk.store.path


@pytest.fixture
def desk(template: Path, tmp_path: Path) -> Desk:
    """A copy of it."""
    shutil.copytree(template, tmp_path / "store")
    copy = Desk.__new__(Desk)
    copy.store, copy.now, copy.settings = Store(tmp_path / "store"), START, Settings()
    return copy


def run(desk: Desk, settings: Settings | None = None, *articles: str, engine: HereUnits | None = None) -> list[Outcome]:
    engine = engine or HereUnits()
    return list(reclean(desk.store, settings or desk.settings, now=LATER, articles=articles, engine=engine))


def statuses(outcomes: list[Outcome]) -> list[tuple[str, Status]]:
    return [(outcome.url, outcome.status) for outcome in outcomes]


def test_an_empty_store_and_articles_without_pages_have_nothing_to_clean(tmp_path: Path) -> None:
    empty = Desk(tmp_path)
    assert run(empty) == []
    text = Here().clean(PageToClean(story(), URL)).article
    empty.store.record([Record(text, RevisionKind.FIRST, START)], now=START)
    assert run(empty) == []


def test_where_todays_cleaner_reads_the_same_nothing_is_recorded(desk: Desk) -> None:
    outcomes = run(desk)
    assert {(outcome.url, outcome.status) for outcome in outcomes} == {
        (url, Status.UNCHANGED) for url in (URL, OTHER, THIRD)
    }
    assert all(outcome.revision for outcome in outcomes)
    assert desk.kinds() == ["first"] * 3


def test_what_it_reads_otherwise_is_recorded_as_ours(desk: Desk) -> None:
    with State(desk.store) as state:
        before = state.known(URL)
    [outcome] = run(desk, TIPLESS, URL)
    assert (outcome.url, outcome.status, outcome.report) == (URL, Status.RECLEAN, None)
    [made, first] = desk.store.read_all(desk.store.history(URL))
    assert (made.kind, first.kind) == (RevisionKind.RECLEAN, RevisionKind.FIRST)
    assert TIP in article_of(first).text
    assert article_of(made).text == article_of(first).text.replace(TIP, "").strip()
    assert (made.since, made.seen_at, made.raw_sha256) == (START, LATER, first.raw_sha256)
    assert made.trailer("Cleaner") == version(TIPLESS.site(HOST)) != first.trailer("Cleaner")
    with State(desk.store) as state:
        known = state.known(URL)
    assert known.visited_at == before.visited_at == START  # nobody asked the site
    assert known.cleaner == version(TIPLESS.site(HOST))
    assert known.seen_at == before.seen_at
    assert statuses(run(desk, TIPLESS, URL)) == [(URL, Status.UNCHANGED)]


def test_a_headline_that_it_reads_otherwise_is_the_one_that_is_known(desk: Desk) -> None:
    [outcome] = run(desk, Settings(sites=(SiteSettings(HOST, headline="h2.below"),)), URL)
    assert outcome.status is Status.RECLEAN
    with State(desk.store) as state:
        assert state.known(URL).title == desk.store.articles()[0].headline == "The cracks of Port Amber"


def test_only_the_articles_that_are_named(desk: Desk) -> None:
    assert statuses(run(desk, TIPLESS, "tunnel", "market")) == [(OTHER, Status.RECLEAN), (THIRD, Status.RECLEAN)]
    assert sorted(desk.kinds()) == ["first"] * 3 + ["reclean"] * 2
    with pytest.raises(UnknownArticle):
        run(desk, TIPLESS, "volcano")


def test_an_article_that_was_removed_is_left_as_it_is(desk: Desk) -> None:
    last = desk.store.last(desk.store.find(URL))
    assert last is not None
    gone = Record(article_of(last), RevisionKind.REMOVED, LATER, http_status=410, path=last.path)
    gone = replace(gone, raw_sha256=last.raw_sha256)  # a page that told of it
    desk.store.record([gone], now=LATER)
    assert run(desk, TIPLESS, URL) == []


def test_a_page_that_is_lost_costs_no_other(desk: Desk) -> None:
    urls = [one.url for one in desk.store.articles()]
    [middle, *_] = desk.store.history(urls[1])
    for manifest in desk.store.private.glob("raw/*/*.jsonl"):
        kept = [line for line in manifest.read_text().splitlines(True) if middle.raw_sha256 not in line]
        manifest.write_text("".join(kept))
    outcomes = {outcome.url: outcome for outcome in run(desk, TIPLESS)}
    assert [outcomes[url].status for url in urls] == [Status.RECLEAN, Status.ERROR, Status.RECLEAN]
    assert outcomes[urls[1]].error == f"the raw page {middle.raw_sha256[:12]} is not kept here"
    assert outcomes[urls[1]].revision is not None


def test_a_page_from_which_no_text_can_be_read_any_more_is_told(desk: Desk) -> None:
    class Wordless(Here):
        def clean(self, page: PageToClean) -> Cleaned:
            if page.url == OTHER:
                raise CleanError("it holds no text", "look at it")
            return super().clean(page)

    found = {outcome.url: outcome for outcome in run(desk, TIPLESS, OTHER, URL, engine=HereUnits(Wordless()))}
    assert (found[OTHER].status, found[OTHER].error) == (Status.ERROR, "it holds no text")
    assert found[URL].status is Status.RECLEAN
    assert [r.kind.value for r in desk.store.history(OTHER)] == ["first"]


def test_what_was_read_before_the_engine_was_gone_is_recorded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "UNIT_PAGES", 1)
    outcomes = []
    with pytest.raises(EngineError, match="the scheduler is gone"):
        for outcome in reclean(desk.store, TIPLESS, now=LATER, engine=HereUnits(most=1)):
            outcomes.append(outcome)  # noqa: PERF402 - what came before the error
    assert [outcome.status for outcome in outcomes] == [Status.RECLEAN]
    assert desk.kinds() == ["first"] * 3 + ["reclean"]


def test_a_text_without_the_modules_of_its_host_stays_without_them(desk: Desk) -> None:
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        state.write([Observation(START, HOST, Event.DECIDED, slot="p.tip", decision="drop")])
    [outcome] = run(desk, None, URL)
    assert outcome.status is Status.RECLEAN
    last = desk.store.last(desk.store.find(URL))
    assert last is not None
    assert TIP not in article_of(last).text
    assert "memory/" in last.trailer("Cleaner")


def test_the_bytes_of_a_page_that_was_cleaned_anew_do_not_prove_its_text(desk: Desk) -> None:
    last = desk.store.last(desk.store.find(URL))
    assert last is not None
    with State(desk.store, write=False) as state:
        known = state.known(URL)
    page = desk.store.raw.get(last.raw_sha256)
    assert recleaned(known, last, page, Here(), SiteSettings(HOST), "v", at=LATER) is None
    step = recleaned(known, last, page, Here(), TIPLESS.site(HOST), "v", at=LATER)
    assert step is not None
    assert (step.seen.body_sha256, step.seen.etag, step.seen.last_modified) == ("", None, None)
    assert (step.seen.cleaner, step.seen.raw_sha256) == ("v", last.raw_sha256)


# --- a memory that learns while nothing is read ---


def today(desk: Desk, *slots: Slot, cleaning: Here | None = None) -> Today:
    return Today(desk.store, lambda: cleaning or Here(), SiteSettings(HOST), SiteMemory(HOST, slots))


def test_what_the_memory_leaves_out_of_a_text_whose_page_is_not_kept(desk: Desk) -> None:
    last = desk.store.last(desk.store.find(URL))
    assert last is not None
    with State(desk.store, write=False) as state:
        known = state.known(URL)._replace(raw_sha256="", cleaner=version(SiteSettings(HOST)))
    assert today(desk).remembered(known, last, at=LATER) is None
    assert today(desk, Slot("p.other", module=True)).remembered(known, last, at=LATER) is None
    step = today(desk, Slot("p.tip", module=True)).remembered(known, last, at=LATER)
    assert step is not None
    assert step.record is not None
    assert TIP not in step.record.article.text
    assert (step.record.kind, step.seen.status, step.record.since) == (RevisionKind.RECLEAN, Status.RECLEAN, START)
    assert all("p.tip" not in place for place in step.seen.places)
    assert len(unpacked(step.seen.places)) == len(step.record.article.blocks)
    gone = replace(last, kind=RevisionKind.REMOVED)
    assert today(desk, Slot("p.tip", module=True)).remembered(known, gone, at=LATER) is None


def test_the_version_of_a_cleaner_names_what_is_left_out(desk: Desk) -> None:
    plain = version(SiteSettings(HOST))
    assert today(desk).version == today(desk, Slot("p.tip")).version == plain
    assert today(desk, Slot("p.tip", module=True)).version.startswith(f"{plain} memory/")
