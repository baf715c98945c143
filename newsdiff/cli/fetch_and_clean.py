"""What the cleaner makes of a page, as lines: the blocks, and what it took out and why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsdiff.cli import context, progress
from newsdiff.model import Block, Cleaned, Page, PageToClean, Removed, Settings
from newsdiff.text.scrub import visible
from newsdiff.text.urls import host


def fetch_page(url: str, settings: Settings, allow_private: bool) -> Page:
    """Fetch one page as the configuration says, with its site's headers."""
    from newsdiff.fetch import Fetcher
    from newsdiff.fetch.public_page import public_page

    site = settings.site(host(url))
    fetching = context.with_private(settings, allow_private).fetch
    with Fetcher(fetching, clock=context.now) as fetcher, progress.waiting(url):
        page = fetcher.get(url, headers=site.headers)
    if not site.browser:
        return public_page(page)
    from newsdiff.fetch import Robots
    from newsdiff.fetch.browser import rendered

    with Fetcher(replace(fetching, delay=0.0), clock=context.now) as fetcher:
        return public_page(rendered(page, fetcher, Robots(fetcher), site.headers))


def clean_page(page: Page, settings: Settings) -> Cleaned:
    """Clean a fetched page in the killable child, with its site's rules."""
    from newsdiff.clean.sandbox import Cleaner

    with Cleaner() as cleaner:
        return cleaner.clean(
            PageToClean(page.body, page.final_url, page.content_type, settings.site(host(page.final_url)))
        )


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Each block behind its kind."""
    yield from (f"{block.kind:<10}  {visible(block.text)}" for block in blocks)


def removed_lines(page: Page, settings: Settings) -> Iterator[str]:
    """What today's cleaner takes out of a kept page."""
    return reasons(clean_page(page, settings).removed)


def reasons(removed: Iterable[Removed]) -> Iterator[str]:
    """Each removed text behind the reason for it."""
    yield from (f"removed ({visible(r.reason)})  {visible(r.text)}" for r in removed)
