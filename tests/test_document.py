"""The stored file: what is written comes back, whatever the text; and it reads like a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import document
from newsdiff.errors import StoreError
from newsdiff.model import Article, Block, BlockKind
from newsdiff.text.scrub import scrub

STORY = Article(
    "https://gazette.example/2025/03/12/bridge?id=7",
    published="2025-03-12T10:00:00Z",
    language="en",
    section="Local: roads",
    blocks=(
        Block(BlockKind.HEADLINE, 'Bridge "closed" until May: mayor'),
        Block(BlockKind.DATE, "12 March 2025"),
        Block(BlockKind.PARAGRAPH, "The old bridge closed on Monday. No. 10 said nothing. Nobody was hurt."),
        Block(BlockKind.HEADING, "What happens next"),
        Block(BlockKind.QUOTE, "We are sorry. It will take time."),
        Block(BlockKind.LIST_ITEM, "Bus 4 stops at the quay. It runs hourly."),
        Block(BlockKind.ROW, "Bus | 4"),
        Block(BlockKind.CAPTION, "The bridge in 1931."),
        Block(BlockKind.CORRECTION, "An earlier version gave the wrong day."),
        Block(BlockKind.PARAGRAPH, "- not a list item"),
        Block(BlockKind.DATE, "Updated 13 March 2025"),
    ),
)
FILE = r"""---
format: 1
url: https://gazette.example/2025/03/12/bridge?id=7
headline: "Bridge \"closed\" until May: mayor"
date: "12 March 2025"
published: 2025-03-12T10:00:00Z
language: en
section: "Local: roads"
status: live
---

The old bridge closed on Monday.
No. 10 said nothing.
Nobody was hurt.

## What happens next

> We are sorry.
> It will take time.

- Bus 4 stops at the quay.
  It runs hourly.

| Bus | 4 |

_Caption: The bridge in 1931._

_Correction: An earlier version gave the wrong day._

\- not a list item

_Date: Updated 13 March 2025_
"""

hostile = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="-#>|_\\: \"'\n\tA.aé東。！ \u3000\u00a0\u2028\u202e\x00\x1b0[]{}&*!%@`~", max_size=40),
    st.sampled_from(
        [
            "---",
            "- ",
            "## x",
            "# x",
            "> x",
            "| x |",
            "_Caption: x_",
            "\\",
            "\\\\- x",
            "true",
            "No. 10. A b. ",
            "你好。再见。Ok. Go.",
        ]
    ),
)
line = hostile.map(lambda text: scrub(text).replace("\n", " ").replace("\t", " ").strip(" "))
blocks = st.builds(Block, st.sampled_from(list(BlockKind)), line.filter(bool))
articles = st.builds(
    Article,
    url=line,
    published=st.none() | line,
    modified=st.none(),
    language=st.none() | line,
    section=st.none() | line,
    blocks=st.lists(blocks, max_size=12).map(tuple),
    published_guess=st.none() | line,
    live=st.booleans(),
    free=st.none() | st.booleans(),
)


def test_the_file_reads_like_a_page() -> None:
    assert document.dumps(STORY) == FILE
    assert document.loads(FILE) == STORY


@given(articles, st.sampled_from(["live", "removed"]))
def test_what_is_written_comes_back(article: Article, status: str) -> None:
    text = document.dumps(article, status=status)
    assert document.loads(text) == article
    assert f"\nstatus: {status}\n---\n" in text


@given(articles, articles)
def test_it_comes_back_whatever_stood_there_before(article: Article, before: Article) -> None:
    shared = before._replace(blocks=before.blocks + article.blocks[::2])
    assert document.loads(document.dumps(article, like=document.dumps(shared))) == article


@given(st.lists(line.filter(bool), max_size=5), st.text(alphabet="a. 。\n\\>-#|_", max_size=60))
def test_it_comes_back_whatever_junk_stood_there_before(texts: list[str], junk: str) -> None:
    wanted = Article(
        "u", blocks=tuple(Block(BlockKind.PARAGRAPH, t) for t in [*texts, *junk.split("\n")] if t.strip(" ") == t != "")
    )
    assert document.loads(document.dumps(wanted, like=f"---\nformat: 1\n---\n\n{junk}\n")) == wanted


@given(articles, articles, st.lists(st.builds(Block, st.sampled_from(list(BlockKind)), hostile), max_size=6))
def test_a_digest_tells_apart_what_stored_files_do(one: Article, other: Article, blocks: list[Block]) -> None:
    raw = one._replace(blocks=tuple(blocks))
    stored = document.loads(document.dumps(raw))
    alike = [one, one._replace(url="v", modified="2025-01-01"), one._replace(section=""), other, raw, stored]
    alike += [one._replace(blocks=other.blocks), one._replace(live=not one.live), one._replace(free=other.free)]
    for a in alike:
        for b in alike:
            same = document.dumps(a._replace(url="")) == document.dumps(b._replace(url=""))
            assert (document.digest(a) == document.digest(b)) == same


def test_an_unchanged_paragraph_keeps_its_lines() -> None:
    before = FILE.replace("No. 10 said nothing.", "No. 10\nsaid nothing.")
    assert document.dumps(STORY, like=before) == before


@given(st.lists(st.builds(Block, st.sampled_from(list(BlockKind)), hostile), max_size=6))
def test_hostile_text_is_scrubbed_once_and_then_stays(blocks: list[Block]) -> None:
    text = document.dumps(Article("https://a.example/x", blocks=tuple(blocks)))
    assert scrub(text) == text
    assert "\t" not in text
    assert document.dumps(document.loads(text)) == text


def test_a_claimed_time_of_modification_is_no_edit() -> None:
    assert document.dumps(Article("u", modified="2025-01-01")) == document.dumps(Article("u"))


@pytest.mark.parametrize(
    "text", ["", "Just text.\n", "---\nformat: 1\n", "---\nurl: x\n---\n", '---\nformat: 1\nurl: "x\n---\n']
)
def test_what_is_no_stored_file_is_refused(text: str) -> None:
    with pytest.raises(StoreError):
        document.loads(text)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(StoreError, match="upgrade"):
        document.loads(FILE.replace("format: 1", "format: 2"))


def test_article_keeps_paragraphs_as_they_are_and_skips_empty_ones() -> None:
    article = document.article(["One.", "", "  ", "Two  spaces."], headline="Title")
    assert [(b.kind, b.text) for b in article.blocks] == [
        (BlockKind.HEADLINE, "Title"),
        (BlockKind.PARAGRAPH, "One."),
        (BlockKind.PARAGRAPH, "Two  spaces."),
    ]
    assert article.language == "en"


def test_a_language_that_is_told_is_kept() -> None:
    assert document.article(["Ja."], language="de").language == "de"
