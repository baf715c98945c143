"""Somebody who has left an office in one place of a text and holds it in another."""

import pytest

import newsdiff
from newsdiff.flags import check
from newsdiff.flags.checks.contradiction import Contradiction

FORMER = "The former president Dan Holt spoke in Rye."


def found(*paragraphs: str, language: str = "en") -> list[Contradiction]:
    return [one for one in check(newsdiff.article(paragraphs, language=language)) if one.kind == "standing"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (),
        (FORMER,),
        (FORMER, "Three weeks into her presidency, Ann Lee agreed."),
        (FORMER, "The sitting president Ann Lee agreed."),
        (FORMER, "The sitting mayor Dan Holt agreed."),
        (FORMER, "His presidency was long, Holt said."),
        ("President Dan Holt spoke in Rye.", "Three weeks into his presidency, Holt agreed."),
        ("The former president spoke in Rye.", "Three weeks into his presidency, Holt agreed."),
    ],
    ids=["no text", "alone", "another", "another sitting", "other office", "no into", "in office", "no name"],
)
def test_silence(paragraphs: tuple[str, ...]) -> None:
    assert found(*paragraphs) == []


@pytest.mark.parametrize(
    ("serving", "quoted"),
    [
        ("Three weeks into his presidency, Holt agreed.", "Three weeks into his presidency"),
        ("It rained, and three weeks into his presidency, Holt agreed.", "and three weeks into his presidency"),
        ("The sitting president Dan Holt agreed.", "sitting president"),
    ],
)
def test_who_holds_the_office_that_he_left(serving: str, quoted: str) -> None:
    [one] = found(FORMER, serving)
    assert one.second.startswith(quoted)
    assert (one.first_block, one.second_block, one.subject) == (0, 1, "Dan Holt")
    assert one.reason == "Dan Holt has left the office here and holds it there"


def test_the_order_of_the_places_is_no_matter() -> None:
    [one] = found("Three weeks into his presidency, Holt agreed.", FORMER)
    assert (one.first_block, one.second_block) == (1, 0)


def test_of_several_places_the_first_is_told() -> None:
    serving = "Three weeks into his presidency, Holt agreed."
    assert [one.second_block for one in found(serving, FORMER, serving)] == [0]


def test_a_language_without_tenures_is_silent() -> None:
    assert found(FORMER, "Three weeks into his presidency, Holt agreed.", language="xx") == []
