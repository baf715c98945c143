"""Negation: paraphrases are quiet; a statement turned round is flagged."""

from collections.abc import Callable

import pytest

from newsdiff.model import FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.NEGATION)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The source could not give details.", "The source was unable to give details."),
        ("The answers were not adequate.", "The answers were inadequate."),
        ("The rules have not been changed.", "The rules haven't been changed."),
        ("The rise will not take effect until May.", "The rise will take effect only in May."),
        ("The bids should not exceed 30 pages.", "The bids should be no longer than 30 pages."),
        ("We will not hesitate to act.", "We will act without hesitation."),
        ("The song is No. 1 in May.", "The song is first in May."),
        ("The walk cost next to nothing.", "The walk was cheap."),
        (
            "There was no way home for the hosts once Odu had put them two behind with a shot off the bar.",
            "Odu's shot, which hit the bar on its way, put the hosts two down.",
        ),
        ("No wonder that the baths are full.", "Little wonder that the baths are full."),
        ("The truce lasted an hour.", "The truce lasted barely an hour."),
        ("The hall seats 200 people.", "The hall seats hardly 200 people."),
        ("He was held till Monday.", "He was held until Monday."),
        ("The strike goes ahead after talks fail.", "The strike is put back after late talks."),
        ("Fans were held after the match.", "Fans were banned after the match."),
        ("It is to increase the number of migrants.", "It is to send more immigrants, and migrants too."),
        ("The EU opens a probe.", "The EU opens an in-depth probe."),
        ("The town no longer owns the bank.", "The town does not own the bank any more."),
        ("Talks go on in the city.", "Talks go on in the city, and there is no end of them in sight for anybody."),
    ],
)
def test_paraphrases_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The jury found him not guilty of theft.", "The jury found him now guilty of theft."),
        ("Admission is free for guests.", "Admission isn’t free for guests."),
        ("She could do it again.", "She couldn’t do it again."),
        ("They would do so.", "They would not do so."),
        ("The change was discussed in advance.", "The change was never discussed in advance."),
        ("It can be done without any risk to people.", "It can be done with some risk to people."),
        ("The crimes have gone unpunished.", "The crimes have been punished."),
        ("He denied knowing the man.", "He admitted knowing the man."),
        ("The court upheld the ban.", "The court did not uphold the ban."),
        ("The minister ruled out a tax rise.", "The minister did not rule out a tax rise."),
        ("All of the staff were told.", "None of the staff were told."),
        ("The accused is fit to stand trial.", "The accused is unfit to stand trial."),
        ("She took part in the debate.", "She declined to take part in the debate."),
    ],
)
def test_a_statement_turned_round_is_flagged(spans: Spans, old: str, new: str) -> None:
    assert len(spans(old, new)) == 1


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Er ist nicht schuldig.", "Er ist schuldig."),
        ("fr", "Il n’est pas coupable.", "Il est coupable."),
        ("es", "El acusado no es culpable.", "El acusado es culpable."),
    ],
)
def test_negations_of_other_languages(spans: Spans, language: str, old: str, new: str) -> None:
    assert len(spans(old, new, language)) == 1


def test_a_failure_is_no_negation(spans: Spans) -> None:
    assert spans("The failure of the bank shook the town.", "The collapse of the bank shook the town.") == []


def test_the_kept_verb_stands_on_the_other_side(spans: Spans) -> None:
    assert spans("The school will close in May.", "The school will not close in May.") == [("close", "not close")]


def test_the_negation_that_changed_is_quoted_not_a_kept_one(spans: Spans) -> None:
    old = "She was not at her post, and nobody at the ministry was told."
    assert spans(old, old.replace(" not", "")) == [("was not at her", "was at her")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry firm is to stop selling salted fish.", "The ferry firm will end its trade in salted fish."),
        ("A shelf of non-fiction burned.", "A shelf of nonfiction burned."),
        ("They were not paid and ate rice.", "They received no wages and ate nothing but rice."),
        ('She called the tax unworkable and "un-Dutch".', 'She called the tax unworkable and "a fantasy".'),
    ],
)
def test_ends_and_words_that_nothing_answers_turn_nothing_round(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


def test_neither_and_failed_to(spans: Spans) -> None:
    assert spans("Both drivers were sober.", "Neither driver was sober.") == [("Both drivers", "Neither driver")]
    assert len(spans("The council told residents.", "The council failed to tell residents.")) == 1
    assert spans("The council knew of the leak.", "The council did not know of the leak.") == [("knew", "not know")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The two brothers have been granted bail.", "The two brothers have been denied bail."),
        ("The board approved the merger of the dairies.", "The board prohibited the merger of the dairies."),
    ],
)
def test_a_verb_in_the_place_of_another_is_another_act(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


def test_a_verb_that_denies_another_turns_it_round(spans: Spans) -> None:
    assert spans("The brothers agreed to pay the fine.", "The brothers refused to pay the fine.") != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("She was last seen leaving on 21 May.", "She left on 21 May and has not been seen since."),
        ("It was a different ending.", "It was an indifferent ending."),
    ],
)
def test_last_seen_and_words_that_only_look_denied_are_quiet(spans, old, new):
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The letters were authentic.", "The letters were inauthentic."),
        ("The club has paid its players.", "The club has yet to pay its players."),
        ("The talks have begun.", "The talks have not yet begun."),
    ],
)
def test_denied_adjectives_and_what_is_yet_to_be(spans, old, new):
    assert len(spans(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You hardly notice the climb.", "You barely notice the climb."),
        ("There is no evidence that the drug works.", "There is no proof that the drug works."),
        ("There is no doubt that the drug works.", "The drug works."),
    ],
)
def test_what_is_denied_alike_is_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Coroner: no sign crew sent mayday.", "Coroner: crew sent mayday."),
        ("There is no evidence the drug works.", "The drug works."),
        ("He barely survived.", "He survived."),
    ],
)
def test_what_no_sign_was_of_is_turned_round(spans: Spans, old: str, new: str) -> None:
    assert len(spans(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lee has not played since May.", "Lee plays for the first time since May."),
        ("Police wrongly believed that he had a gun.", "Police say that he had no gun."),
        ("Rye and Orm meet for talks on the wide nets.", "Rye refuses to give up nets at the talks."),
        ("Neither side seeks to fight on in Rye.", "Both sides seek to make peace in Rye."),
        ("The barley crop failed near Orm.", "The barely crop failed near Orm."),
        ("Guests have come to Orm in their thousands.", "Guests can come to Orm without having to pay."),
    ],
    ids=["first since", "wrongly believed", "another act", "another verb governed", "a slip", "without having to"],
)
def test_what_denies_no_kept_statement(spans, old, new):
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The firm refuses to sell its mill to Lee.", "The firm agrees to sell its mill to Lee."),
        ("The mayor did not want to shut the pool.", "The mayor wanted to shut the pool."),
        ("The driver barely missed the child.", "The driver missed the child."),
        ("The guild declines to fund a school for sailors.", "A school for sailors will be funded by the guild."),
    ],
)
def test_what_is_denied_with_the_verb_that_it_governs(spans, old, new):
    assert len(spans(old, new)) == 1


@pytest.mark.parametrize("verb", ["thought", "believed", "said", "known"])
def test_what_is_not_thought_to_be_is_turned_round(spans: Spans, verb: str) -> None:
    old = f"The bones are {verb} to be those of a monk."
    assert spans(old, old.replace("are", "are not")) == [(verb, f"not {verb}")]
