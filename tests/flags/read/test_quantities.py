"""Quantities: a value, its unit and its bound; what counts nothing of the story is none."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.read.quantities import RANK, SCORE, quantities
from tests.kit.sentences import LANGUAGES, sentence, strange, words_of

Reading = list[tuple[str, float, str, str]]


def read(text: str, language: str = "en", named: Callable[[int], bool] = lambda _: False) -> Reading:
    found = quantities(sentence(text, language), words_of(language), (), named)
    return [(q.span, q.value, q.unit, q.bound) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing of the kind.",
        "One man saw it.",
        "It is on the M 25.",
        "The under-19s won.",
        "A 12 MB file.",
        "1. Open the door.",
        "Call 007 now.",
        "A half-time talk.",
        "He scores, the scores are in.",
        "See [12] and #40.",
        "A two-way street.",
        "Those at Block 503 and on Track 8 left.",
        "He was seen in “Seven Rivers” with them.",
        "習近平在北京。",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three people died.", ("Three", 3, "", "")),
        ("It cost $2.3 million.", ("$2.3 million", 2.3e6, "dollar", "")),
        ("It cost US$5m.", ("US$5m", 5e6, "dollar", "")),
        ("It cost Rs. 40 then.", ("Rs. 40", 40, "rupee", "")),
        ("It lost $4B then.", ("$4B", 4e9, "dollar", "")),
        ("It lost (-2%).", ("-2%", -2, "%", "")),
        ("The 5G masts burned.", ("5G", 5, "generation", "")),
        ("It rose 5 per cent.", ("5 per cent", 5, "%", "")),
        ("It fell to -5C.", ("-5C", -5, "celsius", "")),
        ("A 30-mile-per-hour limit.", ("30-mile-per-hour", 30, "mph", "")),
        ("More than 40 came.", ("More than 40", 40, "", ">")),
        ("At least 12 came.", ("At least 12", 12, "", ">=")),
        ("There came 12 or more.", ("12 or more", 12, "", ">=")),
        ("About 1,200 came.", ("About 1,200", 1200, "", "~")),
        ("The second came.", ("second", 2, RANK, "")),
        ("The 22nd came.", ("22nd", 22, RANK, "")),
        ("In the 60's it fell.", ("60's", 60, "s", "")),
    ],
)
def test_a_quantity_has_a_value_a_unit_and_a_bound(text: str, wanted: tuple[str, float, str, str]) -> None:
    assert read(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("They won 7-2.", 7, "2"),
        ("They won seven to two.", 7, "2"),
        ("A two-nil defeat.", 2, "0"),
        ("By 52 votes to 48.", 52, "48"),
    ],
)
def test_a_score_has_two_sides(text: str, one: float, other: str) -> None:
    assert [found[1:] for found in read(text)] == [(one, SCORE, other)]


def test_what_counts_something_behind_it_is_no_score() -> None:
    assert SCORE not in {found[2] for text in ("Seven to ten days.", "Twenty-one men.") for found in read(text)}


def test_over_tells_how_long_or_how_much() -> None:
    assert read("Over two days they met.")[0][3] == ""
    assert read("For over two days they met.")[0][3] == ">"


def test_long_figures_behind_a_name_belong_to_it() -> None:
    def name_ends(token: int) -> bool:
        return token == 1

    assert read("The Boeing 737 workers left.", named=name_ends)[:1] != []  # counts what a noun behind it names
    assert read("The Boeing 737 crashed.", named=name_ends) == []
    assert read("The Boeing 73 jet crashed.", named=name_ends) == []
    assert read("The Boeing 737.", named=name_ends) == []
    assert [found[1] for found in read("The Boeing 73.", named=name_ends)] == [73]


def test_tokens_of_dates_are_left_alone() -> None:
    text = sentence("On 12 March 40 came.")
    assert [q.value for q in quantities(text, words_of(), frozenset({1, 2}))] == [40]
    assert [q.value for q in quantities(text, words_of(), frozenset(range(9)))] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", ["5 €", "5 %", "12 km"])
def test_signs_are_units_in_every_language(language: str, amount: str) -> None:
    (found,) = read(f"X {amount}.".replace("X", "y"), language)
    assert found[2] in ("euro", "%", "kilometre")


@settings(max_examples=60)
@given(text=strange(), language=st.sampled_from(LANGUAGES))
def test_quantities_stand_in_order_inside_the_sentence(text: str, language: str) -> None:
    found = list(quantities(sentence(text, language), words_of(language), ()))
    assert all(q.first <= q.last and q.span in text for q in found)
    assert [q.last for q in found] == sorted({q.last for q in found})
