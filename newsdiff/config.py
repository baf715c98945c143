"""config.toml -> frozen Settings; every key is listed here once, with what it means.

A key that is not listed, or a value of another type, is a ConfigError that names the line: a typo must never be a
silent default. ``template()`` is the documented file that ``newsdiff init`` writes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from newsdiff.errors import ConfigError
from newsdiff.model import (
    DisplaySettings,
    EvidenceSettings,
    FetchSettings,
    FlagKind,
    FlagSettings,
    Settings,
    Severity,
    SiteSettings,
    StoreSettings,
    WatchSettings,
)
from newsdiff.text.urls import host as url_host

# What the gate may doubt of a changed page (watch.gate).
DOUBTS = ("alike", "characters", "cut", "empty", "end", "home", "language", "notice", "other", "shrunk", "wall")
_MAX_FILE_CHARACTERS = 1_000_000
_MAX_CHARACTERS = 10_000  # of one text
_MAX_ENTRIES = 10_000  # of one list
_MAX_YEARS = 100
_MAX_SECONDS = _MAX_YEARS * 365.25 * 86_400
_LEAST_BYTES, _MOST_BYTES = 1_000, 1_000_000_000  # of a page
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhdw])")
_PROXY = re.compile(r"(?:https?|socks4a?|socks5h?)://(?:[^\s/@]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/:@\[\]]+)(?::\d{1,5})?/?")


class _Wrong(Exception):
    """A value is not what its key takes; the message completes the sentence "<key> takes ..."."""


def duration(text: str) -> timedelta:
    """Read ``15m``, ``1h``, ``3d`` or ``1d 12h``; ValueError for anything else, and for more than a hundred years."""
    parts = _DURATION.findall(text[:_MAX_CHARACTERS])
    if not parts or _DURATION.sub("", text).strip():
        raise ValueError(f"not a duration: {text[:60]!r}")
    seconds = sum(float(n) * _UNITS[unit] for n, unit in parts)
    if seconds > _MAX_SECONDS:
        raise ValueError(f"longer than {_MAX_YEARS} years: {text[:60]!r}")
    return timedelta(seconds=seconds)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Wrong("a text in quotes")
    if len(value) > _MAX_CHARACTERS or not all(map(_stands_in_a_line, value)):
        raise _Wrong(f"a text of at most {_MAX_CHARACTERS} characters on one line, without control characters")
    return value


def _stands_in_a_line(character: str) -> bool:
    return character >= " " and not "\x7f" <= character <= "\x9f" and not "\ud800" <= character <= "\udfff"


def _proxy(value: Any) -> str:
    if value and not _PROXY.fullmatch(_text(value)):
        raise _Wrong("an address that begins with http://, https://, socks5h://, socks5://, socks4a:// or socks4://")
    return _text(value)


def _program(value: Any) -> str:
    # A name without a folder, or one that leads back to where somebody stands, could be a file of the store itself.
    if value and (not Path(_text(value)).is_absolute() or value.startswith(("/proc/", "/dev/"))):
        raise _Wrong("a program's whole path")
    return _text(value)


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("true or false")
    return value


def _between(least: float, most: float, unit: str) -> Callable[[Any], float]:
    """A number of a unit within bounds; neither ``inf`` nor ``nan`` is within any."""

    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise _Wrong(f"a number of {unit} from {least:g} to {most:g}")
        return float(value)

    return read


def _bytes(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not _LEAST_BYTES <= value <= _MOST_BYTES:
        raise _Wrong(f"a whole number of bytes from {_LEAST_BYTES} to {_MOST_BYTES}")
    return value


def _duration(value: Any) -> timedelta:
    try:
        length = duration(_text(value))
    except ValueError:
        length = timedelta()
    if length < timedelta(seconds=1):
        raise _Wrong(f'a duration such as "15m", "1h" or "3d", from 1s to {_MAX_YEARS} years')
    return length


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or len(value) > _MAX_ENTRIES or not all(isinstance(v, str) and v for v in value):
        raise _Wrong(f"a list of at most {_MAX_ENTRIES} texts in quotes, none of them empty")
    return tuple(map(_text, value))


def _one_of(*choices: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in choices:
            raise _Wrong("one of " + ", ".join(choices))
        return str(value)

    return read


def _kinds(value: Any) -> frozenset[str]:
    read = _one_of(*FlagKind)
    return frozenset(read(v) for v in _texts(value))


def _doubts(value: Any) -> frozenset[str]:
    read = _one_of(*DOUBTS)
    return frozenset(read(v) for v in _texts(value))


def _severities(value: Any) -> tuple[tuple[str, str], ...]:
    kind, level = _one_of(*FlagKind), _one_of(*Severity)
    if not isinstance(value, dict):
        raise _Wrong('a table such as { number = "high" }')
    return tuple((kind(k), level(v)) for k, v in value.items())


def _severity(value: Any) -> Severity:
    return Severity(_one_of(*Severity)(value))


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise _Wrong('a table such as { Cookie = "..." }')
    return tuple((_text(k), _text(v)) for k, v in value.items())


def _word_lists(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise _Wrong('a table such as { offices = ["ombudsman"] }')
    from newsdiff.language.table import USERS_LISTS

    name = _one_of(*sorted(USERS_LISTS))
    return tuple((name(k), _texts(v)) for k, v in value.items())


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how its value is read, an example, and what it means."""

    read: Callable[[Any], Any]
    example: str
    meaning: str


