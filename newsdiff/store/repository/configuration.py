"""A repository's configuration, read before git reads it: each key that it sets, and which of them may be set.

git does what a repository's own configuration says: it runs the programs that are named there, fetches what is missing
from where it points, and prints as it is told. So a store is opened only where every key is one that newsdiff writes,
or one that is known to change nothing of what newsdiff asks git for. Only the plain form that git itself writes is
understood (a section or a variable a line), so that git can never read a line otherwise than it is read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ANY, _SWITCH, _NUMBER = r".*", r"(?i:true|false|yes|no|on|off|[01])", r"-?\d{1,9}[kKmMgG]?"
# Keys in lower case, ``*`` for any name in the middle or at the end, and what their values may be.
# tests/store/test_configuration.py sets each one, and looks whether git then runs or prints anything else.
KNOWN = {
    # what git init and newsdiff write
    "core.repositoryformatversion": r"[01]",
    "core.filemode": _SWITCH,
    "core.bare": _SWITCH,
    "core.ignorecase": _SWITCH,
    "core.precomposeunicode": _SWITCH,
    "core.symlinks": _SWITCH,
    "core.sharedrepository": r"(?i:group|true|umask|false|[01]|0[67][0-7]0)",
    "core.fsync": r"all",
    "core.autocrlf": r"(?i:true|false|input)",
    "core.logallrefupdates": r"(?i:true|false|always)",
    "fastimport.unpacklimit": _NUMBER,
    "gc.auto": _NUMBER,
    "maintenance.auto": _SWITCH,
    "commitgraph.changedpathsversion": r"-1|[012]",
    "diff.newsdiff.wordregex": _ANY,
    "diff.newsdiff.xfuncname": _ANY,
    "log.date": r"(?i:default|iso|iso8601|iso-strict|rfc|rfc2822|short|human|raw|unix|(default|iso|rfc|short)-local)",
    # how a user's own git works and looks: nothing of it reaches what newsdiff asks git for
    "advice.*": _SWITCH,
    "branch.*.*": _ANY,
    "color.*": r"(?i:true|false|always|auto|never)",
    "commit.*": _ANY,
    "core.compression": r"-1|\d",
    "core.loosecompression": r"-1|\d",
    "core.quotepath": _SWITCH,
    "gui.geometry": _ANY,
    "gui.wmstate": _ANY,
    "merge.conflictstyle": _ANY,
    "merge.ff": _ANY,
    "pack.compression": r"-1|\d",
    "pack.threads": r"\d{1,3}",
    "pack.windowmemory": r"\d{1,9}[kKmMgG]?",
    "pull.*": _ANY,
    "push.default": r"nothing|current|upstream|tracking|simple|matching",
    "push.autosetupremote": _SWITCH,
    "rebase.*": _ANY,
    "stash.*": _ANY,
    "status.*": _ANY,
    "user.email": _ANY,
    "user.name": _ANY,
    "user.signingkey": _ANY,
    # where copies are pushed to: an address, never a program (``ext::sh -c ...``)
    "remote.*.url": r"(?!-|(?i:ext):)\S.*",
    "remote.*.pushurl": r"(?!-|(?i:ext):)\S.*",
    "remote.*.fetch": r"\+?refs/\S*",
    "remote.*.tagopt": r"--no-tags|--tags",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One line: ``key`` as git names it, in lower case but for a name in the middle; ``value`` without its quotes."""

    key: str
    value: str
    line: int


class Unclear(ValueError):
    """A line that is not in the form that git itself writes: its number and the line."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line} ({text.strip()[:60]!r})")


def settings(text: str) -> Iterator[Setting]:
    """What a configuration file sets; Unclear at a line of another form than git writes."""
    section = ""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        said = line.strip(" \t")
        if not said or said[0] in "#;":
            continue
        if not said.replace("\t", " ").isprintable() or said.endswith("\\"):
            raise Unclear(number, line)
        if said[0] == "[":
            section = _section(said)
            if not section:
                raise Unclear(number, line)
            continue
        name, equals, value = said.partition("=")
        name = name.rstrip(" \t")
        if not section or not _is_word(name) or not name[0].isalpha():
            raise Unclear(number, line)
        yield Setting(f"{section}.{name.lower()}", _plain(value.strip(" \t")) if equals else "true", number)


def is_known(setting: Setting) -> bool:
    """Whether a setting is one that changes nothing of what newsdiff asks git for."""
    section, _, rest = setting.key.partition(".")
    middle, _, name = rest.rpartition(".")
    shapes = [f"{section}.{middle}.{name}", f"{section}.*.{name}", f"{section}.*.*"]
    if not middle:
        shapes = [setting.key, f"{section}.*"]
    pattern = next((KNOWN[shape] for shape in shapes if shape in KNOWN), None)
    if pattern is None or pattern == _ANY:
        return pattern is not None
    return not set('"\\') & set(setting.value) and re.fullmatch(pattern, setting.value) is not None


def _section(header: str) -> str:
    """``core`` of ``[core]``, ``remote.origin`` of ``[remote "origin"]``; empty for any other form."""
    section, space, quoted = header[1:-1].partition(" ")
    name = quoted[1:-1]
    if not header.endswith("]") or not _is_word(section):
        return ""
    if not space:
        return section.lower()
    return f"{section.lower()}.{name}" if quoted == f'"{name}"' and not set('"\\') & set(name) else ""


def _is_word(text: str) -> bool:
    return text.isascii() and text.replace("-", "a").isalnum()


def _plain(value: str) -> str:
    """A value without a comment behind it or quotes around it; one with more of either is left as it is."""
    if value.count('"') == 2 and value[0] == value[-1] == '"':
        return value[1:-1]
    if '"' in value or "\\" in value:
        return value
    return re.split("[#;]", value)[0].rstrip(" \t") if "#" in value or ";" in value else value
