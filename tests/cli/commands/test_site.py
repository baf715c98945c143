"""``newsdiff site`` and ``newsdiff serve`` as a user types them."""

import http.client
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import URL, Newsdiff


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--title", ""), "a title has 1 to 120 characters"),
        (("--title", "x" * 121), "a title has 1 to 120 characters"),
        (("--url", "wall"), "'wall' is no web address"),
        (("--url", "ftp://wall.example/"), "is no web address"),
        (("--tz", "Nowhere/At"), "there is no time zone"),
    ],
)
def test_a_wrong_value_is_told_and_nothing_is_written(
    kept: Newsdiff, tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    told = kept("site", "out", *args)
    assert (told.code, said in told.err) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["snapshots", "snapshots/.newsdiff", "snapshots/.newsdiff/site", "snapshots/.git/x"])
def test_the_store_is_no_place_for_its_site(kept: Newsdiff, out: str) -> None:
    assert kept("site", out).code == 2


def test_a_site_is_written_and_then_only_what_changed(kept: Newsdiff, tmp_path: Path) -> None:
    first = kept("site", "out", "--title", "Our wall")
    assert first.code == 0
    assert re.fullmatch(r"(\d+) files in out: \1 written, 0 removed\.\n", first.out)
    assert "Our wall" in (tmp_path / "out" / "index.html").read_text()
    assert kept("site", "out", "--title", "Our wall").out.endswith(": 0 written, 0 removed.\n")
    assert ": 0 written" in kept("site", "out", "--title", "Our wall", "--fresh").out


def test_a_site_keeps_its_title_and_its_address_until_others_are_named(kept: Newsdiff, tmp_path: Path) -> None:
    kept("site", "out", "--title", "Our wall", "--url", "https://wall.example/edits")
    assert kept("site", "out").out.endswith(": 0 written, 0 removed.\n")
    assert "Our wall" in (tmp_path / "out" / "index.html").read_text()
    assert "https://wall.example/edits/" in (tmp_path / "out" / "feed.xml").read_text()
    kept("site", "out", "--title", "Another")
    assert "Our wall" not in (tmp_path / "out" / "index.html").read_text()


def test_tags_are_shown_unless_they_are_to_be_left_out(kept: Newsdiff, tmp_path: Path) -> None:
    kept("add", URL, "--tag", "harbour")
    kept("site", "out", "--no-tags")
    assert not (tmp_path / "out" / "tags").exists()


def test_times_are_in_the_zone_that_is_asked_for(kept: Newsdiff, tmp_path: Path) -> None:
    kept("site", "out", "--tz", "Europe/Berlin")
    assert "2025-03-19 11:00 CET" in (tmp_path / "out" / "index.html").read_text()


@pytest.mark.parametrize(
    "args",
    [
        ("--host", "everywhere"),
        ("--host", ""),
        ("--name", "*"),
        ("--name", "*.example"),
        ("--name", "a b"),
        ("--port", "70000"),
    ],
)
def test_serve_refuses_what_is_no_address_or_name(kept: Newsdiff, args: tuple[str, ...]) -> None:
    pytest.importorskip("uvicorn")
    assert kept("serve", *args).code == 2


def test_serve_says_what_it_needs(kept: Newsdiff) -> None:
    script = "import sys; sys.modules['uvicorn'] = None; from newsdiff.cli.main import run; sys.exit(run(['serve']))"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert told.returncode == 2
    assert told.stderr == "Error: newsdiff serve needs a web server. Hint: pip install 'newsdiff[serve]'.\n"


def test_serve_answers_until_it_is_stopped(kept: Newsdiff, tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    command = [sys.executable, "-m", "newsdiff", "serve", "--port", "0"]
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"TZ": "UTC"}
    )
    try:
        assert started.stdout is not None
        found = re.match(r"http://127\.0\.0\.1:(\d+)/", started.stdout.readline())
        assert found
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=60)
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert (answer.status, b"Ferry stops" in answer.read()) == (200, True)
        connection.close()
        started.send_signal(signal.SIGTERM)
        out, err = started.communicate(timeout=60)
        assert (started.returncode, out, err) == (143, "", "")
    finally:
        if started.poll() is None:
            started.kill()
            started.communicate()
