"""What the head of an answer says: status, headers, and when to come back."""

import re
from datetime import UTC, datetime

from newsdiff.body.kinds import media_type
from newsdiff.named_tuple import NamedTuple

DAY_SECONDS = 86_400.0
_UNSAFE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")


class AnswerHead(NamedTuple):
    """Status and headers, names in lower case, values without control characters."""

    status: int
    headers: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The first value of a header."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def content_type(self) -> str:
        """The media type alone, in lower case; empty when none is given that means anything."""
        return media_type(value for key, value in self.headers if key == "content-type")

    @property
    def encodings(self) -> tuple[str, ...]:
        """The content codings, in the order in which they were applied."""
        values = (value for key, value in self.headers if key == "content-encoding")
        return tuple(part.strip().lower() for value in values for part in value.split(","))

    @property
    def length(self) -> int | None:
        """The promised length of the body in bytes; None when there is none (of 1 to 18 digits)."""
        value = self.get("content-length") or ""
        return int(value) if re.fullmatch(r"[0-9]{1,18}", value) else None

    @property
    def chunked(self) -> bool:
        """Whether the end of the body is marked in the stream."""
        return (self.get("transfer-encoding") or "").lower().endswith("chunked")

    def retry_after(self, now: datetime) -> float | None:
        """Seconds until the server wants to be asked again, at most a day; None when it says nothing that makes sense.

        A date is read against the server's own clock (its Date header), where it shows one.
        """
        value = (self.get("retry-after") or "").strip()
        if re.fullmatch(r"[0-9]+", value):
            return min(float(value[:12]), DAY_SECONDS)
        if (then := _date(value)) is None:
            return None
        seconds = (then - (_date(self.get("date") or "") or now)).total_seconds()
        return min(seconds, DAY_SECONDS) if seconds > 0 else None


def header(line: bytes) -> tuple[str, str] | None:
    """Name and value of a header line; None for a line that is none."""
    name, colon, value = line.partition(b":")
    if not colon:
        return None
    return name.strip().decode("latin-1").lower(), _UNSAFE.sub("", value.strip().decode("utf-8", "replace"))


def status(line: bytes) -> int | None:
    """The code of a status line; None for a line that is none."""
    found = re.match(rb"HTTP/1\.[01] ([0-9]{3})\b", line)
    return int(found[1]) if found else None


def _date(value: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # rarely needed, and slow to load

    try:
        then = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return then if then.tzinfo else then.replace(tzinfo=UTC)
