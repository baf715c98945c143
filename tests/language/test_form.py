"""Form and typography: what differs in substance first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.form import key, level, same_form
from newsdiff.text.typography import fold


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.5", "15"),
        ("−5", "5"),
        ("ten", "11"),
        ("12 March", "March 13"),
        ("12 men", "men 12"),
        ("U.S.", "U.N."),
        ("four", "for"),
        ("prise", "price"),
        ("$5", "£5"),
        ("5%", "5"),
        ("could", "would"),
        ("guilty", "not guilty"),
        ("goal", "“goal”"),
        ("re-signed", "resigned"),
        ("re-covered", "recovered"),
        ("", "word"),
        ("Smith said", "said Smith"),
    ],
)
def test_substance(old: str, new: str) -> None:
    assert level(old, new) == level(new, old) == "substance"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ten", "10"),
        ("twenty-three", "23"),
        ("1000", "1,000"),
        ("12 March", "March 12th"),
        ("3 Sept 2020", "September 3, 2020"),
        ("U.S.", "US"),
        ("a.m.", "am"),
        ("organisation", "organization"),
        ("Labour", "labor"),
        ("travelled", "traveled"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("decision-making", "decision making"),
        ("re-elected", "reelected"),
        ("re-opened", "reopened"),
        ("web site", "website"),
        ("per cent", "%"),
        ("5 percent", "5%"),
        ("Prime Minister", "prime minister"),
        ("its", "it's"),
        (",", ";"),
        ("", ","),
    ],
)
def test_form(old: str, new: str) -> None:
    assert level(old, new) == level(new, old) == "form"


@pytest.mark.parametrize(
    ("old", "new"),
    [("“a”", '"a"'), ("a — b", "a – b"), ("a\u00a0b", "a b"), (" ", "\n"), ("…", "..."), ("", " "), ("é", "e\u0301")],
)
def test_typography(old: str, new: str) -> None:
    assert level(old, new) == level(new, old) == "typography"


def test_a_minus_is_not_folded_away() -> None:
    assert fold("\u22125") == "-5" != fold("5")


@given(st.text())
def test_a_text_has_its_own_form(text: str) -> None:
    assert same_form(text, text)
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_level_does_not_depend_on_the_direction(old: str, new: str) -> None:
    assert level(old, new) == level(new, old)


@pytest.mark.parametrize("word", ["hour", "our", "four", "court", "this", "is", "his", "bill", "all", "rise", "wise"])
def test_common_words_are_their_own_keys(word: str) -> None:
    assert key(word) == {"four": "4"}.get(word, word)


@pytest.mark.parametrize(
    ("british", "american"), [("tyre", "tire"), ("manoeuvre", "maneuver"), ("plough", "plow"), ("cheques", "checks")]
)
def test_british_and_american_spellings_have_one_key(british: str, american: str) -> None:
    assert key(british) == key(american)
    assert key(british) != key("velm")
