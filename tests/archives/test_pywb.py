"""``import wayback`` against pywb, a replay server as archives run it.

pywb (GPL) is no dependency of newsdiff, nor of its extras: put it into an environment of its own and name that one's
folder of programs, ``NEWSDIFF_PYWB=/somewhere/bin``; else the test is skipped.
"""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.store import Store
from tests.cli.conftest import Newsdiff, newsdiff  # noqa: F401 - a fixture
from tests.kit.site import page, story, told
from tests.kit.warc_files import answer, packed, record, sha1

PROGRAMS = os.environ.get("NEWSDIFF_PYWB", "")  # at import: tests themselves see no such name
URL = "https://www.courier.example/2026/02/bridge"
REVISIT = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


def crawl() -> list[bytes]:
    """Two texts, the first of them twice again, a redirect, an error, a wall."""
    first, second = (story(1, cracks=number).encode() for number in ("two", "five"))
    wall = "".join(f"<p>{line}</p>" for line in told(1)[:3]) + "<p>Subscribe to continue reading.</p>"
    again = {"WARC_Profile": REVISIT, "WARC_Payload_Digest": sha1(first)}
    return [
        record(answer(first), day=1, url=URL, WARC_Payload_Digest=sha1(first)),
        record(answer(b""), day=2, url=URL, kind="revisit", **again),
        record(answer(second), day=3, url=URL),
        record(answer(b"", "Location: https://www.courier.example/", status="HTTP/1.1 302 Found"), day=4, url=URL),
        record(answer(b"gone", status="HTTP/1.1 404 Not Found"), day=5, url=URL),
        record(answer(page("Notes from Port Amber, number 1", wall).encode()), day=6, url=URL),
        record(answer(first + b" "), day=7, url=URL),
    ]


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of pywb's one collection."""
    wayback, manager = (shutil.which(name, path=PROGRAMS or None) for name in ("wayback", "wb-manager"))
    if wayback is None or manager is None:
        pytest.skip("no pywb here: NEWSDIFF_PYWB names its folder of programs")
    folder = tmp_path_factory.mktemp("pywb")
    (folder / "crawl.warc.gz").write_bytes(packed(crawl()))
    for words in (["init", "news"], ["add", "news", "crawl.warc.gz"]):
        subprocess.run([manager, *words], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen([wayback, "-p", str(port), "-b", "127.0.0.1"], cwd=folder, stdout=nowhere, stderr=nowhere)
    try:
        _await(f"http://127.0.0.1:{port}/news/cdx?url=https://nothing.example/", server)
        yield f"http://127.0.0.1:{port}/news"
    finally:
        server.terminate()
        server.wait()


def _await(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        assert server.poll() is None, "pywb ended"
        try:
            with urllib.request.urlopen(url, timeout=5) as answered:
                answered.read()
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("pywb does not answer")


def test_the_captures_of_a_replay_server_become_a_history(
    replay: str,
    newsdiff: Newsdiff,  # noqa: F811
    tmp_path: Path,
) -> None:
    newsdiff("init")
    (tmp_path / "snapshots/.newsdiff/config.toml").write_text(
        f'[fetch]\nallow_private = true\ndelay = 0\n[archive]\ncdx = "{replay}/cdx"\nreplay = "{replay}/"\n'
    )
    done = newsdiff("import", "wayback", URL)
    assert done.out == f"{URL}: 5 captures, 2 others, 4 pages read, 3 revisions recorded.\n"
    [note] = done.err.splitlines()
    assert "of 2025-03-06 10:00 is left out: it may be no text of the article: " in note
    history = Store(tmp_path / "snapshots").history(URL)[::-1]
    assert [(r.seen_at.day, r.kind.value) for r in history] == [(1, "first"), (3, "edit"), (7, "revert")]
    assert history[1].since is not None
    assert history[1].since.day == 2  # when the revisit says that the first text stood still
    assert dict(history[1].trailers)["Source"] == f"{replay}/20250303100000/{URL}"
    assert newsdiff("import", "wayback", URL).out.endswith("4 pages read, 0 revisions recorded.\n")
    assert newsdiff("import", "wayback", URL, "--from", "2025-03-08").out.startswith(f"{URL}: 0 captures")
