"""The tables hold what the store holds, in every format, and what the page of the documents says of them."""

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.comparison import compare
from newsdiff.errors import StoreError, UsageError
from newsdiff.export import database, parquet, text_files
from newsdiff.export.database import Exported
from newsdiff.export.rows import Selection, StoreRows
from newsdiff.export.tables import TABLES, ColumnType
from newsdiff.model import RevisionKind
from newsdiff.store import Record, Store
from tests.export.conftest import observed
from tests.kit.many import START, text

ROOT = Path(__file__).parents[2]
Tags = dict[str, tuple[str, ...]]
ALL = Selection()


def to_sqlite(store: Store, out: Path, selection: Selection = ALL, tags: Tags | None = None) -> Exported:
    with Catalogue(store) as catalogue:
        return database.write(store, StoreRows(catalogue, tags or {}, selection), out)


def read(out: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(out)) as db:
        return {table.name: db.execute(f"SELECT * FROM {table.name} ORDER BY 1").fetchall() for table in TABLES}


def one_more(store: Store, number: int, state: int) -> None:
    path = store.path_of(text(number, 0).url)
    new = text(number, state)
    seen = START + timedelta(days=7 * state, hours=number + 1)
    old = store.last(path).article if path else None  # type: ignore[union-attr]
    kind = RevisionKind.EDIT if old else RevisionKind.FIRST
    report = compare(old, new) if old else None
    store.record([Record(new, kind, seen, None, report, path=path)], now=seen)


@pytest.fixture
def growing(small: Store, tmp_path: Path) -> Store:
    """The small store, to be added to."""
    shutil.copytree(small.path, tmp_path / "snapshots")
    return Store(tmp_path / "snapshots")


def test_the_tables_hold_the_store(small: Store, out: Path) -> None:
    made = to_sqlite(small, out)
    found = read(out)
    assert made == ({name: len(rows) for name, rows in found.items()}, False)
    assert [row[1] for row in sorted(found["articles"], key=lambda row: row[1])] == [a.path for a in small.articles()]
    kept = {revision.id: revision for revision in small.changes()}
    assert {row[3] for row in found["revisions"]} == set(kept)
    for row in found["revisions"]:
        revision, told = kept[row[3]], dict(kept[row[3]].trailers)
        assert datetime.fromisoformat(row[5]) == revision.seen_at
        assert row[6] == told.get("Since")
        assert (row[8] or "") == ",".join(revision.flags)
        assert row[12:15] == (revision.words or (None, None, None))
        assert row[16] == told["Text-Sha256"]


def test_the_paragraphs_of_a_revision_are_its_text(small: Store, out: Path) -> None:
    to_sqlite(small, out)
    with closing(sqlite3.connect(out)) as db:
        for number, commit, article in db.execute('SELECT revision, "commit", article FROM revisions').fetchall():
            sql = "SELECT text FROM paragraphs WHERE article = ? AND born <= ? AND (gone IS NULL OR gone > ?)"
            told = {row[0] for row in db.execute(sql, (article, number, number))}
            [revision] = small.read_all(small.recorded([commit]))
            assert revision.article is not None
            assert told == {block.text for block in revision.article.blocks}


def test_findings_are_as_the_commits_tell_them(small: Store, out: Path) -> None:
    to_sqlite(small, out)
    found = read(out)["findings"]
    assert len(found) == sum(len(revision.lines) for revision in small.changes()) > 0
    assert any((old, new) != (None, None) for *_, old, new in found)
    assert len({row[0] for row in found}) == len(found)


def test_observations_name_their_article_and_hide_secrets(small: Store, out: Path) -> None:
    to_sqlite(small, out)
    known, other = read(out)["observations"]
    assert known[1:6] == ("2026-03-01T08:00:00Z", "visit", "unchanged", small.articles()[0].url, known[5])
    assert known[7:] == (200, 120, None, "shrunk; other", None)
    assert (other[3], other[5]) == ("unreachable", None)
    assert "s3cr3t" not in str(other)


