"""Puts the manual page newsdiff(1) into the wheel, made from the help of the commands while the wheel is built."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPage(BuildHookInterface):  # type: ignore[type-arg]
    """Of the newsdiff that is being packed, not of one that is installed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Write the page and have it installed where man looks."""
        sys.path.insert(0, self.root)
        sys.dont_write_bytecode = True  # nothing is left in the tree
        from newsdiff.cli.documents.manual import manual

        self._folder = TemporaryDirectory()
        page = Path(self._folder.name) / "newsdiff.1"
        page.write_text(manual(), encoding="utf-8")
        build_data["shared_data"][str(page)] = "share/man/man1/newsdiff.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Throw the written page away: it lies in the wheel."""
        self._folder.cleanup()
