"""A comparison shows what changed whatever becomes of its judgement."""

from pathlib import Path

import pytest

import newsdiff
from newsdiff.cli.main import run
from newsdiff.comparison import compare, without
from newsdiff.model import Article, Disclosed, FlagKind, RuleFault
from newsdiff.process.failure import failure
from newsdiff.render import json
from newsdiff.render.layout import Side
from tests.kit.rules import failing

OLD = newsdiff.article(["The fire killed 12 people on Monday.", "The mayor spoke."], "Fire in the port")
NEW = newsdiff.article(["The fire killed 17 people on Monday.", "The mayor spoke."], "Fire in the port")


def test_where_no_rule_fails_there_is_no_fault() -> None:
    assert compare(OLD, NEW).faults == ()
    with failing():
        assert compare(OLD, OLD).faults == ()


def test_a_rule_that_fails_is_told_beside_what_the_others_found() -> None:
    with failing():
        report = compare(OLD, NEW)
    [fault] = report.faults
    assert fault.rule == "failing"
    assert fault.error.startswith("ValueError: no such number")
    assert [flag.kind for flag in report.flags] == [FlagKind.NUMBER]
    assert report.words == compare(OLD, NEW).words


def test_the_silence_of_a_failed_rule_is_no_stealth_edit() -> None:
    old, new = (a._replace(published="2025-03-12T10:00:00+00:00") for a in (OLD, NEW))
    assert compare(old, new).disclosed is Disclosed.NO
    with failing("correction"):
        assert compare(old, new).disclosed is Disclosed.UNKNOWN


def test_the_library_lets_a_rules_error_go_on_where_nobody_is_told() -> None:
    from newsdiff import flags

    with failing(), pytest.raises(ValueError, match="no such number"):
        flags.flag(compare(OLD, NEW).diff)


def test_what_is_dismissed_goes_with_its_flags_and_out_of_the_edits_one_line() -> None:
    old, new = (
        newsdiff.article([f"The fire killed {dead} people.", f"It was opened by {who} Ann Lee."], "Fire", "en")
        for dead, who in ((12, "Mayor"), (17, "former Mayor"))
    )
    report = compare(old, new)
    assert [str(finding.kind) for finding in report.findings] == ["number", "title"]
    assert without(report, lambda _: False) is report
    left = without(report, lambda finding: finding.kind is FlagKind.NUMBER)
    assert (left.findings, left.flags) == (report.findings[1:], report.findings[1].flags)
    assert "17" not in left.summary
    assert "former Mayor" in left.summary
    assert (left.diff, left.words, left.disclosed) == (report.diff, report.words, report.disclosed)
    assert without(report, lambda _: True).flags == ()


def files(folder: Path) -> list[str]:
    for name, article in (("old.txt", OLD), ("new.txt", NEW)):
        (folder / name).write_text("\n\n".join(block.text for block in article.blocks))
    return [str(folder / name) for name in ("old.txt", "new.txt")]


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--format", "terminal"),
        ("--format", "html"),
        ("--format", "markdown"),
        ("--format", "json"),
        ("--side-by-side",),
        ("--stat",),
        ("--explain",),
    ],
    ids=" ".join,
)
def test_diff_shows_the_words_and_names_the_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    with failing(message="<b>\x1b[31m"):
        assert run(["diff", "--verbatim", *files(tmp_path), *options]) == 0
    shown = capsys.readouterr().out
    assert "failing" in shown
    assert "\x1b" not in shown
    assert "<b>" not in shown or "html" not in options
    if "--stat" not in options:
        assert "12" in shown
        assert "17" in shown


def test_rules_that_failed_alike_are_told_at_once() -> None:
    from newsdiff.render.header import faults

    report = compare(OLD, NEW)._replace(
        faults=(RuleFault("name", "E"), RuleFault("title", "E"), RuleFault("date", "F"))
    )
    assert [line.partition(" failed")[0] for line in faults(report)] == ["the rules name, title", "the rule date"]


def test_faults_stand_in_the_json() -> None:
    with failing():
        found = json.tree(compare(OLD, NEW), Side("old"), Side("new"))["faults"]
    assert [f["rule"] for f in found] == ["failing"]


def test_a_failure_is_told_in_one_short_line() -> None:
    def fails(article: Article) -> None:
        raise ValueError("much\nto\tsay " + "x" * 1000)

    with pytest.raises(ValueError, match="much") as caught:
        fails(OLD)
    told = failure(caught.value)
    assert told.startswith("ValueError: much to say xxx")
    assert len(told) < 400
    assert "\n" not in told
