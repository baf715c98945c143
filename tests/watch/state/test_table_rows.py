"""Rows of the state: what was written is read back, and what is none is never taken for one."""

import json
from datetime import UTC, datetime

import pytest

from newsdiff.fetch.robots import Rules
from newsdiff.model import Status
from newsdiff.watch.memory.site_memory import SiteMemory, Slot
from newsdiff.watch.state import table_rows
from newsdiff.watch.state.article_state import Doubt, Known
from newsdiff.watch.state.database import checked
from newsdiff.watch.state.json_codec import encode

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
URL = "https://gazette.example/bridge"


def row(**known: object) -> str:
    return checked(json.dumps(encode(Known(URL)._replace(**known)), ensure_ascii=False))  # type: ignore[arg-type]


def test_an_article_without_a_revision_wrote_none() -> None:
    assert table_rows.written(row()) == ("", "")
    assert table_rows.written(row(changed_at=AT)) == ("", "")


def test_when_a_text_changed_and_in_which_revision() -> None:
    assert table_rows.written(row(revision="1" * 40)) == ("", "1" * 40)
    assert table_rows.written(row(revision="1" * 40, changed_at=AT)) == (AT.isoformat(), "1" * 40)


@pytest.mark.parametrize(
    "broken",
    [
        row()[:-1],
        row().replace("gazette", "herald"),
        "",
        checked("no json"),
        checked('{"revision": 3}'),
        checked('{"revision": "1", "changed": 3}'),
    ],
    ids=["cut", "changed", "empty", "no json", "a number", "a time that is a number"],
)
def test_a_row_that_is_none_is_no_article(broken: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        table_rows.written(broken)


@pytest.mark.parametrize(
    ("part", "called"),
    [
        *(("bridge", True), ("grösse", True), ("grösse der", True), ("moved", True), ("習近", True)),
        *(("author", False), ("gazette.example/bridge", False), ("title", False), ("xyz", False)),
    ],
)
def test_a_row_is_called_by_its_headline_and_its_location(part: str, called: bool) -> None:
    assert part == part.casefold()  # as it is asked for
    written = row(title="The BRIDGE: Größe der 習近平", location="https://herald.example/moved", error="no author")
    assert table_rows.is_called(part, frozenset(), written) is called


def test_a_quotation_mark_does_not_end_a_headline() -> None:
    assert table_rows.is_called("mayor", frozenset(), row(title='"Shut it", says the mayor'))
    assert not table_rows.is_called("path", frozenset(), row(title='"', path="gazette.example/path.md"))


def test_a_row_is_called_by_the_place_where_it_stands_whole() -> None:
    written = row(title="https://gazette.example/of", location="https://herald.example/Moved")
    assert table_rows.is_called("xyz", frozenset({"https://herald.example/Moved"}), written)
    for other in ("https://herald.example/", "https://herald.example/moved", "Moved"):
        assert not table_rows.is_called("xyz", frozenset({other}), written)


def test_how_an_article_fares_is_all_but_what_its_texts_are_told_by() -> None:
    written = row(title="The Bridge", status=Status.EDIT, fingerprint="f", places=("p 1",), etag="e", words=7)
    assert table_rows.fares(URL, written) == Known(URL, title="The Bridge", status=Status.EDIT, words=7)
    with pytest.raises(ValueError, match="another"):
        table_rows.fares(f"{URL}s", written)


@pytest.mark.parametrize(
    ("doubt", "waits"),
    [(None, False), (Doubt("f", AT, AT), True), (Doubt("f", AT, AT, rejected=True), False)],
)
def test_how_the_last_visits_ended(doubt: Doubt | None, waits: bool) -> None:
    written = row(title="The Bridge", status=Status.ERROR, streak=2, doubt=doubt)
    assert table_rows.told(URL, written) == (URL, (None, "error", 2, None, None, None, waits))


def test_the_rest_of_a_host() -> None:
    assert table_rows.rest("a.example", AT.isoformat(), "it answered 429") == ("a.example", (AT, "it answered 429"))
    for broken in (("a.example", "soon", ""), ("a.example", "2026-03-01", "x"), (3, AT.isoformat(), "x")):
        with pytest.raises((ValueError, TypeError)):
            table_rows.rest(*broken)
    with pytest.raises(TypeError, match="is no text"):
        table_rows.rest("a.example", AT.isoformat(), None)  # type: ignore[arg-type]


def test_what_a_robots_txt_said() -> None:
    rules = Rules("https://a.example", "User-agent: *\nDisallow: /", AT, "status 503")
    assert table_rows.rules(json.dumps(encode(rules))) == rules
    for broken in ("", "[]", '{"origin": 3}', '{"origin": "https://a.example"}'):
        with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
            table_rows.rules(broken)


def test_the_memory_of_a_host_is_that_of_no_other() -> None:
    memory = SiteMemory("a.example", (Slot("div.promo", 3, module=True, last=AT),), misled=2)
    written = json.dumps(encode(memory))
    assert table_rows.memory("a.example", written) == memory
    with pytest.raises(ValueError, match=r"the memory of b\.example is that of a\.example"):
        table_rows.memory("b.example", written)


@pytest.mark.parametrize("value", ["0", "42", "9" * 15])
def test_a_place_in_the_log(value: str) -> None:
    assert table_rows.note("offset", value) == ("offset", value)


@pytest.mark.parametrize("value", ["", "-1", "1.5", "٣", "9" * 16, "x"])
def test_what_is_no_place_in_the_log(value: str) -> None:
    with pytest.raises(ValueError, match="in the log"):
        table_rows.note("offset", value)
    assert table_rows.note("other", value) == ("other", value)


def test_a_note_is_a_text() -> None:
    for name, value in (("other", 3), (3, "x")):
        with pytest.raises(TypeError, match="is no text"):
            table_rows.note(name, value)  # type: ignore[arg-type]
