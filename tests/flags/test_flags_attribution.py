"""Attribution: neutral verbs are quiet; another verb, source or speaker is flagged."""

from collections.abc import Callable

import pytest

from newsdiff.model import FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.ATTRIBUTION)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said that the loss was small.", "He stated that the loss was small."),
        ("Sales rose, according to the CDC.", "Sales rose, the CDC says."),
        ("A fund was announced on Monday.", "A fund was opened on Monday."),
        ("Forms for a claim are here.", "Forms are here."),
        ("Chris Southworth, the head of the chamber, said no.", "Chris Southwood, the head of the chamber, said no."),
        ("Mr Holt praised her. The president said no.", "Mr Holt praised her. He said no."),
    ],
)
def test_neutral_changes_are_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said that he had reported the loss.", "He claimed that he had reported the loss."),
        ("You may still see some gains.", "Microsoft says you may still see some gains."),
        ("Prices fell, according to a survey by Acme.", "Prices fell."),
        ("He finishes his term, a source said.", "He finishes his term, three officials said."),
        ("“It is over,” said Jane Miller.", "“It is over,” said a spokesman."),
        ("The ship sank, the Russian agency said.", "The ship sank, NASA said."),
    ],
)
def test_another_source_is_flagged(spans: Spans, old: str, new: str) -> None:
    assert len(spans(old, new)) == 1
