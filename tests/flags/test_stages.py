"""Another stage of what both sides tell of: quiet where they tell the same stage, or of other things."""

import pytest

from newsdiff.flags.stages import stages
from tests.kit.told_acts import told_acts


def told(old: str, new: str) -> list[tuple[str, str]]:
    """The words of the acts that are told, of the old and of the new side."""
    return told_acts(stages, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The trial begins in Rye.", "The trial begins in Rye."),
        ("Envoys meet in Rye for talks.", "Envoys hold talks in Rye."),
        ("Prices fall in Rye as the sale begins.", "Prices fall in Rye at the sale."),
        ("Search in Rye under way as gales rise.", "Search in Rye as gales rise."),
        ("Snow cancels trains in Rye.", "Trains in Rye are cancelled by snow."),
        ("The guild backs off changes in Rye.", "The guild halts changes in Rye."),
        ("Fire at a mill in Rye.", "What to know of the fire at a mill in Rye."),
        ("Crews battle a blaze at a mill in Rye.", "Crews tackle a blaze at a mill in Rye."),
        ("Arson blamed for the fire at a mill in Rye.", "The fire at a mill in Rye was arson."),
        ("Baker swept out to sea off Rye.", "Children search for shells in Rye after a baker drowned at sea."),
    ],
    ids=[
        "the same",
        "no stage",
        "nothing lasting",
        "unsaid",
        "voice",
        "active",
        "no finding",
        "still burning",
        "same finding",
        "fared",
    ],
)
def test_the_same_stage(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Lee arrives in Rye for a fraud trial.", "Lee speaks in Rye as the fraud trial begins.", ("", "begins")),
        ("The regatta at Rye: when does it start?", "The regatta at Rye is called off over gales.", ("", "called off")),
        ("Nurses' strike over pay in Rye.", "Nurses' strike over pay ends in Rye.", ("", "ends")),
        ("Envoys fly to Rye for truce talks.", "Truce talks begin in Rye.", ("", "begin")),
        (
            "A baker was swept out to sea off Rye.",
            "The search for a baker off Rye goes on.",
            ("swept out to sea", "search"),
        ),
        (
            "Wildfire threatens homes near Rye.",
            "Wildfire near Rye is under control.",
            ("threatens homes", "under control"),
        ),
        ("A fire broke out at a mill in Rye.", "A blaze at a mill in Rye is treated as arson.", ("", "arson")),
    ],
)
def test_another_stage(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert flagged in told(old, new)
