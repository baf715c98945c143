"""All that is read of one sentence: no reader takes what another has read."""

import pytest

from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.flags.read.usage import Usage
from newsdiff.model import Article, Block, BlockKind
from tests.kit.sentences import sentence, words_of


def read(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> SentenceValues:
    return SentenceValues(sentence(text, language, kind), words_of(language))


@pytest.mark.parametrize("text", ["", ".", "it rained on the quay.", "雨が降った。"])
def test_a_plain_sentence_holds_nothing(text: str) -> None:
    one = read(text)
    assert (one.dates, one.quantities, one.titles, one.names, one.sources, one.note) == ([], [], [], [], [], False)
    assert one.dated == frozenset()
    assert one.names_near({0}) == []


def test_each_value_is_read_by_one_reader() -> None:
    one = read("On 12 March 2025 the mayor Ann Lee said that 40 boats sank.")
    assert [v.span for v in one.dates] == ["12 March 2025"]
    assert [q.span for q in one.quantities] == ["40"]
    assert [t.span for t in one.titles] == ["mayor"]
    assert [n.span for n in one.names] == ["Ann Lee"]
    assert [s.verb for s in one.sources] == ["said"]
    assert one.dated == {1, 2, 3}


@pytest.mark.parametrize("text", ["It rained.", "On 12 March 2025 it rained.", "Call 020 7946 0018.", "40 boats sank."])
def test_a_sentence_counts_where_it_holds_a_quantity(text: str) -> None:
    assert read(text).counts is (read(text).quantities != []) is text.startswith("40")


def test_figures_of_addresses_are_no_values() -> None:
    one = read("Call 0651 97 79 22 90 or see https://a.example/12/40 today.")
    assert one.quantities == []
    assert "https" not in " ".join(n.span for n in one.names)
    assert len(one.dated) > 4


def test_a_holiday_is_a_date_and_may_be_part_of_a_name() -> None:
    one = read("They met in the Christmas Island hall on 3 May.")
    assert "3 May" in [v.span for v in one.dates]
    assert all("3" not in n.span for n in one.names)


def test_names_near_a_place_are_among_all_names() -> None:
    one = read("Ann Lee met Bo Hale in Hull.")
    near = [n.span for n in one.names_near({0})]
    assert "Ann Lee" in near
    assert set(near) <= {n.span for n in one.names}
    assert one.names_near(()) == []


@pytest.mark.parametrize(
    ("text", "kind", "sources"),
    [
        ("Storm is near: police", BlockKind.PARAGRAPH, 0),
        ("Storm is near: police", BlockKind.HEADLINE, 1),
        ("Storm is near, police said", BlockKind.PARAGRAPH, 1),
    ],
)
def test_a_source_without_a_verb_is_looked_for_in_headlines(text: str, kind: BlockKind, sources: int) -> None:
    assert len(read(text, kind=kind).sources) == sources


def test_a_note_is_one_by_its_words_or_by_its_block() -> None:
    assert read("Correction: the price is 12.").note
    assert read("The price is 12.", kind=BlockKind.CORRECTION).note


def test_how_the_article_writes_a_word_tells_a_name() -> None:
    text = "Mercy left the hall."
    small = Usage(Article("", blocks=(Block(BlockKind.PARAGRAPH, "they asked for mercy"),)))
    large = Usage(Article("", blocks=(Block(BlockKind.PARAGRAPH, "he thanked Mercy for it"),)))
    one, other = (SentenceValues(sentence(text), words_of(), known) for known in (small, large))
    assert [n.span for n in one.names] == []
    assert [n.span for n in other.names] == ["Mercy"]


def test_what_was_read_is_not_read_again() -> None:
    one = read("On 12 March the mayor Ann Lee said that 40 boats sank.")
    assert one.dates is one.dates
    assert one.names is one.names
