"""``newsdiff clean``: what is read from a page, and what was taken out, without a store and with a site's rules."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import BAKERY, COUNCIL, COURIER, NOTE, ferry

PAGE = ferry(note=NOTE).replace("</h1>", "</h1><div class='share'><a href='#'>Share</a><a href='#'>Tweet</a></div>")
BLOCKS = [
    "headline    Ferry stops for repairs",
    "paragraph   Former Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.",
    "paragraph   About 2,100 people take the ferry to work each day, the harbour office counted in the winter.",
    "paragraph   The boat was built in 1974 and has been painted four times, always in the colours of the town.",
    "paragraph   Passengers can take the bus over the long bridge instead, which leaves the market every hour.",
    f"correction  {NOTE}",
]


@pytest.fixture
def page(newsdiff: Newsdiff, tmp_path: Path) -> Newsdiff:
    (tmp_path / "page.html").write_text(PAGE)
    return newsdiff


def test_each_block_stands_behind_its_kind(page: Newsdiff) -> None:
    shown = page("clean", "page.html")
    assert (shown.code, shown.out.splitlines(), shown.err) == (0, BLOCKS, "")


def test_explain_adds_what_the_page_says_of_itself_and_what_was_taken_out(page: Newsdiff) -> None:
    lines = page("clean", "page.html", "--explain", "--url", "https://a.example/x").out.splitlines()
    assert lines[:6] == BLOCKS
    assert "url: https://a.example/x" in lines
    assert "language: en" in lines
    assert [line for line in lines if line.startswith("slot")][:2] == [
        "slots: where the blocks stand on the page, by tag and class (newsdiff sites --drop takes one out)",
        "slot: 1 block in h1",
    ]
    assert all(line.split()[0].rstrip(":").replace("_", "").isalpha() for line in lines[6:])


def test_standard_input_is_a_page_or_a_text(newsdiff: Newsdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    for body in (PAGE, "\n\n".join(line[12:] for line in BLOCKS)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body.encode())))
        assert newsdiff("clean", "-").out.splitlines()[:2] == BLOCKS[:2]


def test_a_text_is_cleaned_as_one(newsdiff: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A headline\n\nA long enough line of text that stands here.\n\nShare\n")
    shown = newsdiff("clean", "a.txt", "--explain").out
    assert shown == (
        "headline    A headline\nparagraph   A long enough line of text that stands here.\nremoved (label)  Share\n"
    )


def test_the_rules_of_a_site_are_those_of_the_address(page: Newsdiff, tmp_path: Path) -> None:
    page("init")
    rules = '[site."a.example"]\nremove = ["article p:nth-of-type(3)"]\n'
    (tmp_path / "snapshots/.newsdiff/config.toml").write_text(rules)
    without = [line for line in BLOCKS if "1974" not in line]
    assert page("clean", "page.html", "--url", "https://a.example/x").out.splitlines() == without
    assert page("clean", "page.html", "--url", "https://b.example/x").out.splitlines() == BLOCKS
    assert page("clean", "page.html").out.splitlines() == BLOCKS
    told = page("clean", "page.html", "--url", "https://a.example/x", "--explain").out
    assert [line for line in told.splitlines() if line.startswith("removed (") and "1974" in line]


def test_a_page_of_a_server(desk: Newsdiff) -> None:
    shown = desk("clean", COUNCIL)
    assert shown.code == 0
    assert shown.out.startswith("headline    Notes from Port Amber, number 10\nparagraph   The judge of Port Amber ")


@pytest.mark.parametrize(("url", "status"), [(f"{COURIER}/nothing", 404), (BAKERY, 403)])
def test_a_page_that_a_server_does_not_give(desk: Newsdiff, url: str, status: int) -> None:
    result = desk("clean", url)
    assert (result.code, result.out) == (3, "")
    assert result.err == f"Error: {url} answered with status {status}.\n"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            ("none.html",),
            "there is no file none.html. Hint: a web address begins with https://; an article has show --removed.",
        ),
        ((".",), ". is a folder. Hint: name a file in it."),
        ((), "Missing argument 'URL|FILE|-'"),
    ],
)
def test_a_mistake_is_one_line_with_a_hint(newsdiff: Newsdiff, words, error: str) -> None:
    result = newsdiff("clean", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1


def test_no_page_is_asked_of_a_private_address_unless_it_is_allowed(newsdiff: Newsdiff) -> None:
    result = newsdiff("clean", "http://127.0.0.1:9/x")
    assert (result.code, result.out) == (3, "")
    assert "not a public address" in result.err
