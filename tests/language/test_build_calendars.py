"""The program that writes the calendars: names in every width, the longest first."""

import pytest

from newsdiff.language.build_calendars import _lines, _numbered

Widths = dict[str, dict[str, dict[int, str]]]


def widths(format_: dict[int, str], alone: dict[int, str], short: dict[int, str] | None = None) -> Widths:
    return {
        "format": {"wide": format_, "abbreviated": short or {}},
        "stand-alone": {"wide": alone, "abbreviated": {}},
    }


def test_a_month_has_all_its_names_once_in_lower_case() -> None:
    found = _numbered(widths({1: "stycznia"}, {1: "Styczeń"}, {1: "sty."}), 1)
    assert {number: list(names) for number, names in found.items()} == {1: ["stycznia", "sty", "styczeń"]}


def test_the_days_of_cldr_begin_with_nought() -> None:
    assert list(_numbered(widths({0: "Monday", 6: "Sunday"}, {}), 0)) == [1, 7]
    assert list(_numbered(widths({1: "January"}, {}), 1)) == [1]


@pytest.mark.parametrize(
    ("numbered", "lines"),
    [
        ({}, []),
        ({2: {"feb": None, "february": None}, 1: {"jan": None}}, ["1: jan", "2: february, feb"]),
    ],
)
def test_lines_are_in_order_the_longest_name_first(numbered: dict[int, dict[str, None]], lines: list[str]) -> None:
    assert list(_lines(numbered)) == lines
