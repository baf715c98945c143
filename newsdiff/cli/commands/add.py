"""``newsdiff add``: watch an article, a feed, a sitemap, a section page, or a file of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, input_files, options, output, progress
from newsdiff.errors import CleanError, FetchError, HttpError, UnknownHost, UsageError
from newsdiff.model import Settings
from newsdiff.text.scrub import visible
from newsdiff.text.urls import public, redact

if TYPE_CHECKING:
    from newsdiff.watch.plan.watchlist import Watched

_KINDS = ("article", "feed", "sitemap", "section")
_MAX_CHOICES = 20
_MAX_NOTES = 50  # of what another tool's list has and is not taken over


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="URL|FILE...")
@click.option("--every", metavar="TIME", help="Visit it this often, such as 30m or 6h [default: by its age].")
@click.option("--kind", type=click.Choice(_KINDS), help="What it is [default: newsdiff looks].")
@click.option("--name", metavar="NAME", help="What you call it: the name works wherever an ARTICLE is asked for.")
@click.option("--tag", "tags", metavar="TAG,...", help="Tags: list, changes and stats pick by them.")
@options.allow_private
def add(
    sources: tuple[str, ...],
    every: str | None,
    kind: str | None,
    name: str | None,
    tags: str | None,
    allow_private: bool,
) -> int:
    """Watch a URL: newsdiff looks what it is (an article, a feed, a sitemap, a section page) and says so.

    A FILE is a list of URLs, one a line, or one of another tool: OPML, a job list of urlwatch or webchanges, a backup
    of changedetection.io; names and tags come along, and what cannot be taken over is said. What its URLs are is seen
    at their first visit. A feed's articles are watched as they come, also after they have left it.
    """
    store = context.open_store()
    settings = context.with_private(context.settings(store), allow_private)
    # robots.txt and one page: nothing that a server needs a rest between
    settings = replace(settings, fetch=replace(settings.fetch, delay=0.0))
    wait = _every(every)
    if name and len(sources) > 1:
        raise UsageError("one name for several articles", "add them one by one, or use --tag")
    called, tagged = _labels(name, tags)
    failed = False
    for source in map(context.web_address, sources):
        try:
            found, looked = _entries(source, kind, settings)
        except (FetchError, CleanError) as error:
            failed = True
            may_come = isinstance(error, (HttpError, UnknownHost))
            hint = " Hint: --kind article watches it all the same." if may_come else ""
            output.say(visible(f"Error: {error}{hint}"))
            continue
        entries = [replace(e, every=e.every or wait, name=called or e.name, tags=tagged or e.tags) for e in found]
        _watch(store.private, source, entries, chosen=any((every, kind, name, tags)), looked=looked)
    return FetchError.exit_code if failed else 0


def _watch(folder: Path, source: str, entries: list["Watched"], *, chosen: bool, looked: bool) -> None:
    """Put entries on the list; one that stands there keeps its options, unless the user chose new ones."""
    from newsdiff.watch.plan import watchlist

    if not entries:
        output.say(visible(f"No web address in {redact(source)}: nothing to watch."))
        return
    fresh = watchlist.add(folder, entries, keep=not chosen)
    for entry in fresh if len(fresh) <= _MAX_CHOICES else ():
        output.tell(visible(f"Watching {_name(entry, looked=looked)}{public(entry.url)}"))
    if len(fresh) > _MAX_CHOICES:
        output.tell(f"Watching {len(fresh)} more URLs.")
    if not fresh:
        output.tell(visible(f"Watched already: {public(source)}"))


def _name(entry: "Watched", *, looked: bool) -> str:
    """``the feed ``; nothing for what nobody has looked at."""
    kind = entry.kind or ("article" if looked else "")
    return f"the {kind} " if kind else ""


def _entries(source: str, kind: str | None, settings: Settings) -> tuple[list["Watched"], bool]:
    """What a URL or a file names, and whether somebody has looked what it is, or said so."""
    from newsdiff.model import PageKind
    from newsdiff.watch.plan.watchlist import Watched

    if source.startswith(("http://", "https://")):
        return ([Watched(source, PageKind(kind))], True) if kind else _seen(source, settings)
    if input_files.is_file(source):
        return list(_listed(source, kind)), False
    raise UsageError(
        f"{redact(source)} is neither a web address nor a file",
        "write the address with https://",
    )


def _seen(url: str, settings: Settings) -> tuple[list["Watched"], bool]:
    """What a URL is, by a look at it: of an OPML list its feeds; left open when it cannot be looked at now."""
    from newsdiff.model import PageKind
    from newsdiff.watch import recognise
    from newsdiff.watch.plan.discovery import stale
    from newsdiff.watch.plan.watchlist import Watched

    try:
        with progress.waiting(url):
            found = recognise(url, settings, clock=context.now)
    except FetchError as error:
        if not error.transient or isinstance(error, UnknownHost):
            raise
        output.note(f"{error.message}; its first visit will tell what it is.")
        return [Watched(url)], False
    if found.kind == "opml":
        from newsdiff.watch.plan.lists.feed_list import feeds

        listed = feeds(found.feeds)
        output.notes(listed.notes, _MAX_NOTES)
        return list(listed.entries), True
    if old := stale(found, settings, at=context.now()):
        output.note(f"{old}.")
    return [Watched(url, None if found.kind == "article" else PageKind(found.kind))], True


def _listed(name: str, kind: str | None) -> Iterator["Watched"]:
    """What a file names: a list of URLs, or one of another tool."""
    from newsdiff.model import PageKind
    from newsdiff.watch.plan import watchlist
    from newsdiff.watch.plan.lists.recognise import packed, recognised

    found, body = packed(Path(name)), b""
    if found is None:
        body = input_files.read(name, most=input_files.MAX_LIST_BYTES, hint="add it in parts")
        found = recognised(name, body)
    given = PageKind(kind) if kind else None
    if found is not None:
        output.notes(found.notes, _MAX_NOTES)
        yield from (replace(entry, kind=entry.kind or given) for entry in found.entries)
        return
    for number, line in enumerate(input_files.decode(name, body).splitlines(), 1):
        if entry := watchlist.parse(line, number, name):
            yield replace(entry, kind=given) if given else entry


def _labels(name: str | None, tags: str | None) -> tuple[str, tuple[str, ...]]:
    """The name and the tags that the options give; UsageError."""
    from newsdiff.watch.plan import watchlist

    try:
        return watchlist.name(name) if name else "", watchlist.tags(tags) if tags else ()
    except ValueError as error:
        raise UsageError(f"{(name or tags or '')[:60]!r} cannot stand in the list: {error}", "see add --help") from None


def _every(text: str | None) -> timedelta | None:
    from newsdiff.watch.plan import watchlist

    try:
        return None if text is None else watchlist.every(text)
    except ValueError as error:
        raise UsageError(f"--every {(text or '')[:60]}: {error}", "write 30m, 6h or 2d") from None
