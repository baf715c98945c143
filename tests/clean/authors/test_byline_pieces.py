"""A line with a byline in it: what is the names, what is a date, what goes and why, what links two names."""

import pytest

from newsdiff.clean.authors.byline_pieces import (
    cut_leaf,
    is_joint,
    joined_pieces,
    pairs_like,
    sorted_pieces,
    why_beside,
)
from newsdiff.model import Removed
from tests.kit.leaves import leaf_of

ROLED = "<span class=n>{}</span><i class=r>{}</i>"


def cut(markup: str) -> list[str]:
    return [part.text for part in cut_leaf(leaf_of(markup))]


def read(markup: str, *names: str) -> tuple[str, tuple[str, ...], list[tuple[str, str]]]:
    """The byline that a line holds for these names, the dates beside it, and what goes."""
    leaf = leaf_of(markup)
    kept, dates, removed = sorted_pieces(leaf, cut_leaf(leaf), lambda p: any(n in p.text for n in names), "en")
    return joined_pieces(leaf, kept), dates, [(each.text, each.reason) for each in removed]


def byline(markup: str, *names: str) -> str:
    return read(markup, *names)[0]


# --- cutting ---


@pytest.mark.parametrize("text", ["Ida Lund", "By Ida Lund and Sam Poe", "Ida Lund @idalund", "ida@", "@x.example"])
def test_a_line_without_a_date_or_an_address_is_one_piece(text: str) -> None:
    assert cut(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>Ida Lund 12 March 2025</p>", ["Ida Lund", "12 March 2025"]),
        ("<p>12 March 2025 Ida Lund</p>", ["12 March 2025", "Ida Lund"]),
        ("<p>Ida Lund ida@post.example</p>", ["Ida Lund", "ida@post.example"]),
        ("<p>Ida Lund ida.lund+news@a-b.post.example Sund</p>", ["Ida Lund", "ida.lund+news@a-b.post.example", "Sund"]),
        ("<p>a@x.example b@x.example</p>", ["a@x.example", "b@x.example"]),
        ("<p><b>Ida Lund</b>ida@post.example</p>", ["Ida Lund", "ida@post.example"]),
        ("<p><b>Ida Lund</b><a>ida@post.example</a>, Sund</p>", ["Ida Lund", "ida@post.example", ", Sund"]),
    ],
)
def test_dates_and_mail_addresses_are_pieces_of_their_own(markup: str, wanted: list[str]) -> None:
    assert cut(markup) == wanted


# --- why a piece goes ---


@pytest.mark.parametrize(
    "text", ["Ida Lund", "Sund", "reporter", "in Port Amber", "Senior economics editor", "12 a b c"]
)
def test_words_that_tell_something_have_no_reason_to_go(text: str) -> None:
    assert why_beside(text, "en") == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "label"),
        ("|", "label"),
        ("***", "label"),
        ("Share", "label"),
        ("Follow", "label"),
        ("@idalund", "label"),
        ("ida@post.example", "label"),
        ("3 hours ago", "relative time"),
        ("5 min read", "relative time"),
        ("142 views", "counter"),
        ("3/14", "counter"),
        ("12", "counter"),
        ("12 nice words", "counter"),
    ],
)
def test_labels_ages_and_counters_have(text: str, why: str) -> None:
    assert why_beside(text, "en") == why


def test_an_age_is_known_by_the_pages_own_language() -> None:
    assert why_beside("pred 3 urami", "sl") == "relative time"
    assert why_beside("3時間前", "ja") == "relative time"
    assert why_beside("words that say little", None) == ""


# --- joints ---


@pytest.mark.parametrize("text", ["", ",", "&", "and", "und", "y", " , ", "og"])
def test_a_comma_or_a_small_word_joins(text: str) -> None:
    assert is_joint(text)


@pytest.mark.parametrize("text", ["And", "Sund", "with the", "sammen", "3 4", "and Sam"])
def test_a_great_a_long_or_a_second_word_does_not(text: str) -> None:
    assert not is_joint(text)


# --- sorting ---


def test_a_name_alone_is_the_byline() -> None:
    assert read("<p>Ida Lund</p>", "Ida Lund") == ("Ida Lund", (), [])


