"""What a label tells, no other speaker and no name tells again, nor an act what a date or a name does."""

import pytest

from newsdiff.flags.told_once import told_once
from newsdiff.model import Flag, FlagKind, Severity


def flag(kind: FlagKind, old: str, new: str) -> Flag:
    return Flag(kind, Severity.MEDIUM, old, new, "", 1, 1, "")


@pytest.mark.parametrize(
    ("double", "label"),
    [
        ((FlagKind.ATTRIBUTION, "of the refugees", "of the illegal migrants"), ("refugees", "illegal migrants")),
        ((FlagKind.NAME, "Dalit", ""), ("Dalit", "")),
        ((FlagKind.NAME, "", "Pentecostal"), ("Catholic", "Pentecostal")),
    ],
)
def test_a_label_is_told_once(double, label):
    kept = flag(FlagKind.LABEL, *label)
    assert list(told_once([flag(*double), kept])) == [kept]


def test_a_date_is_no_act():
    date = flag(FlagKind.DATE, "the early 1950s", "the late 1950s")
    assert list(told_once([date, flag(FlagKind.EVENT, "early", "late")])) == [date]
    fire = flag(FlagKind.EVENT, "hurt", "killed")
    assert list(told_once([date, fire])) == [date, fire]


def test_a_name_is_no_act():
    country = flag(FlagKind.NAME, "East Borland", "West Borland")
    assert list(told_once([country, flag(FlagKind.EVENT, "East", "West")])) == [country]
    swapped = flag(FlagKind.NAME, "Orr hurt Pell", "Orr killed Hart")
    hurt = flag(FlagKind.EVENT, "hurt", "killed")
    assert list(told_once([swapped, hurt])) == [swapped, hurt]


@pytest.mark.parametrize(
    ("other", "label"),
    [
        ((FlagKind.ATTRIBUTION, "The Labour-run council claims", "the council says"), ("Labour-run", "")),
        ((FlagKind.ATTRIBUTION, "", "his mother says"), ("unarmed", "")),
        ((FlagKind.NAME, "Farage's", ""), ("Farage's", "populist")),
        ((FlagKind.NAME, "Alec Dunmore's", ""), ("Sir Alec Dunmore's", "Tory")),
        ((FlagKind.NUMBER, "Dalit", ""), ("Dalit", "")),
    ],
)
def test_what_a_label_does_not_tell_stays(other, label):
    flags = [flag(*other), flag(FlagKind.LABEL, *label)]
    assert list(told_once(flags)) == flags
