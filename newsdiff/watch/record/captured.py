"""Captures of an archive -> texts that may be believed: each is doubted as a visit's page is, after the one before.

An archive captures walls, outages and other pages as well as stories. What the gate doubts is left out; a doubt that a
second reading overcomes is overcome by the next capture of the same text, an hour later or more.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from newsdiff.errors import CleanError
from newsdiff.model import Article, Cleaned, Page, Settings, Sign
from newsdiff.process.sandbox import Broken, Calling, Overrun
from newsdiff.text.urls import host, normalise
from newsdiff.watch.gate.structure import Built
from newsdiff.watch.memory.site_memory import PageShapes
from newsdiff.watch.plan.schedule import CONFIRM
from newsdiff.watch.record.recorded import Habit, case_of, is_whole
from newsdiff.watch.record.weighing import Look, Moments, Weighed, look, weigh
from newsdiff.watch.state.text_identity import fingerprint, same


@dataclass(frozen=True, slots=True)
class _Believed:
    """The last capture of an address that was believed."""

    article: Article
    at: datetime
    habit: Habit
    built: Built


class CaptureGate:
    """Judges the captures of any number of addresses, each address's in the order of their times."""

    def __init__(self, settings: Settings, clean: Callable[[Page], Cleaned], sandbox: Calling) -> None:
        self._settings, self._clean, self._sandbox = settings, clean, sandbox
        self._last: dict[str, _Believed] = {}
        self._doubted: dict[str, tuple[str, datetime]] = {}  # the text, and when it was first seen

    def article(self, page: Page) -> Article:
        """The text of a capture; CleanError where it cannot be read, or may be no text of the article."""
        cleaned, key = self._clean(page), normalise(page.url)
        article, last = cleaned.article._replace(url=page.url), self._last.get(key)
        try:
            seen = self._sandbox.call(look, cleaned)
            if last is not None and same(last.article, article):
                return last.article
            weighed = self._weighed(page, cleaned, article, seen, last)
        except (Overrun, Broken) as error:
            raise CleanError(f"its text could not be weighed: {error}") from None
        if weighed.stands and last is not None:
            return last.article
        if weighed.reasons and not self._confirmed(key, article, page.fetched_at, weighed):
            raise CleanError(f"it may be no text of the article: {weighed.reasons[0].message}")
        self._doubted.pop(key, None)
        habit = Habit(is_whole(cleaned), seen.marks)
        self._last[key] = _Believed(article, page.fetched_at, habit, Built(cleaned.frame, cleaned.identity))
        return article

    def _weighed(self, page: Page, cleaned: Cleaned, article: Article, seen: Look, last: _Believed | None) -> Weighed:
        name = host(page.url)
        habit = last.habit if last else Habit(False, ())
        signs: tuple[Sign, ...] = seen.signs
        shapes = PageShapes()  # those that are known are of today
        case = case_of(last.article if last else None, article, page, cleaned, signs, habit, shapes)
        moments = Moments(last.at if last else page.fetched_at, page.fetched_at)
        believe, flags = self._settings.site(name).believe, self._settings.flags_of(name)
        beside = seen.beside in habit.marks
        found = self._sandbox.call(weigh, case, believe, flags, moments, stamps=last is not None, beside_stands=beside)
        if found.went and last is not None:
            case = replace(case, was_built=last.built)
            found = self._sandbox.call(weigh, case, believe, flags, moments, stamps=True, beside_stands=beside)
        return found

    def _confirmed(self, key: str, article: Article, at: datetime, weighed: Weighed) -> bool:
        """Whether the same text was captured before, an hour ago or more, and the doubts are such as that overcomes."""
        text, earlier = fingerprint(article), self._doubted.get(key)
        if earlier is None or earlier[0] != text:
            self._doubted[key] = text, at
            return False
        return at - earlier[1] >= CONFIRM and not any(reason.waits for reason in weighed.reasons)
