"""From what a user says to what is meant: times, zones, addresses."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.cli import context
from newsdiff.errors import UsageError
from newsdiff.model import Status
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.site import START, Desk


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-02", "2026-03-02T00:00:00+00:00"),
        ("2026-03-02T10:00", "2026-03-02T10:00:00+00:00"),
        ("2026-03-02 10:00:07", "2026-03-02T10:00:07+00:00"),
        ("2026-03-02T10:00Z", "2026-03-02T10:00:00+00:00"),
        ("2026-03-02T10:00+05:30", "2026-03-02T04:30:00+00:00"),
        ("20260302T1000", "2026-03-02T10:00:00+00:00"),
    ],
)
def test_times_as_users_write_them_are_utc(text: str, iso: str) -> None:
    assert context.moment(text).isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "noon", "yesterday", "2026-13-01", "12 March 2026", "2026-03-02T25:00", "1772442000x"]
)
def test_what_is_no_time_is_said_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="is no time") as error:
        context.moment(text)
    assert error.value.hint == "write it as 2025-03-12T10:00Z"


@pytest.mark.parametrize("text", ["1969-12-31", "2100-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
def test_a_time_that_no_store_can_keep_is_said(text: str) -> None:
    with pytest.raises(UsageError):
        context.moment(text)


@given(st.text(max_size=40))
def test_any_other_text_is_an_error_of_one_line(text: str) -> None:
    try:
        found = context.moment(text)
    except UsageError as error:
        assert len(str(error)) < 300
    else:
        assert found.tzinfo is UTC


def test_the_clock_is_in_utc() -> None:
    assert context.now().tzinfo is UTC


@pytest.mark.parametrize(("name", "offset"), [(None, 0), ("UTC", 0), ("utc", 0), ("Asia/Tokyo", 9), ("Etc/GMT+5", -5)])
def test_time_zones_by_name(name: str | None, offset: int) -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    assert at.astimezone(context.zone(name)).utcoffset() == timedelta(hours=offset)


def test_the_machines_own_zone_is_local() -> None:
    assert datetime(2026, 3, 2, tzinfo=UTC).astimezone(context.zone("local")).utcoffset() == timedelta()  # TZ=UTC


@pytest.mark.parametrize("name", ["", "Mars", "Europe", "../../etc/passwd", "/etc/localtime", "a\0b", "é" * 200])
def test_what_is_no_zone_is_said(name: str) -> None:
    with pytest.raises(UsageError, match="there is no time zone"):
        context.zone(name)


@pytest.mark.parametrize(
    "text", ["http://a.example", "https://a.example/x?y#z", "http://127.0.0.1:8080/", "https://[::1]/"]
)
def test_addresses(text: str) -> None:
    assert context.is_url(text)
    assert context.article_url(text) == text


@pytest.mark.parametrize(
    "text", ["a.example/x", "ftp://a.example/", "http://", "https:///x", "//a.example", "javascript:x"]
)
def test_what_is_no_address(text: str) -> None:
    assert not context.is_url(text)
    with pytest.raises(UsageError, match="is no web address"):
        context.article_url(text)


def test_no_address_is_none_and_an_archives_is_the_publishers() -> None:
    assert context.article_url("") == ""
    assert (
        context.article_url("https://web.archive.org/web/20260302091500/https://a.example/x") == "https://a.example/x"
    )


def test_an_error_tells_no_secret() -> None:
    with pytest.raises(UsageError) as error:
        context.article_url("ftp://user:s3cr3tpass@a.example/x")
    assert "s3cr3tpass" not in str(error.value)


@pytest.mark.parametrize(
    "source",
    ["nofile", "none.txt", "lists/none.txt", "./a.example/x", "../x.html", "-", "", "https://a.example/x", "C:/x"],
)
def test_what_is_no_address_without_its_scheme_stays_as_it_is(source: str) -> None:
    assert context.web_address(source) == source


def test_an_address_without_its_scheme_is_one_of_the_web_unless_a_file_is_called_so(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert context.web_address("news.example/x?id=1") == "https://news.example/x?id=1"
    (tmp_path / "my.lists").mkdir()
    assert context.web_address("my.lists/none.txt") == "my.lists/none.txt"


def test_a_period_lies_between_its_times() -> None:
    assert context.period(None, None) == (None, None)
    since, until = context.period("2026-03-02", "2026-03-03")
    assert since is not None
    assert until is not None
    assert until - since == timedelta(days=1)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [("yesterday", None, "as 12h, 7d or 30d"), ("1d", "2d", "later than"), (None, "soon", "or a day, as 2025-03-12")],
)
def test_a_period_that_is_none_is_said_with_what_to_write(since: str | None, until: str | None, words: str) -> None:
    with pytest.raises(UsageError) as told:
        context.period(since, until)
    assert words in str(told.value)


# --- tags ---


def test_no_tags_are_given_where_none_stand_on_the_list(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.add("https://courier.example/a")
    assert context.tags(desk.store) == {}
    (desk.store.private / "watchlist.txt").write_text("https://courier.example/a\nno line of a list\n")
    assert context.tags(desk.store) == {}


def test_an_article_has_its_own_tags_else_those_of_its_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of the state are not taken apart for that: there may be a million."""
    desk = Desk(tmp_path)
    host, feed = "https://courier.example", "https://courier.example/feed.xml"
    pages = [f"{host}/{name}" for name in "abcde"]
    tagged = [
        Watched(pages[0], tags=("city",)),
        Watched(pages[1], tags=("harbour", "city")),
        Watched(feed, tags=("all",)),
        Watched(f"{host}/never-seen", tags=("new",)),
        Watched(pages[4]),
    ]
    watchlist.add(desk.store.private, tagged)
    with State(desk.store) as state:
        state.write([Observation(START, url, Event.FOUND, source=feed, location=url) for url in pages[1:3]])
        for number, url in enumerate(pages):
            state.write([Observation(START, url, status=Status.FIRST, path=f"p{number}", revision=f"{number}")])
    monkeypatch.setattr(State, "_row", None)
    assert context.tags(desk.store) == {"p0": ("city",), "p1": ("harbour", "city"), "p2": ("all",)}
