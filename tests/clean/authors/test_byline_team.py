"""The others who made an article: lines behind a byline that are built like it; and those that only stand there."""

import pytest

from newsdiff.clean.authors.byline_team import others_beside
from newsdiff.clean.authors.byline_text import Byline
from tests.kit.leaves import leaves_of

TRANSLATED = "<div>By Ida Lund</div><div>Translation: <a>Sam Poe</a></div>"


def others(markup: str, last: int = 0, end: int = 99) -> dict[int, Byline]:
    found = leaves_of(f"<main><div id=page><section>{markup}</section></div></main>")
    return others_beside(found, last, range(min(end, len(found))))


def told(markup: str) -> list[str]:
    return [byline.text for byline in others(markup).values()]


def boxes(*people: tuple[str, str], tag: str = "div", of: str = "who") -> str:
    """A box with a box for each name, its role behind it."""
    inside = "".join(f"<{tag} class={of}><b>{name}</b><p>{role}</p></{tag}>" for name, role in people)
    return f"<div class=team>{inside}</div>"


# --- silence ---


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "<div>Sam Poe</div>",
        "<div>Translation</div>",
        "<div>Translation: <a>of the statutes</a></div>",
        "<div>Photographs: <a>Sam Poe</a></div>",
        "<div>What we know of the case: <a>Sam Poe</a></div>",
        "<p>Our correspondent in the far and windy north: <a>Sam Poe</a></p>",
    ],
)
def test_a_line_behind_that_tells_of_nobody_else_is_none(behind: str) -> None:
    assert told(f"<div>By Ida Lund</div>{behind}") == []


def test_a_byline_alone_has_no_others() -> None:
    assert others("<div>By Ida Lund</div>") == {}
    assert others(boxes(("Ida Lund", "Editor"))) == {}


def test_a_long_box_is_no_team() -> None:
    people = [("Ida Lund", "Editor"), ("Sam Poe", "Writes on the harbour and all that floats there. " * 7)]
    assert told(boxes(*people)) == []


def test_boxes_of_an_article_element_are_no_team() -> None:
    inside = "".join(f"<div class=who><b>{name}</b><p>Editor</p></div>" for name in ("Ida Lund", "Sam Poe"))
    found = leaves_of(f"<article>{inside}</article>")
    assert others_beside(found, 0, range(len(found))) == {}


# --- lines built alike ---


def test_a_line_built_alike_with_a_label_and_a_linked_name_is_anothers() -> None:
    found = others(TRANSLATED)
    assert found == {1: Byline("Translation: Sam Poe", (), (), "built like the byline before it")}


def test_in_a_small_box_the_name_need_not_be_linked() -> None:
    assert told("<div><p>By Ida Lund</p><p class=x>Translation: Sam Poe</p></div>") == ["Translation: Sam Poe"]


def test_a_name_that_is_not_linked_in_a_great_box_is_nobodys() -> None:
    great = "<p>The council met on Monday to speak of the harbour and of the sea wall.</p>" * 6
    assert told(f"<div><p>By Ida Lund</p><p>Translation: Sam Poe</p>{great}</div>") == []
    assert told(f"<div><p>By Ida Lund</p><p>Translation: <a>Sam Poe</a></p>{great}</div>") == ["Translation: Sam Poe"]
    assert told(f"<div><p>By Ida Lund</p><p class=x>Translation: <a>Sam Poe</a></p>{great}</div>") == []


def test_four_lines_are_looked_at_and_the_first_that_names_nobody_ends_them() -> None:
    lines = [f"<div>{label}: <a>Sam Poe</a></div>" for label in ("Text", "Translation", "Research", "Editing", "Voice")]
    assert list(others("<div>By Ida Lund</div>" + "".join(lines))) == [1, 2, 3, 4]
    lines[1] = "<div>Monday</div>"
    assert list(others("<div>By Ida Lund</div>" + "".join(lines))) == [1]


def test_the_zone_ends_the_search() -> None:
    assert others(TRANSLATED, end=1) == {}


# --- teams in boxes ---


def test_boxes_built_alike_with_a_class_name_the_others() -> None:
    people = boxes(("Ida Lund", "Editor"), ("Sam Poe", "Reporter"), ("Ann Lee", "Data"))
    assert told(people) == ["Sam Poe", "Ann Lee"]


def test_who_made_pictures_is_passed_over_and_the_next_still_told() -> None:
    people = boxes(("Ida Lund", "Editor"), ("Sam Poe", "Photographer"), ("Ann Lee", "Reporter"))
    assert told(people) == ["Ann Lee"]


def test_what_is_no_name_ends_the_team() -> None:
    people = boxes(("Ida Lund", "Editor"), ("more from this desk", "Editor"), ("Ann Lee", "Reporter"))
    assert told(people) == []


def test_a_long_line_on_pictures_behind_a_name_is_no_role() -> None:
    people = boxes(("Ida Lund", "Editor"), ("Sam Poe", "has taken photographs of the harbour for years"))
    assert told(people) == ["Sam Poe"]


def test_boxes_without_a_class_need_a_word_that_joins() -> None:
    plain = "<div class=t><div><b>Ida Lund</b></div><div><b>{}</b></div></div>"
    assert told(plain.format("Sam Poe")) == []
    assert told(plain.format("og Sam Poe")) == ["og Sam Poe"]
    assert told(plain.format("Og Sam Poe")) == []


def test_entries_of_a_list_need_one_too() -> None:
    row = "<ul class=t><li class=w>Ida Lund</li><li class=w>{}</li></ul>"
    assert told(row.format("Sam Poe")) == []
    assert told(row.format("und Sam Poe")) == ["und Sam Poe"]


def test_the_role_in_an_element_like_the_bylines_goes_with_its_reason() -> None:
    box = "<div class=team>{}</div>"
    people = "".join(
        f"<p class=w><b>{name}</b><i>{role}</i></p>" for name, role in (("Ida Lund", "Editor"), ("Sam Poe", "Data"))
    )
    [byline] = others(box.format(people)).values()
    assert (byline.text, [(each.text, each.reason) for each in byline.removed]) == ("Sam Poe", [("Data", "role")])


def test_a_name_with_another_markup_than_the_bylines_and_a_role_ends_the_team() -> None:
    people = "<p class=w><b>Ida Lund</b><i>Editor</i></p><p class=w><u>Sam Poe</u><i>Data</i></p>"
    assert told(f"<div class=team>{people}</div>") == []


@pytest.mark.parametrize("name", ["SAM POE REPORTS.", "sam poe", "山田太郎", "Photo: Sam Poe"])
def test_a_sentence_a_credit_or_a_line_without_capitals_is_no_person(name: str) -> None:
    assert told(boxes(("Ida Lund", "Editor"), (name, "Reporter"))) == []
