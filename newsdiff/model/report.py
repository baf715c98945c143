"""Which edits deserve a second look, and why."""

from enum import StrEnum

from newsdiff.model.article import brief
from newsdiff.model.diff import Diff, WordCounts
from newsdiff.named_tuple import NamedTuple


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
    EVENT = "event"
    LABEL = "label"
    WORDING = "wording"
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
        return ("low", "medium", "high").index(self._value_)  # which costs a tenth of ``value``


class Flag(NamedTuple):
    """Why an edit deserves a second look; ``old`` and ``new`` are the spans that a reader would quote.

    >>> Flag(FlagKind.NUMBER, Severity.HIGH, "12", "14", subject="dead")
    <Flag number, high: '12' -> '14'>
    """

    kind: FlagKind
    severity: Severity
    old: str = ""
    new: str = ""
    subject: str = ""
    old_block: int | None = None  # index into old.blocks, where the flag is about one
    new_block: int | None = None
    reason: str = ""

    def __repr__(self) -> str:
        return f"<Flag {self.kind}, {self.severity}: {brief(self.old)} -> {brief(self.new)}>"


class Place(NamedTuple):
    """One place of change: a sentence with its counterpart, or blocks that came, went or moved (``whole``)."""

    old: str
    new: str
    old_block: int | None
    new_block: int | None
    whole: bool = False
    headline: bool = False
    lede: bool = False  # the standfirst, or the first paragraph of either side
    holds: frozenset[FlagKind] = frozenset()  # what a text without counterpart tells: a number, a source, a denial
    leads: bool = False  # it states nothing and sends its reader elsewhere
    telling: str = ""  # of a whole block, the sentence that says most
    toll: bool = False  # its sentences tell different numbers of dead, hurt or missing


class Finding(NamedTuple):
    """One place of change as a reader is told of it, with all its flags; ``findings`` has the most important first.

    >>> flag = Flag(FlagKind.NUMBER, Severity.HIGH, "12", "14")
    >>> Finding(FlagKind.NUMBER, Severity.HIGH, (flag,), "12 dead", "14 dead")
    <Finding number, high: '12 dead' -> '14 dead'>
    """

    kind: FlagKind  # of its weightiest flag other than ``headline``, if it has one
    severity: Severity
    flags: tuple[Flag, ...]
    old: str = ""  # the changed words with so much of the sentence that a reader understands them
    new: str = ""
    weight: float = 0.0  # points; only their order means something
    old_block: int | None = None
    new_block: int | None = None
    count: int = 1  # type: ignore[assignment]  # places that say the same; nobody counts in a finding

    @property
    def kinds(self) -> tuple[FlagKind, ...]:
        """The kinds of its flags, its own first, each once.

        >>> a, b = (Flag(kind, Severity.HIGH) for kind in (FlagKind.DATE, FlagKind.EVENT))
        >>> [str(kind) for kind in Finding(FlagKind.EVENT, Severity.HIGH, (a, b)).kinds]
        ['event', 'date']
        """
        return tuple(dict.fromkeys([self.kind, *(flag.kind for flag in self.flags)]))

    def __repr__(self) -> str:
        return f"<Finding {self.kind}, {self.severity}: {brief(self.old)} -> {brief(self.new)}>"


class Disclosed(StrEnum):
    """Whether the publisher told its readers of the edit. Only a note does: no reader sees a time in a page's markup.

    >>> [str(one) for one in Disclosed if is_told(one)]
    ['note']
    """

    NOTE = "note"  # a correction or update note came with it
    TIME = "time"  # only the claimed time of modification moved
    NO = "no"  # neither, though the page states times
    UNKNOWN = "unknown"  # the page states none

    @property
    def words(self) -> str:
        """How a reader is told so."""
        return _DISCLOSED_WORDS[self]

    @classmethod
    def kept(cls, trailer: str) -> "Disclosed | None":
        """What a message says; None where it says nothing, as of a first text, or something unheard of."""
        return next((one for one in cls if one == trailer), None)


