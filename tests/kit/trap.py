"""A program that leaves a mark when it runs, and stores whose files name it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Trap:
    """A program; ``sprung`` when somebody ran it."""

    program: Path
    mark: Path

    @property
    def sprung(self) -> bool:
        return self.mark.exists()


def trap(folder: Path) -> Trap:
    """A program in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    program, mark = folder / "program", folder / "it-ran"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{mark}'\n")
    program.chmod(0o755)
    return Trap(program, mark)


def configure(git_dir: Path, key: str, value: str) -> None:
    """Set a key in a repository's configuration as somebody would who packs a tarball: without git."""
    section, _, rest = key.partition(".")
    middle, _, name = rest.rpartition(".")
    header = f'[{section} "{middle}"]' if middle else f"[{section}]"
    with (git_dir / "config").open("a") as file:
        file.write(f"{header}\n\t{name or 'x'} = {value}\n")
