"""``newsdiff import``: fill in earlier versions from files, WARC or another git repository."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context
from newsdiff.errors import CleanError
from newsdiff.model import Article, Page, Report, Settings
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.watch.memory.mask import MaskedCleaning

_SHOWN = 50  # notes


@click.command("import")
@click.argument("source", metavar="FOLDER|WARC|REPOSITORY:PATH")
@click.option("--url", default="", help="The article's URL, where the source does not say it.")
def import_(source: str, url: str) -> None:
    """Fill in earlier versions of articles that the store does not know yet, in the order of their times.

    \b
    newsdiff import saved/ --url URL        saved pages of one article
    newsdiff import crawl.warc.gz           all pages of a WARC file or a folder
    newsdiff import repo:a.html --url URL   a file's history in another repository

    The times are those of names or files. The pages go through the same cleaner as fetched ones. History that is there
    is never rewritten; an import that was stopped is taken up where it stood. What is damaged or no page is left out
    with a note. A web archive's address is taken off pages that were saved from one, and off --url.
    """
    from newsdiff.clean import version
    from newsdiff.clean.sandbox import Cleaner
    from newsdiff.process.sandbox import Sandbox
    from newsdiff.store.import_sources import pages
    from newsdiff.text.urls import host
    from newsdiff.watch.memory.mask import remembering
    from newsdiff.watch.record.weighing import compared
    from newsdiff.watch.state.index import looking

    url = context.article_url(url)
    store = context.open_store()
    settings = context.settings(store)
    read = 0
    with Cleaner() as cleaner, Sandbox() as sandbox, looking(store, now=context.now()) as state:

        def clean(page: Page) -> Article:
            nonlocal read
            article = _article(page, remembering(cleaner, state.site(host(page.url))), settings)
            read += 1
            return article

        def compare(old: Article, new: Article) -> Report | None:
            report, why = compared(sandbox, old, new)
            if report is None:
                store.notices.append(f"an edit of {new.url} is {why}")
            return report

        recorded = store.import_(
            pages(Path(source), url), clean=clean, compare=compare, cleaner=version(), now=context.now()
        )
    notices = list(store.notices)
    store.notices.clear()  # they are told here, and not all of them
    for notice in notices[:_SHOWN]:
        click.echo(visible(f"Note: {notice}"), err=True)
    if (more := len(notices) - _SHOWN) > 0:
        click.echo(f"Note: and {more:,} more of that kind", err=True)
    if notices and not read:
        raise CleanError(f"no page of {source} could be read", "the notes say why")
    click.echo(f"{read} pages read, {len(recorded)} revisions recorded.")


def _article(page: Page, cleaner: "MaskedCleaning", settings: Settings) -> Article:
    """The article of a page; one that was saved as a file goes by the address that it calls its own."""
    from newsdiff.text.urls import host

    cleaned = cleaner.page(page.body, page.url, page.content_type, settings.site(host(page.url)))
    if cleaned.canonical and not context.is_url(page.url):
        return cleaned.article._replace(url=cleaned.canonical)
    return cleaned.article
