"""Cues of a statement, and whether the statement around a changed one was kept."""

import pytest

from newsdiff.flags.sentence.cues import Cue, WordMatches, classed, cues, inflected_there, verb_span
from newsdiff.flags.sentence.passages import Pair
from tests.kit.comparisons import pair_of
from tests.kit.sentences import sentence, words_of


def named(text: str, phrases: str, language: str = "en", skip: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    return [(cue.span, cue.name) for cue in cues(sentence(text, language), phrases, skip)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [("", "modals"), ("It rained.", "negators"), ("It rained.", "nothing"), ("Not only Ann swam.", "negators")],
)
def test_no_cues(text: str, phrases: str) -> None:
    assert named(text, phrases) == []


def test_cues_of_one_list_in_their_order() -> None:
    assert [span for span, _ in named("He could not swim, and may never learn.", "negators")] == ["not", "never"]
    assert [span for span, _ in named("He could not swim, and may never learn.", "modals")] == ["could not", "may"]


def test_a_token_that_is_something_else_is_skipped() -> None:
    assert [span for span, _ in named("In May he may swim.", "modals", skip=(1,))] == ["may"]
    assert len(named("In May he may swim.", "modals")) == 2


def test_a_cue_is_known_by_its_class() -> None:
    one, other = (cues(sentence(f"He {w} so."), "sayings")[0] for w in ("said", "says"))
    assert classed(one) == classed(other)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The club will retain him.", "will retain"),
        ("The club will", "will"),
        ("The club will, he said, win.", "will"),
        ("The club will 12 times win.", "will"),
    ],
)
def test_a_cue_is_quoted_with_its_verb(text: str, span: str) -> None:
    assert verb_span(cues(sentence(text), "modals")[0]) == span


def kept(
    old: str, new: str, phrases: str = "modals", side: int = 1, language: str = "en"
) -> tuple[WordMatches, Cue, Pair]:
    """The matches of two sentences, and the first cue of one of them."""
    sides = sentence(old, language), sentence(new, language)
    pair, one = Pair(*sides), sides[side]
    return WordMatches(pair, words_of(language)), cues(one, phrases)[0], pair


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("The bridge will close in spring.", "The bridge may close in spring.", 0),
        ("The bridge will close in spring.", "The bridge may reopen in spring.", 1),
        ("The bridge will close in spring.", "The old iron bridge may fall apart in spring.", 2),
        ("Ferries stop at noon.", "Bridges may shut by night.", 3),
        ("Ferries stop at noon.", "It rained hard; bridges may shut by night, it snowed.", 4),
    ],
    ids=["the cue alone", "the verb", "around it", "another statement", "up to a semicolon"],
)
def test_how_much_around_a_cue_is_new(old: str, new: str, words: int) -> None:
    matches, cue, _ = kept(old, new)
    assert matches.rewritten(cue) == words


def test_no_more_than_eight_words_are_counted_on_a_side() -> None:
    many = " ".join(f"word{'abcdefghijklmnop'[n]}" for n in range(14))
    matches, cue, _ = kept("Ferries stop.", f"{many} may {many}.")
    assert matches.rewritten(cue) == 16


@pytest.mark.parametrize(
    ("old", "new", "reach", "governs"),
    [
        ("The bridge will close in spring.", "The bridge may close in spring.", 1, True),
        ("The bridge will close in spring.", "The bridge may reopen in spring.", 1, False),
        ("The bridge will close in spring.", "The bridge may reopen in spring.", 2, True),
        ("Close it they will.", "Close it they may.", 1, True),
        ("Ferries stop.", "Bridges may shut.", 3, False),
    ],
)
def test_a_cue_governs_a_word_that_was_kept(old: str, new: str, reach: int, governs: bool) -> None:
    matches, cue, _ = kept(old, new)
    assert matches.governs(cue, reach) is governs


def test_a_cue_behind_a_new_if_is_of_another_statement() -> None:
    matches, cue, _ = kept("The bridge will close.", "If it rains the bridge may close.")
    assert matches.conditional(cue)
    matches, cue, _ = kept("The bridge will close.", "The bridge may close if it rains.")
    assert not matches.conditional(cue)
    matches, cue, _ = kept("If it rains the bridge will close.", "If it rains the bridge may close.")
    assert not matches.conditional(cue)


@pytest.mark.parametrize(
    ("old", "new", "word", "opposite"),
    [
        ("The bridge is open.", "The bridge is closed.", "closed", True),
        ("The bridge is open.", "The bridge is closed.", "open", True),
        ("The bridge is open.", "The bridge is red.", "open", False),
        ("The bridge is open.", "The bridge is closed.", "bridge", False),
        ("The bridge is open.", "The bridge is closed.", "móvil", False),
    ],
)
def test_opposites_of_the_other_side(old: str, new: str, word: str, opposite: bool) -> None:
    assert WordMatches(pair_of(old, new), words_of()).opposite(word) is opposite


def test_without_a_dictionary_there_are_no_opposites() -> None:
    pair = pair_of("Die Halle ist offen.", "Die Halle ist zu.", "de")
    assert not WordMatches(pair, words_of("de")).opposite("offen")


def test_words_that_both_sides_have() -> None:
    matches = WordMatches(pair_of("The bridge closes today.", "The bridge reopened today."), words_of())
    assert [w for w in ("bridge", "closes", "reopened", "the", "today") if matches.has(w)] == ["bridge", "today"]


def test_forms_of_one_verb_that_begin_otherwise_match() -> None:
    matches, cue, _ = kept("Divers found the boat.", "Divers may find the boat.")
    assert matches.rewritten(cue) == 0
    assert matches.has("find")


@pytest.mark.parametrize(
    ("old", "new", "language", "there"),
    [
        ("El juez rechaza el recurso.", "El juez ha rechazado el recurso.", "es", True),
        ("El juez rechaza el recurso.", "El juez mira el recurso.", "es", False),
        ("The judge rejects it.", "The judge rejected it.", "en", False),
    ],
)
def test_a_verb_in_another_form(old: str, new: str, language: str, there: bool) -> None:
    pair = pair_of(old, new, language)
    assert pair.old
    cue = Cue(pair.old, 2, 2, "reject")
    assert inflected_there(cue, pair, words_of(language)) is there
