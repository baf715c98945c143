"""The side of a worker: it does what one of its own version asks, and says how it differs from any other."""

import pickle
import sys

import pytest

from newsdiff import __version__
from newsdiff.engines.remote import Differing, differing, do, packed, unpacked, versions
from tests.engines.work import doubled, failing


def test_a_unit_of_the_same_version_is_done() -> None:
    assert unpacked(do(packed(doubled, 21), versions())) == 42


def test_a_worker_keeps_its_bench_from_one_unit_to_the_next() -> None:
    assert [unpacked(do(packed(doubled, n), versions())) for n in range(3)] == [0, 2, 4]


def test_what_a_unit_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError, match="unit 3"):
        do(packed(failing, 3), versions())


def test_a_unit_of_another_version_is_not_even_unpacked() -> None:
    answer = unpacked(do(b"no unit at all", versions() | {"newsdiff": "0.0"}))
    assert isinstance(answer, Differing)
    assert answer == f"newsdiff {__version__} (here 0.0)"


def test_the_versions_of_this_machine() -> None:
    found = versions()
    assert list(found) == ["newsdiff", "cleaner", "rules", "Python", "cjk"]
    assert found["newsdiff"] == __version__
    assert found["Python"] == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert all(found.values())


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ({}, {}, ""),
        ({"a": "1"}, {"a": "1"}, ""),
        ({"a": "1"}, {"a": "1", "b": "2"}, ""),  # what only a newer one counts
        ({"a": "1"}, {"a": "2"}, "a 2 (here 1)"),
        ({"a": "1"}, {}, "a none (here 1)"),
        ({"a": "1", "b": "2", "c": "3"}, {"a": "0", "b": "2", "c": "4"}, "a 0 (here 1), c 4 (here 3)"),
    ],
)
def test_what_differs(ours: dict[str, str], theirs: dict[str, str], wanted: str) -> None:
    found = differing(ours, theirs)
    assert found == wanted
    assert bool(found) is bool(wanted)
    back = unpacked(pickle.dumps(found))
    assert (type(back), back) == (Differing, wanted)
