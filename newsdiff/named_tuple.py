"""``typing.NamedTuple``, made faster: a start makes some sixty of them.

``typing`` compiles the constructor of each and looks at each annotation. Here the constructors of few fields stand
written out, and what does not depend on the fields is shared. To mypy they are the same.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING or sys.version_info >= (3, 14):  # from there on annotations are no part of the class's body
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    class _Fields(tuple):
        """What a named tuple does, whatever its fields."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return tuple.__new__(cls, values)

        def _replace(self, /, **changed):
            made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(shown)})"

        def __getnewargs__(self):
            return tuple(self)

    _new = tuple.__new__
    _CONSTRUCTORS = (  # by the number of fields, which have no names yet; what stands here is compiled before any start
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
    )

    @cache
    def _constructor(fields):
        """The constructor of a tuple of so many fields."""
        if fields < len(_CONSTRUCTORS):
            return _CONSTRUCTORS[fields]
        values = "".join(f"f{i}, " for i in range(fields))
        return eval(f"lambda _cls, {values}: _new(_cls, ({values}))", {"_new": _new})

    class _Maker(type):
        """Makes ``class Name(NamedTuple)`` a plain class of tuples: the name NamedTuple is not among its bases."""

        def __new__(cls, name, _bases, body):
            annotations = body.get("__annotations__", {})
            fields = tuple(annotations)
            body["_field_defaults"] = defaults = {field: body.pop(field) for field in fields if field in body}
            made = _constructor(len(fields))
            code = made.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
            body["__new__"] = new = FunctionType(code, made.__globals__, "__new__", tuple(defaults.values()))
            new.__qualname__, new.__annotations__ = f"{name}.__new__", annotations
            body["_fields"] = body["__match_args__"] = fields
            body["__slots__"] = ()
            body.update((field, _tuplegetter(i, None)) for i, field in enumerate(fields))
            return type(name, (_Fields,), body)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
