"""Of what day a page says that it is: no witness, one, several that agree or not, and who is believed."""

import json

import pytest

from newsdiff.clean.fields.claims import days_in_address, marked_times, read_dates
from newsdiff.clean.fields.linked_data import LinkedData
from newsdiff.model import Witness
from tests.kit.leaves import tree_of

URL = "https://post.example/ferry"


def read(
    *,
    name: str = "published",
    data: dict[str, object] | None = None,
    meta: dict[str, str] | None = None,
    times: str = "",
    url: str = URL,
) -> tuple[str | None, list[Witness]]:
    script = json.dumps({"@type": "NewsArticle", **data}) if data else ""
    tree = tree_of(times, f"<script type='application/ld+json'>{script}</script>")
    return read_dates(name, LinkedData(tree), meta or {}, marked_times(tree), url)


def date(**told: object) -> str | None:
    return read(**told)[0]  # type: ignore[arg-type]


# --- silence ---


def test_a_page_that_names_no_day_has_no_witness() -> None:
    assert read() == (None, [])
    assert read(url="https://post.example/2025/03/12/ferry") == (None, [])


@pytest.mark.parametrize("value", ["", "soon", "12", "03/04/2025", "2025-02-30", "2025"])
def test_what_names_no_day_beyond_doubt_is_no_witness(value: str) -> None:
    told = {
        "data": {"datePublished": value},
        "meta": {"date": value},
        "times": f"<time pubdate datetime='{value}'>x</time>",
    }
    assert read(**told) == (None, [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "times",
    [
        "<time datetime=2025-03-12>x</time>",
        "<span itemprop=dateModified content=2025-03-12>x</span>",
        "<span itemprop=datePublishedOn content=2025-03-12>x</span>",
        "<span pubdate content=2025-03-12>x</span>",
        "<p itemprop=datePublished content=2025-03-12>x</p>",
        "<time itemprop=datePublished>2025-03-12</time>",
    ],
)
def test_an_element_that_is_not_marked_as_this_date_is_none(times: str) -> None:
    assert read(times=times) == (None, [])


def test_the_other_date_is_not_taken_for_this_one() -> None:
    both = {"datePublished": "2025-03-12", "dateModified": "2025-03-13"}
    assert (date(data=both), date(name="modified", data=both)) == ("2025-03-12", "2025-03-13")
    assert date(meta={"lastmod": "2025-03-13"}) is None
    assert date(name="modified", meta={"pubdate": "2025-03-12"}) is None
    assert date(name="modified", times="<time pubdate datetime=2025-03-12>x</time>") is None


# --- one witness ---


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ({"data": {"datePublished": "2025-03-12"}}, "JSON-LD datePublished"),
        ({"meta": {"article:published_time": "2025-03-12"}}, "meta article:published_time"),
        ({"meta": {"dc.date.issued": "2025-03-12"}}, "meta dc.date.issued"),
        ({"times": "<time itemprop=datePublished datetime=2025-03-12>x</time>"}, "time datePublished"),
        ({"times": "<span property='schema:datePublished' content=2025-03-12>x</span>"}, "span datePublished"),
        ({"times": "<meta itemprop='name datePublished' content=2025-03-12>"}, "meta datePublished"),
        ({"times": "<time pubdate datetime=2025-03-12>x</time>"}, "time datePublished"),
    ],
)
def test_one_witness_is_believed_and_named(told: dict[str, object], source: str) -> None:
    assert read(**told) == ("2025-03-12", [Witness("published", "2025-03-12", source, True)])  # type: ignore[arg-type]


# --- several ---


def test_the_order_of_trust_decides_between_equals() -> None:
    data, meta = {"datePublished": "2025-03-12"}, {"date": "2025-03-13"}
    times = "<time pubdate datetime=2025-03-14>x</time>"
    value, witnesses = read(data=data, meta=meta, times=times)  # type: ignore[arg-type]
    assert value == "2025-03-12"
    assert [each.value for each in witnesses] == ["2025-03-12", "2025-03-13", "2025-03-14"]
    assert [each.won for each in witnesses] == [True, False, False]
    assert date(meta=meta, times=times) == "2025-03-13"


def test_two_meta_elements_are_one_kind_of_witness() -> None:
    assert (
        date(data={"datePublished": "2025-03-12"}, meta={"date": "2025-03-13", "pubdate": "2025-03-13"}) == "2025-03-12"
    )


def test_a_day_that_more_kinds_name_beats_the_order() -> None:
    times = "<time pubdate datetime=2025-03-13>x</time>"
    assert date(data={"datePublished": "2025-03-12"}, meta={"date": "2025-03-13"}, times=times) == "2025-03-13"


@pytest.mark.parametrize("path", ["2025/03/13/ferry", "ferry-2025-03-13", "20250313/ferry", "a/2025_03_13"])
def test_the_address_is_a_witness_of_publication(path: str) -> None:
    told = {"data": {"datePublished": "2025-03-12"}, "meta": {"date": "2025-03-13"}, "url": f"https://p.example/{path}"}
    assert date(**told) == "2025-03-13"


def test_of_the_change_it_is_none() -> None:
    told = {"data": {"dateModified": "2025-03-12"}, "meta": {"lastmod": "2025-03-13"}}
    assert date(name="modified", url="https://p.example/2025/03/13/a", **told) == "2025-03-12"


def test_a_time_of_the_day_beats_the_day_alone() -> None:
    value, witnesses = read(data={"datePublished": "2025-03-12"}, meta={"date": "2025-03-12T08:00:00Z"})
    assert value == "2025-03-12T08:00:00Z"
    assert [each.won for each in witnesses] == [False, True]


def test_of_two_that_say_the_same_the_first_is_the_one_that_is_believed() -> None:
    _, witnesses = read(data={"datePublished": "2025-03-12"}, meta={"date": "2025-03-12"})
    assert [each.won for each in witnesses] == [True, False]


# --- the address ---


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("", []),
        ("https://post.example/ferry", []),
        ("https://post.example/2025/13/12/a", []),
        ("https://post.example/2025/02/30/a", []),
        ("https://post.example/12025031299", []),
        ("https://post.example/1999/03/12/a", []),
        ("https://post.example/a?day=2025-03-12", []),
        ("https://post.example/2025/03/12/a", ["2025-03-12"]),
        ("https://post.example/2025/03/12/a-20250314", ["2025-03-12", "2025-03-14"]),
    ],
)
def test_the_days_that_an_address_holds(url: str, days: list[str]) -> None:
    assert days_in_address(url) == days


def test_elements_that_may_be_marked_are_those_with_such_a_mark() -> None:
    tree = tree_of(
        "<time>a</time><time pubdate>b</time><span itemprop=x>c</span><p itemprop=x>d</p><abbr property=y>e</abbr>"
    )
    assert [each.text for each in marked_times(tree)] == ["b", "c", "e"]
