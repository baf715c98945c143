"""What a visit means: a reading and what was known before make one status, and what is to be recorded.

The table of statuses (docs/recording.md) is decided here and nowhere else. Nothing is written here but raw pages.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import ParamSpec, Protocol, TypeVar
from urllib.parse import urlsplit

from newsdiff.comparison import compare
from newsdiff.errors import StoreError
from newsdiff.model import Article, Cleaned, Page, Report, Revision, RevisionKind, Settings, SiteSettings, Status
from newsdiff.process.sandbox import Calling
from newsdiff.store import Record, Store
from newsdiff.text.urls import host, normalise
from newsdiff.watch.gate.case import HALF_SHARE, Case, Reason
from newsdiff.watch.gate.doubts import ALIKE, STUB_WORDS
from newsdiff.watch.gate.shared_text import Peers
from newsdiff.watch.plan.schedule import CONFIRM
from newsdiff.watch.record.identity import canonical, led_to, wants_login
from newsdiff.watch.record.reclean import Today
from newsdiff.watch.record.recorded import (
    Change,
    CleanedFrom,
    Habit,
    article_of,
    built_before,
    case_of,
    habit,
    kind_of,
    record_of,
    recorded,
    without_page,
)
from newsdiff.watch.record.weighing import Look, Moments, Weighed, alike, weighed
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step
from newsdiff.watch.state.text_identity import fingerprint, same
from newsdiff.watch.visit.messages import Cleaning, Failure, Reading

P = ParamSpec("P")
T = TypeVar("T")


class Bench(Protocol):
    """What a judgement stands on: the store, the settings, what is known, a cleaner, and a sandbox for texts."""

    store: Store
    settings: Settings
    state: State
    cleaning: Callable[[], Cleaning]
    sandbox: Calling

    def look(self, cleaned: Cleaned) -> Look:
        """What is read off a cleaned page, once."""

    def last(self, path: str) -> Revision | None:
        """The newest revision at a path, with its article; None when there is none."""

    def path_of(self, url: str) -> str:
        """The path of a normalised URL, also of an article that is new in this run."""

    def name_of(self, key: str) -> str:
        """The name that the article of a reading goes by among those of its host."""

    def begun(self, url: str) -> None:
        """A history was begun under a normalised URL, and is not recorded yet."""


class Judgement:
    """One reading under judgement."""

    def __init__(self, judge: Bench, known: Known, reading: Reading, peers: Peers) -> None:
        self._store = judge.store
        self._settings = judge.settings
        self._state = judge.state
        self._cleaning = judge.cleaning
        self._judge = judge
        self._known = known
        self._reading = reading
        self._peers = peers
        self._steps, page = list[Step](), reading.page
        self._seen = Observation(
            reading.at,
            known.url,
            path=known.path,
            http=page.status if page else 0,
            conditional=reading.conditional,
            etag=page.etag if page else None,
            last_modified=page.last_modified if page else None,
            body_sha256=reading.body_sha256,
            changed=reading.changed,
            shown=reading.shown,
            anew=reading.anew,
            trail=reading.trail,
        )

    @cached_property
    def _site(self) -> SiteSettings:
        return self._settings.site(host(self._known.url))

    @cached_property
    def _today(self) -> Today:
        return Today(self._store, self._cleaning, self._site, self._state.site(host(self._known.url)))

    @cached_property
    def _habit(self) -> Habit:
        return habit(self._known, self._store, self._cleaning, self._site)

    def steps(self) -> list[Step]:
        """What is to be done."""
        known, reading, page = self._known, self._reading, self._reading.page
        if reading.failure:
            self._failed(reading.failure)
        elif page is None or page.status == 304:
            self._say(self._as(Status.NOT_MODIFIED))
        elif wants_login(page):
            self._say(self._as(Status.BLOCKED)._replace(error=f"it redirects to {host(page.final_url)} to log in"))
        elif reading.body_sha256 == known.body_sha256 and known.path:
            self._unchanged(page)
        elif reading.cleaned is None:
            self._doubt([Reason(reading.unclean, waits=True)], None)
        else:
            self._changed(page, reading.cleaned)
        return [without_page(step) for step in self._steps] if reading.mixed else self._steps

    # --- no page ---

    def _failed(self, failure: Failure) -> None:
        if failure.status is Status.MISSING:
            self._absent(failure)
        else:
            self._say(self._as(failure.status, failure)._replace(aside=failure.aside))

    def _absent(self, failure: Failure) -> None:
        """404 and 410: removed at once, or at the second visit an hour later; what never was is an error."""
        known, at = self._known, self._reading.at
        if known.gone:
            self._say(self._as(Status.UNCHANGED, failure)._replace(error="", reasons=("it is still removed",)))
        elif known.path and (failure.http == 410 or (known.missing_since and at - known.missing_since >= CONFIRM)):
            last = self._last()
            record = self._record_of(last, article_of(last), RevisionKind.REMOVED, self._source(), http=failure.http)
            self._say(self._as(Status.REMOVED, failure)._replace(error="", fingerprint=known.fingerprint), record)
        elif known.path or known.missing_since is None:
            self._say(self._as(Status.MISSING, failure))
        else:
            self._say(self._as(Status.ERROR, failure))

    # --- a page ---

    def _changed(self, page: Page, cleaned: Cleaned) -> None:
        last = self._last() if self._known.path else None
        if last is None or (self._known.is_guest and not self._belongs(last, page, cleaned)):
            self._first(page, cleaned)
            return
        article = cleaned.article._replace(url=last.url)
        old = self._recleaned(last, article)
        removed = last.kind is RevisionKind.REMOVED
        if self._reading.tellings:
            told = self._reading.tellings
            self._say(self._as(Status.VARIANT)._replace(fingerprint=told[0], tellings=told))
            return
        if same(old, article):
            if removed:
                self._admit(last, old, article, cleaned, page, None)
            else:
                self._unchanged(page)
            return
        weighed, text = self._weighed(last, old, article, cleaned, page), fingerprint(article)
        reasons = [*self._like(cleaned, old, weighed), *weighed.reasons]
        if weighed.stands:
            self._unchanged(page)
        elif not removed and self._known.returns(text, self._reading.at, self._state.texts(last.path)):
            self._say(self._as(Status.VARIANT)._replace(fingerprint=text))
        elif reasons and not self._confirmed(text, reasons):
            self._doubt(reasons, cleaned)
        else:
            self._admit(last, old, article, cleaned, page, weighed)

    def _first(self, page: Page, cleaned: Cleaned) -> None:
        """A new article, or a known one under another URL."""
        if other := next(self._others(page, cleaned), None):
            why = f"it is the same article as {other.url}"
            seen = self._as(Status.UNCHANGED)._replace(path=other.path, alias=self._known.url, reasons=(why,))
            self._say(seen._replace(fingerprint=fingerprint(article_of(other))), revision=other)
            return
        weighed = self._weighed(None, None, cleaned.article, cleaned, page)
        reasons = [*self._like(cleaned, None, weighed), *weighed.reasons, *self._parted()]
        if reasons and not self._confirmed(fingerprint(cleaned.article), reasons):
            self._doubt(reasons, cleaned)
            return
        self._begin(page, cleaned)

    def _begin(self, page: Page, cleaned: Cleaned) -> None:
        """Begin a history, under the article's own address as far as the page or its server names it."""
        known, moved = self._known, page.permanent_url or ""
        own = canonical(cleaned, page, known.url) or (moved if urlsplit(moved).path.strip("/") else "")
        url = own if own and not self._judge.path_of(normalise(own)) else page.url
        key, led = normalise(url), normalise(led_to(page, known.url))
        alias = known.url if known.is_guest else key if key != known.url else led
        for name in (key, led):
            self._judge.begun(name)
        if known.is_guest:  # it parts from the article that it was taken for
            self._known = known._replace(path="")
            self._seen = self._seen._replace(path="")
        location = url if url == moved and key != known.url else ""
        article = cleaned.article._replace(url=url)
        self._record(None, article, Change(RevisionKind.FIRST), page, cleaned, alias=alias, location=location)

    def _admit(
        self, last: Revision, old: Article, article: Article, cleaned: Cleaned, page: Page, weighed: Weighed | None
    ) -> None:
        """It is an edit, a revert or a return; at a new address the move comes first."""
        kind, report = kind_of(replace(last, article=old), article, self._state.texts(last.path)), None
        if weighed is not None:
            flags, at = self._settings.flags_of(host(last.url)), self._reading.at
            report = weighed.report or self._call(compare, old, article, flags, old_seen=last.seen_at, new_seen=at)
        if kind is not RevisionKind.RESTORED:
            article = article._replace(url=self._moved(last, old, page))
        self._record(last, article, Change(kind, report), page, cleaned)

    def _unchanged(self, page: Page) -> None:
        if self._settings.store.keep_raw == "all" and page.body:
            self._store.raw.put(page)
        if page.permanent_url and self._known.path and normalise(page.permanent_url) != self._address():
            last = self._last()
            if self._moved(last, article_of(last), page) != last.url:
                return
        self._say(self._as(Status.UNCHANGED))

    def _moved(self, last: Revision, old: Article, page: Page) -> str:
        """Record that the article has a new address, where a permanent redirect says so; the address that holds now."""
        new = page.permanent_url or ""
        if not new or normalise(new) == normalise(last.url) or not urlsplit(new).path.strip("/"):
            return last.url
        moved = self._record_of(last, old._replace(url=new), RevisionKind.MOVED, self._source(page))
        record = replace(moved, aliases=(self._known.url,))
        seen = self._as(Status.MOVED)._replace(location=new, alias=normalise(new), fingerprint=self._known.fingerprint)
        self._judge.begun(normalise(new))
        self._say(seen, record)
        return new

    # --- doubts ---

    def _weighed(
        self, last: Revision | None, old: Article | None, article: Article, cleaned: Cleaned, page: Page
    ) -> Weighed:
        """What the texts alone tell of a change; Overrun or Broken where they tell nothing."""
        at, seen, habit = self._reading.at, self._judge.look(cleaned), self._habit
        case = case_of(old, article, page, cleaned, seen.signs, habit, self._today.memory.shapes)
        stamps = last is not None and last.kind is not RevisionKind.REMOVED
        moments, flags = Moments(last.seen_at if last else at, at), self._settings.flags_of(host(article.url))
        beside = seen.beside in habit.marks

        def found_of(case: Case) -> Weighed:
            sandbox, believe = self._judge.sandbox, self._site.believe
            return weighed(sandbox, case, believe, flags, moments, stamps=stamps, beside_stands=beside)

        found = found_of(case)
        if found.went and (was := built_before(self._known, self._store, self._cleaning, self._site)):
            found = found_of(replace(case, was_built=was))
        return found

    def _call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function of the page's text gives, within limits."""
        return self._judge.sandbox.call(function, *args, **kwargs)

    def _like(self, cleaned: Cleaned, old: Article | None, weighed: Weighed) -> Iterator[Reason]:
        """Whether other articles of the host show the text that came in place of this one's.

        At a first visit, releases after one template are alike, and one story stands under two addresses: only a
        short text, or exactly the same one under three addresses, is taken for a wall.
        """
        if ALIKE in self._site.believe:
            return
        key, seen = self._judge.name_of(self._known.url), self._judge.look(cleaned)
        if old is not None:
            others = len(self._peers.others(key, seen.sketch)) if weighed.kept_share < HALF_SHARE else 0
        elif seen.words < STUB_WORDS:
            others = len(self._peers.others(key, seen.sketch))
        else:
            twins = len(self._peers.twins(key, fingerprint(cleaned.article)))
            others = twins if twins > 1 else 0
        if others:
            yield Reason(f"{others} other articles of {host(key)} show the same text", waits=True)

    def _confirmed(self, text: str, reasons: Sequence[Reason]) -> bool:
        """Whether an equal reading, an hour ago or more, overcomes the doubts."""
        doubt = self._known.doubt
        if doubt is None or doubt.fingerprint != text or doubt.waits or doubt.rejected or any(r.waits for r in reasons):
            return False
        return self._reading.at - doubt.first >= CONFIRM

    def _doubt(self, reasons: Sequence[Reason], cleaned: Cleaned | None) -> None:
        page, earlier = self._reading.page, self._known.doubt
        assert page is not None, "a doubt is about a page"
        text = fingerprint(cleaned.article) if cleaned else ""
        kept = (
            earlier.raw_sha256 if earlier and text and earlier.fingerprint == text else ""
        )  # one page of each text is enough
        seen = self._as(Status.SUSPECT)._replace(
            reasons=tuple(r.message for r in reasons),
            waits=any(r.waits for r in reasons),
            raw_sha256=kept or self._store.raw.put(page),
            fingerprint=text,
            sketch=self._judge.look(cleaned).sketch if cleaned else (),
        )
        self._say(seen)

    # --- what is recorded ---

    def _recleaned(self, last: Revision, article: Article) -> Article:
        """The last text as today's cleaner and memory see it; a difference is ours, and recorded as such."""
        old, known, told = article_of(last), self._known, self._reading.recorded
        if last.kind is RevisionKind.REMOVED or same(old, article):
            return old
        step = self._today.step(known, last, told, self._reading.recorded_places, at=self._reading.at)
        if step is None or step.record is None:
            return old
        self._steps.append(step)
        return step.record.article

    def _record(
        self,
        last: Revision | None,
        article: Article,
        change: Change,
        page: Page,
        cleaned: Cleaned,
        *,
        alias: str = "",
        location: str = "",
    ) -> None:
        """Record a text; ``alias`` leads to it from now on, as what is watched does; ``location``: where it stands."""
        line, known, at = self._seen._replace(alias=alias, location=location), self._known, self._reading.at
        step = recorded(line, known, last, article, change, self._source(page, cleaned), seen=at)
        others = tuple(name for name in (known.url, alias) if alias and name != normalise(article.url))
        if others and step.record:
            step = step._replace(record=replace(step.record, aliases=others))
        self._steps.append(step)

    def _record_of(
        self, last: Revision, article: Article, kind: RevisionKind, source: CleanedFrom, *, http: int = 0
    ) -> Record:
        """The revision of a text that was there already, and now is gone or stands elsewhere."""
        return record_of(self._known, last, article, Change(kind), source, seen=self._reading.at, http=http)

    def _source(self, page: Page | None = None, cleaned: Cleaned | None = None) -> CleanedFrom:
        keep = page is not None and page.body and self._settings.store.keep_raw != "none"
        raw = self._store.raw.put(page) if keep and page else None
        marks = self._judge.look(cleaned).marks if cleaned else ()
        return CleanedFrom(page, cleaned, self._today.version, marks, raw)

    def _as(self, status: Status, failure: Failure | None = None) -> Observation:
        """What the log says of a visit that ended so."""
        seen = self._seen._replace(status=status)
        return seen._replace(error=failure.error, http=failure.http) if failure else seen

    def _say(
        self,
        seen: Observation,
        record: Record | None = None,
        report: Report | None = None,
        revision: Revision | None = None,
    ) -> None:
        if record and record.raw_sha256:
            seen = seen._replace(raw_sha256=record.raw_sha256)
        self._steps.append(Step(seen, record, report, revision))

    def _last(self) -> Revision:
        last = self._judge.last(self._known.path)
        if last is None:
            raise StoreError(f"{self._known.path} is not in the archive", "run newsdiff verify")
        return last

    def _address(self) -> str:
        return normalise(self._known.location or self._known.url)

    def _others(self, page: Page, cleaned: Cleaned) -> Iterator[Revision]:
        """The articles that go by an address of this page, and have its text."""
        known = self._known
        addresses = (canonical(cleaned, page, known.url), led_to(page, known.url), known.url)
        for path in dict.fromkeys(self._judge.path_of(normalise(url)) for url in addresses if url):
            last = self._judge.last(path) if path else None
            if last and self._call(alike, article_of(last), cleaned.article):
                yield last

    def _belongs(self, last: Revision, page: Page, cleaned: Cleaned) -> bool:
        """Whether a page is still that of the article that its address was taken for one of."""
        addresses = (canonical(cleaned, page, self._known.url), led_to(page, self._known.url))
        led = any(url and self._judge.path_of(normalise(url)) == last.path for url in addresses)
        return led or self._call(alike, article_of(last), cleaned.article)

    def _parted(self) -> Iterator[Reason]:
        """An address that shows another text than the article that it was taken for."""
        if self._known.is_guest:
            yield Reason("it was taken for another address of an article, and shows another text")
