"""What a URL is that somebody put on the list without a word: told from its first page, once."""

from newsdiff.errors import CleanError
from newsdiff.fetch.discover import discover
from newsdiff.fetch.kinds import Want, unwanted
from newsdiff.model import Page, PageKind


def list_kind(page: Page) -> PageKind | None:
    """Feed, sitemap or section, where that is sure; None for an article.

    CleanError for what is neither: a feed that cannot be read, an OPML list, or a type that only lists come in.
    """
    found = discover(page)
    if found.kind == "opml":
        count = len(found.feeds)
        raise CleanError(f"{page.url} is an OPML list of {count} feeds, not a page (newsdiff add URL watches them)")
    if found.kind != "article" and found.sure:
        return PageKind(found.kind)
    media_type = page.content_type.partition(";")[0].strip().lower()
    if unwanted(media_type, Want.PAGE):
        raise CleanError(f"{page.url} brought no page: it is {media_type[:80]}, not a page")
    return None
