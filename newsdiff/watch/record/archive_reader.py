"""The pages of an archive read by an engine: cleaned with what is known of their sites, and compared."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newsdiff.engines import units
from newsdiff.engines.engine import UnitEngine, in_order
from newsdiff.errors import CleanError
from newsdiff.model import Article, Cleaned, Page, Report, Settings, SiteSettings, StoryTrail
from newsdiff.store.backfill import CleanedPage, SuccessiveTexts
from newsdiff.text.urls import host
from newsdiff.watch.memory.mask import Mask, masked
from newsdiff.watch.state.index import State


class CleanedElsewhere(NamedTuple):
    """A cleaner that was asked already."""

    answer: Cleaned | units.Unclean

    def page(
        self,
        body: bytes | str,  # noqa: ARG002 - what it was asked for
        url: str = "",  # noqa: ARG002
        content_type: str = "",  # noqa: ARG002
        site: SiteSettings | None = None,  # noqa: ARG002
        trail: StoryTrail | None = None,  # noqa: ARG002
    ) -> Cleaned:
        """The answer; CleanError where there is none."""
        if isinstance(self.answer, units.Unclean):
            raise CleanError(*self.answer)
        return self.answer


class ArchiveReader:
    """A ``store.backfill.Reader``; ``read`` counts the articles that were read, ``tell`` hears what has no flags.

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
        waiting: deque[Page] = deque()

        def asked() -> Iterator[units.PageToClean]:
            for page in pages:
                waiting.append(page)
                site = self._settings.site(host(page.url))
                yield units.PageToClean(page.body, page.url, page.content_type, site)

        work = units.gathered(asked(), most=units.UNIT_PAGES, size=units.page_bytes)
        for answers in in_order(self._engine, units.clean_pages, work):
            for answer in answers:
                page = waiting.popleft()
                try:
                    yield page, self._article(page, CleanedElsewhere(answer).page(b""))
                except CleanError as error:
                    yield page, error

    def compare(self, pairs: Iterator[SuccessiveTexts]) -> Iterator[Report | None]:
        """The report of each pair; None where it has none, of which is told."""
        urls: deque[str] = deque()

        def asked() -> Iterator[units.TextPair]:
            for pair in pairs:
                urls.append(pair.new.url)
                flags = self._settings.flags_of(host(pair.new.url))
                yield units.TextPair(pair.old, pair.new, flags, pair.old_seen, pair.new_seen)

        work = units.gathered(
            asked(), most=units.UNIT_PAIRS, size=lambda pair: units.text_bytes(pair.old) + units.text_bytes(pair.new)
        )
        for answers in in_order(self._engine, units.compare_pairs, work):
            for answer in answers:
                url = urls.popleft()
                if isinstance(answer, str):
                    self._tell(f"an edit of {url} is {answer}")
                yield None if isinstance(answer, str) else answer

    def _article(self, page: Page, whole: Cleaned) -> Article:
        cleaned = masked(whole, Mask(self._state.site(host(page.url)).module_places))
        self.read += 1
        if cleaned.canonical and not self._is_web(page.url):
            return cleaned.article._replace(url=cleaned.canonical)
        return cleaned.article
