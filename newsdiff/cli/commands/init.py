"""``newsdiff init``: make a store."""

import shlex
from pathlib import Path

import click

from newsdiff.cli import output


@click.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--bare", is_flag=True, help="No checked-out copy: for large stores.")
def init(folder: str | None, bare: bool) -> None:
    """Make a store in DIR [default: the one that --store names]: a git repository for article texts.

    Its settings stand in DIR/.newsdiff/config.toml, what it watches in DIR/.newsdiff/watchlist.txt.
    """
    from newsdiff import config
    from newsdiff.store import Store

    path = Path(folder or output.session().store)
    store = Store.create(path, bare=bare)
    settings = store.private / "config.toml"
    if not settings.exists():
        settings.write_text(config.template(), encoding="utf-8")
        settings.chmod(0o600)
    option = "" if str(path) == "snapshots" else f"--store {shlex.quote(str(path))} "
    click.echo(f"Made a store in {path}. Next: newsdiff {option}add URL, then newsdiff {option}watch.")
