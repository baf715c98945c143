"""Lines judged by their shape: what stays stands before what goes."""

import pytest

from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label


@pytest.mark.parametrize(
    "line",
    [
        "The vote was held on March 12, 2025.",
        "March 12",
        "2,025",
        "It was updated on 3 May 2025 by the council",
        "1998 World Cup",
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
    "line", ["That was three years ago.", "He left 3 hours ago, she said", "February 1998; 18 years ago"]
)
def test_text_is_no_relative_time(line: str) -> None:
    assert not date_lines.is_relative_time(line)


@pytest.mark.parametrize(
    "line", ["3 hours ago", "Updated 5 min ago", "vor 3 Stunden", "il y a 2 heures", "hace 3 horas", "3小时前"]
)
def test_a_relative_time_is_told(line: str) -> None:
    assert date_lines.is_relative_time(line)


def test_a_relative_time_behind_a_mark_is_cut_from_a_fragment_but_not_from_a_sentence() -> None:
    assert date_lines.without_times("By Ida Lund • 3 hours ago") == "By Ida Lund"
    assert date_lines.without_times("He left 3 hours ago – she stayed.") == "He left 3 hours ago – she stayed."


@pytest.mark.parametrize(
    "line", ["Share prices", "The Share", "Live and let live", "More than ever", "Comments from the minister"]
)
def test_text_is_no_label(line: str) -> None:
    assert not is_label(line)


@pytest.mark.parametrize(
    "line", ["Share", "ADVERTISEMENT", "Share on Facebook Twitter", "back to top", "Follow 12,301 followers", "Anzeige"]
)
def test_a_label_is_told(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize(
    "line", ["Read: the minister’s letter.", "More: a play by Ida Lund", "Related: to be, or not to be."]
)
def test_a_sentence_behind_a_colon_is_no_promo_unless_it_is_linked(line: str) -> None:
    assert not patterns.is_promo(line, linked=False)


@pytest.mark.parametrize(
    "line", ["READ MORE: Tolls to rise", "Related: Tolls to rise", "Lire aussi : Le péage", "WATCH: How it sank"]
)
def test_a_promo_is_told(line: str) -> None:
    assert patterns.is_promo(line)


@pytest.mark.parametrize(
    "line", ["The firm sold 12 shares.", "120 shares of the bank were sold", "20 people were watching the sea"]
)
def test_text_is_no_counter(line: str) -> None:
    assert not patterns.is_counter(line)


@pytest.mark.parametrize(
    "line", ["120 shares", "1.2K comments", "Shares: 34", "1,204 people are reading this story", "31 reading now"]
)
def test_a_counter_is_told(line: str) -> None:
    assert patterns.is_counter(line)


@pytest.mark.parametrize(
    "line",
    [
        "He asked readers to sign up for the army.",
        "If you are moving to Sund, visit our guide.",
        "Join the union, she told the crews.",
        "The application is dismissed upon withdrawal.",
        "Our app was downloaded two million times.",
        "You have two articles of the constitution to thank for that.",
        "Readers have one free article a month, she said.",
    ],
)
def test_text_is_no_request(line: str) -> None:
    assert not patterns.is_request(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter here.",
        "Follow us on Facebook",
        "Download our app to get breaking news alerts.",
        "You have 2 free articles left this month. Register to keep reading.",
        "This is your last free article.",
    ],
)
def test_a_request_is_told(line: str) -> None:
    assert patterns.is_request(line)


@pytest.mark.parametrize(
    "line", ["Correction officers went on strike.", "Update 5.3 brings a new font.", "The law was amended."]
)
def test_text_is_no_correction(line: str) -> None:
    assert not patterns.is_correction(line)


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version misstated the year.",
        "Corrections & clarifications: the sum was 3 million.".replace("&", "and"),
        "This article was amended on 14 March 2025.",
        "An earlier version of this story gave the wrong name.",
        "Editor’s note: A comment was added.",
        "In einer früheren Version stand ein falscher Name.",
        "Fe de errores: era junio.",
        "UPDATE: The minister resigned.",
    ],
)
def test_a_correction_is_told(line: str) -> None:
    assert patterns.is_correction(line)


def test_a_byline_leaves_its_date_to_a_line_of_its_own() -> None:
    assert date_lines.split_byline("By Ida Lund | 12 March 2025") == ("By Ida Lund", "12 March 2025")


@pytest.mark.parametrize(
    "line", ["share " * 20, "- " * 60 + "x", "1 2 3 4 5 " * 11, "read more: " * 20, "a, b (c) " * 15]
)
def test_no_pattern_takes_long_over_a_line(line: str) -> None:
    judges = (
        date_lines.is_date,
        date_lines.is_relative_time,
        is_label,
        patterns.is_promo,
        patterns.is_counter,
        patterns.is_request,
    )
    assert [judge(line) in (True, False) for judge in judges] == [True] * len(judges)
