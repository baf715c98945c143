"""The pages of an outlet or a tag: their figures, their addresses, which pages there are, and when one is made anew."""

from collections.abc import Iterator
from datetime import UTC, timedelta, timezone

import pytest

from newsdiff.catalogue.statistics import By, Count
from newsdiff.site.contents import Contents
from newsdiff.site.edition import SiteEdition
from newsdiff.site.pages.group_charts import BY
from newsdiff.site.pages.groups import Group, GroupFigures, GroupPages, group_figures, span
from tests.kit.catalogues import DAY, HOUR, Row, catalogue_of

FERRY, MILL = "courier.example/ferry.md", "courier.example/mill.md"
EDITION = SiteEdition("Amber watch", UTC)
NONE: dict[By, dict[str, Count]] = {by: {} for by in BY}
ROWS = (
    Row(FERRY, 0, "first", headline="Ferry stops"),
    Row(MILL, 0, "first", headline="Mill \u202e turns"),
    Row(FERRY, DAY, flags="number", severity="high", weight=40, disclosed="note", summary="12 -> 14; with a note"),
    Row(FERRY, 29 * DAY + 15 * HOUR, flags="wording", disclosed="no"),  # 31 March, 23:00 in UTC
    Row(MILL, 62 * DAY, "removed"),
)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("groups"), ROWS) as catalogue:
        yield Contents(catalogue, {})


def group(contents: Contents, kind: str = "Outlet", name: str = "courier.example") -> Group:
    return Group(kind, name, list(contents.articles.values()), contents.edits)


def pages(contents: Contents, edition: SiteEdition = EDITION, of: Group | None = None) -> dict[str, str]:
    """The text of each page, by the last part of its path."""
    made = GroupPages(contents, edition, of or group(contents), lambda: NONE)
    return {page.path.rpartition("/")[2]: page.render().decode() for page in made.pages()}


# --- figures ---


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 min"),
        (29, "0 min"),
        (31, "1 min"),
        (7169, "119 min"),
        (7200, "2 h"),
        (47.4 * HOUR, "47 h"),
        (2 * DAY - 31, "48 h"),
        (2 * DAY, "2 days"),
        (400 * DAY, "400 days"),
    ],
)
def test_a_time_is_told_as_a_rough_number(seconds: float, told: str) -> None:
    assert span(seconds) == told


@pytest.mark.parametrize(
    ("edits", "undisclosed", "share"), [(0, 0, "-"), (3, 0, "0 %"), (3, 2, "67 %"), (1, 1, "100 %")]
)
def test_the_share_of_nothing_is_a_dash(edits: int, undisclosed: int, share: str) -> None:
    assert GroupFigures(9, 1, edits, 0, undisclosed, "-").undisclosed_share == share


def test_figures_of_a_group(contents: Contents) -> None:
    assert group_figures(Group("Tag", "x", [], []), NONE) == GroupFigures(0, 0, 0, 0, 0, "-")
    counts = NONE | {By.OUTLET: {"a": Count(first_edits=[60, 120]), "b": Count(first_edits=[9 * HOUR])}}
    assert group_figures(group(contents), counts) == GroupFigures(2, 2, 3, 2, 2, "2 min")


# --- pages ---


def test_an_outlet_and_a_tag_have_their_own_addresses(contents: Contents) -> None:
    assert group(contents).address() == "outlets/courier.example/index.html"
    assert group(contents, "Tag", "harbour").address("feed.xml") == "tags/harbour/feed.xml"
    assert group(contents, "Tag", "../x").address().startswith("tags/tag-")


def test_there_is_a_front_a_page_for_each_month_a_list_and_a_feed(contents: Contents) -> None:
    assert list(pages(contents)) == ["index.html", "2026-05.html", "2026-03.html", "articles-1.html", "feed.xml"]


def test_a_group_without_articles_has_a_front_and_a_feed(contents: Contents) -> None:
    made = pages(contents, of=Group("Tag", "quiet", [], []))
    assert list(made) == ["index.html", "feed.xml"]
    assert made["index.html"].count("No edit.") == 2


def test_months_are_those_of_the_sites_zone(contents: Contents) -> None:
    east = EDITION._replace(zone=timezone(timedelta(hours=2)))
    assert [name for name in pages(contents, east) if name.startswith("2026")] == [
        "2026-05.html",
        "2026-04.html",
        "2026-03.html",
    ]


def test_a_month_leads_to_its_neighbours(contents: Contents) -> None:
    made = pages(contents)
    assert 'href="2026-03.html" rel="prev">← March 2026' in made["2026-05.html"]
    assert 'rel="next"' not in made["2026-05.html"]
    assert 'href="2026-05.html" rel="next">May 2026 →' in made["2026-03.html"]
    assert 'rel="prev"' not in made["2026-03.html"]


def test_the_front_tells_the_gravest_of_its_last_month_alone(contents: Contents) -> None:
    front = pages(contents)["index.html"]
    grave, newest = front.split("<h2>Gravest")[1].split("<h2>Newest")
    assert "thirty days to 3 May 2026" in grave
    assert "12 -&gt; 14" not in grave and "removed by the publisher" in grave
    assert "12 -&gt; 14" in newest


def test_articles_stand_in_lists_of_so_many(contents: Contents) -> None:
    many = [contents.articles[FERRY]._replace(headline=f"Number {n}") for n in range(251)]
    made = pages(contents, of=Group("Outlet", "courier.example", many, []))
    assert list(made) == ["index.html", "articles-1.html", "articles-2.html", "feed.xml"]
    assert [made[f"articles-{n}.html"].count('dir="auto">Number') for n in (1, 2)] == [250, 1]
    assert "Number 250<" in made["articles-2.html"]
    assert 'href="articles-1.html" rel="prev"' in made["articles-2.html"]


def test_what_means_harm_in_a_name_is_made_visible(contents: Contents) -> None:
    assert all("\u202e" not in text for text in pages(contents).values())
    named = pages(contents, of=Group("Tag", "<b>\u202etag", [], []))["index.html"]
    assert "<b>" not in named.split("<h1>")[1].split("</h1>")[0]
    assert "\u202e" not in named


# --- keys ---


def keys(contents: Contents, of: Group, edition: SiteEdition = EDITION) -> dict[str, str]:
    made = GroupPages(contents, edition, of, lambda: NONE).pages()
    return {page.path.rpartition("/")[2]: page.key for page in made}


def test_pages_of_the_same_things_have_the_same_keys(contents: Contents) -> None:
    assert keys(contents, group(contents)) == keys(contents, group(contents))


def test_a_new_revision_changes_the_front_and_not_the_months_before(contents: Contents) -> None:
    whole = group(contents)
    articles = [whole.articles[0], whole.articles[1]._replace(commits=("other",))]
    before, after = keys(contents, whole), keys(contents, whole._replace(articles=articles))
    assert {name for name in before if before[name] != after[name]} == {"index.html", "articles-1.html"}


def test_a_new_headline_changes_the_pages_that_show_it(contents: Contents) -> None:
    whole = group(contents)
    articles = [whole.articles[0], whole.articles[1]._replace(headline="Other")]
    before, after = keys(contents, whole), keys(contents, whole._replace(articles=articles))
    assert {name for name in before if before[name] != after[name]} == {"2026-05.html", "articles-1.html"}


def test_another_edition_or_another_group_changes_all(contents: Contents) -> None:
    whole = group(contents)
    before = keys(contents, whole)
    for after in (
        keys(contents, whole, EDITION._replace(title="Other")),
        keys(contents, whole._replace(name="b.example")),
    ):
        assert all(before[name] != after[name] for name in before)
