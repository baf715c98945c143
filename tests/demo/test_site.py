"""The demo's site: it serves what is published now, and says when nothing is new."""

import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from newsdiff.demo.site import Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        served.body = b"<p>One.</p>"
        yield served


def get(url: str, **headers: str) -> tuple[int, bytes, str]:
    request = urllib.request.Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read(), answer.headers["ETag"]
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), error.headers["ETag"] or ""


def test_it_stands_on_this_machine_alone(site: Site) -> None:
    assert site.url.startswith("http://localhost:")


def test_an_edit_is_published_by_setting_the_body(site: Site) -> None:
    assert get(site.url)[:2] == (200, b"<p>One.</p>")
    site.body = b"<p>Two.</p>"
    assert get(site.url)[:2] == (200, b"<p>Two.</p>")


def test_who_has_it_already_is_told_so(site: Site) -> None:
    tag = get(site.url)[2]
    assert get(site.url, If_None_Match=tag)[:2] == (304, b"")
    site.body = b"<p>Two.</p>"
    assert get(site.url, If_None_Match=tag)[0] == 200


def test_nothing_else_is_there(site: Site) -> None:
    assert get(site.url + "x")[0] == 404
    assert get(site.url.rsplit("/2025", 1)[0] + "/robots.txt")[0] == 404
