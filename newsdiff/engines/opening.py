"""The engine of a name, ready to work on archives."""

from collections.abc import Iterator
from contextlib import contextmanager

from newsdiff.engines.engine import InlineUnits, UnitEngine
from newsdiff.engines.name import engine_name


@contextmanager
def unit_engine(name: str) -> Iterator[UnitEngine]:
    """The engine that ``--engine`` names, and its end; UsageError, EngineError."""
    meant = engine_name(name)
    if meant.address:
        from newsdiff.engines.cluster import Cluster

        with Cluster(meant.address) as cluster:
            yield cluster
    elif meant.children:
        from newsdiff.engines.local import LocalUnits

        with LocalUnits(meant.children) as local:
            yield local
    else:
        with InlineUnits() as inline:
            yield inline
