"""What stands in whose place: regions where two sentences differ, and the words of substance in them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.sentence.alignment import Alignment
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of

Spans = list[tuple[str, str]]


def aligned(old: str, new: str, language: str = "en") -> Alignment:
    return Alignment(Tokens(old), Tokens(new), words_of(language))


def told(found: Alignment, *, joined: bool = True) -> Spans:
    """The words of either side in each region."""
    sides = found.old.raw, found.new.raw
    return [
        (" ".join(sides[0][r.old.start : r.old.stop]), " ".join(sides[1][r.new.start : r.new.stop]))
        for r in (found.regions if joined else found.apart)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("The bridge is shut.", "The bridge is shut."),
        ("The Bridge is SHUT.", "The bridge is shut."),
        ("He said “no”.", 'He said "no".'),
        ("橋は閉鎖された。", "橋は閉鎖された。"),
    ],
)
def test_what_is_written_alike_has_no_regions(old: str, new: str) -> None:
    found = aligned(old, new)
    assert (found.apart, found.regions) == ((), ())
    assert found.touched == found.changed == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("old", "new", "regions"),
    [
        ("", "It rained.", [("", "It rained .")]),
        ("It rained.", "", [("It rained .", "")]),
        ("The bridge is shut.", "The bridge is open.", [("shut", "open")]),
        ("Old bridges fell.", "Bridges fell.", [("Old", "")]),
        ("Bridges fell.", "Bridges fell in rain.", [("", "in rain")]),
        ("a a a", "a a", [("a", "")]),
    ],
)
def test_words_that_differ_stand_in_each_others_place(old: str, new: str, regions: Spans) -> None:
    assert told(aligned(old, new), joined=False) == regions


@pytest.mark.parametrize(
    ("old", "new", "regions"),
    [
        ("Ann and Bo swam home.", "Cy and Di swam home.", [("Ann and Bo", "Cy and Di")]),
        ("Ann, who is not in the town, swam.", "Cy, who is not in the city, swam.", [("Ann", "Cy"), ("town", "city")]),
        ("Ann saw Bo.", "Cy saw Di.", [("Ann", "Cy"), ("Bo", "Di")]),
        ("Ann, of the, Bo swam.", "Cy, of the, Di swam.", [("Ann", "Cy"), ("Bo", "Di")]),
    ],
    ids=["a word of grammar", "many of them", "a word of substance", "four tokens"],
)
def test_changes_with_nothing_of_substance_between_them_are_one(old: str, new: str, regions: Spans) -> None:
    assert told(aligned(old, new)) == regions


def test_three_idle_tokens_join_and_four_do_not() -> None:
    assert len(aligned("Ann , and , Bo", "Cy , and , Di").regions) == 1
    assert len(aligned("Ann , and of , Bo", "Cy , and of , Di").regions) == 2


def test_without_a_word_table_marks_alone_join() -> None:
    one, other = (Alignment(Tokens(f"Ann {w} Bo"), Tokens(f"Cy {w} Di"), None) for w in (",", "qua"))
    assert (len(one.regions), len(other.regions)) == (1, 2)


def test_words_of_substance_are_those_without_a_form_on_the_other_side() -> None:
    found = aligned("The council decides today.", "The council decided it at noon today.")
    gone, came = found.changed
    assert gone == frozenset()
    assert {found.new.low[i] for i in came} == {"noon"}
    assert {found.new.low[i] for i in found.touched[1]} == {"decided", "it", "at", "noon"}


FOUND = aligned("The old mayor of Rye swam home today.", "The young mayor of Rye walked far today.")


def test_each_region_knows_its_own_words() -> None:
    assert told(FOUND) == [("old", "young"), ("swam home", "walked far")]
    assert FOUND.changed_in(0, 0) == {1}
    assert FOUND.changed_in(1, 1) == {5, 6}
    assert FOUND.changed_in(0, 1) == {1}


@pytest.mark.parametrize(
    ("token", "region"), [(0, None), (1, 0), (2, None), (5, 1), (6, 1), (7, None), (99, None), (-1, None)]
)
def test_a_token_stands_in_one_region_or_in_none(token: int, region: int | None) -> None:
    assert FOUND.region_at(0, token) == region
    assert FOUND.region_of(0, token) == (None if region is None else FOUND.regions[region])


def test_what_stands_instead_of_a_token() -> None:
    assert FOUND.instead(0, 1) == {1}
    assert FOUND.instead(1, 6) == {5, 6}
    assert FOUND.instead(0, 0) == frozenset()


def test_what_stands_instead_may_be_more_or_nothing() -> None:
    found = aligned("The old mayor swam.", "The very young tall mayor swam at noon.")
    assert {found.new.low[i] for i in found.instead(0, 1)} == {"young", "tall"}
    assert {found.old.low[i] for i in found.instead(1, 2)} == {"old"}
    assert found.instead(1, 6) == frozenset()
    assert [found.of_substance(region) for region in found.regions] == [True, True]


@pytest.mark.parametrize(("most", "brief"), [(0, False), (1, False), (2, True), (9, True)])
def test_a_region_is_brief_by_its_longer_side(most: int, brief: bool) -> None:
    assert FOUND.brief(1, most) is brief


def test_a_region_of_marks_and_grammar_alone_is_of_no_substance() -> None:
    found = aligned("The bridge, of the old mayor of Rye, is shut.", "The bridge of the old mayor of Rye, is open.")
    assert [found.of_substance(region) for region in found.regions] == [False, True]


WORDS = st.lists(st.sampled_from(("the", "mayor", "swam", ",", "習近平", "12", "Ann's")), max_size=8).map(" ".join)


@settings(max_examples=15)
@given(WORDS, WORDS)
def test_without_its_regions_both_sides_are_the_same(old: str, new: str) -> None:
    found = aligned(old, new)
    for regions in (found.apart, found.regions):
        kept = [
            [w for i, w in enumerate(tokens.low) if not any(i in region[side] for region in regions)]
            for side, tokens in enumerate((found.old, found.new))
        ]
        assert kept[0] == kept[1]
        assert all(a.old.stop <= b.old.start and a.new.stop <= b.new.start for a, b in pairwise(regions))
    assert all(found.changed[side] <= found.touched[side] for side in (0, 1))
