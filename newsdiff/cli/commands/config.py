"""``newsdiff config``: edit or check the configuration."""

import os
from itertools import chain
from pathlib import Path

import click

from newsdiff.cli import context, output


@click.command()
@click.option("--edit", is_flag=True, help="Open config.toml in your editor, then check it.")
@click.option("--check", is_flag=True, help="Check it, and whether what it asks for is installed.")
def config(edit: bool, check: bool) -> None:
    """Print the configuration's file, or edit or check it; a mistake is named with its line."""
    from newsdiff.config import template
    from newsdiff.store import Store

    store = Store(Path(output.session().store))  # not as configured: what is broken must be editable
    path = store.private / "config.toml"
    if not path.exists():
        path.write_text(template(), encoding="utf-8")
        path.chmod(0o600)
    if edit:
        click.edit(filename=str(path), editor=os.environ.get("VISUAL") or os.environ.get("EDITOR"))
    settings = context.settings(store)
    if edit or check:
        if settings.notify:
            from newsdiff.notify.services import need

            need()
        output.say(f"{path} is as it should be. Hint: newsdiff config prints it, with every key explained.")
        return
    output.page(chain((f"# {path}",), path.read_text(encoding="utf-8").splitlines()), whole=True)
