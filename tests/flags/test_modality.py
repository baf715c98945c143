"""Modality: tense and synonyms are quiet; other certainty or duty is flagged."""

from collections.abc import Callable

import pytest

from newsdiff.model import FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.MODALITY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The figures may not add up.", "The figures might not add up."),
        ("The list will be published.", "The list has been published."),
        ("It happened on 3 May in town.", "It happened on 4 June in town."),
        ("The rules must not harm pupils.", "The rules work without harming pupils."),
        ("You must tell us as soon as possible.", "You must tell us without delay."),
        ("We are not able to help.", "We cannot help."),
        ("You are not allowed to smoke.", "You must not smoke."),
        ("He has to leave.", "He must leave."),
        ("Perhaps he knew.", "Maybe he knew."),
        ("Villagers alleged that he paid.", "Villagers said that he paid."),
    ],
)
def test_tense_and_synonyms_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Under the deal, Russia will retain Crimea.", "Under the deal, Russia could retain Crimea.",
         [("will retain", "could retain")]),
        ("He assaulted the guard.", "He allegedly assaulted the guard.", [("", "allegedly assaulted")]),
        ("Servers may support it.", "Servers must support it.", [("may support", "must support")]),
        ("The work is expected to start soon.", "The work will start soon.", [("expected to start", "will start")]),
        ("Drivers could face fines.", "Drivers face fines.", [("could face", "")]),
    ],
)  # fmt: skip
def test_another_certainty_is_flagged(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged


def test_a_sentence_that_goes_past_takes_its_modals_along(spans: Spans) -> None:
    assert spans("It is up to you, and you can leave.", "It was up to you, and you could leave.") == []
    assert spans("It is up to you, and you can leave.", "It is up to you, and you could leave.") != []
