"""From when on each watched URL may be due, and which line of the list it stands in."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.database import Damaged, Database
from newsdiff.watch.state.timetable import NEVER, SCHEMA, Entry, ListedLine, Timetable, touched

HOST = "https://courier.example"
A, B, C = (f"{HOST}/{name}" for name in "abc")
FEED = f"{HOST}/feed.xml"
TABLES = f"""CREATE TABLE known (url TEXT PRIMARY KEY, path TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
{SCHEMA}"""


def at_once(work: Callable[[], object]) -> object:
    return work()


class Table(Timetable):
    """A timetable in a folder, of which the tests write what else is known."""

    def __init__(self, path: Path) -> None:
        self.db = Database(path / "state.db", TABLES, 1, write=True)
        self.db.open()
        super().__init__(self.db, at_once)

    def list(self, *lines: str, first: int = 1, gone: tuple[int, int] = (0, 0), moved: int = 0) -> None:
        """Put lines into the list; a line's URL is its first word."""
        found = [ListedLine(n, text, text.split()[0]) for n, text in enumerate(lines, first)]
        assert self.relist(gone, lambda: found, moved, f"digest of {len(lines)}", before=self.note("list"))

    def see(self, *known: Known) -> None:
        """Write that some URLs were seen."""
        with self.db.writing() as db:
            db.executemany("INSERT OR REPLACE INTO known VALUES (?, ?, '')", ((k.url, k.path) for k in known))
            touched(db, known)

    def settle(self, **due: int) -> None:
        """Work out when the pages of the host are due, by their names."""
        self.work_out([(f"{HOST}/{name}", at, "") for name, at in due.items()], {})

    def due_by(self, at: int) -> set[str]:
        """What may be due."""
        return {e.url for some in self.may_be_due(datetime.fromtimestamp(at, UTC)) for e in some}


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    table = Table(tmp_path)
    yield table
    table.db.close()


def test_an_empty_table_has_nothing(table: Table) -> None:
    assert table.is_empty()
    assert table.due_by(1 << 31) == set()
    assert table.marked() == table.unsettled() == table.of_path("a/b") == table.among([A]) == [*table.lines()] == []
    assert table.entry(A) is None
    assert table.with_part("courier") == []
    assert (table.brought(FEED), table.note("list"), table.is_well("courier.example")) == (0, "", False)


def test_a_new_line_is_to_be_worked_out(table: Table) -> None:
    table.list(A, f"{B} every=1h")
    assert table.due_by(0) == {A, B}
    assert list(table.lines()) == [(1, A), (2, f"{B} every=1h")]
    assert table.entry(A) == Entry(A, 1, "", "", 0, "")
    assert table.note("list") == "digest of 2"
    assert not table.is_empty()


def test_what_is_due_later_is_not_read(table: Table) -> None:
    table.list(A, B, C)
    table.settle(a=100, b=200, c=NEVER)
    assert table.due_by(99) == set()
    assert table.due_by(100) == {A}
    assert table.due_by(200) == {A, B}


def test_the_entries_are_read_some_at_a_time_in_their_order(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdiff.watch.state.timetable._SOME", 2)
    listed, brought = [f"{HOST}/{n}" for n in (3, 1, 4, 0, 2)], [f"{HOST}/{n}" for n in (5, 6, 7)]
    table.list(*listed)
    table.see(*(Known(url, source=FEED) for url in [*brought[::-1], listed[1]]))
    everything = list(table.everything())
    assert [entry.url for entry in everything] == [*listed, *brought]
    for number, entry in enumerate(everything):
        assert list(table.everything(entry)) == everything[number + 1 :]
    assert list(table.lines()) == [*enumerate(listed, 1)] == [*table.lines(backwards=True)][::-1]
    assert [entry.url for entry in table.unlisted()] == brought


@pytest.mark.parametrize("name", ["the bridge", "strasse 7", "4"])
def test_what_may_have_a_name_is_found_in_lines_that_give_one(table: Table, name: str) -> None:
    lines = [f'{A} name="The  Bridge"', f"{B} tags=the,bridge name=Straße\u00a07", f"{C} name=x # of 2024"]
    table.list(*lines, f"{HOST}/4")
    named = {"the bridge": [A], "strasse 7": [B], "4": [C]}
    assert [entry.url for entry in table.named(name)] == named[name]


def test_a_list_is_not_read_into_a_table_that_was_made_anew_meanwhile(table: Table) -> None:
    table.list(A, B)
    line = ListedLine(3, C, C)
    assert not table.relist((3, NEVER), lambda: [line], 0, "digest", before="another")
    assert list(table.lines()) == [(1, A), (2, B)]
    assert table.note("list") == "digest of 2"


def test_more_than_one_batch_is_worked_out_whole(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdiff.watch.state.timetable._SOME", 2)
    table.list(*(f"{HOST}/{n}" for n in range(5)))
    now, found = datetime.fromtimestamp(50, UTC), []
    for some in table.may_be_due(now):
        found += [e.url for e in some]
        table.work_out([(e.url, 100, "") for e in some], {})  # kept before the next are asked for
    assert found == [f"{HOST}/{n}" for n in range(5)]
    assert table.due_by(50) == set()


def test_what_was_seen_is_to_be_worked_out_again(table: Table) -> None:
    table.list(A, B)
    table.settle(a=100, b=100)
    table.see(Known(A, path="a/b"))
    assert table.due_by(50) == {A}
    assert [e.url for e in table.unsettled()] == [A]
    assert [e.url for e in table.of_path("a/b")] == [A]


def test_a_page_that_was_seen_without_being_watched_is_not_watched_now(table: Table) -> None:
    table.see(Known(A))
    assert table.entry(A) is None


def test_what_a_feed_brought_is_watched_without_a_line(table: Table) -> None:
    table.see(Known(A, source=FEED))
    entry = table.entry(A)
    assert entry is not None
    assert (entry.number, entry.source, entry.text) == (None, FEED, A)
    assert (table.brought(FEED), list(table.lines())) == (1, [])
    assert not table.is_empty()


def test_a_list_of_paused_lines_and_of_what_rests_is_empty(table: Table) -> None:
    table.list(f"{A} watch=no")
    assert table.is_empty()
    table.see(Known(B, source=FEED))
    table.settle(b=NEVER)
    assert table.is_empty()
    table.settle(b=NEVER - 1)
    assert not table.is_empty()


def test_of_two_lines_for_one_page_the_later_counts(table: Table) -> None:
    table.list(f"{A} every=1h", B, f"{A} every=2h")
    assert list(table.lines()) == [(2, B), (3, f"{A} every=2h")]


def test_lines_behind_those_that_go_move_up(table: Table) -> None:
    table.list(A, B, C)
    table.settle(a=100, b=100, c=100)
    table.list(gone=(1, 2), moved=-2)
    assert list(table.lines()) == [(1, C)]
    assert table.due_by(50) == set()
    assert table.entry(A) is None


def test_what_a_feed_brought_stays_without_its_line(table: Table) -> None:
    table.see(Known(A, source=FEED))
    table.list(f"{A} every=1h", B)
    table.list(gone=(1, 2))
    assert table.entry(A) == Entry(A, None, "", FEED, 0, "")
    assert table.entry(B) is None


def test_another_line_of_a_feed_moves_what_it_brought(table: Table) -> None:
    table.list(FEED)
    table.see(Known(A, source=FEED), Known(B, source="https://other.example/feed"))
    table.work_out([(url, 100, "") for url in (FEED, A, B)], {})
    table.list(f"{FEED} every=2h", gone=(1, 1))
    assert table.due_by(50) == {FEED, A}


def test_a_line_for_a_feed_that_had_none_moves_what_it_brought(table: Table) -> None:
    table.see(Known(A, source=FEED))
    table.settle(a=100)
    table.list(FEED)
    assert table.due_by(50) == {FEED, A}


def test_marks_and_notes_are_kept_and_times_forgotten(table: Table) -> None:
    table.list(A, B)
    table.work_out([(A, 100, "aside"), (B, 100, "gone")], {"settings": "7"})
    assert {e.url for e in table.marked()} == {A, B}
    assert [e.url for e in table.marked("gone")] == [B]
    assert table.marked("other") == []
    assert table.note("settings") == "7"
    table.forget()
    assert table.due_by(0) == {A, B}
    assert [e.url for e in table.marked("gone")] == [B]


def test_a_part_is_looked_for_in_addresses_and_lines_in_any_case(table: Table) -> None:
    table.list(f"{A} # STRASSE", B)
    assert table.with_part("straße".casefold()) == [A]
    assert sorted(table.with_part("courier")) == [A, B]
    assert table.with_part("%") == []


def test_the_entries_of_many_addresses_are_found(table: Table) -> None:
    urls = [f"{HOST}/{n}" for n in range(1200)]
    table.list(*urls)
    assert {e.url for e in table.among([*urls, A])} == set(urls)


@pytest.mark.parametrize("url", [A, "http://courier.example/a", "https://courier.example:8443/a"])
def test_a_host_is_well_that_has_a_page_which_is_visited(table: Table, url: str) -> None:
    table.list(url)
    assert table.is_well("courier.example")
    assert not table.is_well("courier.exampl")
    assert not table.is_well("ourier.example")


@pytest.mark.parametrize(("due", "mark"), [(NEVER, ""), (100, "aside")])
def test_a_host_of_which_all_pages_rest_or_are_marked_is_not(table: Table, due: int, mark: str) -> None:
    table.list(A)
    table.work_out([(A, due, mark)], {})
    assert not table.is_well("courier.example")


def test_a_host_of_which_the_page_was_seen_since_is_not_known_to_be_well(table: Table) -> None:
    table.list(A)
    table.see(Known(A))
    assert not table.is_well("courier.example")
    table.settle(a=100)
    assert table.is_well("courier.example")


@pytest.mark.parametrize("column", ["due", "number"])
def test_a_row_that_holds_no_number_is_damage(table: Table, column: str) -> None:
    table.list(A)
    with table.db.writing() as db:
        db.execute(f"UPDATE watched SET {column} = 'soon'")
    with pytest.raises((Damaged, TypeError)):
        table.entry(A)
