"""Backups as changedetection.io 0.60 writes them, and the one file of older versions."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import ConfigError
from newsdiff.watch.plan.lists.changedetection import backup, is_watches, watches
from newsdiff.watch.plan.watchlist import line_of

NO_TIME = {"weeks": None, "days": None, "hours": None, "minutes": None, "seconds": None}
USUAL = {
    "fetch_backend": "system",
    "headers": {},
    "include_filters": [],
    "method": "GET",
    "notification_urls": [],
    "paused": False,
    "processor": "text_json_diff",
    "tag": "",
    "tags": [],
    "time_between_check": NO_TIME,
    "time_between_check_use_default": True,
    "time_schedule_limit": {"enabled": False, "monday": {"enabled": True}},
    "title": None,
}
COUNCIL = USUAL | {
    "url": "https://courier.example/2026/03/council-vote",
    "title": "Council vote",
    "tags": ["8d92", "a9bb", "gone"],
    "include_filters": ["article"],
    "time_between_check": NO_TIME | {"hours": 2, "minutes": 30},
    "time_between_check_use_default": False,
}
SEVEN = USUAL | {
    "url": "https://gazette.example/stories?id=7",
    "paused": True,
    "headers": {"Cookie": "session=abc"},
    "fetch_backend": "html_webdriver",
}
SHOP = USUAL | {"url": "https://shop.example/thing", "processor": "restock_diff"}


def packed(**members: object) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, told in members.items():
            archive.writestr(name, told if isinstance(told, str) else json.dumps(told))
    file.seek(0)
    return file


LINES = [
    'https://courier.example/2026/03/council-vote every=150m name="Council vote" tags=world-news,council',
    "https://gazette.example/stories?id=7 paused=yes",
]
NOTES = (
    "https://courier.example/2026/03/council-vote: not taken over: include_filters (newsdiff finds the story itself; "
    "where it does not, body and remove under [site] say where it stands)",
    "https://gazette.example/stories?id=7: not taken over: headers (write them under [site] as headers), "
    "fetch_backend (write browser = true under [site])",
    "https://shop.example/thing is left out: it is watched for restock_diff, and newsdiff keeps texts",
)


def test_a_backup() -> None:
    members = {
        "changedetection.json": {"settings": {"application": {"tags": {}}}},
        "a9bb/tag.json": {"title": "Council"},
        "8d92/tag.json": {"title": "World news"},
        "805a/watch.json": COUNCIL,
        "6aa2/watch.json": SEVEN,
        "0bf4/watch.json": SHOP,
        "0bf4/1795677509.txt.br": "not read",
        "url-list.txt": "https://courier.example/2026/03/council-vote\r\n",
    }
    found = backup("b.zip", packed(**members))
    assert [line_of(entry) for entry in found.entries] == LINES
    assert found.notes == NOTES


def test_the_file_of_older_versions() -> None:
    tags = {"8d92": {"title": "World news"}, "a9bb": {"title": "Council"}}
    told = {
        "watching": {"1": COUNCIL, "2": SEVEN, "3": SHOP},
        "settings": {"application": {"tags": tags}},
    }
    body = json.dumps(told).encode()
    assert is_watches(body)
    found = watches("url-watches.json", body)
    assert [line_of(entry) for entry in found.entries] == LINES
    assert found.notes == NOTES
    assert [line_of(e) for e in backup("b.zip", packed(**{"url-watches.json": told})).entries] == LINES


def test_a_tag_of_the_oldest_versions_is_its_name() -> None:
    told = {"watching": {"1": {"url": "https://a.example/x", "tag": "Town hall, budget"}}}
    [entry] = watches("x", json.dumps(told).encode()).entries
    assert entry.tags == ("town-hall", "budget")


@pytest.mark.parametrize("hours", [None, 0, -1, 1e9, "2", True])
def test_an_interval_that_is_none_is_left_to_newsdiff(hours: object) -> None:
    told = {"watching": {"1": USUAL | {"url": "https://a.example/x", "time_between_check": {"hours": hours}}}}
    told["watching"]["1"]["time_between_check_use_default"] = False
    [entry] = watches("x", json.dumps(told).encode()).entries
    assert entry.every in (None, timedelta(hours=1))  # JSON's true counts as one, as in changedetection.io itself


@pytest.mark.parametrize(
    ("members", "error"),
    [
        ({}, "b.zip holds no watches of changedetection.io"),
        ({"notes/watch.json": "{"}, "notes/watch.json of b.zip is no JSON that can be read"),
        ({"x/watch.json": "[" * 100_000}, "x/watch.json of b.zip is no JSON that can be read"),
    ],
)
def test_another_archive_is_an_error(members: dict[str, object], error: str) -> None:
    with pytest.raises(ConfigError) as raised:
        backup("b.zip", packed(**members))
    assert raised.value.message == error


def test_a_torn_archive_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r"^b\.zip is no zip archive"):
        backup("b.zip", io.BytesIO(packed(**{"1/watch.json": COUNCIL}).getvalue()[:200]))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.sampled_from([*COUNCIL, "proxy", "browser_steps"]), _JSON))
def test_whatever_stands_in_a_watch_it_is_taken_or_told_of(watch: dict[str, object]) -> None:
    found = watches("x", json.dumps({"watching": {"1": watch}}).encode())
    assert len(found.entries) + len(found.notes) >= 1
