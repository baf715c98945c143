"""``newsdiff [--color=WHEN] diff OLD NEW`` of two files, without click: to import it takes as long as to compare them.

Everything else that can be said, and all that is said wrongly, is read by click.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.cli import files, output

_COLOUR = "--color="


class TwoFiles(NamedTuple):
    """Two files to compare, with no wish beside the colour."""

    old: str
    new: str
    colour: str = "auto"

    def run(self) -> int:
        """Print what changed; the exit code."""
        from newsdiff.cli.comparing import Wishes, compare_files

        output.begin(output.Session(colour=self.colour))
        output.page(compare_files(self.old, self.new, Wishes()).lines(output.default_format(None)))
        return 0


def two_files(args: Sequence[str]) -> TwoFiles | None:
    """The comparison that these words ask for; None when click must read them."""
    colour = "auto"
    if args and args[0].startswith(_COLOUR):
        colour, args = args[0].removeprefix(_COLOUR), args[1:]
    if colour not in output.COLOURS or len(args) != 3 or args[0] != "diff":
        return None
    old, new = args[1:]
    plain = not (old.startswith("-") or new.startswith("-"))
    return TwoFiles(old, new, colour) if plain and files.is_file(old) and files.is_file(new) else None
