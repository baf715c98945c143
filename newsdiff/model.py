"""The nouns of newsdiff: frozen values, nothing else. Reading this file is the introduction.

Sides are always ``old`` and ``new``. Times are aware datetimes in UTC; times that a publisher claims are kept as
the ISO 8601 text they were read from.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

# --- what a page is ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the decoded (not transfer-encoded) body and the headers that matter."""

    url: str
    final_url: str
    status: int
    content_type: str
    body: bytes
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    permanent_url: str | None = None  # where an unbroken chain of 301/308 led
    headers: tuple[tuple[str, str], ...] = ()
    truncated: bool = False  # nothing proves that the body is whole, and it does not end as one does


class BlockKind(StrEnum):
    """What a reader takes a block for."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    ROW = "row"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Block:
    """Text that a reader sees as one unit; one line, never empty."""

    kind: BlockKind
    text: str


@dataclass(frozen=True)
class Article:
    """A page cleaned down to its text: the only thing that is stored and compared."""

    url: str
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    blocks: tuple[Block, ...] = ()
    published_guess: str | None = None  # read from the page's text, not machine-readable: never flagged
    live: bool = False  # a live blog: it is meant to change
    free: bool | None = None  # isAccessibleForFree, where the page says so

    @cached_property
    def headline(self) -> str:
        """The first headline block's text, or the empty string."""
        return next((b.text for b in self.blocks if b.kind is BlockKind.HEADLINE), "")

    @cached_property
    def text(self) -> str:
        """All blocks, one a line."""
        return "\n".join(b.text for b in self.blocks)


@dataclass(frozen=True, slots=True)
class Removed:
    """Text that cleaning took out, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning gave: the article, and each piece that it took out."""

    article: Article
    removed: tuple[Removed, ...] = ()
    canonical: str | None = None  # the URL that the page calls its own, where it may be believed
    marks: tuple[str, ...] = ()  # what the gate looks at: "wall: ...", "stub: ...", "mojibake: ..."


# --- what is kept -----------------------------------------------------------------------------------------------------


class RevisionKind(StrEnum):
    """Why a revision was recorded."""

    FIRST = "first"
    EDIT = "edit"
    REVERT = "revert"
    REMOVED = "removed"
    RESTORED = "restored"
    MOVED = "moved"
    RECLEAN = "reclean"


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit: one kept text of one article. ``article`` is loaded on demand (``Store.read``)."""

    id: str
    path: str
    url: str
    seen_at: datetime
    since: datetime | None
    kind: RevisionKind
    headline: str = ""
    flags: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()  # the flag lines of the message
    words: "Words | None" = None
    disclosed: str = ""
    trailers: tuple[tuple[str, str], ...] = ()
    article: Article | None = None


# --- what changed -----------------------------------------------------------------------------------------------------


class Op(StrEnum):
    """What became of a span or of blocks; the first four in difflib's words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"


class Level(StrEnum):
    """How deep an edit goes."""

    TYPOGRAPHY = "typography"  # quote and dash style, NBSP, white space: hidden by default
    FORM = "form"  # spelling, case, number style, abbreviation: shown dimmed, not flagged
    SUBSTANCE = "substance"


@dataclass(frozen=True, slots=True)
class Edit:
    """A span and what stands in its place; offsets in code points of the hunk's old and new text."""

    op: Op  # equal, insert, delete, replace
    old: str
    new: str
    old_start: int
    new_start: int
    level: Level = Level.SUBSTANCE
    moved: int | None = None  # the two halves (delete, insert) of one moved sentence share a number


@dataclass(frozen=True, slots=True)
class Hunk:
    """Blocks and what became of them; ``old_text`` and ``new_text`` join them with a line feed.

    The edits of a hunk, joined, give both texts back. ``old_index`` and ``new_index`` are the places of its first
    block in the articles; for an insert ``old_index`` is where it would stand, and the other way round.
    """

    op: Op
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    old_index: int
    new_index: int
    edits: tuple[Edit, ...] = ()

    @property
    def old_text(self) -> str:
        """The old blocks, one a line."""
        return "\n".join(b.text for b in self.old)

    @property
    def new_text(self) -> str:
        """The new blocks, one a line."""
        return "\n".join(b.text for b in self.new)


