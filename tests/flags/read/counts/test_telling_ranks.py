"""Places in a row: most are but adjectives; those that tell how often something happened are figures."""

import pytest

from newsdiff.flags.read.counts.telling_ranks import tells
from newsdiff.flags.read.quantities import RANK, quantities
from newsdiff.model import BlockKind
from tests.kit.sentences import sentence, words_of


def telling(text: str, *, headed: bool = False) -> bool:
    """Whether the first rank of a sentence tells."""
    kind = BlockKind.HEADLINE if headed else BlockKind.PARAGRAPH
    found = quantities(sentence(text, kind=kind), words_of(), ())
    return tells(next(q for q in found if q.unit == RANK))


@pytest.mark.parametrize(
    "text",
    [
        "It was the second attempt to reach it.",
        "The first straight win was theirs.",
        "It was built in the 19th century.",
        "He came second in the race.",
        "A third man was held.",
        "The 43rd Ryder Cup was held.",
    ],
)
def test_what_is_but_an_adjective(text: str) -> None:
    assert not telling(text)


@pytest.mark.parametrize(
    "text",
    [
        "It fell for a third straight month.",
        "It was called off for a second time.",
        "She won by a 10th-round stoppage.",
        "He kept his 90th birthday at sea.",
    ],
)
def test_what_tells_how_often(text: str) -> None:
    assert telling(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Velm carries out second execution over riots", True),
        ("Third person dies as storm hits coast", True),
        ("Velm defends its second execution over riots", False),
        ("Press release (second revision) of the ministry", False),
        ("On second thoughts, nobody wants it", False),
        ("Runner comes second in the race of the year", False),
        ("Officials Meet for Second Round of Talks in Velm", False),
    ],
)
def test_a_headline_drops_the_article_before_a_number(text: str, wanted: bool) -> None:
    assert telling(text, headed=True) is wanted
