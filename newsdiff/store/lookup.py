"""What a user may call an article or a revision."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

import newsdiff.store.layout as layout
from newsdiff.document import flat
from newsdiff.errors import UnknownArticle, UnknownRevision
from newsdiff.model import Revision
from newsdiff.store.index import Row, of_url
from newsdiff.text.name_match import Names, matches
from newsdiff.text.urls import redact

_LEAST_DIGITS = 7  # of a commit's id that stands alone
_HEXADECIMAL = frozenset("0123456789abcdef")
_ZONE = re.compile(r"(?:Z|[+-][0-9:]+)$")
_WIDTHS = {0: timedelta(days=1), 2: timedelta(hours=1), 4: timedelta(minutes=1)}  # by the digits of the time of day


def find(article: str, rows: Sequence[Row]) -> str:
    """The path of the one article that ``article`` names: a URL, a path, a commit, or a part of URL, path or headline.

    Only what an article is called now counts for a part; every URL that it ever went by counts whole.
    """
    if row := commit(article, rows):
        return row.path
    rows = [row for row in rows if not layout.is_earlier(row.path)]
    newest = {row.path: row for row in rows}
    url = article if "://" in article else f"https://{article}"
    exact = {article} & newest.keys() or _going_on(of_url(rows, url) if "/" in article else set(), rows)
    called = ((r.path, Names(frozenset(), f"{r.path}\t{r.url}\t{r.headline}")) for r in newest.values())
    found = sorted(exact or matches(article, called))
    if len(found) == 1:
        return found[0]
    if not found:
        hint = "if you mean a file, check its name; " if "." in article and "://" not in article else ""
        raise UnknownArticle(
            f"no article is called {flat(redact(article))[:120]!r}", f"{hint}newsdiff list shows them all"
        )
    named = [f"{path}  {newest[path].headline}" if newest[path].headline else path for path in found]
    several = f"{len(found)} articles are called {flat(redact(article))[:120]!r}"
    raise UnknownArticle(several, "say more of it", named)


def commit(text: str, rows: Iterable[Row]) -> Row | None:
    """The row of the one revision whose commit's id begins with ``text``, of seven digits at least; else None."""
    if not _LEAST_DIGITS <= len(text) <= 40 or not set(text) <= _HEXADECIMAL:
        return None
    found = [row for row in rows if row.commit.startswith(text)]
    return found[0] if len(found) == 1 else None


def _going_on(paths: set[str], rows: Sequence[Row]) -> set[str]:
    """Of several histories that went by one URL (an article moved to where another had begun), the one that goes on."""
    last = next((row.path for row in reversed(rows) if row.path in paths), None) if len(paths) > 1 else None
    return {last} if last else paths


def revision(history: Sequence[Revision], rev: str, tz: tzinfo) -> Revision:
    """The revision that ``rev`` names in a history that is newest first."""
    if rev.startswith("@"):
        return _numbered(history, rev)
    if (moment := _moment(rev, tz)) is not None:
        for found in history:
            if found.seen_at < moment:
                return found
        raise UnknownRevision(
            f"the article was not yet known at {rev}",
            f"it was first seen {history[-1].seen_at.astimezone(tz):%Y-%m-%d %H:%M %Z}",
        )
    matches = [r for r in history if len(rev) >= 4 and r.id.startswith(rev.lower())]
    if len(matches) != 1:
        raise UnknownRevision(
            f"the article has no revision {rev[:60]!r}", "give @1 (the first), @-1 (the last), a date or a commit"
        )
    return matches[0]


def _numbered(history: Sequence[Revision], rev: str) -> Revision:
    digits = rev[1:]
    plain = digits.removeprefix("-")
    number = int(digits) if plain.isascii() and plain.isdigit() and len(plain) < 10 else 0
    if not 1 <= abs(number) <= len(history):
        raise UnknownRevision(
            f"the article has no revision {rev[:60]}", f"it has {len(history)}: @1 to @{len(history)}"
        )
    return history[-number] if number > 0 else history[-number - 1]


def _moment(rev: str, tz: tzinfo) -> datetime | None:
    """The instant after what ``rev`` names: a day, an hour, a minute or a second; None when it is no date."""
    if len(rev) < 10 or rev[4] != "-":
        return None
    digits = sum(map(str.isdigit, _ZONE.sub("", rev[10:])))
    width = _WIDTHS.get(digits, timedelta(seconds=1))
    try:
        found = datetime.fromisoformat(rev)
    except ValueError:
        return None
    found = found.replace(year=min(max(found.year, 2), 9998))  # a day more, in any zone, and it is still a time
    return (found if found.tzinfo else found.replace(tzinfo=tz)).astimezone(UTC) + width
