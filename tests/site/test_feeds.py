"""Atom feeds: an empty one, its entries, the addresses in it, and names that stay the same wherever the site stands."""

from collections.abc import Iterator
from datetime import UTC
from xml.etree import ElementTree

import pytest

from newsdiff.site.contents import Contents
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.pages.feeds import feed
from tests.kit.catalogues import DAY, HOUR, Row, catalogue_of

FERRY, NOWEB = "courier.example/ferry.md", "courier.example/noweb.md"
EDITION, PLACED = SiteEdition("Watch", UTC), SiteEdition("Watch", UTC, "https://watch.example/")
ATOM = "{http://www.w3.org/2005/Atom}"
ROWS = (
    Row(FERRY, 0, "first", headline="Ferry <stops> & \x01 waits"),
    Row(FERRY, DAY, flags="number", disclosed="no", summary="12 -> 14; no note", headline="Ferry <stops> & \x01 waits"),
    *(Row(NOWEB, 2 * DAY + n * HOUR, headline="No web") for n in range(60)),
)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("feeds"), ROWS) as catalogue:
        catalogue.write("UPDATE article SET url = 'javascript:alert(1)//x' WHERE path = ?", [(NOWEB,)])
        yield Contents(catalogue, {})


def page(contents: Contents, edition: SiteEdition = EDITION, path: str = "feed.xml", **facts: object) -> SitePage:
    told = {"title": "All", "page": "index.html", "edits": contents.edits} | facts
    return feed(contents, edition, path, **told)  # type: ignore[arg-type]


def parsed(made: SitePage) -> ElementTree.Element:
    return ElementTree.fromstring(made.render())


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in element.findall(f"{ATOM}link")}


def test_a_feed_of_nothing_is_a_feed(contents: Contents) -> None:
    told = parsed(page(contents, edits=[]))
    assert told.findall(f"{ATOM}entry") == []
    assert told.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert told.findtext(f"{ATOM}title") == "All"


def test_the_fifty_newest_are_told_and_the_feed_is_as_new_as_the_first(contents: Contents) -> None:
    told = parsed(page(contents))
    entries = told.findall(f"{ATOM}entry")
    assert len(entries) == 50
    assert told.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2026-03-06T19:00:00Z"


def test_an_entry_tells_its_edit(contents: Contents) -> None:
    [entry] = parsed(page(contents, edits=contents.edits[-1:])).findall(f"{ATOM}entry")
    assert (entry.findtext(f"{ATOM}title") or "").startswith("Ferry <stops> & ")
    assert entry.findtext(f"{ATOM}updated") == "2026-03-03T08:00:00Z"
    assert entry.findtext(f"{ATOM}summary") == "edited, no note: 12 -> 14"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "courier.example"
    assert [each.get("term") for each in entry.findall(f"{ATOM}category")] == ["number"]


def test_the_articles_own_address_is_linked_where_it_is_one_of_the_web(contents: Contents) -> None:
    entries = parsed(page(contents, edits=contents.edits[-2:])).findall(f"{ATOM}entry")
    assert [links(entry).get("related") for entry in entries] == [None, "https://courier.example/ferry"]


def test_links_lead_from_the_feed_or_from_where_the_site_stands(contents: Contents) -> None:
    deep = {"path": "outlets/courier.example/feed.xml", "page": "outlets/courier.example/index.html"}
    near, placed = (parsed(page(contents, edition, **deep)) for edition in (EDITION, PLACED))  # type: ignore[arg-type]
    assert links(near) == {"self": "feed.xml", "alternate": "../../outlets/courier.example/index.html"}
    assert links(placed) == {
        "self": "https://watch.example/outlets/courier.example/feed.xml",
        "alternate": "https://watch.example/outlets/courier.example/index.html",
    }
    assert links(near[-1])["alternate"] == "../../articles/courier.example/noweb/11.html"
    assert links(placed[-1])["alternate"] == "https://watch.example/articles/courier.example/noweb/11.html"


def test_names_are_the_same_wherever_the_site_stands_and_others_for_another_feed(contents: Contents) -> None:
    near, placed, other = (
        [each.text for each in parsed(made).iter(f"{ATOM}id")]
        for made in (page(contents), page(contents, PLACED), page(contents, path="undisclosed.xml"))
    )
    assert near == placed
    assert near[0] != other[0]
    assert near[1:] == other[1:]
    assert len(set(near)) == len(near)


def test_its_key_is_of_what_it_shows(contents: Contents) -> None:
    key = page(contents).key
    assert key == page(contents).key == page(contents, edits=contents.edits[:50]).key
    others = [
        page(contents, edits=contents.edits[1:]),
        page(contents, title="Other"),
        page(contents, page="other.html"),
        page(contents, PLACED),
    ]
    assert key not in {each.key for each in others}
