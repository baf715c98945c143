"""``newsdiff verify``: prove that the history and the raw pages are whole."""

import click

from newsdiff.cli import completion, context
from newsdiff.errors import UsageError
from newsdiff.text.scrub import visible


@click.command()
@click.argument("article", required=False, shell_complete=completion.articles)
@click.option("--sample", default="100%", metavar="5%", help="Only a share of the articles, another one each day.")
def verify(article: str | None, sample: str) -> int:
    """Check ARTICLE, or the whole store, and leave with 1 when anything is not as it was recorded.

    Reads every object of git, holds each commit against its text and its raw page, and names the article that a
    flipped byte belongs to.
    """
    share = _share(sample)
    found = 0
    for fault in context.open_store().verify(article, sample=share, seed=context.now().toordinal()):
        found += 1
        click.echo(visible("  ".join(part for part in (fault.path, fault.commit[:10], fault.message) if part)))
    click.echo(f"{found} fault{'s' if found != 1 else ''} found." if found else "Everything is as it was recorded.")
    return int(found > 0)


def _share(text: str) -> float:
    try:
        share = float(text.removesuffix("%")) / 100
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise UsageError(f"{text!r} is no share", "write it as 5%")
    return share
