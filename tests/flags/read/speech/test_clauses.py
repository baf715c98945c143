"""Whether something said stands beside a verb."""

import pytest

from newsdiff.flags.read.speech.clauses import Clauses
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def clauses(text: str, language: str = "en") -> Clauses:
    return Clauses(Tokens(text), words_of(language))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He called it a mess.", False),
        ("He called it, well, “a mess”.", False),
        ('He called it "a mess".', True),
        ("He called it 'a mess'.", True),
        ("He called the drivers' union.", False),
        (f"He called {'the very ' * 8} “mess”.", False),
    ],
)
def test_a_quotation_near_behind(text: str, quotes: bool) -> None:
    assert clauses(text).quotes(2) is quotes


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("He said it rained, and left.", 2, "it rained"),
        ("He said it rained (again).", 2, "it rained"),
        ("He said it rained.", 2, "it rained ."),
        ("He said", 2, ""),
        ("He said: no", 2, ""),
    ],
)
def test_a_clause_ends_at_a_mark(text: str, start: int, words: str) -> None:
    assert " ".join(clauses(text).clause_of(start)) == words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("told owners to check it", True),
        ("told the owners of Rye to check it", True),
        ("told to check it", False),
        ("told owners of a way to school", True),
        ("told owners he wanted to check it", False),
        ("told owners that it was to be", False),
        ("told owners, to check it", False),
        ("told owners what they", False),
        ("went driving to check it", False),
    ],
)
def test_somebody_is_told_to_do_a_thing(text: str, told: bool) -> None:
    assert clauses(text).told_to_do(1) is told


def test_without_a_dictionary_nobody_is_told_to_do_a_thing() -> None:
    assert not clauses("told owners to check it", "de").told_to_do(1)


def test_a_that_behind_who_is_told() -> None:
    assert clauses("assured ratepayers that it would hold").clause_behind_object(1)
    assert not clauses("assured that it would hold").clause_behind_object(1)
    assert not clauses("assured ratepayers, that it would hold").clause_behind_object(1)


@pytest.mark.parametrize(
    ("text", "at", "language", "said"),
    [
        ("Er glaubt, dass es regnet.", 2, "de", True),
        ("Er glaubt, er habe gewonnen.", 2, "de", True),
        ("Er glaubt, die Werte seien falsch.", 2, "de", True),
        ("Er glaubt, morgen regnet es.", 2, "de", False),
        ("Er glaubt die Werte.", 2, "de", False),
        ("Advierten de que llueve.", 1, "es", True),
        ("Advierten de la lluvia.", 1, "es", False),
        ("Er räumte ein, dass es regnet.", 2, "de", True),
    ],
)
def test_what_is_said_behind_a_comma_or_a_preposition(text: str, at: int, language: str, said: bool) -> None:
    assert clauses(text, language).clause_behind_comma(at) is said


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("Er räumte ein, dass es regnet.", 2, 3),
        ("Er wies den Vorwurf zurück, es regnet.", 2, 5),
        ("Er wies den Vorwurf, es regnet.", 2, 2),
        ("Er räumte ein.", 2, 2),
        ("Er sagte ein, dass", 2, 2),
    ],
)
def test_the_particle_of_a_verb_of_saying(text: str, at: int, end: int) -> None:
    assert clauses(text, "de").behind_particle(at) == end


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("found the boat was empty", True),
        ("found he swam", True),
        ("found it would sink", True),
        ("found the boat", False),
        ("found, the boat was", False),
        ("found", False),
        ("found to be empty", False),
        ("found asleep in the hall", False),
        ("found in the hall", False),
        ("found the chairs after a hinge was broken", False),
        ("found the boat, which was empty", False),
    ],
)
def test_a_subject_and_a_finite_verb_are_a_clause(text: str, clause: bool) -> None:
    assert clauses(text).clause(1) is clause


@pytest.mark.parametrize(
    ("text", "i", "past"),
    [
        ("it began to rain", 1, True),
        ("they went home", 1, True),
        ("it sold through shops", 1, False),
        ("it walked home", 1, False),
        ("the house stood", 1, False),
        ("it zzzed home", 1, False),
        ("it móvil home", 1, False),
    ],
)
def test_the_irregular_past_of_a_verb(text: str, i: int, past: bool) -> None:
    assert clauses(text).past(i) is past


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("union leader", False),
        ("Ann Jones of Rye", False),
        ("Demolish", False),
        ("weary sailors demolish piers", True),
        ("School Investigates", True),
        ("he's late", True),
        ("mayor is", True),
    ],
)
def test_a_verb_among_words_that_might_be_a_speaker(text: str, tells: bool) -> None:
    found = clauses(text)
    assert found.tells(range(len(found.tokens))) is tells


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("said Russia moved missiles", True),
        ("said it's late", True),
        ("said newly opened piers", False),
        ("said boats sold through shops", False),
        ("said the wounded sailors", False),
        ("said piers opened by mayors", False),
    ],
)
def test_a_clause_by_its_verb(text: str, clause: bool) -> None:
    assert clauses(text).clause(1) is clause
