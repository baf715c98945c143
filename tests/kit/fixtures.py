"""Fixtures that several folders of tests share; ``tests/conftest.py`` names this file as a plugin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.site import Desk, Site


@pytest.fixture
def site() -> Iterator[Site]:
    """A small news site on 127.0.0.1."""
    site = Site()
    yield site
    site.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A newsroom that watches it, and its store."""
    return Desk(tmp_path)
