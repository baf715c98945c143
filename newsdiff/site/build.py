"""Writes a site into a folder: what follows from changed inputs, and nothing else."""

from pathlib import Path
from typing import NamedTuple

from newsdiff.site.manifest import Manifest, manifest
from newsdiff.site.site import SiteUnit, StoreSite, batches


class SiteBuild(NamedTuple):
    """What a build did: pages of the site, files written anew, files removed."""

    pages: int
    written: int
    removed: int


def build(site: StoreSite, folder: Path, *, fresh: bool = False) -> SiteBuild:
    """Bring a folder up to the store; ``fresh`` makes every page anew."""
    with manifest(folder, fresh=fresh) as held:
        changed = [unit for unit in site.units() if not held.same(unit.name, unit.key)]
        written = sum(_made(held, unit) for unit in changed if unit.article is None)
        for portion in batches(unit for unit in changed if unit.article is not None):
            site.read([unit.article for unit in portion if unit.article is not None])
            written += sum(_made(held, unit) for unit in portion)
        removed = held.close()
        return SiteBuild(held.pages, written, removed)


def _made(held: Manifest, unit: SiteUnit) -> int:
    """Make the pages of a unit that are not as they were; how many files that changed."""
    pages: dict[str, str] = {}
    written = 0
    for page in unit.pages():
        pages[page.path] = page.key
        if not held.page_is_same(unit.name, page.path, page.key):
            written += held.write(page.path, page.render())
    held.made(unit.name, unit.key, pages)
    return written
