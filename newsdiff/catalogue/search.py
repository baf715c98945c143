"""When words first stood in any article, when they went, and where they stand now, across all its texts."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.diff.similarity import bag, likeness, weight, within
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
_LEAST_KEPT = 0.5  # of a paragraph's words in the other: else that one did not take its place


@dataclass(frozen=True, slots=True)
class Spell:
    """A time during which words stood in an article; ``gone`` None: they stand there now."""

    born: str  # the revision that brought them
    since: datetime
    gone: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph with the words, and the time during which it stood as it is quoted."""

    text: str
    spell: Spell
    words: tuple[str, ...]  # what matched in it; none where a phrase was looked for
    lost: bool  # some of the words that matched stand nowhere in the article now
    replaced: str = ""  # the paragraph that took its place; empty where nothing like it came


@dataclass(frozen=True, slots=True)
class Hit:
    """One article in which words stand or stood; ``spells`` oldest first, ``wordings`` newest first."""

    path: str
    url: str
    headline: str
    spells: tuple[Spell, ...]
    wordings: tuple[Wording, ...]

    @property
    def stands(self) -> bool:
        """Whether the words stand there now."""
        return self.spells[-1].gone is None


class Stood(NamedTuple):
    """A paragraph with the words, by its number, and the revisions that brought and ended it."""

    paragraph: int
    born: int
    gone: int | None
    words: tuple[str, ...] = ()
    lost: bool = False


class Standing(NamedTuple):
    """An article in which words stand or stood, by the numbers of the catalogue's rows."""

    article: int
    spells: tuple[tuple[int, int | None], ...]  # revisions that brought and ended the words, oldest first
    wordings: tuple[Stood, ...]  # newest first

    @property
    def stands(self) -> bool:
        """Whether the words stand there now."""
        return self.spells[-1][1] is None

    @property
    def lost(self) -> bool:
        """Whether words that matched stood there and stand there no more."""
        return any(wording.lost for wording in self.wordings)

    @property
    def last(self) -> int:
        """The revision with which the words came or went last."""
        return self.spells[-1][1] or self.spells[-1][0]


class Paragraphs(NamedTuple):
    """The paragraphs that are looked for, as a question in SQL for their numbers, with its values.

    ``expression`` tells what matched in one; without it each holds the same words.
    """

    sql: str
    values: tuple[str, ...] = ()
    expression: re.Pattern[str] | None = None


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
        return Paragraphs("SELECT id FROM paragraph WHERE matches(text)", expression=compiled)

    return matching


def find(catalogue: Catalogue, wanted: Paragraphs, *, host: str = "", path: str = "") -> list[Standing]:
    """The articles that hold or held one of these paragraphs, those in which that changed last first."""
    among, values = _articles(host, path)
    rows = catalogue.rows(
        f"SELECT article, paragraph, born, gone FROM spell WHERE paragraph IN ({wanted.sql}) {among}"
        " ORDER BY article, born, place",
        *wanted.values,
        *values,
    )
    observed = dict(catalogue.rows(_OBSERVED, _EARLIER))
    matched = _matched(catalogue, wanted.expression, {row[1] for row in rows})
    found = []
    for article, same in groupby(rows, itemgetter(0)):
        until = observed.get(article)  # with the first observation of another article this one ends
        stood = [Stood(n, born, gone or until, matched.get(n, ())) for _, n, born, gone in same]
        found.append(Standing(article, _spells(stood), _wordings(stood)))
    seen = dict(catalogue.among("SELECT id, seen FROM revision WHERE id IN ({})", [place.last for place in found]))
    return sorted(found, key=lambda place: (seen[place.last], place.last), reverse=True)


