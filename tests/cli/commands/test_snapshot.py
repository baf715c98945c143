"""``newsdiff snapshot``: pages, texts, standard input and files of a store, under the right address and time."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import COUNCIL, COURIER, FERRY, ferry

URL = "https://gazette.example/letters/dam"
TEXT = "The dam holds\n\nAbout {} people live below the dam, the mayor said on Monday.\n\nShare\n"


@pytest.fixture
def store(newsdiff: Newsdiff, tmp_path: Path) -> Newsdiff:
    newsdiff("init")
    (tmp_path / "a.txt").write_text(TEXT.format(900))
    (tmp_path / "b.txt").write_text(TEXT.format(700))
    return newsdiff


def test_a_first_text_an_unchanged_one_and_an_edit(store: Newsdiff) -> None:
    first = store("snapshot", "a.txt", "--url", URL, "--at", "2026-03-01T10:00Z")
    assert (first.code, first.out, first.err) == (0, f'{URL}: first seen, kept: "The dam holds"\n', "")
    same = store("snapshot", "a.txt", "--url", URL, "--at", "2026-03-02T10:00Z")
    assert same.out == f'{URL}: nothing changed: "The dam holds"\n'
    edit = store("snapshot", "b.txt", "--url", URL, "--at", "2026-03-03T10:00Z").out.splitlines()
    assert edit[0] == f'{URL}: edited: "The dam holds"'
    assert any("[-900-]{+700+}" in line for line in edit)
    assert edit[-2].startswith("  2026-03-03 10:00 UTC; +1 -1 words; no note seen")
    assert edit[-1].startswith("  newsdiff diff ")
    back = store("snapshot", "a.txt", "--url", URL, "--at", "2026-03-09T10:00Z")
    assert back.out.startswith(f'{URL}: back to an earlier text: "The dam holds"\n')


def test_the_last_line_of_the_answer_can_be_run(store: Newsdiff) -> None:
    store("snapshot", "a.txt", "--url", URL, "--at", "2026-03-01T10:00Z")
    command = store("snapshot", "b.txt", "--url", URL, "--at", "2026-03-02T10:00Z").out.splitlines()[-1].split()
    assert command[0] == "newsdiff"
    assert "[-900-]{+700+}" in store(*command[1:]).out


def test_json_is_one_object(store: Newsdiff) -> None:
    store("snapshot", "a.txt", "--url", URL, "--at", "2026-03-01T10:00Z")
    done = store("snapshot", "b.txt", "--url", URL, "--at", "2026-03-02T10:00Z", "--format", "json")
    told = json.loads(done.out)
    assert done.out.count("\n") == 1
    assert (told["url"], told["status"], told["headline"]) == (URL, "edit", "The dam holds")
    assert told["words"] == {"inserted": 1, "deleted": 1, "moved": 0}
    assert told["seen_at"] == "2026-03-02T10:00:00+00:00"
    assert [flag["kind"] for flag in told["flags"]] == ["number"]
    assert told["error"] == ""
    same = json.loads(store("snapshot", "b.txt", "--url", URL, "--format", "json").out)
    assert (same["status"], same["words"], same["flags"], same["findings"]) == ("unchanged", None, [], [])


@pytest.mark.parametrize("url", ["http://old.example/a", "https://old.example/a", "https://old.example/a?id=3"])
def test_an_address_is_told_as_it_was_given(store: Newsdiff, url: str) -> None:
    assert store("snapshot", "a.txt", "--url", url).out.startswith(f"{url}: first seen, kept")


def test_a_secret_of_the_address_is_told_and_kept_nowhere(store: Newsdiff, tmp_path: Path) -> None:
    told = store("snapshot", "a.txt", "--url", "https://old.example/a?token=s3cr3tpass").out
    assert told.startswith("https://old.example/a?token=***")
    for path in (tmp_path / "snapshots").rglob("*"):
        assert not path.is_file() or b"s3cr3tpass" not in path.read_bytes()


def test_an_archives_address_is_taken_off(store: Newsdiff) -> None:
    store("snapshot", "a.txt", "--url", f"https://web.archive.org/web/20260301000000/{URL}")
    assert "gazette.example/" in store("log").out
    assert "archive.org" not in store("log").out


def test_verbatim_takes_the_furniture_too(store: Newsdiff) -> None:
    done = store("snapshot", "a.txt", "--url", URL, "--verbatim")
    assert (done.code, done.err) == (0, "")
    assert store("show", "dam").out.endswith("\n\nShare\n")
    store("snapshot", "a.txt", "--url", URL + "-2")
    assert "Share" not in store("show", URL + "-2").out


def test_standard_input(store: Newsdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ferry().encode())))
    done = store("snapshot", "-", "--url", URL)
    assert done.out == f'{URL}: first seen, kept: "Ferry stops for repairs"\n'
    assert "About 2,100 people" in store("show", "dam").out


def test_a_file_of_a_store_knows_its_address_and_another_one_wins(store: Newsdiff, tmp_path: Path) -> None:
    store("snapshot", "a.txt", "--url", URL)
    (tmp_path / "kept.md").write_text(store("show", "dam", "--stored").out)
    assert store("snapshot", "kept.md").out.startswith(f"{URL}: nothing changed")
    assert store("snapshot", "kept.md", "--url", URL + "-2").out.startswith(f"{URL}-2: first seen, kept")


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("a.txt",), 2, "a file does not say which article it is. Hint: give its address with --url."),
        (("a.txt", "--url", "foo"), 2, "'foo' is no web address. Hint: write it as https://news.example/story."),
        (("a.txt", "--url", "ftp://a.example/x"), 2, "is no web address"),
        (("a.txt", "--url", URL, "--at", "2999-01-01"), 2, "still to come"),
        (("a.txt", "--url", URL, "--at", "noon"), 2, "'noon' is no time. Hint: write it as 2025-03-12T10:00Z."),
        (("a.txt", "--url", URL, "--at", ""), 2, "'' is no time"),
        (("a.txt", "--url", URL, "--format", "html"), 2, "'html' is not one of 'plain', 'json'"),
        (("none.txt", "--url", URL), 2, "there is no file none.txt. Hint: check the name."),
        ((".", "--url", URL), 2, ". is a folder. Hint: name a file in it."),
        (("empty.txt", "--url", URL), 2, "there is no text in empty.txt"),
        (("null.bin", "--url", URL), 1, "null.bin is binary, not a text. Hint: give a .txt, .md or .html file."),
        ((), 2, "Missing argument 'URL|FILE|-'"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_no_trace(
    store: Newsdiff, tmp_path: Path, words, code: int, error: str
) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "null.bin").write_bytes(b"a\0b")
    result = store("snapshot", *words)
    assert result.out == ""
    assert error in result.err
    assert result.err.count("\n") == 1
    assert result.code in (code, 2, 3)
    assert store("log").out == ""


def test_what_was_seen_later_already_is_never_rewritten(store: Newsdiff) -> None:
    store("snapshot", "a.txt", "--url", URL, "--at", "2026-03-02T10:00Z")
    result = store("snapshot", "b.txt", "--url", URL, "--at", "2026-03-01T10:00Z")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"Error: {URL} was seen later already, at 2026-03-02 10:00:00 UTC. Hint: a history is only ever added to.\n"
    )


# --- a page that is fetched ---


def test_a_fetched_page_is_compared_with_the_last_text(desk: Newsdiff, own_newsroom: Path) -> None:
    done = desk("snapshot", COUNCIL)
    assert (done.code, done.out) == (0, f'{COUNCIL}: nothing changed: "Notes from Port Amber, number 10"\n')
    assert desk("snapshot", FERRY, "--format", "json").out.startswith(f'{{"url": "{FERRY}", "status": "unchanged"')


def test_a_page_that_is_not_there_leaves_with_3(desk: Newsdiff, own_newsroom: Path) -> None:
    before = desk("log").out
    result = desk("snapshot", f"{COURIER}/nothing")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"Error: {COURIER}/nothing answered with status 404.")
    assert desk("log").out == before
