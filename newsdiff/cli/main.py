"""From words on a command line to an exit code: runs the command, and says what went wrong in one sentence.

Exit codes: 0 done; 1 found something where asked to tell; 2 usage or configuration; 3 articles failed; 4 store
unusable; 70 bug; 74 disk full; 75 another run holds the lock; 130, 143 stopped.
"""

import errno
import os
import sys
from collections.abc import Sequence

from newsdiff.cli import fast_diff
from newsdiff.errors import NewsdiffError, StoreError

BUG, DISK_FULL, INTERRUPTED, TERMINATED = 70, 74, 130, 143
_OPTIONS = {"--store": True, "--color": True, "--no-pager": False, "--debug": False}  # name -> whether it takes a value
_OVERVIEW: tuple[list[str], ...] = ([], ["--help"], ["-h"])
_SHOWN_CHOICES = 10  # of what could have been meant
_RECORDING = frozenset(
    {"archive", "demo", "dismiss", "import", "quarantine", "reclean", "rejudge", "snapshot", "watch"}
)  # commands
_LIBCURL = ("SSLKEYLOGFILE", "CURL_SSL_BACKEND")  # what it reads while it is loaded, and no option keeps from it
_NO_ACCESS = (errno.EACCES, errno.EPERM, errno.EROFS)


class Terminated(BaseException):
    """SIGTERM or SIGHUP came: unwind, so that locks and children are let go."""


def run(args: Sequence[str]) -> int:
    """Run one command; its return value (none: 0) or its error becomes the exit code."""
    _hold_standard_files()
    if sys.stdout is None:  # closed by the caller: nobody wants to hear anything
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - it lives as long as the process
    for name in _LIBCURL:
        os.environ.pop(name, None)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _invoke(_hoisted(args))
        sys.stdout.flush()
        return code
    except NewsdiffError as error:
        return _say(error)
    except KeyboardInterrupt:
        if sys.stderr is not None and sys.stderr.isatty():
            _tell(f"\nStopped.{' What was recorded stays.' if _records(args) else ''}")
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    except BrokenPipeError:
        # The reader went away (`| head`): nothing is wrong. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            _tell(f"Error: no room left on the disk ({error.filename or 'writing'}). Hint: nothing was lost.")
            return DISK_FULL
        if error.errno in _NO_ACCESS:
            return _say(_no_access(error))
        return _bug(error, args)
    except Exception as error:  # noqa: BLE001 - the last door: what comes here is a bug, and must say so
        return _bug(error, args)


def _records(args: Sequence[str]) -> bool:
    """Whether the command that these words call records anything."""
    from newsdiff.cli.commands import COMMANDS

    return next((word for word in args if word in COMMANDS), "") in _RECORDING


def _no_access(error: OSError) -> StoreError:
    if error.errno != errno.EROFS and isinstance(error.filename, str):
        from pathlib import Path

        from newsdiff.store.disk import denied

        return denied(Path(error.filename))
    return StoreError(f"{error.filename or 'a file'} cannot be written: {error.strerror}", "check its permissions")


def _hold_standard_files() -> None:
    """Open nothing in the place of standard files that the caller closed.

    Else the next file that is opened takes the place, and what a library or a child says on it goes into that file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _invoke(args: list[str]) -> int:
    if asked := fast_diff.two_files(args):
        return fast_diff.compare(*asked)
    if args in _OVERVIEW and "_NEWSDIFF_COMPLETE" not in os.environ:  # what click would print, without click
        from newsdiff.cli.commands import overview

        print(overview())
        return 0
    import signal

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _terminate)
    from newsdiff.cli.group import invoke

    return invoke(args)


def _hoisted(args: Sequence[str]) -> list[str]:
    """The arguments with the options of newsdiff itself in front, wherever the user wrote them."""
    front: list[str] = []
    rest = list(args)
    i = 0
    while i < len(rest) and rest[i] != "--":
        name = rest[i].partition("=")[0]
        if name not in _OPTIONS:
            i += 1
            continue
        size = 2 if _OPTIONS[name] and "=" not in rest[i] else 1
        if i + size > len(rest):  # its value is missing: no other word may take its place
            return rest[i:]
        front += rest[i : i + size]
        del rest[i : i + size]
    return front + rest


def _terminate(_number: int, _frame: object) -> None:
    raise Terminated


def _say(error: NewsdiffError) -> int:
    from newsdiff.cli import output
    from newsdiff.text.scrub import visible

    output.say(visible(f"Error: {error}"))
    for choice in error.choices[:_SHOWN_CHOICES]:
        _tell(f"  {visible(choice)}")
    if (more := len(error.choices) - _SHOWN_CHOICES) > 0:
        _tell(f"  and {more:,} more")
    return error.exit_code


def _bug(error: Exception, args: Sequence[str]) -> int:
    if "--debug" in args:
        raise error
    _tell(
        f"Error: this is a bug in newsdiff: {type(error).__name__}: {error}. "
        "Hint: run it again with --debug and report what it prints."
    )
    return BUG


def _tell(text: str) -> None:
    if sys.stderr is not None:
        print(text, file=sys.stderr)
