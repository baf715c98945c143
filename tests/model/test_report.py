"""Flags, findings, reports: their order, and what they say of themselves."""

import pytest

import newsdiff
from newsdiff.model import Disclosed, Finding, Flag, FlagKind, Report, RuleFault, Severity


def test_severities_are_ranked() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2]
    assert max(Severity, key=lambda severity: severity.rank) is Severity.HIGH


def finding(kind: FlagKind, *others: FlagKind, severity: Severity = Severity.HIGH) -> Finding:
    return Finding(kind, severity, tuple(Flag(each, severity) for each in others))


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        (finding(FlagKind.NUMBER), [FlagKind.NUMBER]),
        (finding(FlagKind.NUMBER, FlagKind.DATE, FlagKind.NUMBER, FlagKind.DATE), [FlagKind.NUMBER, FlagKind.DATE]),
    ],
)
def test_a_finding_names_its_own_kind_first_and_each_once(found: Finding, kinds: list[FlagKind]) -> None:
    assert list(found.kinds) == kinds


def report(old: str, new: str) -> Report:
    return newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))


def test_a_report_of_equal_texts_says_nothing() -> None:
    same = report("It rained.", "It rained.")
    assert (same.flags, same.findings, same.summary, same.alarms, same.faults) == ((), (), "", (), ())
    assert repr(same) == "<Report 0 findings, +0 -0 words>"
    assert same.disclosed is Disclosed.UNKNOWN


def test_a_report_shows_how_many_findings_and_the_worst() -> None:
    shown = repr(report("Twelve people were injured there.", "Twelve people were killed there."))
    assert shown.startswith("<Report 1 finding, high, +1 -1 words: ")


def test_wording_alarms_nobody() -> None:
    flags = (Flag(FlagKind.WORDING, Severity.LOW), Flag(FlagKind.DATE, Severity.HIGH))
    made = report("It rained.", "It rained.")._replace(flags=flags)
    assert made.alarms == flags[1:]


def test_a_flag_shows_both_sides() -> None:
    assert repr(Flag(FlagKind.NAME, Severity.MEDIUM, "", "習近平")) == "<Flag name, medium: '' -> '習近平'>"
    assert repr(finding(FlagKind.EVENT)) == "<Finding event, high: '' -> ''>"
    assert RuleFault("number", "ValueError: x").rule == "number"
