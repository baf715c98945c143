"""What a recorded text comes to: the kind of its revision, its line of the log, and what is known of its page."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any, ParamSpec, TypeVar

import pytest

from newsdiff import __version__
from newsdiff.comparison import compare
from newsdiff.errors import CleanError
from newsdiff.model import (
    Article,
    Cleaned,
    FlagSettings,
    Page,
    PageToClean,
    Revision,
    RevisionKind,
    Sign,
    SignKind,
    SiteSettings,
    Status,
)
from newsdiff.process.sandbox import Broken, Overrun
from newsdiff.store import Store
from newsdiff.watch.gate.structure import Built
from newsdiff.watch.memory.site_memory import PageShapes
from newsdiff.watch.record.recorded import (
    Change,
    CleanedFrom,
    Habit,
    article_of,
    built_before,
    case_of,
    change_of,
    faulted,
    habit,
    kind_of,
    logged,
    record_of,
    recorded,
    without_page,
)
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.logged_page import logged_page
from newsdiff.watch.state.observation import Observation
from newsdiff.watch.state.text_identity import fingerprint
from newsdiff.watch.visit.pool import MAX_STRIKES
from tests.kit import site as kit
from tests.kit.stories import START, URL, text

P = ParamSpec("P")
T = TypeVar("T")
CLOSED, OPEN = text(), text("The bridge is open.")
PATH = "gazette.example/2026/03/bridge-3a8cdbb6.md"
LATER = START + timedelta(hours=2)
KNOWN = Known(URL, path=PATH, seen_at=START + timedelta(hours=1))
HERE = kit.Here()


def revision(article: Article | None = CLOSED, kind: RevisionKind = RevisionKind.FIRST) -> Revision:
    return Revision("1" * 40, PATH, URL, START, None, kind, article=article)


def page(body: bytes = b"<p>x", **changed: Any) -> Page:
    return Page(URL, URL, 200, "text/html", body, LATER, '"1"', "Sun, 01 Mar 2026 08:00:00 GMT")._replace(**changed)


class Failing(kit.Here):
    """A sandbox in which nothing comes to an end."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        raise self.error


# --- the kind of a revision ---


@pytest.mark.parametrize(
    ("last", "article", "texts", "wanted"),
    [
        (None, CLOSED, set(), RevisionKind.FIRST),
        (None, CLOSED, {fingerprint(CLOSED)}, RevisionKind.FIRST),
        (revision(), CLOSED, set(), None),
        (revision(), text("The  bridge is\u00a0closed."), set(), None),  # typography makes none
        (revision(), OPEN, set(), RevisionKind.EDIT),
        (revision(), OPEN, {fingerprint(CLOSED)}, RevisionKind.EDIT),
        (revision(), OPEN, {fingerprint(CLOSED), fingerprint(OPEN)}, RevisionKind.REVERT),
        (revision(kind=RevisionKind.REMOVED), CLOSED, set(), RevisionKind.RESTORED),
        (revision(kind=RevisionKind.REMOVED), OPEN, {fingerprint(OPEN)}, RevisionKind.RESTORED),
    ],
    ids=[
        *("first", "first of two", "same", "typography", "edit", "edit of a known text", "revert", "restored"),
        "restored and edited",
    ],
)
def test_what_a_text_is_after_the_last_one(
    last: Revision | None, article: Article, texts: set[str], wanted: RevisionKind | None
) -> None:
    assert kind_of(last, article, texts) == wanted


def change(last: Revision | None, article: Article, sandbox: kit.Here = HERE) -> Change:
    return change_of(last, article, set(), seen_at=LATER, flags=FlagSettings(), sandbox=sandbox)


def test_where_nothing_differs_nothing_is_compared() -> None:
    broken = Failing(Broken("never"))
    assert change(None, CLOSED, broken) == Change(RevisionKind.FIRST)
    assert change(revision(), CLOSED, broken) == Change(None)
    assert change(revision(kind=RevisionKind.REMOVED), CLOSED, broken) == Change(RevisionKind.RESTORED)


def test_an_edit_is_compared_with_the_times_of_both() -> None:
    found = change(revision(), OPEN)
    assert (found.kind, found.error) == (RevisionKind.EDIT, "")
    assert found.report == compare(CLOSED, OPEN, FlagSettings(), old_seen=START, new_seen=LATER)
    assert change(revision(kind=RevisionKind.REMOVED), OPEN).report is not None


@pytest.mark.parametrize("error", [Overrun("CPU"), Broken("ValueError: odd")])
def test_an_edit_that_cannot_be_compared_is_one_all_the_same(error: Exception) -> None:
    found = change(revision(), OPEN, Failing(error))
    assert (found.kind, found.report) == (RevisionKind.EDIT, None)
    assert str(error) in found.error


