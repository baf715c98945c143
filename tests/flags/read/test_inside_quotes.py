"""Whether a token stands inside quotation marks."""

import pytest

from newsdiff.flags.read.inside_quotes import opens_quotation, quoted_token
from newsdiff.flags.sentence.tokens import Tokens


def quoted(text: str) -> str:
    """The words of a text that stand inside marks."""
    tokens = Tokens(text)
    return " ".join(word for i, word in enumerate(tokens.raw) if word[0].isalnum() and quoted_token(tokens, i))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained.",
        'He said "no',
        'He said no"',
        "The drivers' union met, and the bakers' guild.",
        "It’s Ann's boat.",
        "rock 'n roll",
        "'It rained",
    ],
)
def test_nothing_is_quoted(text: str) -> None:
    assert quoted(text) == ""


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no way" to it.', "no way"),
        ("He said “no way” to it.", "no way"),
        ("Il a dit « non » hier.", ""),
        ('"No way", he said, "or so".', "No way or so"),
        ("Mayor 'ready to quit' in May", "ready to quit"),
        ("Mayor ‘ready to quit’ in May", "ready to quit"),
        ("'Ready to quit', mayor says", "Ready to quit"),
        ("Mayor 'admits' paying", ""),
    ],
)
def test_words_between_marks_are(text: str, inside: str) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "i", "opens"),
    [
        ("'a b'", 0, True),
        ("'a b'", 3, False),
        ("a ' b", 1, False),
        ("a' b", 1, False),
        ("a b", 0, False),
        ("a", 9, False),
    ],
)
def test_a_single_mark_opens_where_a_space_stands_before_it_and_none_behind(text: str, i: int, opens: bool) -> None:
    assert opens_quotation(Tokens(text), i) is opens
