"""A password in a remote's address: git pushes with it, and nobody else can read it."""

import base64
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, UsageError
from newsdiff.store import Store
from newsdiff.store.copies.credentials import helper, keep, parted
from tests.kit.leaks import holding
from tests.kit.served import QuietHandler, served
from tests.kit.stories import START, first

TOKEN = "q7Rk2VxT9bLm4WzN8cYd1HsJ"


@pytest.fixture
def door() -> Iterator[tuple[str, list[str]]]:
    """A git host that lets nobody in, and keeps with what was knocked."""
    came: list[str] = []

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if said := self.headers.get("Authorization"):
                came.append(base64.b64decode(said.removeprefix("Basic ")).decode())
            self.send_response(403 if came and came[-1].endswith(":hunter2") else 401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.end_headers()

    with served(Handler) as port:
        yield f"127.0.0.1:{port}", came


@pytest.mark.parametrize(
    "url",
    [
        "/srv/copy.git",
        "git@git.example.org:store.git",
        "ssh://git@git.example.org/store.git",
        "https://git.example.org/store.git",
        "https://alice@git.example.org:8443/store.git",
        "file:///srv/copy.git",
        "C:/copies/store",
    ],
)
def test_an_address_without_a_password_is_taken_as_it_is(tmp_path: Path, url: str) -> None:
    assert parted(url) == (url, None)
    assert helper(tmp_path) == ()


@pytest.mark.parametrize(
    ("url", "kept", "login"),
    [
        ("https://alice:hunter2@g.example/s.git", "https://alice@g.example/s.git", "https://alice:hunter2@g.example"),
        ("http://a:p%40s@g.example:81/s", "http://a@g.example:81/s", "http://a:p%40s@g.example:81"),
        (
            "https://a:hunter2@[2001:db8::1]:8443/s",
            "https://a@[2001:db8::1]:8443/s",
            "https://a:hunter2@[2001:db8::1]:8443",
        ),
        ("https://a:hunter2@[2001:db8::1]/s", "https://a@[2001:db8::1]/s", "https://a:hunter2@[2001:db8::1]"),
        (f"https://{TOKEN}@g.example/s.git", "https://g.example/s.git", f"https://{TOKEN}:@g.example"),
        (
            f"https://{TOKEN}:x-oauth-basic@g.example/s",
            "https://g.example/s",
            f"https://{TOKEN}:x-oauth-basic@g.example",
        ),
        (f"https://oauth2:{TOKEN}@g.example/s", "https://oauth2@g.example/s", f"https://oauth2:{TOKEN}@g.example"),
    ],
)
def test_08_a_password_is_kept_for_the_owner_alone(tmp_path: Path, url: str, kept: str, login: str) -> None:
    for _ in range(2):
        address, found = parted(url)
        assert address == kept
        assert found is not None
        keep(tmp_path, found)
    assert (tmp_path / "credentials").read_text() == login + "\n"
    assert (tmp_path / "credentials").stat().st_mode & 0o777 == 0o600


def test_08_two_logins_stand_side_by_side_and_a_new_password_takes_the_place_of_the_old(tmp_path: Path) -> None:
    for url in ("https://a:one@g.example/s", "https://b:two@g.example/s", "https://a:three@g.example/s"):
        _, login = parted(url)
        assert login is not None
        keep(tmp_path, login)
    assert (tmp_path / "credentials").read_text() == "https://a:three@g.example\nhttps://b:two@g.example\n"


def test_08_ssh_has_no_use_for_a_password() -> None:
    assert parted("ssh://git:hunter2@g.example/s.git") == ("ssh://git@g.example/s.git", None)


@pytest.mark.parametrize("url", ["https://g.example/s.git?private_token=hunter2", "https://[g.example:hunter2@/s"])
def test_08_what_cannot_be_kept_apart_is_refused(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        parted(url)
    assert "hunter2" not in str(caught.value).replace("user:secret", "")


def test_08_git_pushes_with_what_was_kept(store: Store, door: tuple[str, list[str]]) -> None:
    place, came = door
    store.record([first()], now=START)
    store.add_remote("copy", f"http://alice:hunter2@{place}/store.git")
    with pytest.raises(StoreError) as caught:
        store.push("copy")
    assert came[-1] == "alice:hunter2"
    assert "hunter2" not in str(caught.value)
    assert holding(store.path, "hunter2") == {"credentials": 0o600}
