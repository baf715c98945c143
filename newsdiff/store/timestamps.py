"""Times as a store keeps them: aware, in UTC, to the second, and such as git can keep."""

from datetime import UTC, datetime, timedelta

from newsdiff.errors import StoreError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_END = datetime(2100, 1, 1, tzinfo=UTC)


def can_keep(moment: datetime) -> bool:
    """Whether a store can keep a time: an aware one, from 1970 to 2100."""
    return _EPOCH <= moment < _END


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC, to the second."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def moment(text: str) -> datetime:
    """The time that ``stamp`` wrote; ValueError for anything else, and for a time that no store can keep."""
    found = datetime.fromisoformat(text)
    if len(text) != 20 or text[10] != "T" or text[19] != "Z" or not can_keep(found):
        raise ValueError(f"{text[:40]!r} is no time of observation")
    return found.astimezone(UTC)


def committed(seconds: str) -> datetime | None:
    """The time that git tells (seconds since 1970); None where it tells none, or none that a store can keep."""
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 12):
        return None
    found = _EPOCH + timedelta(seconds=int(seconds))
    return found if can_keep(found) else None


def whole(moment: datetime) -> datetime:
    """A time as git keeps it: in UTC, to the second; StoreError outside of 1970 to 2100."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    if not can_keep(moment):
        raise StoreError(f"{moment.isoformat()} is no time a store can keep", "give a time between 1970 and 2100")
    return moment.astimezone(UTC).replace(microsecond=0)
