"""``newsdiff import``: fill in earlier versions from files, WARC or another git repository."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, input_files
from newsdiff.errors import NewsdiffError, UsageError
from newsdiff.model import Article, Page, Settings
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.clean.sandbox import Cleaner
    from newsdiff.store.left_out import LeftOut


@click.command("import")
@click.argument("source", metavar="FOLDER|WARC|REPOSITORY:PATH")
@click.option("--url", default="", help="The article's URL, where the source does not say it.")
def import_(source: str, url: str) -> None:
    """Fill in earlier versions of articles that the store does not know yet, in the order of their times.

    \b
    newsdiff import saved/ --url URL                       saved pages of one article; times from names or files
    newsdiff import crawl.warc.gz                          every page of a WARC file
    newsdiff import ../repo:news/story.html --url URL      the history of a file in another git repository

    The pages go through the same cleaner as fetched ones. History that is there is never rewritten.
    """
    from newsdiff.clean import version
    from newsdiff.clean.sandbox import Cleaner
    from newsdiff.comparison import compare
    from newsdiff.store.import_sources import pages

    if url and not context.is_url(url):
        raise UsageError(f"{url!r} is no web address", "write it as https://news.example/story")
    store = context.open_store()
    settings = context.settings(store)
    with Cleaner() as cleaner:
        articles = _read(pages(Path(source), url), cleaner, settings)
    recorded = store.import_(
        articles, clean=articles.__getitem__, compare=compare, cleaner=version(), now=context.now()
    )
    click.echo(f"{len(articles)} pages read, {len(recorded)} revisions recorded.")
    for notice in store.notices:
        click.echo(f"Note: {notice}", err=True)


def _read(pages: "Iterable[Page | LeftOut]", cleaner: "Cleaner", settings: Settings) -> dict[Page, Article]:
    """Each page with its article; what is none, or holds none, is named and left out."""
    from newsdiff.store.left_out import LeftOut

    found = {}
    for page in pages:
        left = page if isinstance(page, LeftOut) else None
        if isinstance(page, Page):
            try:
                found[page] = _article(page, cleaner, settings)
            except NewsdiffError as error:
                left = LeftOut(f"{page.url} of {page.fetched_at:%Y-%m-%d %H:%M}", str(error))
        if left:
            click.echo(visible(f"Note: {left}"), err=True)
    return found


def _article(page: Page, cleaner: "Cleaner", settings: Settings) -> Article:
    from newsdiff.clean import cleaned_text
    from newsdiff.text.urls import host

    if page.content_type.startswith("text/plain") and not input_files.is_html("", page.body):
        return cleaned_text(input_files.decode(page.url, page.body), page.url).article
    return cleaner.html(page.body, page.url, page.content_type, settings.site(host(page.url))).article
