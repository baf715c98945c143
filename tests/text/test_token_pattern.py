"""What one token is: a word with its joints, a number with its sign, an address, a mark, a blank."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.text.token_pattern import TOKEN, UNIT

_TOKEN, _UNIT = re.compile(TOKEN, re.DOTALL), re.compile(UNIT, re.DOTALL)


def cut(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if not token.isspace()]


@pytest.mark.parametrize(
    "token",
    [
        "word",
        "Gaza's",
        "Gaza’s",
        "well-known",
        "l'état",
        "U.S.",
        "U.S.-led",
        "a.m.",
        "AT&T",
        "1,000",
        "1.234,50",
        "3\u00a0000",
        "3 000",
        "12 345 678",
        "-5",
        "−5",
        "+3.5%",
        "£1,750",
        "-£5",
        "#tag",
        "@name",
        "10:30",
        "12/03/2025",
        "38°C",
        "5‰",
        "2.5m",
        "https://a.example/b?c=d",
        "www.a.example/b",
        "...",
        "--",
        "習近平",
        "über",
    ],
)
def test_one_token(token: str) -> None:
    assert cut(token) == [token]
    assert cut(f"x {token} y") == ["x", token, "y"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("a, b.", ["a", ",", "b", "."]),
        ("“no”", ["“", "no", "”"]),
        ("(a)", ["(", "a", ")"]),
        ("5-3", ["5-3"]),
        ("5 - 3", ["5", "-", "3"]),
        ("3000 000", ["3000", "000"]),
        ("1.5 000", ["1.5", "000"]),
        ("2020 300 people", ["2020", "300", "people"]),
        ("3 0000", ["3", "0000"]),
        ("end.Next", ["end.Next"]),
        ("a - b", ["a", "-", "b"]),
        ("https://a.example/b.", ["https://a.example/b", "."]),
        ("‘word’", ["‘", "word", "’"]),
        ("a…b", ["a", "…", "b"]),
    ],
)
def test_several_tokens(text: str, tokens: list[str]) -> None:
    assert cut(text) == tokens


TEXTS = st.text(st.sampled_from("ab Z1,.'’-–:/£% \u00a0\n漢é@#(°C"), max_size=24)


@settings(max_examples=25)
@given(TEXTS)
def test_nothing_is_lost_between_tokens(text: str) -> None:
    assert "".join(_TOKEN.findall(text)) == text
    assert "".join(_UNIT.findall(text.lstrip())) == text.lstrip()
