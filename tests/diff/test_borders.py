"""Changes keep to the cells of a table, and one long address is one word of its paragraph."""

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Op

LONG = "https://news.example/a/very/long/address/that/goes/on/2024/03/01/index.html"


def row(text: str) -> Article:
    return Article("", language="en", blocks=(Block(BlockKind.ROW, text),))


def changed(old: Article, new: Article) -> list[tuple[str, str]]:
    [hunk] = [h for h in newsdiff.compare(old, new).diff.hunks if h.op is not Op.EQUAL]
    return [(e.old, e.new) for e in hunk.edits if e.op is not Op.EQUAL]


def test_no_change_runs_over_the_border_of_a_cell() -> None:
    found = changed(row("Town A | 300 | open"), row("Town A | 310 | closed"))
    assert found == [("300", "310"), ("open", "closed")]
    assert changed(row("Town B | 400 | shut"), row("Town C | 410 | shut")) == [("B", "C"), ("400", "410")]


def test_a_short_paragraph_with_another_address_is_edited_not_replaced() -> None:
    old, new = (
        newsdiff.article([f"Call {address}", "A line that stays."]) for address in (LONG, "https://x.example/b")
    )
    assert changed(old, new) == [(LONG, "https://x.example/b")]


def test_another_paragraph_is_another_paragraph_whatever_address_it_holds() -> None:
    old = newsdiff.article([f"The ferry timetable for spring stands at {LONG}"])
    new = newsdiff.article(["Two people were hurt on the quay: https://x.example/b"])
    assert {h.op for h in newsdiff.compare(old, new).diff.hunks} == {Op.DELETE, Op.INSERT}
