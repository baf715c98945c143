"""The pages of an archive read by an engine: cleaned with what is known of their sites, and compared."""

from collections.abc import Callable, Iterator

from newsdiff.engines import units
from newsdiff.engines.engine import UnitEngine
from newsdiff.errors import CleanError
from newsdiff.model import Article, Cleaned, Page, PageToClean, Report, Settings
from newsdiff.store.backfill.backfill import CleanedPage, SuccessiveTexts
from newsdiff.text.urls import host
from newsdiff.watch.memory.mask import Mask, masked
from newsdiff.watch.state.index import State


class ArchiveReader:
    """A ``store.backfill.backfill.Reader``; ``read`` counts the articles read, ``tell`` hears what has no flags.

    A page that was saved as a file (``is_web`` says no of its address) goes by the address that it calls its own.
    """

    def __init__(
        self,
        engine: UnitEngine,
        settings: Settings,
        state: State,
        *,
        is_web: Callable[[str], bool],
        tell: Callable[[str], object],
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._state = state
        self._is_web = is_web
        self._tell = tell
        self.read = 0

    def clean(self, pages: Iterator[Page]) -> Iterator[CleanedPage]:
        """Each page with its article, or with why it has none."""
        asked = ((page, self._question(page)) for page in pages)
        for page, answer in units.answered(
            self._engine, units.clean_pages, asked, most=units.UNIT_PAGES, size=units.page_bytes
        ):
            if isinstance(answer, units.Unclean):
                yield page, CleanError(*answer)
            else:
                yield page, self._article(page, answer)

    def compare(self, pairs: Iterator[SuccessiveTexts]) -> Iterator[Report | None]:
        """The report of each pair; None where it has none, of which is told."""
        asked = ((pair.new.url, self._pair(pair)) for pair in pairs)
        for url, answer in units.answered(
            self._engine, units.compare_pairs, asked, most=units.UNIT_PAIRS, size=units.pair_bytes
        ):
            if isinstance(answer, str):
                self._tell(f"an edit of {url} is {answer}")
            yield None if isinstance(answer, str) else answer

    def _question(self, page: Page) -> PageToClean:
        return page.to_clean(self._settings.site(host(page.url)))

    def _pair(self, pair: SuccessiveTexts) -> units.TextPair:
        flags = self._settings.flags_of(host(pair.new.url))
        return units.TextPair(pair.old, pair.new, flags, pair.old_seen, pair.new_seen)

    def _article(self, page: Page, whole: Cleaned) -> Article:
        cleaned = masked(whole, Mask(self._state.site(host(page.url)).module_places))
        self.read += 1
        if cleaned.canonical and not self._is_web(page.url):
            return cleaned.article._replace(url=cleaned.canonical)
        return cleaned.article
