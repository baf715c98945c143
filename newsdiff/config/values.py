"""Values of config.toml: each function reads one kind of value, or says what its key takes (WrongValue)."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from newsdiff.model import FlagKind, RevisionKind, Severity
from newsdiff.text.urls import host as url_host

# What the gate (watch.gate.doubts) may doubt of a changed page; docs/configuration.md says what each means.
DOUBTS = ("alike", "characters", "cut", "empty", "end", "home", "language", "notice", "other", "shrunk", "wall")
_MAX_CHARACTERS = 10_000  # of one text
_MAX_ENTRIES = 10_000  # of one list
_MAX_YEARS = 100
_MAX_SECONDS = _MAX_YEARS * 365.25 * 86_400
_LEAST_BYTES, _MOST_BYTES = 1_000, 1_000_000_000  # of a page
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhdw])")
_SERVICE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,40}://.|\$\{\w+\}")  # the whole address may be a secret
_WEB = re.compile(r"https?://[^\s/@]+(?:/\S*)?")
_PROXY = re.compile(r"(?:https?|socks4a?|socks5h?)://(?:[^\s/@]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/:@\[\]]+)(?::\d{1,5})?/?")


class WrongValue(Exception):
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


def text(value: Any) -> str:
    """A text on one line."""
    if not isinstance(value, str):
        raise WrongValue("a text in quotes")
    if len(value) > _MAX_CHARACTERS or not all(map(stands_in_a_line, value)):
        raise WrongValue(f"a text of at most {_MAX_CHARACTERS} characters on one line, without control characters")
    return value


def is_host(name: str) -> bool:
    """Whether a text is the name or the address of a host, perhaps with a port: no URL, no path, no pattern."""
    return not set(name) & set("/?#@\\") and url_host(f"https://{name}/") != ""


def hosts(value: Any) -> tuple[str, ...]:
    """Names of hosts."""
    found = texts(value)
    if not all(map(is_host, found)):
        raise WrongValue('a list of names of hosts such as "news.example", without https:// or a path')
    return found


def language(value: Any) -> str:
    """The code of a language: ``de``, ``pt-BR``."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", value):
        raise WrongValue('the code of a language, such as "de"')
    return value


def stands_in_a_line(character: str) -> bool:
    """Whether a character is no control character, and no half of one."""
    return character >= " " and not "\x7f" <= character <= "\x9f" and not "\ud800" <= character <= "\udfff"


def proxy(value: Any) -> str:
    """The address of a proxy."""
    if value and not _PROXY.fullmatch(text(value)):
        raise WrongValue(
            "an address that begins with http://, https://, socks5h://, socks5://, socks4a:// or socks4://"
        )
    return text(value)


def web_address(value: Any) -> str:
    """The address of a service on the web."""
    if not _WEB.fullmatch(text(value)):
        raise WrongValue("an address that begins with https:// or http://")
    return text(value)


def program(value: Any) -> str:
    """The whole path of a program."""
    # A name without a folder, or one that leads back to where somebody stands, could be a file of the store itself.
    if value and (not Path(text(value)).is_absolute() or value.startswith(("/proc/", "/dev/"))):
        raise WrongValue("a program's whole path")
    return text(value)


def switch(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise WrongValue("true or false")
    return value


def between(least: float, most: float, unit: str) -> Callable[[Any], float]:
    """A number of a unit within bounds; neither ``inf`` nor ``nan`` is within any."""

    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise WrongValue(f"a number of {unit} from {least:g} to {most:g}")
        return float(value)

    return read


def size(value: Any) -> int:
    """Bytes of a page."""
    if isinstance(value, bool) or not isinstance(value, int) or not _LEAST_BYTES <= value <= _MOST_BYTES:
        raise WrongValue(f"a whole number of bytes from {_LEAST_BYTES} to {_MOST_BYTES}")
    return value


def length(value: Any) -> timedelta:
    """A length of time."""
    try:
        found = duration(text(value))
    except ValueError:
        found = timedelta()
    if found < timedelta(seconds=1):
        raise WrongValue(f'a duration such as "15m", "1h" or "3d", from 1s to {_MAX_YEARS} years')
    return found


def texts(value: Any) -> tuple[str, ...]:
    """One text or a list of them."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or len(value) > _MAX_ENTRIES or not all(isinstance(v, str) and v for v in value):
        raise WrongValue(f"a list of at most {_MAX_ENTRIES} texts in quotes, none of them empty")
    return tuple(map(text, value))


def modules(value: Any) -> tuple[str, ...]:
    """Names of Python modules."""
    found = texts(value)
    if not all(part.isidentifier() for name in found for part in name.split(".")):
        raise WrongValue('a list of modules such as "mypackage.rules"')
    return found


def one_of(*choices: str) -> Callable[[Any], str]:
    """A word out of several."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in choices:
            raise WrongValue("one of " + ", ".join(choices))
        return str(value)

    return read


def flag_kinds(value: Any) -> frozenset[str]:
    """Kinds of flags."""
    read = one_of(*FlagKind)
    return frozenset(read(v) for v in texts(value))


def revision_kinds(value: Any) -> frozenset[str]:
    """Kinds of revisions."""
    read = one_of(*RevisionKind)
    return frozenset(read(v) for v in texts(value))


def addresses_of_services(value: Any) -> tuple[str, ...]:
    """Addresses of services, each with what Apprise calls its schema."""
    found = texts(value)
    if not found or not all(_SERVICE.match(address) for address in found):
        raise WrongValue('a list of addresses such as "mailto://..." or "ntfy://..."')
    return found


def whole(least: int, most: int, unit: str) -> Callable[[Any], int]:
    """A whole number of a unit within bounds."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise WrongValue(f"a whole number of {unit} from {least} to {most}")
        return value

    return read


def doubts(value: Any) -> frozenset[str]:
    """Doubts of the gate."""
    read = one_of(*DOUBTS)
    return frozenset(read(v) for v in texts(value))


def severities(value: Any) -> tuple[tuple[str, str], ...]:
    """Severities by kinds of flags."""
    kind, level = one_of(*FlagKind), one_of(*Severity)
    if not isinstance(value, dict):
        raise WrongValue('a table such as { number = "high" }')
    return tuple((kind(k), level(v)) for k, v in value.items())


def severity(value: Any) -> Severity:
    """A severity."""
    return Severity(one_of(*Severity)(value))


def pairs(value: Any) -> tuple[tuple[str, str], ...]:
    """Headers: names and values."""
    if not isinstance(value, dict):
        raise WrongValue('a table such as { Cookie = "..." }')
    return tuple((text(k), text(v)) for k, v in value.items())


def word_lists(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Additions to the word lists of the language tables."""
    if not isinstance(value, dict):
        raise WrongValue('a table such as { offices = ["ombudsman"] }')
    from newsdiff.language.table import USERS_LISTS

    name = one_of(*sorted(USERS_LISTS))
    return tuple((name(k), texts(v)) for k, v in value.items())
