"""One visit in words and in JSON: every status, errors and reasons, and no more findings than anybody reads."""

import json
from datetime import UTC, datetime

import pytest

import newsdiff
from newsdiff.cli.outcome_lines import MAX_FINDINGS, OutcomeLines, entry, outcome, tree
from newsdiff.model import Outcome, Revision, RevisionKind, Status

URL = "https://a.example/x"
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
REVISION = Revision(
    "c" * 40, "a.example/2026/03/x-01234567.md", URL, AT, None, RevisionKind.EDIT, headline="Ferry stops"
)


def report(old: str = "About 900 people live below the dam.", new: str = "About 700 people live below the dam."):
    return newsdiff.compare(newsdiff.article([old]), newsdiff.article([new]))


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_said_in_words_that_need_no_manual(status: Status) -> None:
    [line] = outcome(Outcome(URL, status))
    assert line.startswith(f"{URL}: ")
    assert len(line) > len(URL) + 5
    assert "_" not in line


def test_no_two_statuses_are_said_alike_but_the_two_of_no_change() -> None:
    said = {status: next(outcome(Outcome(URL, status))) for status in Status}
    assert len(set(said.values())) == len(Status)


def test_an_error_and_the_reasons_stand_below() -> None:
    told = Outcome(URL, Status.SUSPECT, error="odd", reasons=("the page shows a pay wall", "it shrank"))
    assert list(outcome(told))[1:] == ["  odd", "  the page shows a pay wall", "  it shrank"]


def test_of_a_list_that_was_recognised_the_reasons_are_all() -> None:
    told = Outcome(URL, Status.UNCHANGED, reasons=("it is a feed, and watched as one", "all its 3 entries are too old"))
    assert list(outcome(told)) == [f"{URL}: it is a feed, and watched as one", "  all its 3 entries are too old"]


def test_an_edit_has_its_headline_its_findings_its_counts_and_a_command() -> None:
    lines = list(outcome(Outcome(URL, Status.EDIT, REVISION, report())))
    assert lines[0] == f'{URL}: edited: "Ferry stops"'
    assert any("[-900-]{+700+}" in line for line in lines)
    assert lines[-2].startswith("  2026-03-02 09:00 UTC; +1 -1 words; no note seen")
    assert lines[-1] == f"  newsdiff diff {'c' * 10}"


def test_an_edit_of_nothing_has_none_of_these() -> None:
    same = report("One line.", "One line.")
    assert len(entry(Outcome(URL, Status.EDIT, REVISION, same)).findings) == 0


def test_hostile_texts_drive_no_terminal() -> None:
    told = Outcome(URL + "\x1b[2J", Status.ERROR, error="\x07bell\u202e", reasons=("\x9b31m",))
    assert all(line.isprintable() for line in outcome(told))


def numbered(count: int) -> OutcomeLines:
    found = tuple((float(n), f"finding {n}") for n in range(count))
    return OutcomeLines(("head",), "summary", found, ("  foot",), "newsdiff diff x")


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (0, "  newsdiff diff x"),
        (MAX_FINDINGS, "  newsdiff diff x"),
        (MAX_FINDINGS + 1, "  and 1 more finding: newsdiff diff x"),
        (MAX_FINDINGS + 5, "  and 5 more findings: newsdiff diff x"),
    ],
)
def test_what_is_left_out_is_counted_beside_the_command_that_shows_it(count: int, last: str) -> None:
    lines = list(numbered(count).lines())
    assert lines[0:2] == ["head", "  summary"]
    assert lines[-1] == last
    assert sum(line.startswith("  finding ") for line in lines) == min(count, MAX_FINDINGS)


def test_in_brief_there_is_no_summary_and_the_command_stands_in_the_last_line() -> None:
    assert list(numbered(2).lines(1, brief=True)) == [
        "head",
        "  finding 0",
        "  foot; and 1 more finding: newsdiff diff x",
    ]


def test_without_a_command_nothing_leads_nowhere() -> None:
    lines = list(OutcomeLines(("head",), "summary", ((1.0, "one"), (2.0, "two")), ("  foot",)).lines(1))
    assert lines == ["head", "  summary", "  one", "  foot"]


KEYS = {
    "url",
    "status",
    "revision",
    "path",
    "seen_at",
    "headline",
    "words",
    "disclosed",
    "summary",
    "findings",
    "flags",
    "faults",
    "error",
    "reasons",
    "found",
}


@pytest.mark.parametrize("told", [Outcome(URL, Status.ERROR, error="x"), Outcome(URL, Status.EDIT, REVISION, report())])
def test_json_has_the_same_keys_whatever_happened(told: Outcome) -> None:
    assert set(tree(told)) >= KEYS
    [line] = outcome(told, "json")
    assert json.loads(line) == json.loads(json.dumps(tree(told)))
    assert "\n" not in line


def test_json_of_an_edit() -> None:
    found = tree(Outcome(URL, Status.EDIT, REVISION, report()))
    assert found["seen_at"] == "2026-03-02T09:00:00+00:00"
    assert found["words"] == {"inserted": 1, "deleted": 1, "moved": 0}
    assert [flag["kind"] for flag in found["flags"]] == ["number"]