@dataclass(frozen=True, slots=True)
class Words:
    """Words (tokens that hold a letter or a digit) that came, went, and only changed their place."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Diff:
    """The whole comparison: hunks in reading order of new; every block of both articles stands in exactly one."""

    old: Article
    new: Article
    hunks: tuple[Hunk, ...]
    words: Words = field(default_factory=Words)


class FlagKind(StrEnum):
    """Why an edit deserves a second look."""

    TITLE = "title"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    MODALITY = "modality"
    HEADLINE = "headline"
    BYLINE = "byline"
    PUBLISHED = "published"
    CORRECTION = "correction"
    DELETED = "deleted"
    ADDED = "added"
    MOVED = "moved"


class Severity(StrEnum):
    """How loudly a flag speaks; ``rank`` orders them."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 2 for high."""
        return ("low", "medium", "high").index(self.value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Why an edit deserves a second look; ``old`` and ``new`` are the spans that a reader would quote."""

    kind: FlagKind
    severity: Severity
    old: str = ""
    new: str = ""
    subject: str = ""
    old_block: int | None = None  # index into old.blocks, where the flag is about one
    new_block: int | None = None
    reason: str = ""


class Disclosed(StrEnum):
    """Whether the publisher told its readers of the edit."""

    NOTE = "note"  # a correction or update note came with it
    TIME = "time"  # only the claimed time of modification moved
    NO = "no"  # neither, though the page states times
    UNKNOWN = "unknown"  # the page states none


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison and its judgement."""

    diff: Diff
    flags: tuple[Flag, ...]
    disclosed: Disclosed
    words: Words
    disclosed_reason: str = ""
    notes: tuple[str, ...] = ()  # what the reader must know of the judgement itself, such as a language without a table


# --- what a visit gives -----------------------------------------------------------------------------------------------


class Status(StrEnum):
    """How a visit ended (DESIGN: recording)."""

    UNCHANGED = "unchanged"
    NOT_MODIFIED = "not-modified"
    FIRST = "first"
    EDIT = "edit"
    REVERT = "revert"
    RESTORED = "restored"
    MOVED = "moved"
    REMOVED = "removed"
    RECLEAN = "reclean"
    MISSING = "missing"
    VARIANT = "variant"
    SUSPECT = "suspect"
    BLOCKED = "blocked"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one visit gave."""

    url: str
    status: Status
    revision: Revision | None = None
    report: Report | None = None
    error: str = ""
    reasons: tuple[str, ...] = ()
    streak: int = 1  # how many visits in a row ended like this one (a suspect: how often this text was read)


# --- settings (read from config.toml by config.py) --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched; times in seconds, sizes in bytes."""

    contact: str = ""
    delay: float = 5.0
    deadline: float = 30.0
    max_bytes: int = 10_000_000
    allow_private: bool = False
    proxy: str = ""
    ca_file: str = ""  # certificate authorities (PEM) in place of certifi's


@dataclass(frozen=True, slots=True)
class FlagSettings:
    """Which flags a reader wants to see."""

    off: frozenset[str] = frozenset()
    severity: tuple[tuple[str, str], ...] = ()  # kind -> severity
    min_severity: Severity = Severity.LOW
    names: tuple[str, ...] = ()  # watched names
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # word list -> the user's additions


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What one host needs; ``remove``, ``body`` and ``headline`` are CSS selectors or XPath expressions."""

    host: str
    remove: tuple[str, ...] = ()
    body: str = ""
    headline: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    delay: float | None = None
    every: timedelta | None = None
    flags: FlagSettings | None = None


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """When articles are visited; ``every`` overrides the tiers by age."""

    every: timedelta | None = None
    retire_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class EvidenceSettings:
    """What proves a store's history to others."""

    sign: bool = False
    signing_key: str = ""
    timestamp_url: str = ""


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """How the store keeps what it keeps; ``keep_raw`` is all, changed or none."""

    worktree: bool = True
    keep_raw: str = "changed"


@dataclass(frozen=True, slots=True)
class Settings:
    """config.toml, read and checked."""

    fetch: FetchSettings = field(default_factory=FetchSettings)
    watch: WatchSettings = field(default_factory=WatchSettings)
    flags: FlagSettings = field(default_factory=FlagSettings)
    evidence: EvidenceSettings = field(default_factory=EvidenceSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    sites: tuple[SiteSettings, ...] = ()

    def site(self, host: str) -> SiteSettings:
        """The settings of a host: its own, else those of the nearest parent domain, else none."""
        found = {s.host: s for s in self.sites}
        labels = host.lower().split(".")
        names = (".".join(labels[i:]) for i in range(len(labels)))
        return next((found[n] for n in names if n in found), SiteSettings(host))