def test_every_link_leads_to_a_row(small: Store, out: Path) -> None:
    to_sqlite(small, out)
    with closing(sqlite3.connect(out)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_export_that_grew_is_as_one_made_anew(growing: Store, tmp_path: Path) -> None:
    out, anew = tmp_path / "out.db", tmp_path / "anew.db"
    to_sqlite(growing, out)
    again = to_sqlite(growing, out)
    assert again.added
    assert {**again.rows, "articles": 0} == dict.fromkeys(again.rows, 0)
    one_more(growing, 2, 3)
    one_more(growing, 77, 0)
    observed(growing, minute=9, url=text(2, 0).url)
    grown = to_sqlite(growing, out)
    assert grown.added
    assert (grown.rows["revisions"], grown.rows["observations"]) == (2, 1)
    assert not to_sqlite(growing, anew).added
    assert read(out) == read(anew)


def test_another_selection_or_another_archive_is_made_anew(small: Store, growing: Store, tmp_path: Path) -> None:
    out = tmp_path / "out.db"
    to_sqlite(small, out)
    assert not to_sqlite(small, out, Selection(host="outlet1.example")).added
    assert [row[3] for row in read(out)["articles"]] == ["outlet1.example"]
    other = Store.create(tmp_path / "other")
    one_more(other, 5, 0)
    assert not to_sqlite(other, out, Selection(host="outlet1.example")).added
    assert read(out)["articles"] == []


def test_a_selection_takes_what_belongs_to_it(small: Store, out: Path) -> None:
    whole = to_sqlite(small, out).rows
    since = START + timedelta(days=10)
    made = to_sqlite(small, out, Selection(since=since)).rows
    assert (made["articles"], made["revisions"], made["observations"]) == (6, 6, 2)
    assert made["paragraphs"] < whole["paragraphs"]
    assert all(datetime.fromisoformat(row[5]) >= since for row in read(out)["revisions"])
    path = small.articles()[0].path
    made = to_sqlite(small, out, Selection(tag="budget"), {path: ("budget", "city")}).rows
    assert (made["articles"], made["revisions"], made["observations"]) == (1, 3, 1)
    assert read(out)["articles"][0][-1] == "budget,city"
    made = to_sqlite(small, out, Selection(host="elsewhere.example")).rows
    assert (made["articles"], made["observations"]) == (0, 1)


@pytest.mark.parametrize("what", [b"a letter", b"", None])
def test_a_file_of_somebody_elses_is_left_alone(small: Store, tmp_path: Path, what: bytes | None) -> None:
    out = tmp_path / "mine.db"
    if what is None:
        with closing(sqlite3.connect(out)) as db:
            db.execute("CREATE TABLE mine (a)")
    else:
        out.write_bytes(what)
    before = out.read_bytes()
    with pytest.raises(UsageError, match="no export of newsdiff"):
        to_sqlite(small, out)
    assert out.read_bytes() == before


def test_a_kill_leaves_the_old_one(small: Store, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to_sqlite(small, out)
    before = read(out)

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(StoreRows, "_findings", fails)
    with pytest.raises(KeyboardInterrupt):
        to_sqlite(small, out, Selection(host="outlet1.example"))
    assert read(out) == before


def test_csv_and_json_lines_tell_the_same(small: Store, tmp_path: Path) -> None:
    to_sqlite(small, tmp_path / "out.db")
    with Catalogue(small) as catalogue:
        rows = StoreRows(catalogue, {}, Selection())
        assert text_files.write_csv(rows, tmp_path / "csv") == text_files.write_json_lines(rows, tmp_path / "jsonl")
    for table in TABLES:
        kept = read(tmp_path / "out.db")[table.name]
        lines = (tmp_path / "jsonl" / f"{table.name}.jsonl").read_text("utf-8").splitlines()
        assert [tuple(json.loads(line).values()) for line in lines] == kept
        with (tmp_path / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            head, *found = csv.reader(file)
        assert head == [column.name for column in table.columns]
        assert found == [["" if value is None else str(value) for value in row] for row in kept]


@pytest.fixture
def as_parquet(small: Store, out: Path) -> Path:
    pytest.importorskip("pyarrow")
    with Catalogue(small) as catalogue:
        parquet.write(StoreRows(catalogue, {}, Selection()), out)
    return out


def test_parquet_has_types_and_says_what_columns_mean(small: Store, as_parquet: Path, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    to_sqlite(small, tmp_path / "out.db")
    for table in TABLES:
        found = arrow.read_table(as_parquet / f"{table.name}.parquet")
        kept = read(tmp_path / "out.db")[table.name]
        assert found.num_rows == len(kept)
        for n, column in enumerate(table.columns):
            field = found.schema.field(column.name)
            assert field.metadata[b"meaning"].decode() == column.meaning
            values = found.column(column.name).to_pylist()
            if column.type is ColumnType.TIME:
                values = [f"{v.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if v else None for v in values]
            assert values == [row[n] for row in kept]


def test_polars_and_pandas_read_it(as_parquet: Path, small: Store) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(as_parquet / "revisions.parquet")
    assert frame.height == 18
    assert frame.filter(polars.col("kind") == "edit").height == 12
    pandas = pytest.importorskip("pandas")
    revisions = pandas.read_parquet(as_parquet / "revisions.parquet")
    articles = pandas.read_parquet(as_parquet / "articles.parquet")
    joined = revisions.merge(articles, on="article", suffixes=("", "_now"))
    assert len(joined) == 18
    assert str(joined["seen_at"].dt.tz) == "UTC"
    assert set(joined["host"]) == {f"outlet{n}.example" for n in range(6)}


@pytest.mark.slow  # Datasette takes seconds to be imported
def test_datasette_opens_it(small: Store, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    to_sqlite(small, tmp_path / "edits.db")
    asked = "/edits/revisions.json?kind=edit&_labels=on&_shape=objects"
    command = [sys.executable, "-m", "datasette", str(tmp_path / "edits.db"), "--get", asked]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = json.loads(done.stdout)["rows"]
    assert len(rows) == 12
    assert rows[0]["article"]["label"]


def test_the_page_of_the_documents_names_every_column() -> None:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    told = re.findall(r"^(?:## (\w+)|\| `(\w+)` \| (\w+) \| (.*) \|)$", page, re.MULTILINE)
    expected = []
    for table in TABLES:
        assert f"## {table.name}\n\n{table.meaning}\n" in page
        expected += [(table.name, "", "", ""), *(("", c.name, c.type.value, c.meaning) for c in table.columns)]
    assert told == expected


@pytest.mark.parametrize("write", [text_files.write_csv, text_files.write_json_lines])
def test_an_export_that_was_stopped_leaves_no_half_file(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Any
) -> None:
    with Catalogue(small) as catalogue:
        rows = StoreRows(catalogue, {}, ALL)
        asked = rows.batches

        def stopped(table: Any) -> Any:
            yield from asked(table)
            raise KeyboardInterrupt

        monkeypatch.setattr(rows, "batches", stopped)
        with pytest.raises(KeyboardInterrupt):
            write(rows, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_database_that_could_not_be_made_leaves_no_half_file(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(database, "_INDEXES", (("nowhere", "column"),))
    with pytest.raises(StoreError, match="cannot be used"):
        to_sqlite(small, tmp_path / "out" / "edits.db")
    assert list((tmp_path / "out").iterdir()) == []
