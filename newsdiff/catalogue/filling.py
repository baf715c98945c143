"""Revisions into rows: what each article is called by now, what was recorded, which paragraphs came and went."""

import sqlite3
from datetime import UTC, datetime

from newsdiff.model import Article, Revision, RevisionKind
from newsdiff.text.scripts import spaced


class Filling:
    """Adds revisions in the archive's order, within one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, revision: Revision) -> None:
        """Add a revision with its article."""
        article = revision.article
        assert article is not None, "it was read"
        name, number = self._article(revision, article)
        facts: dict[str, object] = {
            "name": revision.id,
            "article": name,
            "number": number,
            "seen": int(revision.seen_at.timestamp()),
            "kind": revision.kind.value,
            "since": int(revision.since.timestamp()) if revision.since else None,
            "headline": article.headline,
            "text_sha256": revision.trailer("Text-Sha256"),
            "raw_sha256": revision.raw_sha256,
        } | _judgement(revision)
        columns, marks = ", ".join(facts), ", ".join("?" * len(facts))
        row = self._db.execute(f"INSERT INTO revision ({columns}) VALUES ({marks})", tuple(facts.values())).lastrowid
        assert row is not None, "it was inserted"
        self._paragraphs(name, row, article, gone=revision.kind is RevisionKind.REMOVED)

    def judge(self, revision: Revision) -> None:
        """Tell a revision that was added as it was judged since."""
        found = _judgement(revision)
        columns = ", ".join(f"{column} = ?" for column in found)
        self._db.execute(f"UPDATE revision SET {columns} WHERE name = ?", (*found.values(), revision.id))

    def _article(self, revision: Revision, article: Article) -> tuple[int, int]:
        """The row of a revision's article, and the revision's number in it."""
        facts = (revision.url, revision.path.split("/")[0], article.headline, _seconds(article.published))
        found = self._db.execute("SELECT id, revisions FROM article WHERE path = ?", (revision.path,)).fetchone()
        if found is None:
            made = self._db.execute(
                "INSERT INTO article (path, url, host, headline, published, revisions) VALUES (?, ?, ?, ?, ?, 1)",
                (revision.path, *facts),
            ).lastrowid
            assert made is not None, "it was inserted"
            return made, 1
        self._db.execute(
            "UPDATE article SET url = ?, host = ?, headline = ?, published = ?, revisions = revisions + 1 WHERE id = ?",
            (*facts, found[0]),
        )
        return found[0], found[1] + 1

    def _paragraphs(self, article: int, revision: int, text: Article, *, gone: bool) -> None:
        """End the spells of the paragraphs that went, and begin those of the ones that came."""
        standing = dict(
            self._db.execute(
                "SELECT paragraph.text, paragraph.id FROM spell JOIN paragraph ON paragraph.id = spell.paragraph"
                " WHERE spell.article = ? AND gone IS NULL",
                (article,),
            ).fetchall()
        )
        now = {} if gone else {block.text: (place, block.kind) for place, block in enumerate(text.blocks)}
        went = [(revision, article, standing[old]) for old in standing.keys() - now.keys()]
        self._db.executemany("UPDATE spell SET gone = ? WHERE article = ? AND paragraph = ? AND gone IS NULL", went)
        for came, (place, kind) in now.items():
            if came not in standing:
                paragraph = self._paragraph(article, kind, came)
                self._db.execute("INSERT INTO spell VALUES (?, ?, ?, NULL, ?)", (paragraph, article, revision, place))

    def _paragraph(self, article: int, kind: str, text: str) -> int:
        """The row of a paragraph, which may have stood there before."""
        found = self._db.execute("SELECT id FROM paragraph WHERE article = ? AND text = ?", (article, text)).fetchone()
        if found:
            return int(found[0])
        made = self._db.execute(
            "INSERT INTO paragraph (article, kind, text) VALUES (?, ?, ?)", (article, kind, text)
        ).lastrowid
        assert made is not None, "it was inserted"
        self._db.execute("INSERT INTO word (rowid, text) VALUES (?, ?)", (made, spaced(text)))
        return made


def _judgement(revision: Revision) -> dict[str, object]:
    """What rules found in an edit, by column."""
    inserted, deleted, moved = revision.words or (None, None, None)
    return {
        "flags": ",".join(revision.flags),
        "severity": revision.severity,
        "disclosed": revision.disclosed,
        "weight": _weight(revision),
        "summary": revision.summary,
        "lines": "\n".join(revision.lines),
        "words_in": inserted,
        "words_out": deleted,
        "words_moved": moved,
        "faulty": bool(revision.faults),
        "rules": revision.rules,
        "dismissed": bool(revision.dismissed),
    }


def _weight(revision: Revision) -> float | None:
    """The weight of the gravest finding, 0 where rules found none; None where none are known to have looked."""
    return 0.0 if revision.weight is None and revision.rules else revision.weight


def _seconds(published: str | None) -> int | None:
    """A claimed time as seconds since 1970, in UTC where it names no zone; None where there is none to be read."""
    try:
        found = datetime.fromisoformat(published or "")
        return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
