"""The pages of the whole store: which there are, what stands on the front, in the index, among the corrections."""

import json
from collections.abc import Iterator
from datetime import UTC

import pytest

from newsdiff.site.contents import Contents
from newsdiff.site.edition import SiteEdition
from newsdiff.site.pages.front import FrontPages
from newsdiff.site.pages.groups import Group, GroupFigures
from tests.kit.catalogues import DAY, HOUR, Row, catalogue_of

FERRY, MILL, INN = "courier.example/ferry.md", "herald.example/mill.md", "herald.example/inn.md"
EDITION = SiteEdition("Amber watch", UTC)
FIGURES = GroupFigures(1, 1, 1, 1, 1, "2 h")
OWN = ["index.html", "search.html", "search.json", "corrections.html", "feed.xml", "undisclosed.xml"]
ROWS = (
    Row(FERRY, 0, "first", headline="Ferry stops"),
    Row(MILL, 0, "first", headline="Mill turns"),
    Row(INN, 5 * DAY, "first", headline=""),
    Row(FERRY, 10 * DAY, flags="number", severity="high", weight=40, disclosed="no", summary="12 -> 14"),
    Row(FERRY, 11 * DAY, flags="correction", disclosed="no", summary="12 -> 14", headline="Ferry stops"),
    Row(MILL, 28 * DAY, flags="wording", disclosed="note", summary="a -> b", headline="Mill turns"),
    *(Row(MILL, 30 * DAY + n * HOUR, severity="low", weight=n, headline="Mill turns") for n in range(12)),
)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("front"), ROWS) as catalogue:
        yield Contents(catalogue, {FERRY: ("harbour", "boats")})


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("nothing"), ()) as catalogue:
        yield Contents(catalogue, {})


def front(contents: Contents, tags: tuple[Group, ...] = (), edition: SiteEdition = EDITION) -> FrontPages:
    outlets = [Group("Outlet", "courier.example", [contents.articles[FERRY]], [])] if contents.articles else []
    return FrontPages(contents, edition, outlets, tags, lambda _group: FIGURES)


def text(contents: Contents, path: str) -> str:
    [found] = [page for page in front(contents).pages() if page.path == path]
    return found.render().decode()


def titles(part: str) -> list[str]:
    """The pages that the cards of a part of a page lead to, by number."""
    return [link.split(".html")[0] for link in part.split("/ferry/")[1:]]


# --- an empty store ---


def test_an_empty_store_has_all_its_pages(nothing: Contents) -> None:
    made = {page.path: page.render() for page in front(nothing).pages()}
    assert [path for path in made if path in OWN] == OWN
    assert json.loads(made["search.json"]) == []
    assert b"<b>0</b> of 0 edits" in made["corrections.html"]


# --- a store ---


def test_shared_files_come_with_them(contents: Contents) -> None:
    paths = [page.path for page in front(contents).pages()]
    assert paths[-len(OWN) :] == OWN
    assert "site.css" in paths[: -len(OWN)]
    assert len(set(paths)) == len(paths)


def test_the_front_tells_the_week_and_then_the_rest_of_the_month(contents: Contents) -> None:
    page = text(contents, "index.html")
    assert titles(page)[:1] == ["2"]  # of the month, for the mill alone fills the week
    week, month = page.index("/mill/"), page.index("/ferry/2.html")
    assert week < month
    assert page.count("/mill/") >= 12
    assert page.count("/mill/14.html") == 1  # an edit stands once


def test_the_front_counts_all(contents: Contents) -> None:
    page = text(contents, "index.html")
    assert "1 April 2026" in page
    assert "2 h" in page


def test_corrections_are_edits_with_a_note_or_of_one(contents: Contents) -> None:
    page = text(contents, "corrections.html")
    assert "<b>2</b> of 15 edits" in page
    assert "/ferry/3.html" in page
    assert "/mill/2.html" in page
    assert "/ferry/2.html" not in page


def test_the_feed_of_what_came_without_a_note_has_no_other(contents: Contents) -> None:
    quiet = text(contents, "undisclosed.xml")
    assert "/ferry/2.html" in quiet
    assert "/mill/2.html" not in quiet
    assert "/mill/2.html" in text(contents, "feed.xml")


def test_the_index_has_each_article_the_newest_first(contents: Contents) -> None:
    rows = json.loads(text(contents, "search.json"))
    assert [row[0] for row in rows] == ["Mill turns", "Ferry stops", "https://herald.example/inn"]
    assert rows[1] == [
        "Ferry stops", "articles/courier.example/ferry/index.html", "courier.example", "13 March 2026", 3,
        "harbour boats", "12 -> 14",
    ]  # fmt: skip
    assert rows[2][4:] == [1, "", ""]


def test_what_the_index_says_of_edits_is_cut(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = [Row(FERRY, n, summary=f"{n:03} -> {'x' * 60}") for n in range(9)]
    with catalogue_of(tmp_path_factory.mktemp("long"), rows) as catalogue:
        [[*_, said]] = json.loads(text(Contents(catalogue, {}), "search.json"))
    assert len(said) == 300
    assert said.startswith("008 -> ")


# --- keys ---


def keys(contents: Contents, tags: tuple[Group, ...] = (), edition: SiteEdition = EDITION) -> dict[str, str]:
    return {page.path: page.key for page in front(contents, tags, edition).pages()}


def test_the_same_store_has_the_same_keys(contents: Contents) -> None:
    assert keys(contents) == keys(contents)


def test_a_tag_changes_the_pages_that_name_tags(contents: Contents) -> None:
    before, after = keys(contents), keys(contents, (Group("Tag", "harbour", [], []),))
    assert {path for path in before if before[path] != after[path]} == {"index.html", "search.html", "search.json"}


def test_another_title_changes_all(contents: Contents) -> None:
    before, after = keys(contents), keys(contents, edition=EDITION._replace(title="Other"))
    assert all(before[path] != after[path] for path in before)
