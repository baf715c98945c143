"""Modality: tense and synonyms are quiet; other certainty or duty is flagged."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import Flag, FlagKind, Severity

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
        ("Tenants should not sublet.", "Tenants shouldn't sublet."),
        ("The envoy says the mayors need to act.", "The envoy urges the mayors to act."),
        ("The founder says he plans to pay.", "The founder pledges to pay."),
        ("He said “the dogs may bark”.", "He said “the dogs bark”."),
        ("He has to leave.", "He must leave."),
        ("Perhaps he knew.", "Maybe he knew."),
        ("It's thought that it was covered.", "It is thought that it was covered."),
        ("Villagers alleged that he paid.", "Villagers said that he paid."),
        ("The suspected leak was found.", "The suspected leakage was found."),
        ("He was tipped to win the race.", "He was favourite to win the race."),
        ("The ferry is about to sail for Orm.", "The ferry is set to sail for Orm."),
        ("The monks planned to sell the old mill.", "The monks wanted to sell the old mill."),
        ("The monks were prepared to wait for the boat.", "The monks waited for the boat."),
        ("It is a rule intended to keep the well clean.", "It is a rule that keeps the well clean."),
        ("He said it would cost jobs.", "He said it costs jobs."),
        ("It would cost jobs.", "It cost jobs."),
        ("She would often walk there.", "She often walks there."),
        ("The pier will cost jobs.", "The pier costs jobs."),
    ],
)
def test_tense_and_synonyms_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("A suspected arson attack at a mill shut the road.", "A blaze at a mill shut the road.",
         [("suspected arson", "")]),
        ("Under the deal, Russia will retain Crimea.", "Under the deal, Russia could retain Crimea.",
         [("will retain", "could retain")]),
        ("He assaulted the guard.", "He allegedly assaulted the guard.", [("", "allegedly assaulted")]),
        ("Servers may support it.", "Servers must support it.", [("may support", "must support")]),
        ("The work is expected to start soon.", "The work will start soon.", [("expected to start", "will start")]),
        ("It is likely to rain.", "It is very likely to rain.", [("likely to", "very likely to")]),
        ("It came before job cuts.", "It came before expected job cuts.", [("", "expected job")]),
        ("The exam does not need to be long.", "The exam must not be long.", [("not need to be", "must not be")]),
        ("“It could happen again,” he said.", "“It will happen again,” he said.", [("could happen", "will happen")]),
        ("Drivers could face fines.", "Drivers face fines.", [("could face", "")]),
        ("The monks were about to sell the old mill.", "The monks sold the old mill.", [("were about to sell", "")]),
        ("The monks planned to sell the old mill.", "The monks sold the old mill.", [("planned to sell", "")]),
        ("The monks sold the old mill.", "The monks are preparing to sell the old mill.", [("", "preparing to sell")]),
        ("The pier plan would cost jobs.", "The pier plan costs jobs.", [("would cost", "")]),
        ("The ban applies to all piers.", "The ban would apply to all piers.", [("", "would apply")]),
        ("The pier would be the first of its kind.", "The pier is the first of its kind.", [("would be", "")]),
        ("It has cost jobs.", "It would have cost jobs.", [("", "would have")]),
    ],
)  # fmt: skip
def test_another_certainty_is_flagged(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged


def test_a_sentence_that_goes_past_takes_its_modals_along(spans: Spans) -> None:
    assert spans("It is up to you, and you can leave.", "It was up to you, and you could leave.") == []
    assert spans("It is up to you, and you can leave.", "It is up to you, and you could leave.") != []


def test_a_charge_that_becomes_a_fact_is_grave(found: Callable[..., tuple[Flag, ...]]) -> None:
    graded = {
        (old, new): [f.severity for f in found(old, new) if f.kind is FlagKind.MODALITY]
        for old, new in (
            ("Police held an alleged thief.", "Police held a thief."),
            ("Police held a thief.", "Police held an alleged thief."),
            ("It could rain.", "It will rain."),
        )
    }
    assert list(graded.values()) == [[Severity.HIGH], [Severity.MEDIUM], [Severity.MEDIUM]]


def test_futures_and_stages_of_a_case_are_quiet(spans: Spans) -> None:
    assert spans("The rain is set to last, forecasters said.", "Forecasters said the rain would last.") == []
    assert spans("Two men accused of fraud were in court.", "Two men convicted of fraud were in court.") == []
    assert spans("The rain is set to last.", "The rain may last.") == [("set to last", "may last")]
    assert spans("The tax is set to rise.", "The tax will rise.") == [("set to rise", "will rise")]


def test_a_hedge_in_another_phrase_and_what_somebody_was_forced_to_are_quiet(spans: Spans) -> None:
    assert spans("Sunny spells are forecast for Sunday in Rye.", "Sunday is forecast to be sunny in Rye.") == []
    assert spans("It rained so hard that they had to stop the show.", "They were forced to stop the show.") == []


def test_who_asks_in_the_active_voice_and_who_is_urged_are_quiet(spans: Spans) -> None:
    old = "Police have asked anyone who saw a white van to get in touch."
    assert spans(old, "Anyone who saw a white van is being asked to get in touch.") == []
    assert spans("They were asked to leave.", "They were urged to leave.") == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("They were asked to pay.", "They were required to pay.", ("were asked to pay", "required to pay")),
        ("They must leave by noon.", "They have been asked to leave by noon.", ("must leave", "been asked to leave")),
        ("A jet was hit by a drone, he said.", "A jet may have been hit by a drone, it was said.", ("", "may have")),
    ],
)
def test_what_people_are_asked_to_do_and_a_kept_verb(
    spans: Spans, old: str, new: str, flagged: tuple[str, str]
) -> None:
    assert spans(old, new) == [flagged]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Teachers to strike from Monday.", "Teachers drop plan to strike."),
        ("The ward is closed while cots are cleaned.", "The ward is closed so that cots could be cleaned."),
        ("Five things to know about the capital.", "Five things you need to know about the capital."),
        ("It held the rate, as traders thought.", "It held the rate, as traders had expected."),
    ],
)
def test_nouns_and_purposes_are_quiet(spans, old, new):
    assert spans(old, new) == []


def test_what_is_but_reported(spans):
    assert len(spans("It did not speak of the troop moves.", "It did not speak of the reported troop moves.")) == 1


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("Did a comet kill off the giant beavers?", "Comet killed off the giant beavers", 1),
        ("Comet killed off the giant beavers", "Did a comet kill off the giant beavers?", 1),
        ("Did a comet kill off the giant beavers?", "Did comets kill off the giant beavers?", 0),
        ("Can Spurs win and give Kane a dilemma?", "'Miracle is on for Spurs, giving Kane a dilemma'", 0),
        ("Who will win the cup?", "Cup final moved to May", 0),
    ],
)
def test_a_headline_that_asks_and_one_that_tells(old, new, count):
    report = newsdiff.compare(*(newsdiff.article([], headline=h, language="en") for h in (old, new)))
    assert sum(f.kind is FlagKind.MODALITY for f in report.flags) == count


def test_what_was_believed_is_confirmed(spans):
    assert (
        len(spans("Police believe the driver lost control.", "Police have confirmed that the driver lost control."))
        == 1
    )
    assert spans("Police believe the driver lost control.", "Police believe that the driver lost control.") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hotel fire 'was arson'", "Hotel fire 'may have been arson'"),
        ("Blast 'caused by gas'", "Blast 'probably caused by gas'"),
    ],
)
def test_a_hedge_in_a_headlines_quotation(old, new):
    report = newsdiff.compare(*(newsdiff.article([], headline=h, language="en") for h in (old, new)))
    assert sum(f.kind is FlagKind.MODALITY for f in report.flags) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ring, believed to be from Rome, was sold for £40.", "The ring was sold for £40."),
        ("Prices rose more than expected in May.", "Prices rose more than anticipated in May."),
        ("Rain is forecast in Rye today.", "Rain is expected in Rye today."),
        ("The guild unveils a plan to ban nets.", "The guild unveils plan to ban nets, and proposes fines."),
        ("The firm is well poised to grow.", "The firm is well positioned to grow."),
        ("Guests came to the fair at Orm.", "Six guests were reportedly ill as crowds left the fair at Orm."),
        ("The minister suggested that the toll would end.", "The minister revealed that the toll would end."),
    ],
    ids=["an aside", "than", "forecast", "a noun", "well placed", "new", "a speaker"],
)
def test_what_hedges_no_kept_statement(spans, old, new):
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It shows that eels can hear.", "It suggests that eels can hear.", ("shows", "suggests")),
        ("The film hints that the van was stolen.", "The film reveals that the van was stolen.", ("hints", "reveals")),
        ("Two rowers believed dead off Orm.", "Two rowers dead off Orm.", ("believed dead off", "")),
        (
            "Police are at a farm where it is feared a boy has fallen into a well near Orm.",
            "Police found a boy after he fell into a well on Orm's moor.",
            ("it is feared a", ""),
        ),
    ],
)
def test_hedges_and_evidence_in_other_words(spans, old, new, flagged):
    assert spans(old, new) == [flagged]


def test_reports_behind_the_dash_of_a_headline():
    heads = "Singer in grave state - reports", "Singer reportedly in grave state"
    report = newsdiff.compare(*(newsdiff.article([], headline=h, language="en") for h in heads))
    assert not any(f.kind is FlagKind.MODALITY for f in report.flags)


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("The court will hear the case.", "The court may hear the case.", ("will hear", "may hear")),
        (
            "It waits so that the mills could sell.",
            "It waits so that the mills will sell.",
            ("could sell", "will sell"),
        ),
    ],
)
def test_a_modal_in_the_place_of_another_tells_whatever_is_perceived(
    spans: Spans, old: str, new: str, flagged: tuple[str, str]
) -> None:
    assert spans(old, new) == [flagged]


def test_a_contraction_before_a_modal_is_form(spans: Spans) -> None:
    assert spans("They are not required to rest.", "They aren't required to rest.") == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Die Mole würde 400 Stellen kosten.", "Die Mole kostet 400 Stellen.", True),
        ("Die Mole würde Rye nützen.", "Die Mole nützt Rye.", True),
        ("Er sagte, sie würde Stellen kosten.", "Er sagte, sie kostet Stellen.", False),
        ("Die Mole wird 400 Stellen kosten.", "Die Mole kostet 400 Stellen.", False),
    ],
)
def test_a_german_conditional_that_became_a_fact(old: str, new: str, flagged: bool) -> None:
    report = newsdiff.compare(*(newsdiff.article([text], language="de") for text in (old, new)))
    assert (FlagKind.MODALITY in [f.kind for f in report.flags]) is flagged
