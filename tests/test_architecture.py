"""Imports go one way, and each library has one room (docs/ARCHITECTURE.md)."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsdiff"

_GROUND = {"errors", "model", "text", "language", "process", "body"}
ALLOWED: dict[str, set[str]] = {
    "__init__": {"clean", "comparison", "document", "model", "store"},
    "__main__": {"cli"},
    "errors": set(),
    "named_tuple": set(),
    "model": {"errors"},
    "text": set(),
    "language": {"text"},
    "process": set(),
    "body": {"text"},
    "document": _GROUND,
    "config": _GROUND,
    "fetch": _GROUND,
    "clean": _GROUND,
    "diff": _GROUND,
    "flags": _GROUND,
    "findings": _GROUND,
    "render": _GROUND,
    "comparison": {"errors", "model", "diff", "flags", "findings"},
    "engines": _GROUND | {"clean", "comparison", "flags"},
    "store": _GROUND | {"document"},
    "catalogue": _GROUND | {"store", "diff", "comparison", "document", "engines", "flags"},
    "watch": _GROUND | {"config", "fetch", "clean", "engines", "flags", "store", "comparison", "document"},
    "archives": _GROUND | {"fetch", "store"},
    "notify": _GROUND | {"render", "store"},
    "site": _GROUND | {"store", "catalogue", "comparison", "render"},
    "evidence": _GROUND | {"store", "comparison", "render"},
    "export": _GROUND | {"store", "catalogue", "watch"},
    "demo": set(),
    "cli": {"anything"},
}
ROOMS = {
    "git": {"store"},
    "diff_match_patch": {"diff"},
    "fast_diff_match_patch": {"diff"},
    "rich": {"render", "cli"},
    "click": {"cli"},
    "pycurl": {"fetch"},
    "protego": {"fetch"},
    "feedparser": {"fetch"},
    "trafilatura": {"clean"},
    "resiliparse": {"body", "clean"},
    "lxml": {"clean", "fetch"},
    "warcio": {"store"},
    "brotli": {"body"},
    "playwright": {"fetch"},
    "yaml": {"watch"},
    "apprise": {"notify"},
    "jinja2": {"render", "site"},
    "markupsafe": {"render", "site"},
    "starlette": {"site"},
    "uvicorn": {"site"},
    "pyarrow": {"export"},
    "dask": {"engines"},
    "distributed": {"engines"},
    "rfc3161_client": {"evidence"},
    "cryptography": {"evidence"},
}
# What a command may import before it runs; everything else is imported inside the function that needs it.
LIGHT = {"errors", "model", "text", "language", "render", "cli"}
MODULES = {
    ".".join(("newsdiff", *p.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for p in PACKAGE.rglob("*.py")
}
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """A file's syntax: read where it is asked for, for every process that tests imports this one."""
    return ast.parse(path.read_text())


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every file and its syntax."""
    return ((path, tree_of(path)) for path in FILES)


def room_of(module: str) -> str:
    """The room (first level below newsdiff) that a dotted module name stands in."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(tree: ast.Module, package: str) -> Iterator[tuple[str, bool]]:
    """Every imported dotted name, with whether it stands at module level."""
    top = set(map(id, tree.body))  # what stands under `if TYPE_CHECKING` is never imported
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in top
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {package}"
            base = node.module or ""
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if inner in MODULES or base == "newsdiff" else base, id(node) in top


def faults(path: Path, tree: ast.Module) -> list[str]:
    """What is wrong with the imports of one file."""
    relative = path.relative_to(PACKAGE).with_suffix("")
    room, found = relative.parts[0], []
    for name, at_top in imports(tree, str(relative)):
        first = name.split(".")[0]
        if first == "newsdiff":
            target = room_of(name)
            if target in (room, "__version__", "named_tuple"):
                continue
            if (room, name) == ("model", "newsdiff.render.notebook") and not at_top:
                continue  # a notebook asks a value to show itself: nothing else is imported upwards
            allowed = ALLOWED[room]
            if "anything" not in allowed and target not in allowed:
                found.append(f"{relative} imports {name}")
            if room == "cli" and at_top and target not in LIGHT:
                found.append(f"{relative} imports {name} at module level")
        elif first in ROOMS and room not in ROOMS[first]:
            found.append(f"{relative} imports {first}, which belongs to {sorted(ROOMS[first])}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    assert faults(path, tree_of(path)) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("diff/words.py", "from newsdiff.flags import flag"),
        ("flags/number.py", "import newsdiff.store"),
        ("text/tokens.py", "from newsdiff import model"),
        ("model.py", "from newsdiff.text.tokens import tokens"),
        ("model/report.py", "from newsdiff.render.notebook import report"),
        ("render/terminal.py", "import click"),
        ("watch/run.py", "def f():\n    import git"),
        ("cli/diff.py", "from newsdiff.comparison import compare"),
    ],
)
def test_the_test_sees_a_broken_rule(file: str, line: str) -> None:
    assert faults(PACKAGE / file, ast.parse(line)) != []


def test_every_room_is_listed() -> None:
    assert {p.relative_to(PACKAGE).with_suffix("").parts[0] for p in FILES} <= set(ALLOWED)


