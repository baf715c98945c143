"""CSV and JSON lines: files of an empty store, what stands where nothing is, letters and marks of all sorts, errors."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.errors import StoreError
from newsdiff.export.database import moment
from newsdiff.export.rows import Selection, StoreRows
from newsdiff.export.tables import TABLES
from newsdiff.export.text_files import write_csv, write_json_lines
from tests.kit.catalogues import Row, Stood, catalogue_of, put_paragraphs

FERRY = "courier.example/ferry.md"
ODD = 'He said: "14, not 12".\n=1+1 \u202e 橋 \u2028 end'
Write = Callable[[StoreRows, Path], dict[str, int]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    rows = [Row(FERRY, 0, "first", headline=ODD), Row(FERRY, 90, weight=None, headline=ODD, published=None)]
    with catalogue_of(tmp_path_factory.mktemp("texts"), rows) as catalogue:
        put_paragraphs(catalogue, [Stood(FERRY, ODD, 1), Stood(FERRY, "torn \ud800 letter".replace("\ud800", "?"), 2)])
        yield catalogue


def written(catalogue: Catalogue, folder: Path, write: Write) -> dict[str, int]:
    return write(StoreRows(catalogue, {FERRY: ("a",)}, Selection()), folder)


def table_of(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def objects(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").split("\n")[:-1]]


@pytest.mark.parametrize(("write", "ending"), [(write_csv, "csv"), (write_json_lines, "jsonl")])
def test_of_an_empty_store_there_is_a_file_for_each_table(tmp_path: Path, write: Write, ending: str) -> None:
    with catalogue_of(tmp_path, ()) as catalogue:
        made = written(catalogue, tmp_path / "a" / "out", write)
    assert made == dict.fromkeys((table.name for table in TABLES), 0)
    assert {file.name for file in (tmp_path / "a" / "out").iterdir()} == {f"{table.name}.{ending}" for table in TABLES}


def test_a_table_has_a_head_even_where_it_has_no_row(kept: Catalogue, tmp_path: Path) -> None:
    written(kept, tmp_path, write_csv)
    for table in TABLES:
        head = (tmp_path / f"{table.name}.csv").read_text("utf-8").split("\n")[0]
        assert head == ",".join(column.name for column in table.columns)


def test_rows_are_counted_by_table(kept: Catalogue, tmp_path: Path) -> None:
    expected = {"articles": 1, "revisions": 2, "paragraphs": 2, "findings": 0, "observations": 0}
    assert written(kept, tmp_path, write_csv) == written(kept, tmp_path, write_json_lines) == expected


def test_marks_line_breaks_and_all_letters_come_back_as_they_were(kept: Catalogue, tmp_path: Path) -> None:
    for write in (write_csv, write_json_lines):
        written(kept, tmp_path, write)
    assert table_of(tmp_path, "articles")[0]["headline"] == ODD
    assert objects(tmp_path, "articles")[0]["headline"] == ODD
    assert "橋" in (tmp_path / "articles.jsonl").read_text("utf-8")


def test_where_nothing_is_there_stands_nothing_or_null(kept: Catalogue, tmp_path: Path) -> None:
    for write in (write_csv, write_json_lines):
        written(kept, tmp_path, write)
    [_, second] = table_of(tmp_path, "revisions")
    assert (second["weight"], second["since"], second["flags"]) == ("", "", "")
    [_, second_object] = objects(tmp_path, "revisions")
    assert [second_object[name] for name in ("weight", "since", "flags", "words_in")] == [None] * 4


def test_times_are_text_in_utc_and_numbers_are_numbers(kept: Catalogue, tmp_path: Path) -> None:
    written(kept, tmp_path, write_json_lines)
    [first, second] = objects(tmp_path, "revisions")
    assert (first["seen_at"], second["seen_at"]) == ("2026-03-02T08:00:00Z", "2026-03-02T08:01:30Z")
    assert (second["number"], first["weight"]) == (2, 0.0)


def test_a_second_export_takes_the_place_of_the_first(kept: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")
    written(kept, tmp_path, write_csv)
    assert len(table_of(tmp_path, "articles")) == 1
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_a_file_in_the_place_of_the_folder_is_an_error_of_the_store(kept: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(StoreError, match="out"):
        written(kept, tmp_path / "out", write_csv)
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, None),
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (1_772_438_400, "2026-03-02T08:00:00Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (-62_135_596_801, None),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
        (253_402_300_800, None),
        (1 << 62, None),
    ],
)
def test_a_moment_outside_of_all_calendars_is_none(seconds: int | None, told: str | None) -> None:
    assert moment(seconds) == told
