"""What an import is to record of one article."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.document import article
from newsdiff.model import Page, Revision, RevisionKind
from newsdiff.store.backfill.plan import Plan, SpooledPage, Version, article_plan, before, placeholder, resumed, turns
from newsdiff.store.backfill.spool import Spool
from tests.kit.stories import START

URL = "https://gazette.example/2026/01/story"
NOWHERE = SpooledPage((0, 0), (0, 0))


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    with Spool(tmp_path) as one:
        yield one


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def version(day: int, text: str, *, truncated: bool = False, place: SpooledPage = NOWHERE) -> Version:
    return Version(at(day), at(day), text.encode(), text.encode(), place, truncated)


def kept(spool: Spool, *texts: str) -> list[Version]:
    """Versions of an article a day each, with their pages; a text that ends with a dash breaks off."""
    found = []
    for day, text in enumerate(texts):
        page = Page(URL, URL, 200, "text/plain", text.encode(), at(day))
        place = SpooledPage(spool.put(page), spool.put(article([text], headline=f"{text}!")._replace(url=URL)))
        found.append(version(day, text, truncated=text.endswith("-"), place=place))
    return found


def planned(*texts: str, done: int = 0) -> Plan:
    return Plan(URL, "Story", tuple(version(day, text) for day, text in enumerate(texts)), done=done)


def recorded(*texts: str, kinds: tuple[RevisionKind, ...] = ()) -> list[Revision]:
    told = zip(texts, kinds or (RevisionKind.EDIT,) * len(texts), strict=True)
    return [
        Revision(f"r{day}", "gazette/story", URL, at(day), None, kind, trailers=(("Raw-Sha256", text.encode().hex()),))
        for day, (text, kind) in enumerate(told)
    ]


def none_left_out(page: Page) -> None:
    pytest.fail(f"{page.body!r} was left out")


def test_a_text_that_is_seen_again_in_a_row_is_one_version(spool: Spool) -> None:
    plan = article_plan(kept(spool, "a", "a", "b", "a"), spool, none_left_out)
    assert [v.text for v in plan.versions] == [b"a", b"b", b"a"]
    assert [(v.seen_at, v.last) for v in plan.versions] == [(at(0), at(1)), (at(2), at(2)), (at(3), at(3))]
    assert (plan.url, plan.headline, plan.done, plan.earlier) == (URL, "a!", 0, False)


def test_pages_that_break_off_are_left_out_where_others_end(spool: Spool) -> None:
    out: list[Page] = []
    plan = article_plan(kept(spool, "a-", "b", "c-", "b"), spool, out.append)
    assert [page.body for page in out] == [b"a-", b"c-"]
    assert [(v.text, v.seen_at, v.last) for v in plan.versions] == [(b"b", at(1), at(3))]
    assert plan.headline == "b!"


def test_where_all_pages_break_off_none_is_left_out(spool: Spool) -> None:
    plan = article_plan(kept(spool, "a-", "b-"), spool, none_left_out)
    assert [v.text for v in plan.versions] == [b"a-", b"b-"]


def test_nothing_lies_before_what_was_seen_first() -> None:
    assert before(planned("a", "b"), at(0)) is None


def test_what_lies_before_the_first_observation_ends_there() -> None:
    plan = planned("a", "b", "c")
    long = Plan(URL, "Story", (plan.versions[0]._replace(last=at(5)), *plan.versions[1:]))
    part = before(long, at(2))
    assert part is not None
    assert [(v.text, v.last) for v in part.versions] == [(b"a", at(2)), (b"b", at(1))]
    assert part.earlier


@pytest.mark.parametrize("texts", [("x",), ("a", "x"), ("a", "b", "c", "d"), ("b",)])
def test_an_import_does_not_go_on_in_another_history(texts: tuple[str, ...]) -> None:
    assert resumed(planned("a", "b", "c"), recorded(*texts)) is None


def test_a_page_seen_at_another_time_is_another_history() -> None:
    moved = [replace(r, seen_at=r.seen_at + timedelta(seconds=1)) for r in recorded("a")]
    assert resumed(planned("a", "b"), moved) is None


@pytest.mark.parametrize("texts", [("a",), ("a", "b"), ("a", "b", "c")])
def test_an_import_that_was_stopped_goes_on(texts: tuple[str, ...]) -> None:
    plan = resumed(planned("a", "b", "c"), recorded(*texts))
    assert plan is not None
    assert (plan.done, plan.path) == (len(texts), "gazette/story")


def test_a_text_that_was_cleaned_anew_is_none_of_the_import() -> None:
    kinds = (RevisionKind.FIRST, RevisionKind.RECLEAN)
    plan = resumed(planned("a", "b"), recorded("a", "x", kinds=kinds))
    assert plan is not None
    assert plan.done == 1


def test_of_no_version_there_is_no_turn() -> None:
    assert list(turns(planned())) == []
    assert list(turns(planned("a", "b", done=2))) == []


def test_a_first_then_edits_then_a_revert() -> None:
    found = list(turns(planned("a", "b", "a", "c")))
    assert [n for n, _ in found] == [0, 1, 2, 3]
    assert [turn.kind for _, turn in found] == ["first", "edit", "revert", "edit"]
    first, edit = found[0][1], found[1][1]
    assert (first.since, first.before_seen, first.before) == (None, None, None)
    assert (edit.since, edit.before_seen, edit.before) == (at(0), at(0), NOWHERE)


@given(st.lists(st.sampled_from("abc"), max_size=8), st.integers(0, 8))
def test_what_is_recorded_already_changes_nothing_of_the_rest(texts: list[str], done: int) -> None:
    assert list(turns(planned(*texts, done=done))) == list(turns(planned(*texts)))[done:]


def test_the_place_of_an_article_is_found_by_its_headline() -> None:
    record = placeholder(URL, "Ferry stops", at(0), earlier=True)
    assert (record.article.url, record.article.headline) == (URL, "Ferry stops")
    assert (record.kind, record.seen_at, record.earlier) == (RevisionKind.FIRST, at(0), True)
