"""A form that is posted: once, as it is, and only to the address that was named."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from newsdiff.errors import HttpError, RefusedError
from newsdiff.fetch import Fetcher
from newsdiff.fetch.kinds import Want
from newsdiff.model import FetchSettings
from tests.kit.receivers import Hook, hook


@pytest.fixture(scope="module")
def server() -> Iterator[Hook]:
    with hook() as served:
        yield served


@pytest.fixture
def web(server: Hook) -> Iterator[Hook]:
    server.taken.clear()
    yield server
    server.status = 200


def fetcher(*, private: bool = True) -> Fetcher:
    settings = FetchSettings(delay=0.0, allow_private=private)
    return Fetcher(settings, clock=lambda: datetime.now(UTC), sleep=lambda _: None)


def test_a_form_is_sent_as_forms_are(web: Hook) -> None:
    with fetcher() as made:
        page = made.post(f"http://{web.place}/save", {"url": "https://a.example/?b=c&d", "x": "ü"})
    assert page.body == b"{}"
    [(path, headers, body)] = web.taken
    assert path == "/save"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert body == b"url=https%3A%2F%2Fa.example%2F%3Fb%3Dc%26d&x=%C3%BC"


def test_a_page_that_is_got_after_a_form_is_got(web: Hook) -> None:
    with fetcher() as made:
        made.post(f"http://{web.place}/save", {"a": "b"})
        with pytest.raises(HttpError, match="status 501"):  # the server knows no GET
            made.get(f"http://{web.place}/save", want=Want.ANY)
        made.post(f"http://{web.place}/save", {"c": "d"})
    assert [body for _, _, body in web.taken] == [b"a=b", b"c=d"]


@pytest.mark.parametrize("status", [302, 307, 401, 429, 500, 503])
def test_it_is_sent_once_whatever_the_answer(web: Hook, status: int) -> None:
    web.status = status
    with fetcher() as made, pytest.raises(HttpError) as raised:
        made.post(f"http://{web.place}/save", {"a": "b"})
    assert raised.value.status == status
    assert len(web.taken) == 1


def test_the_gate_stands_before_it(web: Hook) -> None:
    with fetcher(private=False) as made, pytest.raises(RefusedError):
        made.post(f"http://{web.place}/save", {"a": "b"})
    assert web.taken == []
