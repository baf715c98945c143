"""Every format: what is quiet, what is shown, and that a hostile text stays a text."""

import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Report
from newsdiff.render import columns, html, markdown, plain, stat, terminal
from newsdiff.render import json as json_format
from newsdiff.render.layout import Options, Side

OLD, NEW = Side("@1", datetime(2025, 3, 12, 10, tzinfo=UTC)), Side("@2", datetime(2025, 3, 13, 10, tzinfo=UTC))
SAME = ["The ferry leaves at dawn.", "The café opens later.", "Nobody was hurt."]
HOSTILE = [
    "[bold]x[/bold] [/sic] :smile: [link=https://evil.example]y[/link]",
    "\x1b]52;c;ZXZpbA==\x07 \x1b[2J \x9b31m",
    "left \u202eright\u202c \u200bhidden",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp;",
    "**bold** [a](javascript:alert(1)) `code` | # head",
    "\ud800 lone",
]


def report(old: list[str], new: list[str]) -> Report:
    return newsdiff.compare(newsdiff.article(old), newsdiff.article(new))


def text_of(found: Report, **options: object) -> dict[str, str]:
    wanted = Options(**options)  # type: ignore[arg-type]
    return {
        "terminal": "\n".join(terminal.render(found, wanted, OLD, NEW, colour=True)),
        "mono": "\n".join(terminal.render(found, wanted, OLD, NEW, colour=False)),
        "plain": "\n".join(plain.render(found, wanted, OLD, NEW)),
        "markdown": "\n".join(markdown.render(found, wanted, OLD, NEW)),
        "html": "\n".join(html.render(found, wanted, OLD, NEW)),
        "columns": "\n".join(columns.render(found, wanted, OLD, NEW, colour=False)),
        "json": json_format.render(found, OLD, NEW),
        "stat": "\n".join(stat.render(found)),
    }


def test_equal_articles_show_only_that_nothing_changed() -> None:
    shown = text_of(report(SAME, SAME))
    assert "... 3 paragraphs unchanged" in shown["plain"]
    assert json.loads(shown["json"])["hunks"] == []
    assert "<ins" not in shown["html"]
    assert "none changed" in shown["stat"]
    assert "dawn" not in shown["plain"]


def test_typography_is_hidden_until_it_is_asked_for() -> None:
    found = report([*SAME, 'He said "yes" to it.'], [*SAME, "He said “yes” to it."])
    assert "... 4 paragraphs unchanged" in text_of(found)["plain"]
    assert "“" in text_of(found, typographic=True)["plain"]


def test_a_word_is_marked_in_every_format() -> None:
    shown = text_of(report(SAME, [SAME[0].replace("dawn", "noon"), *SAME[1:]]))
    assert "The ferry leaves at [-dawn-]{+noon+}." in shown["plain"]
    assert "[-dawn-]{+noon+}" in shown["mono"]
    assert "\x1b[38;5;131;9mdawn\x1b[0m \x1b[38;5;29;4mnoon\x1b[0m" in shown["terminal"]
    assert "<del>dawn</del><ins>noon</ins>" in shown["markdown"]
    assert "<del>dawn</del><ins>noon</ins>" in shown["html"]
    assert re.search(r"\[-dawn-\]\. +│ The ferry leaves at \{\+noon\+\}", shown["columns"])
    assert "1 edited; +1 -1 words" in shown["stat"]
    assert "... 2 paragraphs unchanged" in shown["plain"]


def test_context_and_full() -> None:
    found = report(SAME, [SAME[0], SAME[1], "Nobody was killed."])
    assert "café" not in text_of(found)["plain"]
    assert "café" in text_of(found, context=1)["plain"]
    assert "dawn" not in text_of(found, context=1)["plain"]
    assert "dawn" in text_of(found, full=True)["plain"]


def test_a_moved_paragraph_says_where_it_came_from() -> None:
    long = [f"{p} It was said again and again by everybody on the quay." for p in SAME]
    shown = text_of(report(long, [long[1], long[2], long[0].replace("dawn", "noon")]))
    assert re.search(r"paragraph 3, moved \(it was paragraph 1\)", shown["plain"])
    assert "[-dawn-]{+noon+}" in shown["plain"]


def test_a_very_long_paragraph_is_cut_in_its_equal_middle() -> None:
    long = " ".join(f"word{i}" for i in range(1000))
    found = report([long + " end."], [long + " stop."])
    assert "characters unchanged" in text_of(found)["plain"]
    assert "word500 " in text_of(found, full=True)["plain"]


