"""A catalogue of an empty store, filled with rows by hand: what the questions to it are tested with, without git."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.store import Store
from newsdiff.text.scripts import spaced

START = datetime(2026, 3, 2, 8, tzinfo=UTC)  # a Monday
DAY, HOUR = 86_400, 3_600


class Row(NamedTuple):
    """One revision: so many seconds after the start, of the article at a path."""

    path: str
    seconds: int
    kind: str = "edit"
    flags: str = ""
    severity: str = ""
    disclosed: str = ""
    weight: float | None = 0.0
    summary: str = ""
    lines: str = ""
    faulty: bool = False
    dismissed: bool = False
    published: int | None = 0  # seconds after the start, as its publisher claims; the first row of an article tells it
    headline: str = "News"

    @property
    def host(self) -> str:
        """The folder of its article."""
        return self.path.split("/")[0]


def name_of(number: int) -> str:
    """The commit of the revision that stands at this place among the rows, counted from 1."""
    return f"{number:040x}"


def catalogue_of(folder: Path, rows: Iterable[Row]) -> Catalogue:
    """A catalogue that holds these revisions, in this order; its store is empty."""
    made = Catalogue(Store.create(folder / "snapshots"))
    start = int(START.timestamp())
    articles: dict[str, int] = {}
    counts: dict[str, int] = {}
    claims: dict[str, int | None] = {}
    told, facts = [], {}
    for number, row in enumerate(rows, 1):
        article = articles.setdefault(row.path, len(articles) + 1)
        counts[row.path] = counts.get(row.path, 0) + 1
        claims.setdefault(row.path, None if row.published is None else start + row.published)
        url = f"https://{row.path.removesuffix('.md')}"
        facts[row.path] = (article, row.path, url, row.host, row.headline, claims[row.path], counts[row.path])
        verdict = (row.flags, row.severity, row.disclosed, row.weight, row.summary, row.lines, row.faulty)
        seen = start + row.seconds
        told.append((number, name_of(number), article, counts[row.path], seen, row.kind, *verdict, row.dismissed))
    made.write("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", list(facts.values()))
    made.write(
        "INSERT INTO revision (id, name, article, number, seen, kind, flags, severity, disclosed, weight, summary,"
        " lines, faulty, dismissed, headline, text_sha256, raw_sha256, rules)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '')",
        told,
    )
    return made


class Stood(NamedTuple):
    """A paragraph of the article at a path, from one revision up to before another (None: it stands)."""

    path: str
    text: str
    born: int
    gone: int | None = None
    kind: str = "paragraph"


def put_paragraphs(catalogue: Catalogue, stood: Iterable[Stood]) -> None:
    """Put spells of paragraphs into a catalogue; the same words in one article are one paragraph."""
    articles = dict(catalogue.rows("SELECT path, id FROM article"))
    numbers: dict[tuple[str, str, str], int] = {}
    spells = []
    for place, one in enumerate(stood):
        number = numbers.setdefault((one.path, one.text, one.kind), len(numbers) + 1)
        spells.append((number, articles[one.path], one.born, one.gone, place))
    rows = [(number, articles[path], kind, text) for (path, text, kind), number in numbers.items()]
    catalogue.write("INSERT INTO paragraph VALUES (?, ?, ?, ?)", rows)
    catalogue.write("INSERT INTO word (rowid, text) VALUES (?, ?)", [(row[0], spaced(row[3])) for row in rows])
    catalogue.write("INSERT INTO spell VALUES (?, ?, ?, ?, ?)", spells)
