"""``newsdiff check``: one text alone, from a file or a store, in words and in JSON."""

import json

import pytest

from tests.cli.conftest import Newsdiff

QUIET = "Former Mayor Ada Lindqvist spoke to the council on Monday.\n\nThe ferry leaves at dawn.\n"
WRONG = "A plain line of text to begin with.\n\nThe council met on Monday, March 12, 2025 in the town hall.\n"


@pytest.fixture
def texts(newsdiff: Newsdiff, tmp_path) -> Newsdiff:
    (tmp_path / "quiet.txt").write_text(QUIET)
    (tmp_path / "wrong.txt").write_text(WRONG)
    return newsdiff


def test_a_text_without_contradictions_is_silent(texts: Newsdiff) -> None:
    assert texts("check", "quiet.txt") == texts("check", "quiet.txt", "--format", "plain")
    assert (texts("check", "quiet.txt").code, texts("check", "quiet.txt").out) == (0, "")
    found = texts("check", "quiet.txt", "--format", "json")
    assert (found.code, found.out) == (0, "[]\n")


def test_a_contradiction_names_both_places(texts: Newsdiff) -> None:
    found = texts("check", "wrong.txt")
    assert (found.code, found.err) == (1, "")
    head, *places = found.out.splitlines()
    assert head.startswith("weekday")
    assert places == ["  paragraph 2: Monday, March 12, 2025"]


def test_places_are_counted_and_days_named_as_a_reader_of_diff_knows_them(newsdiff: Newsdiff, tmp_path) -> None:
    """A headline is no paragraph, and a German text's weekday is told in English; one place is told once."""
    (tmp_path / "b.txt").write_text(
        "Der Rat\n\nDer Rat kam am Mittwoch, 21. März 2025, im Rathaus zusammen.\n\nEr ging.\n"
    )
    head, *places = newsdiff("check", "b.txt").out.splitlines()
    assert head == "weekday: 2025-03-21 is a Friday"
    assert places == ["  paragraph 1: Mittwoch, 21. März 2025"]


def test_a_file_without_text_is_no_text_without_contradictions(newsdiff: Newsdiff, tmp_path) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    done = newsdiff("check", "empty.txt")
    assert (done.code, done.out) == (3, "")
    assert done.err == "Error: empty.txt holds no text. Hint: newsdiff clean shows what is read of a file.\n"


def test_json_counts_blocks_from_nought(texts: Newsdiff) -> None:
    found = texts("check", "wrong.txt", "--format", "json")
    [row] = json.loads(found.out)
    assert found.code == 1
    assert (row["kind"], row["first_block"], row["second_block"]) == ("weekday", 1, 1)
    assert set(row) == {"kind", "subject", "reason", "first", "second", "first_block", "second_block"}


@pytest.mark.parametrize("rev", [(), ("@1",), ("@-1",), ("2026-03-03",)])
def test_an_article_of_the_store_at_any_revision(desk: Newsdiff, rev) -> None:
    assert (desk("check", "ferry", *rev).code, desk("check", "ferry", *rev).out) == (0, "")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("volcano",), "no article is called 'volcano'"),
        (("ferry", "@7"), "the article has no revision @7"),
        ((), "Missing argument 'ARTICLE|FILE|-'"),
        (("ferry", "--format", "html"), "'html' is not one of 'plain', 'json'"),
        (("ferry", "@1", "@2"), "unexpected extra argument"),
    ],
)
def test_a_mistake_is_one_line_with_a_hint(desk: Newsdiff, words, error: str) -> None:
    result = desk("check", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1


def test_verbatim_reads_every_line(texts: Newsdiff, tmp_path) -> None:
    assert texts("check", "wrong.txt", "--verbatim").code == 1


def test_without_a_store_a_name_that_is_no_file_says_so(newsdiff: Newsdiff) -> None:
    result = newsdiff("check", "nothing.txt")
    assert (result.code, result.out) == (4, "")
    assert "Hint: " in result.err


def test_on_a_terminal_it_names_the_text_first(desk: Newsdiff, texts: Newsdiff, terminal) -> None:
    shown = terminal("check", "ferry", NO_COLOR="1")[1].splitlines()
    assert shown[:2] == ["Ferry stops for repairs", "http://courier.example/2026/03/ferry"]
    assert shown[2].startswith("@")
    code, shown_of_a_file = terminal("check", "wrong.txt", NO_COLOR="1")
    assert (code, shown_of_a_file.splitlines()[:2]) == (1, ["wrong.txt", ""])
