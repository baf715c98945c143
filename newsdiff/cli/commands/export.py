"""``newsdiff export``: the store as data for others."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, output
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from newsdiff.export.rows import StoreRows
    from newsdiff.store import Store

_TABLES = ("sqlite", "parquet", "csv", "jsonl")
_FORMS = (*_TABLES, "evidence")
_MEGABYTE = 1_000_000
_VOUCH = "Hint: timestamp under [evidence] has an authority vouch for what is recorded from then on (docs/evidence.md)."


@click.command()
@click.argument("form", metavar="|".join(_FORMS), type=click.Choice(_FORMS))
@click.argument("out", metavar="OUT|ARTICLE", shell_complete=completion.articles)
@click.option("-o", "--output", "file", metavar="FILE", help="Where the evidence goes [default: evidence-NAME.zip].")
@click.option("--since", metavar="TIME", help="Only what was seen since: 1d, 12h, or a date.")
@click.option("--tag", metavar="TAG", shell_complete=completion.tags, help="Only articles with this tag.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
def export(form: str, out: str, file: str | None, since: str | None, tag: str | None, host: str | None) -> None:
    """Write the store as tables (articles, revisions, paragraphs, findings, observations), or an article's evidence.

    OUT is a file for sqlite, a folder for the others. A SQLite file that was exported before is brought up to date.
    What each column holds: docs/export.md.

    `evidence` packs all that proves what ARTICLE said into one zip file, with a page that says how to check it without
    newsdiff. The history in it is the whole store's, for every commit vouches for those before it.

    \b
    newsdiff export sqlite edits.db && datasette edits.db
    newsdiff export evidence ferry -o ferry.zip
    """
    if form == "evidence":
        if since or tag or host:
            raise UsageError("evidence is on one article", "leave out --since, --tag and --host")
        _evidence(out, file)
        return
    if file:
        raise UsageError("-o is for evidence", f"newsdiff export {form} {file}")
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
    output.tell(f"{out}{' was there; added or written again' if added else ''}: {told}.")


def _evidence(article: str, file: str | None) -> None:
    """Pack the evidence on an article."""
    from newsdiff.cli.reach.stamping import authorities
    from newsdiff.evidence.package import write

    store = context.open_store()
    path = store.find(article)
    out = Path(file or f"evidence-{Path(path).stem}.zip")
    if out.is_dir() or out.resolve().is_relative_to(store.path.resolve()):
        raise UsageError(f"{out} is a folder, or lies within the store", "name a file outside of it with -o")
    settings = context.settings(store)
    rules = context.flag_settings(store, store.history(path)[0].url)
    made = write(store, path, out, settings=rules, authority=authorities(store, settings), now=context.now())
    counts = ((made.revisions, "text"), (made.captures, "raw page"), (made.stamps, "time stamp"))
    parts = ", ".join(f"{count or 'no'} {name}{'' if count == 1 else 's'}" for count, name in counts)
    size = f"{made.bytes / 1e6:,.1f} MB" if made.bytes >= _MEGABYTE else f"{made.bytes / 1e3:.0f} kB"
    output.tell(f"{out}: {parts}, and how to check them ({made.folder}/VERIFY.html); {size}.")
    output.tell(f"SHA-256: {made.sha256}")
    if made.articles > 1:
        output.note(
            f"the history in it is the whole store's: {made.articles:,} articles, {made.history:,} revisions. Whoever"
            " gets the file can read them all."
        )
    if not made.stamps:
        output.note(f"that it was seen when it says rests on your word. {_VOUCH}")


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
