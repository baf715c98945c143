"""robots.txt, as RFC 9309 wants it read: what may be asked, and how often.

No file (4xx) forbids nothing; a server that fails (5xx, no answer) forbids everything for now, and so does 429, which
says that we ask too often. Only the first 500 KiB count.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from newsdiff.errors import FetchError, HttpError, RefusedError
from newsdiff.fetch.client import Fetcher
from newsdiff.fetch.guard import aim, origin
from newsdiff.fetch.kinds import Want
from newsdiff.text.urls import redact

AGENT = "newsdiff"
MAX_BYTES = 500 * 1024
MAX_DELAY = 300.0  # a larger Crawl-delay would stop a run; what it asks for is kept up to here
_FRESH = timedelta(hours=24)
_FAILURE_FRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Rules:
    """One origin's robots.txt as it was read; ``failure`` says why it forbids everything for now."""

    origin: str
    text: str
    fetched_at: datetime
    failure: str = ""


@dataclass(slots=True)
class _Known:
    rules: Rules
    parsed: Any = field(default=None)


class Robots:
    """The robots.txt of every origin that a fetcher comes to, each read once a day; ``known`` are kept readings."""

    def __init__(self, fetcher: Fetcher, known: Iterable[Rules] = ()) -> None:
        self._fetcher = fetcher
        self._known = {rules.origin: _Known(rules) for rules in known}

    @property
    def known(self) -> tuple[Rules, ...]:
        """What was read, to be given to the next run."""
        return tuple(known.rules for known in self._known.values())

    def allowed(self, url: str) -> bool:
        """Whether ``url`` may be asked; RefusedError when it is no URL that could be."""
        return self._refusal(url) is None

    def check(self, url: str) -> None:
        """RefusedError when ``url`` may not be asked; transient when robots.txt could not be read."""
        if refusal := self._refusal(url):
            raise refusal

    def delay(self, url: str) -> float | None:
        """The Crawl-delay in seconds, at most ``MAX_DELAY``; None when none is asked for."""
        parsed = self._of(aim(url).url).parsed
        asked = parsed.crawl_delay(AGENT) if parsed else None
        return None if asked is None else min(max(asked, 0.0), MAX_DELAY)

    def _refusal(self, url: str) -> RefusedError | None:
        target = aim(url)
        try:
            known = self._of(target.url)
        except RefusedError as refused:
            return refused
        shown = redact(target.url)
        if known.rules.failure:
            why = f"its robots.txt could not be read ({known.rules.failure})"
            return RefusedError(f"{shown} was not asked: {why}", url=shown, transient=True)
        if known.parsed.can_fetch(target.url, AGENT):
            return None
        return RefusedError(f"{shown} was not asked: robots.txt forbids it", url=shown)

    def _of(self, url: str) -> _Known:
        place, now = origin(url), self._fetcher.clock()
        known = self._known.get(place)
        if known is None or not timedelta(0) <= now - known.rules.fetched_at < _fresh(known.rules):
            known = self._known[place] = _Known(self._read(place, now))
        if known.parsed is None and not known.rules.failure:
            known.parsed = _parse(known.rules.text)
            if asked := known.parsed.crawl_delay(AGENT):
                self._fetcher.pace.slow(aim(url).host, min(asked, MAX_DELAY))
        return known

    def _read(self, place: str, now: datetime) -> Rules:
        try:
            page = self._fetcher.get(f"{place}/robots.txt", want=Want.ANY, cut_at=MAX_BYTES)
        except HttpError as error:
            if error.status < 500 and error.status != 429:
                return Rules(place, "", now)
            return Rules(place, "", now, f"status {error.status}")
        except FetchError as error:
            if isinstance(error, RefusedError) and error.url == redact(aim(f"{place}/robots.txt").url):
                raise  # we may not ask this address: nothing that its host said, so nothing to keep
            return Rules(place, "", now, error.message)
        body = page.body
        if len(body) >= MAX_BYTES:
            body = body[: body.rfind(b"\n") + 1]
        return Rules(place, body.decode("utf-8", "replace").removeprefix("\ufeff"), now)


def _fresh(rules: Rules) -> timedelta:
    return _FAILURE_FRESH if rules.failure else _FRESH


def _parse(text: str) -> Any:
    from protego import Protego

    return Protego.parse(text)
