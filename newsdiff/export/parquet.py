"""The tables as Parquet: a folder with a file for each. The only user of pyarrow (the extra ``parquet``)."""

from pathlib import Path
from typing import Any

from newsdiff.errors import UsageError
from newsdiff.export.rows import Row, StoreRows
from newsdiff.export.tables import TABLES, ColumnType, Table
from newsdiff.store.disk import replacing, room


def write(rows: StoreRows, folder: Path) -> dict[str, int]:
    """``articles.parquet`` and so on, times as timestamps in UTC; rows by table. UsageError without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow", "pip install 'newsdiff[parquet]'") from None
    kinds = {
        ColumnType.INTEGER: pyarrow.int64(),
        ColumnType.REAL: pyarrow.float64(),
        ColumnType.TEXT: pyarrow.string(),
        ColumnType.TIME: pyarrow.timestamp("s", tz="UTC"),
    }
    made = {}
    with room(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for table in TABLES:
            fields = [pyarrow.field(c.name, kinds[c.type], metadata={"meaning": c.meaning}) for c in table.columns]
            schema, count = pyarrow.schema(fields, metadata={"meaning": table.meaning}), 0
            with (
                replacing(folder / f"{table.name}.parquet") as fresh,
                pyarrow.parquet.ParquetWriter(fresh, schema, compression="zstd") as writer,
            ):
                for batch in rows.batches(table):
                    writer.write_batch(pyarrow.record_batch(_columns(table, batch), schema=schema))
                    count += len(batch)
            made[table.name] = count
    return made


def _columns(table: Table, batch: list[Row]) -> list[list[Any]]:
    """A batch by columns, with nothing where there is nothing."""
    found = [list(values) for values in zip(*batch, strict=True)] or [[] for _ in table.columns]
    return [[None if value == "" else value for value in values] for values in found]
