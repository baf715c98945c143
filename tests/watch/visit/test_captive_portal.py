"""When every host shows one page, none was reached; short links that lead to one place are no portal."""

from datetime import UTC, datetime

from newsdiff.model import Page
from newsdiff.watch.visit.captive_portal import trusted
from newsdiff.watch.visit.messages import BatchResult, Reading

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
PORTAL = "https://portal.example/login"


def result(host: str, body: str, final: str = "", *, same: bool = False) -> BatchResult:
    url = f"https://{host}/x"
    page = Page(url, final or url, 200, "text/html", b"", AT)
    unclean = "" if same else "no article"
    return BatchResult(host, (Reading(url, AT, page=page, body_sha256=body, unclean=unclean),))


def told(*results: BatchResult) -> list[tuple[str, bool]]:
    return [(one.host, portal) for one, portal in trusted(results)]


def test_of_nothing_nothing_is_told() -> None:
    assert told() == []


def test_hosts_that_show_different_pages_are_believed_in_their_order() -> None:
    hosts = [result("a.example", "1"), result("b.example", "2"), result("c.example", "3"), result("d.example", "1")]
    assert told(*hosts) == [(f"{name}.example", False) for name in "abcd"]


def test_one_page_under_three_of_them_is_a_portals_and_no_more_are_asked() -> None:
    hosts = [result(f"{name}.example", "1", PORTAL) for name in "abcd"]
    assert [portal for _, portal in told(*hosts)] == [True] * 3
    assert [portal for _, portal in told(*hosts[:2])] == [True] * 2


def test_one_host_alone_proves_nothing() -> None:
    assert told(result("a.example", "1", PORTAL)) == [("a.example", False)]


def test_two_hosts_of_three_are_not_enough() -> None:
    assert not any(
        portal for _, portal in told(result("a.example", "1"), result("b.example", "1"), result("c.example", "2"))
    )


def test_short_links_that_lead_to_one_watched_host_are_no_portal() -> None:
    home = "https://a.example/x"
    hosts = [result("a.example", "1"), result("b.example", "1", home), result("c.example", "1", home)]
    assert not any(portal for _, portal in told(*hosts))


def test_a_page_that_is_as_it_had_been_was_the_hosts_own() -> None:
    hosts = [result("a.example", "1", same=True), result("b.example", "1"), result("c.example", "1")]
    assert not any(portal for _, portal in told(*hosts))


def test_hosts_that_did_not_answer_say_nothing() -> None:
    silent = BatchResult("z.example", (Reading("https://z.example/x", AT),))
    assert told(silent) == [("z.example", False)]
    hosts = [result(f"{name}.example", "1", PORTAL) for name in "ab"]
    assert all(portal for host, portal in told(hosts[0], silent, hosts[1]) if host != "z.example")
