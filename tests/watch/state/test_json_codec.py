"""The log's JSON: what was written is read back; what nobody wrote is an error, never a value of another type."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import PageKind, Status
from newsdiff.watch.state.article_state import Doubt, Known
from newsdiff.watch.state.json_codec import decode, encode, moment
from newsdiff.watch.state.observation import Event, Observation

T = TypeVar("T")
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
URL = "https://a.example/x"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TIMES = st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC))


def some(shape: Callable[..., T], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values with these fields drawn, and all others as usual."""
    return st.fixed_dictionaries(fields).map(lambda drawn: shape(**drawn))


def several(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=2).map(tuple)


OBSERVATIONS = some(
    Observation,
    at=TIMES,
    url=TEXTS,
    event=st.sampled_from(Event),
    status=st.none() | st.sampled_from(Status),
    reasons=several(TEXTS),
    waits=st.booleans(),
    http=st.integers(0, 999),
    etag=st.none() | TEXTS,
    kind=st.none() | st.sampled_from(PageKind),
    until=st.none() | TIMES,
)
DOUBTS = some(Doubt, fingerprint=TEXTS, first=TIMES, last=TIMES, reasons=several(TEXTS), waits=st.booleans())
KNOWN = some(
    Known,
    url=TEXTS,
    visited_at=st.none() | TIMES,
    status=st.none() | st.sampled_from(Status),
    streak=st.integers(0, 1000),
    recent=st.none() | st.dictionaries(TEXTS, TIMES, max_size=3),
    doubt=st.none() | DOUBTS,
)


@given(OBSERVATIONS)
def test_an_observation_comes_back_through_json(seen: Observation) -> None:
    assert decode(Observation, json.loads(json.dumps(encode(seen)))) == seen


@given(KNOWN)
def test_what_is_known_comes_back_through_json(known: Known) -> None:
    assert decode(Known, json.loads(json.dumps(encode(known), ensure_ascii=False))) == known


def test_what_is_as_usual_is_not_written() -> None:
    assert encode(Observation(AT, URL)) == {"at": "2026-03-02T09:00:00+00:00", "url": URL}
    assert encode(Known(URL)) == {"url": URL}


def test_the_files_keep_the_short_names_that_older_versions_wrote() -> None:
    seen = Observation(AT, URL, fingerprint="f", raw_sha256="r", body_sha256="b", conditional=True)
    assert encode(seen) == {
        "at": "2026-03-02T09:00:00+00:00",
        "url": URL,
        "text": "f",
        "raw": "r",
        "body": "b",
        "asked": True,
    }
    assert encode(Known(URL, seen_at=AT, conditional_visits=3)) == {
        "url": URL,
        "seen": "2026-03-02T09:00:00+00:00",
        "asked": 3,
    }


def test_times_are_written_in_utc() -> None:
    there = AT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert encode(Observation(there, URL))["at"] == "2026-03-02T09:00:00+00:00"


def test_a_key_of_a_newer_version_is_passed_over_and_a_missing_one_has_its_default() -> None:
    found = decode(Observation, {"at": "2026-03-02T09:00:00+00:00", "url": URL, "mood": "fine"})
    assert found == Observation(AT, URL)


@pytest.mark.parametrize(
    "bad",
    [
        {"url": URL},
        {"at": "2026-03-02T09:00:00+00:00"},
        {"at": "noon", "url": URL},
        {"at": 7, "url": URL},
        {"at": "2026-03-02T09:00:00", "url": URL},
        {"at": "2026-03-02T09:00:00+00:00", "url": 7},
        {"at": "2026-03-02T09:00:00+00:00", "url": None},
        {"at": "2026-03-02T09:00:00+00:00", "url": "\ud800"},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "status": "fine"},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "http": "200"},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "http": True},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "words": 1 << 53},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "words": 1.5},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "waits": 1},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "reasons": "one"},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "reasons": [1]},
        {"at": "2026-03-02T09:00:00+00:00", "url": URL, "until": "1969-01-01T00:00:00+00:00"},
    ],
    ids=str,
)
def test_what_nobody_wrote_is_an_error(bad: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        decode(Observation, bad)


@pytest.mark.parametrize(
    "bad", [{"url": URL, "doubt": []}, {"url": URL, "doubt": {}}, {"url": URL, "recent": {"a": 1}}]
)
def test_a_part_that_nobody_wrote_is_an_error(bad: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        decode(Known, bad)


@pytest.mark.parametrize("text", ["1970-01-01T00:00:00+00:00", "2199-12-31T23:59:59+14:00"])
def test_times_that_a_store_can_keep(text: str) -> None:
    assert moment(text).isoformat() == text


@pytest.mark.parametrize("text", ["1969-12-31T00:00:00+00:00", "2200-01-01T00:00:00+00:00", "2026-03-02", "", "soon"])
def test_times_that_nobody_logged(text: str) -> None:
    with pytest.raises(ValueError, match=r"no time|Invalid isoformat"):
        moment(text)
