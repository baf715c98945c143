"""Lines that speak to their reader of what the page has to offer."""

import pytest

from newsdiff.clean.lines.offers import is_offer, speaks


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The ferry stopped at noon.",
        "Subscribe to our newsletter " + "and read on " * 40,  # longer than an offer
        '"You never know," said the captain.',
    ],
)
def test_no_offer(line: str) -> None:
    assert not is_offer(line)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter",
        "Sign up for our daily newsletter",
        "Abonnieren Sie unseren Newsletter",
        "Inscrivez-vous à notre newsletter",
        "Get the news in your inbox",
    ],
)
def test_an_offer(line: str) -> None:
    assert is_offer(line)


@pytest.mark.parametrize(
    "line", ["", "The ferry stopped.", '"We sail with you," he said', "„Ihr Hafen“ heißt das Stück"]
)
def test_who_speaks_to_nobody_or_in_a_quotation(line: str) -> None:
    assert not speaks(line)


@pytest.mark.parametrize("line", ["Read your news here", "Lesen Sie mehr", "Lisez votre journal"])
def test_who_speaks_to_the_reader(line: str) -> None:
    assert speaks(line)