def test_a_line_without_the_name_keeps_nothing() -> None:
    text, dates, removed = read("<p><b>Share</b> <i>12 March 2025</i></p>", "Ida Lund")
    assert (text, dates, removed) == ("", ("12 March 2025",), [("Share", "label")])


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>By <a>Ida Lund</a></p>", "By Ida Lund"),
        ("<p><i>von</i><a>Ida Lund</a></p>", "von Ida Lund"),
        ("<p><i>Text:</i> <a>Ida Lund</a></p>", "Text: Ida Lund"),
        ("<p><i>Interview by</i> <a>Ida Lund</a></p>", "Interview by Ida Lund"),
        ("<p><a>Ida Lund</a> and <a>Sam Poe</a></p>", "Ida Lund and Sam Poe"),
        ("<p><a>Ida Lund</a>, <a>Sam Poe</a></p>", "Ida Lund, Sam Poe"),
        ("<p><a>Ida Lund</a> &amp; <a>Sam Poe</a></p>", "Ida Lund & Sam Poe"),
        ("<p><a>Ida Lund</a><a>Sam Poe</a></p>", "Ida Lund Sam Poe"),
    ],
)
def test_what_leads_up_to_a_name_or_links_two_stays(markup: str, wanted: str) -> None:
    assert read(markup, "Ida Lund", "Sam Poe") == (wanted, (), [])


@pytest.mark.parametrize(
    ("markup", "gone"),
    [
        ("<p><b>Senior Economics Editor</b><a>Ida Lund</a></p>", ("Senior Economics Editor", "role")),
        ("<p><a>Ida Lund</a><b>Reporter</b></p>", ("Reporter", "role")),
        ("<p><a>Ida Lund</a> | 142 views</p>", ("142 views", "counter")),
        ("<p><a>Ida Lund</a> | 5 min read</p>", ("5 min read", "relative time")),
        ("<p><a>Ida Lund</a> <b>Follow</b></p>", ("Follow", "label")),
        ("<p><a>Ida Lund</a> ida@post.example</p>", ("ida@post.example", "label")),
    ],
)
def test_roles_counters_ages_and_labels_go_with_their_reason(markup: str, gone: tuple[str, str]) -> None:
    text, dates, removed = read(markup, "Ida Lund")
    assert (text, dates, removed) == ("Ida Lund", (), [gone])


def test_marks_between_pieces_are_not_told_as_removed() -> None:
    assert read("<p><a>Ida Lund</a> <b>***</b></p>", "Ida Lund") == ("Ida Lund", (), [])


@pytest.mark.parametrize(
    ("markup", "dates"),
    [
        ("<p><a>Ida Lund</a> <time>12 March 2025</time></p>", ("12 March 2025",)),
        ("<p><time>12 March 2025</time> <a>Ida Lund</a></p>", ("12 March 2025",)),
        ("<p><a>Ida Lund</a> <i>Wednesday,</i> <b>12 March 2025</b></p>", ("Wednesday, 12 March 2025",)),
        ("<p><a>Ida Lund</a> <i>12 March 2025</i> <b>10:20</b></p>", ("12 March 2025 10:20",)),
        ("<p><i>12 March 2025</i> <a>Ida Lund</a> <b>13 March 2025</b></p>", ("12 March 2025", "13 March 2025")),
    ],
)
def test_dates_beside_the_name_are_told_and_one_run_is_one_date(markup: str, dates: tuple[str, ...]) -> None:
    assert read(markup, "Ida Lund") == ("Ida Lund", dates, [])


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p><a>Ida Lund</a>, Sund</p>", "Ida Lund, Sund"),
        ("<p><a>Ida Lund</a>, Port Amber</p>", "Ida Lund, Port Amber"),
        ("<p><a>Ida Lund</a> for the Amber Courier</p>", "Ida Lund for the Amber Courier"),
        ("<p>Ida Lund (text) and <b>Sam Poe</b></p>", "Ida Lund (text) and Sam Poe"),
        ("<p>Ida Lund, who has written on ships, Sund</p>", "Ida Lund, who has written on ships, Sund"),
    ],
)
def test_what_runs_on_behind_a_name_is_a_part_of_the_byline(markup: str, wanted: str) -> None:
    assert byline(markup, "Ida Lund") == wanted


@pytest.mark.parametrize(
    ("markup", "gone"),
    [
        ("<p><a>Ida Lund</a>, Deputy Harbour Editor</p>", ", Deputy Harbour Editor"),
        (
            "<p><a>Ida Lund</a> who has been with the paper for many long years</p>",
            "who has been with the paper for many long years",
        ),
        ("<p><a>Ida Lund</a> Sund</p>", "Sund"),
    ],
)
def test_a_role_of_capitals_too_many_words_or_a_word_without_a_comma_do_not(markup: str, gone: str) -> None:
    text, _, removed = read(markup, "Ida Lund")
    assert text == "Ida Lund"
    assert (gone, "role") in removed


