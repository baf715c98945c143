"""What makes two words forms of one, by language."""

import pytest

from newsdiff.flags.forms.stems import parted_verbs, stemmer, turned_parts, word_keys
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import LANGUAGES, words_of


def alike(a: str, b: str, language: str) -> bool:
    keys = word_keys(words_of(language))
    return not set(keys(a)).isdisjoint(keys(b))


@pytest.mark.parametrize(
    ("a", "b", "language"),
    [
        ("act", "actor", "en"),
        ("festgenommen", "angenommen", "de"),
        ("nehmen", "geben", "de"),
        ("hablar", "comer", "es"),
        ("parler", "partir", "fr"),
    ],
)
def test_forms_of_two_words(a: str, b: str, language: str) -> None:
    assert not alike(a, b, language)


@pytest.mark.parametrize(
    ("a", "b", "language"),
    [
        ("act", "acting", "en"),
        ("ging", "gehen", "de"),
        ("festgenommen", "festnehmen", "de"),
        ("festzunehmen", "festnahm", "de"),
        ("rechaza", "rechazado", "es"),
        ("parle", "parlé", "fr"),
    ],
)
def test_forms_of_one(a: str, b: str, language: str) -> None:
    assert alike(a, b, language)
    assert alike(b, a, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stem_is_the_first_key_of_each_word(language: str) -> None:
    words = words_of(language)
    for word in ("harbour", "festgenommen", "rechazado", "a", "x"):
        assert word_keys(words)(word)[0] == stemmer(words)(word)


def parted(old: str, new: str) -> list[tuple[str, str, str]]:
    sides = Tokens(old), Tokens(new)
    found = parted_verbs(*sides, (range(len(sides[0])), range(len(sides[1]))), words_of("de"))
    return [(sides[0].raw[i], sides[0].raw[part], sides[1].raw[j]) for i, part, j in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sie nahm ihn", "Er wurde festgenommen"),  # no first part
        ("Sie nahm ihn, der Stein lag fest", "Er wurde festgenommen"),  # of another clause
        ("Sie gab es fest", "Er wurde festgenommen"),
        ("fest nahm sie", "Er wurde festgenommen"),  # before it
        ("Sie nahm ihn fest", "Er wurde angenommen"),
    ],
)
def test_no_verb_whose_first_part_stands_behind_it(old: str, new: str) -> None:
    assert parted(old, new) == []


def test_a_verb_whose_first_part_stands_behind_it() -> None:
    assert parted("Sie nahm ihn fest", "Er wurde festgenommen") == [("nahm", "fest", "festgenommen")]


def test_a_language_without_such_verbs_has_none() -> None:
    sides = Tokens("He took it off"), Tokens("It was taken off")
    assert list(parted_verbs(*sides, (range(4), range(4)), words_of("en"))) == []
    assert list(parted_verbs(*sides, (range(4), range(4)), None)) == []


def test_first_parts_turn_where_their_clause_ends_on_both_sides() -> None:
    ends, leads = (
        (Tokens("Er sagt es ab."), Tokens("Er sagt es zu.")),
        (Tokens("Er lag ab Mai."), Tokens("Er lag zu Mai.")),
    )
    place = (range(3, 4), range(3, 4))
    assert turned_parts(ends, [place], words_of("de")) == (frozenset({3}), frozenset({3}))
    assert turned_parts(leads, [(range(2, 3), range(2, 3))], words_of("de")) == (frozenset(), frozenset())
    assert turned_parts(ends, [(range(2, 4), range(3, 4))], words_of("de")) == (frozenset(), frozenset())
    for words in (None, words_of("en")):
        assert turned_parts(ends, [place], words) == (frozenset(), frozenset())
