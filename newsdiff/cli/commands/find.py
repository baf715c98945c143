"""``newsdiff find``: when words first stood in any article, when they went, and where they stand now."""

import sys
from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.catalogue.search import Hit, Standing

_SHOWN = 20  # articles, where nobody asks for more


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--regex", is_flag=True, help="WORDS is a regular expression, matched within paragraphs.")
@click.option("--article", metavar="ARTICLE", shell_complete=completion.articles, help="Only in this article.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
@click.option("--gone", is_flag=True, help="Only where they stand no more.")
@click.option(
    "-n", "--max-count", type=click.IntRange(1, options.MAX_COUNT), default=_SHOWN, help="At most N articles."
)
@options.tz
@options.form("terminal", "plain", "json")
@click.option("--exit-code", is_flag=True, help="Leave with 1 when they were found.")
def find(
    words: tuple[str, ...],
    regex: bool,
    article: str | None,
    host: str | None,
    gone: bool,
    max_count: int,
    tz: str | None,
    form: str | None,
    exit_code: bool,
) -> int:
    """Find WORDS in every text that was ever recorded: since when they stand, and when they went.

    Whole words in this order, whatever their case. Articles in which that changed last come first.
    """
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.catalogue.search import find as found_in
    from newsdiff.catalogue.search import hits, pattern, phrase

    zone = context.zone(tz)
    wanted = (pattern if regex else phrase)(" ".join(words))
    outlet = context.outlet(host)
    store = context.open_store()
    path = store.find(article) if article else ""
    with Catalogue(store) as catalogue:
        held = found_in(catalogue, wanted(catalogue), host=outlet or "", path=path)
        places = [place for place in held if not (gone and place.stands)]
        shown = hits(catalogue, places[:max_count])
    if output.default_format(form) == "json":
        output.as_json([_tree(hit) for hit in shown])
    else:
        output.page(_lines(shown, len(places), held, zone))
    return int(exit_code and bool(places))


def _lines(hits: list["Hit"], of: int, held: list["Standing"], zone: tzinfo) -> Iterator[str]:
    """The ``hits`` of so many articles to be shown, of those that ever ``held`` it."""
    standing = sum(place.stands for place in held)
    if sys.stdout.isatty() and of > 1:
        now = f"{standing:,} of them hold it now" if of == len(held) else f"{of:,} of them hold it no more"
        counts = f"{len(held):,} articles held it, {now}; where that changed last stands first."
        yield from output.fitted([(counts, "summary")])
        yield ""
    for hit in hits:
        yield from output.fitted([(visible(hit.headline or hit.url), "headline")])
        for spell in hit.spells:
            since = f"since {when(spell.since, zone)} ({spell.born[:10]})"
            until = f"; gone {when(spell.until, zone)} ({(spell.gone or '')[:10]})" if spell.until else "; stands now"
            yield from output.fitted([(since + until, "equal")], "    ")
        yield from output.fitted([(visible(hit.text), "meta")], "    ", "    ")
        yield from output.fitted([(visible(hit.url), output.link(hit.url))], "    ")
    if of > len(hits):
        yield f"{of - len(hits):,} more articles: -n {of} shows them all."
    if not of and held:
        every = (
            "the one article that held it holds" if len(held) == 1 else f"all {len(held):,} articles that held it hold"
        )
        yield f"It went nowhere: {every} it now. Hint: without --gone newsdiff find shows since when."
    elif not of:
        yield "No text that was recorded holds that. Hint: --regex finds parts of words, and words apart."
    else:
        yield from output.more(
            "newsdiff diff ID", "the edit with that id", "newsdiff blame ID", "who brought each word"
        )


def _tree(hit: "Hit") -> dict[str, object]:
    return {
        "path": hit.path,
        "url": hit.url,
        "headline": hit.headline,
        "stands": hit.stands,
        "text": hit.text,
        "spells": [
            {
                "since": spell.since.isoformat(),
                "born": spell.born,
                "until": spell.until.isoformat() if spell.until else None,
                "gone": spell.gone,
            }
            for spell in hit.spells
        ],
    }
