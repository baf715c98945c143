"""``newsdiff [--color=WHEN] diff OLD NEW`` of two files, without click: to import it takes as long as to compare them.

Everything else that can be said, and all that is said wrongly, is read by click.
"""

from collections.abc import Sequence

from newsdiff.cli import input_files, output

_LARGE_BYTES = 4_000_000
_COLOUR = "--color="


def two_files(args: Sequence[str]) -> tuple[str, str, str] | None:
    """Old file, new file and colour that these words name; None when click must read them."""
    colour = "auto"
    if args and args[0].startswith(_COLOUR):
        colour, args = args[0].removeprefix(_COLOUR), args[1:]
    if colour not in output.COLOURS or len(args) != 3 or args[0] != "diff":
        return None
    old, new = args[1:]
    plain = new != ".." and not (old.startswith("-") or new.startswith("-"))
    return (old, new, colour) if plain and input_files.is_file(old) and input_files.is_file(new) else None


def compare(old: str, new: str, colour: str) -> int:
    """Print what changed from one file to the other; the exit code."""
    _keep_freed_memory()
    from newsdiff.cli.comparison_view import Wishes, compare_files

    output.begin(output.Session(colour=colour))
    output.page(compare_files(old, new, Wishes()).lines(output.default_format(None)))
    return 0


def _keep_freed_memory() -> None:
    """Have the allocator keep what is freed: the process ends soon, and to give pages back and take them again costs
    3 ms. The one of Linux does so once a large block was freed; nothing is written into this one, so it costs nothing.
    """
    bytes(_LARGE_BYTES)
