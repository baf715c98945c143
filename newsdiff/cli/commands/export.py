"""``newsdiff export``: the store as data for others."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from newsdiff.export.rows import StoreRows
    from newsdiff.store import Store

_FORMS = ("sqlite", "parquet", "csv", "jsonl")


@click.command()
@click.argument("form", metavar="|".join(_FORMS), type=click.Choice(_FORMS))
@click.argument("out", metavar="OUT")
@click.option("--since", metavar="TIME", help="Only what was seen since: 1d, 12h, or a date.")
@click.option("--tag", metavar="TAG", shell_complete=completion.tags, help="Only articles with this tag.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
def export(form: str, out: str, since: str | None, tag: str | None, host: str | None) -> None:
    """Write the store as tables: articles, revisions, paragraphs, findings, observations.

    OUT is a file for sqlite, a folder for the others. A SQLite file that was exported before is brought up to date.
    What each column holds: docs/EXPORT.md.

    \b
    newsdiff export sqlite edits.db && datasette edits.db
    """
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.export.rows import Selection, StoreRows

    store = context.open_store()
    first, _ = context.period(since, None)
    path = Path(out)
    if path.resolve().is_relative_to(store.path.resolve()):
        raise UsageError(f"{out} lies within the store", "name a place outside of it")
    if form != "sqlite" and path.is_file():
        raise UsageError(f"{out} is a file", "name a folder")
    if form == "sqlite" and path.is_dir():
        raise UsageError(f"{out} is a folder", "name a file")
    selection = Selection(first, context.outlet(host), tag.casefold() if tag else None)
    with Catalogue(store) as catalogue:
        made, added = _written(form, store, StoreRows(catalogue, context.tags(store), selection), path)
    told = ", ".join(f"{count:,} {name}" for name, count in made.items())
    click.echo(f"{out}: {told}{' written anew, the rest stood there' if added else ''}.")


def _written(form: str, store: "Store", rows: "StoreRows", out: Path) -> tuple[dict[str, int], bool]:
    """Rows by table, and whether they were added to what stood there."""
    if form == "sqlite":
        from newsdiff.export.database import write

        return write(store, rows, out)
    if form == "parquet":
        from newsdiff.export.parquet import write as write_parquet

        return write_parquet(rows, out), False
    from newsdiff.export.text_files import write_csv, write_json_lines

    return (write_csv if form == "csv" else write_json_lines)(rows, out), False
