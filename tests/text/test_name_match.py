"""Which of several things a name means: whole names before parts, and nothing for nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.name_match import Names, matches

URL = "https://courier.example/ferry"
THINGS = [
    ("ferry", Names(frozenset({URL, "harbour"}), f"{URL}\nFerry stops for repairs")),
    ("runs", Names(frozenset({f"{URL}-runs"}), f"{URL}-runs\nFerry runs again")),
    ("named", Names(frozenset({"https://herald.example/", "", "FERRY"}), "https://herald.example/")),
]


@pytest.mark.parametrize("name", ["", " ", "\t", "bridge", "https://courier.example/bridge", "ferry stops now"])
def test_what_names_none(name: str) -> None:
    assert matches(name, THINGS) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (URL, ["ferry"]),  # and not the other, of which it is the beginning
        ("courier.example/ferry", ["ferry"]),
        ("http://www.courier.example/ferry?utm_source=x", ["ferry"]),
        ("harbour", ["ferry"]),
        ("FERRY", ["named"]),  # as it is written
        ("herald.example/", ["named"]),
    ],
)
def test_a_whole_name_goes_before_parts(name: str, wanted: list[str]) -> None:
    assert matches(name, THINGS) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("stops", ["ferry"]), ("ferry", ["ferry", "runs"]), (" RUNS Again ", ["runs"]), ("/", ["ferry", "runs", "named"])],
)
def test_a_part_is_found_in_any_case(name: str, wanted: list[str]) -> None:
    assert matches(name, THINGS) == wanted


@given(st.text(max_size=20))
def test_each_thing_is_named_by_each_of_its_whole_names(name: str) -> None:
    found = matches(name, [(0, Names(frozenset({name}))), (1, Names(frozenset()))])
    assert found == ([0] if name else [])
