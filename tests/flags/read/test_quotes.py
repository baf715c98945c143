"""Quotations: what stands inside marks, whatever marks a house has; apostrophes and codes are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.read.quotes import quotations, quoted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained.",
        "The drivers' union and the bakers' guild met.",
        "It’s Ann’s.",
        "'Tis the season, 'twas said.",
        "the summer of '68 and the '70s",
        "l'état c'est moi",
        "rock 'n' roll",
        'The Housing Act ("the Act") applies.',
        'The Housing Act (the "Act") applies.',
        "The Housing Act (the “Act”) applies.",
        'a 6" pipe',
        'Run "cgi-bin/x" first.',
        'See "https://a.example/b c".',
        'class="lead"',
        "» et «",
    ],
)
def test_no_quotations(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no" to it.', ["no"]),
        ("He said “no” to it.", ["no"]),
        ("He said ‘no’ to it.", ["no"]),
        ("He said 'no' to it.", ["no"]),
        ("Er sagte „nein“ dazu.", ["nein"]),
        ("Er sagte »nein« dazu.", ["nein"]),
        ("Il a dit « non » hier.", [" non "]),
        ("Il a dit «non» hier.", ["non"]),
        ('"A," he said, "B."', ["A,", "B."]),
        ('It was (the "disgrace") over.', ["disgrace"]),
        ('It was (a "Disgrace") over.', ["Disgrace"]),
        ('It was (the "Act" of God) over.', ["Act"]),
        ("‘It’s Ann’s boat’, he said.", ["It’s Ann’s boat"]),
        ('It is "x.y and so on" there.', ["x.y and so on"]),
        ('It was a wreck." She left" and "no".', ["no"]),
        ("'It's Ann's boat', he said.", ["It's Ann's boat"]),
        ("“One “two” three” four", ["One “two” three"]),
        ("He said &quot;no&quot; to it.", ["no"]),
        ("He said &#8220;no&#8221; to it.", ["no"]),
        ("市長は “いいえ” と言った。", ["いいえ"]),
    ],
)
def test_what_stands_inside_marks(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("and then we left,” she said.", ["and then we left,"]),
        ("She said: “And then we left", ["And then we left"]),
        ('She said: "And then we left', ["And then we left"]),
        ('It was a "wreck. "We left," she said.', ["We left,"]),
        ('It was a wreck." "We left," she said.', ["We left,"]),
    ],
    ids=["tail", "no end", "straight without end", "stray opening", "stray closing"],
)
def test_a_mark_may_be_missing(text: str, inside: list[str]) -> None:
    assert [one.strip() for one in quoted(text)] == [one.strip() for one in inside]


def test_a_straight_mark_does_not_run_into_another_paragraph() -> None:
    assert quoted('He said "no\nIt rained. "Yes," she said.') == ["no", "Yes,"]


def test_one_word_without_a_letter_of_code_is_speech() -> None:
    assert quoted('It is "well-known" and "re_covered" and "x.y".') == ["well-known"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is OVER, now!", ("it", "is", "over", "now")),
        ("I don’t know", ("i", "do", "not", "know")),
        ("Salt & Silver", ("salt", "and", "silver")),
        ("the end of the road", ("end", "of", "road")),
    ],
)
def test_the_words_of_a_quotation_as_every_style_would_write_them(text: str, words: tuple[str, ...]) -> None:
    [found] = quotations([text], {"n't": "not"}, ("the",))
    assert (found.text, found.words, found.bag) == (text, words, frozenset(words))


def test_what_holds_no_words_is_no_quotation() -> None:
    assert quotations(["", "…", " !? ", "the"], {}, ("the",)) == []
    assert quotations([], {}) == []


PIECES = st.lists(
    st.sampled_from(['"', "'", "“", "”", "‘", "’", "«", "»", "„", " ", "a", "b.", "\n", "("]), max_size=14
)


@settings(max_examples=30)
@given(PIECES)
def test_what_is_quoted_stands_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for inside in quoted(text):
        assert text.find(inside, at) >= 0
        at = text.find(inside, at) + len(inside)
