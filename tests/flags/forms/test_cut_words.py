"""Words that are cut short: to their first letters, or to the first, the last and some between."""

import pytest

from newsdiff.flags.forms.cut_words import contracted, cut, opens


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("", "manchester"),
        ("ma", "manchester"),  # two letters are too few
        ("manche", "manchester"),  # more than half of it
        ("mac", "manchester"),
        ("man", "woman"),
        ("man", "man"),
    ],
)
def test_what_opens_no_word(short: str, word: str) -> None:
    assert not opens(short, word)


@pytest.mark.parametrize(("short", "word"), [("man", "manchester"), ("manch", "manchester"), ("uni", "united")])
def test_what_opens_one(short: str, word: str) -> None:
    assert opens(short, word)


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("", ""),
        ("r", "road"),  # one letter is none of both ends
        ("rd", "rod"),  # more than half
        ("rd", "roads"),  # another end
        ("rd", "board"),  # another beginning
        ("gvot", "government"),  # the letters in another order
        ("gxvt", "government"),
    ],
)
def test_what_is_no_word_cut_in_the_middle(short: str, word: str) -> None:
    assert not cut(short, word)


@pytest.mark.parametrize(("short", "word"), [("rd", "road"), ("govt", "government"), ("mids", "midlands")])
def test_what_is_one(short: str, word: str) -> None:
    assert cut(short, word)


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("spore", "singapore"),
        ("man's", "mannequins"),  # an owner
        ("o'neill", "oneill"),
        ("d'arcy", "darkey"),
        ("'pore", "singapore"),
    ],
)
def test_what_is_no_word_contracted(short: str, word: str) -> None:
    assert not contracted(short, word)


@pytest.mark.parametrize(
    ("short", "word"), [("s'pore", "singapore"), ("int'l", "international"), ("gov't", "government")]
)
def test_what_is_contracted(short: str, word: str) -> None:
    assert contracted(short, word)
