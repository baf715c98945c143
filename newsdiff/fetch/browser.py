"""A page that needs JavaScript, as a browser shows it: the optional extra ``newsdiff[browser]``.

The page itself was fetched like any other. A fresh browser in a child of its own then runs it, offline; what it asks
for is fetched here, each through the same gate, limits and robots.txt, one at a time. One deadline for all of it;
whoever is late is killed. Only GET is let through, and neither images, media, fonts, frames, sockets nor downloads.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

from newsdiff.errors import FetchError, HttpError, NetworkError
from newsdiff.fetch.client import Fetcher
from newsdiff.fetch.guard import aim
from newsdiff.fetch.kinds import Want
from newsdiff.fetch.pace import PagePace
from newsdiff.fetch.renderer import Ask, Header, Job, Load, Shown, remove
from newsdiff.fetch.robots import Robots
from newsdiff.model import Page
from newsdiff.text.scrub import scrub
from newsdiff.text.urls import redact

PLACES = (
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/local/bin/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_AT_ONCE = threading.BoundedSemaphore(2)  # browsers in one process: each takes some 600 MB
_MAX_DOCUMENTS = 5  # that a page may put in its own place
_MAX_SIZES = 4  # all that a page loads, in sizes of the largest page
_VALIDATORS = ("content-type", "etag", "last-modified")
_BOOT = (
    "import sys; sys.path[:0] = sys.argv[3:]; from newsdiff.fetch.renderer import serve;"
    " serve(int(sys.argv[1]), sys.argv[2])"
)


def rendered(page: Page, fetcher: Fetcher, robots: Robots, headers: Sequence[Header] = ()) -> Page:
    """``page`` with the HTML that stands when its scripts have run; NetworkError, or the error of a page it leads to.

    ``headers`` go along to the page's own origin. The page has no validators: what its server says of the bare page
    tells nothing of what its scripts load.
    """
    settings = fetcher.settings
    executable = _executable(page.url, settings.browser)
    if not _AT_ONCE.acquire(timeout=settings.deadline):
        raise _failed(page.url, "no browser was free", transient=True)
    try:
        end = time.monotonic() + settings.deadline
        hasty = Fetcher(settings, clock=fetcher.clock, pace=PagePace(fetcher.pace))
        with hasty, _child(_job(page, fetcher.agent, executable, settings.deadline)) as pipe:
            return _Loads(page, hasty, robots, tuple(headers), end).serve(pipe)
    finally:
        _AT_ONCE.release()


def missing(executable: str = "") -> str:
    """What is not there of a browser and what drives it, with what to do about it; empty when all is."""
    if find_spec("playwright") is None:
        return "this site needs a browser (browser = true): pip install 'newsdiff[browser]'"
    if executable and not Path(executable).exists():
        return f"the browser {executable} is not there: see [fetch] browser in config.toml"
    if not executable and not any(Path(place).exists() for place in PLACES):
        return "this site needs a browser: install Chromium, or name one with [fetch] browser in config.toml"
    return ""


def _executable(url: str, asked: str) -> str:
    if why := missing(asked):
        raise _failed(url, why)
    return asked or next(place for place in PLACES if Path(place).exists())


def _failed(url: str, why: str, *, transient: bool = False) -> NetworkError:
    return NetworkError(f"{redact(url)} could not be shown: {scrub(why)[:300]}", url=redact(url), transient=transient)


def _job(page: Page, agent: str, executable: str, seconds: float) -> Job:
    # Chromium refuses its sandbox to root; everybody else gets it.
    return Job(
        page.final_url,
        page.body,
        page.content_type,
        page.headers,
        agent,
        executable,
        os.geteuid() != 0,
        seconds,
    )


@contextmanager
def _child(job: Job) -> Iterator[Connection]:
    """A browser in a process group, an environment and a folder of its own, all gone at the end."""
    folder = tempfile.mkdtemp(prefix="newsdiff-browser-")
    try:
        pipe, other = Pipe()
        try:
            process = subprocess.Popen(
                [sys.executable, "-I", "-c", _BOOT, str(other.fileno()), folder, *filter(None, sys.path)],
                pass_fds=[other.fileno()],
                stdin=subprocess.PIPE,  # never written: its end tells the child that we are gone
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env={"PATH": os.defpath, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "TZ": "UTC"},
            )
        except OSError:
            pipe.close()
            raise
        finally:
            other.close()
        try:
            pipe.send(job)
            yield pipe
        finally:
            # The browser leads a group of its own, and ends when the pipe to its driver closes.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            pipe.close()
            if process.stdin:
                process.stdin.close()
    finally:
        remove(folder)


class _Loads:
    """What one page loads while it is shown."""

    def __init__(self, page: Page, fetcher: Fetcher, robots: Robots, headers: tuple[Header, ...], end: float) -> None:
        self._page = page  # that stands there now
        self._asked = page
        self._fetcher = fetcher
        self._robots = robots
        self._headers = headers
        self._end = end
        self._documents = 0
        self._left = _MAX_SIZES * fetcher.settings.max_bytes

    def serve(self, pipe: Connection) -> Page:
        """Give the page what it asks for, until it stands."""
        try:
            while pipe.poll(max(0.0, self._end - time.monotonic())):
                message = pipe.recv()
                if isinstance(message, Shown):
                    return self._rendered_page(message)
                pipe.send(self._load(message))
        except (EOFError, OSError) as error:
            raise _failed(self._asked.url, "its browser ended") from error
        raise _failed(self._asked.url, "it did not stand still in time", transient=True)

    def _load(self, ask: Ask) -> Load:
        """One thing that the page wants; another page in its place may fail the visit, anything else may be missing."""
        try:
            page = self._get(ask)
        except HttpError as error:
            if ask.document:
                raise
            return Load(error.status)
        except FetchError:
            if ask.document:
                raise
            return Load()
        self._left -= len(page.body)
        if ask.document:
            self._page = page
        return Load(200, page.body, page.content_type, page.headers)

    def _get(self, ask: Ask) -> Page:
        self._documents += ask.document
        if self._documents > _MAX_DOCUMENTS or self._left <= 0 or time.monotonic() >= self._end:
            raise _failed(ask.url, "its page asks for too much")
        self._robots.check(ask.url)
        own = aim(ask.url).origin == aim(self._asked.final_url).origin
        headers = (*ask.headers, *self._headers) if own else ask.headers
        return self._fetcher.get(ask.url, headers=headers, want=Want.ANY, on_redirect=self._robots.check)

    def _rendered_page(self, shown: Shown) -> Page:
        if shown.failure:
            raise _failed(self._asked.url, shown.failure)
        body = shown.html.encode("utf-8", "replace")
        if len(body) > self._fetcher.settings.max_bytes:
            raise _failed(self._asked.url, f"it is larger than {self._fetcher.settings.max_bytes:,} bytes")
        kept = tuple(pair for pair in self._page.headers if pair[0].lower() not in _VALIDATORS)
        return self._page._replace(
            url=self._asked.url,
            content_type="text/html; charset=utf-8",
            body=body,
            etag=None,
            last_modified=None,
            permanent_url=self._asked.permanent_url if self._page is self._asked else None,
            headers=(*kept, ("X-Newsdiff-Rendered", shown.browser)),  # not the bytes that the server sent
        )
