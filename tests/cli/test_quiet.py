"""What cron mails: the two right columns of the table of statuses, each through ``watch --quiet``."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.kit.site import Site, page, story, told

pytestmark = pytest.mark.usefixtures("visits_here")
WALL = page(
    "Notes from Port Amber, number 1",
    "".join(f"<p>{sentence}</p>" for sentence in told(1)[:3])
    + "<p>Subscribe to continue reading. It takes a minute.</p>",
)
Visit = Callable[..., tuple[int, str]]


@pytest.fixture
def visit(newsdiff, site: Site) -> Visit:
    """Watch /a as cron does, two hours after the last visit; exit code and what is printed."""
    newsdiff("init")
    site.put("/a", story())
    assert newsdiff("add", site.url("/a"), "--kind", "article", "--allow-private").code == 0
    now = [datetime(2030, 1, 1, tzinfo=UTC)]

    def call(*more: str, hours: float = 2) -> tuple[int, str]:
        now[0] += timedelta(hours=hours)
        options = ("--all", "--quiet", "--delay", "0", "--allow-private", "--at", now[0].isoformat(), *more)
        done = newsdiff("watch", *options)
        assert done.err == ""
        return done.code, done.out

    return call


SILENT = (0, "")


def test_nothing_is_printed_of_what_stays_as_it_was(visit: Visit, site: Site) -> None:
    visit()
    assert visit() == SILENT
    site.put("/a", story(), ETag='"1"')
    assert [visit(), visit()] == [SILENT] * 2  # unchanged, and not modified


def test_each_recorded_kind_is_printed(visit: Visit, site: Site) -> None:
    url = site.url("/a")
    code, out = visit()
    assert (code, out.splitlines()[0].removeprefix(f"{url}: ")[:16]) == (0, "first seen, kept")
    site.put("/a", story(cracks="nineteen"))
    code, out = visit()
    assert (code, out.startswith(f"{url}: edited")) == (0, True)
    assert "[-seventeen-]{+nineteen+}" in out
    site.put("/a", "", 410)
    code, out = visit()
    assert (code, "removed by the publisher" in out) == (0, True)
    site.put("/a", story(cracks="nineteen"))
    code, out = visit()
    assert (code, "back after it was removed" in out) == (0, True)
    site.put("/a", story())
    code, out = visit(hours=48)
    assert (code, "back to an earlier text" in out) == (0, True)


def test_a_move_is_printed_once(visit: Visit, site: Site) -> None:
    visit()
    site.put("/b", story())
    site.put("/a", "", 301, Location="/b")
    code, out = visit()
    assert (code, "moved to a new address" in out) == (0, True)
    assert visit() == SILENT


def test_a_page_that_is_missing_twice_is_printed_as_removed_once(visit: Visit, site: Site) -> None:
    visit()
    site.put("/a", "gone", 404)
    assert visit() == SILENT
    code, out = visit()
    assert (code, "removed by the publisher" in out) == (0, True)
    assert visit() == SILENT


def test_a_variant_is_not_printed_until_it_stands_for_a_day(visit: Visit, site: Site) -> None:
    visit()
    site.put("/a", story(cracks="nineteen"))
    assert "edited" in visit()[1]
    site.put("/a", story())
    assert [visit(), visit()] == [SILENT] * 2
    assert "back to an earlier text" in visit(hours=25)[1]


def test_a_suspect_is_printed_once_and_another_one_again(visit: Visit, site: Site) -> None:
    visit()
    site.put("/a", WALL)
    code, out = visit()
    assert (code, "in quarantine" in out, "pay wall" in out) == (0, True, True)
    assert [visit(), visit()] == [SILENT] * 2


def test_a_block_is_printed_at_the_third_visit_in_a_row_and_does_not_fail(visit: Visit, site: Site) -> None:
    visit()
    site.put("/a", "no", 403)
    assert [visit(), visit()] == [SILENT] * 2
    code, out = visit()
    assert (code, "blocked by the server" in out) == (0, True)
    assert visit() == SILENT
    site.put("/a", story())
    visit()
    site.put("/a", "no", 403)
    assert [visit(), visit()] == [SILENT] * 2  # counted anew
    assert "blocked" in visit()[1]


def test_a_refusal_is_printed_once_and_does_not_fail(visit: Visit, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /a", Content_Type="text/plain")
    code, out = visit()
    assert (code, "robots.txt forbids it" in out) == (0, True)
    assert visit() == SILENT


@pytest.mark.parametrize(
    ("body", "status", "headers", "word"),
    [(None, 200, {}, "not reached"), ("%PDF-1.4", 200, {"Content_Type": "application/pdf"}, "failed")],
    ids=["unreachable", "error"],
)
def test_a_failure_is_printed_at_the_third_in_a_row_and_fails_from_then_on(visit, site, body, status, headers, word):
    visit()
    site.put("/a", body, status, **headers)
    assert [visit(), visit()] == [SILENT] * 2
    code, out = visit()
    assert (code, word in out) == (3, True)
    assert visit() == (3, "")
    site.put("/a", story())
    assert visit() == SILENT


def test_strict_fails_at_each_failure_and_prints_no_more(visit: Visit, site: Site) -> None:
    visit()
    site.put("/a", None)
    assert visit("--strict") == (3, "")


def test_json_prints_the_same_visits_as_words(visit: Visit, site: Site) -> None:
    assert '"status": "first"' in visit("--json")[1]
    assert visit("--json") == SILENT
