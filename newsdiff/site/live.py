"""The pages of a site as the store has them at the moment in which they are asked for."""

from collections.abc import Callable, Mapping

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.ranking import Rules
from newsdiff.catalogue.search import Hit, Standing, Wording, find, hits, phrase
from newsdiff.errors import UsageError
from newsdiff.named_tuple import NamedTuple
from newsdiff.site import addresses
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.site import StoreSite
from newsdiff.store import Store
from newsdiff.store.judgements.judgements import Judgements
from newsdiff.text.scrub import visible

_SHOWN = 50  # articles that a search shows
_SHOWN_WORDINGS = 6  # of one article
_TEXT_CHARACTERS = 400


class FoundWording(NamedTuple):
    """A paragraph in which words stand or stood, and when it stood so."""

    times: str
    text: str
    replaced: str


class FoundArticle(NamedTuple):
    """An article in which words stand or stood, as a page shows it; ``earlier`` wordings are not shown."""

    page: str
    headline: str
    wordings: tuple[FoundWording, ...]
    earlier: int


class LiveSite:
    """A site that follows its store; used by one thread."""

    def __init__(
        self, store: Store, edition: SiteEdition, rules: Rules, tags: Callable[[], Mapping[str, tuple[str, ...]]]
    ) -> None:
        self._store = store
        self._edition = edition._replace(live=True)
        self._rules = rules
        self._tags = tags
        self._tip: tuple[str, str] | None = None
        self._catalogue: Catalogue | None = None
        self._site: StoreSite | None = None
        self._pages: dict[str, SitePage] = {}

    def close(self) -> None:
        """Close the catalogue."""
        if self._catalogue is not None:
            self._catalogue.close()

    def page(self, path: str, query: Mapping[str, str]) -> bytes | None:
        """The page at a path below the root; None where there is none."""
        site = self._followed()
        if path == addresses.SEARCH:
            return self._search(site, query.get("q", ""))
        if sha256 := addresses.captured(path):
            return site.shelf.captures.read(sha256)
        stored = addresses.article_of(path)
        if not stored:
            found = self._pages.get(path)
            return found.render() if found else None
        article = site.contents.articles.get(stored)
        if article is None:
            return None
        if path == addresses.article(stored, "texts.html") and {"old", "new"} <= query.keys():
            numbers = [_number(query[name], len(article.commits)) for name in ("old", "new")]
            return site.article_pages(article).pair(numbers[0], numbers[1]) if all(numbers) else None
        pages = site.article_unit(article).pages()
        return next((page.render() for page in pages if page.path == path), None)

    def nothing(self) -> bytes:
        """The page that says that there is none."""
        return self._edition.page("nothing.html", addresses.FRONT, root="/")

    def _followed(self) -> StoreSite:
        """The site as the store is now."""
        tip = self._store.tip, Judgements(self._store).tip
        if self._site is not None and tip == self._tip:
            return self._site
        self.close()
        self._catalogue = Catalogue(self._store)
        self._site = StoreSite(self._catalogue, self._edition, self._rules, self._tags())
        units = (unit for unit in self._site.units() if unit.article is None)
        self._pages = {page.path: page for unit in units for page in unit.pages()}
        self._tip = tip
        return self._site

    def _search(self, site: StoreSite, query: str) -> bytes:
        query = query.strip()
        standing: list[Standing] | None = None
        found: list[FoundArticle] = []
        if query and self._catalogue is not None:
            try:
                standing = find(self._catalogue, phrase(query)(self._catalogue))
                found = [self._found_article(hit) for hit in hits(self._catalogue, standing[:_SHOWN])]
            except UsageError:  # no word in it
                standing = []
        return self._edition.page(
            "search.html",
            addresses.SEARCH,
            outlets=site.outlets,
            query=visible(query),
            hits=None if standing is None else found,
            of=len(standing or ()),
        )

    def _found_article(self, hit: Hit) -> FoundArticle:
        shown = tuple(map(self._found_wording, hit.wordings[:_SHOWN_WORDINGS]))
        earlier = len(hit.wordings) - len(shown)
        return FoundArticle(addresses.article(hit.path), visible(hit.headline or hit.url), shown, earlier)

    def _found_wording(self, wording: Wording) -> FoundWording:
        spell = wording.spell
        until = f"; gone {self._edition.time(spell.until.timestamp())}" if spell.until else "; stands now"
        since = f"since {self._edition.time(spell.since.timestamp())}"
        return FoundWording(since + until, _cut(visible(wording.text)), _cut(visible(wording.replaced)))


def _cut(text: str) -> str:
    return text if len(text) <= _TEXT_CHARACTERS else f"{text[:_TEXT_CHARACTERS]}…"


def _number(text: str, most: int) -> int:
    """The number of a revision; 0 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= most else 0
