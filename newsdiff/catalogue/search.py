"""When words first stood in any article, when they went, and where they stand now, across all its texts."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.errors import UsageError
from newsdiff.text.scripts import spaced
from newsdiff.text.tokens import plain_words

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

    @property
    def changed(self) -> datetime:
        """When the words came or went last."""
        last = self.spells[-1]
        return last.until or last.since


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


def find(catalogue: Catalogue, paragraphs: Sequence[int], *, host: str = "", path: str = "") -> list[Hit]:
    """The articles that hold or held one of these paragraphs, those in which that changed last first."""
    spells: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    texts: dict[int, int] = {}
    stood = catalogue.among("SELECT article, paragraph, born, gone FROM spell WHERE paragraph IN ({})", paragraphs)
    for article, paragraph, born, gone in sorted(stood, key=lambda row: row[2]):
        spells[article].append((born, gone))
        texts[article] = paragraph
    hits = [
        hit
        for article, times in spells.items()
        if (hit := _hit(catalogue, article, _joined(times), texts[article], host, path)) is not None
    ]
    return sorted(hits, key=lambda hit: hit.changed, reverse=True)


def _joined(spells: list[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    """Spells of several paragraphs as one: a paragraph that was told otherwise went on holding the words."""
    found: list[tuple[int, int | None]] = []
    for born, gone in sorted(spells, key=lambda spell: spell[0]):
        if found and (found[-1][1] is None or found[-1][1] >= born):
            last = found[-1][1]
            found[-1] = (found[-1][0], None if last is None or gone is None else max(last, gone))
        else:
            found.append((born, gone))
    return found


def _hit(
    catalogue: Catalogue, article: int, stood: list[tuple[int, int | None]], paragraph: int, host: str, path: str
) -> Hit | None:
    [(at, url, outlet, headline)] = catalogue.rows(
        "SELECT path, url, host, headline FROM article WHERE id = ?", article
    )
    if (host and outlet != host) or (path and at != path):
        return None
    [(text,)] = catalogue.rows("SELECT text FROM paragraph WHERE id = ?", paragraph)
    numbers = [n for spell in stood for n in spell if n is not None]
    rows = catalogue.among("SELECT id, name, seen FROM revision WHERE id IN ({})", numbers)
    named = {n: (name, datetime.fromtimestamp(seen, UTC)) for n, name, seen in rows}
    spells = tuple(Spell(*named[born]) if gone is None else Spell(*named[born], *named[gone]) for born, gone in stood)
    return Hit(at, url, headline, spells, text)
