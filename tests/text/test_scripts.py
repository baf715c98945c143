"""Units of every script: nothing lost, marks with their letters, pictures whole, words where words are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.scripts import grouped, units

TEXTS = st.text("ab 1,. é\u0301中文日本のカタカナกำแพงا\u064bд👩\u200d👧🇩🇪️⃣ー\n\u3000。", max_size=40)


@given(TEXTS)
def test_joined_they_are_the_text(text: str) -> None:
    assert "".join(units(text)) == text


@given(st.text(max_size=40))
def test_any_text_comes_back_whole(text: str) -> None:
    assert "".join(units(text)) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("👩\u200d👩\u200d👧 x", ["👩\u200d👩\u200d👧 ", "x"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("1️⃣ one", ["1️⃣ ", "one"]),
        ("e\u0301cole", ["e\u0301cole"]),
        ("カタカナ語", ["カタカナ", "語"]),
        ("naïve café", ["naïve ", "café"]),
        ("Слово и дело", ["Слово ", "и ", "дело"]),
        ("नमस्ते दुनिया", ["नमस्ते ", "दुनिया"]),
        ("12,5 %", ["12,5 ", "%"]),
    ],
)
def test_what_a_reader_takes_for_one_stays_one(text: str, wanted: list[str]) -> None:
    assert units(text) == wanted


def test_thai_marks_stay_with_their_letters() -> None:
    assert all(not unit.startswith(("\u0e31", "\u0e34", "\u0e48")) for unit in units("กำแพงนี้สูงมาก"))


def test_characters_are_joined_between_the_ends_of_words() -> None:
    assert grouped(list("東京都知事"), {3, 5}) == ["東京都", "知事"]
    assert grouped(list("東京都知事"), set(range(6))) == list("東京都知事")
    assert grouped(list("東京"), set()) == ["東京"]
    assert grouped([], set()) == []


def test_a_space_and_a_word_of_another_script_always_part() -> None:
    assert grouped(["東 ", "京"], set()) == ["東 ", "京"]
    assert grouped(["Tokyo", "東", "京"], set()) == ["Tokyo", "東京"]
