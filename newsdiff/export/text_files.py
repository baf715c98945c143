"""The tables as CSV or JSON lines: a folder with a file for each."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from newsdiff.export.database import moment
from newsdiff.export.rows import Row, StoreRows
from newsdiff.export.tables import TABLES, ColumnType, Table
from newsdiff.store.disk import replacing, room

Rows = Iterable[list[Row]]


def write_csv(rows: StoreRows, folder: Path) -> dict[str, int]:
    """``articles.csv`` and so on: UTF-8, a head of column names, empty where there is nothing; rows by table."""
    return _write(rows, folder, "csv", _csv)


def write_json_lines(rows: StoreRows, folder: Path) -> dict[str, int]:
    """``articles.jsonl`` and so on: an object a line, null where there is nothing; rows by table."""
    return _write(rows, folder, "jsonl", _json_lines)


def _write(rows: StoreRows, folder: Path, ending: str, put: Callable[[Table, Rows, TextIO], int]) -> dict[str, int]:
    made = {}
    with room(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for table in TABLES:
            out = folder / f"{table.name}.{ending}"
            with replacing(out) as fresh, fresh.open("w", encoding="utf-8", errors="replace", newline="") as file:
                made[table.name] = put(table, rows.batches(table), file)
    return made


def _csv(table: Table, batches: Rows, file: TextIO) -> int:
    writer, count = csv.writer(file, lineterminator="\n"), 0
    writer.writerow([column.name for column in table.columns])
    for batch in batches:
        writer.writerows([_timed(table, row) for row in batch])
        count += len(batch)
    return count


def _json_lines(table: Table, batches: Rows, file: TextIO) -> int:
    names, count = [column.name for column in table.columns], 0
    for batch in batches:
        for row in batch:
            told = (None if value == "" else value for value in _timed(table, row))
            file.write(json.dumps(dict(zip(names, told, strict=True)), ensure_ascii=False) + "\n")
        count += len(batch)
    return count


def _timed(table: Table, row: Row) -> Row:
    """A row with its times as text."""
    kinds = (column.type for column in table.columns)
    return tuple(moment(value) if kind is ColumnType.TIME else value for kind, value in zip(kinds, row, strict=True))
