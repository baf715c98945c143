"""Words that begin no number, time or date."""

import pytest

from newsdiff.flags.forms.plain_words import is_plain
from newsdiff.flags.read.numerals import number
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("3", "en"),
        ("H5N1", "en"),
        ("-", "en"),
        ("XXI", "en"),  # letters of Roman numbers
        ("two", "en"),
        ("second", "en"),
        ("half", "en"),
        ("noon", "en"),
        ("sechzehnjährig", "de"),
        ("halb", "de"),
        ("vent", "it"),
        ("centesimo", "it"),
    ],
)
def test_what_may_begin_a_value(word: str, language: str) -> None:
    assert not is_plain(word, word.lower(), words_of(language))


@pytest.mark.parametrize(
    ("word", "language"), [("ferry", "en"), ("Harbour", "en"), ("Hafen", "de"), ("porto", "it"), ("école", "fr")]
)
def test_what_begins_none(word: str, language: str) -> None:
    assert is_plain(word, word.lower(), words_of(language))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt"])
def test_no_number_word_is_plain(language: str) -> None:
    words = words_of(language)
    known = [w for w in (*words.cardinals, *words.scales, *words.ranks) if w.isalpha()]
    assert known
    assert [w for w in known if is_plain(w, w, words)] == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt"])
def test_no_plain_word_is_read_as_a_number(language: str) -> None:
    words = words_of(language)
    plain = [w for w in sorted(words.stop) if is_plain(w, w, words)]
    assert plain
    assert [w for w in plain if number(Tokens(w), 0, words, ())] == []