def test_marks_in_the_text_cannot_be_taken_for_ours() -> None:
    shown = text_of(report(["It reads [-no-] here."], ["It reads [-no-] there {+x+}."]))["plain"]
    body = shown.split("\n")[-1]
    assert re.findall(r"(?<!\\)\[-(.*?)(?<!\\)-\]", body) == ["here"]
    assert r"\[-no\-]" in body


def test_json_follows_its_schema() -> None:
    schema = json.loads((Path(json_format.__file__).parent / "report.schema.json").read_text())
    found = report([*SAME, "About 12 people were saved."], ["About 72 people were saved.", *SAME[:2]])
    jsonschema.validate(json.loads(json_format.render(found, OLD, NEW)), schema)


class Tags(HTMLParser):
    """Collects what an HTML page would do."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "src"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_is_harmless(bad: str) -> None:
    found = report(["One quiet line.", f"Before {bad} after"], ["One quiet line.", f"Before {bad} later, {bad}"])
    shown = text_of(found, full=True)
    for name in ("mono", "plain", "markdown", "html", "columns", "stat"):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b\ud800-\udfff]", shown[name]), name
    assert not re.search(r"\x1b(?!\[[\d;]*m)|[\x07\x9b\u202e]", shown["terminal"])
    shown["json"].encode("utf-8", "backslashreplace")
    tags = Tags()
    tags.feed(shown["html"])
    assert not {"script", "img", "a"} & set(tags.seen) - {"a"}
    assert tags.open == []
    assert not re.search(r"(?<!\\)<script", shown["markdown"])
    assert not re.search(r"(?<!\\)\]\(javascript", shown["markdown"])


def test_rich_markup_and_emoji_codes_come_through_as_they_are() -> None:
    shown = text_of(report(["A [b]bold[/b] one."], ["A [b]bold[/b] :smile: one."]))
    assert "[b]bold[/b]" in shown["terminal"]
    assert ":smile:" in shown["terminal"]


WORDS = st.lists(
    st.sampled_from(["the", "ferry", "漢字", "leaves", "[-x-]", "at", "dawn", "👍🏽", "\t", "superlongwordwithoutend"]),
    max_size=60,
)


@settings(max_examples=60)
@given(WORDS, WORDS, st.integers(60, 200))
def test_no_line_is_wider_than_the_terminal(old: list[str], new: list[str], width: int) -> None:
    found = report([" ".join(old)], [" ".join(new)])
    options = Options(width=width, full=True)
    for line in (
        *terminal.render(found, options, OLD, NEW, colour=False),
        *columns.render(found, options, OLD, NEW, colour=False),
    ):
        assert cell_len(line) <= width


def test_flags_come_first_and_link_to_their_passage() -> None:
    blocks = (Block(BlockKind.HEADLINE, "Ferry stops"), Block(BlockKind.PARAGRAPH, "About 12 people were killed."))
    old = Article("https://news.example/a", language="en", blocks=blocks)
    new = Article(
        "https://news.example/a",
        language="en",
        blocks=(blocks[0], Block(BlockKind.PARAGRAPH, "About 72 people were killed.")),
    )
    shown = text_of(newsdiff.compare(old, new))
    lines = shown["plain"].split("\n")
    assert lines[0] == "Ferry stops"
    assert lines[1].startswith("https://news.example/a  @1 (2025-03-12 10:00 UTC) -> @2 (2025-03-13 10:00 UTC)")
    assert any(re.match(r"!! number \(high, paragraph\): .*12", line) for line in lines)
    assert re.search(r'<a href="#p(\d+)">', shown["html"])
    for target in re.findall(r'href="#(p\d+)"', shown["html"]):
        assert f'id="{target}"' in shown["html"]


def test_a_long_paragraph_that_went_is_folded_until_all_is_asked_for() -> None:
    long = "The council met again and again. " * 40
    found = report([*SAME, long.strip()], SAME)
    shown, full = (text_of(found, full=wish)["plain"].rpartition("deleted\n")[2] for wish in (False, True))
    assert "characters more, see --full ...]" in shown
    assert len(shown) < 300
    assert long.strip() in full


def test_an_item_that_only_others_passed_is_not_said_to_come_from_where_it_stands() -> None:
    names = ["Aldercote", "Brackwater", "Cinderford End", "Dunmarsh", "Eel Pie", "Fallowgate"]
    for new in (names[::-1], [*names[3:], *names[:3]], [names[5], names[1], names[0], names[3], names[4], names[2]]):
        shown = text_of(newsdiff.compare(newsdiff.article(names), newsdiff.article(new)))["plain"]
        for here, there in re.findall(r"^(paragraph \d+), moved \(it was (paragraph \d+)\)", shown, re.MULTILINE):
            assert here != there
