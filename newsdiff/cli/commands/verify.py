"""``newsdiff verify``: prove that the history and the raw pages are whole."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, output
from newsdiff.errors import UsageError
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store


@click.command()
@click.argument("article", required=False, shell_complete=completion.articles)
@click.option("--sample", default="100%", metavar="5%", help="Only a share of the articles, another one each day.")
def verify(article: str | None, sample: str) -> int:
    """Check ARTICLE, or the whole store, and leave with 1 when anything is not as it was recorded.

    Reads every object of git, holds each commit against its text and its raw page, and names the article that a
    flipped byte belongs to. Of the whole store, signed tags and time stamps are checked too.
    """
    share = _share(sample)
    found, store = 0, context.open_store()
    faults = store.verify(article, sample=share, seed=context.now().toordinal())
    told = ((fault.path, fault.commit, fault.message) for fault in faults)
    for path, commit, message in chain(told, _stamps(store) if article is None and share == 1 else ()):
        found += 1
        output.tell(visible("  ".join(part for part in (path, commit[:10], message) if part)))
    output.tell(f"{found} fault{'s' if found != 1 else ''} found." if found else "Everything is as it was recorded.")
    return int(found > 0)


def _stamps(store: "Store") -> Iterator[tuple[str, str, str]]:
    """What is wrong with time stamps."""
    from newsdiff.cli.reach import stamping

    return (("", commit, why) for commit, why in stamping.doubts(store, context.settings(store)))


def _share(text: str) -> float:
    try:
        share = float(text.removesuffix("%")) / 100
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise UsageError(f"{text!r} is no share", "write it as 5%")
    return share
