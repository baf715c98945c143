"""What is quoted of a change: all of it where it is short, and never more than anybody reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.findings.excerpt import (
    BLOCK_WORDS,
    CONTEXT_WORDS,
    ELLIPSIS,
    SIDE_WORDS,
    bare,
    changed_words,
    excerpt,
    opening,
)

WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(30)]), max_size=60)
LONG = [f"word{n}" for n in range(60)]


def test_nothing_is_quoted_of_nothing() -> None:
    assert excerpt("", "") == ("", "")


def test_a_short_sentence_is_quoted_whole() -> None:
    old, new = "The ferry stops at dawn.", "The ferry stops at noon."
    assert excerpt(old, new) == (old, new)


def test_one_side_alone_is_quoted_from_its_beginning() -> None:
    assert excerpt("", "One line.") == ("", "One line.")
    assert excerpt("", " ".join(LONG)).new.endswith(ELLIPSIS)


def test_of_a_long_sentence_the_change_is_quoted_with_some_words_around_it() -> None:
    changed = [*LONG[:30], "other", *LONG[31:]]
    old, new = excerpt(" ".join(LONG), " ".join(changed))
    assert "word30" in old.split()
    assert "other" in new.split()
    assert len(old.split()) <= 1 + 2 * CONTEXT_WORDS
    assert old.replace("word30", "other") == new


@given(WORDS.filter(bool), WORDS.filter(bool))
def test_what_is_quoted_stands_in_its_sentence_and_is_short(old: list[str], new: list[str]) -> None:
    for quoted, text in zip(excerpt(" ".join(old), " ".join(new)), (old, new), strict=True):
        assert f" {quoted} " in f" {' '.join(text)} " or not quoted
        assert len(quoted.split()) <= SIDE_WORDS + 2 * CONTEXT_WORDS


def test_of_a_rewritten_sentence_the_words_around_the_flag_are_quoted() -> None:
    old, new = " ".join(LONG), " ".join(f"thing{n}" for n in range(60))
    quoted = excerpt(old, new, "word40 word41", "thing40")
    assert "word40 word41" in quoted.old
    assert "thing40" in quoted.new.split()


def test_the_opening_of_a_block() -> None:
    assert opening("One  line.") == "One line."
    assert opening(" ".join(LONG)) == " ".join(LONG[:BLOCK_WORDS]) + " " + ELLIPSIS
    assert opening(" ".join(LONG[: BLOCK_WORDS + 2])) == " ".join(LONG[: BLOCK_WORDS + 2])  # two words more are no gap


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("he said no", "he said yes", (["no"], ["yes"])),
        ("he said no", "he said", (["no"], [])),
        ("he “said” no", 'he "said" no', ([], [])),
        ("he said, no", "he said no", ([], [])),
        ("", "new", ([], ["new"])),
        ("a b c", "a x c", (["b"], ["x"])),
    ],
)
def test_the_words_between_what_both_begin_and_end_with(
    old: str, new: str, wanted: tuple[list[str], list[str]]
) -> None:
    assert changed_words(old, new) == wanted


@pytest.mark.parametrize(("word", "wanted"), [("“No,”", "No"), ("(c)", "c"), ("it’s", "it's"), ("—", "-"), ("...", "")])
def test_a_bare_word(word: str, wanted: str) -> None:
    assert bare(word) == wanted
