"""Pages that need JavaScript: the browser gets nothing but through our own gate, and nothing of it stays behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff import __version__
from newsdiff.errors import HttpError, NetworkError
from newsdiff.fetch import Fetcher, Robots
from newsdiff.fetch.browser import missing, rendered
from newsdiff.fetch.robots import Readings, Rules
from newsdiff.model import FetchSettings, Page, Settings, SiteSettings, Status
from tests.kit.fetching import NOW
from tests.kit.site import Site, page, story, told

SETTINGS = FetchSettings(delay=0.0, deadline=60.0, allow_private=True, contact="desk@example.org")
browser_needed = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for what browsers leave, for this test alone: others may run beside it. Short, as sockets want it."""
    with tempfile.TemporaryDirectory(prefix="nd-", ignore_cleanup_errors=True) as place:
        monkeypatch.setattr(tempfile, "tempdir", place)
        monkeypatch.setenv("TMPDIR", place)
        yield Path(place)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


def shell(script: str = "", head: str = "", body: str = "") -> str:
    """A page whose story a script brings."""
    return (
        f"<!DOCTYPE html><html lang=en><head><title>Notes</title>{head}</head><body>{body}<div id=story></div>"
        f"<noscript>Please turn on JavaScript to read this.</noscript><script>{script}</script></body></html>"
    )


def app(site: Site, number: int = 1, **options: str) -> None:
    """An application at /app: a script that asks an interface for the story."""
    site.put("/app", shell(head="<script defer src=/app.js></script>"))
    site.put(
        "/app.js",
        "fetch('/api/1').then(r => r.json()).then(d => { document.getElementById('story').innerHTML = d.story })",
        Content_Type="text/javascript",
    )
    body = story(number, **options)
    body = body[body.index("<article>") : body.index("</article>")] + "</article>"
    site.put("/api/1", json.dumps({"story": body}), Content_Type="application/json")


def shown(url: str, settings: FetchSettings = SETTINGS, **options: object) -> Page:
    with Fetcher(settings, clock=lambda: NOW) as fetcher:
        robots = Robots(fetcher)
        robots.check(url)
        return rendered(fetcher.get(url), fetcher, robots, **options)  # type: ignore[arg-type]


def offline(body: str, settings: FetchSettings) -> Page:
    """A page of a host that forbids nothing, as if it had been fetched."""
    url = "http://news.example/story"
    fetched = Page(url, url, 200, "text/html; charset=utf-8", body.encode(), NOW)
    with Fetcher(settings, clock=lambda: NOW) as fetcher:
        robots = Robots(fetcher, Readings([Rules("http://news.example", "", NOW)]))
        return rendered(fetched, fetcher, robots)


