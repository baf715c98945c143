"""What is kept, and what one visit gave."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdiff.model.article import Article, brief
from newsdiff.model.diff import WordCounts
from newsdiff.model.report import Report
from newsdiff.named_tuple import NamedTuple

_WEIGHT_DIGITS = 8  # more was never written


class RevisionKind(StrEnum):
    """Why a revision was recorded."""

    FIRST = "first"
    EDIT = "edit"
    REVERT = "revert"
    REMOVED = "removed"
    RESTORED = "restored"
    MOVED = "moved"
    RECLEAN = "reclean"


@dataclass(frozen=True, slots=True, repr=False)
class Revision:
    """One commit: one kept text of one article. ``article`` is loaded on demand (``Store.read``).

    ``seen_at`` is when the text was seen, ``since`` when the one before it was last seen: the edit lies between them.
    ``flags`` are kinds of flags, ``words`` counts of words that came, went and moved.
    """

    id: str
    path: str
    url: str
    seen_at: datetime
    since: datetime | None
    kind: RevisionKind
    headline: str = ""
    flags: tuple[str, ...] = ()
    summary: str = ""  # the edit in one line, as the message has it
    lines: tuple[str, ...] = ()  # what the message tells of each finding
    words: WordCounts | None = None
    disclosed: str = ""
    trailers: tuple[tuple[str, str], ...] = ()
    article: Article | None = None

    def trailer(self, name: str) -> str:
        """What the commit's message says behind a name such as ``Cleaner``; empty where it says nothing."""
        return dict(self.trailers).get(name, "")

    @property
    def raw_sha256(self) -> str:
        """The SHA-256 of the page as the server sent it, in hexadecimal digits; empty where none was kept."""
        return self.trailer("Raw-Sha256")

    @property
    def dismissed(self) -> tuple[str, ...]:
        """The lines of the findings that a person called false alarms."""
        return tuple(value for name, value in self.trailers if name == "Dismissed")

    @property
    def rules(self) -> str:
        """The version of the rules that judged it last; empty where none did, or nobody wrote down which."""
        return self.trailer("Rules")

    @property
    def severity(self) -> str:
        """How grave its gravest flag is; empty where it has none."""
        return self.trailer("Severity")

    @property
    def faults(self) -> str:
        """The rules that failed at it, so that nobody knows what they would have found; empty where none did."""
        return self.trailer("Faults")

    @property
    def weight(self) -> float | None:
        """The weight of the gravest finding; None where the message has none."""
        told = self.trailer("Weight")
        return float(told) if told.isascii() and told.isdigit() and len(told) <= _WEIGHT_DIGITS else None

    def __repr__(self) -> str:
        flags = f" [{', '.join(self.flags)}]" if self.flags else ""
        return f"<Revision {self.id[:10]} {self.seen_at:%Y-%m-%dT%H:%MZ} {self.kind}{flags}: {brief(self.headline)}>"


class Dismissal(NamedTuple):
    """What a person called false alarms in an edit: the lines of the findings, since when, and why (may be empty)."""

    lines: tuple[str, ...]
    at: datetime
    why: str = ""


class ArticleHistory(list[Revision]):
    """The revisions of one article, newest first, as ``Store.history`` gives them. Notebooks show a table."""

    def __repr__(self) -> str:
        count = f"{len(self)} revision{'' if len(self) == 1 else 's'}"
        return f"<ArticleHistory {count}{f': {brief(self[0].headline)}, {self[0].url}' if self else ''}>"

    def _repr_html_(self) -> str:
        from newsdiff.render.notebook import history  # only a notebook asks

        return history(self)


class Status(StrEnum):
    """How a visit ended (docs/recording.md)."""

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


RECORDED = frozenset(
    {Status.FIRST, Status.EDIT, Status.REVERT, Status.RESTORED, Status.MOVED, Status.REMOVED, Status.RECLEAN}
)
FAILED = frozenset({Status.UNREACHABLE, Status.ERROR})
PATIENCE_FAILURES = 3  # failures in a row before anybody is told


class Outcome(NamedTuple):
    """What one visit gave."""

    url: str
    status: Status
    revision: Revision | None = None
    report: Report | None = None
    error: str = ""
    reasons: tuple[str, ...] = ()
    streak: int = 1  # how many visits in a row ended like this one (a suspect: how often this text was read); 0: none
    found: int | None = None  # new articles that a feed, sitemap or section page brought; None for an article
