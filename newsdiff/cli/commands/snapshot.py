"""``newsdiff snapshot``: keep what a page, a file or standard input says now."""

import click

from newsdiff.cli import context, fetch_and_clean, input_files, options, outcome_lines
from newsdiff.errors import UsageError
from newsdiff.text.urls import redact


@click.command()
@click.argument("source", metavar="URL|FILE|-")
@click.option("--url", default="", help="The article's URL, for a file or standard input.")
@click.option("--at", metavar="TIME", help="When the text was seen, such as 2025-03-12T10:00Z [default: now].")
@options.verbatim
@options.allow_private
@options.form("plain", "json", default="plain")
def snapshot(source: str, url: str, at: str | None, verbatim: bool, allow_private: bool, form: str) -> None:
    """Keep what a page or a file says now, and tell what changed since the last revision.

    A file needs --url, so that its revisions belong to one article. An unchanged text makes no revision.
    """
    from newsdiff import watch

    source, url = context.web_address(source), context.article_url(url)
    store = context.open_store()
    settings = context.settings(store)
    now = context.now()
    seen_at = now if at is None else context.moment(at)
    page = None
    if source.startswith(("http://", "https://")):
        page = fetch_and_clean.fetch_page(source, settings, allow_private)
        cleaned = fetch_and_clean.clean_page(page, settings)
        article = cleaned.article
    else:
        cleaned, article = None, input_files.article(source, url, verbatim=verbatim)
        article = article._replace(url=url or article.url)  # a file of a store knows its own
    if not article.url:
        raise UsageError("a file does not say which article it is", "give its address with --url")
    if not article.blocks:
        raise UsageError(f"there is no text in {redact(source)}", "an article that is gone is noted by newsdiff watch")
    if seen_at > now:
        raise UsageError(f"{at} is still to come", "say when the text was seen")
    outcome = watch.snapshot(store, cleaned or article, seen_at=seen_at, now=now, settings=settings, page=page)
    for line in outcome_lines.outcome(outcome, form):
        click.echo(line)
