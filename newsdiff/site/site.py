"""All pages of a store as a site, in units: what changes together is looked at together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.ranking import Rules
from newsdiff.catalogue.statistics import By, statistics_within
from newsdiff.named_tuple import NamedTuple
from newsdiff.site.contents import Contents, ListedArticle
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.pages.article import ArticlePages
from newsdiff.site.pages.front import FrontPages
from newsdiff.site.pages.group_charts import BY
from newsdiff.site.pages.groups import Counts, Group, GroupFigures, GroupPages, group_figures
from newsdiff.site.shelf import Shelf


class SiteUnit(NamedTuple):
    """Pages that change together: while its key is the same, none of them is anew."""

    name: str
    key: str
    pages: Callable[[], Iterable[SitePage]]
    article: ListedArticle | None = None


class StoreSite:
    """A store's pages: those of the whole, of each outlet and tag, of each article."""

    def __init__(
        self, catalogue: Catalogue, edition: SiteEdition, rules: Rules, tags: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.edition = edition = edition._replace(judgements=catalogue.judgements)
        self.contents = Contents(catalogue, tags)
        self.contents.weigh(rules)
        self.shelf = Shelf(catalogue.store, edition)
        self.rules = rules
        self._catalogue = catalogue
        self._tags = tags
        self._rules_of: dict[str, str] = {}

    def units(self) -> Iterator[SiteUnit]:
        """The units of the whole store and its groups, then those of the articles."""
        front = FrontPages(self.contents, self.edition, self.outlets, self.tags, self._figures)
        yield SiteUnit("front", "", front.pages)
        for group in (*self.outlets, *self.tags):
            pages = GroupPages(self.contents, self.edition, group, partial(self._counts, group))
            yield SiteUnit(group.address(), pages.stamp(), pages.pages)
        for article in self.contents.articles.values():
            yield self.article_unit(article)

    def article_unit(self, article: ListedArticle) -> SiteUnit:
        """The pages of one article."""
        rules = self._said(article)
        key = self.edition.key(rules, article.path, *article.commits, article.headline, article.tags)
        return SiteUnit(article.path, key, lambda: self.article_pages(article).pages(), article)

    def article_pages(self, article: ListedArticle) -> ArticlePages:
        """What makes the pages of one article."""
        return self.shelf.pages(article, self.rules(article.url))

    @property
    def store(self) -> Path:
        """Where the store is."""
        return self._catalogue.store.path

    @cached_property
    def outlets(self) -> list[Group]:
        """The outlets by name."""
        return self._groups("Outlet", lambda article: (article.host,))

    @cached_property
    def tags(self) -> list[Group]:
        """The tags by name."""
        return self._groups("Tag", lambda article: article.tags)

    def _groups(self, kind: str, names: Callable[[ListedArticle], tuple[str, ...]]) -> list[Group]:
        found: dict[str, Group] = {}
        for article in self.contents.articles.values():
            for name in names(article):
                found.setdefault(name, Group(kind, name, [], [])).articles.append(article)
        for edit in self.contents.edits:
            for name in names(self.contents.articles[edit.path]):
                found[name].edits.append(edit)
        return [found[name] for name in sorted(found)]

    def _figures(self, group: Group) -> GroupFigures:
        return group_figures(group, self._counts(group))

    def _counts(self, group: Group) -> Counts:
        return (self._by_outlet if group.kind == "Outlet" else self._by_tag)[group.name]

    @cached_property
    def _by_outlet(self) -> Mapping[str, Counts]:
        return statistics_within(self._catalogue, By.OUTLET, BY, zone=self.edition.zone)

    @cached_property
    def _by_tag(self) -> Mapping[str, Counts]:
        return statistics_within(self._catalogue, By.TAG, BY, zone=self.edition.zone, tags=self._tags)

    def _said(self, article: ListedArticle) -> str:
        """The flag settings of an article's outlet, as text."""
        if article.host not in self._rules_of:
            self._rules_of[article.host] = repr(self.rules(article.url))
        return self._rules_of[article.host]
