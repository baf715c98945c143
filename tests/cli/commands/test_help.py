"""Pages of the documents in the terminal; what is no page is a command; what is neither is told with what there is."""

import re
from pathlib import Path

import pytest

from newsdiff.cli.commands import COMMANDS
from newsdiff.cli.documents import topics
from tests.cli.conftest import Newsdiff
from tests.cli.test_completion import offered

DOCS = sorted(page.stem.lower() for page in (Path(__file__).parents[3] / "docs").glob("*.md"))


@pytest.mark.parametrize("topic", DOCS)
def test_every_page_is_shown_in_80_columns_without_marks_for_colours(newsdiff: Newsdiff, topic: str) -> None:
    told = newsdiff("help", topic)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(topics.title(topics.topics()[topic]).replace("`", ""))
    assert "\x1b" not in told.out
    assert re.search(r"\*\*\w", told.out) is None
    examples = [line for line in told.out.splitlines() if line.startswith("    ") or "://" in line]
    assert [line for line in told.out.splitlines() if len(line) > 80 and line not in examples] == []


def test_alone_it_lists_every_page_and_every_command(newsdiff: Newsdiff) -> None:
    told = newsdiff("help").out
    for name in [*DOCS, *COMMANDS]:
        assert re.search(rf"^  {name}  +\S", told, re.MULTILINE)
    assert max(map(len, told.splitlines())) <= 100


def test_a_topic_may_be_written_as_its_file_or_in_capitals(newsdiff: Newsdiff) -> None:
    wanted = newsdiff("help", "flags").out
    assert newsdiff("help", "docs/flags.md").out == newsdiff("help", "FLAGS").out == wanted


def test_a_link_to_another_page_says_what_to_type(newsdiff: Newsdiff) -> None:
    told = " ".join(newsdiff("help", "configuration").out.split())
    assert "newsdiff help rules" in told
    assert ".md" not in told


def test_a_page_of_a_command_says_where_its_options_stand(newsdiff: Newsdiff) -> None:
    assert newsdiff("help", "export").out.endswith("newsdiff export --help lists the options.\n")
    assert "lists the options" not in newsdiff("help", "flags").out


def test_a_command_without_a_page_explains_itself(newsdiff: Newsdiff) -> None:
    assert newsdiff("help", "diff").out == newsdiff("diff", "--help").out


@pytest.mark.parametrize(("typed", "near"), [("flgs", "flags"), ("recodring", "recording"), ("difff", "diff")])
def test_an_unknown_topic_is_told_with_the_nearest_and_all_there_are(newsdiff, typed: str, near: str) -> None:
    told = newsdiff("help", typed)
    assert (told.code, told.out) == (2, "")
    assert f"nothing is written about '{typed}'. Hint: newsdiff help {near} is the nearest." in told.err
    assert "  word-diff      How the word diff reads\n" in told.err


def test_nothing_near_leads_to_the_list(newsdiff: Newsdiff) -> None:
    assert "Hint: newsdiff help lists what there is." in newsdiff("help", "zzzz").err


def test_topics_and_commands_are_completed(tmp_path: Path) -> None:
    assert offered("newsdiff help glo", tmp_path) == ["glossary"]
    assert offered("newsdiff help quar", tmp_path) == ["quarantine"]


def test_colours_on_wish_and_never_against_it(newsdiff: Newsdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = newsdiff("--color", "always", "help", "cron").out
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == newsdiff("help", "cron").out
