"""What a site calls itself: what is not its name, then all the ways in which it is told."""

import pytest

from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.fields.site_names import SiteNames, letters
from tests.kit.leaves import tree_of


def names(head: str = "", url: str = "https://www.ambercourier.example/a") -> SiteNames:
    return SiteNames(read_fields(tree_of("<p>x</p>", head), url))


@pytest.mark.parametrize(
    "name", ["", "Ida Lund", "Amber", "Courier", "The Amber Courier of the Northern Coast", 7, None]
)
def test_what_is_no_name_of_the_site(name: object) -> None:
    assert name not in names()


@pytest.mark.parametrize(
    "name",
    ["Amber Courier", "AMBER-COURIER", "ambercourier.example", "ambercourier", "The Amber Courier", "Ámber Courier!"],
)
def test_the_address_spells_the_name(name: str) -> None:
    assert name in names()


def test_a_name_may_be_half_as_long_again_as_its_address_says() -> None:
    assert "Amber Courier Weekly"[:18] in names(url="https://ambercourier.example/")
    assert "Amber Courier Weeklies" not in names(url="https://ambercourier.example/")


def test_a_short_label_in_the_address_tells_little() -> None:
    short = names(url="https://sz.de/a")
    assert "SZ" in short
    assert "Sze" not in short
    assert "sz.de" in short


def test_publishers_are_believed_whole_and_up_to_their_first_dot() -> None:
    site = names("<meta property='og:site_name' content='Nordlys.no'>", "https://x.example/a")
    assert "Nordlys" in site
    assert "nordlys no" in site
    assert "Nord" not in site


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("Bridge closed | Courier", True),
        ("Bridge closed — courier", True),
        ("Bridge closed - Amber Courier Online", True),
        ("Bridge closed | Sport", False),
        ("Bridge closed Courier", False),
        ("Bridge closed | amb", False),
    ],
)
def test_the_end_of_a_title_counts_where_the_address_has_it_or_it_has_the_address(title: str, known: bool) -> None:
    end = title.replace("—", "|").replace(" - ", " | ").rpartition(" | ")[2]
    assert (end in names(f"<title>{title}</title>")) is known


def test_a_page_of_no_address_has_no_name() -> None:
    nowhere = names(url="")
    assert "Ida Lund" not in nowhere
    assert "x" not in nowhere


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ("…—", ""),
        ("Zürich Heute!", "zurichheute"),
        ("STRASSE ß", "strassess"),
        ("N° 5", "n5"),
        ("読売 新聞", "読売新聞"),
    ],
)
def test_letters_are_told_without_accents_marks_and_spaces(text: str, left: str) -> None:
    assert letters(text) == left
