"""Atom feeds of edits: of all, of an outlet, of a tag, of those that came without a note."""

import uuid
from collections.abc import Sequence

from newsdiff.named_tuple import NamedTuple
from newsdiff.site import addresses
from newsdiff.site.contents import Contents, ListedRevision
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.pages.edit_cards import EditCard, cards, iso

_ENTRIES = 50
ALL, UNDISCLOSED = "feed.xml", "undisclosed.xml"


class FeedEntry(NamedTuple):
    """One edit of a feed; ``id`` is the same wherever the site stands."""

    id: str
    card: EditCard
    link: str
    live: str  # the article's own address; empty where it is none of the web


def feed(
    contents: Contents, edition: SiteEdition, path: str, title: str, page: str, edits: Sequence[ListedRevision]
) -> SitePage:
    """A feed of the newest of these edits, which come newest first; ``page`` is the one that it belongs to."""
    shown = edits[:_ENTRIES]
    names = (contents.articles[r.path].headline for r in shown)
    key = edition.key(title, page, *(r.commit for r in shown), *names)

    def render() -> bytes:
        listed = [
            _entry(contents, edition, path, r, c) for r, c in zip(shown, cards(contents, edition, shown), strict=True)
        ]
        return edition.page(
            "feed.xml",
            path,
            title=title,
            id=_id(f"{path} of {_first(contents)}"),
            updated=iso(shown[0].seen if shown else 0),
            own=f"{edition.url}{path}" if edition.url else path.rpartition("/")[2],
            page=_link(edition, path, page),
            entries=listed,
        )

    return SitePage(path, key, render)


def _entry(contents: Contents, edition: SiteEdition, path: str, edit: ListedRevision, card: EditCard) -> FeedEntry:
    url = contents.articles[edit.path].url
    live = url if url.startswith(("http://", "https://")) else ""
    return FeedEntry(_id(edit.commit), card, _link(edition, path, card.page), live)


def _link(edition: SiteEdition, path: str, page: str) -> str:
    """The address of a page: whole where it is known where the site stands, else from the feed's own."""
    return f"{edition.url}{page}" if edition.url else addresses.root(path) + page


def _first(contents: Contents) -> str:
    """What names a store for good: its first commit."""
    return next((article.commits[0] for article in contents.articles.values()), "nothing")


def _id(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"newsdiff {name}").urn