def gravity(severity: str, weight: float | None, disclosed: str) -> tuple[int, float, bool]:
    """What sorts edits, the gravest greatest: severity, then weight; among equals those that nobody was told of.

    >>> told, silent, small = ("high", 90.0, "note"), ("high", 90.0, "no"), ("medium", 99.0, "no")
    >>> max(told, silent, small, key=lambda edit: gravity(*edit))
    ('high', 90.0, 'no')
    """
    known = next((one.rank for one in Severity if one == severity), -1)
    return known, weight or 0.0, not is_told(disclosed)


def is_told(disclosed: str) -> bool:
    """Whether readers were told of an edit, by its report or its message: what ``undisclosed`` means everywhere."""
    return disclosed == Disclosed.NOTE


_DISCLOSED_WORDS = {
    Disclosed.NOTE: "with a note",
    Disclosed.TIME: "no note, only a new time",
    Disclosed.NO: "no note",
    Disclosed.UNKNOWN: "no note seen",
}


class RuleFault(NamedTuple):
    """A rule that failed in newsdiff itself: its flags are missing."""

    rule: str
    error: str  # type, message and place of what it raised


class Report(NamedTuple):
    """A comparison and its judgement: what ``newsdiff.compare`` gives. Notebooks show it as ``newsdiff diff`` does.

    >>> from newsdiff import article, compare
    >>> old = article(["Twelve people were injured, the mayor said."], "Ferry collides with pier", "en")
    >>> new = article(["Twelve people were killed, the mayor said."], "Ferry collides with pier", "en")
    >>> report = compare(old, new)
    >>> report
    <Report 1 finding, high, +1 -1 words: 'injured -> killed'>
    >>> report.flags[0].kind, report.words.inserted, str(report.disclosed)
    (<FlagKind.EVENT: 'event'>, 1, 'unknown')
    """

    diff: Diff
    flags: tuple[Flag, ...]
    disclosed: Disclosed
    words: WordCounts
    disclosed_reason: str = ""
    findings: tuple[Finding, ...] = ()  # the flags by place, the gravest first
    summary: str = ""  # what a desk editor would say of the whole edit, in one line
    notes: tuple[str, ...] = ()  # what the reader must know of the judgement itself, such as a language without a table
    faults: tuple[RuleFault, ...] = ()  # whose flags are missing, beside what the other rules found
    rules: str = ""  # the version of the rules, and of the settings where they are not the usual ones
    ours: bool = False  # nobody edited anything: newsdiff's own cleaner reads the page differently

    @property
    def alarms(self) -> tuple[Flag, ...]:
        """The flags that a reader is alarmed by: all but those on mere wording."""
        return tuple(flag for flag in self.flags if flag.kind is not FlagKind.WORDING)

    @property
    def weight(self) -> float:
        """That of its gravest finding, the first; 0 without any."""
        return self.findings[0].weight if self.findings else 0.0

    def __repr__(self) -> str:
        count = f"{len(self.findings)} finding{'' if len(self.findings) == 1 else 's'}"
        worst = max((finding.severity for finding in self.findings), key=lambda s: s.rank, default="")
        words = f"+{self.words.inserted} -{self.words.deleted} words"
        told = f": {brief(self.summary, 60)}" if self.summary else ""
        return f"<Report {', '.join(filter(None, (count, worst, words)))}{told}>"

    def _repr_html_(self) -> str:
        from newsdiff.render.notebook import report  # only a notebook asks

        return report(self)


class FlagSettings(NamedTuple):
    """Which flags a reader wants to see."""

    off: frozenset[str] = frozenset()
    severity: tuple[tuple[str, str], ...] = ()  # kind -> severity
    min_severity: Severity = Severity.LOW
    names: tuple[str, ...] = ()  # watched names
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # word list -> the user's additions
    rules: tuple[str, ...] = ()  # modules that register rules of the user's own
    language: str = ""  # of the texts, whatever they claim; else it is found
