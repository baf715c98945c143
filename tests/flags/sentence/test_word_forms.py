"""Whether two words are one in another form."""

import pytest

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.sentence.word_forms import (
    acronym,
    derived,
    form_keys,
    is_slip,
    misspelled,
    near,
    shortened,
    spelled_out,
    spoken_acronym,
)
from tests.kit.sentences import words_of


@pytest.mark.parametrize(
    ("test", "pair"),
    [
        (shortened, ("road", "roof")),
        (shortened, ("sen", "sending")),
        (shortened, ("r2", "road")),
        (shortened, ("rd", "radio")),
        (derived, ("act", "action")),
        (derived, ("exist", "exists")),
        (misspelled, ("wave", "cave")),
        (misspelled, ("party", "parts")),
        (misspelled, ("other", "mother")),
        (misspelled, ("house", "houses")),
        (misspelled, ("latina", "latino")),
        (near, ("war", "was")),
        (near, ("harbour", "harder")),
    ],
)
def test_other_words_are_no_form_of_one(test, pair: tuple[str, str]) -> None:
    assert not test(*pair)
    assert not test(*pair[::-1])


@pytest.mark.parametrize(
    ("test", "pair"),
    [
        (shortened, ("rd", "road")),
        (shortened, ("dept", "department")),
        (shortened, ("govt", "government")),
        (derived, ("exist", "existent")),
        (derived, ("moral", "morally")),
        (misspelled, ("wary", "weary")),
        (misspelled, ("occured", "occurred")),
        (misspelled, ("recieve", "receive")),
        (misspelled, ("definate", "definite")),
        (near, ("Meier", "Meyer")),
        (near, ("Tomson", "Thomson")),
        (near, ("Brain", "Brian")),
    ],
)
def test_a_slip_a_cut_or_an_ending_makes_another_form(test, pair: tuple[str, str]) -> None:
    assert test(*pair)
    assert test(*pair[::-1])


@pytest.mark.parametrize(
    ("language", "pair", "slip"),
    [
        ("en", ("trial", "trail"), False),
        ("en", ("tired", "tried"), False),
        ("de", ("verletzt", "versetzt"), False),
        ("en", ("dairy", "diary"), False),
        ("en", ("scared", "scarred"), False),
        ("en", ("angel", "angle"), False),
        ("en", ("weary", "wary"), True),
        ("en", ("principle", "principal"), True),
        ("en", ("complements", "compliments"), True),
        ("en", ("adviser", "advisor"), True),
        ("en", ("casual", "causal"), True),
        ("en", ("arested", "arrested"), True),
        ("en", ("goverment", "government"), True),
    ],
)
def test_a_word_of_its_own_is_no_slip_unless_writers_mix_both_up(
    language: str, pair: tuple[str, str], slip: bool
) -> None:
    assert is_slip(*pair, words_of(language)) is slip
    assert is_slip(*pair[::-1], words_of(language)) is slip


def test_forms_of_one_word_share_a_key_and_a_long_list_is_looked_up_by_it() -> None:
    for a, b in (("occured", "occurred"), ("Brain", "Brian"), ("exist", "existent"), ("paid", "unpaid")):
        assert set(form_keys(a, ("un",))) & set(form_keys(b, ("un",)))
    assert not set(form_keys("harbour", ("un",))) & set(form_keys("council", ("un",)))


@pytest.mark.parametrize(
    ("word", "letters"),
    [("NATO", "nato"), ("U.N.", "un"), ("MPs", "mp"), ("MoD", "mod"), ("Nasa", ""), ("A", ""), ("MINISTERS", "")],
)
def test_an_acronym_is_known_by_its_letters(word: str, letters: str) -> None:
    assert acronym(word) == letters


def test_an_acronym_may_be_written_as_a_word() -> None:
    assert spoken_acronym("Nasa")
    assert not any(map(spoken_acronym, ("NASA", "nasa", "Un", "Ministers", "Co-op")))


@pytest.mark.parametrize(
    ("said", "letters", "found"),
    [
        ("the World Health Organization said", "who", "World Health Organization"),
        ("the Bank of England said", "boe", "Bank of England"),
        ("the Ministry for the Defence said", "md", "Ministry for the Defence"),
        ("the World Championship and Health Office", "who", ""),
        ("the WHO said", "who", ""),
    ],
)
def test_the_words_of_an_acronym_follow_one_another(said: str, letters: str, found: str) -> None:
    tokens = Tokens(said)
    assert " ".join(tokens.raw[i] for i in spelled_out(tokens, letters)) == found
