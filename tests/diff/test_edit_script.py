"""Two engines, one answer."""

import random
from collections.abc import Callable
from importlib.util import find_spec
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.diff import edit_script

_CODES = st.text(st.sampled_from("\u0100\u0101\u0102\u0103\ue000\U00010000"), max_size=40)
Engine = Callable[[str, str], list[tuple[str, int]]]
INSTALLED = find_spec("fast_diff_match_patch") is not None
needs_both = pytest.mark.skipif(not INSTALLED, reason="the C++ engine is not ready made for every machine")
ENGINES = [edit_script.fast, edit_script.reference] if INSTALLED else [edit_script.reference]


def rebuilt(old: str, new: str, spans: list[edit_script.Span]) -> str:
    """New, made of old's kept parts and new's changed ones."""
    text, at = "", 0
    for i0, i1, j0, j1 in spans:
        text += old[at:i0] + new[j0:j1]
        at = i1
    return text + old[at:]


@needs_both
@settings(max_examples=300)
@given(_CODES, _CODES)
def test_both_engines_say_the_same(old: str, new: str) -> None:
    assert edit_script.spans(old, new, edit_script.fast) == edit_script.spans(old, new, edit_script.reference)


@needs_both
def test_both_engines_say_the_same_of_long_texts() -> None:
    r = random.Random(5)
    for size in (200, 500):
        old = "".join(chr(r.randint(256, 300)) for _ in range(size))
        new = "".join(c if r.random() < 0.8 else chr(r.randint(256, 300)) for c in old)
        assert edit_script.spans(old, new, edit_script.fast) == edit_script.spans(old, new, edit_script.reference)


@pytest.mark.parametrize("run", ENGINES)
@settings(max_examples=100)
@given(old=_CODES, new=_CODES)
def test_spans_turn_old_into_new(run: Engine, old: str, new: str) -> None:
    spans = edit_script.spans(old, new, run)
    assert rebuilt(old, new, spans) == new
    assert all(a[1] < b[0] and a[3] < b[2] for a, b in pairwise(spans))


_FEW = st.text(st.sampled_from("abcdefgh"), max_size=8)


@settings(max_examples=500)
@given(old=_FEW, new=_FEW)
def test_where_one_answer_is_possible_it_is_that_of_the_engines(old: str, new: str) -> None:
    assert edit_script.spans(old, new) == edit_script.spans(old, new, edit_script.reference)


@pytest.mark.parametrize(
    ("old", "new", "lone"),
    [("ab", "cd", []), ("abc", "xby", [(1, 1)]), ("abcb", "xby", None), ("abc", "xcby", None), ("ab", "abb", None)],
)
def test_tokens_that_stand_once_in_one_order_need_no_engine(old: str, new: str, lone: list[tuple[int, int]]) -> None:
    assert edit_script._lone(old, new) == lone


@settings(max_examples=200)
@given(old=_CODES, new=_CODES)
def test_the_coarse_way_is_right_too(old: str, new: str) -> None:
    spans = list(edit_script._coarse(old, new, 0, 0, ENGINES[0]))
    assert rebuilt(old, new, spans) == new


def test_a_gap_too_large_is_cut_at_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit_script, "LARGEST_GAP_CELLS", 9)
    old, new = "abcXdef", "cbaXfed"
    spans = edit_script.spans(old, new)
    assert rebuilt(old, new, spans) == new
    assert not any(i0 <= 3 < i1 for i0, i1, _, _ in spans)


def test_without_an_anchor_it_is_replaced_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit_script, "LARGEST_GAP_CELLS", 1)
    assert edit_script.spans("ab", "cd") == [(0, 2, 0, 2)]


def test_the_c_engine_is_chosen_where_it_is_installed() -> None:
    assert edit_script.chosen() is ENGINES[0]