def test_no_import_cycles_between_modules() -> None:
    graph: dict[str, set[str]] = {}
    for path, tree in trees():
        parts = ("newsdiff", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        graph[name] = {n for n, at_top in imports(tree, name) if at_top and n.startswith("newsdiff.")}
    del graph["newsdiff"]  # its imports stand under TYPE_CHECKING or in __getattr__
    done: set[str] = set()

    def visit(node: str, path: tuple[str, ...]) -> None:
        assert node not in path, f"cycle: {' -> '.join((*path, node))}"
        if node not in done:
            for target in sorted(graph.get(node, ())):
                visit(target, (*path, node))
            done.add(node)

    for node in sorted(graph):
        visit(node, ())


def test_the_library_neither_prints_nor_reads_the_clock_or_the_environment() -> None:
    banned = {
        ("datetime", "now"),
        ("datetime", "utcnow"),
        ("time", "time"),
        ("os", "environ"),
        ("os", "getenv"),
        ("Path", "home"),
    }
    looked = {("store/repository/git.py", "environ")}  # for what is to be taken away before git starts
    found = []
    for path, tree in trees():
        relative = path.relative_to(PACKAGE)
        if relative.parts[0] == "cli":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                found.append(f"{relative}:{node.lineno} prints")
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and (node.value.id, node.attr) in banned
                and (str(relative), node.attr) not in looked
            ):
                found.append(f"{relative}:{node.lineno} reads {node.value.id}.{node.attr}")
    assert found == []


def test_a_sentence_is_never_printed_past_what_breaks_it_at_words() -> None:
    """click.echo is for JSON and the like; what people read goes through newsdiff.cli.output."""
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "click.echo" and node.args):
                continue
            said = node.args[0]
            if isinstance(said, ast.JoinedStr | ast.Constant | ast.BoolOp | ast.IfExp) or (
                isinstance(said, ast.Call) and ast.unparse(said.func) == "visible"
            ):
                found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert found == []


def test_files_and_functions_stay_small() -> None:
    code = [p for p in FILES if "language" not in p.parts]  # word tables are data
    lines = sorted(len(p.read_text().splitlines()) for p in code)
    assert lines[-1] <= 400
    assert lines[len(lines) // 2] <= 120
    functions = [
        n for _, tree in trees() for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 60] == []


def test_named_tuples_are_made_fast() -> None:
    """Those of ``typing`` cost every start 5 ms."""
    own = PACKAGE / "named_tuple.py"
    slow = [p for p, tree in trees() for name, _ in imports(tree, "") if name == "typing" and p != own]
    found = [
        str(p.relative_to(PACKAGE)) for p in slow if re.search(r"from typing import .*\bNamedTuple\b", p.read_text())
    ]
    assert found == []


def test_no_folder_is_flat() -> None:
    """Sixteen files are seen at a glance. Word data, commands and rules are lists that only grow, a file an entry."""
    lists = {PACKAGE / "cli" / "commands", PACKAGE / "flags" / "rules"}
    folders = {p.parent for p in FILES if "language" not in p.parts} - lists
    crowded = {str(f.relative_to(PACKAGE)): n for f in folders if (n := len([*f.glob("[!_]*.py")])) > 16}
    assert crowded == {}


def test_no_class_name_stands_twice() -> None:
    homes: dict[str, list[str]] = {}
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(str(path.relative_to(PACKAGE)))
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_no_docstring_was_broken_by_a_wrapper() -> None:
    """A quotation mark, a line feed and a quotation mark: code that was taken for text."""
    broken = [
        f"{path.relative_to(PACKAGE)}: {text[:60]}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if (text := ast.get_docstring(node, clean=False) or "") and re.search(r"\"\s*\n\s*\"", text)
    ]
    assert broken == []


TESTS = sorted(Path(__file__).parent.rglob("test_*.py"))
_PROOFS = {"raises", "warns", "fail", "golden", "validate"}  # of pytest, of our golden files, of jsonschema


def _proves(node: ast.AST, helpers: dict[str, ast.FunctionDef], depth: int = 2) -> bool:
    """Whether something is asserted in a piece of a test, or in functions of its file that it calls."""
    for part in ast.walk(node):
        if isinstance(part, ast.Assert):
            return True
        if isinstance(part, ast.Call):
            name = ast.unparse(part.func).rpartition(".")[2]
            if name in _PROOFS or (depth and name in helpers and _proves(helpers[name], helpers, depth - 1)):
                return True
    return False


@pytest.mark.parametrize("code", ["def test(): run()", "def test():\n    for a in b: a.look()"])
def test_the_test_sees_a_test_that_proves_nothing(code: str) -> None:
    assert not _proves(ast.parse(code), {})


def test_every_test_asserts_something() -> None:
    silent = []
    for path in TESTS:
        functions = [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef)]
        helpers = {f.name: f for f in functions if not f.name.startswith("test_")}
        silent += [f"{path}:{f.lineno}" for f in functions if f.name.startswith("test_") and not _proves(f, helpers)]
    assert silent == []
