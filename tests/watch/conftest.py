"""A small news site on 127.0.0.1, and a newsroom that watches it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.site import Desk, Site


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
