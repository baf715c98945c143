"""``newsdiff init``: make a store."""

import shlex
from pathlib import Path

import click

from newsdiff.cli import context, output
from newsdiff.errors import UsageError


@click.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--bare", is_flag=True, help="No checked-out copy: for large stores.")
@click.option("--from", "other", metavar="STORE", help="Take the history of another store over, without trusting it.")
def init(folder: str | None, bare: bool, other: str | None) -> None:
    """Make a store in DIR [default: the one that --store names]: a git repository for article texts.

    Its settings stand in DIR/.newsdiff/config.toml, what it watches in DIR/.newsdiff/watchlist.txt.
    --from takes commits, raw pages, log and watch list of a store that came from somebody else; its settings, which
    may name programs, stay behind.
    """
    from newsdiff import config
    from newsdiff.store import Store

    path = Path(folder or output.session().store)
    if other and not (Path(other) / ".newsdiff").exists():
        raise UsageError(f"{other} is not a newsdiff store", "name the folder of the store, its archive and all")
    store = Store.create(path, bare=bare)
    settings = store.private / "config.toml"
    if not settings.exists():
        settings.write_text(config.template(), encoding="utf-8")
        settings.chmod(0o600)
    store.hand_over()
    if other:
        taken = store.take_over(Path(other), now=context.now())
        output.tell(f"Took over {taken.commits} commits, {taken.pages} files of raw pages, {', '.join(taken.files)}.")
    option = "" if str(path) == "snapshots" else f"--store {shlex.quote(str(path))} "
    output.tell(f"Made a store in {path}. Next: newsdiff {option}add URL, then newsdiff {option}watch.")
