"""A changed text beside the recorded one, and what tells how much of it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.document import article
from newsdiff.model import Article, Sign, SignKind
from newsdiff.watch.gate.case import Case, words_in
from tests.kit.site import told

STORY = told(3, 10)
TITLE = "The harbour of Port Amber"


def text(*paragraphs: str, headline: str = TITLE, published: str | None = None) -> Article:
    return article(paragraphs, headline, "en")._replace(published=published)


OLD = text(*STORY)
FOREIGN = ("We use cookies to make this service better.", "Choose what you allow below.")


def test_the_same_text_stands_whole() -> None:
    case = Case(OLD, OLD)
    assert (case.kept_share, case.story_kept_share, case.size_share, case.headline_share) == (1.0, 1.0, 1.0, 1.0)
    assert (case.added, case.added_size, case.gone_behind) == ((), 0, 0.0)
    assert case.same_story
    assert not case.went and not case.is_worth_a_look


def test_a_first_visit_has_nothing_before() -> None:
    case = Case(None, OLD)
    assert (case.before.size, case.story_kept_share, case.gone_behind) == (0, 1.0, 0.0)
    assert case.same_story and case.headline_share == 1.0
    assert not case.is_worth_a_look and not case.moved_on


def test_nothing_of_another_text_stands() -> None:
    case = Case(OLD, text(*FOREIGN, headline="Rain"))
    assert case.kept_share < 0.05
    assert case.headline_share == 0.0
    assert case.went and not case.same_story
    assert len(case.added) == 3


def test_an_empty_text_is_all_gone() -> None:
    case = Case(OLD, text(headline=""))
    assert (case.kept_share, case.size_share, case.added_size) == (0.0, 0.0, 0)
    assert case.went and case.is_worth_a_look


def test_what_went_behind_the_beginning() -> None:
    half = Case(OLD, text(*STORY[:5]))
    assert 0.4 < half.gone_behind < 0.6
    assert half.went
    assert Case(OLD, text(*STORY[1:])).gone_behind == 0.0  # text follows
    assert Case(OLD, text(*STORY[5:], headline="Rain")).gone_behind == 0.0  # nothing of the beginning stands


def test_words_behind_each_block() -> None:
    behind = Case(None, text("one two", "three", headline="")).words_behind
    assert behind == {"one two": 1, "three": 0}


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("", "Rain in Quill", 0.0),
        ("Rain in Quill", "", 0.0),
        ("Rain in Quill", "RAIN in quill", 1.0),
        ("Rain in Quill", "Rain in Quill today again", 0.6),
        ("Regen in Köln", "Schnee in Köln", 2 / 3),
    ],
)
def test_how_much_of_the_headline_stands(old: str, new: str, share: float) -> None:
    assert Case(text(*STORY, headline=old), text(*STORY, headline=new)).headline_share == pytest.approx(share)


def test_a_retold_headline_is_of_the_same_story_on_the_same_day_with_some_of_its_text() -> None:
    old = text(*STORY, headline="Rain falls in Quill", published="2025-03-12")
    new = text(*STORY[:4], *FOREIGN, headline="Storm hits Quill in the night", published="2025-03-12T09:00Z")
    assert Case(old, new).headline_share == pytest.approx(1 / 3)
    assert Case(old, new).same_story
    assert not Case(old, new._replace(published="2025-04-12")).same_story
    assert not Case(old, new._replace(published=None)).same_story
    assert not Case(old, text(*FOREIGN, headline=new.headline, published=new.published)).same_story


def test_a_page_that_breaks_off_is_not_closed() -> None:
    assert Case(OLD, OLD).closed
    assert not Case(OLD, OLD, signs=(Sign(SignKind.CUT),)).closed
    assert Case(OLD, OLD, signs=(Sign(SignKind.PAY),)).closed


def test_a_page_of_which_nothing_is_known_is_neither_an_article_nor_foreign() -> None:
    case = Case(OLD, OLD)
    assert not case.is_article and not case.is_foreign
    assert case.structure == Case(OLD, text(*told(4))).structure


@pytest.mark.parametrize(("line", "many"), [("", 0), ("one two", 2), ("…", 0), ("محمد هنا", 2)])
def test_words_are_counted(line: str, many: int) -> None:
    assert words_in(line) == many


def test_a_text_without_spaces_has_a_size() -> None:
    assert words_in("習近平在北京發表講話") > 2


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(STORY), max_size=8, unique=True), st.lists(st.sampled_from(STORY), max_size=8, unique=True)
)
def test_shares_are_shares(old: list[str], new: list[str]) -> None:
    case = Case(text(*old), text(*new))
    assert 0 <= case.kept_share <= 1 and 0 <= case.gone_behind <= 1 and 0 <= case.headline_share <= 1
    assert set(case.added) <= set(case.after.blocks)
    assert case.added_size <= case.after.size
