"""The documents name every command, option of the configuration, exit code, flag and status; nothing lags behind."""

import re
import runpy
from pathlib import Path

import pytest

from newsdiff import config, errors
from newsdiff.cli.commands import COMMANDS
from newsdiff.model import FlagKind, Status

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted((ROOT / "docs").glob("*.md"))
COMMANDS_PAGE, SETTINGS_PAGE, RECORDING_PAGE, FLAGS_PAGE = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("commands", "configuration", "recording", "flags")
)
FOR_CONTRIBUTORS = {"ARCHITECTURE", "CONTRIBUTING"}


def codes() -> set[int]:
    return {e.exit_code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.NewsdiffError)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    told = re.search(rf"^\| .*`({name}\b|.*, `{name}\b)", COMMANDS_PAGE, re.MULTILINE)
    assert told or f"`{name}`" in COMMANDS_PAGE


@pytest.mark.parametrize("section", [*config.SECTIONS, "site", "notify"])
def test_every_setting_is_documented(section):
    keys = {"site": config.SITE_KEYS, "notify": config.NOTIFY_KEYS | config.WHEN_KEYS}.get(section)
    keys = keys or config.SECTIONS[section]
    [line] = re.findall(rf"^\| `\[{section}[^|]*\|(.*)\|$", SETTINGS_PAGE, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", line)) == set(keys)


def test_every_exit_code_is_documented():
    told = {int(n) for line in re.findall(r"^\| ([\d, ]+) \|", COMMANDS_PAGE, re.MULTILINE) for n in line.split(",")}
    assert codes() | {0, 1, 70, 130, 143} <= told


@pytest.mark.parametrize("status", Status)
def test_every_status_is_documented(status):
    assert f"`{status}`" in RECORDING_PAGE


@pytest.mark.parametrize("kind", FlagKind)
def test_every_flag_is_documented(kind):
    assert re.search(rf"^\| `?{kind}`? \|", FLAGS_PAGE, re.MULTILINE)


@pytest.mark.parametrize("page", [ROOT / "README.md", *DOCS], ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_the_two_commands_are_as_ci_runs_them():
    assert "pip install . && .venv/bin/newsdiff demo" in README
    assert "pip install -e '.[test]' && .venv/bin/pytest" in README


@pytest.mark.parametrize("page", DOCS, ids=lambda p: p.name)
def test_a_page_of_the_documents_is_linked_and_names_files_that_exist(page):
    assert f"docs/{page.name}" in README
    root = page.parent.parent
    named = re.findall(r"`([a-z_]+(?:/[a-z_<>]+)*/[a-z_]+\.(?:py|txt|md))`", page.read_text(encoding="utf-8"))
    named = [name for name in named if "<" not in name]
    assert named or page.stem not in FOR_CONTRIBUTORS
    assert [n for n in named if not any((root / at / n).exists() for at in ("", "newsdiff"))] == []


def test_the_documents_stand_there():
    assert {page.stem for page in DOCS} >= {"ARCHITECTURE", "CONTRIBUTING", "glossary"}


def test_every_page_stands_once_in_the_contents_of_the_site():
    contents = runpy.run_path(str(ROOT / "docs" / "conf.py"))["CONTENTS"]
    listed = [name for names in contents.values() for name in names.split()]
    assert sorted(name for name in listed if name.startswith("docs/")) == sorted(f"docs/{page.stem}" for page in DOCS)
    assert all((ROOT / f"{name}.md").exists() for name in listed)


WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_workflow_pins_what_it_uses_and_asks_for_no_more_than_it_needs(path):
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w/.-]+@[0-9a-f]{40} # v\d[\d.]*", one)] == []
    assert re.search(r"^permissions: \{(contents: read)?\}$", text, re.MULTILINE)


def test_every_version_that_is_promised_is_tested():
    promised = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [tested] = re.findall(r"python: \[(.*)\]", (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    assert promised == re.findall(r"[\d.]+", tested)
