"""When words first stood in any article, when they went, and where they stand now, across all its texts."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import NamedTuple

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.errors import UsageError
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


_Stood = tuple[int, int | None, int]  # the revision that brought a paragraph, the one that ended it, the paragraph


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


def phrase(words: str) -> Callable[[Catalogue], list[int]]:
    """What finds the paragraphs that hold these words one behind the other, whatever their case; UsageError."""
    wanted = plain_words(spaced(words[:MOST_CHARACTERS]))
    if not wanted:
        raise UsageError(f"{words[:60]!r} holds no word", "look for a word or a phrase, or use --regex")
    asked = '"' + " ".join(word.replace('"', " ") for word in wanted) + '"'
    return lambda catalogue: [n for (n,) in catalogue.rows("SELECT rowid FROM word WHERE word MATCH ?", asked)]


def pattern(expression: str) -> Callable[[Catalogue], list[int]]:
    """What finds the paragraphs in which a regular expression matches; UsageError for one that is none."""
    try:
        compiled = re.compile(expression[:MOST_CHARACTERS])
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(f"{expression[:60]!r} is no regular expression: {error}", "see docs of Python's re") from None

    def found(catalogue: Catalogue) -> list[int]:
        catalogue.function("matches", lambda text: compiled.search(text) is not None)
        return [n for (n,) in catalogue.rows("SELECT id FROM paragraph WHERE matches(text)")]

    return found


def find(catalogue: Catalogue, paragraphs: Sequence[int], *, host: str = "", path: str = "") -> list[Standing]:
    """The articles that hold or held one of these paragraphs, those in which that changed last first."""
    spells: dict[int, list[_Stood]] = defaultdict(list)
    stood = catalogue.among("SELECT article, born, gone, paragraph FROM spell WHERE paragraph IN ({})", paragraphs)
    for article, born, ended, paragraph in stood:
        spells[article].append((born, ended, paragraph))
    wanted = _wanted(catalogue, host, path)
    observed = dict(catalogue.rows(_OBSERVED, _EARLIER))
    found = [
        _until(_standing(article, times), observed.get(article))
        for article, times in spells.items()
        if wanted is None or article in wanted
    ]
    last = [place.last for place in found]
    seen = dict(catalogue.among("SELECT id, seen FROM revision WHERE id IN ({})", last))
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


def _wanted(catalogue: Catalogue, host: str, path: str) -> set[int] | None:
    """The articles of an outlet, or the one at a path; None for all."""
    terms = [(f"{name} = ?", value) for name, value in (("host", host), ("path", path)) if value]
    if not terms:
        return None
    condition = " AND ".join(term for term, _ in terms)
    return {n for (n,) in catalogue.rows(f"SELECT id FROM article WHERE {condition}", *(value for _, value in terms))}


def _until(place: Standing, observed: int | None) -> Standing:
    """The place; where its article ends with the first observation of another, the words stood until then."""
    *before, (born, gone) = place.spells
    return place if observed is None or gone else place._replace(spells=(*before, (born, observed)))


def _standing(article: int, spells: list[_Stood]) -> Standing:
    """Spells of several paragraphs as one: a paragraph that was told otherwise went on holding the words."""
    spells.sort(key=itemgetter(0))
    found: list[tuple[int, int | None]] = []
    first, last, paragraph = spells[0]
    for born, gone, text in spells:
        if last is not None and last < born:
            found.append((first, last))
            first, last = born, gone
        elif last is not None:
            last = None if gone is None else max(last, gone)
        paragraph = text
    return Standing(article, (*found, (first, last)), paragraph)
