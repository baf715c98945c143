"""Two sources of a kept statement are two speakers, or one who is called otherwise."""

import pytest

from newsdiff.flags.other_speakers import Speakers
from tests.kit.comparisons import comparison


def speakers(old: str, new: str, *, told: bool = False) -> bool:
    """Whether the two sources of a sentence's versions are two speakers, or tell somebody else."""
    compared = comparison(old, new)
    ((pair,),) = [passage.pairs for passage in compared.passages]
    assert pair.old and pair.new and compared.words
    (a,), (b,) = compared.read(pair.old).sources, compared.read(pair.new).sources
    both = Speakers(pair, compared.words, compared)
    return both.told_others(a, b) if told else both.replaced(a, b)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bridge is shut, police said.", "The bridge is shut, the police said."),
        ("The bridge is shut, police said.", "The bridge is shut, police officers said."),
        ("The bridge is shut, Ann Lee said.", "The bridge is shut, Ms Lee said."),
        ("The bridge is shut, Ann Lee said.", "The bridge is shut, she said."),
        ("The bridge is shut, Mayor Ann Lee said.", "The bridge is shut, the mayor said."),
        ("The bridge is shut, Norway says.", "The bridge is shut, Norwegians say."),
        ("The bridge is shut, lawyers for Mr Kay said.", "The bridge is shut, Mr Kay's lawyers said."),
        ("The bridge is shut, Ukraine said.", "The bridge is shut, Kyiv said."),
        ("The bridge is shut, Ann Tully said.", "The bridge is shut, Ann Twohig said."),
        ("The bridge is shut, a spokesman for Orsk said.", "The bridge is shut, a spokesman for the firm said."),
        ("The bridge is shut, the goverment said.", "The bridge is shut, the government said."),
        ("The bridge is shut, the Office for Rivers, Ports and Coasts said.", "The bridge is shut, Orpac said."),
    ],
)
def test_one_speaker_called_otherwise(old: str, new: str) -> None:
    assert not speakers(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bridge is shut, police said.", "The bridge is shut, residents said."),
        ("The bridge is shut, Kyiv said.", "The bridge is shut, Moscow said."),
        ("The bridge is shut, the Paris fire service said.", "The bridge is shut, the French police said."),
        ("The bridge is shut, Ann Novak said.", "The bridge is shut, Peter Olsen said."),
        ("The bridge is shut, a spokesman for Mr Rao said.", "The bridge is shut, Mr Rao said."),
        ("The bridge is shut, the ministry said.", "The bridge is shut, the opposition said."),
    ],
)
def test_two_speakers(old: str, new: str) -> None:
    assert speakers(old, new)


def test_who_is_told_counts_where_the_other_side_has_him_not() -> None:
    assert not speakers("The mayor said it is shut.", "The mayor said it is open.", told=True)
    assert not speakers("The mayor told the BBC it is shut.", "The mayor told the BBC it is open.", told=True)
    assert speakers("The mayor said it is shut.", "The mayor told the Herald it is shut.", told=True)
