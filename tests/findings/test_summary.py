"""The whole edit in one line: what kind of edit, its first findings, the rest, and whether readers were told."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.findings.summary import summary
from newsdiff.model import Disclosed, Finding, Flag, FlagKind, Severity, WordCounts
from tests.kit.site import told

OLD, NEW = (newsdiff.article([*told(3, 6), f"Engineers found {n} cracks."], language="en") for n in ("12", "14"))
DIFF = diff(OLD, NEW)


def finding(kind: FlagKind, old: str, new: str, *, weight: float = 50.0, count: int = 1, **more: object) -> Finding:
    flag = Flag(kind, Severity.HIGH, old, new, **more)  # type: ignore[arg-type]
    return Finding(kind, Severity.HIGH, (flag,), old, new, weight=weight, count=count)


def line(*found: Finding, disclosed: Disclosed = Disclosed.UNKNOWN) -> str:
    return summary(DIFF, found, DIFF.words, disclosed)


def test_equal_texts_have_no_line() -> None:
    same = diff(OLD, OLD)
    assert summary(same, (), same.words, Disclosed.NO) == ""


def test_a_change_without_a_finding_is_of_form() -> None:
    assert line() == "changes of form alone"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (finding(FlagKind.NUMBER, "12", "14"), "12 -> 14"),
        (finding(FlagKind.NUMBER, "12", "14", subject="cracks"), "12 -> 14 (cracks)"),
        (finding(FlagKind.ATTRIBUTION, "Bo Hale", "Ada Quill"), "source Bo Hale -> Ada Quill"),
        (finding(FlagKind.NAME, "Brazil", ""), "Brazil dropped"),
        (finding(FlagKind.NAME, "", "Brazil"), "Brazil added"),
        (finding(FlagKind.NUMBER, "12", "14", count=3), "12 -> 14 (3 times)"),
        (finding(FlagKind.ADDED, "", "It rained in Quill."), "added: It rained in Quill"),
        (finding(FlagKind.DELETED, "It rained in Quill.", ""), "dropped: It rained in Quill"),
        (finding(FlagKind.MOVED, "It rained.", "It rained.", count=2), "2 passages moved: It rained"),
        (finding(FlagKind.CORRECTION, "", "Correction: it was 14."), "a note came: Correction: it was 14"),
        (finding(FlagKind.CORRECTION, "Correction: it was 14.", ""), "a note went: Correction: it was 14"),
        (finding(FlagKind.CORRECTION, "one note", "another note"), "the note on a change differs"),
        (finding(FlagKind.HEADLINE, "Rain in Quill", "Snow in Quill"), "headline Rain -> Snow"),
        (finding(FlagKind.NAME, "習近平", "李強"), "習近平 -> 李強"),
        (finding(FlagKind.NAME, "محمد", "أحمد"), "محمد -> أحمد"),
    ],
)
def test_what_one_finding_says(found: Finding, said: str) -> None:
    assert line(found) == said


def test_three_findings_are_told_and_the_rest_is_counted() -> None:
    four = [finding(FlagKind.NUMBER, str(n), str(n + 1)) for n in (1, 3, 5, 7)]
    assert line(*four) == "1 -> 2; 3 -> 4; 5 -> 6; 1 more fact"
    assert line(*four, four[3], finding(FlagKind.WORDING, "a b", "a c")).endswith("; 2 more facts, other wording")


def test_what_weighs_little_is_counted_only() -> None:
    assert line(
        finding(FlagKind.NUMBER, "1", "2"), finding(FlagKind.MOVED, "It rained.", "It rained.", weight=5.0)
    ) == ("1 -> 2; 1 passage moved")


@pytest.mark.parametrize(
    ("disclosed", "end"),
    [
        (Disclosed.UNKNOWN, "1 -> 2"),
        (Disclosed.NO, "no note"),
        (Disclosed.TIME, "no note"),
        (Disclosed.NOTE, "with a note"),
    ],
)
def test_whether_readers_were_told_stands_at_the_end(disclosed: Disclosed, end: str) -> None:
    assert line(finding(FlagKind.NUMBER, "1", "2"), disclosed=disclosed).endswith(end)


def test_a_note_that_is_told_needs_no_more_words() -> None:
    note = finding(FlagKind.CORRECTION, "", "Correction: it was 14.")
    assert line(note, disclosed=Disclosed.NOTE) == "a note came: Correction: it was 14"


@pytest.mark.parametrize(
    ("old", "new", "size"),
    [
        (told(3, 8), told(3, 8)[:2], "cut from"),
        (told(3, 8)[:2], told(3, 8), "grown from"),
        (told(3, 8), told(4, 8), "rewritten"),
        (["Short."], ["Brief and other."], ""),
    ],
)
def test_a_great_change_of_size_is_told_first(old: list[str], new: list[str], size: str) -> None:
    made = diff(*(newsdiff.article(side, language="en") for side in (old, new)))
    said = summary(made, (finding(FlagKind.NUMBER, "1", "2"),), made.words, Disclosed.UNKNOWN)
    assert said.startswith(size)
    assert said.endswith("1 -> 2")


def test_words_of_a_sentence_are_quoted_without_its_full_stop() -> None:
    assert line(finding(FlagKind.NAME, "", "The U.S.")).startswith("The U.S.")
    assert WordCounts() == WordCounts(0, 0, 0)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Killed were workers there.",
            "Killed were twelve workers there.",
            "twelve workers (was: workers)",
        ),
        (
            "Killed were twelve workers there.",
            "Killed were workers there.",
            "workers (was: twelve workers)",
        ),
    ],
)
def test_a_number_that_came_before_a_noun_is_told_with_it(old: str, new: str, said: str) -> None:
    assert newsdiff.compare(
        newsdiff.article([old], language="en"), newsdiff.article([new], language="en")
    ).summary.startswith(said)
