"""The units of work on archives: pages to clean, pairs of texts to compare, histories to judge."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from newsdiff.comparison import compare, without
from newsdiff.engines.engine import UnitEngine, in_order
from newsdiff.engines.workbench import Workbench
from newsdiff.errors import CleanError
from newsdiff.model import Article, Cleaned, Diff, Finding, FlagSettings, PageToClean, Report, RuleFault
from newsdiff.named_tuple import NamedTuple
from newsdiff.process.sandbox import Broken, Overrun

UNIT_PAGES = 24  # a quarter of a second of work: what an engine adds to a unit is then little
UNIT_PAIRS = 64
UNIT_BYTES = 1 << 20  # of pages or texts, but a single one may be longer
_DEFAULT = FlagSettings()
_NOTHING = Article("")

T = TypeVar("T")
Q = TypeVar("Q")
A = TypeVar("A")


class Unclean(NamedTuple):
    """Why no article could be read from a page: message and hint of the CleanError."""

    message: str
    hint: str


class TextPair(NamedTuple):
    """Two texts of one article, when they were seen (where that is known), and which flags are wanted.

    ``dismissed`` tells of a finding whether a person called it a false alarm: the report lacks these.
    """

    old: Article
    new: Article
    flags: FlagSettings = _DEFAULT
    old_seen: datetime | None = None
    new_seen: datetime | None = None
    dismissed: Callable[[Finding], bool] | None = None


class TextInTime(NamedTuple):
    """A text of an article, when it was seen, and whether it is to be compared with the one before it.

    ``dismissed`` is that of the pair which it makes.
    """

    article: Article
    seen_at: datetime
    judged: bool = True
    dismissed: Callable[[Finding], bool] | None = None


class TextHistory(NamedTuple):
    """Texts of one article, oldest first, and which flags are wanted."""

    texts: tuple[TextInTime, ...]
    flags: FlagSettings


Verdict = Report | str
"""A report without the texts that it compares, or why there is none."""


def clean_pages(unit: tuple[PageToClean, ...], bench: Workbench) -> tuple[Cleaned | Unclean, ...]:
    """What cleaning gives for each page."""
    return tuple(_cleaned(page, bench) for page in unit)


def compare_pairs(unit: tuple[TextPair, ...], bench: Workbench) -> tuple[Verdict, ...]:
    """What is found in each pair."""
    return tuple(verdict(pair, bench) for pair in unit)


def judge_histories(unit: tuple[TextHistory, ...], bench: Workbench) -> tuple[tuple[Verdict, ...], ...]:
    """What is found in each text of each history that is to be compared with the one before it."""
    return tuple(
        tuple(
            verdict(TextPair(old.article, new.article, history.flags, old.seen_at, new.seen_at, new.dismissed), bench)
            for old, new in zip(history.texts, history.texts[1:], strict=False)
            if new.judged
        )
        for history in unit
    )


def verdict(pair: TextPair, bench: Workbench) -> Verdict:
    """What is found in a pair, within limits; rules of the user's own that go beyond one are left out, and named."""
    try:
        return bench.call(bare_report, pair)
    except (Overrun, Broken) as error:
        if not pair.flags.rules:
            return uncompared(error)
        found = verdict(pair._replace(flags=pair.flags._replace(rules=())), bench)
        fault = RuleFault(", ".join(pair.flags.rules), str(error))
        return found if isinstance(found, str) else found._replace(faults=(*found.faults, fault))


def uncompared(why: Exception) -> str:
    """What is told of an edit whose texts went beyond a limit."""
    return f"kept without its flags, for the texts could not be compared: {why}"


def bare_report(pair: TextPair) -> Report:
    """The comparison of a pair without the texts and hunks: findings and counts, which is what is recorded."""
    report = compare(pair.old, pair.new, pair.flags, old_seen=pair.old_seen, new_seen=pair.new_seen)
    if pair.dismissed:
        report = without(report, pair.dismissed)
    return report._replace(diff=Diff(_NOTHING, _NOTHING, (), report.words))


def answered(
    engine: UnitEngine,
    work: Callable[[tuple[Q, ...], Workbench], tuple[A, ...]],
    asked: Iterable[tuple[T, Q]],
    *,
    most: int,
    size: Callable[[Q], int],
) -> Iterator[tuple[T, A]]:
    """What an engine answers to questions, each with what it was asked for, in their order; EngineError.

    Questions go in units as ``gathered`` makes them, and are asked as the engine has room.
    """
    waiting: deque[T] = deque()

    def questions() -> Iterator[Q]:
        for of, question in asked:
            waiting.append(of)
            yield question

    for answers in in_order(engine, work, gathered(questions(), most=most, size=size)):
        for answer in answers:
            yield waiting.popleft(), answer


def gathered(
    items: Iterable[T], *, most: int, size: Callable[[T], int] | None = None, most_bytes: int = UNIT_BYTES
) -> Iterator[tuple[T, ...]]:
    """The items in units of a bounded number, and of a bounded size where they have one."""
    unit: list[T] = []
    held = 0
    for item in items:
        of_item = size(item) if size else 0
        if unit and (len(unit) >= most or held + of_item > most_bytes):
            yield tuple(unit)
            unit, held = [], 0
        unit.append(item)
        held += of_item
    if unit:
        yield tuple(unit)


def page_bytes(page: PageToClean) -> int:
    """The size of a page."""
    return len(page.body)


def pair_bytes(pair: TextPair) -> int:
    """About the size of both texts of a pair."""
    return text_bytes(pair.old) + text_bytes(pair.new)


def text_bytes(article: Article) -> int:
    """About the size of a text."""
    return sum(len(block.text) for block in article.blocks)


def _cleaned(page: PageToClean, bench: Workbench) -> Cleaned | Unclean:
    try:
        return bench.cleaner.clean(page)
    except CleanError as error:
        return Unclean(error.message, error.hint)
