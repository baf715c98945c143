"""The child that holds the browser: shows one page, asks its parent for all that the page loads, sends the HTML back.

The browser itself has no network: every name is unknown to it and its proxy leads nowhere. What a page asks for is
fetched by the parent, through the gate of every other fetch, or refused. The only user of Playwright.
"""

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request, Route

Header = tuple[str, str]

_ENDING_SECONDS = 5.0  # seconds
_QUIET_SECONDS = 0.5  # seconds without a request, after which a page is taken to stand
_SETTLE_SECONDS = 8.0  # seconds, for a page that never is quiet
_LOOK_MILLISECONDS = 100  # milliseconds between two looks at it
_LOADED = ("script", "xhr", "fetch")
_MAX_REQUESTS = 300
_TALL: Any = {"width": 1280, "height": 8000}  # what loads when it is scrolled to is in sight at once
_ARGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://0.0.0.0:9",
    "--proxy-bypass-list=<-loopback>",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # what older ones call it
    "--js-flags=--max-old-space-size=512",
    "--disable-gpu",
)
# Nothing of it may leave the machine, so a page that looks for it had better not find it.
_WITHOUT = "for (const name of ['RTCPeerConnection', 'WebSocket', 'WebTransport', 'EventSource']) delete window[name];"
# A reader with scripts does not see them; as HTML they would become text, mostly a wish to turn scripts on.
_NO_NOSCRIPT = "document.querySelectorAll('noscript').forEach(element => element.remove())"
_STATE = "[document.readyState, document.body ? document.body.textContent.length : 0]"


@dataclass(frozen=True, slots=True)
class Job:
    """The page to show, as it was fetched."""

    url: str
    body: bytes
    content_type: str
    headers: tuple[Header, ...]
    agent: str
    executable: str
    sandbox: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Ask:
    """What the page wants; ``document`` is another page in its place."""

    url: str
    document: bool
    headers: tuple[Header, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What the page gets; status 0: nothing."""

    status: int = 0
    body: bytes = b""
    content_type: str = ""
    headers: tuple[Header, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """The page's HTML when it stood still, or why there is none."""

    html: str = ""
    browser: str = ""
    failure: str = ""


def serve(fd: int, folder: str) -> None:
    """The child's life: one page; ``folder`` holds all that a browser leaves."""
    signal.signal(signal.SIGTERM, lambda *_: None)  # see _end_with_parent
    # No daemon: it must come to its end, whatever becomes of the rest.
    threading.Thread(target=_end_with_parent, args=(folder,)).start()
    from playwright.sync_api import Error, sync_playwright

    pipe = Connection(fd)
    job: Job = pipe.recv()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=job.executable, chromium_sandbox=job.sandbox, args=_ARGS, timeout=job.seconds * 1000
            )
            shown = _show(browser, job, lambda ask: _ask(pipe, ask))
            browser.close()
    except Error as error:
        shown = Shown(failure=error.message.strip().split("\n")[0])
    pipe.send(shown)


def _end_with_parent(folder: str) -> None:
    """Whatever the page does, nothing outlives the parent, whose end closes our standard input.

    The driver is killed first, and with it the browser, so that there is nobody left who writes into the folder.
    """
    os.read(0, 1)
    os.killpg(0, signal.SIGTERM)
    remove(folder)
    os.killpg(0, signal.SIGKILL)


def remove(folder: str) -> None:
    """Remove a folder, once the browser that works in it has ended."""
    end = time.monotonic() + _ENDING_SECONDS
    while (left := list(_workers(folder))) and time.monotonic() < end:
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


def _workers(folder: str) -> Iterator[int]:
    """The processes that name a folder on their command lines, where that can be seen (Linux)."""
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            if os.fsencode(folder) in (entry / "cmdline").read_bytes() and int(entry.name) != os.getpid():
                yield int(entry.name)


def _ask(pipe: Connection, ask: Ask) -> Load:
    pipe.send(ask)
    load: Load = pipe.recv()
    return load


def _show(browser: "Browser", job: Job, ask: Callable[[Ask], Load]) -> Shown:
    context = browser.new_context(
        user_agent=job.agent,
        service_workers="block",
        accept_downloads=False,
        viewport=_TALL,
        reduced_motion="reduce",
        timezone_id="UTC",  # the same times whichever machine shows the page
    )
    context.add_init_script(_WITHOUT)
    page = context.new_page()
    context.on("page", lambda other: other.close())
    answers = _Answers(page, job, ask)
    context.route("**/*", answers.give)
    page.goto(job.url, wait_until="domcontentloaded", timeout=job.seconds * 1000)
    _settle(page, answers)
    page.evaluate(_NO_NOSCRIPT)
    return Shown(page.content(), f"{browser.browser_type.name} {browser.version}")


def _settle(page: "Page", answers: "_Answers") -> None:
    """Wait until the page stands: it is complete, its text stays as long as it is, and it asks for nothing more."""
    from playwright.sync_api import Error

    end, before = time.monotonic() + _SETTLE_SECONDS, None
    since = time.monotonic()
    while time.monotonic() < end:
        page.wait_for_timeout(_LOOK_MILLISECONDS)
        try:
            state = page.evaluate(_STATE)
        except Error:  # another page came in its place
            state = None
        if state != before or state is None:
            before, since = state, time.monotonic()
        quiet = time.monotonic() - max(since, answers.last)
        if quiet >= _QUIET_SECONDS and state is not None and state[0] == "complete":
            return


class _Answers:
    """What becomes of each request of a page."""

    def __init__(self, page: "Page", job: Job, ask: Callable[[Ask], Load]) -> None:
        self._page = page
        self._job = job
        self._ask = ask
        self._count = 0
        self.last = time.monotonic()

    def give(self, route: "Route") -> None:
        """Answer one request; what is no text, no script and not meant for this page gets nothing."""
        self._count += 1
        request = route.request
        kind, own = request.resource_type, self._own(request)
        if kind == "document" and own and self._count == 1:
            job = self._job
            _fulfil(route, Load(200, job.body, job.content_type, job.headers))
        elif kind == "stylesheet":
            route.fulfill(status=200, content_type="text/css", body="")
        elif (kind in _LOADED or (kind == "document" and own)) and self._may(request.method):
            _fulfil(route, self._ask(Ask(request.url, kind == "document", _sent(request.headers))))
        else:
            route.abort("blockedbyclient")
        self.last = time.monotonic()

    def _own(self, request: "Request") -> bool:
        """Whether a request is the page's own, not that of a frame or of a window that it opened."""
        from playwright.sync_api import Error

        try:
            return bool(request.frame == self._page.main_frame)
        except Error:  # the window is not there yet
            return False

    def _may(self, method: str) -> bool:
        return method == "GET" and self._count <= _MAX_REQUESTS


def _fulfil(route: "Route", load: Load) -> None:
    if not load.status:
        route.abort("blockedbyclient")
        return
    headers = {name: value for name, value in load.headers if _passes(name)}
    route.fulfill(status=load.status, headers=headers | {"content-type": load.content_type}, body=load.body)


def _passes(name: str) -> bool:
    """Whether a header means anything to a page: who may read the answer, and what it may load."""
    return name.lower().startswith(("access-control-", "content-security-policy"))


def _sent(headers: dict[str, Any]) -> tuple[Header, ...]:
    """What a page's request says besides who asks; cookies that pages set are not sent back."""
    kept = ("accept", "origin", "referer", "authorization")
    return tuple((n, v) for n, v in headers.items() if n.lower() in kept or n.lower().startswith("x-"))
