"""config.toml -> frozen Settings; every key is listed once (``keys``), with what it means.

A key that is not listed, or a value of another type, is a ConfigError that names the line: a typo must never be a
silent default. ``template()`` is the documented file that ``newsdiff init`` writes.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsdiff.config.keys import FLAG_KEYS, NOTIFY_KEYS, SECTIONS, SITE_KEYS, WHEN_KEYS, Key
from newsdiff.config.values import DOUBTS, WrongValue, duration, is_host, stands_in_a_line
from newsdiff.errors import ConfigError
from newsdiff.model import (
    ArchiveSettings,
    DisplaySettings,
    EvidenceSettings,
    FetchSettings,
    FlagSettings,
    NotifyRule,
    NotifySettings,
    Settings,
    SiteSettings,
    StoreSettings,
    WatchSettings,
)
from newsdiff.text.urls import host as url_host

__all__ = ["DOUBTS", "FLAG_KEYS", "NOTIFY_KEYS", "SECTIONS", "SITE_KEYS", "WHEN_KEYS", "duration", "load", "template"]
_TABLES = {"site": '[site."www.example.com"]', "notify": "[notify.desk]"}  # sections of which there may be several
_NAME = re.compile(r"[\w-]{1,40}")
_MAX_FILE_CHARACTERS = 1_000_000


def load(path: Path, environ: Mapping[str, str] | None = None) -> Settings:
    """Read config.toml; a file that is not there gives the defaults.

    ``environ`` fills ``${NAME}`` in headers. Raises ConfigError with the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}", "it is a text file in UTF-8") from None
    if len(text) > _MAX_FILE_CHARACTERS:
        raise ConfigError(
            f"{path} has more than {_MAX_FILE_CHARACTERS:,} characters", "newsdiff init writes a short one"
        )
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return Settings()  # nothing but comments: spares the import of tomllib
    return _ConfigReader(path, text, environ or {}).settings()


