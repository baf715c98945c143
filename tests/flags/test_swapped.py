"""Values that change places: reordering is quiet, another meaning is flagged."""

import pytest

import newsdiff
from newsdiff.model import FlagKind


def flags(old: str, new: str) -> list[tuple[FlagKind, str, str]]:
    report = newsdiff.compare(newsdiff.article([old]), newsdiff.article([new]))
    return [(f.kind, f.old, f.new) for f in report.flags]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hungary and Latvia signed the treaty.", "Latvia and Hungary signed the treaty."),
        ("The envoys of Peru, Chile and Bolivia met.", "The envoys of Bolivia, Chile and Peru met."),
        ("It opens on Monday and Friday.", "It opens on Friday and Monday."),
        ("They may draw 3 or 5 cards.", "They may draw 5 or 3 cards."),
        ("On Monday 12 people marched in Lima.", "In Lima 12 people marched on Monday."),
        ("Quietly, the vote took place.", "The vote took place quietly."),
    ],
)
def test_an_order_that_says_nothing_is_quiet(old: str, new: str) -> None:
    assert flags(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "spans"),
    [
        (
            "Forces of Peru attacked Chile at dawn.",
            "Forces of Chile attacked Peru at dawn.",
            FlagKind.NAME,
            ("Peru attacked Chile", "Chile attacked Peru"),
        ),
        (
            "The judge said Hannah Reyes owed Tom Bell money.",
            "The judge said Tom Bell owed Hannah Reyes money.",
            FlagKind.NAME,
            ("Hannah Reyes owed Tom Bell", "Tom Bell owed Hannah Reyes"),
        ),
        (
            "The Chilean navy stopped a Peruvian boat.",
            "The Peruvian navy stopped a Chilean boat.",
            FlagKind.NAME,
            ("Chilean navy stopped a Peruvian", "Peruvian navy stopped a Chilean"),
        ),
        (
            "Mr Orme told Mr Vane that the vault was empty.",
            "Mr Vane told Mr Orme that the vault was empty.",
            FlagKind.ATTRIBUTION,
            ("Orme told Mr Vane", "Vane told Mr Orme"),
        ),
        (
            "According to Peru, Chile will pay for the dam.",
            "According to Chile, Peru will pay for the dam.",
            FlagKind.ATTRIBUTION,
            ("Peru, Chile", "Chile, Peru"),
        ),
        ("The team won 3-2 at home.", "The team won 2-3 at home.", FlagKind.NUMBER, ("3-2", "2-3")),
        (
            "The blast killed 12 people and injured 30 people.",
            "The blast killed 30 people and injured 12 people.",
            FlagKind.NUMBER,
            ("12 people and injured 30", "30 people and injured 12"),
        ),
        (
            "The hearing was moved from Monday to Friday.",
            "The hearing was moved from Friday to Monday.",
            FlagKind.DATE,
            ("Monday to Friday", "Friday to Monday"),
        ),
    ],
)
def test_values_that_changed_places(old: str, new: str, kind: FlagKind, spans: tuple[str, str]) -> None:
    assert flags(old, new) == [(kind, *spans)]


def of_headlines(old: str, new: str) -> list[tuple[FlagKind, str, str]]:
    before, after = (newsdiff.article([], headline=text, language="en") for text in (old, new))
    return [(f.kind, f.old, f.new) for f in newsdiff.compare(before, after).flags if f.kind is not FlagKind.HEADLINE]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Arsenal and Reading draw", "Reading and Arsenal draw"),
        ("Reading meets Arsenal", "Arsenal meets Reading"),
        ("In Reading the pier shuts", "The pier shuts in Reading"),
        ("On Monday the pier shuts", "The pier shuts on Monday"),
        ("Army and rebels clash", "Rebels and army clash"),
        ("The fire spreads in a valley", "In a valley the fires spread"),
    ],
)
def test_an_order_that_says_nothing_in_a_headline_is_quiet(old: str, new: str) -> None:
    assert of_headlines(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Arsenal beat Reading 2-1", "Reading beat Arsenal 2-1", FlagKind.NAME),
        ("Acme sues Fluxcorp", "Fluxcorp sues Acme", FlagKind.NAME),
        ("Army kills rebels", "Rebels kill army", FlagKind.EVENT),
        ("Dogs bite postman", "Postman bites dogs", FlagKind.EVENT),
        ("The divers have robbed a thief", "A thief has robbed the divers", FlagKind.EVENT),
        ("Sergeant Ann Orlov pushes the recruit", "The recruit pushes Sergeant Ann Orlov", FlagKind.EVENT),
        ("Prices rise as demand falls", "Demand rises as prices fall", FlagKind.EVENT),
    ],
)
def test_who_did_it_and_to_whom_is_told_in_a_headline(old: str, new: str, kind: FlagKind) -> None:
    assert [found for found, _, _ in of_headlines(old, new)] == [kind]
