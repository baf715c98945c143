"""``newsdiff import``: fill in earlier versions from a web archive, files, WARC or another git repository."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, options, output
from newsdiff.errors import CleanError, FetchError, UsageError
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store

_SHOWN = 50  # notes
_DAY = re.compile(r"\d{4}(?:-?\d\d(?:-?\d\d)?)?")


@click.command("import")
@click.argument("source", metavar="SOURCE")
@click.argument("article", required=False, metavar="[URL]")
@click.option("--url", default="", help="The article's URL, where the source does not say it.")
@click.option("--host", metavar="HOST", help="wayback: all articles of this outlet that are kept or watched.")
@click.option("--all", "everything", is_flag=True, help="wayback: all articles that are kept or watched.")
@click.option("--from", "since", metavar="DATE", help="wayback: captures of this day and later (2019, 2019-03-12).")
@click.option("--to", "until", metavar="DATE", help="wayback: captures of this day and earlier.")
@options.allow_private
@options.engine
def import_(
    source: str,
    article: str | None,
    url: str,
    host: str | None,
    everything: bool,
    since: str | None,
    until: str | None,
    allow_private: bool,
    engine_name: str,
) -> int:
    """Fill in earlier versions of articles that the store does not know yet, in the order of their times. SOURCE is
    wayback, a folder, a WARC file, a WACZ, or REPOSITORY:PATH.

    \b
    newsdiff import wayback URL             what a web archive holds of an article
    newsdiff import saved/ --url URL        saved pages of one article
    newsdiff import crawl.warc.gz           the pages of a WARC, WACZ or folder
    newsdiff import repo:a.html --url URL   a file's history in another repository

    The times are those of names or files. The pages go through the same cleaner as fetched ones. History that is there
    is never rewritten; an import that was stopped is taken up where it stood. What is damaged or no page is left out
    with a note. A web archive's address is taken off pages that were saved from one, and off --url.

    `wayback` fills in what came before the first observation of an article that is known, too; captures that show
    walls or other pages are left out.
    """
    if source == "wayback":
        return _wayback(article or url, host, everything, (since, until), allow_private)
    if article or host or everything or since or until:
        raise UsageError("a URL, --host, --all, --from and --to go with wayback", "see newsdiff import --help")
    _files(source, url, engine_name)
    return 0


def _wayback(
    url: str, host: str | None, everything: bool, span: tuple[str | None, str | None], allow_private: bool
) -> int:
    """Fill in what the archive of the configuration holds; 3 where it gave no list, or was busy."""
    from newsdiff.cli.reach import archiving

    if sum(map(bool, (url, host, everything))) != 1:
        raise UsageError("which articles are meant", "say one URL, or --host HOST, or --all")
    since, until = (_digits(time) if time else "" for time in span)
    store = context.open_store()
    settings = context.with_private(context.settings(store), allow_private)
    urls = [context.article_url(url)] if url else _known(store, context.outlet(host))
    failed = False
    for done in archiving.fill(store, settings, urls, since, until):
        output.notes(done.notes, _SHOWN)
        left = f", {done.others} others" if done.others else ""
        counts = f"{done.captures} captures{left}, {done.pages} pages read, {done.revisions} revisions recorded."
        output.tell(visible(f"{done.url}: {counts}" if not done.error or done.busy else f"{done.url}: nothing read."))
        if done.error:
            failed = True
            hint = ". Hint: call it again later: what is recorded is not asked for again." if done.busy else ""
            output.say(visible(f"Error: {done.error}{hint}"))
    if not urls:
        output.tell("No article is kept or watched there.")
    return FetchError.exit_code if failed else 0


def _known(store: "Store", outlet: str | None) -> list[str]:
    """The addresses of all articles that are kept or watched, of one outlet or of all."""
    from newsdiff.model import PageKind
    from newsdiff.text.urls import normalise
    from newsdiff.watch.plan import watchlist

    found = {normalise(one.url): one.url for one in store.articles()}
    for watched in watchlist.read(store.private):
        if watched.kind is PageKind.ARTICLE and watched.watch:
            found.setdefault(normalise(watched.url), watched.url)
    return [url for url in found.values() if outlet is None or context.outlet_of(url) == outlet]


def _digits(text: str) -> str:
    """A day, a month or a year as archives write it: digits alone; UsageError."""
    if not _DAY.fullmatch(text):
        raise UsageError(f"{text[:40]!r} is no day, month or year", "write 2019, 2019-03 or 2019-03-12")
    return text.replace("-", "")


def _files(source: str, url: str, engine_name: str) -> None:
    from newsdiff.clean import version
    from newsdiff.engines.opening import unit_engine
    from newsdiff.store.import_sources import pages
    from newsdiff.watch.record.archive_reader import ArchiveReader
    from newsdiff.watch.state.index import looking

    url = context.article_url(url)
    store = context.open_store()
    settings = context.settings(store)
    with unit_engine(engine_name) as engine, looking(store, now=context.now()) as state:
        reader = ArchiveReader(engine, settings, state, is_web=context.is_url, tell=store.notices.append)
        made = store.importing(pages(Path(source), url), reader, cleaner=version(), now=context.now())
        recorded = sum(1 for _ in made)
    notices = list(store.notices)
    store.notices.clear()  # they are told here, and not all of them
    output.notes(notices, _SHOWN)
    if notices and not reader.read:
        raise CleanError(f"no page of {source} could be read", "the notes say why")
    output.tell(f"{reader.read} pages read, {recorded} revisions recorded.")
