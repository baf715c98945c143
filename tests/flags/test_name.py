"""Names: abbreviations, order and sentence starts are quiet; another name is flagged."""

from collections.abc import Callable

import pytest

from newsdiff.model import FlagKind

Spans = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def spans(spans_of: Callable[[FlagKind], Spans]) -> Spans:
    return spans_of(FlagKind.NAME)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The World Health Organization (WHO) met.", "The WHO met."),
        ("Leaders met at the European Union’s office.", "Leaders met at the EU’s office."),
        ("Meetings were held.", "Talks were held."),
        ("The Deal is done.", "The deal is done."),
        ("Jane Miller met Tom Baker.", "Tom Baker met Jane Miller."),
        ("The GERMAN team won.", "The German team won."),
        ("Covid-19 spread in town.", "COVID-19 spread in town."),
        ("It was seen by Jane Miller. She left.", "Jane Miller saw it. She left."),
        ("Mail FNX@example.org now.", "Mail GNY@example.org now."),
        ("The school-led tutoring grant is open.", "The school-led tutoring (SLT) grant is open."),
        ("The United Nations envoy left.", "The U.N. envoy left."),
        ("Dunmore, Miss., has a museum.", "Dunmore, Mississippi, has a museum."),
        ("Norwegian skiers won the relay.", "Skiers from Norway won the relay."),
        ("The Café Lumen is shut.", "The Cafe Lumen is shut."),
        ("The Dept. of Health kept silent.", "The Department of Health kept silent."),
        ("The 3rd Battalion marched past.", "The Third Battalion marched past."),
    ],
)
def test_form_is_quiet(spans: Spans, old: str, new: str) -> None:
    assert spans(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("It was near Winslow’s bar.", "It was near Wilmslow’s bar.", [("Winslow’s", "Wilmslow’s")]),
        ("She works for Jane Miller.", "She works for Ann Porter.", [("Jane Miller", "Ann Porter")]),
        ("Japan will send aid.", "South Korea will send aid.", [("Japan", "South Korea")]),
        ("They fled to Latvia and Liberia.", "They fled to Hungary, Latvia and Liberia.", [("", "Hungary")]),
        ("They fled to Latvia.", "They fled to Latvia, Hungary, Malta and Oman.", [("", "Hungary, Malta and Oman")]),
        ("Guidelines of the NHS apply.", "Guidelines of the JCVI apply.", [("NHS", "JCVI")]),
        ("Independence Day could see protests, police fear.", "Tomorrow could see protests, police fear.",
         [("Independence Day", "")]),
    ],
)  # fmt: skip
def test_another_name_is_flagged(spans: Spans, old: str, new: str, flagged: list[tuple[str, str]]) -> None:
    assert spans(old, new) == flagged
