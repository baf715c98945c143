"""What a notebook shows: one element that leads nowhere, loads nothing and leaves the rest of the page alone."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

import newsdiff
from newsdiff.model import Article, Block, BlockKind, Revision, RevisionKind, WordCounts
from newsdiff.render.notebook import article, history, report

HERE = "https://courier.example/a"
NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)
FERRY = "The collapse of the pier killed {} people."


class Tags(HTMLParser):
    """The tags of a piece of HTML, with their attributes, and how deep it is open at its end."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.open = list[str](), list[str](), list[str]()
        self.feed(shown)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.open += [tag] if tag not in ("br", "meta") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def made(*texts: str, **more: object) -> Article:
    blocks = (Block(BlockKind.HEADLINE, "Storm"), *(Block(BlockKind.PARAGRAPH, text) for text in texts))
    return Article("", language="en", blocks=blocks)._replace(**more)  # type: ignore[arg-type]


def revision(**more: object) -> Revision:
    values: dict[str, object] = {"headline": "Storm", "kind": RevisionKind.EDIT, **more}
    return Revision("abcdef0123456789", "a.md", HERE, NOON, None, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "shown",
    [
        article(Article("")),
        article(made("It rained.", url=HERE)),
        history([]),
        history([revision()]),
        report(newsdiff.compare(made(), made())),
        report(newsdiff.compare(made(FERRY.format(12)), made(FERRY.format(40), "It rained."))),
    ],
    ids=["no article", "an article", "no history", "a history", "no change", "a report"],
)
def test_a_piece_is_one_whole_element_without_anchors_and_requests(shown: str) -> None:
    seen = Tags(shown)
    assert shown.strip().startswith('<div class="newsdiff">')
    assert (seen.tags[0], seen.open, seen.tags.count("style")) == ("div", [], 1)
    assert not {"a", "script", "link", "img", "html", "body"}.intersection(seen.tags)
    assert not {"id", "href", "src", "style"}.intersection(seen.attributes)


def test_its_style_sheet_is_that_of_its_own_element() -> None:
    style = article(Article("")).partition("<style>")[2].partition("</style>")[0].strip()
    assert style.startswith(".newsdiff {")
    assert style.endswith("}")
    assert style.count("{") == style.count("}")
    assert not re.search(r"(^|\s)(:root|body|html)\b", style)


def test_an_article_shows_what_is_known_of_it_and_all_blocks_in_their_order() -> None:
    shown = article(made("It rained.", "習近平 <b>", url=HERE, published="2025-03-12"))
    assert f"{HERE}, 2025-03-12, en" in shown
    assert shown.index("Storm") < shown.index("It rained.") < shown.index("習近平 &lt;b&gt;")
    assert shown.count('<p class="place">') == 1  # paragraphs have no name
    assert '<p class="place">headline</p>' in shown


def test_an_article_of_which_nothing_is_known_has_no_line_above() -> None:
    assert 'class="meta"' not in article(made("It rained.", language=None))


def test_a_report_shows_findings_before_passages_and_no_fold_is_lost() -> None:
    old, new = made("It rained.", FERRY.format(12)), made("It rained.", FERRY.format(40))
    shown = report(newsdiff.compare(old, new))
    assert shown.index('<ol class="findings">') < shown.index('class="fold"') < shown.rindex("<del>12</del>")
    assert shown.count("<del>12</del><ins>40</ins>") == 2
    assert "2 paragraphs unchanged" in shown


def test_equal_texts_have_no_list_of_findings() -> None:
    assert "<ol" not in report(newsdiff.compare(made("It rained."), made("It rained.")))


def test_a_history_is_a_table_of_rows_newest_first() -> None:
    told = revision(flags=("number", "date"), summary="12 -> 40", words=WordCounts(1, 2, 0))
    shown = history([told, revision(kind=RevisionKind.FIRST)])
    rows = re.findall(r"<tr>(.*)</tr>", shown)[-2:]
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]
    edit = ["@2", "2025-03-12 12:00 UTC", "edit", "number, date", "12 -&gt; 40", "+1 -2 words", "", "abcdef0123"]
    assert cells == [edit, ["@1", "2025-03-12 12:00 UTC", "first", "", "Storm", "", "", "abcdef0123"]]
    assert '<p class="headline"><b>Storm</b></p>' in shown


def test_a_history_says_whether_readers_were_told() -> None:
    assert '<td dir="auto">no note</td>' in history([revision(disclosed="no")])
    assert '<td dir="auto">with a note</td>' in history([revision(disclosed="note")])


@pytest.mark.parametrize("hostile", ["<script>x</script>", "\x1b[2J", "\u202eevil", '"><img src=x onerror=y>'])
def test_hostile_text_is_shown_as_a_text(hostile: str) -> None:
    for shown in (
        article(made(hostile, url=f"{HERE}{hostile}")),
        history([revision(headline=hostile, summary=hostile, flags=(hostile,))]),
        report(newsdiff.compare(made(hostile), made(f"{hostile} Two."))),
    ):
        seen = Tags(shown)
        assert not {"script", "img"}.intersection(seen.tags)
        assert seen.open == []
    assert "\u202e" not in article(made(hostile))
    assert "\x1b" not in article(made(hostile))
