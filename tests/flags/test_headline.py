"""Another headline is told; case, hyphens, marks and typography of the same one are not."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.registry import Comparison
from newsdiff.flags.rules.headline import headline
from newsdiff.model import Flag, FlagKind, FlagSettings, Severity


def told(old: str, new: str, *, text: tuple[str, str] = ("It rained.", "It rained.")) -> list[Flag]:
    before, after = (newsdiff.article([one], title, "en") for one, title in zip(text, (old, new), strict=True))
    return list(headline(Comparison(diff(before, after), FlagSettings())))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", "Storm hits Rye"),
        ("Storm hits Rye", ""),
        ("Storm hits Rye", "Storm hits Rye"),
        ("Storm hits Rye", "STORM HITS RYE"),
        ("Storm hits Rye", "Storm hits Rye!"),
        ("Storm-hit town", "Storm hit town"),
        ("Storm “hits” Rye", "Storm 'hits' Rye"),
        ("The colour of Rye", "The color of Rye"),
    ],
)
def test_one_headline_in_another_form_is_quiet(old: str, new: str) -> None:
    assert told(old, new) == []


def test_another_text_under_the_same_headline_is_quiet() -> None:
    assert told("Storm hits Rye", "Storm hits Rye", text=("It rained.", "Two men drowned.")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Storm hits Rye", "Storm spares Rye"),
        ("Storm costs £12", "Storm costs €12"),
        ("Storm costs 1.5m", "Storm costs 15m"),
        ("Score is 1-2", "Score is 12"),
        ("Prices rise 5", "Prices rise 5%"),
        ("暴風雨が来る", "暴風雨が去る"),
    ],
)
def test_another_headline_is_one_flag(old: str, new: str) -> None:
    [flag] = told(old, new)
    assert (flag.kind, flag.severity, flag.old, flag.new) == (FlagKind.HEADLINE, Severity.HIGH, old, new)
    assert (flag.old_block, flag.new_block) == (0, 0)
