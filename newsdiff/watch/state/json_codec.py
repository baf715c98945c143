"""Frozen values <-> JSON objects, for the log and the state: what is as usual is not written.

Reads what an older or a newer newsdiff wrote: a key it does not know is skipped, a missing one has its default.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
_PLAIN = frozenset((str, int, bool, NoneType))
_LARGEST = 1 << 53  # what every reader of JSON can hold
# The names under which fields stand in the files, where their names in the code say more.
_KEYS = {
    "body_sha256": "body",
    "changed_at": "changed",
    "conditional": "asked",
    "conditional_visits": "asked",
    "fingerprint": "text",
    "found_at": "found",
    "missing_since": "missing",
    "raw_sha256": "raw",
    "seen_at": "seen",
    "visited_at": "visited",
}


def encode(value: Any) -> dict[str, Any]:
    """The fields of a named tuple that differ from their defaults, as JSON takes them."""
    shape = _shape(type(value))
    return {key: _plain(x) for (_, key, default, _), x in zip(shape, value, strict=True) if x != default}


def decode(kind: type[T], found: dict[str, Any]) -> T:
    """The value that ``encode`` wrote; TypeError, ValueError or KeyError when it is none."""
    return kind(**{name: read(found[key]) for name, key, _, read in _shape(kind) if key in found})


def _plain(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if hasattr(value, "_fields"):
        return encode(value)
    if isinstance(value, tuple):
        return list(value) if all(type(v) is str for v in value) else [_plain(v) for v in value]
    return value


def _shape(kind: Any) -> "_Shape":
    """Name, key in the file, default (``...`` where there is none) and reader of each field."""
    if kind not in _SHAPES:
        readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
        defaults = kind._field_defaults
        _SHAPES[kind] = tuple(
            (name, _KEYS.get(name, name), defaults.get(name, ...), read) for name, read in readers.items()
        )
    return _SHAPES[kind]


_Shape = tuple[tuple[str, str, Any, Callable[[Any], Any]], ...]
_SHAPES: dict[Any, _Shape] = {}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What turns JSON into the type of a field, and nothing else into it; of ``X | None`` only X is ever written."""
    if isinstance(hint, UnionType):
        return _reader(next(a for a in get_args(hint) if a is not NoneType))
    if get_origin(hint) is tuple:
        inner = _reader(get_args(hint)[0])
        return lambda found: tuple(map(inner, _a(list, found)))
    if get_origin(hint) is dict:
        value = _reader(get_args(hint)[1])
        return lambda found: {_text(key): value(x) for key, x in _a(dict, found).items()}
    if hasattr(hint, "_fields"):
        return lambda found: decode(hint, _a(dict, found))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return {datetime: moment, str: _text, int: _number, bool: lambda found: _a(bool, found)}[hint]


def moment(found: object) -> datetime:
    """A time that was written: one with a zone, and such as a store can keep."""
    read = datetime.fromisoformat(_a(str, found))
    if read.tzinfo is None or not 1970 <= read.year < 2200:
        raise ValueError(f"{found!r:.40} is no time that was ever logged")
    return read


def _text(found: object) -> str:
    if type(found) is str and found.isascii():
        return found
    text = _a(str, found)
    if not text.isascii():
        text.encode()  # a lone surrogate, which JSON can escape, would end the run where it is written
    return text


def _number(found: object) -> int:
    number = _a(int, found)
    if not -_LARGEST < number < _LARGEST or isinstance(found, bool):
        raise ValueError(f"{found!r:.40} is no number that was ever logged")
    return number


def _a(kind: type[T], found: object) -> T:
    if not isinstance(found, kind):
        raise TypeError(f"{found!r:.40} is no {kind.__name__}")
    return found
