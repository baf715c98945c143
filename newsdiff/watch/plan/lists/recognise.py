"""Which tool wrote a list, by what the file holds, not by its name."""

from pathlib import Path

from newsdiff.watch.plan.lists import changedetection, feed_list, job_list
from newsdiff.watch.plan.lists.foreign import ForeignList

_ZIP = b"PK\x03\x04"


def packed(path: Path) -> ForeignList | None:
    """What a backup names; None where the file is no zip archive. ConfigError where it is none of a tool known here."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        if file.read(len(_ZIP)) != _ZIP:
            return None
        file.seek(0)
        return changedetection.backup(str(path), file)


def recognised(name: str, body: bytes) -> ForeignList | None:
    """What a file of another tool names; None where it is none of those known here, as a list of addresses is.

    Raises ConfigError, CleanError, and UsageError where its format cannot be read without an extra.
    """
    if feed_list.is_feed_list(body):
        return feed_list.feed_list(body)
    if changedetection.is_watches(body):
        return changedetection.watches(name, body)
    if job_list.is_job_list(body):
        return job_list.job_list(name, body)
    return None
