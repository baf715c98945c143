"""The pages themselves: every link leads somewhere, nothing runs, nothing is asked of other hosts, feeds are feeds."""

import itertools
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.statistics import By, Count, first_edit
from newsdiff.site import addresses
from newsdiff.site.contents import Contents
from newsdiff.site.pages.edit_cards import cards
from newsdiff.site.pages.groups import Group, group_figures
from tests.kit.press import HOSTILE, NOTE, Press
from tests.site.conftest import EDITION, publish

ARTICLE = "articles/courier.example/2026/03/ferry-2d0242ce"
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Parsed(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.tags if "id" in a]


@pytest.fixture(scope="module")
def pages(public: Path) -> dict[str, Parsed]:
    return {str(p.relative_to(public)): Parsed(p.read_text("utf-8")) for p in sorted(public.rglob("*.html"))}


def test_every_kind_of_page_is_there(pages: dict[str, Parsed]) -> None:
    wanted = (
        "index.html",
        "corrections.html",
        "search.html",
        "outlets/herald.example/index.html",
        "tags/harbour/index.html",
    )
    own = ("1.html", "4.html", "since-first.html", "blame.html", "texts.html", "index.html")
    assert {*wanted, *(f"{ARTICLE}/{name}" for name in own)} <= pages.keys()


def test_pages_are_well_formed_with_one_heading_and_a_policy_against_inline_code(pages: dict[str, Parsed]) -> None:
    for name, page in pages.items():
        assert page.open == [], name
        kinds = [tag for tag, _ in page.tags]
        assert kinds.count("h1") == kinds.count("main") == 1, name
        policy = next(
            a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
        )
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        levels = [int(tag[1]) for tag in kinds if re.fullmatch("h[1-6]", tag)]
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (name, levels)
        assert len(set(page.ids())) == len(page.ids()), name


def test_nothing_runs_but_our_two_scripts(pages: dict[str, Parsed]) -> None:
    for name, page in pages.items():
        root = addresses.root(name)
        for tag, attributes in page.tags:
            assert not [a for a in attributes if a.startswith("on") or a == "style"], (name, tag)
            assert tag not in ("style", "iframe", "object", "embed", "base", "img"), name
            if tag == "script":
                assert attributes["src"] in (f"{root}search.js", f"{root}choose.js")


def test_links_lead_somewhere_or_to_the_web(pages: dict[str, Parsed], public: Path) -> None:
    for name, page in pages.items():
        for tag, attributes in page.tags:
            target = attributes.get("href", attributes.get("src", attributes.get("action", "")))
            if not target:
                continue
            if urlsplit(target).scheme:
                assert tag == "a", (name, target)
                assert urlsplit(target).scheme in ("http", "https"), (name, target)
                assert "noreferrer" in attributes["rel"]
                continue
            path, _, anchor = unquote(urljoin(f"/{name}", target)).partition("#")
            assert (public / path[1:]).is_file(), (name, target)
            if anchor:
                assert anchor in pages[path[1:].partition("?")[0]].ids(), (name, target)


def test_no_page_asks_another_host_or_tells_when_it_was_made(public: Path) -> None:
    for file in (*public.glob("*.css"), *public.glob("*.js"), *public.glob("*.svg")):
        text = file.read_text().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//[a-z]|@import|url\(", text), file.name
    assert all("generated" not in p.read_text() for p in public.rglob("*.html"))


def test_a_hostile_headline_is_shown_and_does_nothing(public: Path) -> None:
    for file in (p for p in public.rglob("*.html") if "harm.example" in str(p)):
        text = file.read_text("utf-8")
        assert "49" not in re.findall(r"<h1[^>]*>(.*?)</h1>", text)
        assert not re.search(r"<img|<svg/|<script>|onload=alert\(\d+\)>(?!&)", text.replace("&lt;", ""))
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", text)
    text = "".join(Parsed((public / "articles/harm.example/2026/03/story-f081eb65/index.html").read_text("utf-8")).text)
    assert HOSTILE in text
    shown = (public / "articles/unknown/2026/03/story-83eb4871/index.html").read_text("utf-8")
    assert 'href="javascript' not in shown
    assert "javascript:alert(document.domain)//story" in shown


def test_an_index_of_hostile_headlines_is_data(public: Path) -> None:
    import json

    rows = json.loads((public / "search.json").read_text("utf-8"))
    assert HOSTILE in {row[0] for row in rows}
    assert all((public / row[1]).is_file() for row in rows)


def test_the_history_tells_findings_and_notes(public: Path) -> None:
    text = "".join(Parsed((public / ARTICLE / "index.html").read_text("utf-8")).text)
    assert "no note" in text
    assert "with a note" in text
    assert re.search(r"title\s+Former Harbour", text)
    assert "changed back" in text


