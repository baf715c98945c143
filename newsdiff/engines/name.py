"""The names of engines, as ``--engine`` takes them: ``inline``, ``local:N``, ``dask://HOST:PORT``."""

import re

from newsdiff.errors import UsageError
from newsdiff.named_tuple import NamedTuple

MAX_CHILDREN = 64  # of one machine
_ADDRESS = re.compile(r"(dask|tcp|tls)://(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9._-]{1,253}):(\d{1,5})")
_OTHERS = ("ray", "celery", "ssh", "spark")


class EngineName(NamedTuple):
    """Which engine is meant: so many children of this machine (0: inline), or the scheduler at an address."""

    children: int = 0
    address: str = ""


def engine_name(text: str) -> EngineName:
    """What a name means; UsageError for one that means nothing."""
    if text == "inline":
        return EngineName()
    if found := re.fullmatch(r"local:(\d{1,3})", text):
        if 1 <= int(found[1]) <= MAX_CHILDREN:
            return EngineName(int(found[1]))
        too_many = f"--engine {text}: a machine takes 1 to {MAX_CHILDREN} children"
        raise UsageError(too_many, "take about one for each core")
    kind = text.partition(":")[0]
    if kind in ("dask", "tcp", "tls"):
        return EngineName(address=_address(text))
    if kind in _OTHERS:
        raise UsageError(
            f"--engine {text[:60]}: work on other machines is done by Dask alone", "take dask://HOST:8786, or local:N"
        )
    raise UsageError(f"there is no engine {text[:60]!r}", "take inline, local:4 or dask://HOST:8786")


def _address(text: str) -> str:
    """A scheduler's address as Dask writes it."""
    found = _ADDRESS.fullmatch(text)
    if found is None or not 1 <= int(found[3]) <= 65_535:
        raise UsageError(
            f"--engine {text[:60]} names no scheduler", "write dask://HOST:8786, with the port it listens on"
        )
    return f"{'tls' if found[1] == 'tls' else 'tcp'}://{found[2]}:{int(found[3])}"
