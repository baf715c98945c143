"""``newsdiff sites``: what is known of each host's pages, and a word to correct it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, output
from newsdiff.errors import UsageError
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.watch.memory.site_memory import SiteMemory, Slot
    from newsdiff.watch.report.sites import SiteOverview

_SHOWN_ARTICLES = 20
_FATES = {"keep": "never a module: you said so", "drop": "a module: you said so"}


@click.command()
@click.argument("host", required=False)
@click.option("--keep", metavar="SLOT", help="This slot is never a module: it belongs to the story.")
@click.option("--drop", metavar="SLOT", help="This slot is a module: leave it out of every text of the host.")
@click.option("--forget", is_flag=True, help="Forget what is known of the host, and learn it anew.")
def sites(host: str | None, keep: str | None, drop: str | None, forget: bool) -> None:
    """What is known of the pages of each host, or of HOST: where its stories stand, and what changes by itself.

    A correction is kept in the log; newsdiff reclean --all then reads the texts anew.
    """
    from newsdiff.watch.report.sites import decide, site
    from newsdiff.watch.report.sites import sites as all_sites

    store, now = context.open_store(), context.now()
    asked = [(name, slot) for name, slot in (("keep", keep), ("drop", drop)) if slot is not None]
    if len(asked) + forget > 1 or ((asked or forget) and not host):
        raise UsageError("say one of --keep, --drop and --forget, and of which host", "newsdiff sites lists the hosts")
    if host is None:
        found = all_sites(store, now=now)
        output.page([line for each in found for line in _short(each)] or ["Nothing is known of any host yet."])
        return
    if asked or forget:
        decision, slot = asked[0] if asked else ("forget", "")
        decide(store, host.lower(), decision, slot, now=now)
        output.tell("Noted. newsdiff reclean --all reads the texts anew.")
        return
    output.page([*_whole(site(store, host, now=now))])


def _short(each: "SiteOverview") -> Iterator[str]:
    memory = each.memory
    modules = sum(slot.is_module for slot in memory.slots)
    counts = ((memory.shapes.pages, "page"), (modules, "module"), (len(each.articles), "article"))
    yield visible(f"{memory.host}  {', '.join(_many(*count) for count in counts)} with more")


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _whole(each: "SiteOverview") -> Iterator[str]:
    memory = each.memory
    yield visible(f"{memory.host}  {_many(memory.shapes.pages, 'page')} seen at the first visit")
    for what, spots in (("stories", memory.shapes.stories), ("paragraphs", memory.shapes.texts)):
        for spot, count in list(spots.items())[:3]:
            yield visible(f"  {what} stand at {spot} ({count})")
    for slot in sorted(memory.slots, key=lambda slot: (not slot.is_module, slot.name)):
        yield from _slot(memory, slot)
    for url, own in each.articles[:_SHOWN_ARTICLES]:
        yield visible(f"  {url}: modules of its own at {', '.join(sorted({slot.place for slot in own}))}")
    if (more := len(each.articles) - _SHOWN_ARTICLES) > 0:
        yield f"  and {more:,} more articles with modules of their own"


def _slot(memory: "SiteMemory", slot: "Slot") -> Iterator[str]:
    fate = _FATES.get(slot.decided) or why(memory, slot.name)
    last = f", last {when(slot.last, context.zone(None))}" if slot.last else ""
    yield visible(f"  {'module' if slot.is_module else 'slot'} {slot.name}: {fate}{last}")
    yield from (visible(f"    {text}") for text in slot.texts)


def why(memory: "SiteMemory", name: str) -> str:
    """How sure it is that a slot is a module."""
    slot = memory.slot(name)
    articles = f"{len(slot.articles)} articles or more" if len(slot.articles) > 3 else f"{len(slot.articles)} articles"
    return f"its text changed by itself {slot.times} times, in {articles}" if slot.times else "nothing is known of it"
