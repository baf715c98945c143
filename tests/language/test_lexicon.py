"""A long list of words, asked word by word, is what a set of its lines would be."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.language.lexicon import Lexicon

WORDS = st.sets(st.text("abcé'", min_size=1, max_size=5), min_size=1, max_size=40)


def written(folder: Path, words: set[str], head: str = "# a comment\n# another\n") -> str:
    path = folder / "words.txt"
    lines = sorted(word.encode() for word in words)
    path.write_bytes(head.encode() + b"".join(line + b"\n" for line in lines))
    return str(path)


@settings(max_examples=40)
@given(WORDS, st.text("abcé'", max_size=5))
def test_every_word_of_the_file_is_held_and_no_other(tmp_path_factory, words: set[str], other: str) -> None:
    lexicon = Lexicon(written(tmp_path_factory.getbasetemp(), words))
    assert all(word in lexicon for word in words)
    assert (other in lexicon) is (other in words)
    assert set(lexicon.words()) == words


@pytest.mark.parametrize("head", ["", "# one\n", "# one\n# two\n# three\n"])
def test_lines_of_comment_are_no_words(tmp_path: Path, head: str) -> None:
    lexicon = Lexicon(written(tmp_path, {"boat", "ferry"}, head))
    assert lexicon.words() == ["boat", "ferry"]
    assert "# one" not in lexicon
    assert "ferry" in lexicon


def test_a_part_of_a_word_is_none_and_case_counts(tmp_path: Path) -> None:
    lexicon = Lexicon(written(tmp_path, {"ferry"}))
    assert [word in lexicon for word in ("fer", "erry", "ferrys", "Ferry", "", "\n", "ferry\n")] == [False] * 7


def test_words_may_be_added_and_the_list_stays_as_it_was(tmp_path: Path) -> None:
    plain = Lexicon(written(tmp_path, {"ferry"}), ["boat"])
    more = plain.plus(["ship"])
    assert ("boat" in plain, "ship" in plain) == (True, False)
    assert all(word in more for word in ("ferry", "boat", "ship"))


def test_the_file_is_read_when_the_first_word_is_asked_for(tmp_path: Path) -> None:
    lexicon = Lexicon(str(tmp_path / "nowhere.txt"), ["boat"])
    assert "boat" in lexicon
    with pytest.raises(FileNotFoundError):
        _ = "ferry" in lexicon


def test_no_sign_breaks_it(tmp_path: Path) -> None:
    lexicon = Lexicon(written(tmp_path, {"ferry", "中文"}))
    assert "\ud800" not in lexicon
    assert "中文" in lexicon
