"""Captures -> pages: each body as it was archived (``id_``), at the time of its capture."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from newsdiff.archives.captures import Capture
from newsdiff.body.kinds import media_type
from newsdiff.errors import FetchError, HttpError, RefusedError
from newsdiff.fetch.client import Fetcher, HostRests
from newsdiff.fetch.kinds import Want, seems, unwanted
from newsdiff.model import Page
from newsdiff.store.left_out import LeftOut
from newsdiff.text.archived import original
from newsdiff.text.urls import normalise, public, redact

_BUSY = (429, 503)
_PATIENCE_SECONDS = 900.0  # that one request may wait for a busy archive
_SHORTEST_SECONDS = 5.0
_MAX_TRIES = 6
_KEPT_BODIES = 64  # of one address: an archive names the digest of each


class Busy(RefusedError):
    """The archive wants to be left alone for longer than an import waits."""


class Replay:
    """Reads captures one after another; a body is asked for once, however often it was captured."""

    def __init__(
        self,
        fetcher: Fetcher,
        server: str,
        *,
        kept: Mapping[str, Callable[[], Page | None]],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """``server`` is what stands before the time: ``https://web.archive.org/web/``.

        ``kept`` gives the pages that were read earlier, by the addresses of their captures (``Page.source``).
        """
        self._fetcher, self._server, self._sleep, self._kept = fetcher, server, sleep, kept
        self._bodies: dict[str, Page] = {}
        self.busy = ""  # why the archive wanted to be left alone, where it did

    def pages(self, url: str, captures: Sequence[Capture]) -> Iterator[Page | LeftOut]:
        """The page of each capture of an address, or why there is none; they end where the archive is ``busy``."""
        self._bodies.clear()
        for capture in captures:
            try:
                yield self._one(url, capture)
            except Busy as busy:
                self.busy = busy.message
                return

    def _one(self, url: str, capture: Capture) -> Page | LeftOut:
        what = f"the capture of {redact(url)} of {capture.at:%Y-%m-%d %H:%M}"
        source = f"{self._server}{capture.timestamp}/{capture.url}"
        try:
            known = self._bodies.get(capture.digest)
            page = known or self._read(source, capture)
        except Busy:
            raise
        except FetchError as error:
            return LeftOut(what, error.message)
        if known is None and (why := _no_page(page, capture)):
            return LeftOut(what, why)
        if capture.digest and len(self._bodies) < _KEPT_BODIES:
            self._bodies[capture.digest] = page
        page = page._replace(url=url, final_url=url, permanent_url=None, etag=None, last_modified=None)
        return page._replace(fetched_at=capture.at, source=source)

    def _read(self, source: str, capture: Capture) -> Page:
        """A capture's page, from the store or as the archive replays it."""
        kept = self._kept.get(public(source))
        if kept is not None and (page := kept()) is not None:
            return page._replace(final_url=source)
        return self._patiently(f"{self._server}{capture.timestamp}id_/{capture.url}")

    def _patiently(self, url: str) -> Page:
        """Ask; a busy archive is waited for, as long as it says or longer each time."""
        waited = 0.0
        for number in range(_MAX_TRIES):
            try:
                return self._fetcher.get(url, want=Want.ANY, on_redirect=self._stays)
            except HostRests as resting:
                why, wish = resting.message, None
            except HttpError as error:
                if error.status not in _BUSY:
                    raise
                why, wish = error.message, error.retry_after
            pause = max(wish, 1.0) if wish is not None else _SHORTEST_SECONDS * 2**number
            waited += pause
            if waited > _PATIENCE_SECONDS:
                break
            self._sleep(pause)
        raise Busy(why)

    def _stays(self, url: str) -> None:
        """RefusedError for an address outside of the archive: what was archived of a page may send its readers on."""
        if not url.startswith(self._server):
            raise RefusedError(f"the capture leads out of the archive, to {redact(url)}", url=redact(url))


def _no_page(page: Page, capture: Capture) -> str:
    """Why what an archive replayed is not the page of a capture; empty where it is."""
    url, at = original(page.final_url)
    if normalise(url) != normalise(capture.url) or (at and at != capture.timestamp):
        return f"the archive shows {redact(url)} of {at or 'another time'} in its place"
    kind = media_type([page.content_type])
    found = kind if unwanted(kind, Want.PAGE) else seems(page.body, kind, Want.PAGE)
    found = found or ("" if page.body.strip() else "empty")
    return f"it is {found}, not a page" if found else ""
