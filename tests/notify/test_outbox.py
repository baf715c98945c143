"""What waits, on disk: nothing is lost, nothing stands twice, and no secret is among it."""

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.notify.outbox import Bookmark, Outbox, Parcel, message_id, service_id
from newsdiff.notify.telling import Telling, decode, encode

NOW = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
HOOK = service_id("json://127.0.0.1")


def told(number: int = 1, **changed: object) -> Telling:
    entry = Telling(f"{number:040x}", "https://a.example/x", "a.example/2026/03/x-01234567.md", "edit", NOW.isoformat())
    return entry._replace(**changed)  # type: ignore[arg-type]


def parcel(*entries: Telling, name: str = "1", due: datetime = NOW) -> Parcel:
    return Parcel(message_id(name), "desk", HOOK, due, entries or (told(),))


def test_an_empty_outbox_makes_no_folder(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    assert (outbox.parcels(), outbox.damaged(), outbox.bookmarks()) == ([], [], {})
    assert list(tmp_path.iterdir()) == []


def test_what_is_put_waits_the_longest_due_first_until_it_is_taken(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    late, early = parcel(name="a", due=NOW + timedelta(hours=1)), parcel(name="b")
    outbox.put(late)
    outbox.put(early)
    assert Outbox(tmp_path).parcels() == [early, late]
    outbox.delivered(early)
    assert Outbox(tmp_path).parcels() == [late]


def test_files_are_their_owners_alone(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.put(parcel())
    assert stat.S_IMODE(outbox.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in outbox.folder.glob("*.json")} == {0}


def test_a_digest_grows_and_holds_each_revision_once(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    for number in (1, 2, 1):
        outbox.put(parcel(told(number)))
    [waiting] = outbox.parcels()
    assert waiting.entries == (told(1), told(2))


def test_a_try_is_noted_before_it_is_made(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.put(parcel())
    begun = outbox.begun(outbox.parcels()[0], NOW + timedelta(minutes=1))
    assert [(one.tries, one.due, one.error) for one in outbox.parcels()] == [(1, NOW + timedelta(minutes=1), "")]
    outbox.failed(begun, "no answer")
    assert [(one.tries, one.error) for one in outbox.parcels()] == [(1, "no answer")]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": 1}', "null", '{"entries": [{"lines": 7}]}'])
def test_a_damaged_file_is_passed_over_and_named(tmp_path: Path, text: str) -> None:
    outbox = Outbox(tmp_path)
    outbox.put(parcel())
    name = f"desk.{HOOK}.{message_id('other')}.json"
    (outbox.folder / name).write_text(text)
    assert len(outbox.parcels()) == 1
    assert outbox.damaged() == [name]


def test_bookmarks_come_back_and_damaged_ones_are_none(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.bookmark({"desk": Bookmark("c" * 40, NOW)})
    assert outbox.bookmarks() == {"desk": Bookmark("c" * 40, NOW)}
    (outbox.folder / "told.json").write_text('{"desk": {"commit": 1}}')
    assert outbox.bookmarks() == {}


def test_one_sends_at_a_time_and_others_may_put_meanwhile(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    with outbox.alone("send", wait=False) as first, outbox.alone("send", wait=False) as second:
        assert (first, second) == (True, False)
        with outbox.alone("put", wait=True) as third:
            assert third


_TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=50, deadline=None)
@given(_TEXT, st.lists(st.tuples(_TEXT, _TEXT, _TEXT), max_size=3), st.floats(0, 1e6))
def test_an_entry_comes_back_as_it_was(headline: str, lines: list[tuple[str, str, str]], weight: float) -> None:
    entry = told(headline=headline, lines=tuple(lines), weight=weight)
    assert decode(json.loads(json.dumps(encode(entry)))) == entry
