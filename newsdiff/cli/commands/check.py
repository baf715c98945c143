"""``newsdiff check``: where one text contradicts itself."""

import sys
from collections.abc import Iterable
from itertools import chain

import click

from newsdiff.cli import completion, context, input_files, options, output
from newsdiff.errors import CleanError
from newsdiff.model import Article
from newsdiff.text.scrub import visible


@click.command()
@click.argument("source", metavar="ARTICLE|FILE|-", shell_complete=completion.articles)
@click.argument("rev", default="@-1")
@options.verbatim
@options.form("plain", "json", default="plain")
def check(source: str, rev: str, verbatim: bool, form: str) -> int:
    """Point at what contradicts itself inside one text; leave with 1 when there is anything.

    A person who is former here and in office there, a weekday that does not fall on its date, two ages of one person,
    a sum that does not add up. Silent when unsure.
    """
    from newsdiff import flags

    article, head = _read(source, rev, verbatim)
    found = flags.check(article)
    if form == "json":
        rows = [{name: getattr(f, name) for name in f.__slots__} for f in found]
        output.as_json(rows)
    else:
        from newsdiff.render.layout import block_names

        lines, names = list[str](), block_names(article.blocks)
        for finding in found:
            about = f" ({finding.subject})" if finding.subject else ""
            lines += output.fitted([(visible(f"{finding.kind}{about}: {finding.reason}"), "note")])
            places = (finding.first_block, finding.first), (finding.second_block, finding.second)
            for block, text in dict.fromkeys(places):
                lines += output.fitted([(visible(f"{names[block]}: {text}"), "equal")], "  ")
        output.page([*(head if sys.stdout.isatty() else ()), *lines])
        if not found:
            output.say(f"Nothing in it contradicts itself, as far as newsdiff can tell. Hint: {_more(source, rev)}.")
    return int(bool(found))


def _more(source: str, rev: str) -> str:
    if input_files.is_file(source):
        return "newsdiff clean FILE shows what was read of it"
    return f"newsdiff show {source} {rev} prints it, newsdiff diff {source} what was edited"


def _read(source: str, rev: str, verbatim: bool) -> tuple[Article, Iterable[str]]:
    """The text that is meant, and lines that name it."""
    if input_files.is_file(source):
        read = input_files.article(source, verbatim=verbatim)
        if not read.blocks:
            raise CleanError(f"{source} holds no text", "newsdiff clean shows what is read of a file")
        names = dict.fromkeys(filter(None, (read.headline, "standard input" if source == "-" else source)))
        return read, [line for name in names for line in output.fitted([(visible(name), "headline")])] + [""]
    from newsdiff.cli.revision_lines import text_head

    store = context.open_store()
    revision = store.read(store.revision(source, rev))
    article = revision.article
    assert article is not None
    headline = output.fitted([(visible(article.headline), "headline")]) if article.headline else ()
    return article, chain(headline, text_head(store.history(revision.path), revision, context.zone(None)))
