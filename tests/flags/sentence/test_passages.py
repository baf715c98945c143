"""Changed passages: each sentence that differs beside what became of it, each kept or carried one told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.sentence.passages import MOST_PASSAGES_READ, Sentence, exceed, passages, surplus
from newsdiff.language import table
from newsdiff.model import BlockKind
from tests.kit.comparisons import comparison, pair_of
from tests.kit.site import told

A, B, C, D = told(5, 4)


def pairs(old: list[str], new: list[str]) -> list[tuple[str | None, str | None]]:
    found = comparison(old, new).passages
    return [(p.old and p.old.text, p.new and p.new.text) for passage in found for p in passage.pairs]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([], []),
        ([A], [A]),
        (["He said “no” — twice."], ['He said "no" - twice.']),
        (["The colour is grey."], ["The color is gray."]),
        ([A, B], [B, A]),
    ],
)
def test_what_is_the_same_but_for_form_or_place_is_no_passage(old: list[str], new: list[str]) -> None:
    assert pairs(old, new) == []


def test_a_changed_sentence_stands_beside_its_old_wording() -> None:
    new = "The mayor of Quill closed the bridge on Friday."
    old = "The mayor of Quill closed the bridge on Monday."
    assert pairs([f"{A} {old} {B}"], [f"{A} {new} {B}"]) == [(old, new)]


def test_sentences_of_a_passage_that_both_sides_have_are_kept() -> None:
    (passage,) = comparison(f"{A} It rained.", f"{A} It snowed.").passages
    assert [s.text for s in passage.kept] == [A]
    assert [s.text for s in (*passage.old, *passage.new)] == ["It rained.", "It snowed."]


@pytest.mark.parametrize(("old", "new"), [([], [A]), ([A], [])])
def test_a_whole_paragraph_has_nothing_beside_it(old: list[str], new: list[str]) -> None:
    (passage,) = comparison([*old, B], [*new, B]).passages
    assert passage.whole
    assert [s.text for s in (*passage.old, *passage.new)] == [A]
    (pair,) = passage.pairs
    assert pair.likeness == 0.0
    assert passage.counterpart((*passage.old, *passage.new)[0]) is None


def test_a_sentence_that_went_to_another_paragraph_is_carried() -> None:
    found = comparison([f"{A} {B}", C, f"{D} It rained."], [A, C, f"{D} {B} It rained."]).passages
    assert [c.old for passage in found for c in passage.carried] != []
    assert {c.old for passage in found for c in passage.carried} <= {B}
    assert [p for passage in found for p in passage.pairs if p.old and p.new] == []


def test_headlines_belong_together_whatever_they_say() -> None:
    old, new = (newsdiff.article([A], headline=h, language="en") for h in ("Rain at last", "Mayor resigns today"))
    (passage,) = passages(diff(old, new), table("en"))
    assert [(p.old and p.old.text, p.new and p.new.text) for p in passage.pairs] == [
        ("Rain at last", "Mayor resigns today")
    ]


def test_a_counterpart_is_the_other_side_of_a_pair() -> None:
    (passage,) = comparison("The bridge is shut today.", "The bridge is open today.").passages
    (old,), (new,) = passage.old, passage.new
    assert passage.counterpart(old) is new
    assert passage.counterpart(new) is old
    assert passage.counterpart(Sentence(old.text, 0, BlockKind.PARAGRAPH)) is None


def test_fresh_words_are_those_whose_stems_one_side_has_more_often() -> None:
    (passage,) = comparison("The bridge is shut today.", "The bridge is open today.").passages
    words = "the", "bridge", "bridges", "shut", "open", "sold"
    assert [[w for w in words if passage.is_fresh(w, side)] for side in (0, 1)] == [["shut"], ["open"]]


def test_marked_tokens_are_those_that_the_diff_shows() -> None:
    (passage,) = comparison("The bridge is shut today.", "The bridge is open today.").passages
    every = frozenset(range(6))
    assert [passage.marked(s, side, every) for side, s in enumerate((*passage.old, *passage.new))] == [{3}, {3}]
    assert passage.marked(passage.old[0], 0, frozenset()) == frozenset()


def test_likeness_is_the_share_of_common_words() -> None:
    assert 0.7 < pair_of("The bridge is shut today.", "The bridge is open today.").likeness < 1


def test_a_sentences_words() -> None:
    one = Sentence("The U.N.’s men met the UN, twice.", 3, BlockKind.PARAGRAPH)
    assert {"the", "men", "met", "twice"} <= one.bag
    assert one.bag.isdisjoint(",.’")
    assert "UN" in one.acronyms
    assert one.hits == {}
    assert one.stems["the"] == 2
    assert {"The", "met"} <= one.forms


def test_surplus() -> None:
    assert surplus({}, {"a": 1}) == {}
    assert surplus({"a": 3, "b": 1}, {"a": 1, "b": 2}) == {"a": 2}


def test_more_than_is_read_is_told() -> None:
    assert not exceed(comparison("It rained.", "It snowed.").diff)
    old = newsdiff.article(["Start."])
    new = newsdiff.article(["Start.", *(f"Sentence number {n} came." for n in range(MOST_PASSAGES_READ + 2))])
    assert exceed(diff(old, new))


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from((A, B, C, D, "It rained.", "It snowed.")), max_size=5),
    st.lists(st.sampled_from((A, B, C, D, "It rained.", "It snowed.", "قال محمد ذلك.")), max_size=5),
)
def test_every_sentence_of_a_passage_stands_in_it_once(old: list[str], new: list[str]) -> None:
    found = comparison([" ".join(old), C], [" ".join(new), C]).passages
    assert all(p.old or p.new for passage in found for p in passage.pairs)
    for side, given_ in enumerate((old, new)):
        shown = [p[side].text for passage in found for q in passage.pairs if (p := (q.old, q.new))[side]]
        assert all(shown.count(text) <= given_.count(text) for text in shown)
