"""A value computed when it is first asked for: ``functools.cached_property`` without the lock that 3.11 still takes.

A comparison asks for thousands of them, one thread asks, and the lock cost more than most of the values.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 - a decorator, read beside ``property``
    """A property whose value stays in the object's ``__dict__``, where it is found the next time."""

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...
    def __get__(self, owner: object | None, kind: type) -> Self | Value:
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value