FLAG_KEYS = {
    "off": Key(_kinds, '["added"]', "kinds of flags that you do not want to see"),
    "min_severity": Key(_severity, '"medium"', "leave out flags below low, medium or high"),
    "severity": Key(_severities, '{ number = "high" }', "the severity of a kind, whatever its rule says"),
    "words": Key(
        _word_lists, '{ offices = ["ombudsman"] }', "words of your own, added to a list of the language tables"
    ),
}
SECTIONS: dict[str, dict[str, Key]] = {
    "fetch": {
        "contact": Key(_text, '"newsroom@example.org"', "who a publisher can write to; goes into the User-Agent"),
        "delay": Key(_between(0, 86_400, "seconds"), "5", "seconds between two requests to one host"),
        "deadline": Key(
            _between(0.1, 3_600, "seconds"), "30", "seconds after which a page is given up, however slowly it drips"
        ),
        "max_bytes": Key(_bytes, "10_000_000", "the largest page, decompressed"),
        "allow_private": Key(_switch, "false", "fetch loopback and intranet addresses too"),
        "proxy": Key(_proxy, '"http://proxy.example.org:3128"', "send every request through this proxy"),
        "ca_file": Key(_text, '"/etc/ssl/newsroom.pem"', "certificate authorities to trust in place of the usual ones"),
        "browser": Key(_program, '"/usr/bin/chromium"', "the browser for sites that need one; else the usual places"),
    },
    "watch": {
        "every": Key(_duration, '"1h"', "visit each article this often; without it, often when young, seldom when old"),
        "retire_after": Key(_duration, '"365d"', "stop visiting an article that old"),
        "names": Key(_texts, '["Jane Doe"]', "names that you watch: an edit that touches one is flagged high"),
    },
    "flags": FLAG_KEYS,
    "store": {
        "worktree": Key(_switch, "true", "keep a checked-out copy to browse and grep; false for large stores"),
        "keep_raw": Key(_one_of("all", "changed", "none"), '"changed"', "which fetched pages are kept as WARC"),
    },
    "evidence": {
        "sign": Key(_switch, "false", "sign a tag over the history after each run"),
        "signing_key": Key(_text, '"keys/newsdiff"', "the SSH key to sign with"),
    },
    "display": {
        "tz": Key(_text, '"Europe/Berlin"', "the zone of times on a terminal; without it, the machine's own"),
    },
}
SITE_KEYS = {
    "remove": Key(_texts, '[".promo", "//aside"]', "CSS selectors or XPath expressions of what is never the story"),
    "body": Key(_text, '"div.story"', "where the story stands, when newsdiff does not find it"),
    "headline": Key(_text, '"h1.title"', "where the headline stands"),
    "headers": Key(_pairs, '{ Cookie = "${EXAMPLE_COOKIE}" }', "sent along; ${NAME} is read from the environment"),
    "browser": Key(_switch, "true", "its pages need JavaScript: pip install 'newsdiff[browser]', and a Chromium"),
    "delay": Key(_between(0, 86_400, "seconds"), "20", "seconds between two requests to this host"),
    "every": Key(_duration, '"2h"', "visit this host's articles that often"),
    "believe": Key(_doubts, '["shrunk"]', "doubts that the gate need not have about this host: " + ", ".join(DOUBTS)),
    "flags": Key(lambda value: value, '{ off = ["date"] }', "flag settings for this host alone"),
}


def load(path: Path, environ: Mapping[str, str] | None = None) -> Settings:
    """Read config.toml; a file that is not there gives the defaults.

    ``environ`` fills ``${NAME}`` in headers. Raises ConfigError with the line.
    """
    try:
        text = path.read_text(encoding="utf-8")
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
        if not isinstance(tables.get("site", {}), dict):
            raise self._error("site", "site must be sections", [], '[site."www.example.com"]')
        for name in tables:
            if name != "site" and name not in SECTIONS:
                raise self._error(name, f"there is no section [{name}]", ["site", *SECTIONS])
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
            except _Wrong as wrong:
                raise self._error(key, f"[{name}] {key} takes {wrong}", [], keys[key].example) from None
        return values

    def _site(self, host: str, table: Any, flags: FlagSettings) -> SiteSettings:
        values = self._section(f'site."{host}"', table, SITE_KEYS)
        if "flags" in values:
            own = self._section(f'site."{host}".flags', values["flags"], FLAG_KEYS)
            values["flags"] = FlagSettings(
                own.get("off", frozenset()) | flags.off,
                (*flags.severity, *own.get("severity", ())),
                own.get("min_severity", flags.min_severity),
                flags.names,
                (*flags.words, *own.get("words", ())),
            )
        if "headers" in values:
            values["headers"] = tuple(self._header(k, v) for k, v in values["headers"])
        return SiteSettings(host=url_host(f"https://{host}") or host.lower(), **values)

    def _header(self, name: str, value: str) -> tuple[str, str]:
        """A header with its value filled in; the environment may hold what no header can."""
        filled = self._expand(name, value)
        if not re.fullmatch(r"[!#-'*+.^-z|~A-Z0-9-]+", name) or not all(map(_stands_in_a_line, filled)):
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
        hint = f"did you mean {near[0]}" if near else f"known are {', '.join(known)}" if known else ""
        return ConfigError(
            f"{self.path}, line {line}: {message}", hint or (f"for example {example}" if example else "")
        )


def template() -> str:
    """config.toml with every key explained and commented out."""
    lines = ["# newsdiff reads this file at each run; a key that it does not know is an error.", ""]
    for name, keys in (*SECTIONS.items(), ('site."www.example.com"', SITE_KEYS)):
        lines.append(f"# [{name}]" if name.startswith("site") else f"[{name}]")
        for key, about in keys.items():
            lines += [f"# {about.meaning}", f"# {key} = {about.example}"]
        lines.append("")
    return "\n".join(lines)
