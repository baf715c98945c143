"""Flags sorted into places: each stands once, where its words stand; the gravest place is told first."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.findings.grouping import findings
from newsdiff.model import Diff, Finding, Flag, FlagKind, Place, Severity

LINES = [f"The harbour office opens pier number {n} to every boat." for n in range(10)]
TEXT = diff(newsdiff.article(LINES), newsdiff.article(LINES))
HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW


def flag(
    old: str = "12", new: str = "14", kind: FlagKind = FlagKind.NUMBER, severity: Severity = HIGH, at: int | None = 0
) -> Flag:
    """A flag about the block of one number on both sides."""
    return Flag(kind, severity, old, new, "", at, at, f"{old} {new}")


def place(old: str, new: str, at: int = 0) -> Place:
    """A sentence and its counterpart."""
    return Place(old, new, at, at)


def came(text: str, at: int = 0, **more: object) -> Place:
    return Place("", text, None, at, whole=True, **more)  # type: ignore[arg-type]


def went(text: str, at: int = 0, **more: object) -> Place:
    return Place(text, "", at, None, whole=True, **more)  # type: ignore[arg-type]


def added(text: str, at: int = 0) -> Flag:
    return Flag(FlagKind.ADDED, LOW, "", text, "", None, at)


def deleted(text: str, at: int = 0) -> Flag:
    return Flag(FlagKind.DELETED, MEDIUM, text, "", "", at, None)


def found(flags: list[Flag], *places: Place, text: Diff = TEXT) -> tuple[Finding, ...]:
    return findings(text, tuple(flags), places)


def test_without_flags_there_is_no_finding_wherever_there_are_places() -> None:
    assert found([], place("12 dead", "14 dead")) == ()


def test_a_place_without_flags_is_no_finding() -> None:
    [only] = found([flag(at=1)], place("12 dead", "14 dead", 1), place("It rained.", "It snowed.", 2))
    assert (only.old_block, only.new_block) == (1, 1)


@pytest.mark.parametrize(
    ("one", "where"),
    [
        (flag("12", "14", at=1), 0),
        (flag("12", "14", at=2), 2),
        (flag("Monday", "Tuesday", at=1), 1),
        (flag("", "Tuesday", at=1), 1),
        (flag("12", "", at=1), 0),
        (flag("12 … ", "14", at=1), 0),
    ],
    ids=["its words", "its block", "its other words", "what came", "what went", "words that were cut"],
)
def test_a_flag_stands_where_its_words_stand(one: Flag, where: int) -> None:
    places = (
        place("12 boats sank.", "14 boats sank.", 1),
        place("It was on Monday.", "It was on Tuesday.", 1),
        place("12 sailors swam.", "14 sailors swam.", 2),
    )
    [only] = found([one], *places)
    assert (only.old, only.new) == (places[where].old, places[where].new)


def test_of_two_places_with_its_words_the_first_has_the_flag() -> None:
    [only] = found([flag()], place("12 boats sank.", "14 boats sank."), place("12 cars sank.", "14 cars sank."))
    assert only.old == "12 boats sank."


def test_a_flag_of_one_side_goes_with_what_came_before_it_goes_with_a_pair() -> None:
    text = "Nobody saw the 14 boats."
    [only] = found([added(text)], place("It rained.", text), came(text))
    assert (only.kind, only.old, only.old_block) == (FlagKind.ADDED, "", None)


@pytest.mark.parametrize(
    "one",
    [flag("99", "98"), flag("12", "98"), flag(at=9), flag(at=None), flag("Ann Lee", "", FlagKind.BYLINE, at=None)],
    ids=["other words", "other words on a side", "another block", "no block", "the byline"],
)
def test_a_flag_that_stands_in_no_place_is_a_finding_of_its_own(one: Flag) -> None:
    [only] = found([one], place("12 boats sank.", "14 boats sank."))
    assert (only.old, only.new, only.flags) == (one.old, one.new, (one,))
    assert (only.old_block, only.new_block) == (one.old_block, one.new_block)


def test_flags_of_one_kind_and_block_that_stand_in_no_place_are_one_finding() -> None:
    loose = [flag("Ann", "Bo", FlagKind.BYLINE, at=None), flag("Cy", "Di", FlagKind.BYLINE, at=None)]
    [only] = found(loose)
    assert (only.kind, only.flags, only.count) == (FlagKind.BYLINE, tuple(loose), 1)
    assert len(found([loose[0], loose[1]._replace(kind=FlagKind.PUBLISHED)])) == 2
    assert len(found([flag("1", "2", at=3), flag("3", "4", at=4)])) == 2


def test_a_finding_is_of_its_gravest_flag_and_has_all() -> None:
    flags = [flag("Monday", "Tuesday", FlagKind.DATE, MEDIUM), flag(), flag("a", "a pier", FlagKind.WORDING, LOW)]
    [only] = found(flags, place("On Monday 12 left a boat.", "On Tuesday 14 left a pier boat."))
    assert (only.kind, only.severity, set(only.flags)) == (FlagKind.NUMBER, HIGH, set(flags))


def test_severity_comes_before_weight_and_weight_before_the_place() -> None:
    places = [place(f"{n} boats sank in the bay.", f"{n + 5} boats sank in the bay.", n) for n in range(1, 5)]
    flags = [
        flag("1", "6", FlagKind.LABEL, MEDIUM, at=1),
        flag("2", "7", FlagKind.NUMBER, MEDIUM, at=2),
        flag("3", "8", FlagKind.TITLE, MEDIUM, at=3),
        flag("4", "9", FlagKind.DATE, HIGH, at=4),
    ]
    told = found(flags, *places)
    assert [one.kind for one in told] == [FlagKind.DATE, FlagKind.TITLE, FlagKind.NUMBER, FlagKind.LABEL]


def test_of_equals_the_earlier_is_told_first() -> None:
    flags = [flag(f"{n}", f"{n + 5}", at=n) for n in (3, 1, 2)]
    places = [place(f"{n} boats were seen.", f"{n + 5} boats were seen.", n) for n in (3, 1, 2)]
    assert [one.new_block for one in found(flags, *places)] == [1, 2, 3]


def test_all_wording_is_one_last_finding_that_quotes_the_first_place() -> None:
    wording = [flag("dawn", "noon", FlagKind.WORDING, LOW, at=n) for n in (4, 2)]
    places = [place("Boats left at dawn.", "Boats left at noon.", n) for n in (4, 2)]
    byline = flag("Ann", "Bo", FlagKind.BYLINE, LOW, at=None)
    told = found([*wording, byline], *places)
    assert [one.kind for one in told] == [FlagKind.BYLINE, FlagKind.WORDING]
    assert (told[1].count, told[1].new_block, told[1].flags) == (2, 2, (wording[1], wording[0]))


def test_wording_beside_a_fact_is_no_finding_of_its_own() -> None:
    flags = [flag("left", "sank", FlagKind.WORDING, LOW), flag()]
    [only] = found(flags, place("12 boats left.", "14 boats sank."))
    assert (only.kind, only.count) == (FlagKind.NUMBER, 1)


def test_the_same_change_in_two_places_is_counted_and_quoted_once() -> None:
    flags = [flag(at=1), flag(at=5)]
    [only] = found(flags, place("12 boats sank.", "14 boats sank.", 1), place("The 12 came.", "The 14 came.", 5))
    assert (only.count, only.old, only.old_block, len(only.flags)) == (2, "12 boats sank.", 1, 2)


def test_the_place_that_is_quoted_names_the_finding_not_another_that_says_the_same() -> None:
    one, other = flag(severity=MEDIUM, at=1), flag(severity=HIGH, at=8)
    headline = place("12 boats sank.", "14 boats sank.", 1)._replace(headline=True)
    [only] = found([one, other], headline, place("The 12 came.", "The 14 came.", 8))
    assert (only.old, only.severity, only.flags, only.count) == ("12 boats sank.", MEDIUM, (one, other), 2)


def test_a_finding_stands_where_its_place_stands_though_its_flag_tells_one_side() -> None:
    one = Flag(FlagKind.DATE, HIGH, "", "on Monday", "", None, 3)
    [only] = found([one], Place("12 boats sank in the bay.", "12 boats sank in the bay on Monday.", 5, 3))
    assert (only.old_block, only.new_block) == (5, 3)


def test_the_place_in_the_new_text_is_the_one_that_counts() -> None:
    flags = [Flag(FlagKind.NUMBER, HIGH, "1", "6", "", 9, 1), Flag(FlagKind.NUMBER, HIGH, "2", "7", "", 1, 5)]
    places = [Place("1 boat sank in the bay.", "6 boats.", 9, 1), Place("2 boats sank in the bay.", "7 boats.", 1, 5)]
    assert [one.new_block for one in found(flags[::-1], *places)] == [1, 5]


def test_what_moved_as_a_whole_stands_in_no_sentence_of_the_same_words() -> None:
    text = "Nobody saw the boats."
    moved = Flag(FlagKind.MOVED, LOW, text, text, "", 4, 2)
    inside, whole = Place(f"{text} It rained.", f"{text} It snowed.", 4, 2), Place(text, text, 4, 2, whole=True)
    [only] = found([moved], inside, whole)
    assert only.new == text


def test_a_value_that_came_stands_in_the_sentence_that_came() -> None:
    one = Flag(FlagKind.DATE, HIGH, "", "Monday", "", 0, 0)
    [only] = found([one], place("It was on a day.", "It was on Monday."), came("Nobody swam on Monday."))
    assert only.new == "Nobody swam on Monday."


@pytest.mark.parametrize("size", [3, 200])
def test_what_moved_is_quoted_by_its_first_words(size: int) -> None:
    text = " ".join(f"word{n}" for n in range(size))
    moved = Flag(FlagKind.MOVED, LOW, text, text, "", 4, 2)
    [only] = found([moved], Place(text, text, 4, 2, whole=True))
    assert only.new.startswith("word0 word1 word2")
    assert len(only.new.split()) == min(size, 13)
    assert only.old == only.new


def test_a_block_that_came_is_quoted_by_the_sentence_that_says_most() -> None:
    text = "It rained. Two men drowned."
    [told] = found([added(text)], came(text, telling="Two men drowned."))
    assert (told.old, told.new) == ("", "Two men drowned.")
    [plain] = found([added(text)], came(text))
    assert plain.new == text


def test_a_block_that_went_is_quoted_on_the_old_side() -> None:
    [told] = found(
        [deleted("It rained. Two men drowned.")], went("It rained. Two men drowned.", telling="Two drowned.")
    )
    assert (told.old, told.new, told.new_block) == ("Two drowned.", "", None)


def test_a_run_of_blocks_is_quoted_behind_its_heading() -> None:
    texts = ["Piers of the harbour", *(f"Pier {n} has room for boats of any size, it is said." for n in range(3))]
    flags = [added(text, n) for n, text in enumerate(texts)]
    [told] = found(flags, *(came(text, n) for n, text in enumerate(texts)))
    assert told.new == f"Piers of the harbour … {texts[1]}"
    assert (told.count, len(told.flags)) == (4, 4)


def test_harm_in_what_came_is_no_small_thing() -> None:
    text = "Two men drowned in the harbour on the way home."
    [grave] = found([added(text)], came(text, holds=frozenset({FlagKind.EVENT})))
    [small] = found([added(text)], came(text))
    assert (grave.severity, small.severity) == (MEDIUM, LOW)
    assert grave.weight > small.weight


@pytest.mark.parametrize("count", [1, 2])
def test_an_article_of_one_block_has_a_first_place(count: int) -> None:
    text = diff(*(newsdiff.article(LINES[:count]) for _ in range(2)))
    [only] = found([flag()], place("12 boats sank.", "14 boats sank."), text=text)
    assert only.weight > 0


@pytest.mark.parametrize("whole", [False, True])
def test_no_flag_of_any_kind_is_lost_or_told_twice(whole: bool) -> None:
    sides = [("12", "14 boats"), ("", "14 boats"), ("12", ""), ("", ""), ("習近平", "Monday …")]
    flags = [
        Flag(kind, severity, old, new, "", at, None if at is None else 9 - at, f"{n}")
        for n, kind in enumerate(FlagKind)
        for severity in Severity
        for at, (old, new) in zip((None, 0, 4, 9, 5), sides, strict=True)
    ]
    places = [
        Place(old, new, at, 9 - at, whole)
        for at in (0, 4, 4, 9)
        for old, new in (("12 men.", "14 boats on Monday."), ("", "14 boats"), ("習近平 12", ""))
    ]
    told = [one for finding in found(flags, *places) for one in finding.flags]
    assert sorted(map(tuple, told), key=str) == sorted(map(tuple, flags), key=str)
