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
        ("“I stand by every word I said,” he added.", "“I stand by every word,” he added."),
        ("Ann Lee said the church had paid.", "Ann Lee said the Mill Road Church had paid."),
        ("'It shook,' said the cook.", '"It shook," said the cook.'),
        ("The road is closed, a spokesman said.", "The road is closed, a spokeswoman said."),
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
        ("The regulator said the pipe would be laid in May.", "A rival bidder said the pipe would be laid in May."),
        ("“It is over,” said a spokesman for Brill.", "“It is over,” said the chairman of Brill."),
        ("Glaciers have lost a tenth of their mass, a study has found.", "Glaciers have lost a tenth of their mass."),
        ("It was late, an official at the jail in Kerry said.", "It was late, a cook at the jail in Kerry said."),
        (
            "The ship had leaked for hours, the harbour master said.",
            "A local angler said the ship had leaked for hours.",
        ),
        ("Sources close to the pair say the wedding is off.", "The wedding is off."),
    ],
)
def test_another_source_is_flagged(spans: Spans, old: str, new: str) -> None:
    assert len(spans(old, new)) == 1


def test_the_verb_that_changed_is_named_not_a_kept_one(spans: Spans) -> None:
    old = "Residents said they will sue if the council votes against it, according to the local paper."
    assert spans(old, old.replace("said", "claimed")) == [("Residents said", "Residents claimed")]
