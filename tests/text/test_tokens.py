"""Tokens: lossless, and whole where a reader sees one thing."""

from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.scripts import grouped
from newsdiff.text.tokens import count, is_word, plain_words, size, tokens, units


@given(st.text())
def test_tokens_and_units_join_back(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert "".join(units(text)) == text


@given(st.text(st.sampled_from("aZé.,-–'’$%5 \u00a0_@#:/\u0301漢ア\u0e01\u0e31\u200d👩\ud800")))
def test_mixed_scripts_join_back(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert "".join(units(text)) == text


@given(st.text())
def test_the_count_is_that_of_the_words(text: str) -> None:
    assert count(text) == sum(map(is_word, tokens(text)))


@pytest.mark.parametrize(
    "whole",
    [
        "1,000,000",
        "2.3",
        "−5",
        "-5",
        "+12%",
        "£1,750",
        "$2.3bn",
        "US$5m",
        "5°C",
        "10:30",
        "12/03/2025",
        "2019–2020",
        "COVID-19",
        "decision-making",
        "don’t",
        "O'Brien",
        "U.S.",
        "p.m.",
        "U.S.-led",
        "https://example.org/a_b?c=d#e",
        "www.example.org/x",
        "first.last@example.org",
        "#election",
        "@newsroom",
        "snake_case",
        "cafe\u0301",
        "हिन्दी",
        "كِتَابٌ",
        "👩‍👩‍👧‍👦",
        "👍🏽",
        "🇩🇪",
        "1️⃣",
        "タワー",
        "ça",
        "Straße",
        "...",
    ],
)
def test_whole(whole: str) -> None:
    assert tokens(whole) == [whole]
    assert [t for t in tokens(f"so {whole} it") if not t.isspace()] == ["so", whole, "it"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("word.", ["word", "."]),
        ("(see 5).", ["(", "see", " ", "5", ")", "."]),
        ("“yes”", ["“", "yes", "”"]),
        ("war—peace", ["war", "—", "peace"]),
        ("one,two", ["one", ",", "two"]),
        ("end https://a.org/b.", ["end", " ", "https://a.org/b", "."]),
        ("workers’ day", ["workers", "’", " ", "day"]),
        ("3-2", ["3-2"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("a  b", ["a", "  ", "b"]),
        ("", []),
    ],
)
def test_cut(text: str, parts: list[str]) -> None:
    assert tokens(text) == parts


@pytest.mark.skipif(find_spec("budoux") is not None, reason="the segmenter joins them")
@pytest.mark.parametrize(
    ("text", "parts"), [("東京タワーは", ["東", "京", "タワー", "は"]), ("ที่นี่", ["ที่", "นี่"]), ("ကောင်း", ["ကော", "င်း"])]
)
def test_without_a_segmenter_dense_scripts_are_cut_into_characters(text: str, parts: list[str]) -> None:
    assert tokens(text) == parts


@pytest.mark.parametrize(
    "text", ["東京タワーは高いです。", "市议会星期一批准了新桥的计划。", "สภาเมืองอนุมัติ a แผน", "नमस्ते"]
)
def test_with_the_segmenter_dense_scripts_are_cut_into_words(text: str) -> None:
    pytest.importorskip("budoux")
    assert "".join(tokens(text)) == text
    assert len(tokens(text)) < len(text)


def test_characters_are_joined_up_to_the_end_of_a_word() -> None:
    assert grouped(["新", "桥", "的", "。", "a ", "工", "程 ", "于"], {2, 3, 8}) == [
        "新桥",
        "的",
        "。",
        "a ",
        "工程 ",
        "于",
    ]


def test_a_word_holds_a_letter_or_a_digit() -> None:
    words = [t for t in tokens("“Yes — 5% of Rome,” he_said!") if is_word(t)]
    assert words == ["Yes", "5%", "of", "Rome", "he_said"]


def test_units_carry_the_space_behind_them() -> None:
    assert units(" a, b\u00a0c  d") == [" ", "a", ", ", "b\u00a0", "c  ", "d"]


@pytest.mark.parametrize(
    ("text", "words", "many"),
    [
        ("", [], 0),
        ("The pier, at 9.30!", ["The", "pier", "at", "9.30"], 4),
        ("다리가 무너졌다.", ["다리가", "무너졌다"], 2),
        ("橋が落ちた。", list("橋が落ちた"), 3),
        ("Tokyo 東京", ["Tokyo", "東", "京"], 2),
    ],
)
def test_plain_words_are_the_same_whatever_is_installed(text: str, words: list[str], many: int) -> None:
    assert plain_words(text) == words
    assert size(words) == many
