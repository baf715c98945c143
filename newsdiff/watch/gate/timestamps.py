"""A page's own stamps: the days on which it says that it was published and updated, and the lines of its update log.

They tell of edits and are none: a page on which nothing but its stamps moved on says what it said. A date that goes
back, one in the middle of the text, and a line that tells of an error are the publisher's word like any other; so is a
log that grows when files or links beside the text changed, for these are kept nowhere else.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsdiff.clean.lines.patterns import is_correction
from newsdiff.language.dates import days
from newsdiff.language.lists import phrases
from newsdiff.language.phrasebook import Phrasebook, plain
from newsdiff.model import Article, Block, BlockKind, Cleaned
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.typography import fold
from newsdiff.watch.state.article_state import DAY
from newsdiff.watch.state.text_identity import same

_LOGGED = lazy_pattern(r"(?P<dates>[^:]{6,60}(?:\d\d:\d\d[^:]{0,20})?): (?P<told>.+)")
_BESIDE = ("below the text", "link", "links", "card")  # not what the page's own markup names as furniture
_TOLD = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING, BlockKind.ROW)


@dataclass(frozen=True)
class _Stamped:
    """An article and its stamps: ``text`` without them, the lines that show days at both ends, the log's lines."""

    text: tuple[Block, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    log: tuple[str, ...]


def beside(cleaned: Cleaned) -> str:
    """A mark that names what stands beside the text and was taken out for its shape: attached files, links, cards."""
    told = "\n".join(sorted({fold(removed.text) for removed in cleaned.removed if removed.reason in _BESIDE}))
    return f"beside: {hashlib.sha256(told.encode()).hexdigest()[:16]}"


def only_stamps(old: Article, new: Article, *, until: date, beside_stands: bool = True) -> bool:
    """Whether nothing differs but stamps, and they moved on as an update moves them: the log grew (and what is
    ``beside`` the text stands), the last day came nearer to ``until``, and the first one stands.
    """
    before, after = _stamped(old.blocks), _stamped(new.blocks)
    if before.log != after.log and not beside_stands:
        return False
    if not same(old._replace(blocks=before.text), new._replace(blocks=after.text)):
        return False
    return _grew(before.log, after.log, until) and _moved_on(before, after, until)


def first_day(article: Article) -> date | None:
    """The day on which an article says that it was published; None where it does not say."""
    stamped = _stamped(article.blocks)
    told = [article.published] if article.published else [*stamped.opening, *stamped.closing]
    return min((day for line in told for day in days(line)), default=None)


def _stamped(blocks: tuple[Block, ...]) -> _Stamped:
    first, last = _opening(blocks), _closing(blocks)
    opening = [b for b in blocks[:first] if b.kind is BlockKind.DATE]
    closing = [b for b in blocks[last:] if b.kind is BlockKind.DATE]
    log = [b for b in blocks[last:] if b.kind is BlockKind.CORRECTION and _is_log_line(b.text)]
    text = (
        *(b for b in blocks[:first] if b.kind is not BlockKind.DATE),
        *blocks[first:last],
        *(b for b in blocks[last:] if b.kind is not BlockKind.DATE and not _is_log_line(b.text)),
    )
    return _Stamped(text, _texts(opening), _texts(closing), _texts(log))


def _texts(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(fold(block.text) for block in blocks)


def _opening(blocks: tuple[Block, ...]) -> int:
    """How many blocks open the article: those above its second paragraph, or above one that leads to a date."""
    told = 0
    for number, block in enumerate(blocks):
        told += block.kind in _TOLD
        if told > 1 or (block.kind in _TOLD and block.text.endswith((":", "："))):
            return number
    return len(blocks)


def _closing(blocks: tuple[Block, ...]) -> int:
    """Behind how many blocks nothing comes but dates and notes."""
    end = len(blocks)
    while end > _opening(blocks) and blocks[end - 1].kind in (BlockKind.DATE, BlockKind.CORRECTION):
        end -= 1
    return end


def _is_log_line(line: str) -> bool:
    """Whether a note is a line of the page's own log ("22 March 2021: Image updated") that tells of no error."""
    match = _LOGGED.fullmatch(line)
    if match is None or not days(match["dates"]):
        return False
    return not is_correction(match["told"]) and _errors().find(plain(match["told"])) is None


def _grew(old: tuple[str, ...], new: tuple[str, ...], until: date) -> bool:
    """Whether a log has its old lines and perhaps later ones."""
    came = Counter(new) - Counter(old)
    latest = max(map(_day_of, old), default=date.min)
    return not Counter(old) - Counter(new) and all(latest <= _day_of(line) <= until + DAY for line in came)


def _day_of(line: str) -> date:
    return max(days(line.partition(": ")[0]), default=date.max)


def _moved_on(old: _Stamped, new: _Stamped, until: date) -> bool:
    """Whether the first day stands, no later day than the last went, and what went stood where updates are told."""
    before, after = (*old.opening, *old.closing), (*new.opening, *new.closing)
    if Counter(before) == Counter(after):
        return True
    if not all(map(days, (*before, *after))):
        return False
    was, now = (set().union(*map(days, lines)) for lines in (before, after))
    if not was or not now:
        return not was and max(now) <= until + DAY
    stays = set().union(*(days(line) for line in old.closing if _updates().find(plain(line)) is None))
    return min(was) == min(now) and max(was) <= max(now) <= until + DAY and stays <= now


@cache
def _updates() -> Phrasebook:
    """How a line says that the text was updated."""
    return Phrasebook({"": phrases("updates")})


@cache
def _errors() -> Phrasebook:
    """How a line says that the text was wrong."""
    return Phrasebook({"": phrases("errors")})