def test_a_revision_links_findings_to_their_paragraphs_and_names_its_evidence(
    pages: dict[str, Parsed], press: Press
) -> None:
    page = pages[f"{ARTICLE}/2.html"]
    anchors = [a["href"][1:] for t, a in page.tags if t == "a" and a["href"].startswith("#p")]
    assert anchors
    assert set(anchors) <= set(page.ids())
    text = "".join(page.text)
    revision = press.store.history("courier.example/2026/03/ferry-2d0242ce.md")[2]
    facts = dict(revision.trailers)
    assert revision.id in text
    assert facts["Text-Sha256"] in text
    assert facts["Raw-Sha256"] in text
    assert "2026-03-02-1.warc.gz, byte 0" in text


def test_corrections_hold_the_edit_with_a_note_and_no_other(public: Path) -> None:
    parsed = Parsed((public / "corrections.html").read_text("utf-8"))
    cards = [a["href"] for t, a in parsed.tags if t == "a" and re.search(r"/\d+\.html$", a["href"])]
    assert set(cards) == {f"{ARTICLE}/3.html", f"{ARTICLE}/4.html"}  # the note came, and went with the old text
    assert NOTE[:40] in "".join(parsed.text)


def test_blame_marks_what_came_later_and_lists_what_went(public: Path) -> None:
    text = (public / "articles/courier.example/2026/03/market-87c2fff4/blame.html").read_text("utf-8")
    assert re.search(
        r'<span class="age\d"><a class="origin" href="2.html" title="2026-03-0\d [\d:]+ UTC, edited">@2</a> 5</span>',
        text,
    )
    assert re.search(r"<del[^>]*>Nobody was hurt\.</del>", text)


@pytest.mark.parametrize(
    ("feed", "titles"),
    [
        ("feed.xml", 7),
        ("undisclosed.xml", 6),
        ("outlets/courier.example/feed.xml", 5),
        ("tags/harbour/feed.xml", 5),
    ],
)
def test_feeds_are_atom_as_a_reader_reads_it(public: Path, feed: str, titles: int) -> None:
    found = feedparser.parse(
        (public / feed).read_bytes(),
        response_headers={"content-location": f"https://wall.example/{feed}", "content-type": "application/atom+xml"},
    )
    assert not found.bozo, found.bozo_exception
    assert (found.bozo, found.version) == (False, "atom10")
    assert found.feed.title
    assert found.feed.id.startswith("urn:uuid:")
    assert found.feed.updated_parsed
    assert len(found.entries) == titles
    assert len({e.id for e in found.entries}) == titles
    for entry in found.entries:
        assert entry.title
        assert entry.updated_parsed
        assert entry.summary
        path = urlsplit(entry.link).path
        assert (public / path[1:]).is_file()
    assert found.entries == sorted(found.entries, key=lambda e: e.updated, reverse=True)


def test_a_feed_names_its_pages_in_full_where_the_site_is_known_to_stand(press: Press, tmp_path: Path) -> None:
    publish(press.store, tmp_path / "out", edition=EDITION._replace(url="https://wall.example/edits/"))
    found = feedparser.parse((tmp_path / "out/outlets/herald.example/feed.xml").read_bytes())
    assert found.entries[0].link.startswith("https://wall.example/edits/articles/herald.example/")
    assert {
        "rel": "self",
        "type": "application/atom+xml",
        "href": "https://wall.example/edits/outlets/herald.example/feed.xml",
    } in found.feed.links


def test_a_text_that_is_read_from_the_right_is_marked_so(public: Path) -> None:
    text = (public / "articles/herald.example/2026/03/harbour-45dca787/2.html").read_text("utf-8")
    assert '<h1 lang="he" dir="auto">' in text


def test_the_middle_of_an_even_number_of_first_edits_is_the_same_everywhere() -> None:
    counts = {By.OUTLET: {"a.example": Count(first_edits=[3600]), "b.example": Count(first_edits=[4 * 3600, 9 * 3600])}}
    figures = group_figures(Group("Tag", "city", [], []), counts)
    assert figures.first_edit == "4 h"
    counts[By.OUTLET]["a.example"].first_edits.append(2 * 3600)
    assert first_edit(counts[By.OUTLET].values()) == 3 * 3600
    assert group_figures(Group("Tag", "city", [], []), counts).first_edit == "3 h"
    assert Count(first_edits=[1 * 3600, 5 * 3600]).first_edit == 3 * 3600


def test_what_our_own_cleaner_changed_is_nothing_to_look_at(public: Path) -> None:
    market = public / "articles/courier.example/2026/03/market-87c2fff4"
    reclean, edit, whole = ((market / name).read_text("utf-8") for name in ("3.html", "2.html", "since-first.html"))
    assert "What to look at" in edit
    assert "What to look at" not in reclean
    assert "our own cleaner reads the page differently; the publisher changed nothing" in reclean
    assert "among these revisions is one that our own cleaner made" in whole
    assert "our own cleaner" not in (public / ARTICLE / "since-first.html").read_text("utf-8")
    assert "read differently by our own cleaner" in (market / "blame.html").read_text("utf-8")


def test_a_history_that_says_something_else_of_a_note_is_shown_without(press: Press) -> None:
    with Catalogue(press.store) as catalogue:
        contents = Contents(catalogue, {})
        [card] = cards(contents, EDITION, [contents.edits[0]._replace(disclosed="perhaps")])
    assert (card.disclosed, card.noted) == ("", False)
