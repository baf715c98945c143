"""``newsdiff maintain``: pack the store and refresh its indexes."""

import click

from newsdiff.cli import context, output


@click.command()
def maintain() -> None:
    """Make the store small and quick again; watch does what is urgent by itself."""
    done = context.open_store().maintain(now=context.now())
    swept = f", {done.swept} left-over files swept" if done.swept else ""
    output.tell(f"Objects: {done.before / 1e6:.1f} MB before, {done.after / 1e6:.1f} MB after{swept}.")
