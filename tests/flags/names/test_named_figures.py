"""Figures that belong to a name: those that count what stands behind them are none."""

import pytest

from newsdiff.flags.names.named_figures import in_a_title, is_generation, may_end_a_name
from tests.kit.sentences import sentence, words_of


def named(text: str) -> bool:
    """Whether the first figure of a sentence may be the last word of a name."""
    read = sentence(text)
    at = next(i for i, word in enumerate(read.tokens.low) if word.isdecimal())
    return may_end_a_name(read, at, words_of())


@pytest.mark.parametrize(
    "text",
    [
        "It lost Velm 12 jobs.",
        "They told Velm 12 oil workers died.",
        "It cost Velm 300 workers.",
        "They gave Velm 3 more days.",
        "They beat Velm 3 in all.",
        "They gave Velm 1 point.",
    ],
)
def test_what_counts(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize(
    "text",
    ["A Falcon 9 rocket rose.", "The FTSE 100 oil major sold it.", "The S&P 500 fell.", "The Boeing 737 crashed."],
)
def test_what_is_of_a_name(text: str) -> None:
    assert named(text)


def test_a_network_and_a_title() -> None:
    masts, flour = sentence("The 5G masts burned."), sentence("The 5g of flour burned.")
    assert is_generation(masts, 1)
    assert not is_generation(flour, 1)
    show = sentence("The show “60 Minutes” was over by then.")
    assert in_a_title(show, 3, words_of())
    assert not in_a_title(show, 1, words_of())
