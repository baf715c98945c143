"""One person with two ages: a name and two figures, or a second age that nobody was introduced with."""

import pytest

import newsdiff
from newsdiff.flags import check


def found(*paragraphs: str) -> list[tuple[str, str]]:
    article = newsdiff.article(paragraphs, language="en")
    return [(one.subject, one.reason) for one in check(article) if one.kind == "age"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Tom Hay, 38, left.", "Tom Hay, 38, came back."),
        ("Tom Hay, 38, met Ann Lee, 35."),
        ("Tom Hay, 38, left.", "Hay, 35, came back."),  # another Hay?
        ("Tom Hay, 38, left.", "Tom Hay, 1987, came back."),
        ("Tom Hay, 38, left.", "Tom Hay, 350, came back."),
        ("Section A, 12, and Section B, 13, are closed.",),
        ("A 12-year-old boy was hurt.", "The 12-year-old boy is stable."),
        ("A 12-year-old boy and a 13-year-old girl were hurt.", "The 13-year-old girl is stable."),
        ("A 12-year-old boy was hurt.", "The 40-year-old driver was held."),
        ("A 12-year-old was hurt.", "The 40-year-old driver was held."),
        ("The 13-year-old boy is stable.",),
        ("The house is 12 years old.", "The 13-year-old bridge is closed."),
    ],
)
def test_silence_when_unsure(paragraphs: tuple[str, ...] | str) -> None:
    assert found(*([paragraphs] if isinstance(paragraphs, str) else paragraphs)) == []


@pytest.mark.parametrize(
    ("paragraphs", "subject", "reason"),
    [
        (("Tom Hay, 38, left.", "Tom Hay, 35, came back."), "Tom Hay", "38 years old here, 35 there"),
        (("Tom Hay, 38, left; later Tom Hay, 39, said so.",), "Tom Hay", "38 years old here, 39 there"),
        (
            ("Ada Maria Lindqvist, 51; left.", "Ada Maria Lindqvist, 15."),
            "Ada Maria Lindqvist",
            "51 years old here, 15 there",
        ),
        (("A 12-year-old boy was hurt.", "The 13-year-old boy is stable."), "boy", "12 years old here, 13 there"),
        (("A 12-year-old was hurt.", "The 13-year-old is stable."), "", "12 years old here, 13 there"),
        (
            ("A 12-year-old student was hurt.", "The 13-year-old, from Lower Quill, is stable."),
            "student",
            "12 years old here, 13 there",
        ),
        (
            ("A 12-year-old student was hurt.", "The 13-year-old student is stable."),
            "student",
            "12 years old here, 13 there",
        ),
    ],
)
def test_two_ages_of_one_person(paragraphs: tuple[str, ...], subject: str, reason: str) -> None:
    assert found(*paragraphs) == [(subject, reason)]


def test_both_places_are_quoted() -> None:
    [one] = check(
        newsdiff.article(["Tom Hay, 38, left.", "The rain went on.", "Tom Hay, 35, came back."], language="en")
    )
    assert (one.first, one.first_block, one.second, one.second_block) == ("Tom Hay, 38", 0, "Tom Hay, 35", 2)
