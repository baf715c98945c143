"""What the tables hold, a batch of rows at a time: from the catalogue, and from the log of observations."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.export.tables import ARTICLES, FINDINGS, OBSERVATIONS, PARAGRAPHS, REVISIONS, Table
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.layout import outlet
from newsdiff.store.repository.commit_message import quoted
from newsdiff.text.urls import public
from newsdiff.watch.state import observation_log
from newsdiff.watch.state.observation import Observation
from newsdiff.watch.state.observation_log import LogPosition

BATCH_ROWS = 5_000
_RANKS = 100  # findings of a revision that a key can tell apart
Row = tuple[Any, ...]


class Selection(NamedTuple):
    """Which part of a store is exported; None: all of it."""

    since: datetime | None = None
    host: str | None = None  # the folder of an outlet
    tag: str | None = None


class Mark(NamedTuple):
    """How far an export went: what came later is new."""

    revision: int = 0
    observation: int = 0
    log: LogPosition = LogPosition()


_ALL = Mark()


class StoreRows:
    """The rows of a selection; times as seconds since 1970, texts empty rather than missing."""

    def __init__(self, catalogue: Catalogue, tags: Mapping[str, tuple[str, ...]], selection: Selection) -> None:
        self._catalogue, self._tags, self.selection = catalogue, tags, selection
        self._since = int(selection.since.timestamp()) if selection.since else None
        self.log_end = LogPosition()
        self.observations = 0
        self._choose()
        self._numbers: dict[str, int] = dict(self._all("SELECT path, id FROM article WHERE id IN wanted"))
        self._of_url: dict[str, int] = dict(self._all("SELECT url, id FROM article WHERE id IN wanted"))

    def _choose(self) -> None:
        """Which articles are exported, as a table that lives as long as the catalogue is open."""
        tagged = [path for path, tags in self._tags.items() if self.selection.tag in tags]
        terms = {
            "host = ?": self.selection.host,
            "id IN (SELECT article FROM revision WHERE seen >= ?)": self._since,
            "path IN (SELECT value FROM json_each(?))": json.dumps(tagged) if self.selection.tag else None,
        }
        given = {term: value for term, value in terms.items() if value is not None}
        where = " AND ".join(["1", *given])
        self._all("DROP TABLE IF EXISTS temp.wanted")
        self._all(f"CREATE TEMP TABLE wanted AS SELECT id FROM article WHERE {where}", *given.values())

    def _all(self, sql: str, *values: Any) -> list[Row]:
        return self._catalogue.rows(sql, *values)

    @property
    def newest(self) -> int:
        """The key of the newest revision of the store."""
        return int(self._all("SELECT coalesce(max(id), 0) FROM revision")[0][0])

    def batches(self, table: Table, mark: Mark = _ALL) -> Iterator[list[Row]]:
        """The rows of a table that are new since ``mark``, or changed; of articles always all."""
        found = {
            ARTICLES.name: self._articles,
            REVISIONS.name: self._revisions,
            PARAGRAPHS.name: self._paragraphs,
            FINDINGS.name: self._findings,
            OBSERVATIONS.name: self._observed,
        }[table.name]
        yield from found(mark)

    def _pages(self, sql: str, *values: Any) -> Iterator[list[Row]]:
        """The answers to a question that asks for keys above one, in the order of keys, and at most so many."""
        last = 0
        while rows := self._all(sql, last, *values, BATCH_ROWS):
            yield rows
            last = rows[-1][0]

    def _articles(self, _mark: Mark) -> Iterator[list[Row]]:
        sql = (
            "SELECT id, path, url, host, headline, published,"
            " (SELECT min(seen) FROM revision WHERE article = article.id),"
            " (SELECT max(seen) FROM revision WHERE article = article.id AND kind != 'reclean'), revisions"
            " FROM article WHERE id > ? AND id IN wanted ORDER BY id LIMIT ?"
        )
        for rows in self._pages(sql):
            yield [(*row, ",".join(self._tags.get(row[1], ()))) for row in rows]

    def _revisions(self, mark: Mark) -> Iterator[list[Row]]:
        sql = (
            "SELECT id, article, number, name, kind, seen, since, headline, flags, severity, weight, disclosed,"
            " words_in, words_out, words_moved, summary, text_sha256, raw_sha256 FROM revision"
            " WHERE id > ? AND id > ? AND seen >= ? AND article IN wanted ORDER BY id LIMIT ?"
        )
        yield from self._pages(sql, mark.revision, self._first)

    def _paragraphs(self, mark: Mark) -> Iterator[list[Row]]:
        sql = (
            "SELECT spell.rowid, spell.article, born, gone, place, kind, text"
            " FROM spell JOIN paragraph ON paragraph.id = spell.paragraph"
            " WHERE spell.rowid > ? AND (born > ? OR gone > ?) AND spell.article IN wanted"
            " AND (gone IS NULL OR (SELECT seen FROM revision WHERE revision.id = gone) >= ?)"
            " ORDER BY spell.rowid LIMIT ?"
        )
        yield from self._pages(sql, mark.revision, mark.revision, self._first)

    def _findings(self, mark: Mark) -> Iterator[list[Row]]:
        sql = (
            "SELECT id, article, lines FROM revision WHERE id > ? AND id > ? AND lines != '' AND seen >= ?"
            " AND article IN wanted ORDER BY id LIMIT ?"
        )
        for rows in self._pages(sql, mark.revision, self._first):
            yield [
                (revision * _RANKS + rank, revision, article, kinds.replace(", ", ","), old, new)
                for revision, article, lines in rows
                for rank, (kinds, old, new) in enumerate(map(quoted, lines.split("\n")[: _RANKS - 1]), 1)
            ]

    @property
    def _first(self) -> int:
        """The earliest second that is wanted."""
        return -(1 << 62) if self._since is None else self._since

    def _observed(self, mark: Mark) -> Iterator[list[Row]]:
        self.log_end, self.observations = mark.log, mark.observation
        lines = self._lines(mark)
        while rows := list(islice(lines, BATCH_ROWS)):
            yield rows

    def _lines(self, mark: Mark) -> Iterator[Row]:
        for seen, end in observation_log.read(self._catalogue.store.private, mark.log):
            self.log_end = end
            if seen is None:
                continue
            url = public(seen.url)
            article = self._article(seen, url)
            if not self._is_wanted(seen, article):
                continue
            self.observations += 1
            yield (
                self.observations,
                int(seen.at.timestamp()),
                seen.event.value,
                seen.status.value if seen.status else "",
                url,
                article,
                seen.revision,
                seen.http or None,
                seen.words or None,
                seen.error,
                "; ".join(seen.reasons),
                public(seen.source) if seen.source else "",
            )

    def _article(self, seen: Observation, url: str) -> int | None:
        """The article that a line tells of; what a line says of an address holds for the next ones too."""
        found = self._numbers.get(seen.path) if seen.path else None
        if found is not None:
            self._of_url[url] = found
        return found if found is not None else self._of_url.get(url)

    def _is_wanted(self, seen: Observation, article: int | None) -> bool:
        asked = self.selection
        if asked.since and seen.at < asked.since:
            return False
        if asked.tag:
            return article is not None
        return asked.host is None or article is not None or _outlet(seen.url) == asked.host


def _outlet(url: str) -> str:
    return outlet(url if "://" in url else f"https://{url}/")
