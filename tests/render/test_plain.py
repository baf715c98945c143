"""Plain text: marks that no word of a page can be taken for, and the lines around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.model import BlockKind, Finding, FlagKind, Op, Report, RuleFault, Severity
from newsdiff.render.finding_lines import BlockNames
from newsdiff.render.layout import Options, ShownHunk, Side, Span
from newsdiff.render.plain import AROUND, finding_line, label, marked, render, text

OLD, NEW = "The ferry leaves at dawn.", "The ferry leaves at noon."


def report(old: list[str], new: list[str]) -> Report:
    return newsdiff.compare(newsdiff.article(old, language="en"), newsdiff.article(new, language="en"))


def lines(found: Report, **options: object) -> list[str]:
    return list(render(found, Options(**options), Side(), Side()))  # type: ignore[arg-type]


def passage(op: Op, name: str = "paragraph 2", came_from: str = "") -> ShownHunk:
    return ShownHunk(op, BlockKind.PARAGRAPH, (), name, came_from)


@pytest.mark.parametrize("role", ["equal", "gap", ""])
def test_what_stayed_has_no_marks(role: str) -> None:
    assert marked(Span("It rained.", role)) == "It rained."


@pytest.mark.parametrize(
    ("role", "shown"),
    [("delete", "[-it-]"), ("insert", "{+it+}"), ("from", "[<it<]"), ("to", "{>it>}")],
)
def test_what_became_of_a_span(role: str, shown: str) -> None:
    assert marked(Span("it", role)) == shown
    assert marked(Span("", role)) == "".join(AROUND[role])


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("[a] {b} - + <c>", "[a] {b} - + <c>"),
        ("\\", "\\"),
        ("a\\b", "a\\b"),
        ("[-", "\\[-"),
        ("-]", "\\-]"),
        ("{+ +} [< <] {> >}", "\\{+ \\+} \\[< \\<] \\{> \\>}"),
        ("\\[-", "\\\\\\[-"),
        ("\\\\[-", "\\\\\\\\\\[-"),
        ("一[-二", "一\\[-二"),
        ("two\nblocks", "two ¶ blocks"),
    ],
)
def test_marks_in_a_text_are_escaped_and_nothing_else(told: str, shown: str) -> None:
    assert marked(Span(told)) == shown


def unescaped(shown: str) -> str:
    """A text as a reader takes it who knows the rule: before a mark two backslashes are one, and the last is ours."""
    out, i = "", 0
    while i < len(shown):
        run = len(shown[i:]) - len(shown[i:].lstrip("\\"))
        if run and shown[i + run : i + run + 2] in ("[-", "-]", "{+", "+}", "[<", "<]", "{>", ">}"):
            assert run % 2 == 1
            out, i = out + "\\" * (run // 2) + shown[i + run : i + run + 2], i + run + 2
        else:
            out, i = out + shown[i : i + max(1, run)], i + max(1, run)
    return out


@settings(max_examples=40)
@given(st.text("[-]{+}<>\\ a", max_size=12))
def test_an_escaped_text_is_read_back(told: str) -> None:
    assert unescaped(marked(Span(told))) == told


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], ""),
        ([("a ", "equal"), ("b", "equal")], "a b"),
        ([("a", "delete"), ("b", "insert")], "[-a-]{+b+}"),
        ([("b", "insert"), ("a", "delete")], "[-a-]{+b+}"),
        ([("a", "delete"), ("b", "insert"), ("c", "delete"), ("d", "insert")], "[-ac-]{+bd+}"),
        ([("a", "delete"), (" ", "equal"), ("c", "delete")], "[-a-] [-c-]"),
        ([("a", "insert"), ("b", "insert")], "{+ab+}"),
        ([("a", "from"), ("b", "delete"), ("c", "to")], "[<a<][-b-]{>c>}"),
    ],
)
def test_what_went_side_by_side_has_one_mark(spans: list[tuple[str, str]], shown: str) -> None:
    assert text(tuple(Span(*span) for span in spans)) == shown


def test_a_change_of_form_side_by_side_with_another_is_marked_with_it() -> None:
    assert text((Span("Grey", "delete", True), Span(" cats", "delete"))) == "[-Grey cats-]"


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        (passage(Op.EQUAL), "paragraph 2"),
        (passage(Op.REPLACE), "paragraph 2"),
        (passage(Op.INSERT), "paragraph 2, added"),
        (passage(Op.DELETE), "paragraph 2, deleted"),
        (passage(Op.SPLIT), "paragraph 2, split"),
        (passage(Op.MERGE), "paragraph 2, merged"),
        (passage(Op.MOVE, came_from="paragraph 5"), "paragraph 2, moved (it was paragraph 5)"),
        (passage(Op.MOVE, came_from="paragraph 2"), "paragraph 2, moved (others passed it)"),
    ],
)
def test_a_passage_says_what_became_of_it(shown: ShownHunk, name: str) -> None:
    assert label(shown) == name


def test_equal_texts_have_a_header_and_a_fold() -> None:
    assert lines(report([OLD], [OLD])) == [
        "(no headline)",
        "nothing differs",
        "",
        "... 1 paragraph unchanged",
    ]


def test_a_comparison_in_full() -> None:
    shown = lines(report(["It rained.", OLD], ["It rained.", NEW]))
    assert shown[:3] == ["(no headline)", "+1 -1 words", ""]
    assert shown[-6:] == [
        shown[5],
        "",
        "... 1 paragraph unchanged",
        "",
        "paragraph 2",
        "The ferry leaves at [-dawn-]{+noon+}.",
    ]
    assert shown[5].endswith("paragraph 2): The ferry leaves at [-dawn-]{+noon+}.")
    assert not any("\n" in line for line in shown)


def test_a_rule_that_failed_is_told_before_what_was_found() -> None:
    failed = report([OLD], [NEW])._replace(faults=(RuleFault("number", "ValueError: x"),), notes=("no table",))
    shown = lines(failed)
    assert shown[2] == "note: no table"
    assert shown[3].startswith("fault: the rule number failed (ValueError: x)")


def test_a_finding_is_one_line() -> None:
    finding = Finding(FlagKind.EVENT, Severity.HIGH, (), "Two injured", "Two killed", 1.0, 0, 0)
    assert finding_line(finding, BlockNames(["dek"], ["dek"])) == "!! event (high, dek): Two [-injured-]{+killed+}"


def test_only_typography_says_how_it_is_shown() -> None:
    found = report(['A "b".'], ["A “b”."])
    assert lines(found)[1] == "nothing differs but typography (--typographic shows it)"
    assert lines(found)[-1] == "... 1 paragraph unchanged"
    assert lines(found, typographic=True)[-1] == 'A [-"-]{+“+}b[-"-]{+”+}.'
