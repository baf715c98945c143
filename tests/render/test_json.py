"""A comparison as JSON: what other programs read, whatever stands in the text."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Finding, Flag, FlagKind, RuleFault, Severity
from newsdiff.render.json import FORMAT, finding_tree, flag_tree, render, tree
from newsdiff.render.layout import Side

NOON = datetime(2025, 3, 12, 12, tzinfo=timezone(timedelta(hours=2)))


def article(*texts: str, **more: object) -> Article:
    return Article("", blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in texts), **more)  # type: ignore[arg-type]


def test_equal_texts_have_no_hunks_flags_or_findings() -> None:
    made = tree(newsdiff.compare(article("It rained."), article("It rained.")), Side(), Side())
    assert (made["format"], made["hunks"], made["flags"], made["findings"], made["summary"]) == (FORMAT, [], [], [], "")
    assert made["words"] == {"inserted": 0, "deleted": 0, "moved": 0}


def test_a_side_says_what_is_known_of_it_and_null_of_what_is_not() -> None:
    old, new = (
        article("It rained."),
        article("It rained.", published="2025-03-12", modified="2025-03-13", language="en"),
    )
    made = tree(newsdiff.compare(old, new), Side(), Side("@2", NOON))
    nothing = {"published": None, "modified": None, "language": None}
    assert made["old"] == {"name": "", "seen_at": None, "url": "", "headline": "", **nothing}
    assert made["new"]["seen_at"] == "2025-03-12T12:00:00+02:00"
    assert (made["new"]["published"], made["new"]["modified"], made["new"]["language"]) == (
        "2025-03-12",
        "2025-03-13",
        "en",
    )


def test_secrets_of_an_address_are_not_handed_on() -> None:
    told = article("It rained.")._replace(url="https://me:pass@courier.example/a?token=s3cr3t")
    shown = render(newsdiff.compare(told, told), Side(), Side())
    assert "courier.example" in shown
    assert "s3cr3t" not in shown
    assert "pass" not in shown


def test_the_edits_of_a_hunk_joined_give_both_texts() -> None:
    made = tree(newsdiff.compare(article("A", "12 men left."), article("A", "14 men left.", "B")), Side(), Side())
    first, second = made["hunks"]
    assert "".join(edit["old"] for edit in first["edits"]) == first["old"][0]["text"] == "12 men left."
    assert "".join(edit["new"] for edit in first["edits"]) == first["new"][0]["text"]
    assert (first["op"], first["old_index"], second["op"], second["new_index"]) == ("replace", 1, "insert", 2)
    assert {edit["level"] for edit in first["edits"]} == {"substance"}
    assert second["old"] == []
    assert second["new"] == [{"kind": "paragraph", "text": "B"}]


def test_a_flag_and_a_finding_in_full() -> None:
    flag = Flag(FlagKind.NUMBER, Severity.HIGH, "12", "14", "men", None, 3, "another number")
    assert flag_tree(flag) == {
        "kind": "number",
        "severity": "high",
        "old": "12",
        "new": "14",
        "subject": "men",
        "old_block": None,
        "new_block": 3,
        "reason": "another number",
    }
    made = finding_tree(Finding(FlagKind.NUMBER, Severity.HIGH, (flag,), "12 men", "14 men", 68.5, None, 3, 2))
    assert made.pop("flags") == [flag_tree(flag)]
    assert made == {
        "kind": "number",
        "severity": "high",
        "old": "12 men",
        "new": "14 men",
        "weight": 68.5,
        "old_block": None,
        "new_block": 3,
        "count": 2,
    }


def test_every_field_of_a_flag_and_a_finding_is_handed_on() -> None:
    flag = Flag(FlagKind.NUMBER, Severity.HIGH)
    assert list(flag_tree(flag)) == list(Flag._fields)
    assert set(finding_tree(Finding(FlagKind.NUMBER, Severity.HIGH, (flag,)))) == set(Finding._fields)


def test_faults_and_notes_are_told() -> None:
    report = newsdiff.compare(article("It rained."), article("It snowed."))
    made = tree(report._replace(faults=(RuleFault("number", "x"),), notes=("no table",)), Side(), Side())
    assert made["faults"] == [{"rule": "number", "error": "x"}]
    assert made["notes"] == ["no table"]


@pytest.mark.parametrize("text", ["習近平 café", '"quoted" \\ back', "\x1b]52;c;\x07", "</script>", "\u2028 line"])
def test_what_is_read_back_is_what_stood_there(text: str) -> None:
    report = newsdiff.compare(article("It rained."), article("It rained.", text))
    shown = render(report, Side("@1", datetime(2025, 1, 1, tzinfo=UTC)), Side())
    assert json.loads(shown) == json.loads(
        json.dumps(tree(report, Side("@1", datetime(2025, 1, 1, tzinfo=UTC)), Side()))
    )
    assert json.loads(shown)["hunks"][0]["new"][0]["text"] == text
    assert "\x1b" not in shown


def test_letters_of_any_script_stay_readable() -> None:
    assert "習近平" in render(newsdiff.compare(article("a"), article("習近平")), Side(), Side())


@pytest.mark.parametrize("text", ["\ud800 b", "\x7f b", "\x9b31m", "\x85", "\x00"], ids=ascii)
def test_what_drives_a_terminal_or_fits_in_no_file_is_escaped(text: str) -> None:
    shown = render(newsdiff.compare(article("a"), article("a", text)), Side(), Side())
    assert json.loads(shown)["hunks"][0]["new"][0]["text"] == text
    assert text[0] not in shown
    assert shown.encode("utf-8")
