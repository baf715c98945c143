"""The side of another machine's worker: it does one unit, if its newsdiff is the one that asks.

What crosses the network is one value in bytes, and another one back. No store is looked at.
"""

import pickle
import sys
import threading
from functools import cache
from importlib.util import find_spec
from typing import Any

from newsdiff import __version__
from newsdiff.clean.version import version as cleaner
from newsdiff.engines.engine import Work
from newsdiff.engines.workbench import Workbench
from newsdiff.flags.version import RULES

_HERE = threading.local()  # a workbench for each thread of a worker, as long as it lives


@cache
def versions() -> dict[str, str]:
    """What must be the same on every machine, so that it does not matter which one reads a text."""
    return {
        "newsdiff": __version__,
        "cleaner": cleaner(),
        "rules": RULES,
        "Python": f"{sys.version_info[0]}.{sys.version_info[1]}",
        "cjk": "with budoux" if find_spec("budoux") else "without budoux",
    }


def packed(work: Work, unit: Any) -> bytes:
    """A unit on its way to a worker, which only one of the same version unpacks; its pages are copied this once."""
    return pickle.dumps((work, unit), pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes) -> Any:
    """What came back: the result; or, where the worker has other versions, what differs, as ``Differing``."""
    return pickle.loads(answer)


class Differing(str):
    """How the versions of a worker differ from ours."""


def differing(ours: dict[str, str], theirs: dict[str, str]) -> Differing:
    """``cleaner newsdiff/2 trafilatura/2.0 (here newsdiff/3 trafilatura/2.0)``; empty where nothing differs."""
    found = [f"{name} {theirs.get(name, 'none')} (here {own})" for name, own in ours.items() if theirs.get(name) != own]
    return Differing(", ".join(found))


def do(packed_unit: bytes, asked: dict[str, str]) -> bytes:
    """Do a unit of one whose newsdiff has the versions ``asked``; called by a worker."""
    if other := differing(asked, versions()):
        return pickle.dumps(other)
    work, unit = pickle.loads(packed_unit)
    if not hasattr(_HERE, "bench"):
        _HERE.bench = Workbench()
    return pickle.dumps(work(unit, _HERE.bench), pickle.HIGHEST_PROTOCOL)
