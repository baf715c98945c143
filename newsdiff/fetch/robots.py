"""robots.txt, as RFC 9309 wants it read: what may be asked, and how often.

No file (4xx) forbids nothing; a server that fails (5xx, no answer) forbids everything for now, and so does 429, which
says that we ask too often. Only the first 500 KiB count.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from newsdiff.errors import FetchError, HttpError, RefusedError
from newsdiff.fetch.client import Fetcher
from newsdiff.fetch.guard import Destination, aim
from newsdiff.fetch.kinds import Want
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.urls import redact

AGENT = "newsdiff"
MAX_BYTES = 500 * 1024
MAX_DELAY = 300.0  # a larger Crawl-delay would stop a run; what it asks for is kept up to here
_FRESH = timedelta(hours=24)
_FAILURE_FRESH = timedelta(hours=1)
_SET_BACK = timedelta(minutes=10)  # a clock may be corrected; what was read later than that is read again


class Rules(NamedTuple):
    """One origin's robots.txt as it was read; ``failure`` says why it forbids everything for now."""

    origin: str
    text: str
    fetched_at: datetime
    failure: str = ""


@dataclass(slots=True)
class _Known:
    rules: Rules | None = None
    parsed: Any = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def fresh(self, now: datetime) -> bool:
        if self.rules is None:
            return False
        age = now - self.rules.fetched_at
        return -_SET_BACK < age < (_FAILURE_FRESH if self.rules.failure else _FRESH)


class Readings:
    """What the robots.txt of each origin said; shared by the fetchers of a process, so that each is read once."""

    def __init__(self, known: Iterable[Rules] = ()) -> None:
        self._known: dict[str, _Known] = {}
        self.add(known)

    def add(self, known: Iterable[Rules]) -> None:
        """Take earlier readings; of two, the later counts."""
        for rules in known:
            place = self.of(rules.origin)
            with place.lock:
                if place.rules is None or place.rules.fetched_at < rules.fetched_at:
                    place.rules, place.parsed = rules, None

    def of(self, origin: str) -> _Known:
        """What is known of an origin."""
        return self._known.get(origin) or self._known.setdefault(origin, _Known())


class Robots:
    """The robots.txt of every origin that a fetcher comes to, each read once a day; ``read`` holds the new readings."""

    def __init__(self, fetcher: Fetcher, readings: Readings | None = None) -> None:
        self._fetcher = fetcher
        self._readings = readings or Readings()
        self.read: list[Rules] = []

    def failure(self, url: str) -> str:
        """Why the robots.txt that speaks for ``url`` could not be read, when last it was asked for; mostly empty."""
        rules = self._readings.of(aim(url).origin).rules
        return rules.failure if rules else ""

    def allowed(self, url: str) -> bool:
        """Whether ``url`` may be asked; RefusedError when it is no URL that could be."""
        return self._refusal(aim(url)) is None

    def check(self, url: str) -> None:
        """RefusedError when ``url`` may not be asked; transient when robots.txt could not be read."""
        if refusal := self._refusal(aim(url)):
            raise refusal

    def _refusal(self, target: Destination) -> RefusedError | None:
        try:
            known = self._of(target)
        except RefusedError as refused:
            return refused
        assert known.rules is not None, "_of reads them"
        if known.rules.failure:
            shown = redact(target.url)
            why = f"its robots.txt could not be read ({known.rules.failure})"
            return RefusedError(f"{shown} was not asked: {why}", url=shown, transient=True)
        if not known.rules.text or known.parsed.can_fetch(target.url, AGENT):
            return None
        shown = redact(target.url)
        return RefusedError(f"{shown} was not asked: robots.txt forbids it", url=shown)

    def _of(self, target: Destination) -> _Known:
        """What the robots.txt of a target's origin says, read if need be; its Crawl-delay is kept from then on."""
        known, now = self._readings.of(target.origin), self._fetcher.clock()
        with known.lock:
            if not known.fresh(now):
                known.rules, known.parsed = self._read(target.origin, now), None
                self.read.append(known.rules)
            assert known.rules is not None
            if known.parsed is None and known.rules.text:
                known.parsed = _parse(known.rules.text)
            asked = known.parsed.crawl_delay(AGENT) if known.parsed else None
        if asked:
            self._fetcher.pace.slow(target.outlet, min(asked, MAX_DELAY))
        return known

    def _read(self, origin: str, now: datetime) -> Rules:
        url = f"{origin}/robots.txt"
        try:
            page = self._fetcher.get(url, want=Want.ANY, cut_at=MAX_BYTES)
        except HttpError as error:
            if error.status < 500 and error.status != 429:
                return Rules(origin, "", now)
            return Rules(origin, "", now, f"status {error.status}")
        except FetchError as error:
            if isinstance(error, RefusedError) and error.url == redact(aim(url).url):
                raise  # we may not ask this address, or not now: nothing that its host said, so nothing to keep
            return Rules(origin, "", now, error.message)
        body = page.body
        if len(body) >= MAX_BYTES:
            body = body[: body.rfind(b"\n") + 1]
        return Rules(origin, body.decode("utf-8", "replace").removeprefix("\ufeff"), now)


def _parse(text: str) -> Any:
    from protego import Protego

    return Protego.parse(text)
