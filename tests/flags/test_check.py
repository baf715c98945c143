"""One text against itself: silence when unsure, then what contradicts."""

import pytest

import newsdiff
from newsdiff.flags import check


def kinds(*paragraphs: str, published: str | None = None) -> list[str]:
    return [f.kind for f in check(newsdiff.article(paragraphs, language="en")._replace(published=published))]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Former President Dan Holt spoke.", "Three weeks into her presidency, Ann Lee agreed."),
        ("He came on Wednesday, 12 March 2025.",),
        ("He came on Wednesday, 12 March.",),
        ("A 12-year-old boy and a 13-year-old boy were hurt. The 13-year-old is stable.",),
        ("Tom Hay, 38, met Ann Lee, 35.",),
        ("The forms are the guide (PDF, 50 KB) and the guide (PDF, 20 KB).",),
        ("The 12 victims, including seven men and three women, were flown out.",),
        ("The 978 pages (1-48 and 49-617) are kept.",),
        ("Of 79 cases 19 people died - 13 women and six men.",),
    ],
)
def test_silence_when_unsure(paragraphs: tuple[str, ...]) -> None:
    assert kinds(*paragraphs) == []


@pytest.mark.parametrize(
    ("paragraphs", "kind"),
    [
        (("There, former U.S. President Dan Holt spoke.", "Three weeks into his presidency, Holt agreed."), "standing"),
        (("He came on Monday, 12 March 2025.",), "weekday"),
        (("A 12-year-old boy was hurt.", "The 13-year-old boy is stable."), "age"),
        (("Tom Hay, 38, left.", "Tom Hay, 35, came back."), "age"),
        (("The 12 victims - seven men and four women - were flown out.",), "total"),
    ],
)
def test_contradictions(paragraphs: tuple[str, ...], kind: str) -> None:
    assert kinds(*paragraphs) == [kind]


def test_a_date_without_a_year_is_read_beside_the_publication() -> None:
    assert kinds("He came on Monday, 12 March.", published="2025-03-14") == ["weekday"]
    assert kinds("He came on Wednesday, 12 March.", published="2025-03-14") == []


def test_a_finding_names_both_places() -> None:
    text = newsdiff.article(["There, former U.S. President Dan Holt spoke.", "Weeks into his presidency, Holt agreed."])
    [finding] = check(text)
    assert (finding.first, finding.second) == ("former U.S. President", "Weeks into his presidency")
    assert (finding.first_block, finding.second_block, finding.subject) == (0, 1, "Dan Holt")


def test_a_language_without_a_table_is_left_alone() -> None:
    assert check(newsdiff.article(["Hän tuli maanantaina 12. maaliskuuta 2025."], language="fi")) == ()
