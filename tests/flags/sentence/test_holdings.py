"""What a sentence without counterpart tells of, and whether it only sends its reader elsewhere."""

import pytest

from newsdiff.flags.sentence.holdings import holdings, leads_elsewhere
from newsdiff.model import FlagKind
from tests.kit.comparisons import comparison
from tests.kit.sentences import sentence

EN, DE = comparison("It rained.", "It snowed."), comparison("Es regnete.", "Es schneite.", "de")
EVENT, NUMBER, QUOTE = FlagKind.EVENT, FlagKind.NUMBER, FlagKind.QUOTE
MODALITY, NEGATION, ATTRIBUTION = FlagKind.MODALITY, FlagKind.NEGATION, FlagKind.ATTRIBUTION


@pytest.mark.parametrize(
    "text",
    [
        "It rained on the quay.",
        "The rock could kill somebody.",
        "Ann Lee lives in Port Amber.",
        "The fire started in May.",
        "The ferry was repainted.",
    ],
)
def test_a_plain_statement_holds_nothing(text: str) -> None:
    assert holdings([sentence(text)], EN) == frozenset()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Two men were killed.", {EVENT, NUMBER}),
        ("Sailors were killed in the storm.", {EVENT}),
        ("Sailors may have been killed in the storm.", {EVENT}),
        ("The mayor was charged with fraud.", {EVENT}),
        ("The ferry has 300 seats.", {NUMBER}),
        ("It was “safe”.", {QUOTE}),
        ("It was «safe».", {QUOTE}),
        ("The ferry was not repainted.", {NEGATION}),
        ("The ferry, the mayor said, was repainted.", {ATTRIBUTION}),
        ("The ferry runs if it is dry.", {MODALITY}),
        ("The mayor said that 300 men would not swim.", {ATTRIBUTION, NUMBER, NEGATION}),
    ],
)
def test_facts_of_a_sentence(text: str, held: set[FlagKind]) -> None:
    assert holdings([sentence(text)], EN) == held


def test_facts_of_several_sentences_are_told_together() -> None:
    some = [sentence(text) for text in ("It rained.", "The ferry has 300 seats.", "It was “safe”.", "It has 2 decks.")]
    assert holdings(some, EN) == {NUMBER, QUOTE}


@pytest.mark.parametrize(
    "text", ["Sailors were shaken in the storm.", "Calls to the number may be charged at a higher rate."]
)
def test_small_harm_and_what_only_may_come_is_no_event(text: str) -> None:
    assert EVENT not in holdings([sentence(text)], EN)


def test_a_language_without_a_table_holds_nothing() -> None:
    odd = comparison("Zzz.", "Zzz zz.", "xx")
    assert odd.words is None
    assert holdings([sentence("Two men were killed.")], odd) == frozenset()
    assert not leads_elsewhere(sentence("See our page on travel."), odd)


def test_other_languages_have_facts_too() -> None:
    assert NUMBER in holdings([sentence("Die Fähre hat 300 Sitze.", "de")], DE)
    assert NEGATION in holdings([sentence("Die Fähre fuhr nicht.", "de")], DE)


@pytest.mark.parametrize(
    "text",
    [
        "For the rules, see our page on travel.",
        "See our page on travel.",
        "Read the decision of the council here.",
        "Please see our page on travel.",
        "If you plan to travel, find out what you need.",
    ],
)
def test_what_sends_its_reader_elsewhere(text: str) -> None:
    assert leads_elsewhere(sentence(text), EN)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor could see the page.",
        "What does the mayor see?",
        "For the rules, see our page on travel?",
        "See the 300 rules of travel.",
        "See how sailors were killed.",
        "It rained.",
    ],
)
def test_what_states_something_leads_nowhere(text: str) -> None:
    assert not leads_elsewhere(sentence(text), EN)
