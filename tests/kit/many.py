"""A store of many invented articles: outlets, tags, edits of every kind, made fast."""

import random
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.model import Article, RevisionKind
from newsdiff.store import Record, Store
from tests.kit.site import told

START = datetime(2026, 1, 5, 8, tzinfo=UTC)
_DEAD = ("injured 12 people", "killed 12 people", "killed 14 people")
_WHO = ("Mayor Ada Lind", "former Mayor Ada Lind", "Minister Oskar Hald", "former Minister Oskar Hald")
_BATCH = 500


def text(number: int, state: int) -> Article:
    """The text of one article in one of its states."""
    r = random.Random(number)
    states = random.Random(f"{number} {state}")
    lines = told(number, 12)
    lines[states.randrange(12)] = f"The accident {states.choice(_DEAD)}, {r.choice(_WHO)} said on day {state}."
    if state % 3 == 2:
        lines[0] = f"{_WHO[(number + state) % 4]} called the crash an outrage in the year {2000 + state}."
    headline = f"Notes from Port Amber, number {number}"
    published = (START + timedelta(hours=number % 500)).isoformat()
    url = f"https://outlet{number % 20}.example/2026/story-{number}"
    return article(lines, headline, language="en")._replace(url=url, published=published)


def filled(folder: Path, articles: int, revisions: int) -> Store:
    """A store with so many articles and, in all, so many revisions, each article's a week apart."""
    store = Store.create(folder)
    paths: dict[int, str] = {}
    for state, first in product(range(-(-revisions // articles)), range(0, articles, _BATCH)):
        left = revisions - state * articles
        numbers = range(first, min(first + _BATCH, articles, left))
        records = [_record(number, state, paths) for number in numbers]
        made = store.record(records, now=START + timedelta(days=400))
        paths |= {number: revision.path for number, revision in zip(numbers, made, strict=True)}
    return store


def _record(number: int, state: int, paths: dict[int, str]) -> Record:
    """One revision: the first, or an edit of the state before it."""
    seen = START + timedelta(hours=number % 500 + 1) + timedelta(days=7 * state)
    new = text(number, state)
    if not state:
        return Record(new, RevisionKind.FIRST, seen)
    since, report = seen - timedelta(hours=6), compare(text(number, state - 1), new)
    return Record(new, RevisionKind.EDIT, seen, since, report, path=paths[number])
