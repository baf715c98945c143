"""``newsdiff find``: when words first stood in any article, when they went, and where they stand now."""

import sys
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from itertools import chain
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.catalogue.search import Hit, Spell, Standing, Wording

_SHOWN = 20  # articles, where nobody asks for more
_SHOWN_WORDINGS = 6  # of one article, where nobody asks for that article


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--regex", is_flag=True, help="WORDS is a regular expression, matched within paragraphs.")
@click.option("--article", metavar="ARTICLE", shell_complete=completion.articles, help="Only in this article.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
@click.option("--gone", is_flag=True, help="Only wordings that stand no more.")
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

    Whole words in this order, whatever their case. Articles in which that changed last come first. Each paragraph is
    quoted as it stood in the revision that is named.
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
        places = [place for place in held if place.lost or not gone]
        shown = hits(catalogue, places[:max_count])
    if output.default_format(form) == "json":
        output.as_json([_tree(hit, gone) for hit in shown])
    else:
        most = None if article else _SHOWN_WORDINGS
        output.page(chain(_count(len(places), held), _lines(shown, gone, most, zone), _foot(shown, len(places), held)))
    return int(exit_code and bool(places))


def _count(of: int, held: Sequence["Standing"]) -> Iterator[str]:
    """How many articles held it, and how many are shown, where there are several."""
    if sys.stdout.isatty() and of > 1:
        standing = sum(place.stands for place in held)
        now = f"{standing:,} of them hold it now" if of == len(held) else f"{of:,} of them in words that stand no more"
        counts = f"{len(held):,} articles held it, {now}; where that changed last stands first."
        yield from output.fitted([(counts, "summary")])
        yield ""


def _lines(hits: Sequence["Hit"], gone: bool, most: int | None, zone: tzinfo) -> Iterator[str]:
    """Each article with its wordings, newest first, at most so many of one."""
    for hit in hits:
        yield from output.fitted([(visible(hit.headline or hit.url), "headline")])
        wordings = _asked(hit, gone)
        above: Wording | None = None
        for wording in wordings[:most]:
            yield from _wording_lines(wording, above, zone)
            above = wording
        if more := len(wordings[most:] if most else ()):
            earlier = f"{more:,} earlier wording{'s' * (more > 1)}: --article {visible(hit.path)} shows all"
            yield from output.fitted([(earlier, "equal")], "    ", "      ")
        yield from output.fitted([(visible(hit.url), output.link(hit.url))], "    ")


def _asked(hit: "Hit", gone: bool) -> list["Wording"]:
    """The wordings of an article, or those whose words stand no more."""
    return [wording for wording in hit.wordings if wording.lost or not gone]


def _wording_lines(wording: "Wording", above: "Wording | None", zone: tzinfo) -> Iterator[str]:
    """When a paragraph stood, the paragraph, and what took its place unless it was shown just before."""
    follows = above is not None and wording.replaced == above.text and wording.spell.gone == above.spell.born
    if above is None or wording.spell != above.spell:
        yield from output.fitted([(_times(wording.spell, follows, zone), "equal")], "    ", "      ")
    yield from output.fitted([(visible(wording.text), "meta")], "      ", "      ")
    if wording.replaced and not follows:
        place = [("replaced by: ", "equal"), (visible(wording.replaced), "meta")]
        yield from output.fitted(place, "      ", "      ")


def _times(spell: "Spell", follows: bool, zone: tzinfo) -> str:
    since = f"since {when(spell.since, zone)} ({spell.born[:10]})"
    if spell.until is None:
        return f"{since}; stands now"
    until = f"{when(spell.until, zone)} ({(spell.gone or '')[:10]})"
    return f"{since}; until {until}, replaced by the wording above" if follows else f"{since}; gone {until}"


def _foot(hits: Sequence["Hit"], of: int, held: Sequence["Standing"]) -> Iterator[str]:
    """What is not shown, or why nothing is."""
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
            "newsdiff diff ID", "the edit with that id", "newsdiff blame ID", "which revision brought each word"
        )


def _tree(hit: "Hit", gone: bool) -> dict[str, object]:
    """An article; ``spells`` when the words stood, whatever stood around them; ``wordings`` what stood when."""
    wordings = _asked(hit, gone)
    return {
        "path": hit.path,
        "url": hit.url,
        "headline": hit.headline,
        "stands": hit.stands,
        "text": wordings[0].text,
        "spells": [_spell_tree(spell) for spell in hit.spells],
        "wordings": [
            {
                "text": one.text,
                "words": list(one.words),
                **_spell_tree(one.spell),
                "replaced_by": one.replaced or None,
                "lost": one.lost,
            }
            for one in wordings
        ],
    }


def _spell_tree(spell: "Spell") -> dict[str, object]:
    return {
        "since": spell.since.isoformat(),
        "born": spell.born,
        "until": spell.until.isoformat() if spell.until else None,
        "gone": spell.gone,
    }
