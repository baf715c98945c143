"""The tables of an export and their columns: what each holds, in which unit. ``docs/export.md`` shows the same."""

from enum import StrEnum

from newsdiff.named_tuple import NamedTuple


class ColumnType(StrEnum):
    """What a column holds; every column but a key may be empty (null)."""

    INTEGER = "integer"
    REAL = "real"
    TEXT = "text"
    TIME = "time"  # a point in time, UTC, to the second; ISO 8601 text where the format knows none


class Column(NamedTuple):
    """One column of a table."""

    name: str
    type: ColumnType
    meaning: str


class Table(NamedTuple):
    """One table; its first column is its key, or what its rows are ordered by."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    links: tuple[tuple[str, str], ...] = ()  # a column, and the table that it is the key of


def _columns(*told: tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    return tuple(Column(*one) for one in told)


_INTEGER, _REAL, _TEXT, _TIME = ColumnType
ARTICLES = Table(
    "articles",
    "One row an article.",
    _columns(
        ("article", _INTEGER, "key: 1 for the article that was recorded first"),
        ("path", _TEXT, "its file in the store's git repository"),
        ("url", _TEXT, "its address; secrets in it are masked"),
        ("host", _TEXT, "the outlet: the folder of its file"),
        ("headline", _TEXT, "the headline that stands now"),
        ("published", _TIME, "when it was published, as its publisher claims"),
        ("first_seen", _TIME, "when its first text was seen"),
        ("last_changed", _TIME, "when its newest text was first seen"),
        ("revisions", _INTEGER, "how many were recorded, recleans counted in"),
        ("tags", _TEXT, "tags of your own, joined by commas"),
    ),
)
REVISIONS = Table(
    "revisions",
    "One row a recorded text, oldest first.",
    _columns(
        ("revision", _INTEGER, "key: 1 for the oldest of the store"),
        ("article", _INTEGER, "the article"),
        ("number", _INTEGER, "1 for the article's first: the N of @N"),
        ("commit", _TEXT, "the git commit, 40 hexadecimal digits"),
        ("kind", _TEXT, "first, edit, revert, removed, restored, moved or reclean"),
        ("seen_at", _TIME, "when the text was seen"),
        ("since", _TIME, "when the text before it was last seen: the edit lies between"),
        ("headline", _TEXT, "the headline of this text"),
        ("flags", _TEXT, "kinds of flags, joined by commas"),
        ("severity", _TEXT, "of the gravest flag: low, medium or high"),
        ("weight", _REAL, "of the gravest finding, in points; only their order means something"),
        ("disclosed", _TEXT, "whether readers were told: note; not by time, no or unknown"),
        ("words_in", _INTEGER, "words that came"),
        ("words_out", _INTEGER, "words that went"),
        ("words_moved", _INTEGER, "words that changed their place alone"),
        ("summary", _TEXT, "the edit in one line"),
        ("text_sha256", _TEXT, "SHA-256 of the stored file, 64 hexadecimal digits"),
        ("raw_sha256", _TEXT, "SHA-256 of the raw page's body, where it was kept"),
    ),
    (("article", "articles"),),
)
PARAGRAPHS = Table(
    "paragraphs",
    "One row a paragraph for each time that it came into an article: its text, since which revision, until which.",
    _columns(
        ("paragraph", _INTEGER, "key"),
        ("article", _INTEGER, "the article"),
        ("born", _INTEGER, "the revision that brought it"),
        ("gone", _INTEGER, "the first revision without it; empty while it stands"),
        ("place", _INTEGER, "where it stood when it came: 0 for the first of the text"),
        (
            "kind",
            _TEXT,
            "headline, dek, byline, date, heading, paragraph, quote, caption, list_item, row or correction",
        ),
        ("text", _TEXT, "its text, on one line"),
    ),
    (("article", "articles"), ("born", "revisions"), ("gone", "revisions")),
)
FINDINGS = Table(
    "findings",
    "One row a finding, as the commit tells it: the ten gravest of a revision, mere wording left out.",
    _columns(
        ("finding", _INTEGER, "key: a hundred times the revision, and the finding's rank in it from 1"),
        ("revision", _INTEGER, "the revision"),
        ("article", _INTEGER, "the article"),
        ("kinds", _TEXT, "kinds of flags, its own first, joined by commas"),
        ("old", _TEXT, "the old words, at most 100 characters; empty where there are none"),
        ("new", _TEXT, "the new words, at most 100 characters; empty where there are none"),
    ),
    (("revision", "revisions"), ("article", "articles")),
)
OBSERVATIONS = Table(
    "observations",
    "One row a line of the log: every visit and what else was observed.",
    _columns(
        ("observation", _INTEGER, "key: 1 for the first of the export"),
        ("at", _TIME, "when"),
        ("event", _TEXT, "visit, found, rest, accepted, rejected, resumed, archived, clock, learned or decided"),
        ("status", _TEXT, "how a visit ended: unchanged, edit, missing, suspect, unreachable ..."),
        ("url", _TEXT, "the address that was visited (of rest, learned and decided: perhaps a host alone)"),
        ("article", _INTEGER, "the article, where the address is known as one"),
        ("commit", _TEXT, "the git commit of what was recorded"),
        ("http", _INTEGER, "the status of the HTTP answer; empty where there was none"),
        ("words", _INTEGER, "words of the text that was read, where it was told"),
        ("error", _TEXT, "why there was no text"),
        ("reasons", _TEXT, "why a text was doubted, joined by semicolons"),
        ("source", _TEXT, "the feed, sitemap or section page that brought an address"),
    ),
    (("article", "articles"),),
)
TABLES = (ARTICLES, REVISIONS, PARAGRAPHS, FINDINGS, OBSERVATIONS)