# --- its line and its revision ---


def test_a_text_that_stands_makes_a_line_and_no_revision() -> None:
    last = revision()
    step = recorded(Observation(LATER, URL), KNOWN, last, CLOSED, Change(None), CleanedFrom(page()), seen=LATER)
    assert (step.record, step.report, step.revision) == (None, None, last)
    assert (step.seen.status, step.seen.path, step.seen.fingerprint) == (Status.UNCHANGED, PATH, fingerprint(CLOSED))


def test_a_first_text_has_a_revision_without_a_place() -> None:
    source = CleanedFrom(page(), cleaner="newsdiff/3", raw_sha256="ab" * 32)
    step = recorded(Observation(LATER, URL), Known(URL), None, CLOSED, Change(RevisionKind.FIRST), source, seen=LATER)
    assert (step.seen.status, step.seen.path) == (Status.FIRST, "")
    assert step.record is not None
    assert (step.record.kind, step.record.seen_at, step.record.since, step.record.path) == (
        RevisionKind.FIRST,
        LATER,
        None,
        None,
    )
    assert (step.record.http_status, step.record.etag) == (200, '"1"')
    assert (step.record.raw_sha256, step.record.cleaner) == ("ab" * 32, "newsdiff/3")


def test_an_edit_was_made_since_its_text_was_last_seen_to_stand() -> None:
    made = change(revision(), OPEN)
    step = recorded(Observation(LATER, URL), KNOWN, revision(), OPEN, made, CleanedFrom(page()), seen=LATER)
    assert step.record is not None
    assert (step.record.since, step.record.path, step.record.report) == (KNOWN.seen_at, PATH, made.report)
    assert step.report == made.report
    never = record_of(KNOWN._replace(seen_at=None), revision(), OPEN, made, CleanedFrom(), seen=LATER)
    assert never.since == START


def test_no_revision_is_earlier_than_the_one_before() -> None:
    early = START - timedelta(hours=1)
    made = record_of(KNOWN, revision(), OPEN, Change(RevisionKind.EDIT), CleanedFrom(), seen=early)
    assert made.seen_at == START
    assert record_of(KNOWN, None, OPEN, Change(RevisionKind.FIRST), CleanedFrom(), seen=early).seen_at == early


def test_a_status_that_brought_no_page_is_that_of_the_revision() -> None:
    gone = record_of(KNOWN, revision(), CLOSED, Change(RevisionKind.REMOVED), CleanedFrom(), seen=LATER, http=410)
    assert (gone.http_status, gone.etag) == (410, None)
    assert (
        record_of(
            KNOWN, None, CLOSED, Change(RevisionKind.FIRST), CleanedFrom(page()), seen=LATER, http=410
        ).http_status
        == 200
    )


def test_why_an_edit_was_not_compared_stands_in_the_log() -> None:
    made = Change(RevisionKind.EDIT, None, "its texts could not be compared")
    step = recorded(Observation(LATER, URL), KNOWN, revision(), OPEN, made, CleanedFrom(), seen=LATER)
    assert (step.seen.status, step.seen.error) == (Status.EDIT, "its texts could not be compared")


def test_a_line_tells_of_text_and_page() -> None:
    line = logged(Observation(LATER, URL), CLOSED, CleanedFrom(page(), cleaner="newsdiff/3"))
    assert (line.fingerprint, line.words, line.title) == (fingerprint(CLOSED), 6, "Bridge closed")
    assert (line.http, line.etag, line.last_modified) == (200, '"1"', "Sun, 01 Mar 2026 08:00:00 GMT")
    assert (line.body_sha256, line.cleaner) == (sha256(b"<p>x").hexdigest(), "newsdiff/3")
    known = logged(Observation(LATER, URL, body_sha256="known"), CLOSED, CleanedFrom(page()))
    assert known.body_sha256 == "known"  # a page whose body was let go keeps its name
    file = logged(Observation(LATER, URL), CLOSED, CleanedFrom())
    assert (file.http, file.body_sha256, file.marks, file.built) == (0, "", (), None)


def cleaned(html: str = kit.story()) -> Cleaned:
    return HERE.clean(PageToClean(html, URL))


def test_how_a_page_is_built_is_logged_where_the_page_itself_is_not_kept() -> None:
    seen = cleaned()
    line = logged(Observation(LATER, URL), seen.article, CleanedFrom(page(), seen))
    assert line.built == logged_page(seen.frame, seen.identity)
    assert line.marks
    assert line.places
    assert line.closed
    kept = logged(Observation(LATER, URL), seen.article, CleanedFrom(page(), seen, raw_sha256="ab" * 32))
    assert (kept.built, kept.raw_sha256, kept.marks) == (None, "ab" * 32, line.marks)
    looked_at = logged(Observation(LATER, URL), seen.article, CleanedFrom(page(), seen, marks=("wall",)))
    assert looked_at.marks == ("wall",)


