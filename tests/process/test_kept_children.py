"""Children that tests hand on to each other: those that answer, and no others."""

import operator
import os
import signal
import time
from collections.abc import Iterator

import pytest

from newsdiff.process import sandbox
from newsdiff.process.sandbox import Overrun, Sandbox
from tests.kit.kept_children import KeptChildren


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptChildren]:
    kept = KeptChildren()
    monkeypatch.setattr(sandbox, "subprocess", kept.subprocess)
    yield kept
    kept.close()


def test_one_that_answers_is_handed_on_to_a_sandbox_of_the_same_limits() -> None:
    with Sandbox() as one:
        assert one.call(operator.index, 3) == 3
        pid = one.pid
    with Sandbox() as other, Sandbox(memory=1 << 29) as smaller:
        assert other.call(operator.index, 4) == 4
        assert smaller.call(operator.index, 5) == 5
        assert (other.pid == pid, smaller.pid == pid) == (True, False)


def test_one_that_is_at_work_is_not() -> None:
    with Sandbox(wall=0.3) as one, pytest.raises(Overrun, match=r"longer than 0\.3 seconds"):
        one.call(time.sleep, 60)
    with Sandbox(wall=20) as other:
        assert other.call(operator.index, 4) == 4


def test_nor_is_one_that_died() -> None:
    with Sandbox() as one:
        pid = one.call(os.getpid)
        os.kill(pid, signal.SIGKILL)
    with Sandbox() as other:
        assert other.call(os.getpid) != pid
