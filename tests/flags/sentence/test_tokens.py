"""A sentence cut into words, figures and marks, each of which is found again in the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.flags.sentence.tokens import Tokens, bare, stem
from tests.kit.sentences import strange


@pytest.mark.parametrize("text", ["", " ", "\u00a0\u2009", "\n\t"])
def test_white_space_has_no_tokens(text: str) -> None:
    tokens = Tokens(text)
    assert (len(tokens), tokens.raw, tokens.low, tokens.start, tokens.capitals) == (0, [], [], [], [])
    assert not tokens.numeric and not tokens.running and not tokens.addresses
    assert tokens.at(0) == tokens.at(-1) == ""


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("word", ["word"]),
        ("He said: no.", ["He", "said", ":", "no", "."]),
        ("Gaza’s “war”", ["Gaza's", '"', "war", '"']),
        ("U.S. at 9 a.m.", ["U.S.", "at", "9", "a.m."]),
        ("1,000 and 2.5 at 10:30", ["1,000", "and", "2.5", "at", "10:30"]),
        ("12'500 or 12'5", ["12'500", "or", "12", "'", "5"]),
        ("R40 and H5N1", ["R", "40", "and", "H5N1"]),
        ("l’État qu’il", ["l'", "État", "qu'", "il"]),
        ("–5 °C", ["-", "5", "°", "C"]),
        ("習近平 在 北京。", ["習近平", "在", "北京", "。"]),
        ("قال محمد.", ["قال", "محمد", "."]),
        ("Ölpreis-Schock", ["Ölpreis", "-", "Schock"]),
        ("a\u200bb 👍🏽", ["a", "\u200b", "b", "👍", "🏽"]),
    ],
)
def test_a_text_is_cut_into_words_figures_and_marks(text: str, raw: list[str]) -> None:
    assert Tokens(text).raw == raw


@given(strange() | st.text(max_size=30))
def test_no_character_but_white_space_is_lost(text: str) -> None:
    tokens = Tokens(text)
    assert "".join(tokens.raw) == "".join(tokens.folded.split())
    assert len(tokens.folded) == len(text)
    assert [tokens.folded[at : at + len(w)] for at, w in zip(tokens.start, tokens.raw, strict=True)] == tokens.raw
    assert all(a + len(w) <= b for (a, b), w in zip(pairwise(tokens.start), tokens.raw, strict=False))
    assert all(
        tokens.start[i] == tokens.start[i - 1] + len(tokens.raw[i - 1]) for i in range(len(tokens)) if tokens.glued(i)
    )


@given(strange().filter(str.strip))
def test_a_span_stands_in_the_text_as_it_is_written(text: str) -> None:
    tokens = Tokens(text)
    assert tokens.span(0, len(tokens) - 1) == text.strip()


def test_glued_tokens_follow_without_a_space() -> None:
    tokens = Tokens("so-so - no.")
    assert [tokens.low[i] for i in range(len(tokens)) if tokens.glued(i)] == ["-", "so", "."]


def test_possessive_endings_are_bare() -> None:
    assert Tokens("Putin’s men’s the bosses’ '").bare[:2] == ["putin", "men"]
    assert [bare(w) for w in ("putin's", "bosses'", "'", "it", "")] == ["putin", "bosses", "'", "it", ""]


def test_capitals_tell_where_words_begin_large() -> None:
    assert Tokens("Ann met Österreich and ΑΘΗΝΑ, 5 times").capitals == [0, 2, 4]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Nothing to see", ""),
        ("See https://example.org/2021/05?a=b for more", "https://example.org/2021/05?a=b"),
        ("See www.example.org now", "www.example.org"),
        ("Mail ann.lee@example.org now", "ann.lee@example.org"),
        ("Call +44 20 7946 0958 now", "+442079460958"),
        ("A <b class=x> tag", "<bclass=x>"),
    ],
)
def test_addresses_are_told(text: str, inside: str) -> None:
    tokens = Tokens(text)
    assert "".join(tokens.raw[i] for i in sorted(tokens.addresses)) == inside


@pytest.mark.parametrize(("text", "numeric"), [("five", False), ("5", True), ("a %", True), ("H5N1", True)])
def test_numeric(text: str, numeric: bool) -> None:
    assert Tokens(text).numeric is numeric


@pytest.mark.parametrize(
    ("text", "running"),
    [("Storm Hits Coast", False), ("THE STORM", False), ("Storm hits Coast", False), ("They went there", True)],
)
def test_running_text_has_longer_words_written_small(text: str, running: bool) -> None:
    assert Tokens(text).running is running


def test_quotation_marks_of_every_style_are_one() -> None:
    words = Tokens("“a” «b» „c‟ ″").raw
    assert [i for i, word in enumerate(words) if word == '"'] == [0, 2, 3, 5, 6, 8, 9]


@pytest.mark.parametrize(
    ("text", "cut"), [("Tex., where", [0]), ("N. Korea", [0]), ("the end.", []), ("End.", []), ("so. Then", [])]
)
def test_a_word_is_cut_by_a_full_stop_inside_the_sentence(text: str, cut: list[int]) -> None:
    tokens = Tokens(text)
    assert [i for i in range(len(tokens)) if tokens.cut(i)] == cut


@pytest.mark.parametrize(
    ("a", "b"), [("act", "acting"), ("act", "acts"), ("city", "cities"), ("deny", "denied"), ("like", "liked")]
)
def test_forms_of_one_word_share_their_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@given(st.text(max_size=12))
def test_a_stem_keeps_three_letters_of_a_longer_word(word: str) -> None:
    assert len(stem(word)) >= min(3, len(word))
    assert stem(word)[:2] == word[:2]
