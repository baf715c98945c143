"""The site live: real HTTP on 127.0.0.1; read-only, for its own names alone, and always as the store is now."""

import http.client
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

import uvicorn

from newsdiff.errors import UsageError
from newsdiff.site.live import LiveSite
from newsdiff.site.server import application, listening
from newsdiff.store import Store
from tests.kit.press import FOUR, Press
from tests.site.conftest import EDITION, rules, tags_of

FERRY = "/articles/courier.example/2026/03/ferry-2d0242ce"


class Served:
    """Asks a server for pages."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


@contextmanager
def serving(store: Store, *names: str) -> Iterator[Served]:
    """The store's site on a port of 127.0.0.1."""
    with listening("127.0.0.1", 0) as at:
        server: list[uvicorn.Server] = []
        ready = threading.Event()

        def run() -> None:
            live = LiveSite(store, EDITION, rules, lambda: tags_of(store))
            config = uvicorn.Config(
                application(live, names), log_config=None, lifespan="off", timeout_graceful_shutdown=1
            )
            server.append(uvicorn.Server(config))
            ready.set()
            server[0].run(sockets=[at])
            live.close()

        thread = threading.Thread(target=run)
        thread.start()
        ready.wait(60)
        try:
            yield Served(at.getsockname()[1])
        finally:
            server[0].should_exit = True
            thread.join(60)


@pytest.fixture(scope="module")
def served(press: Press) -> Iterator[Served]:
    with serving(press.store, "wall.newsroom.example") as found:
        yield found


# --- what is refused ---


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "wall.example"]
)
def test_a_request_for_another_host_is_refused(served: Served, host: str) -> None:
    status, _, body = served.ask("/", Host=host)
    assert status == 400
    assert "edits" not in body


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9", "LOCALHOST", "[::1]:8620", "wall.newsroom.example"])
def test_its_own_names_and_those_it_was_given_are_answered(served: Served, host: str) -> None:
    assert served.ask("/", Host=host)[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(served: Served, method: str) -> None:
    assert served.ask("/", method)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/nothing.html",
        "/../../etc/passwd",
        "/articles/../../../etc/passwd",
        "/articles/nobody.example/2026/03/x-00000000/index.html",
        f"{FERRY}/5.html",
        f"{FERRY}/0.html",
        f"{FERRY}/texts.html?old=0&new=99",
        f"{FERRY}/texts.html?old=1&new=%F0%9D%9F%99",
        "/captures/" + "0" * 64 + ".warc.gz",
        "/captures/../../x.warc.gz",
        "/.newsdiff-site.json",
        "/%00",
    ],
)
def test_what_is_not_there_is_said_to_be_so(served: Served, path: str) -> None:
    status, headers, body = served.ask(path)
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is no such page" in body


def test_a_question_that_is_too_long_is_not_asked(served: Served) -> None:
    assert served.ask("/search.html?q=" + "a" * 3000)[0] == 414


# --- what is answered ---


def test_pages_are_those_of_the_site_without_any_script(served: Served, public: Path) -> None:
    for page in (
        "index.html",
        "corrections.html",
        "outlets/herald.example/index.html",
        "tags/harbour/index.html",
        f"{FERRY[1:]}/3.html",
    ):
        status, headers, body = served.ask(f"/{page}")
        assert status == 200
        assert body == (public / page).read_text("utf-8")
        assert "script-src" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert served.ask("/")[2] == served.ask("/index.html")[2]
    assert "<script" not in served.ask(f"{FERRY}/texts.html")[2] + served.ask("/search.html")[2]


def test_style_and_feeds_come_with_their_types(served: Served) -> None:
    assert served.ask("/site.css")[1]["content-type"] == "text/css; charset=utf-8"
    assert served.ask("/feed.xml")[1]["content-type"] == "application/atom+xml; charset=utf-8"
    assert served.ask("/", "HEAD")[2] == ""


def test_search_looks_through_every_text_that_was_ever_kept(served: Served) -> None:
    body = served.ask("/search.html?q=Nobody+was+hurt")[2]
    assert "1 article." in body
    assert "Market moves" in body
    assert "; gone 2026-03-0" in body
    edited = served.ask("/search.html?q=people+take+the+ferry")[2]
    assert 'replaced by: <span dir="auto">' in edited
    assert {"2,100 people", "1,200 people"} <= set(re.findall(r"[12],[12]00 people", edited))
    assert "0 articles." in served.ask("/search.html?q=Nobody+was+killed")[2]
    assert "0 articles." in served.ask("/search.html?q=!!!")[2]
    assert 'value="&#34;&gt;&lt;script&gt;"' in served.ask("/search.html?q=%22%3E%3Cscript%3E")[2]


def test_any_two_are_compared_by_the_same_engine_as_everywhere(served: Served) -> None:
    body = served.ask(f"{FERRY}/texts.html?old=1&new=3")[2]
    assert "What to look at" in body
    assert "<del>2,100</del><ins>1,200</ins>" in body
    back = served.ask(f"{FERRY}/texts.html?old=3&new=1")[2]
    assert "<del>1,200</del><ins>2,100</ins>" in back


def test_a_capture_is_a_packed_file_that_no_browser_opens(served: Served) -> None:
    [capture] = re.findall(r"/captures/[0-9a-f]{64}\.warc\.gz", served.ask(f"{FERRY}/2.html")[2])
    status, headers, _ = served.ask(capture)
    assert (status, headers["content-type"], headers["content-disposition"]) == (200, "application/gzip", "attachment")


def test_an_edit_that_was_recorded_meanwhile_is_there(press: Press, tmp_path: Path) -> None:
    shutil.copytree(press.store.path, tmp_path / "store")
    own = object.__new__(Press)
    own.store, own._hours = Store(tmp_path / "store"), press._hours
    with serving(Store(tmp_path / "store")) as served:
        assert served.ask(f"{FERRY}/5.html")[0] == 404
        own.keep("https://courier.example/2026/03/ferry", "Ferry stops for repairs", FOUR[2])
        assert served.ask(f"{FERRY}/5.html")[0] == 200
        assert ">@5</span>" in served.ask(f"{FERRY}/index.html")[2]


def test_a_port_that_is_taken_is_named() -> None:
    with listening("127.0.0.1", 0) as held, pytest.raises(UsageError, match="cannot be listened at") as told:
        listening("127.0.0.1", held.getsockname()[1])
    assert told.value.hint == "try --port 0"


@pytest.mark.parametrize("address", ["192.0.2.1", "nobody.invalid"])
def test_an_address_that_is_not_of_this_machine_is_no_matter_of_the_port(address: str) -> None:
    with pytest.raises(UsageError, match="cannot be listened at") as told:
        listening(address, 0)
    assert told.value.hint == "name an address of this machine: --host 127.0.0.1"
