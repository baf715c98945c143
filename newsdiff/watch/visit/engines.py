"""What visits hosts, by its name: ``inline``, or ``local:N`` for N children side by side.

Whatever the engine, a host is with one worker at a time, and the run that called it is the only writer.
"""

import re

from newsdiff.errors import UsageError
from newsdiff.watch.visit.pool import Inline

MAX_CHILDREN = 64  # children of one machine


def engine(name: str) -> Inline:
    """The engine of that name, a context manager; UsageError when there is none."""
    if name == "inline":
        return Inline()
    if found := re.fullmatch(r"local:(\d{1,3})", name):
        workers = int(found[1])
        if 1 <= workers <= MAX_CHILDREN:
            return Inline(workers=workers, fill=1)
        too_many = f"--engine {name}: a machine takes 1 to {MAX_CHILDREN} children"
        raise UsageError(too_many, "take about one for each core")
    if name.partition(":")[0] in ("dask", "ray", "celery", "ssh"):
        raise UsageError(f"--engine {name}: work on other machines is not built in", "take local:N on this machine")
    raise UsageError(f"there is no engine {name!r}", "take inline, or local:4 for four children side by side")
