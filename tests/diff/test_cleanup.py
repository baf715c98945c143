"""Stray matches dissolve, insertions slide to where a sentence begins, a date turned round is one change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.diff.cleanup import LITTLE, tidy
from newsdiff.diff.edit_script import Span

WORDS = ("the ", "of ", "ferry ", "harbour ", "stopped. ", "and, ", "sailed ", "| ")


def units(text: str) -> list[str]:
    """The words of a text, each with the space behind it."""
    return [f"{word} " for word in text.split()]


def tidied(old: str, new: str, *spans: Span) -> list[tuple[str, str]]:
    """What went and came at each changed place."""
    a, b = units(old), units(new)
    codes = {unit: unit for unit in (*a, *b)}
    found = tidy(list(spans), a, b, codes)
    return [("".join(a[i0:i1]).strip(), "".join(b[j0:j1]).strip()) for i0, i1, j0, j1 in found]


def test_where_nothing_changed_there_is_nothing_to_tidy() -> None:
    assert tidied("", "") == tidied("The ferry stopped.", "The ferry stopped.") == []


def test_a_word_that_says_something_parts_two_changes() -> None:
    spans = (0, 1, 0, 1), (2, 3, 2, 3)
    assert tidied("red ferry stopped", "blue ferry sank", *spans) == [("red", "blue"), ("stopped", "sank")]


def test_a_negation_is_no_word_that_says_little() -> None:
    assert LITTLE.isdisjoint({"not", "no", "never", "nicht", "kein", "pas", "ne", "non", "niet"})
    spans = (0, 1, 0, 1), (2, 3, 2, 3)
    assert tidied("red not stopped", "blue not sank", *spans) == [("red", "blue"), ("stopped", "sank")]


@pytest.mark.parametrize("light", ["of the", "of", ",", "— of"])
def test_a_run_that_says_little_is_dissolved(light: str) -> None:
    size = len(light.split())
    spans = (0, 1, 0, 1), (1 + size, 2 + size, 1 + size, 2 + size)
    assert tidied(f"red {light} stopped", f"blue {light} sank", *spans) == [
        (f"red {light} stopped", f"blue {light} sank")
    ]


@pytest.mark.parametrize("run", ["of the of", "|", ", , , , , , ,"])
def test_a_run_of_more_words_a_border_and_a_long_one_stand(run: str) -> None:
    size = len(run.split())
    spans = (0, 1, 0, 1), (1 + size, 2 + size, 1 + size, 2 + size)
    assert len(tidied(f"red {run} stopped", f"blue {run} sank", *spans)) == 2


def test_a_date_turned_round_is_one_change() -> None:
    assert tidied("on 12 March they", "on March 12 they", (1, 2, 1, 1), (3, 3, 2, 3)) == [("12 March", "March 12")]


def test_other_words_turned_round_are_two() -> None:
    turned = tidied("on big ferries they", "on ferries big they", (1, 2, 1, 1), (3, 3, 2, 3))
    assert turned == [("big", ""), ("", "big")]


def test_a_word_in_another_form_is_no_place_of_its_own_but_ends_none() -> None:
    a, b = units("the colour grey"), units("the color grey")
    codes = {unit: unit.replace("colour", "color") for unit in (*a, *b)}
    assert tidy([], a, b, codes) == []


def test_an_insertion_slides_to_where_a_sentence_begins() -> None:
    old = "It sailed. They left."
    new = "It sailed. They sang. They left."
    assert tidied(old, new, (3, 3, 3, 5)) == [("", "They sang.")]


def test_a_deletion_slides_to_a_clause_where_no_sentence_begins() -> None:
    old = "Ann, who sang, who left, came"
    new = "Ann, who left, came"
    assert tidied(old, new, (2, 4, 2, 2)) == [("who sang,", "")]


def test_what_is_in_the_best_place_stays() -> None:
    assert tidied("It sailed.", "It sailed. They sang.", (2, 2, 2, 4)) == [("", "They sang.")]


def test_a_replacement_does_not_slide() -> None:
    assert tidied("a a b", "a a c", (2, 3, 2, 3)) == [("b", "c")]


@st.composite
def scripts(draw: st.DrawFn) -> tuple[list[str], list[str], list[Span]]:
    """Two texts and the places where they differ, as an engine may find them."""
    a: list[str] = []
    b: list[str] = []
    spans: list[Span] = []
    run = st.lists(st.sampled_from(WORDS), max_size=4)
    for _ in range(draw(st.integers(0, 5))):
        kept, old, new = draw(run.filter(bool)), draw(run), draw(run)
        a += kept
        b += kept
        if old or new:
            spans.append((len(a), len(a) + len(old), len(b), len(b) + len(new)))
        a += old
        b += new
    return a, b, spans


@given(scripts())
def test_what_stands_between_the_places_is_equal_still(script: tuple[list[str], list[str], list[Span]]) -> None:
    a, b, spans = script
    found = tidy(spans, a, b, {unit: unit for unit in WORDS})
    i = j = 0
    for i0, i1, j0, j1 in [*found, (len(a), len(a), len(b), len(b))]:
        assert i <= i0 <= i1
        assert j <= j0 <= j1
        assert a[i:i0] == b[j:j0]
        i, j = i1, j1
    assert len(found) <= len(spans)
