"""Scores and votes: what is none first, then how each is written."""

import pytest

from newsdiff.flags.read.counts.scores import score_at
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def read(text: str) -> tuple[float, str, str] | None:
    tokens = Tokens(text)
    for i in range(len(tokens)):
        if score := score_at(tokens, i, words_of("en"), ()):
            return score.one, score.other, tokens.span(i, score.last)
    return None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing of the kind.",
        "It takes seven to ten days.",
        "They fell from 7 to 2.",
        "The three all died.",
        "Nil all round.",
        "It lost five seats to three rivals.",
        "Four goals in two games.",
    ],
)
def test_other_numbers_are_no_score(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Orm won 7-2.", (7, "2", "7-2")),
        ("They lost three-nil at home.", (3, "0", "three-nil")),
        ("It passed by 52 votes to 48.", (52, "48", "52 votes to 48")),
        ("Orm won by two goals to one.", (2, "1", "two goals to one")),
        ("It ended two-all.", (2, "2", "two-all")),
        ("It ended 2 all.", (2, "2", "2 all")),
        ("It ended one goal apiece.", (1, "1", "one goal apiece")),
        ("The side made 212 for 3.", (212, "3", "212 for 3")),
        ("The side made 212/6.", (212, "6", "212/6")),
    ],
)
def test_scores_in_every_style(text: str, score: tuple[float, str, str]) -> None:
    assert read(text) == score
