"""``newsdiff quarantine``: what waits there, how it differs, and the user's word."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import ORCHARD, STADIUM, THEATRE

WAITING = f"""\
afb358eb  2026-03-06 21:00 UTC  waits for a second reading  {STADIUM}
    only 0% of the text stands: another article, or a notice in its place
    the text shrank to 10% of its words
9fa58697  2026-03-06 21:00 UTC  waits for you  {THEATRE}
    the page shows a pay wall
    lines that are nothing of the story stand in the place of its last 62%
    the text ends at 42% of its words
"""
REJECTED = f"""\
3804b23d  2026-03-06 21:00 UTC  rejected  {ORCHARD}
    the page shows a pay wall
    lines that are nothing of the story stand in the place of its last 62%
    the text ends at 41% of its words
"""


def test_nothing_is_told_of_an_empty_quarantine(newsdiff: Newsdiff) -> None:
    newsdiff("init")
    for words in (("quarantine",), ("quarantine", "list"), ("quarantine", "list", "--rejected")):
        assert newsdiff(*words).out == "Nothing is in quarantine.\n"
    assert newsdiff("quarantine", "list", "--format", "json").out == "[]\n"


@pytest.mark.parametrize(
    "words", [("quarantine",), ("quarantine", "list"), ("quarantine", "list", "--format", "plain")]
)
def test_each_text_its_fate_its_address_and_why(desk: Newsdiff, words) -> None:
    shown = desk(*words)
    assert (shown.code, shown.out, shown.err) == (0, WAITING, "")


def test_what_was_rejected_is_shown_when_it_is_asked_for(desk: Newsdiff) -> None:
    assert desk("quarantine", "list", "--rejected").out == REJECTED + WAITING


def test_json_has_every_field(desk: Newsdiff) -> None:
    stadium, theatre = json.loads(desk("quarantine", "list", "--format", "json").out)
    assert len(theatre.pop("raw_sha256")) == 64
    assert theatre.pop("first") == theatre.pop("last") != ""
    assert theatre == {
        "id": "9fa58697",
        "url": THEATRE,
        "path": "herald.example/2026/03/theatre-b31a6763.md",
        "readings": 1,
        "reasons": [
            "the page shows a pay wall",
            "lines that are nothing of the story stand in the place of its last 62%",
            "the text ends at 42% of its words",
        ],
        "waits": True,
        "rejected": False,
    }
    assert (stadium["id"], stadium["waits"], stadium["first"][:16]) == ("afb358eb", False, "2026-03-06T21:00")


def test_json_with_what_was_rejected(desk: Newsdiff) -> None:
    rows = json.loads(desk("quarantine", "list", "--rejected", "--format", "json").out)
    assert [(row["id"], row["rejected"]) for row in rows] == [
        ("3804b23d", True),
        ("afb358eb", False),
        ("9fa58697", False),
    ]


@pytest.mark.parametrize("name", ["9fa58697", "9fa5", THEATRE, "theatre", "THEATRE", "number 14"])
def test_a_suspect_is_named_by_its_id_its_address_or_its_headline(desk: Newsdiff, name: str) -> None:
    shown = desk("quarantine", "show", name)
    assert shown.code == 0
    assert shown.out.splitlines()[:3] == [
        "Notes from Port Amber, number 14",
        f"{THEATRE}  last text (2026-03-02 09:00 UTC) -> suspect (2026-03-06 21:00 UTC)",
        "+8 -134 words; no note seen (the page states no times)",
    ]
    differs, page = shown.out.split("\nThe page said (2026-03-06 21:00 UTC):\n")
    assert differs.endswith("\n{+Subscribe to continue reading. It takes a minute.+}\n")
    assert page.endswith("\nSubscribe to continue reading. It takes a minute.\n")


def test_a_suspect_on_a_terminal(desk: Newsdiff, terminal) -> None:
    code, shown = terminal("quarantine", "show", "theatre", "--no-pager", columns=60, NO_COLOR="1")
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 60
    assert "+ {+Subscribe to continue reading. It takes a minute.+}" in shown
    code, shown = terminal("quarantine", "--no-pager", columns=60)
    assert "\x1b[38;5;98mthe page shows a pay wall\x1b[0m" in shown
    code, shown = terminal("quarantine", "--no-pager", columns=60, NO_COLOR="1")
    assert shown.splitlines()[0:3] == [
        "afb358eb  2026-03-06 21:00 UTC  waits for a second",
        f"    reading  {STADIUM}",
        "    only 0% of the text stands: another article, or a",
    ]


@pytest.mark.parametrize("action", ["show", "accept", "reject"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("volcano", "nothing in quarantine is called 'volcano'. Hint: newsdiff quarantine lists what is."),
        ("", "nothing in quarantine is called ''"),
        ("news", f"3 texts in quarantine are called 'news'. Hint: say more of it.\n  3804b23d  {ORCHARD}\n  afb358eb"),
    ],
)
def test_a_name_that_fits_none_or_several(desk: Newsdiff, action: str, name: str, words: str) -> None:
    result = desk("quarantine", action, name)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == (4 if name == "news" else 1)
    assert desk("quarantine").out == WAITING


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("accept",), "Missing argument 'SUSPECT...'"),
        (("reject",), "Missing argument 'SUSPECT...'"),
        (("show",), "Missing argument 'SUSPECT'"),
        (("list", "theatre"), "unexpected extra argument"),
        (("list", "--format", "html"), "'html' is not one of"),
        (("forget", "theatre"), "No such command 'forget'"),
    ],
)
def test_wrong_usage_names_the_right_help(desk: Newsdiff, words, error: str) -> None:
    result = desk("quarantine", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: newsdiff quarantine" in result.err


def test_what_is_accepted_is_an_edit_and_told_under_its_own_address(desk: Newsdiff, own_newsroom: Path) -> None:
    done = desk("quarantine", "accept", "theatre", "stadium")
    assert (done.code, done.err) == (0, "")
    heads = [line for line in done.out.splitlines() if line.startswith("http")]
    assert heads == [
        f'{THEATRE}: edited: "Notes from Port Amber, number 14"',
        f'{STADIUM}: edited: "Port Amber closes its stadium"',
    ]
    assert desk("quarantine").out == "Nothing is in quarantine.\n"
    assert desk("log", "stadium").out.startswith("@2  2026-03-06 21:00 UTC  edit")
    assert desk("verify").code == 0


def test_what_is_rejected_leaves_the_list_and_no_trace_in_the_history(desk: Newsdiff, own_newsroom: Path) -> None:
    before = desk("log").out
    done = desk("quarantine", "reject", "9fa58697", STADIUM)
    assert (done.code, done.out) == (0, f"No edit: {THEATRE}\nNo edit: {STADIUM}\n")
    assert desk("quarantine").out == "Nothing is in quarantine.\n"
    assert desk("quarantine", "list", "--rejected").out.count("  rejected  ") == 3
    assert desk("log").out == before


def test_what_was_rejected_can_still_be_accepted(desk: Newsdiff, own_newsroom: Path) -> None:
    assert desk("quarantine", "accept", "orchard").out.startswith(f"{ORCHARD}: edited")
    assert desk("log", "orchard").out.startswith("@2  2026-03-06 21:00 UTC  edit")
