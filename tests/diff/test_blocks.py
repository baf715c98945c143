"""Blocks paired, moved, split and merged."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from newsdiff.diff import diff
from newsdiff.document import article
from newsdiff.model import Op, WordCounts

Show = Callable[[list[str], list[str]], list[str]]
COUNCIL = "The council approved the new bridge on Monday. Work begins in spring, the mayor said."
CRITICS = "Critics called the plan too costly and demanded another tunnel instead."
SURVEY = "Residents will be asked in a survey next year."


def words(old: list[str], new: list[str]) -> WordCounts:
    """What the tally says."""
    return diff(article(old, language="en"), article(new, language="en")).words


def test_equal_blocks_share_a_hunk() -> None:
    [hunk] = diff(article([COUNCIL, CRITICS, SURVEY]), article([COUNCIL, CRITICS, SURVEY])).hunks
    assert (hunk.op, len(hunk.old), hunk.edits) == (Op.EQUAL, 3, ())


def test_two_empty_articles() -> None:
    assert diff(article([]), article([])).hunks == ()


def test_a_moved_paragraph_costs_no_changed_words(show: Show) -> None:
    assert show([COUNCIL, CRITICS, SURVEY], [CRITICS, SURVEY, COUNCIL]) == [f"move: {COUNCIL}"]
    assert words([COUNCIL, CRITICS, SURVEY], [CRITICS, SURVEY, COUNCIL]) == WordCounts(0, 0, 15)


def test_a_moved_paragraph_is_compared_with_itself(show: Show) -> None:
    assert show([SURVEY, COUNCIL, CRITICS], [COUNCIL, CRITICS, SURVEY.replace("next", "this")]) == [
        "move: Residents will be asked in a survey [-next-]{+this+} year."
    ]


def test_the_short_heading_moves_and_not_the_long_paragraph(show: Show) -> None:
    assert show(["heading: Reaction", COUNCIL], [COUNCIL, "heading: Reaction"]) == ["move: Reaction"]


def test_a_split_paragraph(show: Show) -> None:
    assert show([f"{COUNCIL} {CRITICS}", SURVEY], [COUNCIL, CRITICS, SURVEY]) == [
        f"split: {COUNCIL}[- -]{{+\n+}}{CRITICS}"
    ]
    assert words([f"{COUNCIL} {CRITICS}"], [COUNCIL, CRITICS]) == WordCounts()


def test_a_merged_paragraph_with_an_edit(show: Show) -> None:
    assert show([COUNCIL, CRITICS, SURVEY], [f"{COUNCIL} {CRITICS.replace('costly', 'risky')}", SURVEY]) == [
        f"merge: {COUNCIL}[-\n-]{{+ +}}{CRITICS.replace('costly', '[-costly-]{+risky+}')}"
    ]


def test_a_sentence_that_went_to_another_paragraph(show: Show) -> None:
    assert show([f"{COUNCIL} {CRITICS}", SURVEY], [COUNCIL, f"{SURVEY} {CRITICS}"]) == [
        f"replace: {COUNCIL}[ {CRITICS}]",
        f"replace: {SURVEY}{{ {CRITICS}}}",
    ]
    assert words([f"{COUNCIL} {CRITICS}", SURVEY], [COUNCIL, f"{SURVEY} {CRITICS}"]) == WordCounts(0, 0, 11)


def test_a_sentence_that_was_edited_on_the_way(show: Show) -> None:
    risky = CRITICS.replace("costly", "risky")
    assert show([f"{COUNCIL} {CRITICS}", SURVEY], [COUNCIL, f"{SURVEY} {risky}"]) == [
        f"replace: {COUNCIL}[ Critics called the plan too ][-costly-][ and demanded another tunnel instead.]",
        f"replace: {SURVEY}{{ Critics called the plan too }}{{+risky+}}{{ and demanded another tunnel instead.}}",
    ]


def test_a_rewritten_paragraph_is_not_mixed_with_the_old_one(show: Show) -> None:
    assert show([COUNCIL], [CRITICS]) == [f"delete: [-{COUNCIL}-]", f"insert: {{+{CRITICS}+}}"]


def test_a_headline_is_only_paired_with_a_headline(show: Show) -> None:
    assert show(["headline: Bridge approved", COUNCIL], ["headline: Anger over tunnel", COUNCIL]) == [
        "replace: [-Bridge approved-]{+Anger over tunnel+}"
    ]
    assert show(["headline: Bridge approved", COUNCIL], [COUNCIL, "Bridge approved"]) == [
        "delete: [-Bridge approved-]",
        "insert: {+Bridge approved+}",
    ]


def test_a_headline_swapped_with_its_dek_shows(show: Show) -> None:
    old = ["headline: Council approves the new bridge at last", "dek: Critics wanted a tunnel under the river"]
    new = ["headline: Critics wanted a tunnel under the river", "dek: Council approves the new bridge at last"]
    assert [line.split(":")[0] for line in show(old, new)] == ["replace", "replace"]


def test_a_byline_is_paired_with_a_byline(show: Show) -> None:
    assert show(["byline: By Ann Lee", COUNCIL], ["byline: Tom Ray", COUNCIL]) == ["replace: [-By Ann Lee-]{+Tom Ray+}"]


def test_the_times_of_a_live_blog_are_not_taken_for_each_other(show: Show) -> None:
    old = ["headline: The flood as it happens", "date: 10:30", COUNCIL, "date: 10:05", CRITICS]
    assert show(old, [old[0], "date: 11:15", SURVEY, *old[1:]]) == ["insert: {+11:15+}", f"insert: {{+{SURVEY}+}}"]


def test_the_only_date_is_paired_wherever_it_stands(show: Show) -> None:
    old = ["headline: The flood as it happens", "date: Monday, 3 March", COUNCIL]
    assert show(old, [old[0], COUNCIL, "date: Friday, 7 May"]) == ["move: [-Monday, 3 March-]{+Friday, 7 May+}"]


def test_a_paragraph_that_became_a_quote(show: Show) -> None:
    assert show([COUNCIL, CRITICS], [COUNCIL, f"quote: {CRITICS}"]) == []


def test_a_deleted_block_stands_where_it_stood(show: Show) -> None:
    assert show([COUNCIL, CRITICS, SURVEY], [COUNCIL, SURVEY]) == [f"delete: [-{CRITICS}-]"]
    hunks = diff(article([COUNCIL, CRITICS, SURVEY]), article([COUNCIL, SURVEY])).hunks
    assert [(h.op, h.old_index, h.new_index) for h in hunks] == [("equal", 0, 0), ("delete", 1, 1), ("equal", 2, 1)]


def test_a_reordered_list(show: Show) -> None:
    items = [
        "list_item: a bicycle for every pupil",
        "list_item: free lunches in all schools",
        "list_item: longer opening hours",
    ]
    assert show(items, [items[2], items[0], items[1]]) == ["move: longer opening hours"]


@pytest.mark.slow
def test_every_pair_of_real_versions_is_told_without_loss(shared: Path) -> None:
    seen = 0
    for folder in sorted(p for p in (shared / "data" / "versions").glob("*/*") if p.is_dir()):
        texts = [article(p.read_text(encoding="utf-8").split("\n")) for p in sorted(folder.glob("*.txt"))]
        for old, new in pairwise(texts):
            for hunk in diff(old, new).hunks:
                seen += 1
                assert not hunk.edits or "".join(e.old for e in hunk.edits) == hunk.old_text
                assert not hunk.edits or "".join(e.new for e in hunk.edits) == hunk.new_text
    assert seen
