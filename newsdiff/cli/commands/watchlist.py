"""``newsdiff remove``, ``pause`` and ``resume``: what is no longer, or not now, watched."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, output
from newsdiff.errors import UsageError
from newsdiff.text.scrub import visible
from newsdiff.text.urls import normalise, redact

if TYPE_CHECKING:
    from newsdiff.store import Store
    from newsdiff.watch.report.health import CalledWatch


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
def remove(urls: tuple[str, ...]) -> None:
    """Stop watching a URL; its history stays in the store."""
    from newsdiff.watch.plan import watchlist

    store = context.open_store()
    for one in _watched(store, urls):
        if not watchlist.remove(store.private, one.key):
            raise UsageError(f"{one.url} was brought by a feed", "newsdiff pause rests it alone")
        others = f", nor what it brought ({one.brought})" if one.brought else ""
        output.tell(visible(f"No longer watched: {one.url}{others}"))


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
def pause(urls: tuple[str, ...]) -> None:
    """Rest a watch until `newsdiff resume`."""
    _rest(context.open_store(), urls, True)


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
def resume(urls: tuple[str, ...]) -> None:
    """Take up a paused watch, or one that was set aside after its page had broken the cleaner."""
    from newsdiff.watch import take_up

    store = context.open_store()
    for one in _rest(store, urls, False):
        take_up(store, one.key, now=context.now())


def _rest(store: "Store", urls: tuple[str, ...], paused: bool) -> "list[CalledWatch]":
    """Pause what is watched under these names, or watch it again; which it is."""
    from newsdiff.watch.plan import watchlist

    found = _watched(store, urls)
    for one in found:
        line = one.url if normalise(one.url) == one.key else one.key  # an article that moved has its old line
        watchlist.change(store.private, line, lambda entry: replace(entry, paused=paused))
        output.tell(visible(f"{'Paused' if paused else 'Watched again'}: {one.url}"))
    return found


def _watched(store: "Store", names: tuple[str, ...]) -> "list[CalledWatch]":
    """What is watched under each name, once: its own name, its URL, or any unambiguous part of URL or headline."""
    from newsdiff.watch import called

    found: dict[str, CalledWatch] = {}
    for name, fits in zip(names, called(store, context.settings(store), names, now=context.now()), strict=True):
        if not fits:
            raise UsageError(f"{redact(name)} is not on the watch list", "newsdiff list shows what is")
        if len(fits) > 1:
            urls = [one.url for one in fits]
            raise UsageError(f"{redact(name)!r} fits {len(fits)} that are watched", "say more of it", urls)
        found[fits[0].key] = fits[0]
    return list(found.values())
