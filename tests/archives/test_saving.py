"""Save Page Now: a form, a job, and looks at it until it is done."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from newsdiff.archives.saving import save
from newsdiff.errors import FetchError, HttpError
from newsdiff.fetch import Fetcher
from newsdiff.model import FetchSettings
from tests.kit.site import Site
from tests.kit.wayback import Wayback, wayback

URL = "https://www.courier.example/2026/02/bridge?id=7"
DONE = {"status": "success", "timestamp": "20260220101112", "original_url": URL}


@pytest.fixture
def served() -> Iterator[Wayback]:
    with wayback() as server:
        yield server


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(FetchSettings(delay=0.0, allow_private=True), clock=lambda: datetime.now(UTC)) as made:
        yield made


def saved(fetcher: Fetcher, served: Wayback, seconds: float = 60.0) -> str:
    waits: list[float] = []
    made = save(
        fetcher, f"{served.base}/save", f"{served.base}/web/", "key:secret", URL, seconds=seconds, sleep=waits.append
    )
    assert all(wait >= 5 for wait in waits)
    return made.address


def test_a_job_is_looked_at_until_it_is_done(fetcher: Fetcher, served: Wayback) -> None:
    served.jobs = [{"status": "pending"}, {"status": "pending"}, DONE]
    assert saved(fetcher, served) == f"{served.base}/web/20260220101112/{URL}"
    assert served.asked == ["/save", *["/save/status/spn2-1"] * 3]
    [(headers, fields)] = served.saves
    assert (headers["Accept"], headers["Authorization"]) == ("application/json", "LOW key:secret")
    assert fields["url"] == [URL]


def test_one_that_lasts_is_left_to_a_later_try(fetcher: Fetcher, served: Wayback) -> None:
    served.jobs = [{"status": "pending"}]
    with pytest.raises(FetchError, match="the archive is still at work") as raised:
        saved(fetcher, served, seconds=0)
    assert raised.value.transient


def test_an_address_that_an_archive_claims_is_looked_at(fetcher: Fetcher, served: Wayback) -> None:
    served.jobs = [DONE | {"original_url": "javascript:alert(1)"}]
    assert saved(fetcher, served).endswith(URL)


def test_keys_go_nowhere_else(fetcher: Fetcher, site: Site, served: Wayback) -> None:
    """A redirect is no answer to a form: it could lead the keys, or the form, to somebody else."""
    site.put("/save", "", 307, Location=f"{served.base}/save")
    with pytest.raises(HttpError):
        save(fetcher, site.url("/save"), f"{served.base}/web/", "key:secret", URL, seconds=1)
    assert served.asked == []