def hits(catalogue: Catalogue, places: Sequence[Standing]) -> list[Hit]:
    """What is known of these places, in their order."""
    asked = "SELECT id, path, url, headline FROM article WHERE id IN ({})"
    articles = {row[0]: row[1:] for row in catalogue.among(asked, [place.article for place in places])}
    texts = _texts(catalogue, {one.paragraph for place in places for one in place.wordings})
    numbers = {n for place in places for one in place.wordings for n in (one.born, one.gone) if n is not None}
    rows = catalogue.among("SELECT id, name, seen FROM revision WHERE id IN ({})", sorted(numbers))
    named = {n: (name, datetime.fromtimestamp(seen, UTC)) for n, name, seen in rows}
    came = _came(catalogue, {one.gone for place in places for one in place.wordings if one.gone is not None})

    def spell(born: int, gone: int | None) -> Spell:
        return Spell(*named[born]) if gone is None else Spell(*named[born], *named[gone])

    def wording(one: Stood) -> Wording:
        text = texts[one.paragraph]
        replaced = "" if one.gone is None else _most_alike(text, came[one.gone])
        return Wording(text, spell(one.born, one.gone), one.words, one.lost, replaced)

    def hit(place: Standing) -> Hit:
        path, url, headline = articles[place.article]
        spells = tuple(spell(born, gone) for born, gone in place.spells)
        return Hit(path, url, headline, spells, tuple(map(wording, place.wordings)))

    return [hit(place) for place in places]


def _articles(host: str, path: str) -> tuple[str, list[str]]:
    """The condition, in SQL, that a spell belongs to an outlet, or to the article at a path; and its values."""
    terms = [(f"{name} = ?", value) for name, value in (("host", host), ("path", path)) if value]
    if not terms:
        return "", []
    condition = " AND ".join(term for term, _ in terms)
    return f"AND article IN (SELECT id FROM article WHERE {condition})", [value for _, value in terms]


def _texts(catalogue: Catalogue, paragraphs: Iterable[int]) -> dict[int, str]:
    return dict(catalogue.among("SELECT id, text FROM paragraph WHERE id IN ({})", sorted(paragraphs)))


def _matched(
    catalogue: Catalogue, expression: re.Pattern[str] | None, paragraphs: Iterable[int]
) -> dict[int, tuple[str, ...]]:
    """What an expression matched in each paragraph, by its number."""
    if expression is None:
        return {}
    return {
        n: tuple(dict.fromkeys(match[0] for match in expression.finditer(text)))
        for n, text in _texts(catalogue, paragraphs).items()
    }


def _spells(stood: Sequence[Stood]) -> tuple[tuple[int, int | None], ...]:
    """The times of several paragraphs as one: a paragraph that was told otherwise went on holding the words."""
    found: list[tuple[int, int | None]] = []
    _, first, last, *_ = stood[0]
    for _, born, gone, *_ in stood[1:]:
        if last is not None and last < born:
            found.append((first, last))
            first, last = born, gone
        elif last is not None:
            last = None if gone is None else max(last, gone)
    return (*found, (first, last))


def _wordings(stood: Sequence[Stood]) -> tuple[Stood, ...]:
    """The paragraphs, newest first, each with whether its words are lost."""
    standing = {word.casefold() for one in stood if one.gone is None for word in one.words or ("",)}
    told = [one._replace(lost=any(word.casefold() not in standing for word in one.words or ("",))) for one in stood]
    return tuple(sorted(told, key=lambda one: -one.born))


def _came(catalogue: Catalogue, revisions: Iterable[int]) -> dict[int, list[str]]:
    """The paragraphs that each of these revisions brought."""
    found: dict[int, list[str]] = {n: [] for n in revisions}
    asked = "SELECT born, text FROM spell JOIN paragraph ON paragraph.id = spell.paragraph WHERE born IN ({})"
    for born, text in catalogue.among(asked, sorted(found)):
        found[born].append(text)
    return found


def _most_alike(text: str, others: Sequence[str]) -> str:
    """The one of these paragraphs that took the place of a text; empty where none is like it."""
    if text in others:  # it stands on, in the article that observes what another only imported
        return ""
    words = bag(text)
    likest = max(others, key=lambda other: likeness(words, bag(other), weight(words) + weight(bag(other))), default="")
    grown = within(words, bag(likest)) >= _LEAST_KEPT or within(bag(likest), words) >= _LEAST_KEPT
    return likest if grown else ""
