"""What other tools swallow: each is flagged."""

from collections.abc import Callable

import pytest

import newsdiff
from newsdiff.model import Flag, FlagKind


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The blast left 12 dead in the port.", "The blast left 72 dead in the port.", FlagKind.NUMBER),
        ("The loss came to 1.5 million.", "The loss came to 15 million.", FlagKind.NUMBER),
        ("It was -5 at dawn.", "It was 5 at dawn.", FlagKind.NUMBER),
        ("The court found him not guilty.", "The court found him now guilty.", FlagKind.NEGATION),
        ("The “reform” hurts the poor.", "The reform hurts the poor.", FlagKind.QUOTE),
        ("The vote took place on 12 March.", "The vote took place on 14 March.", FlagKind.DATE),
        ("Updated: the fire killed two.", "Updated: the fire killed three.", FlagKind.NUMBER),
    ],
)
def test_blind_spots_of_others(found: Callable[..., tuple[Flag, ...]], old: str, new: str, kind: FlagKind) -> None:
    assert kind in {f.kind for f in found(old, new)}


def test_an_edit_of_the_headline_alone() -> None:
    old, new = (newsdiff.article(["A text."], headline=h) for h in ("Mayor resigns", "Mayor sacked"))
    assert {f.kind for f in newsdiff.compare(old, new).flags} == {FlagKind.HEADLINE, FlagKind.EVENT}
