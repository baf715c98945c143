"""Frozen values <-> JSON objects, for the log and the state: what is as usual is not written.

Reads what an older or a newer newsdiff wrote: a key it does not know is skipped, a missing one has its default.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that differ from their defaults, as JSON takes them."""
    pairs = ((name, getattr(value, name), default) for name, default, _ in _shape(type(value)))
    return {name: _plain(found) for name, found, default in pairs if found != default}


def decode(kind: type[T], found: dict[str, Any]) -> T:
    """The value that ``encode`` wrote; TypeError, ValueError or KeyError when it is none."""
    return kind(**{name: read(found[name]) for name, _, read in _shape(kind) if name in found})


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return encode(value) if hasattr(value, "__dataclass_fields__") else value


def _shape(kind: type) -> tuple[tuple[str, Any, Callable[[Any], Any]], ...]:
    """Name, default and reader of each field."""
    if kind not in _SHAPES:
        hints = get_type_hints(kind)
        _SHAPES[kind] = tuple((f.name, f.default, _reader(hints[f.name])) for f in fields(kind))
    return _SHAPES[kind]


_SHAPES: dict[type, tuple[tuple[str, Any, Callable[[Any], Any]], ...]] = {}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What turns JSON into the type of a field; of ``X | None`` only X is ever written."""
    if isinstance(hint, UnionType):
        return _reader(next(a for a in get_args(hint) if a is not NoneType))
    if get_origin(hint) is tuple:
        inner = _reader(get_args(hint)[0])
        return lambda found: tuple(map(inner, found))
    if get_origin(hint) is dict:
        inner = _reader(get_args(hint)[1])
        return lambda found: {key: inner(value) for key, value in found.items()}
    if hint is datetime:
        return datetime.fromisoformat
    if hasattr(hint, "__dataclass_fields__"):
        return lambda found: decode(hint, found)
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else lambda found: found
