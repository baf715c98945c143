"""``newsdiff blame``: which revision brought each word."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.model import Revision
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.catalogue.origins import Origins, Segment

_AGES = ("age.1", "age.2", "age.3", "age.4")  # of words that came later: from the oldest to the newest


@click.command()
@click.argument("article", shell_complete=completion.articles)
@click.option("--gone", is_flag=True, help="The words that went, and when, in place of those that stand.")
@options.tz
@options.form("terminal", "plain", "json")
def blame(article: str, gone: bool, tz: str | None, form: str | None) -> None:
    """Show which revision brought each word of ARTICLE as it stands now.

    Words of the first revision stand alone; later ones in brackets, behind the revision that brought them. What moved
    keeps its origin; [@5<@1 ...] was there at first, went, and came back with @5.
    """
    from newsdiff.catalogue.origins import origins

    store = context.open_store()
    zone = context.zone(tz)
    history = store.read_all(store.history(article)[::-1])
    found = origins([revision.article for revision in history if revision.article])
    if output.default_format(form) == "json":
        output.as_json(_tree(found, history))
    else:
        from newsdiff.cli.revision_lines import article_head

        name = history[-1].id[:10]
        other = (
            (f"newsdiff blame {name}", "the words that stand")
            if gone
            else (f"newsdiff blame {name} --gone", "those that went")
        )
        more = output.more(f"newsdiff diff {name} @1 @-1", "all that changed", *other)
        lines = (_gone_lines if gone else _lines)(found, history, zone)
        output.page([*article_head(history[-1], zone, history[::-1]), *lines, *more])


def _lines(found: "Origins", history: list[Revision], zone: tzinfo) -> Iterator[str]:
    for block in found.blocks:
        yield from output.fitted([span for part in block.segments for span in _spans(part, len(history))], rest="")
        yield ""
    parts = [part for block in found.blocks for part in block.segments]
    named = sorted({n for part in parts for n in (part.origin, part.back) if n is not None})
    for n in named:
        yield from output.fitted(_named(n, history, zone))


def _spans(part: "Segment", texts: int) -> Iterator[tuple[str, str]]:
    """A segment as labelled spans: white space at its ends is nobody's."""
    words = part.text.strip()
    start = part.text.index(words) if words else 0
    if not words or (part.origin == 0 and part.back is None):
        yield visible(part.text), "equal"
        return
    newest = part.origin if part.back is None else part.back
    age = _AGES[min(len(_AGES) - 1, newest * len(_AGES) // texts)]
    place = f"@{newest + 1}" if part.back is None else f"@{newest + 1}<@{part.origin + 1}"
    yield part.text[:start], "equal"
    yield f"[{place} ", "place"
    yield visible(words), age
    yield "]", "place"
    yield part.text[start + len(words) :], "equal"


def _named(n: int, history: list[Revision], zone: tzinfo) -> list[tuple[str, str]]:
    revision = history[n]
    line = f"  {when(revision.seen_at, zone)}  {revision.kind}  {revision.id[:10]}"
    return [(f"@{n + 1}", "place"), (line, "equal"), (f"  {visible(revision.summary)}", "summary")]


def _gone_lines(found: "Origins", history: list[Revision], zone: tzinfo) -> Iterator[str]:
    """What went, the last first."""
    for went in reversed(found.gone):
        head = f"@{went.gone + 1}  {when(history[went.gone].seen_at, zone)}"
        yield from output.fitted(
            [
                (head, "place"),
                ("  ", "equal"),
                (visible(went.text), "delete"),
                (f"  (came with @{went.origin + 1})", "meta"),
            ]
        )
    if not found.gone:
        yield "No word went since the first revision."


def _tree(found: "Origins", history: list[Revision]) -> dict[str, object]:
    """As JSON: the blocks in segments, what went, and the revisions by their numbers."""
    return {
        "blocks": [
            {
                "kind": block.kind,
                "segments": [
                    {"text": s.text, "revision": s.origin + 1, "back": None if s.back is None else s.back + 1}
                    for s in block.segments
                ],
            }
            for block in found.blocks
        ],
        "gone": [{"text": g.text, "revision": g.origin + 1, "gone": g.gone + 1} for g in found.gone],
        "revisions": [
            {"number": n, "id": r.id, "kind": r.kind, "seen_at": r.seen_at.isoformat()}
            for n, r in enumerate(history, 1)
        ],
    }