def test_pieces_that_touch_are_parted_by_a_space_and_by_a_comma_where_others_stood() -> None:
    assert byline("<p><a>Ida Lund</a><i>Editor</i><a>Sam Poe</a></p>", "Ida Lund", "Sam Poe") == "Ida Lund, Sam Poe"
    assert byline("<p><a>Ida Lund</a><b>(text)</b></p>", "Ida Lund", "(text)") == "Ida Lund (text)"
    assert byline("<p><a>Ida Lund</a> <b>, Sund</b></p>", "Ida Lund", "Sund") == "Ida Lund, Sund"


# --- pairs of name and role ---


def pairs(markup: str, *named: str) -> list[str]:
    parts = cut_leaf(leaf_of(markup))
    return [part.text for part in pairs_like(parts, [part for part in parts if part.text in named])]


def test_a_line_of_one_name_or_none_has_no_pairs() -> None:
    assert pairs("<p></p>x") == []
    assert pairs(f"<p>{ROLED.format('Ida Lund', 'Editor')}</p>", "Ida Lund") == []
    assert pairs(f"<p>{ROLED.format('Ida Lund', 'Editor')}{ROLED.format('Sam Poe', 'Reporter')}</p>") == []


@pytest.mark.parametrize(
    "second",
    [
        "<b class=n>Sam Poe</b><i class=r>Reporter</i>",
        "<span class=other>Sam Poe</span><i class=r>Reporter</i>",
        "<span class=n>Sam Poe</span><i class=other>Reporter</i>",
        "<span class=n>more from Sund</span><i class=r>Reporter</i>",
        "<span class=n>12 March 2025</span><i class=r>Reporter</i>",
        "<u><span class=n>Sam Poe</span><i class=r>Reporter</i></u>",
    ],
)
def test_what_is_built_otherwise_or_is_no_name_is_no_other_name(second: str) -> None:
    assert pairs(f"<p>{ROLED.format('Ida Lund', 'Editor')}{second}</p>", "Ida Lund") == []


def test_a_date_in_the_place_of_the_role_makes_no_pair() -> None:
    line = ROLED.format("Ida Lund", "12 March 2025") + ROLED.format("Sam Poe", "13 March 2025")
    assert pairs(f"<p>{line}</p>", "Ida Lund") == []


def test_roles_in_boxes_of_their_own_make_none() -> None:
    line = "".join(f"<b>{name}</b><u><i>{role}</i></u>" for name, role in (("Ida Lund", "Editor"), ("Sam Poe", "Data")))
    assert pairs(f"<p>{line}</p>", "Ida Lund") == []


def test_names_and_roles_in_one_kind_of_element_are_no_pairs() -> None:
    line = "".join(f"<b>{text}</b>" for text in ("Ida Lund", "Harbour Editor", "Sam Poe", "Staff Reporter"))
    assert pairs(f"<p>{line}</p>", "Ida Lund") == []


def test_the_others_of_a_line_of_pairs_are_told_but_who_made_pictures() -> None:
    people = [("Ida Lund", "Editor"), ("Sam Poe", "Reporter"), ("Ann Lee", "Photographer"), ("Tom Roe", "Data")]
    line = f"<p>{''.join(ROLED.format(*each) for each in people)}</p>"
    assert pairs(line, "Ida Lund") == ["Sam Poe", "Tom Roe"]
    assert byline(line, "Ida Lund") == "Ida Lund, Sam Poe, Tom Roe"


def test_links_to_one_folder_are_of_one_kind_and_to_another_are_not() -> None:
    line = "<a href='/{}/{}'>{}</a><i class=r>Editor</i>"
    own, other = line.format("crew", "ida", "Ida Lund"), line.format("crew", "sam", "Sam Poe")
    assert pairs(f"<p>{own}{other}</p>", "Ida Lund") == ["Sam Poe"]
    assert pairs(f"<p>{own}{line.format('topic', 'sam', 'Sam Poe')}</p>", "Ida Lund") == []


def test_removed_pieces_are_the_ones_of_the_model() -> None:
    leaf = leaf_of("<p><a>Ida Lund</a><b>Reporter</b></p>")
    assert sorted_pieces(leaf, cut_leaf(leaf), lambda p: p.text == "Ida Lund", "en")[2] == (
        Removed("Reporter", "role"),
    )
