"""Units in, results out: in order, few at a time, on this machine."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.engines.engine import InlineUnits, in_order
from newsdiff.engines.local import LocalUnits
from newsdiff.engines.opening import unit_engine
from tests.engines import work
from tests.kit.processes import children


@pytest.mark.parametrize("opened", [InlineUnits, lambda: LocalUnits(3)], ids=["inline", "local"])
def test_results_come_in_the_order_of_the_units(opened: Callable[[], InlineUnits | LocalUnits]) -> None:
    with opened() as engine:
        assert list(in_order(engine, work.last_first, range(20))) == list(range(20))
        assert list(in_order(engine, work.doubled, [])) == []
        assert list(in_order(engine, work.doubled, [4])) == [8]


@given(lanes=st.integers(1, 4), count=st.integers(0, 40))
def test_what_is_under_way_is_bounded(lanes: int, count: int) -> None:
    begun = 0

    def units() -> Iterator[int]:
        nonlocal begun
        for unit in range(count):
            begun += 1
            yield unit

    with LocalUnits(lanes) as engine:
        for given, result in enumerate(in_order(engine, work.doubled, units())):
            assert result == 2 * given
            assert begun - given <= engine.ahead
    assert begun == count


@pytest.mark.parametrize("opened", [InlineUnits, lambda: LocalUnits(2)], ids=["inline", "local"])
def test_a_fault_of_ours_is_raised_where_the_results_are_read(opened: Callable[[], InlineUnits | LocalUnits]) -> None:
    with opened() as engine, pytest.raises(ZeroDivisionError, match="unit 5"):
        list(in_order(engine, work.failing, [5]))


def test_an_engine_that_is_closed_ends_what_hangs_and_leaves_no_child() -> None:
    before = children()
    engine = LocalUnits(2)
    for number in range(5):
        engine.begin(number, work.hanging, number)
    while len(children() - before) < 2:
        time.sleep(0.01)
    began = time.monotonic()
    engine.close()
    assert time.monotonic() - began < 60  # of ten minutes
    assert children() == before
    assert not [thread for thread in threading.enumerate() if "_lane" in thread.name]


def test_a_name_opens_its_engine() -> None:
    with unit_engine("inline") as inline, unit_engine("local:2") as local:
        assert (inline.ahead, local.ahead) == (1, 5)
