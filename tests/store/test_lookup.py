"""What a user may call an article or a revision: never another one than is meant."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import UnknownArticle, UnknownRevision
from newsdiff.model import Revision, RevisionKind
from newsdiff.store import lookup
from newsdiff.store.index import Row
from newsdiff.store.layout import url_key

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
HISTORY = [
    Revision(f"{n}" * 40, "a.example/2026/03/x-01234567.md", "", START + timedelta(days=n), None, RevisionKind.EDIT)
    for n in (2, 1, 0)
]


def named(rev: str, tz: timezone = UTC) -> str:
    return lookup.revision(HISTORY, rev, tz).id[0]


@pytest.mark.parametrize(
    ("rev", "wanted"),
    [
        ("@1", "0"),
        ("@3", "2"),
        ("@-1", "2"),
        ("@-3", "0"),
        ("2026-03-02", "0"),
        ("2026-03-03", "1"),
        ("2026-03-03T09:00", "1"),
        ("2026-03-03T08:59", "0"),
        ("2026-03-03T09:00:00Z", "1"),
        ("2026-03-03T08:59:59Z", "0"),
        ("2026-03-03T10:00+01:00", "1"),
        ("2030-01-01", "2"),
        ("9999-12-31", "2"),
        ("1111111", "1"),
        ("1" * 40, "1"),
        ("1111", "1"),
    ],
)
def test_each_way_to_name_a_revision(rev: str, wanted: str) -> None:
    assert named(rev) == wanted


def test_a_day_is_the_users_day() -> None:
    tokyo, hawaii = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    assert (named("2026-03-03", tokyo), named("2026-03-03", hawaii)) == ("1", "2")
    assert (named("2026-03-02", tokyo), named("2026-03-01", hawaii)) == ("0", "0")
    assert named("2026-03-02", hawaii) == "1"  # seen at 23:00 on that day, there


def test_a_minute_is_a_whole_minute_in_whatever_zone_it_is_told() -> None:
    seen = [START + timedelta(seconds=30)]
    history = [Revision("a" * 40, "x", "", at, None, RevisionKind.EDIT) for at in seen]
    for minute in ("2026-03-02T09:00", "2026-03-02 09:00", "2026-03-02T09:00Z", "2026-03-02T10:00+01:00"):
        assert lookup.revision(history, minute, UTC) is history[0], minute
    for second in ("2026-03-02T09:00:00", "2026-03-02T09:00:00Z", "2026-03-02T10:00:29+01:00", "2026-03-02T08:59Z"):
        with pytest.raises(UnknownRevision):
            lookup.revision(history, second, UTC)


def test_an_hour_alone_is_the_whole_hour() -> None:
    [late] = [Revision("a" * 40, "x", "", START + timedelta(minutes=59), None, RevisionKind.EDIT)]
    assert lookup.revision([late], "2026-03-02T09", UTC) is late
    assert lookup.revision([late], "2026-03-02T10+01:00", UTC) is late
    with pytest.raises(UnknownRevision):
        lookup.revision([late], "2026-03-02T08", UTC)


@pytest.mark.parametrize(
    "rev",
    [
        "@0",
        "@4",
        "@-4",
        "@",
        "@-",
        "@x",
        "@1.0",
        "@٣",
        "@9999999999",
        "2026-03-01",
        "0001-01-01",
        "11",
        "f" * 40,
        "yesterday",
        "",
    ],
)
def test_what_names_none_says_what_there_is(rev: str) -> None:
    with pytest.raises(UnknownRevision) as error:
        lookup.revision(HISTORY, rev, UTC)
    assert error.value.hint


@given(st.text(max_size=30))
def test_no_text_breaks_it(rev: str) -> None:
    try:
        assert lookup.revision(HISTORY, rev, UTC) in HISTORY
    except UnknownRevision as error:
        assert "\n" not in str(error) or "\n" in rev


FERRY = "gazette.example/2026/03/ferry-01234567.md"
BRIDGE = "gazette.example/2026/03/bridge-89abcdef.md"


GAZETTE = "https://gazette.example/2026/03"


def row(commit: str, path: str, url: str, headline: str) -> Row:
    return Row(commit * 40, "0" * 40, "1772442000", "edit", path, url_key(url), url, headline)


ROWS = [
    row("a", FERRY, f"{GAZETTE}/ferry", "Ferry stops"),
    row("b", BRIDGE, f"{GAZETTE}/bridge", "Bridge closed"),
    row("c", FERRY, f"{GAZETTE}/ferry-runs", "Ferry stops for repairs"),  # it moved
]


@pytest.mark.parametrize(
    "name",
    [
        FERRY,
        f"{GAZETTE}/ferry",
        f"{GAZETTE}/ferry-runs",
        f"{GAZETTE}/ferry?utm_source=x#top",
        "gazette.example/2026/03/ferry",
        "FOR REPAIRS",
        "ferry-runs",
        "c" * 7,
        "a" * 40,
        "a" * 10,
    ],
)
def test_an_article_by_all_its_names(name: str) -> None:
    assert lookup.find(name, ROWS) == FERRY


def test_a_part_of_an_older_headline_names_nothing_any_more() -> None:
    rows = [*ROWS, row("d", FERRY, f"{GAZETTE}/ferry-runs", "Boats wait")]
    with pytest.raises(UnknownArticle):
        lookup.find("stops", rows)
    assert lookup.find("boats", rows) == FERRY


def test_two_that_fit_are_named_with_their_headlines() -> None:
    with pytest.raises(UnknownArticle, match="2 articles are called 'gazette'") as error:
        lookup.find("gazette", ROWS)
    assert error.value.hint == "say more of it"
    assert list(error.value.choices) == [f"{BRIDGE}  Bridge closed", f"{FERRY}  Ferry stops for repairs"]


def test_of_many_that_fit_all_are_named() -> None:
    rows = [row("abcdef01"[n], f"gazette.example/2026/03/x-0123456{n}.md", f"{GAZETTE}/{n}", "") for n in range(8)]
    with pytest.raises(UnknownArticle, match="8 articles") as error:
        lookup.find("gazette", rows)
    assert len(error.value.choices) == 8


@pytest.mark.parametrize("name", ["volcano", "", " ", "\t", "c" * 6 + "z", "0" * 7])
def test_what_fits_nothing(name: str) -> None:
    with pytest.raises(UnknownArticle, match="no article is called"):
        lookup.find(name, ROWS)


def test_a_name_that_looks_like_a_file_is_told_to_be_one_perhaps() -> None:
    with pytest.raises(UnknownArticle) as error:
        lookup.find("stroy.txt", ROWS)
    assert error.value.hint == "if you mean a file, check its name; newsdiff list shows them all"


def test_a_name_is_told_without_its_secret_and_never_longer_than_a_line() -> None:
    with pytest.raises(UnknownArticle) as error:
        lookup.find("https://a.example/x?token=s3cr3tpass", ROWS)
    assert "s3cr3tpass" not in str(error.value)
    with pytest.raises(UnknownArticle) as error:
        lookup.find("x\n" * 500, ROWS)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 300


def test_a_commit_that_two_begin_with_names_neither() -> None:
    twin = ROWS[0].commit[:-1] + "0"
    rows = [*ROWS, Row(twin, *(getattr(ROWS[1], name) for name in Row.__slots__[1:]))]
    assert lookup.commit("a" * 7, rows) is None
    assert lookup.commit("a" * 40, rows) == ROWS[0]
    assert lookup.commit(twin, rows) == rows[-1]
    assert lookup.commit("A" * 10, rows) is None
    assert lookup.commit("a" * 41, rows) is None


def test_of_two_histories_under_one_address_the_one_that_goes_on_counts() -> None:
    rows = [*ROWS, row("d", BRIDGE, f"{GAZETTE}/ferry", "Bridge closed")]
    assert lookup.find(f"{GAZETTE}/ferry", rows) == BRIDGE
    rows.append(row("e", FERRY, f"{GAZETTE}/ferry", "Ferry stops for repairs"))
    assert lookup.find(f"{GAZETTE}/ferry", rows) == FERRY