def browsers() -> list[int]:
    """All processes that have to do with a browser of ours."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
            dead = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
        except OSError:
            continue
        ours = os.fsencode(f"{tempfile.gettempdir()}/newsdiff-browser-") in words
        found += [int(entry.name)] if ours and not dead else []
    return found


def named(words: bytes) -> list[int]:
    """Those of them with these words on their command line."""
    found = []
    for pid in browsers():
        with suppress(OSError):
            found += [pid] if words in Path(f"/proc/{pid}/cmdline").read_bytes() else []
    return found


def folders() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob("newsdiff-browser-*"))


def none_left(seconds: float = 60.0) -> bool:
    """Whether processes and files of browsers are gone, at the latest after so many seconds."""
    end = time.monotonic() + seconds
    while (browsers() or folders()) and time.monotonic() < end:
        time.sleep(0.05)
    return not browsers() and not folders()


# --- what is not there ---


def test_a_browser_that_is_not_there_is_told_with_the_way_out(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    app(site)
    monkeypatch.setattr("newsdiff.fetch.browser.find_spec", lambda name: None)
    with pytest.raises(NetworkError, match=r"pip install 'newsdiff\[browser\]'"):
        shown(site.url("/app"))


def test_a_program_that_is_not_there_is_named() -> None:
    assert "/nowhere/chromium" in missing("/nowhere/chromium") or "newsdiff[browser]" in missing("/nowhere/chromium")


# --- what is shown ---


@browser_needed
def test_a_page_without_scripts_stays_what_it_was(site: Site) -> None:
    site.put("/a", story())
    page = shown(site.url("/a"))
    assert all(sentence.encode() in page.body for sentence in told(1))
    assert site.asked() == ["/a"]


@browser_needed
def test_what_scripts_bring_is_there_and_who_asks_is_said(site: Site) -> None:
    app(site)
    page = shown(site.url("/app"))
    assert all(sentence.encode() in page.body for sentence in told(1))
    assert b"turn on JavaScript" not in page.body
    assert (page.url, page.status, page.content_type) == (site.url("/app"), 200, "text/html; charset=utf-8")
    assert (page.etag, page.last_modified) == (None, None)
    assert dict(page.headers)["X-Newsdiff-Rendered"].startswith("chromium ")
    assert site.asked() == ["/app", "/app.js", "/api/1"]
    assert {headers["user-agent"] for _, headers in site.log} == {f"newsdiff/{__version__} (+desk@example.org)"}
    assert site.most == 1


@browser_needed
def test_neither_pictures_nor_frames_nor_posts_nor_downloads_are_asked_for(site: Site) -> None:
    body = (
        "<img src=/i.png><video src=/v.mp4></video><iframe src=/frame></iframe><link rel=stylesheet href=/s.css>"
        "<style>@font-face{font-family:x;src:url(/f.woff)} body{font-family:x;background:url(/b.png)}</style>"
        "<a id=d href=/d.zip download>d</a><link rel=prefetch href=/p><link rel=preconnect href=//127.0.0.9:1>"
    )
    script = (
        "fetch('/post', {method: 'POST', body: 'x'}).catch(() => 0); navigator.sendBeacon('/beacon', 'x');"
        "document.getElementById('d').click(); window.open('/popup'); new Image().src = '/pixel';"
        "navigator.serviceWorker && navigator.serviceWorker.register('/worker.js').catch(() => 0);"
    )
    site.put("/a", shell(script, body=body))
    shown(site.url("/a"))
    assert site.asked() == ["/a"]


@browser_needed
def test_robots_txt_speaks_for_what_a_page_loads_too(site: Site) -> None:
    app(site)
    site.put("/robots.txt", "User-agent: *\nDisallow: /api/", Content_Type="text/plain")
    assert told(1)[0].encode() not in shown(site.url("/app")).body
    assert site.asked() == ["/app", "/app.js"]


@browser_needed
def test_a_page_in_place_of_the_page_is_the_page_and_its_error_the_error(site: Site) -> None:
    site.put("/a", shell("location.replace('/b')"))
    site.put("/b", story())
    page = shown(site.url("/a"))
    assert (page.url, page.final_url) == (site.url("/a"), site.url("/b"))
    assert told(1)[0].encode() in page.body
    site.put("/b", "members only", 403)
    with pytest.raises(HttpError) as error:
        shown(site.url("/a"))
    assert error.value.status == 403
    site.put("/a", shell("location.replace('/a?' + Math.random())"))
    for n in range(9):
        site.put(f"/{n}", shell(f"location.replace('/{n + 1}')"))
    with pytest.raises(NetworkError, match="too much"):
        shown(site.url("/0"))


@browser_needed
def test_a_sites_headers_go_to_its_own_host_alone(site: Site) -> None:
    site.put("/a", shell(f"fetch('/own'); fetch('{site.url('/other', 'localhost')}', {{mode: 'no-cors'}})"))
    shown(site.url("/a"), headers=(("Cookie", "reader=7"),))
    cookies = {path: headers.get("cookie") for path, headers in site.log}
    assert cookies["/own"] == "reader=7"
    assert cookies["/other"] is None


# --- the gate ---


@contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    """A port on every loopback address, TCP and UDP; what came to it."""
    came: list[str] = []
    tcp, udp = socket.socket(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    tcp.bind(("0.0.0.0", 0))
    port = tcp.getsockname()[1]
    udp.bind(("0.0.0.0", port))
    tcp.listen()
    for one in (tcp, udp):
        one.settimeout(0.1)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            with suppress(TimeoutError):
                came.append(f"tcp {tcp.accept()[1]}")
            with suppress(TimeoutError):
                came.append(f"udp {udp.recvfrom(100)[1]}")

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield port, came
    finally:
        over.set()
        thread.join()
        tcp.close()
        udp.close()


@browser_needed
def test_nothing_of_a_page_reaches_a_private_address() -> None:
    with listening() as (port, came):
        places = [f"//{host}:{port}/x" for host in ("127.0.0.1", "localhost", "2130706433", "0.0.0.0", "a.localhost")]
        script = "".join(
            f"fetch('http:{p}').catch(() => 0); new Image().src = 'http:{p}'; navigator.sendBeacon('http:{p}', 'x');"
            f"try {{ new WebSocket('ws:{p}') }} catch {{}} try {{ new EventSource('http:{p}') }} catch {{}}"
            for p in places
        )
        # A frame without a source has the sockets that were taken from the page's own window.
        script += (
            "const f = document.createElement('iframe'); document.body.append(f); const w = f.contentWindow;"
            f"try {{ new w.WebSocket('ws://127.0.0.1:{port}/x') }} catch {{}}"
            f"try {{ const c = new w.RTCPeerConnection({{iceServers: [{{urls: 'stun:127.0.0.1:{port}'}}]}});"
            " c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o)) } catch {}"
            f"new Worker(URL.createObjectURL(new Blob([`fetch('http://127.0.0.1:{port}/x').catch(() => 0);"
            f" new WebSocket('ws://127.0.0.1:{port}/x')`])));"
        )
        links = "".join(
            f"<link rel={r} href='http:{p}'>" for p in places for r in ("preconnect", "prefetch", "preload")
        )
        private = replace(SETTINGS, allow_private=False)
        page = offline(shell(script + "document.body.append('all was tried')", head=links), private)
        time.sleep(0.5)
        assert b"all was tried" in page.body
        assert came == []


@browser_needed
def test_a_page_that_leads_to_a_private_address_is_refused(site: Site) -> None:
    body = shell(f"location.replace('{site.url('/secret')}')")
    with pytest.raises(Exception, match="not a public address"):
        offline(body, replace(SETTINGS, allow_private=False))
    assert site.log == []


# --- limits ---


@browser_needed
@pytest.mark.parametrize("script", ["while (true) {}", "setTimeout(() => { while (true) {} }, 300)"])
def test_a_page_that_never_stands_still_ends_at_the_deadline(script: str) -> None:
    with pytest.raises(NetworkError, match="in time") as error:
        offline(shell(script), replace(SETTINGS, deadline=3.0))
    assert error.value.transient
    assert none_left()


@browser_needed
def test_a_clock_on_the_page_does_not_keep_it_from_being_read() -> None:
    script = "setInterval(() => { document.getElementById('story').textContent += 'tick ' }, 50)"
    assert b"tick" in offline(shell(script), SETTINGS).body


@browser_needed
def test_a_page_that_grows_too_large_is_an_error() -> None:
    script = "document.body.append('x'.repeat(3_000_000))"
    with pytest.raises(NetworkError, match="larger than"):
        offline(shell(script), replace(SETTINGS, max_bytes=1_000_000))


@browser_needed
def test_what_a_page_loads_is_bounded(site: Site) -> None:
    site.put("/big", "x" * 900_000, Content_Type="text/plain")
    site.put("/a", shell("(async () => { for (let n = 0; n < 12; n++) await fetch('/big').catch(() => 0) })()"))
    shown(site.url("/a"), replace(SETTINGS, max_bytes=1_000_000))
    assert site.asked().count("/big") == 5  # four million bytes, and the one that went beyond


@browser_needed
def test_nothing_outlives_a_run_that_is_killed(site: Site) -> None:
    site.put("/a", shell("while (true) {}"))
    program = (
        "import sys; from datetime import datetime, UTC; from newsdiff.fetch import Fetcher, Robots;"
        "from newsdiff.fetch.browser import rendered; from newsdiff.model import FetchSettings\n"
        "with Fetcher(FetchSettings(allow_private=True), clock=lambda: datetime.now(UTC)) as f:\n"
        "    rendered(f.get(sys.argv[1]), f, Robots(f))"
    )
    for victim in ("caller", "renderer"):
        run = subprocess.Popen([sys.executable, "-c", program, site.url("/a")], stderr=subprocess.DEVNULL)
        end = time.monotonic() + 60
        while not named(b"--user-data-dir") and time.monotonic() < end:
            time.sleep(0.1)
        assert named(b"--user-data-dir"), "a browser"
        [renderer] = named(b"renderer import serve")
        os.kill(run.pid if victim == "caller" else renderer, signal.SIGKILL)
        assert none_left(), victim
        assert run.wait(60) != 0


# --- in a watch ---


@browser_needed
def test_a_site_with_a_browser_is_watched_like_any_other(site: Site, tmp_path: Path) -> None:
    from tests.kit.site import Desk

    desk = Desk(tmp_path)
    app(site)
    desk.add(site.url("/app"))
    assert desk.status() is Status.SUSPECT  # nothing but a stub, without a browser
    own = SiteSettings("127.0.0.1", browser=True)
    desk.settings = Settings(fetch=replace(desk.settings.fetch, deadline=60.0), sites=(own,))
    assert desk.status() is Status.FIRST
    assert desk.status() is Status.UNCHANGED
    app(site, cracks="nineteen")
    assert desk.status() is Status.EDIT
    assert desk.kinds() == ["first", "edit"]


def test_without_a_browser_the_visit_says_what_to_install(site: Site, tmp_path: Path) -> None:
    from tests.kit.site import Desk

    desk = Desk(tmp_path)
    site.put("/a", page("Notes", "<p>Short.</p>"))
    desk.add(site.url("/a"))
    fetch = replace(desk.settings.fetch, browser="/nowhere/chromium")
    desk.settings = Settings(fetch=fetch, sites=(SiteSettings("127.0.0.1", browser=True),))
    [outcome] = desk.watch()
    assert outcome.status is Status.ERROR
    assert "/nowhere/chromium" in outcome.error or "newsdiff[browser]" in outcome.error
    assert desk.kinds() == []
