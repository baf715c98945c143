"""What stands around a sentence does not decide whether its edit is flagged."""

import pytest

import newsdiff
from newsdiff.model import FlagKind

_STANDING = "An unchanged paragraph stands here, about the weather and the harbour."
_FRAMES = [
    "{whole}",
    "He asked why now? {whole}",
    "Enough! {whole}",
    "The mayor was clear: {whole}",
    "({whole})",
    "{whole} The rest of the story did not change, and nobody from the town wanted to speak.",
    "{cut}, according to the police, who gave no more details.",
    "{cut}; the council met at noon.",
    "• {whole}",
    "3. {whole}",
    "{cut}…",
    "The report is long — {whole}",
]
_EDITS = [
    (FlagKind.NUMBER, "Twelve people work at the plant.", "Fourteen people work at the plant."),
    (FlagKind.NUMBER, "12 people work at the plant.", "14 people work at the plant."),
    (FlagKind.NUMBER, "The fine was $3 million.", "The fine was $8 million."),
    (FlagKind.NEGATION, "The driver was at the wheel.", "The driver was not at the wheel."),
    (FlagKind.NEGATION, "The council has plans for the site.", "The council has no plans for the site."),
    (FlagKind.MODALITY, "The bridge will close in spring.", "The bridge may close in spring."),
    (FlagKind.MODALITY, "The gas came from a cellar.", "The gas may have come from a cellar."),
    (FlagKind.MODALITY, "The pilot flew too low.", "The pilot may have flown too low."),
    (FlagKind.MODALITY, "The guard broke the glass.", "The guard is alleged to have broken the glass."),
    (FlagKind.NAME, "Ingrid Vale opened the bridge.", "Ingrid Moss opened the bridge."),
    (FlagKind.DATE, "The vote takes place on Tuesday.", "The vote takes place on Thursday."),
    (FlagKind.DATE, "The school was built in 1974.", "The school was built in 1947."),
    (FlagKind.TITLE, "The acting mayor opened the bridge.", "The mayor opened the bridge."),
    (FlagKind.EVENT, "Three passengers were injured in the crash.", "Three passengers were killed in the crash."),
    (FlagKind.EVENT, "The guard was arrested on Monday.", "The guard was charged on Monday."),
    (FlagKind.EVENT, "Prices rose in the spring.", "Prices fell in the spring."),
    (FlagKind.LABEL, "The terrorist fled into the woods.", "The gunman fled into the woods."),
]


@pytest.mark.parametrize("frame", _FRAMES)
def test_an_edit_is_flagged_wherever_its_sentence_stands(frame: str) -> None:
    for kind, old, new in _EDITS:
        told = [frame.format(whole=text, cut=text.removesuffix(".")) for text in (old, new)]
        before, after = (newsdiff.article([_STANDING, text], language="en") for text in told)
        assert kind in {flag.kind for flag in newsdiff.compare(before, after).flags}, told
