"""``newsdiff show``: one revision's text."""

import sys
from collections.abc import Iterator

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.errors import UnknownRevision
from newsdiff.model import Article, Block, BlockKind, Revision
from newsdiff.text.scrub import visible

_PREFIX = {BlockKind.HEADING: "## ", BlockKind.QUOTE: "> ", BlockKind.LIST_ITEM: "- "}
_NAMED = (BlockKind.DEK, BlockKind.BYLINE, BlockKind.DATE, BlockKind.CAPTION, BlockKind.CORRECTION)


@click.command()
@click.argument("article", shell_complete=completion.articles)
@click.argument("rev", required=False)
@click.option("--raw", is_flag=True, help="The page as it was fetched.")
@click.option("--removed", is_flag=True, help="What cleaning took out of the page, and why.")
@click.option("--stored", is_flag=True, help="The file as it stands in git.")
@options.tz
def show(article: str, rev: str | None, raw: bool, removed: bool, stored: bool, tz: str | None) -> None:
    """Print a revision of ARTICLE: REV is @1, @-1, a date or a commit [default: the last].

    A commit alone, as changes and log print it, is enough: newsdiff show 5f3c2a1b9e.
    """
    store = context.open_store()
    revision = store.revision(article, rev or store.commit(article) or "@-1", tz=context.users_zone(tz))
    if raw or removed:
        page = store.raw.get(_raw_of(revision))
        if raw:
            sys.stdout.buffer.write(page.body)
            return
        from newsdiff.cli.fetch_and_clean import removed_lines

        lines = list(removed_lines(page, context.settings(store)))
        output.page(lines)
        if not lines:
            output.say("Nothing was taken out of the page. Hint: newsdiff show --raw prints it as it was fetched.")
        return
    text = store.read(revision).article
    assert text is not None
    if stored:
        from newsdiff.document import dumps
        from newsdiff.text.urls import public

        click.echo(dumps(text._replace(url=public(text.url))), nl=False)
        return
    from newsdiff.cli.revision_lines import text_head

    head = text_head(store.history(revision.path), revision, context.zone(tz)) if sys.stdout.isatty() else ()
    output.page([*head, *article_lines(text), *_more(revision)])


def _more(revision: Revision) -> Iterator[str]:
    name = revision.id[:10]
    return output.more(f"newsdiff log {name}", "all revisions", f"newsdiff diff {name}", "what this one changed")


def _raw_of(revision: Revision) -> str:
    found = revision.raw_sha256
    if not found:
        raise UnknownRevision(
            "no raw page was kept for this revision", 'keep_raw = "changed" in config.toml keeps them'
        )
    return found


def article_lines(article: Article) -> list[str]:
    """An article as a reader sees it: one block, one blank line."""
    lines: list[str] = []
    for block in article.blocks:
        lines += [
            *output.fitted([(_line(block), "headline" if block.kind is BlockKind.HEADLINE else "equal")], rest=""),
            "",
        ]
    return lines[:-1]


def _line(block: Block) -> str:
    if block.kind in _NAMED:
        return f"[{block.kind}] {visible(block.text)}"
    return _PREFIX.get(block.kind, "# " if block.kind is BlockKind.HEADLINE else "") + visible(block.text)
