"""Quotes: the style of marks is quiet; other words, and marks that come or go, are flagged."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.QUOTE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("She called it ‘a shame’ twice.", "She called it “a shame” twice."),
        ('She said: "It\'s over," and left.', "She said: “It’s over”, and left."),
        ("The star of “Ten Minutes” has died.", "The star has died."),
        ("The star of “Ten Minutes” has died.", "The star of “Dogs of Velm” has died."),
        ("The dyke — all nine miles of it — was sound.", "The dyke â€” all nine miles of it â€” was sound."),
        ("Olga ‘Bricks’ Brandt was there with them.", "Olga Brandt was there with them."),
        ("The Housing Act (“the Act”) applies.", "The Housing Act applies."),
        ("Run the ‘cgi-bin/x’ file.", "Run the other file."),
        ("The drivers' union met.", "The driver's union met."),
        ("It found ‘gross irregularities' in it.", "It found “gross irregularities” in it."),
        ("“It is over,” she said, “for good.”", "She said: “It is over for good.”"),
        ("It was 'built like a rugby player'.", "It was 'built like rugby player'."),
        ("“Its ours and we wont go,” she said.", "“It’s ours and we won’t go,” she said."),
        ("“The goverment is deaf,” she said.", "“The government is deaf,” she said."),
        ("“The United States is deaf,” she said.", "“The US is deaf,” she said."),
        ("'Tis good, he says, and th' other is not.", "'Tis good, he said, and th' other is not."),
        (
            'It was " a wreck. "We left," she said. "It sank," he said.',
            'It was a wreck. "We left," she said. "It sank," he said.',
        ),
        (
            'It was a wreck". "We left," she said. "It sank," he said.',
            'It was a wreck. "We left," she said. "It sank," he said.',
        ),
    ],
)
def test_the_style_of_marks_is_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It is no longer a “realistic outcome” now.", "It is no longer a “realistic goal” now.",
         [("realistic outcome", "realistic goal")]),
        ("It must not “disrupt” our lives.", "It must not disrupt our lives.", [("disrupt", "")]),
        ("It fell on an empty area.", "It fell on an “empty area”.", [("", "empty area")]),
        ("It will be “backed by capable European and other troops” there.",
         "It will be “backed by willing European and other troops” there.",
         [("capable European …", "willing European …")]),
    ],
)  # fmt: skip
def test_quoted_words_are_flagged(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged


def test_a_contraction_written_out_is_quiet(spans: Spans) -> None:
    assert spans("He said: “I don’t know.”", "He said: “I do not know.”") == []


def test_a_block_set_as_a_quotation_needs_no_marks() -> None:
    old, new = (
        Article("", language="en", blocks=(Block(BlockKind.QUOTE, f"We never saw {what} coming, and nor did they."),))
        for what in ("this", "that storm")
    )
    assert [f.kind for f in newsdiff.compare(old, new).flags] == [FlagKind.QUOTE]


def test_a_stray_mark_shifts_no_other_quotation(spans: Spans) -> None:
    old = 'It was a "wreck. "We left," she said. "It sank," he said. "All of us," they said.'
    new = 'It was a wreck. "We left," she said. "It burned," he said. "All of us," they said.'
    assert spans(old, new) == [("It sank", "It burned")]


def test_an_ampersand_is_an_and(spans: Spans) -> None:
    assert spans('The show "Salt & Silver" is on.', "The show ‘Salt and Silver’ is on.") == []


def test_capitals_of_a_headline_that_writes_all_words_large_tell_no_title_of_a_work() -> None:
    heads = "The ‘Most Borrowed’ Books of Velm", "These Are the Most Borrowed Books"
    before, after = (newsdiff.article([], headline=text, language="en") for text in heads)
    found = [(f.old, f.new) for f in newsdiff.compare(before, after).flags if f.kind is FlagKind.QUOTE]
    assert found == [("Most Borrowed", "")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("“The county is deaf,” she said.", "“The country is deaf,” she said.", ("county", "country")),
        ("“The United States is deaf,” she said.", "“The UN is deaf,” she said.", ("United States", "UN")),
        ("“I will pay the toll,” she said.", "“I will pay that toll,” she said.", ("the", "that")),
    ],
)
def test_another_word_in_a_quotation_is_told(spans: Spans, old: str, new: str, told: tuple[str, str]) -> None:
    [(before, after)] = spans(old, new)
    assert told[0] in before
    assert told[1] in after


def test_another_slogan_on_a_banner_is_another_quotation(spans: Spans) -> None:
    old = 'The banner read "Stop the Mill" on Monday.'
    assert spans(old, old.replace("Stop", "Save")) == [("Stop the Mill", "Save the Mill")]
