"""Each edit of a comparison, the flags it is part of, and why it makes none."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.explanation import Explanation, explanations
from newsdiff.model import Article, Block, BlockKind, Flag, FlagKind, Severity

RAIN = "It rained on the quay all night."


def article(*texts: str) -> Article:
    return Article("", language="en", blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def told(old: Article, new: Article, *flags: Flag) -> list[Explanation]:
    return list(explanations(diff(old, new), flags))


def number(old: str, new: str, at: int | None = 1, kind: FlagKind = FlagKind.NUMBER) -> Flag:
    return Flag(kind, Severity.HIGH, old, new, "", at, at, "another number")


def test_equal_articles_have_nothing_to_explain() -> None:
    assert told(article(), article()) == []
    assert told(article(RAIN), article(RAIN), number("12", "14", 0)) == []


def test_an_edit_has_the_flags_that_overlap_it() -> None:
    old, new = article(RAIN, "The 12 boats sank off Rye."), article(RAIN, "The 14 boats sank off Hull.")
    flags = number("12 boats", "14 boats"), number("Rye", "Hull", kind=FlagKind.NAME)
    first, second = told(old, new, *flags)
    assert (first.old, first.new, first.flags) == ("12", "14", flags[:1])
    assert (second.old, second.new, second.flags) == ("Rye", "Hull", flags[1:])
    assert (first.old_block, first.new_block) == (1, 1)
    assert first.why == 'number (high): another number ("12 boats" -> "14 boats")'


@pytest.mark.parametrize(
    "flag",
    [number("12", "14", 0), number("12", "14", None), number("99", "98"), number("", "")],
    ids=["another block", "no block", "other words", "no words"],
)
def test_a_flag_of_another_place_is_not_its_reason(flag: Flag) -> None:
    [one] = told(article(RAIN, "The 12 boats sank."), article(RAIN, "The 14 boats sank."), flag)
    assert one.flags == ()


def test_several_flags_are_told_one_behind_the_other() -> None:
    flags = number("12", "14"), number("12", "14", kind=FlagKind.DATE)
    [one] = told(article(RAIN, "The 12 boats sank."), article(RAIN, "The 14 boats sank."), *flags)
    assert one.flags == flags
    assert one.why.count("another number") == 2
    assert "; date (high): " in one.why


def test_a_side_without_words_is_nothing() -> None:
    flag = Flag(FlagKind.NEGATION, Severity.HIGH, "", "not", "", 0, 0, "a denial came")
    [one] = told(article("The ferry was painted."), article("The ferry was not painted."), flag)
    assert one.why == 'negation (high): a denial came (nothing -> "not")'


@pytest.mark.parametrize("kind", [FlagKind.HEADLINE, FlagKind.ADDED, FlagKind.DELETED, FlagKind.MOVED])
def test_a_whole_block_is_not_quoted_again(kind: FlagKind) -> None:
    flag = Flag(kind, Severity.LOW, "", "Nobody swam.", "", None, 1, "a whole paragraph came")
    [one] = told(article(RAIN), article(RAIN, "Nobody swam."), flag)
    assert one.why == f"{kind} (low): a whole paragraph came"
    assert (one.old, one.new) == ("", "Nobody swam.")


def test_a_span_that_was_cut_is_found_by_what_is_left_of_it() -> None:
    flag = number("12 boats …", "14 boats …")
    [one] = told(article(RAIN, "The 12 boats sank."), article(RAIN, "The 14 boats sank."), flag)
    assert one.flags == (flag,)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("The colour is grey.", "The color is grey.", "only the form differs"),
        ("The boat which sank was new.", "The boat that sank was new.", "a word of grammar"),
        ("The 12 boats sank.", "The 14 boats sank.", '"12", "14": read as a value'),
    ],
)
def test_why_an_edit_makes_no_flag(old: str, new: str, why: str) -> None:
    [one] = told(article(old), article(new))
    assert one.flags == ()
    assert why in one.why


def test_typography_beside_an_edit_is_told_as_such() -> None:
    found = told(article('He said "no" in 12 towns.'), article("He said “no” in 14 towns."))
    assert {one.why for one in found if one.old == '"'} == {"only the style of quotes, dashes or spaces differs"}


def test_words_of_grammar_are_told_only_where_nothing_else_is() -> None:
    [one] = told(article("The boat which rings was new."), article("The boat that rang was new."))
    assert "another form of the same word" in one.why
    assert "grammar" not in one.why


def test_what_came_without_a_flag_is_said_to_differ_in_nothing_that_counts() -> None:
    [one] = told(article(RAIN), article(RAIN, "Nobody swam."))
    assert (one.flags, one.why) == ((), "only marks or words of grammar differ")


def test_in_a_language_without_a_table_there_are_reasons_too() -> None:
    old, new = (newsdiff.article([text], language="xx") for text in ("Zzz 12 qq.", "Zzz 14 qq."))
    [one] = told(old, new)
    assert one.why


def test_explanations_come_in_the_order_of_the_new_text() -> None:
    old = article("Ann left Rye.", RAIN, "Bo came to Hull.")
    new = article("Ann left York.", RAIN, "Bo came to Bath.", "Nobody swam.")
    places = [one.new_block for one in told(old, new)]
    assert places == sorted(places)
    assert len(places) == 3
