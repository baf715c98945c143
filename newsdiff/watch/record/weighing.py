"""What the texts of a page alone tell: all whose cost or outcome a page can choose, in functions for a sandbox.

Nothing here looks at the store or the state. Whoever judges a page hands texts over and gets values back; what a text
does to the function that reads it is that article's outcome, never the end of a run.
"""

from collections.abc import Collection
from datetime import datetime

from newsdiff import document
from newsdiff.comparison import compare
from newsdiff.engines.units import uncompared
from newsdiff.model import Article, Cleaned, FlagSettings, Report, RuleFault, Sign
from newsdiff.named_tuple import NamedTuple
from newsdiff.process.sandbox import Broken, Calling, Overrun
from newsdiff.watch.gate.case import Case, Reason
from newsdiff.watch.gate.clock_dates import only_clock
from newsdiff.watch.gate.doubts import doubts, signs_of
from newsdiff.watch.gate.similarity import ShingledText, kept_share
from newsdiff.watch.gate.timestamps import beside, only_stamps

CPU_SECONDS = 5  # a call: fifty times what two texts of 10,000 words take
WALL_SECONDS = 20.0
_DEFAULT = FlagSettings()


class Look(NamedTuple):
    """What is read off one cleaned page."""

    words: int
    sketch: tuple[str, ...]
    signs: tuple[Sign, ...]  # of walls, beside its text
    beside: str  # a name of what else stood beside its text

    @property
    def marks(self) -> tuple[str, ...]:
        """Its publisher's habit, once the text is recorded. Never empty."""
        return (*(sign.key for sign in self.signs), self.beside)


class Moments(NamedTuple):
    """When two texts were seen."""

    old: datetime
    new: datetime


class Weighed(NamedTuple):
    """What a text is to the one before it; ``report`` is made where there is no reason for doubt."""

    stands: bool = False  # nothing differs but a date that follows the clock, or the page's stamps
    reasons: tuple[Reason, ...] = ()
    kept_share: float = 1.0  # of the old text
    report: Report | None = None
    went: bool = False  # text went, or is doubted: the recorded page is worth a look


def look(cleaned: Cleaned) -> Look:
    """Read off a page what tells it from others; and write it out once, as the store will."""
    text = ShingledText.of(cleaned.article)
    document.dumps(cleaned.article)
    return Look(text.size, text.sketch, signs_of(cleaned), beside(cleaned))


def marks_of(cleaned: Cleaned) -> tuple[str, ...]:
    """What a page bears beside its text, of one that was not looked at."""
    return (*(sign.key for sign in signs_of(cleaned)), beside(cleaned))


def weigh(
    case: Case, believe: Collection[str], flags: FlagSettings, seen: Moments, *, stamps: bool, beside_stands: bool
) -> Weighed:
    """Weigh a changed text: is it but stamps (where they are looked at), is it to be doubted, and what changed."""
    old, new = case.old, case.new
    if old is None:
        return Weighed(reasons=doubts(case, believe))
    if stamps and only_clock(old, new, old_seen=seen.old, new_seen=seen.new):
        return Weighed(stands=True)
    if stamps and only_stamps(old, new, until=seen.new.date(), beside_stands=beside_stands):
        return Weighed(stands=True)
    reasons = doubts(case, believe)
    if case.was_built is None and (reasons or case.is_worth_a_look):
        return Weighed(False, reasons, case.kept_share, went=True)
    report = None if reasons else compare(old, new, flags, old_seen=seen.old, new_seen=seen.new)
    return Weighed(False, reasons, case.kept_share, report)


def weighed(
    sandbox: Calling,
    case: Case,
    believe: Collection[str],
    flags: FlagSettings,
    seen: Moments,
    *,
    stamps: bool,
    beside_stands: bool,
) -> Weighed:
    """``weigh`` within limits; Overrun, Broken.

    Where rules of the user's own may have gone beyond a limit, it is done without them, and their fault told.
    """

    def call(settings: FlagSettings) -> Weighed:
        return sandbox.call(weigh, case, believe, settings, seen, stamps=stamps, beside_stands=beside_stands)

    try:
        return call(flags)
    except Overrun as error:
        if not flags.rules:
            raise
        found, fault = call(flags._replace(rules=())), RuleFault(", ".join(flags.rules), str(error))
        report = found.report
        return found._replace(report=report._replace(faults=(*report.faults, fault)) if report else None)


def alike(one: Article, other: Article) -> bool:
    """Whether half of the one text stands in the other."""
    return kept_share(ShingledText.of(one), ShingledText.of(other)) >= 0.5


def compared(
    sandbox: Calling, old: Article, new: Article, flags: FlagSettings = _DEFAULT, seen: Moments | None = None
) -> tuple[Report | None, str]:
    """``compare`` within limits: the report, or None and why there is none."""
    then, now = seen or (None, None)
    try:
        return sandbox.call(compare, old, new, flags, old_seen=then, new_seen=now), ""
    except (Overrun, Broken) as error:
        return None, uncompared(error)
