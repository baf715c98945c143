"""What is shown and what is folded: decided once for every format."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Op, Report
from newsdiff.render.layout import Fold, Options, ShownHunk, Span, block_names, passages

LINES = [f"Line number {n} of the text is about something of its own." for n in range(8)]


def report(old: list[str], new: list[str]) -> Report:
    return newsdiff.compare(newsdiff.article(old), newsdiff.article(new))


def shown(old: list[str], new: list[str], **options: object) -> list[str]:
    """``+2`` for a fold of two, else the passage's name."""
    found = passages(report(old, new), Options(**options))  # type: ignore[arg-type]
    return [f"+{p.blocks}" if isinstance(p, Fold) else p.name for p in found]


def edited(*places: int) -> list[str]:
    return [line.replace("something", "nothing") if n in places else line for n, line in enumerate(LINES)]


def test_equal_articles_are_one_fold() -> None:
    assert shown(LINES, LINES) == ["+8"]
    assert shown([], []) == []


def test_without_context_only_what_changed_is_shown() -> None:
    assert shown(LINES, edited(3)) == ["+3", "paragraph 4", "+4"]
    assert shown(LINES, edited(0, 7)) == ["paragraph 1", "+6", "paragraph 8"]


@pytest.mark.parametrize(
    ("context", "wanted"),
    [
        (1, ["+2", "paragraph 3", "paragraph 4", "paragraph 5", "+3"]),
        (2, ["+1", *(f"paragraph {n}" for n in range(2, 7)), "+2"]),
        (3, [*(f"paragraph {n}" for n in range(1, 8)), "+1"]),
        (9, [f"paragraph {n}" for n in range(1, 9)]),
    ],
)
def test_context_is_shown_on_both_sides_of_a_change(context: int, wanted: list[str]) -> None:
    assert shown(LINES, edited(3), context=context) == wanted


def test_context_of_two_changes_meets_in_the_middle() -> None:
    assert shown(LINES, edited(2, 5), context=1) == ["+1", *(f"paragraph {n}" for n in range(2, 8)), "+1"]


def test_the_ends_of_an_article_have_no_context_beyond_them() -> None:
    assert shown(LINES, LINES, context=3) == ["+8"]


def test_full_folds_nothing() -> None:
    assert shown(LINES, edited(3), full=True) == [f"paragraph {n}" for n in range(1, 9)]


def test_a_fold_counts_in_words() -> None:
    assert (Fold(1).text, Fold(12).text) == ("1 paragraph unchanged", "12 paragraphs unchanged")


@settings(max_examples=40)
@given(st.sets(st.integers(0, 7)), st.integers(0, 4))
def test_every_block_of_new_is_shown_or_counted_once(changed: set[int], context: int) -> None:
    found = list(passages(report(LINES, edited(*changed)), Options(context=context)))
    blocks = sum(p.blocks if isinstance(p, Fold) else len(p.new_at) for p in found)
    assert blocks == len(LINES)
    assert {p.name for p in found if isinstance(p, ShownHunk)} >= {f"paragraph {n + 1}" for n in changed}


# --- names ---


def test_blocks_are_called_by_their_kind_and_numbered_where_there_are_several() -> None:
    kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    blocks = tuple(Block(kind, "x") for kind in kinds)
    assert block_names(blocks) == ["headline", "paragraph 1", "list item 1", "paragraph 2", "list item 2"]
    assert block_names(()) == []


# --- spans ---


def spans(old: str, new: str, **options: object) -> list[Span]:
    [passage] = [p for p in passages(report([old], [new]), Options(**options)) if isinstance(p, ShownHunk)]  # type: ignore[arg-type]
    return list(passage.spans)


def test_neighbours_of_one_role_are_one_span() -> None:
    found = spans("The old ferry stops at dawn.", "The new ferry stops at dawn.")
    assert [(s.text, s.role) for s in found] == [
        ("The ", "equal"),
        ("old", "delete"),
        ("new", "insert"),
        (" ferry stops at dawn.", "equal"),
    ]


def test_edits_of_form_are_dimmed() -> None:
    assert [s.form for s in spans("The colour is red.", "The color is red.") if s.role != "equal"] == [True, True]
    assert [s.form for s in spans("About 900 came.", "About 700 came.") if s.role != "equal"] == [False, False]


def test_typography_is_shown_when_it_is_asked_for() -> None:
    old, new = ['He said "yes" to it.'], ["He said “yes” to it."]
    assert shown(old, new) == ["+1"]
    assert shown(old, new, typographic=True) == ["paragraph"]


def test_the_middle_of_a_long_equal_text_is_left_out_and_told() -> None:
    long = " ".join(f"word{n}" for n in range(400))
    found = spans(f"{long} end.", f"{long} stop.")
    [gap] = [s.text for s in found if s.role == "gap"]
    assert gap.startswith(" [... ")
    assert gap.endswith(" characters unchanged ...]")
    assert sum(len(s.text) for s in found if s.role == "equal") < 400
    whole = "".join(s.text for s in spans(f"{long} end.", f"{long} stop.", full=True) if s.role == "equal")
    assert long in whole


def test_a_long_paragraph_that_went_shows_its_beginning() -> None:
    long = " ".join(f"word{n}" for n in range(400))
    [gone] = [
        p
        for p in passages(report(["One line stays.", long], ["One line stays."]), Options())
        if isinstance(p, ShownHunk)
    ]
    assert gone.op is Op.DELETE
    assert gone.spans[0].text.startswith("word0 word1")
    assert gone.spans[-1].text.endswith("characters more, see --full ...]")
    [came] = [
        p
        for p in passages(report(["One line stays."], ["One line stays.", long]), Options())
        if isinstance(p, ShownHunk)
    ]
    assert came.spans[0].text == long  # what came is shown whole


def test_a_move_tells_where_it_came_from() -> None:
    old = newsdiff.article([*LINES[:3]])
    found = passages(newsdiff.compare(old, newsdiff.article([LINES[1], LINES[2], LINES[0]])), Options())
    [move] = [p for p in found if isinstance(p, ShownHunk)]
    assert (move.op, move.name, move.came_from) == (Op.MOVE, "paragraph 3", "paragraph 1")


def test_hidden_signs_are_made_visible() -> None:
    found = newsdiff.compare(
        Article("", blocks=(Block(BlockKind.PARAGRAPH, "a"),)), newsdiff.article(["b\u202e \x1b[2J"])
    )
    text = "".join(s.text for p in passages(found, Options()) if isinstance(p, ShownHunk) for s in p.spans)
    assert "\x1b" not in text
    assert "\u202e" not in text
