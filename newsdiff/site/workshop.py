"""Makes articles' pages and writes them; a function that a child process can be asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from newsdiff.model import FlagSettings
from newsdiff.named_tuple import NamedTuple
from newsdiff.site.contents import ListedArticle
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.manifest import is_there, write
from newsdiff.site.shelf import Shelf
from newsdiff.store import Store


class ArticleTask(NamedTuple):
    """An article whose pages are to be made; ``known`` has the keys of those that were made before."""

    article: ListedArticle
    settings: FlagSettings
    key: str
    known: Mapping[str, str]


class MadeArticle(NamedTuple):
    """The pages of an article with their keys, and how many files were written."""

    path: str
    key: str
    pages: dict[str, str]
    written: int


def make_articles(store: Path, edition: SiteEdition, folder: Path, tasks: Sequence[ArticleTask]) -> list[MadeArticle]:
    """Make the pages of these articles that are not as they were."""
    shelf = Shelf(Store(store), edition)
    shelf.read([task.article for task in tasks])
    return [_make_article(shelf, folder, task) for task in tasks]


def _make_article(shelf: Shelf, folder: Path, task: ArticleTask) -> MadeArticle:
    pages: dict[str, str] = {}
    written = 0
    for page in shelf.pages(task.article, task.settings).pages():
        pages[page.path] = page.key
        written += put(folder, page, task.known)
    return MadeArticle(task.article.path, task.key, pages, written)


def put(folder: Path, page: SitePage, known: Mapping[str, str]) -> bool:
    """Write a page that is not as it was, or not there; whether its file changed."""
    if known.get(page.path) == page.key and is_there(folder, page.path):
        return False
    return write(folder, page.path, page.render())
