"""The authors: another order, case or mark between them is quiet, other people are told."""

import pytest

from newsdiff.diff import diff
from newsdiff.flags.registry import Comparison
from newsdiff.flags.rules.byline import byline
from newsdiff.model import Article, Block, BlockKind, Flag, FlagKind, FlagSettings, Severity


def told(old: list[str], new: list[str], text: str = "It rained.") -> list[Flag]:
    sides = (
        Article("", blocks=(*(Block(BlockKind.BYLINE, one) for one in side), Block(BlockKind.PARAGRAPH, text)))
        for side in (old, new)
    )
    return list(byline(Comparison(diff(*sides), FlagSettings())))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([], []),
        (["By Ann Lee"], ["By Ann Lee"]),
        (["By Ann Lee"], ["Ann Lee"]),
        (["By Ann Lee"], ["BY ANN LEE"]),
        (["Ann Lee and Bo Hale"], ["Bo Hale, Ann Lee"]),
        (["Ann Lee & Bo Hale"], ["Ann Lee", "Bo Hale"]),
        (["Ann O’Hara"], ["Ann O'Hara"]),
    ],
)
def test_the_same_people_are_quiet(old: list[str], new: list[str]) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "spans"),
    [
        (["By Ann Lee"], ["By Bo Hale"], ("By Ann Lee", "By Bo Hale")),
        (["By Ann Lee"], [], ("By Ann Lee", "")),
        ([], ["By Ann Lee"], ("", "By Ann Lee")),
        (["Ann Lee", "Bo Hale"], ["Ann Lee"], ("Ann Lee; Bo Hale", "Ann Lee")),
        (["Ann Lee"], ["Ann Lee, Ann Lee"], ("Ann Lee", "Ann Lee, Ann Lee")),
    ],
)
def test_other_people_are_told_once(old: list[str], new: list[str], spans: tuple[str, str]) -> None:
    [flag] = told(old, new)
    assert (flag.kind, flag.severity, flag.old, flag.new) == (FlagKind.BYLINE, Severity.LOW, *spans)
