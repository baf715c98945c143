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
    from newsdiff.watch.report.health import Health


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
def remove(urls: tuple[str, ...]) -> None:
    """Stop watching a URL; its history stays in the store."""
    from newsdiff.watch import listing
    from newsdiff.watch.plan import watchlist

    store = context.open_store()
    for one in (_watched(store, name) for name in urls):
        before = listing(store, context.settings(store), now=context.now())
        if not watchlist.remove(store.private, one.key):
            raise UsageError(f"{one.url} was brought by a feed", "newsdiff pause rests it alone")
        brought = len(before) - 1 - len(listing(store, context.settings(store), now=context.now()))
        others = f", nor what it brought ({brought})" if brought > 0 else ""
        output.tell(visible(f"No longer watched: {one.url}{others}"))


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
def pause(urls: tuple[str, ...]) -> None:
    """Rest a watch until `newsdiff resume`."""
    _rest(urls, True)


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=completion.articles)
def resume(urls: tuple[str, ...]) -> None:
    """Take up a paused watch, or one that was set aside after its page had broken the cleaner."""
    from newsdiff.watch import take_up

    _rest(urls, False)
    store = context.open_store()
    for name in urls:
        take_up(store, _watched(store, name).key, now=context.now())


def _rest(urls: tuple[str, ...], paused: bool) -> None:
    from newsdiff.watch.plan import watchlist

    store = context.open_store()
    for one in (_watched(store, name) for name in urls):
        line = one.url if normalise(one.url) == one.key else one.key  # an article that moved has its old line
        watchlist.change(store.private, line, lambda entry: replace(entry, paused=paused))
        output.tell(visible(f"{'Paused' if paused else 'Watched again'}: {one.url}"))


def _watched(store: "Store", name: str) -> "Health":
    """What is watched under a name: its URL, or any unambiguous part of URL or headline."""
    from newsdiff.text.name_match import Names, matches
    from newsdiff.watch import listing

    found = {one.key: one for one in listing(store, context.settings(store), now=context.now())}
    called = (
        (one.key, Names(frozenset({normalise(one.url), one.key}), f"{one.url}\n{one.headline}"))
        for one in found.values()
    )
    fits = matches(name, called)
    if len(fits) == 1:
        return found[fits[0]]
    if fits:
        urls = [found[key].url for key in fits]
        raise UsageError(f"{redact(name)!r} fits {len(fits)} that are watched", "say more of it", urls)
    raise UsageError(f"{redact(name)} is not on the watch list", "newsdiff list shows what is")
