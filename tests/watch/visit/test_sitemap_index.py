"""The parts of a sitemap index: the newest first, the readable ones whatever the others are; the rest is told."""

from datetime import UTC, datetime

import pytest

from newsdiff.errors import CleanError, FetchError, HttpError
from newsdiff.fetch.discover import Discovered
from newsdiff.fetch.discover.link import Link
from newsdiff.watch.visit.sitemap_index import MAX_FAILURES, MAX_LINKS, MAX_PARTS, newest, read_parts

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOST = "https://gazette.example"


def part(number: int) -> Link:
    return Link(f"{HOST}/map-{number}.xml", published=datetime(2026, 1, number, tzinfo=UTC))


def index(*numbers: int) -> Discovered:
    return Discovered("sitemap", sitemaps=tuple(map(part, numbers)))


class Server:
    """Gives the parts that it has; of the others it tells an error."""

    def __init__(self, **parts: Discovered | FetchError | CleanError) -> None:
        self.parts = parts
        self.asked: list[str] = []

    def read(self, url: str) -> Discovered:
        self.asked.append(url.removeprefix(f"{HOST}/map-").removesuffix(".xml"))
        found = self.parts.get(f"n{self.asked[-1]}", pages(self.asked[-1]))
        if isinstance(found, Exception):
            raise found
        return found


def pages(*names: str) -> Discovered:
    return Discovered("sitemap", tuple(Link(f"{HOST}/story-{name}") for name in names))


def test_an_index_of_nothing_reads_nothing() -> None:
    server = Server()
    assert read_parts(index(), server.read, now=NOW) == index()
    assert server.asked == []


def test_the_newest_parts_are_read_and_the_rest_is_told() -> None:
    server = Server()
    found = read_parts(index(1, 5, 3, 2, 4), server.read, now=NOW)
    assert server.asked == ["5", "4", "3"]
    assert [link.url for link in found.links] == [f"{HOST}/story-{n}" for n in (5, 4, 3)]
    assert found.notes == ("2 of its 5 parts were not read: 3 are at a visit, the newest first",)
    assert not found.incomplete


def test_a_part_that_cannot_be_read_costs_no_other() -> None:
    server = Server(n5=HttpError("it answered 500"), n4=CleanError("it is no XML"))
    found = read_parts(index(1, 2, 3, 4, 5), server.read, now=NOW)
    assert server.asked == ["5", "4", "3", "2", "1"]
    assert len(found.links) == MAX_PARTS
    assert found.incomplete
    assert found.notes == ("a part of it is left out: it answered 500", "a part of it is left out: it is no XML")


def test_where_none_can_be_read_the_first_error_is_the_indexs() -> None:
    server = Server(**{f"n{n}": HttpError(f"no {n}") for n in range(1, 10)})
    with pytest.raises(HttpError, match="no 9"):
        read_parts(index(*range(1, 10)), server.read, now=NOW)
    assert len(server.asked) == MAX_FAILURES


def test_a_page_in_the_place_of_a_part_is_none() -> None:
    server = Server(n2=Discovered("article"))
    found = read_parts(index(1, 2), server.read, now=NOW)
    assert found.notes == (f"a part of it is left out: {part(2).url} is no sitemap",)
    assert [link.url for link in found.links] == [f"{HOST}/story-1"]


def test_an_index_of_indexes_is_followed_and_never_round() -> None:
    inner = Discovered("sitemap", sitemaps=(part(9), part(2), part(1)))
    server = Server(n2=inner, n9=pages("9"))
    found = read_parts(index(1, 2), server.read, now=NOW)
    assert server.asked == ["2", "9", "1"]
    assert [link.url for link in found.links] == [f"{HOST}/story-9", f"{HOST}/story-1"]


def test_only_the_newest_links_of_a_visit_are_looked_at() -> None:
    few = pages(*map(str, range(MAX_LINKS)))
    assert newest(few, now=NOW) == few
    many = pages(*map(str, range(MAX_LINKS + 1)))
    found = newest(many, now=NOW)
    assert len(found.links) == MAX_LINKS
    assert found.notes == ("1 of its 501 addresses are left out: the newest 500 are looked at",)
