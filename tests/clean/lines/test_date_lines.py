"""Lines that show dates and times, and the times that are taken out of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.clean.lines import date_lines


@pytest.mark.parametrize(
    "line",
    [
        "",
        " | ",
        "March 12",
        "2,025",
        "1998 World Cup",
        "The vote was held on March 12, 2025.",
        "It was updated on 3 May 2025 by the council",
        "12 March 2025 " * 20,
        "習近平 2025年3月12日 北京",
    ],
)
def test_text_is_no_date_line(line: str) -> None:
    assert not date_lines.is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, March 12, 2025",
        "Published 1 October 2021 Last updated 4 October 2021 + show all updates",
        "Updated: 12.03.2025, 10:30 Uhr",
        "Mittwoch, 12. März 2025",
        "Publié le 12 mars 2025 à 10h30",
        "12 de marzo de 2025",
        "2025年3月12日 10時20分",
        "2025-03-12T10:30:00Z",
    ],
)
def test_a_date_line_is_told(line: str) -> None:
    assert date_lines.is_date(line)


@pytest.mark.parametrize(
    "line",
    ["", "That was three years ago.", "He left 3 hours ago, she said", "February 1998; 18 years ago", "Yesterday"],
)
def test_text_is_no_relative_time(line: str) -> None:
    assert not date_lines.is_relative_time(line)


@pytest.mark.parametrize(
    "line",
    [
        "3 hours ago",
        "Updated 5 min ago",
        "Updated yesterday",
        "vor 3 Stunden",
        "il y a 2 heures",
        "hace 3 horas",
        "3小时前",
    ],
)
def test_a_relative_time_is_told(line: str) -> None:
    assert date_lines.is_relative_time(line)


def test_a_date_without_the_link_to_the_updates() -> None:
    assert date_lines.bare_date("Published 1 October 2021 + show all updates") == "Published 1 October 2021"
    assert date_lines.bare_date("1 October 2021") == "1 October 2021"
    assert date_lines.bare_date("") == ""


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("", ""),
        ("By Ida Lund", "By Ida Lund"),
        ("He left 3 hours ago – she stayed.", "He left 3 hours ago – she stayed."),
        ("By Ida Lund • 3 hours ago", "By Ida Lund"),
        ("3 hours ago | By Ida Lund", "By Ida Lund"),
        ("The old bridge. Posted 3 hours ago", "The old bridge."),
        ("The old bridge fell 3 hours ago", "The old bridge fell 3 hours ago"),
    ],
)
def test_a_relative_time_behind_a_mark_is_cut(line: str, left: str) -> None:
    assert date_lines.without_times(line) == left


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", False),
        ("5", False),
        ("5 min", True),
        ("5 min read", True),
        ("Reading time: 5 minutes", True),
        ("It took him 5 minutes to read the note aloud", False),
        ("Lesezeit: 4 Min.", True),
        ("The minister", False),
    ],
)
def test_a_time_to_read(line: str, told: bool) -> None:
    assert date_lines.is_reading_time(line) is told


def test_ages_go_wherever_they_stand() -> None:
    assert date_lines.without_ages("Ferry news, 3 hours ago, 5 min read").strip(" ,") == "Ferry news"
    assert date_lines.without_ages("The ministry") == "The ministry"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", ("", "")),
        ("By Jane Doe", ("By Jane Doe", "")),
        ("By Jane Doe | 12 March 2025", ("By Jane Doe", "12 March 2025")),
        ("12 March 2025", ("12 March 2025", "")),
        ("Von Jürgen Ößler, 12.03.2025", ("Von Jürgen Ößler", "12.03.2025")),
    ],
)
def test_a_byline_leaves_its_date_to_a_line_of_its_own(line: str, parts: tuple[str, str]) -> None:
    assert date_lines.split_byline(line) == parts


@given(st.text(max_size=40))
def test_what_is_left_of_a_line_stood_in_it(line: str) -> None:
    assert date_lines.bare_date(line) in line or line == ""
    left = date_lines.without_times(line)
    assert set(left) <= set(line)
    name, date = date_lines.split_byline(line)
    assert date in line and set(name) <= {*line, " "}
