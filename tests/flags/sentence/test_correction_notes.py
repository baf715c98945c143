"""Notes on a change of the text: what makes a sentence one, and that nothing else is its counterpart."""

import pytest

from newsdiff.flags.sentence.correction_notes import found, heads_news, is_note, with_notes_apart
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Op
from tests.kit.comparisons import comparison
from tests.kit.sentences import sentence, words_of

EN = words_of()
NOTE = "Correction: an earlier version of this article gave a wrong price."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The court issued a correction.",
        "The update of the software failed.",
        "Clarified butter is sold here.",
        "The minister corrected him.",
        "He edited the paper for years.",
        "It was an error to go there, she said.",
    ],
)
def test_words_of_a_note_make_none(text: str) -> None:
    assert found(sentence(text), EN) is None
    assert not is_note(sentence(text), EN)


@pytest.mark.parametrize(
    "text",
    [
        NOTE,
        "CORRECTION: the price is 12.",
        "Editor's note: a name was removed.",
        "Editor’s note: a name was removed.",
        "This article was amended on 3 May to remove a name.",
        "An earlier version of this story misstated the price.",
        "Updated at 14:30",
    ],
)
def test_notes(text: str) -> None:
    assert found(sentence(text), EN)
    assert is_note(sentence(text), EN)


def test_a_block_that_is_marked_up_as_a_note_is_one_whatever_it_says() -> None:
    one = sentence("The price is 12.", kind=BlockKind.CORRECTION)
    assert found(one, EN) is None
    assert is_note(one, EN)


def test_what_makes_the_note_is_what_is_found() -> None:
    told = found(sentence("Updated: the price is 12."), EN)
    assert told is not None and "Updated".startswith(told.strip(": ")[:7])


OWN = WordTable(
    language="xx", stop=frozenset(), corrections=(("fixed mended", r"\b(?:fixed|mended) here\b"), ("", r"^\[\w+\]"))
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It was FIXED here.", "FIXED here"),
        ("It was mended here.", "mended here"),
        ("It was fixed there.", None),
        ("It was unfixed here.", None),
        ("[Erratum] It rained.", "[Erratum]"),
        ("It rained [here].", None),
    ],
)
def test_an_expression_without_cues_is_always_tried(text: str, label: str | None) -> None:
    assert found(sentence(text), OWN) == label


def test_a_language_without_notes_finds_none() -> None:
    assert found(sentence(NOTE), WordTable(language="xx", stop=frozenset())) is None


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Update: two men were killed.", True),
        ("UPDATE: two men were killed.", True),
        ("(Update: two men were killed.)", True),
        ("Updated: two men were killed.", True),
        ("Update: this article was amended to remove a name.", False),
        ("Correction: two men were killed.", False),
        ("Updated at 14:30", False),
        ("Two men were killed.", False),
    ],
)
def test_update_may_be_but_a_heading_over_news(text: str, heads: bool) -> None:
    assert heads_news(sentence(text), EN) is heads


def apart(old: str, new: str) -> list[tuple[str, str, str]]:
    """The passages of two paragraphs: what they are, and the sentences of both sides."""
    one = comparison(old, new)
    assert one.words
    return [(str(p.hunk.op), " ".join(s.text for s in p.old), " ".join(s.text for s in p.new)) for p in one.passages]


RAIN, TOLD = "It rained on the quay all night.", "The council talked of cranes with the mayor."


def test_a_note_where_other_text_went_is_nobodys_counterpart() -> None:
    assert apart(TOLD, NOTE) == [("delete", TOLD, ""), ("insert", "", NOTE)]
    assert apart(NOTE, TOLD) == [("delete", NOTE, ""), ("insert", "", TOLD)]


def test_beside_a_kept_sentence_nothing_is_parted() -> None:
    assert apart(f"{RAIN} {TOLD}", f"{RAIN} {NOTE}") == [("replace", TOLD, NOTE)]


def test_texts_without_notes_and_notes_on_both_sides_stay_together() -> None:
    words = EN
    for old, new in ((RAIN, TOLD), (NOTE, NOTE.replace("price", "name of the mayor"))):
        given = comparison(old, new)
        assert [p.hunk.op for p in with_notes_apart(given.passages, words)] == [p.hunk.op for p in given.passages]


def test_a_note_beside_kept_text_stays_in_its_passage() -> None:
    [passage] = comparison(RAIN, f"{RAIN} {NOTE}").passages
    assert list(with_notes_apart([passage], EN)) == [passage]
    assert passage.hunk.op is Op.REPLACE
    assert list(with_notes_apart([], EN)) == []
