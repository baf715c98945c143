"""The articles of a store, some of them with their texts at hand, and what makes the pages of each."""

from collections.abc import Sequence

from newsdiff.model import FlagSettings, Revision
from newsdiff.site.captures import Captures
from newsdiff.site.contents import ListedArticle
from newsdiff.site.edition import SiteEdition
from newsdiff.site.pages.article import ArticlePages
from newsdiff.site.pages.history import History
from newsdiff.store import Store

_BATCH = 400  # revisions that are read at once


class Shelf:
    """Reads articles' histories, many at once where they are told beforehand."""

    def __init__(self, store: Store, edition: SiteEdition) -> None:
        self.captures = Captures(store)
        self._store = store
        self._edition = edition
        self._histories: dict[str, list[Revision]] = {}

    def read(self, articles: Sequence[ListedArticle]) -> None:
        """Hold the texts of these articles, and of no others."""
        commits = [commit for article in articles for commit in article.commits]
        self._histories = {article.path: [] for article in articles}
        for at in range(0, len(commits), _BATCH):
            for revision in self._store.read_all(self._store.recorded(commits[at : at + _BATCH])):
                self._histories[revision.path].append(revision)

    def pages(self, article: ListedArticle, settings: FlagSettings) -> ArticlePages:
        """What makes the pages of an article, its edits judged by these settings."""
        found: list[History] = []

        def history() -> History:
            if not found:
                if article.path not in self._histories:
                    self.read([article])
                found.append(History(self._histories[article.path], settings, self._edition))
            return found[0]

        return ArticlePages(self._edition, article, history, self.captures, repr(settings))
