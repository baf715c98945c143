"""What page it is, told by structure: is it built like the recorded one, and does it say that it is the same article?

A wall, a list or a search page comes from another template than an article, and bears no article's name; a story that
was taken down, cut or rewritten keeps both. No wording is looked at here, so that none can be new.
"""

from collections.abc import Collection
from datetime import date
from enum import Enum
from functools import cache
from urllib.parse import urlsplit

from newsdiff.language.dates import days
from newsdiff.model import Article, BlockKind, Identity, PageFrame, Spot
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.watch.gate.timestamps import first_day
from newsdiff.watch.state.text_identity import same_time

LIST_SHARE = 0.3  # of a story's lines, which are links, is a list
LIST_LINKS = 4  # that a list has at least
_STABLE = lazy_pattern(r"#?[A-Za-z]{2,}(?:[-_]+[A-Za-z]+)*")
_MADE_UP = lazy_pattern(r"_{1,2}[A-Za-z0-9-]*\d[A-Za-z0-9-]*$")
_NUMBER = lazy_pattern(r"\d{4,}")
_BARE = frozenset(("html", "body", "main"))  # that any page has


class Built(NamedTuple):
    """How a page is built, and which article it says that it is."""

    frame: PageFrame
    identity: Identity


class Kept(Enum):
    """Whether something of the recorded page stands."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Structure(NamedTuple):
    """What two pages have in common beside their texts."""

    frame: Kept = Kept.UNKNOWN
    identity: Kept = Kept.UNKNOWN  # YES: nothing speaks against it, and something for it; PARTLY: it is not sure
    surely: bool = False  # its own address, its kind and its day all stand
    other: str = ""  # why it is another article, or none
    calls: bool = False  # something in the story asks to act that the recorded page did not have
    is_list: bool = False

    @property
    def stands(self) -> bool:
        """Whether it is the page of the article still, whatever it tells now."""
        return self.frame is Kept.YES and self.identity is Kept.YES and not self.calls and not self.is_list


def structure(old: Built, new: Built, before: Article, after: Article, *, headline_stands: bool) -> Structure:
    """Compare the pages that two articles were read from."""
    calls = bool(_new_calls(old.frame, new.frame))
    is_list = _is_list(old.frame, new.frame)
    frame = _frame(old.frame, new.frame)
    if other := _other(old.identity, new.identity) or _other_day(before, after, headline_stands):
        return Structure(frame, Kept.NO, False, other, calls, is_list)
    address = bool({*old.identity.addresses} & {*new.identity.addresses})
    day = _same_day(before, after)
    sure = address and day and bool(new.identity.kinds)
    identity = Kept.YES if address or day or headline_stands else Kept.PARTLY
    return Structure(frame, identity, sure, "", calls, is_list)


def _is_list(old: PageFrame, new: PageFrame) -> bool:
    """Whether links stand where the story stood, beside those that stood round it."""
    links = new.links + new.other_links - old.other_links
    return links >= max(LIST_LINKS, LIST_SHARE * new.lines) and old.links < LIST_SHARE / 2 * max(old.lines, 1)


def _new_calls(old: PageFrame, new: PageFrame) -> frozenset[Spot]:
    """What asks to act within the story, or in a box that the recorded page did not have."""
    calls = set(map(_signature, old.calls))
    known = calls.union(map(_signature, old.parts))
    text = old.text and _signature(old.text)
    names = {name for spot in known for name in spot}
    own = {_read(name) for name in (*(old.story or ()), *(old.text or ())[:1])}
    return frozenset(
        spot
        for spot in new.calls
        if (_signature(spot) not in known and (_read(spot[0]) not in names or _read(spot[0]) in own))
        or (_signature(spot) == text and text not in calls)
    )


def _frame(old: PageFrame, new: PageFrame) -> Kept:
    """Whether the elements still hold text that held the story and its paragraphs."""
    if old.story is None or old.text is None:
        return Kept.UNKNOWN
    story = _bare(old.story) or any(_alike(old.story, spot) for spot in new.parts)
    text = any(_alike(old.text, spot, loosely=True) for spot in new.parts)
    if _bare(old.story) and _bare(old.text):
        return Kept.UNKNOWN if text else Kept.NO
    return Kept.YES if story and text else Kept.PARTLY if story or text else Kept.NO


def _other(old: Identity, new: Identity) -> str:
    """Why a page says that it is another than the recorded one, or nothing of what that one said."""
    if old.kinds and not new.kinds:
        return "it does not say any more that it is an article"
    if old.addresses and not new.addresses:
        return "it does not name the article's address any more"
    if not old.addresses or {*old.addresses} & {*new.addresses}:
        return ""
    numbers = [{n for url in one.addresses for n in _NUMBER.findall(urlsplit(url).path)} for one in (old, new)]
    return "" if numbers[0] & numbers[1] else f"it calls itself {new.addresses[0]}"


def _other_day(before: Article, after: Article, headline_stands: bool) -> str:
    """Why it is the article of another day: under another headline, it was published then."""
    old, new = _day(before), _day(after)
    if headline_stands or old is None or new is None or abs((old - new).days) <= 1:
        return ""
    return f"it was published on {new.isoformat()}, not on {old.isoformat()}"


def _same_day(before: Article, after: Article) -> bool:
    if before.published and after.published:
        return same_time(before.published, after.published) or _day(before) == _day(after)
    day = _day(before)
    return day is not None and day == _day(after)


def _day(article: Article) -> date | None:
    claimed = min(days(article.published[:10]), default=None) if article.published else None
    return claimed or first_day(article)


def stands_still(before: Article, after: Article) -> bool:
    """Whether a page says to machines and to readers that it was not changed since it was recorded."""
    if not before.modified or not after.modified or not same_time(before.modified, after.modified):
        return False
    return _dated(before) == _dated(after)


def _dated(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind in (BlockKind.DATE, BlockKind.BYLINE)]


def moved_on(before: Article, after: Article) -> bool:
    """Whether a page says that it was changed since it was recorded, in what it tells to machines."""
    return bool(after.modified) and (not before.modified or not same_time(before.modified, after.modified or ""))


def _alike(one: Spot, other: Spot, *, loosely: bool = False) -> bool:
    """Whether two spots are of one template; ``loosely``: a paragraph may be marked otherwise."""
    (above, own), (over, its) = map(_signature, (one, other))
    return _names_alike(above, over) and (own[0] == its[0] if loosely else _names_alike(own, its))


_Name = tuple[str, frozenset[str]]


def _names_alike(one: _Name, other: _Name) -> bool:
    return one[0] == other[0] and (bool(one[1] & other[1]) or not (one[1] or other[1]))


def _signature(spot: Spot) -> tuple[_Name, _Name]:
    return _read(spot[0]), _read(spot[1])


@cache
def _read(name: str) -> _Name:
    """An element's tag, and those of its names that another visit will find too."""
    tag, *names = name.split() or [""]
    return tag, frozenset(told for each in names if _STABLE.fullmatch(told := _MADE_UP.sub("", each)))


def _bare(spot: Spot) -> bool:
    """Whether a spot is one that any page has."""
    return spot[1].split()[0] in _BARE and not _read(spot[1])[1]


def is_article(built: Built, headline: str, addresses: Collection[str]) -> bool:
    """Whether a page says that it is the article that was asked for: by its kind, its address and its headline."""
    own = built.identity
    named = not own.addresses or bool({*own.addresses} & {*addresses})
    return bool(own.kinds) and named and bool(headline) and headline in own.titles
