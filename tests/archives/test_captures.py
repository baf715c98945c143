"""Lists of captures, whoever wrote them; what is no list is an error, never an empty archive."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.archives import captures as module
from newsdiff.archives.captures import captures
from newsdiff.errors import CleanError, NewsdiffError
from newsdiff.fetch import Fetcher
from newsdiff.model import FetchSettings
from tests.kit.wayback import Held, Wayback, wayback

URL = "https://www.courier.example/2026/02/bridge"


@pytest.fixture(scope="module")
def server() -> Iterator[Wayback]:
    with wayback() as served:
        yield served


@pytest.fixture
def served(server: Wayback) -> Iterator[Wayback]:
    yield server
    server.says, server.form = None, "rows"


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(FetchSettings(delay=0.0, allow_private=True), clock=lambda: datetime.now(UTC)) as made:
        yield made


def found(fetcher: Fetcher, server: Wayback, **span: str) -> list[str]:
    return [one.timestamp for one in captures(fetcher, f"{server.base}/cdx/search/cdx", URL, **span).captures]


def test_a_long_list_is_asked_for_in_pages(fetcher: Fetcher, served: Wayback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE_ROWS", 7)
    times = [f"20260201{n:06}" for n in range(20)]
    served.held[:] = [Held(time, URL, time.encode()) for time in times]
    served.asked.clear()
    assert found(fetcher, served) == times
    assert len(served.asked) == 4


def test_two_captures_of_the_second_that_ends_a_page_end_no_list(
    fetcher: Fetcher, served: Wayback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE_ROWS", 8)
    plain = URL.replace("https:", "http:")
    times = [f"20260201{n:06}" for n in range(20)]
    served.held[:] = [Held(time, url, time.encode()) for time in times for url in (URL, plain)]
    assert set(found(fetcher, served)) == set(times)


def test_more_of_one_second_than_a_page_holds_is_no_endless_list(
    fetcher: Fetcher, served: Wayback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE_ROWS", 3)
    served.held[:] = [Held("20260201000000", f"https://www.courier.example/2026/02/bridge?utm_x={n}") for n in range(9)]
    assert len(found(fetcher, served)) <= 3


@pytest.mark.parametrize("form", ["rows", "objects", "words"])  # of the Wayback Machine, of pywb, of older servers
def test_other_addresses_and_media_are_counted_not_given(fetcher: Fetcher, served: Wayback, form: str) -> None:
    served.form = form
    rows = [
        Held("20260201000000", URL, b"a"),
        Held("20260202000000", URL, b"b", status="301"),
        Held("20260203000000", URL, b"c", mime="application/pdf"),
        Held("20260204000000", URL, b"d", status="-"),
        Held("20260205000000", URL, b"a", status="-", mime="warc/revisit"),
    ]
    served.held[:] = rows
    told = captures(fetcher, f"{served.base}/cdx/search/cdx", URL)
    assert ([one.timestamp[:8] for one in told.captures], told.others) == (["20260201", "20260205"], 3)


def test_a_span_is_asked_of_the_server(fetcher: Fetcher, served: Wayback) -> None:
    served.held[:] = [Held(f"202602{day:02}000000", URL, bytes([day])) for day in range(1, 10)]
    assert found(fetcher, served, since="20260203", until="20260204") == ["20260203000000", "20260204000000"]


@pytest.mark.parametrize(
    "body", ["<html>an outage</html>", "{", "[1, 2]", '[["a"], ["b"]]', "null and void", '{"timestamp": 7}', "[[[]]]x"]
)
def test_what_is_no_list_is_an_error(fetcher: Fetcher, served: Wayback, body: str) -> None:
    served.says = body.encode()
    with pytest.raises(CleanError, match="is this the address of a CDX server"):
        captures(fetcher, f"{served.base}/cdx/search/cdx", URL)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_a_server_says_is_a_list_or_an_error(fetcher: Fetcher, served: Wayback, body: str) -> None:
    served.says = body.encode()
    try:
        assert captures(fetcher, f"{served.base}/cdx/search/cdx", URL).captures == ()
    except NewsdiffError as error:
        assert error.message
