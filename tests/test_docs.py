"""The README names every command, option of the configuration, exit code, flag and status; nothing lags behind."""

import re
from pathlib import Path

import pytest

from newsdiff import config, errors
from newsdiff.cli.group import COMMANDS
from newsdiff.model import FlagKind, Status

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def codes() -> set[int]:
    return {e.exit_code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.NewsdiffError)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name):
    assert re.search(rf"^\| .*`({name}\b|.*, `{name}\b)", README, re.MULTILINE) or f"`{name}`" in README


@pytest.mark.parametrize("section", [*config.SECTIONS, "site", "notify"])
def test_every_setting_stands_in_the_readme(section):
    keys = {"site": config.SITE_KEYS, "notify": config.NOTIFY_KEYS | config.WHEN_KEYS}.get(section)
    keys = keys or config.SECTIONS[section]
    [line] = re.findall(rf"^\| `\[{section}[^|]*\|(.*)\|$", README, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", line)) == set(keys)


def test_every_exit_code_stands_in_the_readme():
    told = {int(n) for line in re.findall(r"^\| ([\d, ]+) \|", README, re.MULTILINE) for n in line.split(",")}
    assert codes() | {0, 1, 70, 130, 143} <= told


@pytest.mark.parametrize("status", Status)
def test_every_status_stands_in_the_readme(status):
    assert f"`{status}`" in README


@pytest.mark.parametrize("kind", FlagKind)
def test_every_flag_stands_in_the_readme(kind):
    assert re.search(rf"^\| `?{kind}`? \|", README, re.MULTILINE)


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).exists(), target


def test_the_two_commands_are_as_ci_runs_them():
    assert "pip install . && .venv/bin/newsdiff demo" in README
    assert "pip install -e '.[test]' && .venv/bin/pytest" in README


DOCS = sorted((Path(__file__).parent.parent / "docs").glob("*.md"))


@pytest.mark.parametrize("page", DOCS, ids=lambda p: p.name)
def test_a_page_of_the_documents_is_linked_and_names_files_that_exist(page):
    assert f"docs/{page.name}" in README
    root = page.parent.parent
    named = re.findall(r"`([a-z_]+(?:/[a-z_<>]+)*/[a-z_]+\.(?:py|txt|md))`", page.read_text(encoding="utf-8"))
    named = [name for name in named if "<" not in name]
    assert named or page.stem == "glossary"
    assert [n for n in named if not any((root / at / n).exists() for at in ("", "newsdiff"))] == []


def test_the_documents_stand_there():
    assert {page.stem for page in DOCS} >= {"ARCHITECTURE", "CONTRIBUTING", "glossary"}
