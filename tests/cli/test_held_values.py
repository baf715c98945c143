"""Values that are held are as a list of them would be, whether memory holds them or not."""

import random

import pytest

from newsdiff.cli import held_values as held
from newsdiff.cli.held_values import HeldValues


@pytest.mark.parametrize("count", [0, 1, 6, 7, 40])
@pytest.mark.parametrize("key", [None, lambda value: value[0]])
def test_they_are_as_a_list_would_be(count: int, key, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_SOME", 6)
    monkeypatch.setattr(held, "_FEW", 2)
    chance = random.Random(count)
    values = [(chance.randrange(5), number) for number in range(count)]
    kept = HeldValues(iter(values), key)
    wanted = sorted(values, key=key) if key else values
    assert list(kept) == list(kept) == wanted
    assert [*zip(kept, kept, strict=True)] == [*zip(wanted, wanted, strict=True)]


def test_few_values_touch_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "TemporaryFile", None)
    assert list(HeldValues(range(10_000))) == list(range(10_000))


class Counted:
    """A value that is counted while it is alive."""

    alive = most = 0

    def __init__(self) -> None:
        Counted.alive += 1
        Counted.most = max(Counted.most, Counted.alive)

    def __reduce__(self) -> tuple[type, tuple[()]]:
        return Counted, ()

    def __del__(self) -> None:
        Counted.alive -= 1


def test_no_more_values_than_some_are_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_SOME", 50)
    monkeypatch.setattr(held, "_FEW", 5)
    assert sum(1 for _ in HeldValues(Counted() for _ in range(1000))) == 1000
    assert Counted.most <= 2 * 50 + 2 * 5
