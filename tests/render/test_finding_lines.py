"""A finding in words: its mark, its kinds, its place, and the changed words in their sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.model import Finding, Flag, FlagKind, Severity
from newsdiff.render.finding_lines import (
    MARKS,
    BlockNames,
    brief,
    changed_words,
    kinds,
    names,
    place,
    spans,
    subject,
    title,
)
from newsdiff.render.layout import Options, Side
from newsdiff.render.plain import render, text

NAMES = BlockNames(["headline", "paragraph 1", "paragraph 2"], ["headline", "paragraph 1"])
WORDS = st.lists(st.sampled_from(["ferry", "stops", "the", "at", "dawn", "“no”", "1,200"]), max_size=8).map(" ".join)


def finding(*flags: FlagKind, **more: object) -> Finding:
    found = tuple(Flag(kind, Severity.HIGH) for kind in flags)
    return Finding(flags[0] if flags else FlagKind.NUMBER, Severity.HIGH, found, **more)  # type: ignore[arg-type]


def test_the_marks_are_told_apart_without_colour() -> None:
    assert [MARKS[s] for s in (Severity.HIGH, Severity.MEDIUM, Severity.LOW)] == ["!!", "! ", "- "]
    assert set(MARKS) == set(Severity)


def test_kinds_its_own_first_and_each_once() -> None:
    assert kinds(finding(FlagKind.EVENT, FlagKind.NUMBER, FlagKind.EVENT)) == "event, number"


def test_at_most_two_persons_are_named_each_once() -> None:
    flags = [Flag(FlagKind.NAME, Severity.HIGH, subject=who) for who in ("Ann", "", "Ann", "Bo", "Cy")]
    assert subject(finding()._replace(flags=tuple(flags))) == "Ann, Bo"
    assert subject(finding()) == ""


@pytest.mark.parametrize(
    ("places", "name"),
    [
        ({"new_block": 1, "old_block": 2}, "paragraph 1"),
        ({"old_block": 2}, "paragraph 2"),
        ({"new_block": 99, "old_block": 1}, "paragraph 1"),
        ({}, ""),
        ({"new_block": 1, "count": 2}, "paragraph 1, and 1 more place"),
        ({"new_block": 1, "count": 4}, "paragraph 1, and 3 more places"),
        ({"count": 3}, "and 2 more places"),
    ],
)
def test_where_it_stands(places: dict[str, int], name: str) -> None:
    assert place(finding(**places), NAMES) == name


def test_a_title_says_how_grave_what_and_where() -> None:
    assert title(finding(FlagKind.EVENT, FlagKind.DATE, new_block=1), NAMES) == "!! event, date (high, paragraph 1)"
    assert title(finding(FlagKind.EVENT), NAMES) == "!! event (high)"


def marked(old: str, new: str, kind: FlagKind = FlagKind.NUMBER) -> str:
    around = {"delete": "[-{}-]", "insert": "{{+{}+}}", "to": "{{>{}>}}"}
    return "".join(around.get(s.role, "{}").format(s.text) for s in spans(finding(kind, old=old, new=new)))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("twelve people died", "forty people died", "[-twelve-]{+forty+} people died"),
        ("he said no", "he said", "he said [-no-]"),
        ("he said", "he did not say", "he [-said-]{+did not say+}"),
        ("gone altogether", "", "[-gone altogether-]"),
        ("", "come anew", "{+come anew+}"),
        ("“no” he said", '"no" he claimed', '"no" he [-said-]{+claimed+}'),
    ],
)
def test_the_changed_words_are_marked_in_their_sentence(old: str, new: str, line: str) -> None:
    assert marked(old, new) == line


def test_what_moved_is_shown_once() -> None:
    assert marked("A line.", "A line.", FlagKind.MOVED) == "{>A line.>}"
    assert marked("A line.", "", FlagKind.MOVED) == "{>A line.>}"


@given(WORDS.filter(bool), WORDS.filter(bool))
def test_both_quotations_can_be_read_out_of_the_marks(old: str, new: str) -> None:
    found = spans(finding(old=old, new=new))
    words = {"old": [], "new": []}  # type: dict[str, list[str]]
    for span in found:
        if span.role != "insert":
            words["old"] += span.text.split()
        if span.role != "delete":
            words["new"] += span.text.split()
    assert words["old"] == old.split()
    assert words["new"] == new.split()


def test_hostile_quotations_are_shown_and_not_obeyed() -> None:
    text = "".join(s.text for s in spans(finding(old="\x1b[2J old", new="\u202enew \x07")))
    assert text.isprintable()


FORMS_OF_WORDS = st.lists(st.sampled_from(["ferry", "Ferry", "the", ",", "17", "“no”", "1,200"]), max_size=9).map(
    " ".join
)
CUT_AFTER = "people on a bridge that the city had built long ago and not inspected in"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("at dawn", "at dawn", "at dawn"),
        ("Engineers warned it", "Three engineers warned it", "[-Engineers-]{+Three engineers+} warned it"),
        ("am Dienstag, 12. März", "am Mittwoch, 21. März", "am [-Dienstag, 12-]{+Mittwoch, 21+}. März"),
        ("he came, late", "he came, early", "he came, [-late-]{+early+}"),
        ("on Monday, he said", "on, he said", "on [-Monday-], he said"),
    ],
)
def test_a_mark_alone_parts_no_change_and_another_form_is_marked(old: str, new: str, line: str) -> None:
    assert text(changed_words(old, new)) == line


@pytest.mark.parametrize("ends", [("ye…", "y…"), ("years a…", "ye…"), ("ye…", "years")])
def test_where_a_limit_tore_a_word_nothing_is_said_to_have_changed(ends: tuple[str, str]) -> None:
    old, new = (f"it killed {n} {CUT_AFTER} {end}" for n, end in zip(("17", "71"), ends, strict=True))
    assert text(changed_words(old, new)).startswith("it killed [-17-]{+71+} people")
    assert text(changed_words(old, new)).count("{+") == 1
    assert text(changed_words(old, new)).count("[-") == 1
    assert text(changed_words(old, new)).endswith(" …")


def test_a_torn_quotation_without_a_shared_word_is_shown() -> None:
    assert text(changed_words("gone altog…", "come")) == "[-gone-]{+come+} …"


@given(FORMS_OF_WORDS.filter(bool), FORMS_OF_WORDS.filter(bool))
def test_both_sides_can_be_read_out_of_the_marks(old: str, new: str) -> None:
    for side, other in ((old, "insert"), (new, "delete")):
        assert "".join("".join(s.text for s in changed_words(old, new) if s.role != other).split()) == "".join(
            side.split()
        )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("one two 5 three", "one two 6 three", "one two [-5-]{+6+} three"),
        ("a b c d e f g 5 h i j k l m n", "a b c d e f g 6 h i j k l m n", "… d e f g [-5-]{+6+} h i j k …"),
        ("1 a b c d e f g h i j k 2", "3 a b c d e f g h i j k 4", "[-1-]{+3+} a b c d … h i j k [-2-]{+4+}"),
        ("", " ".join("abcdefghijklmnopqrstu"), "{+a b c d e f g h i j k l m n o p …+}"),
    ],
)
def test_a_change_told_briefly_has_its_neighbours_and_no_more(old: str, new: str, line: str) -> None:
    assert text(brief(old, new)) == line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Workers warned twice.", "Twelve workers warned twice.", "[-Workers-]{+Twelve workers+} warned"),
        ("Er kam am Dienstag, 12. März, an.", "Er kam am Mittwoch, 21. März, an.", "[-Dienstag, 12-]{+Mittwoch, 21+}"),
    ],
)
def test_a_finding_marks_its_words_as_their_paragraph_does(old: str, new: str, line: str) -> None:
    report = compare(article([old]), article([new]))
    lines = list(render(report, Options(), Side(), Side()))
    told = [said for said in lines if line in said]
    assert len(told) == 2, lines


def test_words_that_stand_twice_in_their_paragraph_are_compared_by_themselves() -> None:
    old, new = "They met at 3. They met at 3.", "They met at 3. They met at 4."
    report = compare(article([old], language="en"), article([new], language="en"))
    [finding] = report.findings
    assert text(spans(finding, names(report))).endswith("[-3-]{+4+}.")
