"""Lines for a terminal: gutters, colours and marks, and that no line is wider than was asked for."""

from itertools import pairwise

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Report
from newsdiff.render.layout import Options, Side
from newsdiff.render.terminal import header, render, unpainted
from newsdiff.render.theme import painted

RAIN = "It rained on the quay all night."
SAFE = "Nobody who was on the old ferry to the island was hurt, and all of its cars came to the shore."
FERRY = "The collapse of the pier killed {} people on Monday."
HERE = "https://courier.example/a"


def article(*paragraphs: str, url: str = "", headline: str = "Storm") -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Article(url, language="en", blocks=(Block(BlockKind.HEADLINE, headline), *blocks))


def lines(old: Article, new: Article, *, colour: bool = False, **options: object) -> list[str]:
    found = newsdiff.compare(old, new)
    return list(render(found, Options(**options), Side("@1"), Side("@2"), colour=colour))  # type: ignore[arg-type]


def test_equal_texts_have_no_gutter_and_no_finding() -> None:
    assert lines(article(RAIN), article(RAIN)) == [
        "Storm",
        "@1 -> @2",
        "nothing differs",
        "",
        "... 2 paragraphs unchanged",
    ]


def test_without_colour_nothing_is_escaped_and_marks_tell_what_changed() -> None:
    shown = lines(article(RAIN, FERRY.format(12)), article(RAIN, FERRY.format(40)))
    assert not any("\x1b" in line for line in shown)
    assert shown[-2:] == ["paragraph 2", "~ The collapse of the pier killed [-12-]{+40+} people on Monday."]
    assert "!! number  people  (high, paragraph 2)" in shown
    assert "   The collapse of the pier killed [-12-]{+40+} people on Monday." in shown


def test_in_colour_what_went_and_what_came_in_its_place_are_a_space_apart() -> None:
    shown = lines(article(FERRY.format(12)), article(FERRY.format(40)), colour=True)
    assert f"{painted('12', 'delete')} {painted('40', 'insert')} people" in shown[-1]
    assert "[-" not in "".join(shown)
    assert shown[0] == painted("Storm", "headline")


def test_in_colour_a_change_of_form_is_dimmed() -> None:
    shown = lines(article("The colour is grey."), article("The color is grey."), colour=True)[-1]
    assert painted("colour", "delete.form") in shown
    assert painted("color", "insert.form") in shown


@pytest.mark.parametrize(
    ("old", "new", "gutter", "label"),
    [
        ([RAIN], [RAIN, FERRY], "+ ", "paragraph 2, added"),
        ([RAIN, FERRY], [RAIN], "- ", "paragraph 2, deleted"),
        ([RAIN, FERRY], [RAIN, f"{FERRY} {RAIN}"], "~ ", "paragraph 2"),
        ([FERRY, RAIN, SAFE], [RAIN, SAFE, FERRY], "> ", "paragraph 3, moved (it was paragraph 1)"),
    ],
    ids=["added", "deleted", "edited", "moved"],
)
def test_the_gutter_says_what_became_of_a_passage(old: list[str], new: list[str], gutter: str, label: str) -> None:
    shown = lines(article(*old), article(*new), width=200)
    [at] = [i for i, line in enumerate(shown) if label in line and line.startswith("paragraph")]
    assert shown[at + 1].startswith(gutter)


def test_the_further_lines_of_a_passage_stand_under_its_first() -> None:
    shown = lines(article(RAIN), article(RAIN, FERRY.format(12) * 3), width=40)
    passage = shown[shown.index("paragraph 2, added") + 1 :]
    assert passage[0].startswith("+ {+The")
    assert len(passage) > 2
    assert all(line.startswith("  ") for line in passage[1:])
    assert max(map(len, shown)) <= 40


@pytest.mark.parametrize("width", [0, 1, 19])
def test_a_terminal_that_is_too_narrow_gets_lines_of_some_twenty_cells(width: int) -> None:
    shown = lines(article(FERRY.format(12)), article(FERRY.format(40)), width=width)
    assert all(len(line) <= 23 for line in shown if "unchanged" not in line)
    assert "".join(shown).count("[-12-]") == 2


def test_context_has_a_blank_gutter() -> None:
    shown = lines(article(RAIN, FERRY.format(12)), article(RAIN, FERRY.format(40)), context=1)
    assert f"  {RAIN}" in shown
    assert "... 1 paragraph unchanged" in shown


def test_a_break_between_two_blocks_is_a_pilcrow_in_colour_too() -> None:
    old, new = article(f"{FERRY} {RAIN}"), article(FERRY, RAIN)
    for colour in (False, True):
        body = "".join(lines(old, new, colour=colour, width=200)[-2:])
        assert "¶" in body
        assert "\n" not in body


def test_the_address_leads_somewhere_only_where_it_is_painted() -> None:
    one = article(RAIN, url=HERE)
    assert HERE in lines(one, one, link=f"link {HERE}")
    assert f"\x1b]8;;{HERE}\x1b\\" in lines(one, one, colour=True, link=f"link {HERE}")[1]


def test_the_header_alone_ends_with_the_findings() -> None:
    old, new = article(RAIN, FERRY.format(12)), article(RAIN, FERRY.format(40))
    head = list(header(newsdiff.compare(old, new), Options(), Side("@1"), Side("@2"), colour=False))
    assert lines(old, new)[: len(head)] == head
    assert head[-1] == "   The collapse of the pier killed [-12-]{+40+} people on Monday."


def test_a_file_without_name_and_address_leaves_no_empty_line_above() -> None:
    report: Report = newsdiff.compare(article(RAIN), article(FERRY))
    shown = list(render(report, Options(), Side(), Side(), colour=False))
    assert shown[0] == "Storm"
    assert shown[1].startswith("+")
    assert not any(a == b == "" for a, b in pairwise(shown))


def test_unpainted() -> None:
    assert unpainted("\x1b[31m", "insert") == "\x1b[31m"
