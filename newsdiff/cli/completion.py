"""What a shell may offer for a word that is half written: articles and tags, read fast from two files of the store."""

import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # every command names what completes its arguments, and hardly ever is it asked for
    from pathlib import Path

    from click.shell_completion import CompletionItem

_MAX_ITEMS = 50
_FIELDS = 8  # of a line of the index
_TAIL_BYTES = 4 << 20  # of the index: the articles recorded last; a large store's whole index takes too long


def articles(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Names of the user's own, then paths in the store, that hold what is written so far; files too."""
    from click.shell_completion import CompletionItem

    part = incomplete.casefold()
    named = ((name, url) for name, _, url in _lines(_private(ctx)) if name)
    items = [CompletionItem(name, help=url) for name, url in named if part in name.casefold()]
    recorded = islice(_recorded(_private(ctx), part), max(0, _MAX_ITEMS - len(items)))
    items += [CompletionItem(path, help=headline) for path, headline in recorded]
    return items[:_MAX_ITEMS] or [CompletionItem(incomplete, type="file")]


def tags(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The tags that the user gave."""
    from click.shell_completion import CompletionItem

    known = sorted({tag for _, given, _ in _lines(_private(ctx)) for tag in given})
    return [CompletionItem(tag) for tag in known if tag.startswith(incomplete.casefold())]


def flags(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The kinds of flags, also behind a comma."""
    from click.shell_completion import CompletionItem

    from newsdiff.model import FlagKind

    before, comma, part = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{kind}") for kind in FlagKind if kind.startswith(part)]


def _private(ctx: click.Context) -> "Path":
    """The private folder of the store that the words so far name."""
    from pathlib import Path

    named = ctx.find_root().params.get("store") or os.environ.get("NEWSDIFF_STORE") or "snapshots"
    return Path(named) / ".newsdiff"


def _lines(private: "Path") -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Name, tags and URL of each line of the watch list that has any; nothing of what cannot be read."""
    from newsdiff.errors import ConfigError
    from newsdiff.text.urls import public
    from newsdiff.watch.plan import watchlist

    try:
        for one in watchlist.labelled(private):
            yield one.name, one.tags, public(one.url)
    except ConfigError:  # watch and list say what is wrong with it
        return


def _recorded(private: "Path", part: str) -> Iterator[tuple[str, str]]:
    """Path and newest headline of the articles that hold a part of a name, those first that were recorded last."""
    try:
        with (private / "index.tsv").open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL_BYTES))
            lines = file.read().decode("utf-8", "replace").split("\n")
    except OSError:
        return
    told = set[str]()
    for line in reversed(lines[1 if size > _TAIL_BYTES else 0 :]):
        if part not in line.casefold():
            continue
        fields = line.split("\t")
        if len(fields) == _FIELDS and fields[4] not in told and part in f"{fields[4]}\t{fields[7]}".casefold():
            told.add(fields[4])
            yield fields[4], fields[7]
