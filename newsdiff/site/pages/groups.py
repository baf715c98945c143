"""What edits are shown by: an outlet, or a tag; each has a page with charts, one a month, lists of articles, a feed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial

from newsdiff.catalogue.statistics import By, Count, first_edit
from newsdiff.named_tuple import NamedTuple
from newsdiff.site import addresses
from newsdiff.site.contents import MONTH, Contents, ListedArticle, ListedRevision, gravest
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.pages import feeds
from newsdiff.site.pages.edit_cards import cards
from newsdiff.site.pages.group_charts import group_charts
from newsdiff.text.scrub import visible

_GRAVEST, _NEWEST = 10, 30
_LISTED = 250  # articles on a page
Counts = Mapping[By, Mapping[str, Count]]


class Group(NamedTuple):
    """The articles and edits (newest first) of an outlet or a tag."""

    kind: str  # "Outlet" or "Tag"
    name: str
    articles: list[ListedArticle]
    edits: list[ListedRevision]

    def address(self, page: str = "index.html") -> str:
        """The path of one of its pages."""
        return (addresses.outlet if self.kind == "Outlet" else addresses.tag)(self.name, page)


class GroupFigures(NamedTuple):
    """What is counted of a group at a glance."""

    articles: int
    edited: int
    edits: int
    flagged: int
    undisclosed: int
    first_edit: str

    @property
    def undisclosed_share(self) -> str:
        """Such as ``93 %``; of nothing, a dash."""
        return f"{100 * self.undisclosed / self.edits:.0f} %" if self.edits else "-"


class GroupPages:
    """Makes the pages of a group; ``counts`` is asked only when its front page is made."""

    def __init__(self, contents: Contents, edition: SiteEdition, group: Group, counts: Callable[[], Counts]) -> None:
        self._contents = contents
        self._edition = edition
        self._group = group
        self._counts = counts
        self._months = _by_month(edition, group.edits)
        listed = list(group.articles)
        self._lists = [listed[at : at + _LISTED] for at in range(0, len(listed), _LISTED)]

    def pages(self) -> Iterator[SitePage]:
        """Each page with its key."""
        group, edition = self._group, self._edition
        headlines = {a.path: a.headline for a in group.articles}
        yield SitePage(group.address(), edition.key(self.stamp()), self._front)
        for month, edits in self._months.items():
            told = (part for r in edits for part in (r.commit, headlines[r.path]))
            yield SitePage(group.address(f"{month}.html"), edition.key(group.name, *told), partial(self._month, month))
        for number, articles in enumerate(self._lists, 1):
            key = edition.key(group.name, len(self._lists), *articles)
            yield SitePage(group.address(f"articles-{number}.html"), key, partial(self._articles, number))
        title = f"{edition.title}: {visible(group.name)}"
        yield feeds.feed(self._contents, edition, group.address("feed.xml"), title, group.address(), group.edits)

    def stamp(self) -> str:
        """A digest of all that its pages are made from."""
        told = (part for a in self._group.articles for part in (a.path, a.commits[-1]))
        return self._edition.key(self._group.kind, self._group.name, *told)

    def _front(self) -> bytes:
        group, counts = self._group, self._counts()
        newest = max((a.last_seen for a in group.articles), default=0)
        month = [r for r in group.edits if r.seen > newest - MONTH.total_seconds()]
        return self._put(
            "group.html",
            "index.html",
            figures=group_figures(group, counts),
            charts_of=group_charts(counts, group.edits),
            gravest=cards(self._contents, self._edition, gravest(month, _GRAVEST)),
            newest=cards(self._contents, self._edition, group.edits[:_NEWEST]),
            months=[(name, _month_name(name), len(edits)) for name, edits in self._months.items()],
            lists=len(self._lists),
            until=self._edition.day(newest),
        )

    def _month(self, month: str) -> bytes:
        names = list(self._months)  # newest first
        at = names.index(month)
        return self._put(
            "month.html",
            f"{month}.html",
            name=_month_name(month),
            edits=cards(self._contents, self._edition, self._months[month]),
            earlier=names[at + 1] if at + 1 < len(names) else "",
            later=names[at - 1] if at else "",
            month_name=_month_name,
        )

    def _articles(self, number: int) -> bytes:
        return self._put(
            "articles.html",
            f"articles-{number}.html",
            number=number,
            of=len(self._lists),
            shown=self._lists[number - 1],
        )

    def _put(self, template: str, page: str, **values: object) -> bytes:
        group = self._group
        return self._edition.page(template, group.address(page), group=group, visible=visible, **values)


def group_figures(group: Group, counts: Counts) -> GroupFigures:
    """What is counted of a group."""
    seconds = first_edit(counts[By.OUTLET].values())
    return GroupFigures(
        len(group.articles),
        len({r.path for r in group.edits}),
        len(group.edits),
        sum(r.flagged for r in group.edits),
        sum(r.undisclosed for r in group.edits),
        "-" if seconds is None else span(seconds),
    )


def span(seconds: float) -> str:
    """A time as a rough number: ``40 min``, ``5 h``, ``3 days``."""
    minutes = round(seconds / 60)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes / 60:.0f} h" if minutes < 48 * 60 else f"{minutes / 1440:.0f} days"


def _by_month(edition: SiteEdition, edits: Sequence[ListedRevision]) -> dict[str, list[ListedRevision]]:
    """The edits of each month, the newest month first."""
    found: dict[str, list[ListedRevision]] = {}
    for edit in edits:
        month = f"{datetime.fromtimestamp(edit.seen, UTC).astimezone(edition.zone):%Y-%m}"
        found.setdefault(month, []).append(edit)
    return found


def _month_name(month: str) -> str:
    return f"{date(int(month[:4]), int(month[5:]), 1):%B %Y}"