class _ConfigReader:
    def __init__(self, path: Path, text: str, environ: Mapping[str, str]) -> None:
        self.path, self.text, self.environ = path, text, environ

    def settings(self) -> Settings:
        import tomllib

        try:
            tables = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{self.path}: {error}", "newsdiff config --edit opens it") from None
        except (ValueError, RecursionError):  # tomllib lets them through
            why = "a number of thousands of digits, or brackets in hundreds of brackets"
            raise ConfigError(f"{self.path}, line 1: it holds {why}", "newsdiff config --edit opens it") from None
        for name, example in _TABLES.items():
            if not isinstance(tables.get(name, {}), dict):
                raise self._error(name, f"{name} must be sections", [], example)
        for name in tables:
            if name not in _TABLES and name not in SECTIONS:
                raise self._error(name, f"there is no section [{name}]", [*_TABLES, *SECTIONS])
        read = {name: self._section(name, tables.get(name, {}), keys) for name, keys in SECTIONS.items()}
        names = read["watch"].pop("names", ())
        if self._lies_beside(read["fetch"].get("browser", "")):
            raise self._error("browser", "[fetch] browser is a file of the store, which could be anybody's", [])
        flags = FlagSettings(names=names, **read["flags"])
        return Settings(
            FetchSettings(**read["fetch"]),
            WatchSettings(**read["watch"]),
            flags,
            EvidenceSettings(**read["evidence"]),
            StoreSettings(**read["store"]),
            tuple(self._site(host, table, flags) for host, table in tables.get("site", {}).items()),
            DisplaySettings(**read["display"]),
            tuple(self._notify(name, table) for name, table in tables.get("notify", {}).items()),
            ArchiveSettings(**read["archive"]),
        )

    def _lies_beside(self, program: str) -> bool:
        """Whether a program stands in the store whose configuration this is."""
        return bool(program) and Path(program).resolve().is_relative_to(self.path.resolve().parent.parent)

    def _section(self, name: str, table: Any, keys: Mapping[str, Key]) -> dict[str, Any]:
        if not isinstance(table, dict):
            raise self._error(name, f"{name} must be a section: [{name}]", [])
        values = {}
        for key, value in table.items():
            if key not in keys:
                raise self._error(key, f"[{name}] has no key {key!r}", list(keys))
            try:
                values[key] = keys[key].read(value)
            except WrongValue as wrong:
                raise self._error(key, f"[{name}] {key} takes {wrong}", [], keys[key].example) from None
        return values

    def _site(self, host: str, table: Any, flags: FlagSettings) -> SiteSettings:
        if not is_host(host):
            raise self._error(
                host, f"[site.{host[:60]!r}] is not the name of a host", [], f"{_TABLES['site']}, without https://"
            )
        values = self._section(f'site."{host}"', table, SITE_KEYS)
        if "flags" in values:
            own = self._section(f'site."{host}".flags', values["flags"], FLAG_KEYS)
            values["flags"] = FlagSettings(
                own.get("off", frozenset()) | flags.off,
                (*flags.severity, *own.get("severity", ())),
                own.get("min_severity", flags.min_severity),
                flags.names,
                (*flags.words, *own.get("words", ())),
                (*flags.rules, *own.get("rules", ())),
                own.get("language", flags.language),
            )
        if "headers" in values:
            values["headers"] = tuple(self._header(k, v) for k, v in values["headers"])
        return SiteSettings(host=url_host(f"https://{host}/"), **values)

    def _notify(self, name: str, table: Any) -> NotifySettings:
        # Messages of these names go to the web archive ([archive] on) and to the time stamp authority ([evidence]).
        if name in ("archive", "timestamp") or not _NAME.fullmatch(name):
            raise self._error(name, f"{name[:60]!r} is no name: letters, digits, - and _", [], "[notify.desk]")
        found = self._section(f"notify.{name}", table, NOTIFY_KEYS)
        if "urls" not in found:
            raise self._error(name, f"[notify.{name}] names no urls", [], NOTIFY_KEYS["urls"].example)
        when = self._section(f"notify.{name}.when", found.pop("when", {}), WHEN_KEYS)
        return NotifySettings(name, when=NotifyRule(**when), **found)

    def _header(self, name: str, value: str) -> tuple[str, str]:
        """A header with its value filled in; the environment may hold what no header can."""
        filled = self._expand(name, value)
        if not re.fullmatch(r"[!#-'*+.^-z|~A-Z0-9-]+", name) or not all(map(stands_in_a_line, filled)):
            raise self._error(name, f"{name!r} is no header that can be sent: one line, name and value", [])
        return name, filled

    def _expand(self, key: str, value: str) -> str:
        def fill(match: re.Match[str]) -> str:
            if match[1] not in self.environ:
                raise self._error(key, f"{match[0]} is not set in the environment", [])
            return self.environ[match[1]]

        return re.sub(r"\$\{(\w+)\}", fill, value)

    def _error(self, key: str, message: str, known: list[str], example: str = "") -> ConfigError:
        from difflib import get_close_matches

        found = re.search(rf'^[^#\n]*(?<![\w-])"?{re.escape(key)}"?\s*[=\]."]', self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.end()) + 1 if found else 1
        near = get_close_matches(key, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}" if known else ""
        return ConfigError(
            f"{self.path}, line {line}: {message}", hint or (f"for example {example}" if example else "")
        )


def template() -> str:
    """config.toml with every key explained and commented out."""
    lines = ["# newsdiff reads this file at each run; a key that it does not know is an error.", ""]
    from newsdiff.config.standing import standing

    several = (('site."www.example.com"', SITE_KEYS), ("notify.desk", NOTIFY_KEYS), ("notify.desk.when", WHEN_KEYS))
    for name, keys in (*SECTIONS.items(), *several):
        lines.append(f"[{name}]" if name in SECTIONS else f"# [{name}]")
        for key, about in keys.items():
            if name == "notify.desk" and key == "when":
                continue  # its keys stand below, in a section of their own
            lines += [f"# {about.meaning}", f"# {key} = {about.example}  # {standing(name, key, about)}"]
        lines.append("")
    return "\n".join(lines)
