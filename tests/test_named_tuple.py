"""A named tuple of ours is what one of ``typing`` is."""

import copy
import inspect
import pickle
import typing

import pytest

from newsdiff.named_tuple import NamedTuple


class Ours(NamedTuple):
    """A pair and a note."""

    first: int
    second: str = "b"
    third: "tuple[str, ...]" = ()

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


class Theirs(typing.NamedTuple):
    """A pair and a note."""

    first: int
    second: str = "b"
    third: "tuple[str, ...]" = ()

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


class One(NamedTuple):
    only: int


class Nothing(NamedTuple):
    """No field at all."""


@pytest.mark.parametrize("args", [{"first": 1}, {"second": "x", "first": 2}, {"first": 0, "third": ("y",)}])
def test_the_same_values_by_name_by_place_and_by_default(args: dict[str, typing.Any]) -> None:
    ours, theirs = Ours(**args), Theirs(**args)
    assert tuple(ours) == tuple(theirs)
    assert (ours.first, ours.second, ours.third, ours.both) == (theirs.first, theirs.second, theirs.third, theirs.both)
    assert ours == Ours(*theirs)
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(first=9) == theirs._replace(first=9)
    assert pickle.loads(pickle.dumps(ours)) == copy.deepcopy(ours) == ours
    assert type(pickle.loads(pickle.dumps(ours))) is Ours


def test_the_class_tells_the_same_of_itself() -> None:
    assert (Ours._fields, Ours.__match_args__) == (Theirs._fields, Theirs.__match_args__)
    assert Ours._field_defaults == Theirs._field_defaults
    assert inspect.signature(Ours).parameters.keys() == inspect.signature(Theirs).parameters.keys()
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert Ours.__mro__[-2:] == Theirs.__mro__[-2:] == (tuple, object)
    assert (Ours.__doc__, Ours.__module__) == (Theirs.__doc__, Theirs.__module__)
    assert Ours._make((1, "c", ())) == Ours(1, "c")


def test_few_fields() -> None:
    assert (One(3), *One(3)) == ((3,), 3)
    assert Nothing() == ()


@pytest.mark.parametrize(
    "wrong", [lambda: Ours(), lambda: Ours(1, "b", (), 4), lambda: Ours(1, frist=2), lambda: setattr(Ours(1), "x", 1)]
)
def test_what_does_not_fit_is_refused(wrong: typing.Callable[[], object]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        wrong()


def test_a_value_whose_name_is_wrong_is_refused_by_name() -> None:
    with pytest.raises((TypeError, ValueError), match="frist"):
        Ours(1)._replace(frist=2)
    with pytest.raises(TypeError, match=r"Ours.__new__\(\) missing 1 required positional argument: 'first'"):
        Ours()


def test_a_class_of_named_tuples_can_be_parted_by_match() -> None:
    match Ours(1, "z"):
        case Ours(first, second=second):
            assert (first, second) == (1, "z")
