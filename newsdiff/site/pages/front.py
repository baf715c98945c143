"""The pages of the whole store: the front, corrections, search, the feeds of all edits."""

import json
from collections.abc import Callable, Iterator, Sequence

from newsdiff.site import addresses
from newsdiff.site.contents import MONTH, WEEK, Contents, gravest
from newsdiff.site.edition import SiteEdition, SitePage, sheets
from newsdiff.site.pages import feeds
from newsdiff.site.pages.edit_cards import cards
from newsdiff.site.pages.groups import Group, GroupFigures
from newsdiff.text.scrub import visible

_WEEK, _MONTH = 10, 20  # edits on the front
_CORRECTIONS = 200
_WORDS_CHARACTERS = 300  # of an article's edits in the index of the search
INDEX = "search.json"
Figures = Callable[[Group], GroupFigures]


class FrontPages:
    """Makes the pages that belong to no article and no group."""

    def __init__(
        self,
        contents: Contents,
        edition: SiteEdition,
        outlets: Sequence[Group],
        tags: Sequence[Group],
        figures: Figures,
    ) -> None:
        self._contents = contents
        self._edition = edition
        self._outlets = outlets
        self._tags = tags
        self._figures = figures

    def pages(self) -> Iterator[SitePage]:
        """Each page with its key."""
        edition, contents = self._edition, self._contents
        tagged = [(group.name, len(group.edits)) for group in self._tags]
        every = edition.key(*(a.commits[-1] for a in contents.articles.values()), tagged)
        for name, body in sheets():
            yield SitePage(name, edition.key(name, body), lambda body=body: body)  # type: ignore[misc]
        yield SitePage(addresses.FRONT, every, self._front)
        yield SitePage(addresses.SEARCH, edition.key(*self._names()), self._search)
        yield SitePage(INDEX, every, self._index)
        corrections = [r for r in contents.edits if r.corrects][:_CORRECTIONS]
        told = (part for r in corrections for part in (r.commit, contents.articles[r.path].headline))
        yield SitePage(addresses.CORRECTIONS, edition.key("corrections", *told), self._corrections)
        yield feeds.feed(contents, edition, feeds.ALL, edition.title, addresses.FRONT, contents.edits)
        quiet = [r for r in contents.edits if r.undisclosed]
        title = f"{edition.title}: without a note"
        yield feeds.feed(contents, edition, feeds.UNDISCLOSED, title, addresses.FRONT, quiet)

    def _names(self) -> list[str]:
        return [group.name for group in (*self._outlets, *self._tags)]

    def _front(self) -> bytes:
        contents, edition = self._contents, self._edition
        week = gravest(contents.within(WEEK), _WEEK)
        shown = {r.id for r in week}
        month = gravest((r for r in contents.within(MONTH) if r.id not in shown), _MONTH)
        return edition.page(
            "front.html",
            addresses.FRONT,
            week=cards(contents, edition, week),
            month=cards(contents, edition, month),
            until=edition.day(contents.newest) if contents.articles else "",
            outlets=[(group, self._figures(group)) for group in self._outlets],
            tags=self._tags,
            articles=len(contents.articles),
            edits=len(contents.edits),
            undisclosed=sum(r.undisclosed for r in contents.edits),
            flagged=sum(r.flagged for r in contents.edits),
            visible=visible,
        )

    def _corrections(self) -> bytes:
        found = [r for r in self._contents.edits if r.corrects]
        shown = cards(self._contents, self._edition, found[:_CORRECTIONS])
        return self._edition.page(
            "corrections.html", addresses.CORRECTIONS, shown=shown, of=len(found), edits=len(self._contents.edits)
        )

    def _search(self) -> bytes:
        return self._edition.page("search.html", addresses.SEARCH, outlets=self._outlets, query="", hits=None, of=0)

    def _index(self) -> bytes:
        """What the search looks through: headline, page, outlet, day, revisions, tags, what was said of the edits."""
        said = self._contents.summaries()
        rows = [
            [
                visible(a.headline or a.url),
                addresses.article(a.path),
                a.host,
                self._edition.day(a.last_seen),
                len(a.commits),
                " ".join(a.tags),
                visible(" ".join(dict.fromkeys(said.get(a.path, ()))))[:_WORDS_CHARACTERS],
            ]
            for a in sorted(self._contents.articles.values(), key=lambda a: (-a.last_seen, a.path))
        ]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
