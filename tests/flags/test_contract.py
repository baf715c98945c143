"""What holds for the flags of any two texts: they rest on words that changed, and no word of substance is without one.

What changed is what the diff shows as changed; which words must have a flag tells difflib.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.model import Flag, FlagKind, Op, Report

_WORD = re.compile(r"\w+(?:[.,'’\-]\w+)*")
_WHOLE = {FlagKind.HEADLINE, FlagKind.BYLINE, FlagKind.PUBLISHED, FlagKind.MOVED, FlagKind.ADDED, FlagKind.DELETED}
_MARKS = {FlagKind.QUOTE, FlagKind.CORRECTION}  # marks around kept words; a note is quoted whole
_OWN = {FlagKind.EVENT, FlagKind.LABEL, FlagKind.WORDING}
_NEAR_WORDS = 2

_SUBJECTS = ("The harbour master", "Two nurses", "A ferry firm", "Ingrid Vale", "Protesters", "The council")
_ACTS = ("arrested", "opened", "postponed", "praised", "killed", "repaired", "sacked", "mocked", "surrounded")
_OBJECTS = ("the old bridge", "a gunman", "the summer fair", "three boats", "its treasurer", "an unarmed man")
_TIMES = ("", " on Monday", " in May", " after the storm", " last night")
_SOURCES = ("", ", police said", ", the mayor claimed", ", according to a report")
_ODD = (
    "not",
    "no",
    "'",
    '"',
    "“",
    "”",
    "–",
    "-",
    "(",
    ")",
    ".",
    ",",
    "U.S.",
    "said",
    "12",
    "May",
    "a.m.",
    "€",
    "1/2",
    "Mr",
)
_FORMS = (  # what changes the form of a sentence alone
    str.upper,
    lambda s: s.replace(" ", "\u00a0"),
    lambda s: s.removesuffix(".") + " .",
    lambda s: s.replace("old", "Old"),
    lambda s: s.replace("three", "3"),
    lambda s: s.replace("'", "’"),
)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _changed(old: str, new: str) -> tuple[set[int], set[int]]:
    a, b = _words(old), _words(new)
    gone, came = set[int](), set[int]()
    for op, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op != "equal":
            gone.update(range(i, j))
            came.update(range(k, m))
    return gone, came


def _marked(report: Report, side: int) -> set[int]:
    """The words of one side that the diff shows as changed, by their number in its one block."""
    found = set[int]()
    for hunk in report.diff.hunks:
        text = (hunk.old_text, hunk.new_text)[side].casefold().replace("’", "'")
        spans = [((e.old_start, e.old), (e.new_start, e.new))[side] for e in hunk.edits if e.op is not Op.EQUAL]
        for n, word in enumerate(_WORD.finditer(text)):
            if not hunk.edits or any(at < word.end() and word.start() < at + len(part) for at, part in spans):
                found.add(n)
    return found


def _places(span: str, text: str) -> Iterator[range]:
    sought, words = _words(span.removesuffix("…")), _words(text)
    for i in range(len(words) - len(sought) + 1 if sought else 0):
        if words[i : i + len(sought)] == sought:
            yield range(i, i + len(sought))


def _compared(old: str, new: str) -> Report:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    assert report.faults == ()
    return report


def _holds(old: str, new: str) -> None:
    """Clauses 1, 2, 3 and 5 of the contract."""
    report = _compared(old, new)
    marks = _marked(report, 0), _marked(report, 1)
    for flag in report.flags:
        assert flag.old != flag.new or flag.kind is FlagKind.MOVED, flag
        assert flag.reason, flag
        if flag.kind not in _WHOLE | _MARKS:
            _rests(flag, (old, new), marks)
    told = Counter((f.kind, f.old_block, f.new_block, f.old, f.new) for f in report.flags)
    assert all(count == 1 for count in told.values())


def _rests(flag: Flag, texts: tuple[str, str], marks: tuple[set[int], set[int]]) -> None:
    """The spans of a flag hold a changed word; those of our own begin and end near one."""
    sides = [
        (list(_places(span, text)), mark) for span, text, mark in zip((flag.old, flag.new), texts, marks, strict=True)
    ]
    found = [(place, mark) for places, mark in sides for place in places]
    assert not found or any(not mark.isdisjoint(place) for place, mark in found), flag
    if flag.kind in _OWN:
        for places, mark in sides:
            ends = [_off(place, mark) for place in places if not mark.isdisjoint(place)]
            assert not ends or min(ends) <= _NEAR_WORDS, flag


def _off(place: range, mark: set[int]) -> int:
    """How far a span begins before its first changed word, or ends behind its last, in words."""
    inside = sorted(mark.intersection(place))
    return max(inside[0] - place[0], place[-1] - inside[-1])


def _covered(report: Report, side: int, text: str) -> set[int]:
    spans = [(f.old, f.new)[side] for f in report.flags if f.kind is not FlagKind.HEADLINE]
    return {i for span in spans if span for place in _places(span, text) for i in place}


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    parts = (st.sampled_from(p) for p in (_SUBJECTS, _ACTS, _OBJECTS, _TIMES, _SOURCES))
    subject, act, thing, time, source = (draw(p) for p in parts)
    return f"{subject} {act} {thing}{time}{source}."


@given(_sentence(), st.sampled_from(_FORMS))
def test_form_alone_is_quiet(text: str, form: object) -> None:
    assert callable(form)
    assert [f for f in _compared(text, form(text)).flags if f.kind is not FlagKind.QUOTE] == []


@given(_sentence(), _sentence())
@settings(max_examples=300, deadline=None)
def test_flags_rest_on_changed_words(old: str, new: str) -> None:
    _holds(old, new)


@given(_sentence(), st.sampled_from(_ACTS), st.sampled_from(_OBJECTS))
@settings(deadline=None)
def test_every_changed_word_of_substance_has_a_flag(old: str, act: str, thing: str) -> None:
    """Another act and another object in an otherwise kept sentence."""
    was = next(a for a in _ACTS if f" {a} " in old)
    had = next(o for o in _OBJECTS if o in old)
    new = old.replace(was, act).replace(had, thing)
    report = _compared(old, new)
    for side, (text, marks) in enumerate(zip((old, new), _changed(old, new), strict=True)):
        words = _words(text)
        telling = {i for i in marks if words[i] not in {"the", "a", "an", "its"}}
        assert telling <= _covered(report, side, text), (telling, report.flags)


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_a_rule_fail(old: str, new: str) -> None:
    report = newsdiff.compare(newsdiff.article([old], language="en"), newsdiff.article([new], language="en"))
    assert report.faults == ()


@given(st.lists(st.sampled_from(_ODD), max_size=9), _sentence())
@settings(max_examples=200, deadline=None)
def test_no_marks_among_words_make_a_rule_fail(marks: list[str], text: str) -> None:
    words = text.split()
    for n, mark in enumerate(marks):
        words.insert((n * 7) % (len(words) + 1), mark)
    _compared(text, " ".join(words))
    _compared(" ".join(words), text)


def test_the_contract_holds_over_the_invented_edits() -> None:
    for line in (Path(__file__).parent / "edits.jsonl").read_text(encoding="utf-8").splitlines():
        edit = json.loads(line)
        _holds(edit["old"], edit["new"])


def test_the_contract_holds_over_real_pairs(shared: Path) -> None:
    for line in (shared / "data" / "flags" / "pool.jsonl").read_text(encoding="utf-8").splitlines()[:600]:
        edit = json.loads(line)
        if edit["lang"] == "en" and edit["old"].strip() and edit["new"].strip():
            _holds(edit["old"], edit["new"])


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The mayor won 7-2 in May.", "The mayor won 6-3 in May.", FlagKind.NUMBER),
        ("He was not at her post, and nobody was told.", "He was at her post, and nobody was told.", FlagKind.NEGATION),
        (
            "Applications close 1 August 2022.",
            "Applications close 16 September 2022 (previously 1 August 2022).",
            FlagKind.DATE,
        ),
    ],
)
def test_one_change_is_one_flag_of_a_kind(old: str, new: str, kind: FlagKind) -> None:
    assert [f.kind for f in _compared(old, new).flags].count(kind) == 1


def test_a_value_that_moved_to_another_sentence_is_no_flag() -> None:
    old = "The CCC calls for a switch. On Sunday there is a party."
    new = "There is a switch party on Sunday, and the CCC calls for it."
    assert [f for f in _compared(old, new).flags if f.kind in (FlagKind.NAME, FlagKind.DATE)] == []


def test_a_sentence_cut_in_two_is_not_added() -> None:
    old = "The office will check all claims and take action to recover payments found to be dishonest."
    new = "The office will check all claims. We'll take action to recover payments found to be dishonest."
    assert {f.kind for f in _compared(old, new).flags}.isdisjoint({FlagKind.ADDED, FlagKind.DELETED})
