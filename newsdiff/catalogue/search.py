"""When words first stood in any article, when they went, and where they stand now, across all its texts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.errors import UsageError
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.layout import EARLIER_DIGITS
from newsdiff.text.scripts import spaced
from newsdiff.text.tokens import plain_words

# What came before an article's first observation is an article of its own here, and ends with that observation.
_EARLIER = f"*-{'[0-9a-f]' * EARLIER_DIGITS}.md"
_OBSERVED = """
SELECT earlier.id, revision.id FROM article AS earlier JOIN article AS main ON main.url = earlier.url
JOIN revision ON revision.article = main.id AND number = 1 WHERE earlier.path GLOB ? AND main.id != earlier.id
"""
MOST_CHARACTERS = 500  # of what is looked for


@dataclass(frozen=True, slots=True)
class Spell:
    """A time during which words stood in an article; ``gone`` None: they stand there now."""

    born: str  # the revision that brought them
    since: datetime
    gone: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One article in which words stand or stood; ``spells`` oldest first, ``text`` the last paragraph that had them."""

    path: str
    url: str
    headline: str
    spells: tuple[Spell, ...]
    text: str

    @property
    def stands(self) -> bool:
        """Whether the words stand there now."""
        return self.spells[-1].gone is None


# An article, the revision that brought a paragraph, the one that ended it, the paragraph; by when it came.
_Stood = tuple[int, int, int | None, int]


class Standing(NamedTuple):
    """An article in which words stand or stood, by the numbers of the catalogue's rows."""

    article: int
    spells: tuple[tuple[int, int | None], ...]  # revisions that brought and ended them, oldest first
    paragraph: int  # the last that had them

    @property
    def stands(self) -> bool:
        """Whether the words stand there now."""
        return self.spells[-1][1] is None

    @property
    def last(self) -> int:
        """The revision with which the words came or went last."""
        return self.spells[-1][1] or self.spells[-1][0]


class Paragraphs(NamedTuple):
    """The paragraphs that are looked for, as a question in SQL for their numbers, with its values."""

    sql: str
    values: tuple[str, ...] = ()


def phrase(words: str) -> Callable[[Catalogue], Paragraphs]:
    """What finds the paragraphs that hold these words one behind the other, whatever their case; UsageError."""
    wanted = plain_words(spaced(words[:MOST_CHARACTERS]))
    if not wanted:
        raise UsageError(f"{words[:60]!r} holds no word", "look for a word or a phrase, or use --regex")
    asked = '"' + " ".join(word.replace('"', " ") for word in wanted) + '"'
    return lambda _catalogue: Paragraphs("SELECT rowid FROM word WHERE word MATCH ?", (asked,))


def pattern(expression: str) -> Callable[[Catalogue], Paragraphs]:
    """What finds the paragraphs in which a regular expression matches; UsageError for one that is none."""
    try:
        compiled = re.compile(expression[:MOST_CHARACTERS])
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(f"{expression[:60]!r} is no regular expression: {error}", "see docs of Python's re") from None

    def matching(catalogue: Catalogue) -> Paragraphs:
        catalogue.function("matches", lambda text: compiled.search(text) is not None)
        return Paragraphs("SELECT id FROM paragraph WHERE matches(text)")

    return matching


def find(catalogue: Catalogue, wanted: Paragraphs, *, host: str = "", path: str = "") -> list[Standing]:
    """The articles that hold or held one of these paragraphs, those in which that changed last first."""
    among, values = _articles(host, path)
    rows = catalogue.rows(
        f"SELECT article, born, gone, paragraph FROM spell WHERE paragraph IN ({wanted.sql}) {among}"
        " ORDER BY article, born",
        *wanted.values,
        *values,
    )
    observed = dict(catalogue.rows(_OBSERVED, _EARLIER))
    found = [
        _until(_standing(article, stood), observed.get(article)) for article, stood in groupby(rows, itemgetter(0))
    ]
    seen = dict(catalogue.among("SELECT id, seen FROM revision WHERE id IN ({})", [place.last for place in found]))
    return sorted(found, key=lambda place: (seen[place.last], place.last), reverse=True)


def hits(catalogue: Catalogue, places: Sequence[Standing]) -> list[Hit]:
    """What is known of these places, in their order."""
    asked = "SELECT id, path, url, headline FROM article WHERE id IN ({})"
    articles = {row[0]: row[1:] for row in catalogue.among(asked, [place.article for place in places])}
    texts = dict(
        catalogue.among("SELECT id, text FROM paragraph WHERE id IN ({})", [place.paragraph for place in places])
    )
    numbers = [n for place in places for spell in place.spells for n in spell if n is not None]
    rows = catalogue.among("SELECT id, name, seen FROM revision WHERE id IN ({})", numbers)
    named = {n: (name, datetime.fromtimestamp(seen, UTC)) for n, name, seen in rows}
    found = []
    for place in places:
        path, url, headline = articles[place.article]
        spells = (
            Spell(*named[born]) if end is None else Spell(*named[born], *named[end]) for born, end in place.spells
        )
        found.append(Hit(path, url, headline, tuple(spells), texts[place.paragraph]))
    return found


def _articles(host: str, path: str) -> tuple[str, list[str]]:
    """The condition, in SQL, that a spell belongs to an outlet, or to the article at a path; and its values."""
    terms = [(f"{name} = ?", value) for name, value in (("host", host), ("path", path)) if value]
    if not terms:
        return "", []
    condition = " AND ".join(term for term, _ in terms)
    return f"AND article IN (SELECT id FROM article WHERE {condition})", [value for _, value in terms]


def _until(place: Standing, observed: int | None) -> Standing:
    """The place; where its article ends with the first observation of another, the words stood until then."""
    *before, (born, gone) = place.spells
    return place if observed is None or gone else place._replace(spells=(*before, (born, observed)))


def _standing(article: int, stood: Iterator[_Stood]) -> Standing:
    """Spells of several paragraphs as one: a paragraph that was told otherwise went on holding the words."""
    found: list[tuple[int, int | None]] = []
    _, first, last, paragraph = next(stood)
    for _, born, gone, text in stood:
        if last is not None and last < born:
            found.append((first, last))
            first, last = born, gone
        elif last is not None:
            last = None if gone is None else max(last, gone)
        paragraph = text
    return Standing(article, (*found, (first, last)), paragraph)
