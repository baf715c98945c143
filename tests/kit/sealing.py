"""An environment without what the user's machine has in it."""

import os
from pathlib import Path

import pytest

_COLOURS = ("NO_COLOR", "FORCE_COLOR", "PAGER", "LESS", "COLUMNS")


def seal(environment: pytest.MonkeyPatch, home: Path) -> None:
    """No home, git configuration, store, colours or time zone of the user's."""
    for name in list(os.environ):
        if name.startswith(("GIT_", "NEWSDIFF_")) or name in _COLOURS:
            environment.delenv(name)
    environment.setenv("HOME", str(home))
    environment.setenv("TZ", "UTC")
    environment.setenv("GIT_TEST_FSYNC", "0")  # git's own switch: no test cuts the power, and the disk takes its time
