"""A value computed when it is first asked for: ``functools.cached_property`` without the lock that 3.11 still takes.

A comparison asks for thousands of them, one thread asks, and the lock cost more than most of the values.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy:  # noqa: N801 - a decorator, read beside ``property``
        """A property whose value stays in the object's ``__dict__``, where it is found the next time."""

        def __init__(self, make):
            self._make = make
            self._name = make.__name__
            self.__doc__ = make.__doc__

        def __get__(self, owner, kind):
            if owner is None:
                return self
            value = owner.__dict__[self._name] = self._make(owner)
            return value


__all__ = ["lazy"]
