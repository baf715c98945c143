"""How people fared is told on one side alone: quiet where both sides tell it, or it is of something else."""

import pytest

from newsdiff.flags.outcomes import befell
from tests.kit.told_acts import told_acts


def told(old: str, new: str) -> list[tuple[str, str]]:
    """The words of the acts that are told, of the old and of the new side."""
    return told_acts(befell, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Train derails near Rye.", "Train derails near Rye."),
        ("Two hurt as train derails near Rye.", "As train derails near Rye, two are injured."),
        ("Train derails near Rye.", "Train derails near Rye, and no one is hurt."),
        ("Police name Lee over the crash.", "Police name Lee over the fatal crash."),
        ("The mill in Rye shuts.", "The mill in Rye shuts as 12 people die of flu."),
        ("A storm nears Rye as games are off.", "A storm nears Rye as games are off after the queen's death."),
        ("Woman in custody after row in Rye.", "Woman held after row in Rye."),
        ("A judge spoke of Lee in Rye.", "Two judges in Rye arrested the talk of Lee."),
        ("A cook thanks nurses after a fall in Rye.", "A cook injured in a fall in Rye thanks nurses."),
    ],
    ids=[
        "the same",
        "in other words",
        "denied",
        "no count",
        "no harm kept",
        "a noun",
        "both held",
        "governs",
        "attribute",
    ],
)
def test_nobody_fared_otherwise(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "act"),
    [
        ("Barge sinks off Rye.", "Six drowned as barge sinks off Rye.", "drowned"),
        ("Kiln explodes in Rye.", "Kiln explodes in Rye, injuring dozens.", "injuring"),
        ("Bus veers off road in Rye.", "Nine dead as bus veers off road in Rye.", "dead"),
        ("Shelling of a clinic in Rye.", "Shelling of a clinic in Rye kills doctors.", "kills"),
        ("Gunfire heard in Rye.", "Guard killed in gunfire in Rye.", "killed"),
        ("Crowds cheer a woman after a brawl in Rye.", "A woman is in custody after a brawl in Rye.", "in custody"),
        ("Coach under pressure in Rye.", "Coach sacked in Rye.", "sacked"),
        ("In Rye, Lee is to speak at noon.", "In Rye, Lee was arrested at noon.", "arrested"),
    ],
)
def test_how_people_fared(old: str, new: str, act: str, turned: bool) -> None:
    assert (act, "") in told(new, old) if turned else ("", act) in told(old, new)