def test_a_page_that_was_cut_is_not_closed() -> None:
    whole = cleaned()
    cut = whole._replace(signs=(*whole.signs, Sign(SignKind.CUT)))
    assert not logged(Observation(LATER, URL), whole.article, CleanedFrom(page(), cut)).closed


def test_a_text_that_is_not_the_pages_is_not_proved_by_its_coming_again() -> None:
    step = recorded(
        Observation(LATER, URL), KNOWN, None, CLOSED, Change(RevisionKind.FIRST), CleanedFrom(page()), seen=LATER
    )
    seen = without_page(step).seen
    assert (seen.body_sha256, seen.etag, seen.last_modified) == ("", None, None)
    assert (
        seen._replace(body_sha256=step.seen.body_sha256, etag=step.seen.etag, last_modified=step.seen.last_modified)
        == step.seen
    )


def test_a_page_at_which_newsdiff_failed_is_set_aside_the_third_time() -> None:
    lines = [faulted(Observation(LATER, URL), KNOWN._replace(faults=n), "it broke") for n in range(MAX_STRIKES)]
    assert [line.aside for line in lines] == [False] * (MAX_STRIKES - 1) + [True]
    assert [line.error for line in lines] == ["it broke"] * (MAX_STRIKES - 1) + ["it broke: set aside"]
    assert {(line.status, line.path, line.fault) for line in lines} == {(Status.ERROR, PATH, __version__)}


def test_a_revision_without_its_text_is_a_fault_of_ours() -> None:
    assert article_of(revision()) is CLOSED
    with pytest.raises(AssertionError, match="give the article with it"):
        article_of(revision(None))


# --- what is known of the recorded page ---


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store.create(tmp_path_factory.mktemp("recorded") / "store", bare=True)


def kept(store: Store, html: str) -> Known:
    """What is known of an article whose raw page is kept, and of which nothing else was logged."""
    return Known(URL, path=PATH, raw_sha256=store.raw.put(page(html.encode())))


class Unasked:
    def __call__(self) -> kit.Here:
        pytest.fail("nothing is to be cleaned")


SITE = SiteSettings("")


def test_a_habit_that_was_logged_is_not_looked_for(store: Store) -> None:
    known = kept(store, kit.story())._replace(marks=("wall",), closed=True)
    assert habit(known, store, Unasked(), SITE) == Habit(True, ("wall",))
    assert habit(KNOWN, store, Unasked(), SITE) == Habit(False, ())  # there is no page


def test_a_habit_that_was_not_logged_is_read_from_the_raw_page(store: Store) -> None:
    found = habit(kept(store, kit.story()), store, lambda: HERE, SITE)
    assert found.closed
    assert found.marks == logged(Observation(LATER, URL), CLOSED, CleanedFrom(page(), cleaned())).marks


def test_how_a_page_was_built_is_read_from_the_raw_page_or_the_log(store: Store) -> None:
    seen = cleaned()
    assert built_before(kept(store, kit.story()), store, lambda: HERE, SITE) == Built(seen.frame, seen.identity)
    line = logged_page(seen.frame, seen.identity)
    assert built_before(KNOWN._replace(built=line), store, Unasked(), SITE) == Built(line.frame, line.identity)
    assert built_before(KNOWN, store, Unasked(), SITE) is None


class Broke(kit.Here):
    def clean(self, page: PageToClean) -> Cleaned:
        raise CleanError("it holds no text")


def test_a_raw_page_that_is_lost_or_cannot_be_read_leaves_what_was_logged(store: Store) -> None:
    lost = KNOWN._replace(raw_sha256="0" * 64, closed=True)
    assert habit(lost, store, lambda: HERE, SITE) == Habit(True, ())
    assert built_before(lost, store, lambda: HERE, SITE) is None
    unread = kept(store, kit.story(2))
    assert habit(unread, store, Broke, SITE) == Habit(False, ())
    assert built_before(unread, store, Broke, SITE) is None


def test_what_the_gate_looks_at() -> None:
    seen, went = cleaned(), page(final_url="https://gazette.example/other", truncated=True)
    signs = (Sign(SignKind.CUT),)
    case = case_of(CLOSED, OPEN, went, seen, signs, Habit(False, ("a", "b")), PageShapes(3))
    assert (case.old, case.new, case.requested_url, case.final_url) == (CLOSED, OPEN, URL, went.final_url)
    assert (case.signs, case.habit, case.was_closed, case.truncated) == (signs, frozenset("ab"), False, True)
    assert (case.built, case.was_built, case.shapes) == (Built(seen.frame, seen.identity), None, PageShapes(3))
