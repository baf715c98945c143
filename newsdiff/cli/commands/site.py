"""``newsdiff site``: the store as pages that any web server, or none, can show."""

import os
from pathlib import Path

import click

from newsdiff.cli import context, output
from newsdiff.errors import UsageError

TITLE = "Edits to the news"
MAX_TITLE_CHARACTERS = 120


@click.command()
@click.argument("out", metavar="OUT")
@click.option("--title", metavar="TEXT", help=f"What the site is called [default: as it was, else {TITLE}].")
@click.option("--url", metavar="URL", help="Where it will stand [default: as it was]: feeds name their pages in full.")
@click.option("--captures", is_flag=True, help="Publish the raw pages that were kept, too.")
@click.option("--no-tags", is_flag=True, help="Leave out the tags that you gave.")
@click.option("--fresh", is_flag=True, help="Make every page anew.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Make it in N processes [default: all processors]."
)
@click.option("--tz", metavar="ZONE", help="Show times in this zone [default: yours].")
def site(
    out: str,
    title: str | None,
    url: str | None,
    captures: bool,
    no_tags: bool,
    fresh: bool,
    jobs: int | None,
    tz: str | None,
) -> int:
    """Write the store as a site into the folder OUT: edits, articles, outlets, charts, feeds.

    Only what changed is written again, so that it may run after each watch; title and URL are remembered. What it
    shows is public then: articles' addresses, texts, and the tags that you gave.

    \b
    newsdiff site public && rsync -a --delete public/ wall:/srv/www/
    """
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.site import manifest
    from newsdiff.site.build import build
    from newsdiff.site.edition import SiteEdition
    from newsdiff.site.site import StoreSite

    folder = Path(out)
    known = manifest.named(folder)
    called, stands = (known.title or TITLE) if title is None else title, known.url if url is None else url
    edition = SiteEdition(named(called), context.users_zone(tz), _base(stands), captures=captures)
    store = context.open_store()
    if folder.resolve().is_relative_to(store.path.resolve()):
        raise UsageError(f"{out} lies within the store", "name a folder outside of it")
    tags = {} if no_tags else context.tags(store)
    with Catalogue(store) as catalogue:
        pages = StoreSite(catalogue, edition, lambda address: context.flag_settings(store, address), tags)
        made = build(pages, folder, fresh=fresh, jobs=jobs or os.cpu_count() or 1)
    output.tell(f"{made.pages:,} files in {out}: {made.written:,} written, {made.removed:,} removed.")
    for path in made.failed:
        output.note(f"the pages of {path} could not be made: they stay as they were.")
    return 3 if made.failed else 0


def named(title: str) -> str:
    """A title on one line; UsageError for one that is none."""
    from newsdiff.text.scrub import squeeze

    found = squeeze(title)
    if not 0 < len(found) <= MAX_TITLE_CHARACTERS:
        raise UsageError("a title has 1 to 120 characters", "newsdiff site public --title 'Our watch'")
    return found


def _base(url: str) -> str:
    """Where the site will stand, with a slash behind it; empty where that is not told."""
    if url and not context.is_url(url):
        raise UsageError(f"{url[:80]!r} is no web address", "write it as https://wall.example/edits/")
    return url if not url or url.endswith("/") else f"{url}/"
