"""An address -> a capture of it, by the API of Save Page Now 2 (archive.org/details/spn-2-public-api-page-docs).

A form is posted, a job's id comes back, and the job's status is asked for until it is done.
"""

import json
import re
import time
from collections.abc import Callable
from typing import Any

from newsdiff.errors import FetchError, HttpError
from newsdiff.fetch.client import Fetcher
from newsdiff.fetch.kinds import Want
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.scrub import scrub
from newsdiff.text.urls import redact

_LOOK_SECONDS = 5.0  # between two looks at a job
_FRESH = "1h"  # a capture so young is taken for a new one, so that what is asked for twice is made once
_JOB = re.compile(r"[\w.-]{1,200}")
_TIME = re.compile(r"\d{14}")


class Saved(NamedTuple):
    """A capture that an archive made: its time (14 digits), and its address there."""

    timestamp: str
    address: str


def save(
    fetcher: Fetcher,
    server: str,
    replay: str,
    keys: str,
    url: str,
    *,
    seconds: float,
    sleep: Callable[[float], None] = time.sleep,
) -> Saved:
    """Ask for a capture of ``url``, and wait for it for so many seconds; FetchError (transient: not done yet).

    ``server`` is ``https://web.archive.org/save``, ``keys`` an access key and a secret with a colon between them.
    """
    headers = (("Accept", "application/json"), ("Authorization", f"LOW {keys}"))
    fields = {"url": url, "skip_first_archive": "1", "if_not_archived_within": _FRESH}
    told = _read(fetcher.post(server, fields, headers=headers).body, url)
    job = str(told.get("job_id") or "")
    if not _JOB.fullmatch(job):
        raise _refused(url, told)
    until = time.monotonic() + seconds
    while True:
        told = _read(fetcher.get(f"{server}/status/{job}", headers=headers, want=Want.ANY).body, url)
        status = told.get("status")
        if status == "success":
            return _saved(told, replay, url)
        if status != "pending":
            raise _refused(url, told)
        if time.monotonic() >= until:
            raise FetchError(f"the archive is still at work on {redact(url)}", url=redact(url), transient=True)
        sleep(_LOOK_SECONDS)


def _saved(told: dict[str, Any], replay: str, url: str) -> Saved:
    at = str(told.get("timestamp") or "")
    if not _TIME.fullmatch(at):
        raise _refused(url, told)
    captured = str(told.get("original_url") or url)
    return Saved(at, f"{replay}{at}/{captured if captured.startswith(('http://', 'https://')) else url}")


def _read(body: bytes, url: str) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise HttpError(f"the archive's answer on {redact(url)} cannot be read", url=redact(url), status=200)
    return told


def _refused(url: str, told: dict[str, Any]) -> FetchError:
    """What an archive says that makes no capture."""
    why = scrub(str(told.get("message") or told.get("status_ext") or "it does not say why"))[:200]
    return FetchError(f"the archive made no capture of {redact(url)}: {why}", url=redact(url))
