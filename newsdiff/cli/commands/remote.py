"""``newsdiff remote``: push the history to another git repository."""

import click

from newsdiff.cli import context, output


@click.group("remote")
def remote() -> None:
    """Keep a copy of the history elsewhere: plain git push, never by force."""


@remote.command()
@click.argument("name")
@click.argument("url")
def add(name: str, url: str) -> None:
    """Name another repository to push to."""
    context.open_store().add_remote(name, url)
    output.tell(f"Next: newsdiff remote push {name}")


@remote.command()
@click.argument("name", default="origin")
def push(name: str) -> None:
    """Push the archive, main and the signed tags."""
    click.echo(context.open_store().push(name).rstrip())
