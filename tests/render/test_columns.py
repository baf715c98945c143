"""Old beside new: what left stands on the left side alone, what came on the right one."""

import pytest
from rich.cells import cell_len

import newsdiff
from newsdiff.render.columns import render
from newsdiff.render.layout import Options, Side
from newsdiff.render.theme import painted, unlinked

RAIN = "It rained on the quay all night."
FERRY = "The collapse of the pier killed {} people."


def rows(old: list[str], new: list[str], *, colour: bool = False, **options: object) -> list[tuple[str, str]]:
    """The two sides of each line that has two, without the blanks behind them."""
    found = newsdiff.compare(newsdiff.article(old, language="en"), newsdiff.article(new, language="en"))
    shown = render(found, Options(**options), Side(), Side(), colour=colour)  # type: ignore[arg-type]
    split = [line.split(" │") for line in shown]
    return [(parts[0].rstrip(), parts[1].strip()) for parts in split if len(parts) == 2]


def test_equal_texts_have_no_columns() -> None:
    assert rows([RAIN], [RAIN]) == []


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ([FERRY.format(12)], [FERRY.format(40)], FERRY.format("[-12-]"), FERRY.format("{+40+}")),
        ([RAIN], [RAIN, "No."], "", "{+No.+}"),
        ([RAIN, "No."], [RAIN], "[-No.-]", ""),
        ([RAIN], [f"{RAIN} No."], RAIN, f"{RAIN}{{+ No.+}}"),
    ],
    ids=["edited", "added", "deleted", "grown"],
)
def test_each_side_has_its_own_words(old: list[str], new: list[str], left: str, right: str) -> None:
    assert rows(old, new, width=200) == [(left, right)]


def test_the_shorter_side_is_filled_up() -> None:
    found = rows([RAIN, "No."], [RAIN, "No. " + FERRY.format(40) * 2], width=60)
    assert len(found) > 2
    assert found[0][0] == "[-No.-]"
    assert {left for left, _ in found[1:]} == {""}


def test_what_stayed_can_be_shown_on_both_sides() -> None:
    assert (RAIN, RAIN) in rows([RAIN, FERRY.format(12)], [RAIN, FERRY.format(40)], full=True, width=120)


@pytest.mark.parametrize("width", [20, 61, 80])
@pytest.mark.parametrize("word", ["pier", "漢字漢字", "👍🏽"])
def test_the_line_between_stands_straight(width: int, word: str) -> None:
    texts = [" ".join(f"{word} {n} boats" for n in range(m, m + 12)) for m in (0, 6)]
    old, new = (newsdiff.article([text]) for text in texts)
    shown = list(render(newsdiff.compare(old, new), Options(width=width, full=True), Side(), Side(), colour=False))
    bars = {cell_len(line[: line.index("│")]) for line in shown if "│" in line}
    assert bars == {max(8, (width - 3) // 2) + 1}


def test_colours_take_no_room() -> None:
    old, new = ["Ann " + FERRY.format(12)], ["Ann " + FERRY.format(40)]
    [(left, right)] = rows(old, new, colour=True, width=200)
    assert painted("12", "delete") in left
    assert painted("40", "insert") in right
    assert unlinked(left) == left


def test_a_break_between_blocks_is_a_pilcrow() -> None:
    parts = [f"{FERRY.format(12)} {RAIN}"], [FERRY.format(12), RAIN]
    for colour in (False, True):
        assert "¶" in "".join(right for _, right in rows(*parts, colour=colour, width=300))


def test_a_sentence_that_moved_stands_on_both_sides_in_its_own_marks() -> None:
    told = [f"{RAIN} And again.", "Nobody has seen the gulls of the northern pier since the summer."]
    [(left, right)] = rows([" ".join(told)], [" ".join(told[::-1])], width=500)
    assert (left.count("[<"), left.count("{>"), right.count("[<"), right.count("{>")) == (1, 0, 0, 1)
