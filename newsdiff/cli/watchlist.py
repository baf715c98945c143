"""``newsdiff remove``, ``pause`` and ``resume``: what is no longer, or not now, watched."""

from dataclasses import replace

import click

from newsdiff.cli import places
from newsdiff.errors import UsageError


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
def remove(urls: tuple[str, ...]) -> None:
    """Stop watching a URL; its history stays in the store."""
    from newsdiff.watch import watchlist

    folder = places.open_store().private
    for url in urls:
        if not watchlist.remove(folder, url):
            raise UsageError(f"{url} is not on the watch list", "newsdiff list shows what is")
        click.echo(f"No longer watched: {url}")


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
def pause(urls: tuple[str, ...]) -> None:
    """Rest a watch until `newsdiff resume`."""
    _rest(urls, True)


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
def resume(urls: tuple[str, ...]) -> None:
    """Take up a paused watch, or one that was set aside after its page had broken the cleaner."""
    from newsdiff.watch import take_up

    _rest(urls, False)
    for url in urls:
        take_up(places.open_store(), url, now=places.now())


def _rest(urls: tuple[str, ...], paused: bool) -> None:
    from newsdiff.watch import watchlist

    folder = places.open_store().private
    for url in urls:
        watchlist.change(folder, url, lambda entry: replace(entry, paused=paused))
        click.echo(f"{'Paused' if paused else 'Watched again'}: {url}")
