"""What all pages of a site share: times and days in its zone, keys, templates, the files beside the pages."""

from datetime import UTC, timedelta, timezone

import pytest

from newsdiff.site.edition import SiteEdition, sheets

EDITION = SiteEdition("Amber & watch", UTC)
NEW_YEAR = 1_767_225_600  # midnight in UTC, 1 January 2026


@pytest.mark.parametrize(
    ("hours", "time", "day"),
    [
        (0, "2026-01-01 00:00 UTC", "1 January 2026"),
        (9, "2026-01-01 09:00 UTC+09:00", "1 January 2026"),
        (-5, "2025-12-31 19:00 UTC-05:00", "31 December 2025"),
    ],
)
def test_times_and_days_are_those_of_the_zone(hours: int, time: str, day: str) -> None:
    edition = EDITION._replace(zone=timezone(timedelta(hours=hours)))
    assert edition.time(NEW_YEAR) == time
    assert edition.day(NEW_YEAR) == day


def test_seconds_that_are_no_whole_number_are_cut() -> None:
    assert EDITION.time(NEW_YEAR + 59.9) == "2026-01-01 00:00 UTC"


def test_the_same_inputs_have_the_same_key() -> None:
    assert EDITION.key("a", 1) == EDITION.key("a", 1) == EDITION.key("a", "1")
    assert len(EDITION.key()) == 20


@pytest.mark.parametrize("inputs", [(), ("a",), ("ab", ""), ("", "ab"), ("b", "a"), ("a", "b", "")])
def test_other_inputs_have_another_key(inputs: tuple[str, ...]) -> None:
    assert EDITION.key(*inputs) != EDITION.key("a", "b")


@pytest.mark.parametrize(
    "other",
    [
        EDITION._replace(title="Amber"),
        EDITION._replace(zone=timezone(timedelta(hours=1))),
        EDITION._replace(url="https://watch.example/"),
        EDITION._replace(captures=True),
        EDITION._replace(judgements="abc"),
    ],
)
def test_what_every_page_is_made_from_is_in_every_key(other: SiteEdition) -> None:
    assert other.key("a") != EDITION.key("a")


def test_that_a_server_answers_is_in_none() -> None:
    assert EDITION._replace(live=True).key("a") == EDITION.key("a")


def test_a_key_of_letters_that_no_encoding_has_is_a_key() -> None:
    assert EDITION.key("\ud800") == EDITION.key("\ud800")


def test_a_page_is_put_down_from_its_template_and_escaped() -> None:
    page = EDITION.page("nothing.html", "index.html").decode()
    assert "Amber &amp; watch" in page
    assert "Amber & watch" not in page


def test_links_of_a_deep_page_lead_to_the_root() -> None:
    assert b'href="../../site.css"' in EDITION.page("nothing.html", "a/b/c.html")
    assert b'href="site.css"' in EDITION.page("nothing.html", "c.html")
    assert b'href="/site.css"' in EDITION.page("nothing.html", "c.html", root="/")


def test_the_shared_files_are_there_once_and_none_is_empty() -> None:
    found = list(sheets())
    names = [name for name, _ in found]
    assert names[0] == "site.css"
    assert len(set(names)) == len(names)
    assert {name.rpartition(".")[2] for name in names} == {"css", "js", "svg"}
    assert all(body for _, body in found)
