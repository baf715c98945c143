"""The door: click commands, one file per command; each imports what it uses when it runs."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """The console script ``newsdiff``; leaves with the exit code of the command."""
    if sys.argv[1:] == ["--version"]:  # asked by every installer and monitor: not worth an import
        from newsdiff import __version__

        print(f"newsdiff {__version__}")
        sys.exit(0)
    import gc

    gc.set_threshold(50_000)  # imports make many objects and no garbage: looking for it costs 3 ms
    from newsdiff.cli.main import run

    code = run(sys.argv[1:])
    if "click" not in sys.modules:  # two files were compared, and nothing waits to be tidied up: that takes 3 ms
        _leave(code)
    gc.freeze()  # the process ends: the system takes all at once what Python would look through for 8 ms
    sys.exit(code)


def _leave(code: int) -> "NoReturn":
    """End the process at once, with nothing left unsaid."""
    import os

    try:  # noqa: SIM105 - contextlib takes a millisecond to import
        sys.stdout.flush()
    except OSError:
        pass  # the disk is full or the reader gone: the code says it
    os._exit(code)
