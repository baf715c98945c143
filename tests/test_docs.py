"""The documents name every command, setting, exit code, error, doubt, flag and status; nothing in them is gone."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from newsdiff import config, errors
from newsdiff.cli.commands import COMMANDS
from newsdiff.cli.group import app
from newsdiff.export.tables import OBSERVATIONS, PARAGRAPHS, REVISIONS
from newsdiff.model import BlockKind, Disclosed, FlagKind, RevisionKind, Severity, Status, is_told
from newsdiff.watch.state.observation import Event

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted((ROOT / "docs").glob("*.md"))
COMMANDS_PAGE, SETTINGS_PAGE, RECORDING_PAGE, FLAGS_PAGE = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("commands", "configuration", "recording", "flags")
)
ALL_PAGES = "\n".join([README, *(page.read_text(encoding="utf-8") for page in DOCS)])
FOR_CONTRIBUTORS = {"ARCHITECTURE", "CONTRIBUTING"}
FOR_DEVELOPERS = {"test", "dev", "docs"}  # extras


def codes() -> set[int]:
    return {e.exit_code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.NewsdiffError)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    told = re.search(rf"^\| .*`({name}\b|.*, `{name}\b)", COMMANDS_PAGE, re.MULTILINE)
    assert told or f"`{name}`" in COMMANDS_PAGE


def commands(group: click.Group = app, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it, subcommands too."""
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        assert found is not None
        yield (*names, name), found
        if isinstance(found, click.Group):
            yield from commands(found, *names, name)


def options(command: click.Command) -> set[str]:
    return {
        name for one in command.params if isinstance(one, click.Option) for name in (*one.opts, *one.secondary_opts)
    }


def test_every_subcommand_stands_in_the_row_of_its_command():
    for words, _ in commands():
        if len(words) > 1:
            rows = re.findall(rf"^\| `{words[0]}\b.*$", COMMANDS_PAGE, re.MULTILINE)
            assert any(re.search(rf"[`| ]{words[1]}\b", row.partition("|")[2]) for row in rows), words


def test_every_option_that_a_page_shows_is_one_of_its_command():
    known = dict(commands())
    general = options(app) | {"--help", "--version"}
    shown = 0
    for line in re.findall(r"newsdiff [a-z][^`\n#]*", ALL_PAGES):
        words = line.split()[1:]
        name = max((tuple(words[:n]) for n in (1, 2) if tuple(words[:n]) in known), key=len, default=None)
        used = re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)
        if name and used:
            shown += 1
            assert set(used) <= options(known[name]) | general, line
    assert shown > 20


@pytest.mark.parametrize("section", [*config.SECTIONS, "site", "notify"])
def test_every_setting_is_documented(section):
    keys = {"site": config.SITE_KEYS, "notify": config.NOTIFY_KEYS | config.WHEN_KEYS}.get(section)
    keys = keys or config.SECTIONS[section]
    [line] = re.findall(rf"^\| `\[{section}[^|]*\|(.*)\|$", SETTINGS_PAGE, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", line)) == set(keys)


def test_every_exit_code_is_documented():
    told = {int(n) for line in re.findall(r"^\| ([\d, ]+) \|", COMMANDS_PAGE, re.MULTILINE) for n in line.split(",")}
    assert codes() | {0, 1, 70, 130, 143} <= told


def test_every_error_is_documented():
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    found = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.NewsdiffError)]
    assert [e.__name__ for e in found if f"| `{e.__name__}` |" not in page] == []


def test_every_doubt_of_the_gate_is_documented():
    told = re.findall(r"^\| `(\w+)` \| [^`|]+ \|$", SETTINGS_PAGE, re.MULTILINE)
    assert sorted(told) == sorted(config.DOUBTS)


@pytest.mark.parametrize("page", ["README.md", "docs/audit.md"])
def test_git_is_asked_for_the_edits_that_undisclosed_shows(page):
    [asked] = re.findall(r"git -C snapshots log -E --grep='(.*)' ", (ROOT / page).read_text(encoding="utf-8"))
    assert {one for one in Disclosed if re.fullmatch(asked, f"Disclosed: {one}")} == set(Disclosed) - {Disclosed.NOTE}
    assert not any(is_told(one) for one in set(Disclosed) - {Disclosed.NOTE})


def test_every_extra_is_documented():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    [table] = re.findall(r"^\[project\.optional-dependencies\]\n(.*?)^\[", project, re.MULTILINE | re.DOTALL)
    extras = set(re.findall(r"^(\w+) = ", table, re.MULTILINE)) - FOR_DEVELOPERS
    assert {extra for extra in extras if f"'newsdiff[{extra}]'" not in ALL_PAGES} == set()


@pytest.mark.parametrize(
    ("table", "column", "values"),
    [
        (REVISIONS, "kind", RevisionKind),
        (REVISIONS, "disclosed", Disclosed),
        (REVISIONS, "severity", Severity),
        (PARAGRAPHS, "kind", BlockKind),
        (OBSERVATIONS, "event", Event),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_a_column_of_the_export_names_each_value_that_it_may_have(table, column, values):
    [meaning] = [one.meaning for one in table.columns if one.name == column]
    assert set(re.findall(r"\w+", meaning)) >= set(values)


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
