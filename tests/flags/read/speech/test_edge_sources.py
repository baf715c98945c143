"""Sources at the edges of a headline: the end behind a dash, the head before a colon."""

import pytest

from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.flags.read.speech.edge_sources import edge_sources
from newsdiff.model import BlockKind
from tests.kit.sentences import sentence, words_of

HEADLINE, PARAGRAPH = BlockKind.HEADLINE, BlockKind.PARAGRAPH


def speakers(text: str, kind: BlockKind = HEADLINE, language: str = "en") -> list[str]:
    one, words = sentence(text, language, kind), words_of(language)
    values = SentenceValues(one, words)
    return [" ".join(source.speaker) for source in edge_sources(one, words, values.names_near)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", HEADLINE),
        ("Storm hits Rye", HEADLINE),
        ("Storm-hit town waits", HEADLINE),
        ("Storm hits Rye - again", HEADLINE),
        ("Storm hits Rye - 12 officials", HEADLINE),
        ("Storm: officials wait", HEADLINE),
        ("In the mayor: a storm", HEADLINE),
        ("Mayor is here: a storm", HEADLINE),
        ("Mayor: a storm is near", PARAGRAPH),
        ("Storm is near: officials", PARAGRAPH),
        ("Storm hits Rye - officials of the town and of all its many piers", HEADLINE),
        ("Score is 3:2 for Rye", HEADLINE),
        ("From prison: it rained", HEADLINE),
        ("Pen friends: Why they write by hand", HEADLINE),
        ("Rye storm news: Live tracker", HEADLINE),
        ("Storm season: Weary sailors demolish pier", HEADLINE),
        ("‘We are wet’: Storm paralyzes fishing communities", HEADLINE),
        ("‘We are wet’: Young sailor swims home from the pier", HEADLINE),
        ("‘We are wet’: Town hall to pay for boats", HEADLINE),
        ("Storms in Kent: What's left of the pier", HEADLINE),
        ("Mayor of Rye: a life", HEADLINE),
        ("Storm Hits Rye - Brandt", HEADLINE),
        ("Storm hits Rye - Live", HEADLINE),
    ],
)
def test_no_source(text: str, kind: BlockKind) -> None:
    assert speakers(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Storm hits Rye - officials", HEADLINE, "officials"),
        ("Storm hits Rye – police", HEADLINE, "police"),
        ("Storm hits Rye: report", HEADLINE, "report"),
        ("Storm hits Rye - officials", PARAGRAPH, "officials"),
        ("Mayor: storm is near", HEADLINE, "mayor"),
        ("Mayor: storm is near", BlockKind.HEADING, "mayor"),
        ("'Storm is near': mayor on the piers", HEADLINE, "mayor"),
        ("Storm is near - Ann Lee", HEADLINE, "ann lee"),
        ("Storm hits Rye - police.", PARAGRAPH, "police"),
        ("Storm is near - Turkish mayor\u200b", HEADLINE, "turkish mayor"),
        ("Storm hits four towns - Zelensky", HEADLINE, "zelensky"),
        ("Storm hits four towns - Norway", HEADLINE, "norway"),
        ("Mayor on the piers: They are gone", HEADLINE, "mayor"),
        ("'Storm is near' - mayor on the piers", HEADLINE, "mayor"),
        ("Zelensky: Storm is near", HEADLINE, "zelensky"),
    ],
)
def test_a_source_at_an_edge(text: str, kind: BlockKind, speaker: str) -> None:
    assert speakers(text, kind) == [speaker]


def test_a_long_sentence_does_not_end_in_a_source() -> None:
    assert speakers(f"{'The storm is near. ' * 12}It hits Rye - officials", PARAGRAPH) == []


def test_both_edges_may_have_one() -> None:
    assert sorted(speakers("Mayor: storm is near - police")) == ["mayor", "police"]
