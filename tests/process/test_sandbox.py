"""Calls in a child that can be killed: results first, then errors, then everything that goes beyond a limit."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from newsdiff.process.sandbox import Broken, Overrun, Sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(cpu=2) as one:
        yield one


def doubled(text: str, *, times: int = 2) -> str:
    return text * times


def fails(text: str) -> str:
    return str(int(text))


def spins() -> None:
    while True:
        pass


def nested(depth: int) -> object:
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def prints() -> str:
    print("what a library prints")
    return "said"


def test_no_child_is_begun_before_the_first_call() -> None:
    with Sandbox() as sandbox:
        assert sandbox.pid is None


def test_it_gives_what_the_function_gives(sandbox: Sandbox) -> None:
    assert sandbox.call(doubled, "ab") == "abab"
    first = sandbox.pid
    assert sandbox.call(doubled, "ab", times=3) == "ababab"
    assert sandbox.pid == first
    assert sandbox.call(prints) == "said"


def test_what_the_function_raises_comes_back_with_its_place_and_the_child_lives(sandbox: Sandbox) -> None:
    with pytest.raises(Broken, match="ValueError: invalid literal"):
        sandbox.call(fails, "no number")
    first = sandbox.pid
    assert sandbox.call(fails, "7") == "7"
    assert sandbox.pid == first


def test_a_deep_result_is_an_overrun_and_not_a_crash(sandbox: Sandbox) -> None:
    with pytest.raises(Overrun, match="RecursionError"):
        sandbox.call(nested, 100_000)
    assert sandbox.call(doubled, "ab") == "abab"


@pytest.mark.parametrize(
    ("limits", "call", "why"),
    [
        ({"cpu": 1}, (spins,), "CPU time"),
        ({"wall": 0.3}, (time.sleep, 60), "longer than 0.3 seconds"),
        ({"memory": 150 << 20}, (doubled, "x" * 1_000_000), "memory"),
        ({"largest": 1_000}, (doubled, "x" * 600), "bytes"),
        ({}, (dies,), "ended twice"),
    ],
    ids=["cpu", "wall", "memory", "result", "killed"],
)
def test_beyond_a_limit_is_an_overrun_and_the_next_call_is_answered(
    limits: dict[str, int], call: tuple[object, ...], why: str
) -> None:
    with Sandbox(**limits) as sandbox:  # type: ignore[arg-type]
        function, *args = call
        times = {"times": 300} if "memory" in limits else {}
        with pytest.raises(Overrun, match=why):
            sandbox.call(function, *args, **times)  # type: ignore[arg-type]
        if limits.get("wall") is None:
            assert sandbox.call(doubled, "ab") == "abab"


def test_a_child_that_somebody_killed_costs_the_next_call_nothing(sandbox: Sandbox) -> None:
    sandbox.call(doubled, "ab")
    first = sandbox.pid
    assert first
    os.kill(first, signal.SIGKILL)
    assert sandbox.call(doubled, "ab") == "abab"
    assert sandbox.pid != first


def test_closing_leaves_no_child(sandbox: Sandbox) -> None:
    sandbox.call(doubled, "ab")
    sandbox.close()
    assert sandbox.pid is None
