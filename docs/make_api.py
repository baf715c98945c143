"""Write docs/api.md from the docstrings of the public names; a test says when it is stale."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING
from datetime import UTC
from enum import StrEnum
from pathlib import Path
from typing import Any

import newsdiff
from newsdiff import errors

PAGE = Path(__file__).with_name("api.md")
_ORDER = (
    ("Reading and comparing", ("article", "clean_html", "clean_text", "compare")),
    ("The store", ("Store", "Revision", "ArticleHistory", "RevisionKind")),
    ("Texts", ("Article", "Block", "BlockKind")),
    ("Judgement", ("Report", "Finding", "Flag", "FlagKind", "Severity", "Disclosed", "FlagSettings")),
)
_METHODS = {  # what of a class is meant for others, where that is not all
    "Store": ("create", "articles", "find", "history", "revision", "read", "read_all", "last", "changes", "verify"),
}
_HEAD = """# The library

`import newsdiff` costs nothing: each name is imported when it is first used. Everything is typed (`py.typed`), values
are frozen, nothing prints, and nothing reads the clock, the environment or `$HOME`. What fails raises
`newsdiff.errors.NewsdiffError`, with a `message` and a `hint`. This page is made from the docstrings by
`docs/make_api.py`; its examples run as tests.
"""


def page() -> str:
    """The whole page."""
    told = {name for _, names in _ORDER for name in names}
    missing = set(newsdiff.__all__) - told - {"__version__"}
    assert not missing, f"public, and in no section: {missing}"
    return "\n".join([_HEAD, *_sections()]).rstrip("\n") + "\n"


def _sections() -> Iterator[str]:
    for title, names in _ORDER:
        yield f"## {title}\n"
        for name in names:
            yield from _entry(name, getattr(newsdiff, name))
    yield "## Errors\n"
    yield "All stand in `newsdiff.errors`; the exit code is what the command ends with.\n"
    yield "\n".join(["| error | is a | exit code | |", "| --- | --- | --- | --- |", *_errors()]) + "\n"


def _errors() -> Iterator[str]:
    """A row an error, with the first sentence that is said of it."""
    for error in vars(errors).values():
        if inspect.isclass(error) and issubclass(error, errors.NewsdiffError):
            about = _text(error).partition("\n")[0]
            yield f"| `{error.__name__}` | `{error.__base__.__name__}` | {error.exit_code} | {about} |"


def _entry(name: str, value: Any) -> Iterator[str]:
    if not inspect.isclass(value):
        yield f"### `{name}{_signature(value)}`\n"
        yield _text(value)
        return
    yield f"### `{name}`\n"
    yield _text(value)
    if issubclass(value, StrEnum):
        yield "Values: " + ", ".join(f"`{one.value}`" for one in value) + ".\n"
        return
    if fields := list(_fields(value)):
        yield "\n".join(["| field | type | default | |", "| --- | --- | --- | --- |", *fields]) + "\n"
    for method, found in _methods(name, value):
        yield from found and [f"#### `{name}.{method}`\n", found]


def _fields(value: type) -> Iterator[str]:
    """A row a field of a tuple or dataclass, with the comment behind it in the source."""
    about = dict(re.findall(r"^    (\w+): [^#\n]*#(?: type:[^#]*#)? (.*)$", inspect.getsource(value), re.MULTILINE))
    for name, kind in inspect.get_annotations(value).items():
        shown = _default(value, name).replace("|", "\\|")
        typed = _type(kind).replace("|", "\\|")
        yield f"| `{name}` | `{typed}` | {f'`{shown}`' if shown else ''} | {about.get(name, '')} |".replace("  |", " |")


def _default(value: type, name: str) -> str:
    known = getattr(value, "_field_defaults", None)
    if known is None:
        field = getattr(value, "__dataclass_fields__", {}).get(name)
        known = {} if field is None or field.default is MISSING else {name: field.default}
    return _shown(known[name]) if name in known else ""


def _shown(default: Any) -> str:
    """A default as one would write it."""
    if isinstance(default, StrEnum):
        return f"{type(default).__name__}.{default.name}"
    if default is UTC:
        return "UTC"
    return f"{type(default).__name__}()" if hasattr(default, "_field_defaults") else repr(default)


def _methods(name: str, value: type) -> Iterator[tuple[str, str]]:
    for method in _METHODS.get(name, tuple(value.__dict__)):
        found = inspect.getattr_static(value, method)
        if method.startswith("_") or method in inspect.get_annotations(value):
            continue
        if isinstance(found, property):
            yield method, _text(found.fget)
        elif isinstance(found, classmethod) or inspect.isfunction(found):
            called = getattr(value, method)
            yield f"{method}{_signature(called)}", _text(called)


def _signature(value: Any) -> str:
    found = inspect.signature(value)
    shown = [
        one.replace(
            annotation=_Shown(_type(one.annotation)),
            default=one.default if one.default is one.empty else _Shown(_shown(one.default)),
        )
        for one in found.parameters.values()
        if one.name != "self"
    ]
    return str(found.replace(parameters=shown, return_annotation=_Shown(_type(found.return_annotation))))


class _Shown:
    """A type or a default as a signature shows it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _type(kind: Any) -> str:
    text = kind if isinstance(kind, str) else inspect.formatannotation(kind)
    return re.sub(r"\b(?:newsdiff|datetime|collections|pathlib)(?:\.\w+)*\.(?=\w)", "", text).replace("'", "")


def _text(value: Any) -> str:
    """A docstring as Markdown: double backticks become single ones, examples a block of code."""
    lines = inspect.cleandoc(value.__doc__ or "").split("\n")
    made, within = [], False
    for line in lines:
        begins = line.startswith(">>> ")
        if begins and not within:
            made += ["```pycon"]
            within = True
        elif within and not line:
            made += ["```"]
            within = False
        made.append(line if within else line.replace("``", "`"))
    return "\n".join([*made, *(["```"] if within else [])]) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
