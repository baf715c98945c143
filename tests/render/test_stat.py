"""A comparison as a few numbers."""

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Flag, FlagKind, RuleFault, Severity
from newsdiff.render.stat import render

RAIN, SNOW = "It rained on the quay all night, again and again.", "Snow fell on every street of the old town."
GULLS = "Gulls were seen by nobody at the northern pier."


def stat(old: list[str], new: list[str]) -> list[str]:
    return list(render(newsdiff.compare(newsdiff.article(old, "Storm", "en"), newsdiff.article(new, "Storm", "en"))))


def test_equal_texts() -> None:
    assert stat([RAIN], [RAIN]) == ["Storm", "paragraphs: none changed; +0 -0 words"]
    assert list(render(newsdiff.compare(newsdiff.article([]), newsdiff.article([])))) == [
        "(no headline)",
        "paragraphs: none changed; +0 -0 words",
    ]


def test_a_change_of_form_is_no_flag() -> None:
    assert len(stat(["The colour is grey."], ["The color is grey."])) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([RAIN], [RAIN, SNOW], "1 added; +9 -0 words"),
        ([RAIN, SNOW], [RAIN], "1 deleted; +0 -9 words"),
        ([RAIN], [RAIN, SNOW, GULLS], "2 added; +18 -0 words"),
        ([RAIN], [RAIN.replace("quay", "pier")], "1 edited; +1 -1 words"),
        ([RAIN, SNOW], [f"{RAIN} {SNOW}"], "2 merged; +0 -0 words"),
        ([f"{RAIN} {SNOW}"], [RAIN, SNOW], "2 split; +0 -0 words"),
        ([RAIN, SNOW, GULLS], [SNOW, GULLS, RAIN], "1 moved; +0 -0 words, 10 moved"),
    ],
    ids=["added", "deleted", "two added", "edited", "merged", "split", "moved"],
)
def test_paragraphs_are_counted_by_what_became_of_them(old: list[str], new: list[str], told: str) -> None:
    assert stat(old, new)[1] == f"paragraphs: {told}"


def test_flags_are_counted_by_kind_but_those_of_wording() -> None:
    flags = [
        Flag(FlagKind.DATE, Severity.HIGH),
        Flag(FlagKind.WORDING, Severity.LOW),
        Flag(FlagKind.NUMBER, Severity.LOW),
        Flag(FlagKind.DATE, Severity.LOW),
    ]
    report = newsdiff.compare(newsdiff.article([RAIN]), newsdiff.article([SNOW]))
    assert list(render(report._replace(flags=tuple(flags))))[2:] == ["flags: date x2, number"]
    assert list(render(report._replace(flags=(flags[1],))))[2:] == []


def test_a_rule_that_failed_is_told_last() -> None:
    report = newsdiff.compare(newsdiff.article([RAIN]), newsdiff.article([RAIN]))
    [*_, last] = render(report._replace(faults=(RuleFault("number", "ValueError: x"),)))
    assert last.startswith("fault: the rule number failed (ValueError: x): its flags are missing")


def test_a_headline_cannot_drive_a_terminal() -> None:
    hostile = Article("", blocks=(Block(BlockKind.HEADLINE, "\x1b[2J\u202eStorm"),))
    [line, _] = render(newsdiff.compare(hostile, hostile))
    assert "Storm" in line
    assert "\x1b" not in line
    assert "\u202e" not in line
