"""A commit's message: one function writes it, one reads it back.

The subject ``<kind> [<flags>]: <headline>``, the edit in one line, at most ten lines ``<kinds>  <old> -> <new>`` (one a
finding), one line of counts, and one block of trailers. Foreign text is cut to one line without control, bidi or
line-separator characters before it enters, so no headline can forge a trailer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from newsdiff.document import flat
from newsdiff.model import Article, Dismissal, Finding, Flag, FlagKind, Report, Revision, RevisionKind, WordCounts
from newsdiff.store.timestamps import moment, stamp
from newsdiff.text.urls import public

_ADDRESSES = ("Url", "Alias", "Source")
_KINDS = frozenset(kind.value for kind in RevisionKind)
_SUBJECT_CHARACTERS = 100  # characters
_SUMMARY_CHARACTERS = 400
_SPAN_CHARACTERS = 100  # characters of an old or a new span in a finding's line
_MAX_FINDING_LINES = 10
_COUNTS = " words in, "
_JUDGED = ("Flags", "Severity", "Weight", "Faults", "Words", "Disclosed", "Rules")  # trailers that rules decide
_DISMISSED, _DISMISSED_AT, _DISMISSED_BECAUSE = "Dismissed", "Dismissed-At", "Dismissed-Because"
_DISMISSAL = (_DISMISSED, _DISMISSED_AT, _DISMISSED_BECAUSE)  # trailers of what a person decided
_AS_RECORDED = "Judged anew: as it was recorded."
_VALUE_CHARACTERS = 16_000  # characters of a trailer's value: room for the longest URL that a server takes


@dataclass(frozen=True, slots=True)
class Record:
    """What is to be kept: one article's new text, and what is known of it.

    ``path`` None means a new article. ``since`` is the last time the old text was seen. ``aliases`` are other URLs
    that led to it. ``http_status`` 0 means nothing was fetched. ``source`` is the address in a web archive that it was
    read from; what is ``earlier`` came before the first observation of an article that has a history already.
    """

    article: Article
    kind: RevisionKind
    seen_at: datetime
    since: datetime | None = None
    report: Report | None = None
    http_status: int = 200
    etag: str | None = None
    raw_sha256: str | None = None
    cleaner: str = ""
    path: str | None = None
    aliases: tuple[str, ...] = ()
    source: str = ""
    earlier: bool = False


def trailers(record: Record, text_sha256: str) -> tuple[tuple[str, str], ...]:
    """The trailers of a record in their order; what is not known is left out."""
    article, report = record.article, record.report
    pairs = (
        ("Kind", record.kind.value),
        ("Url", article.url),
        *(("Alias", alias) for alias in record.aliases),
        ("Observed", stamp(record.seen_at)),
        ("Since", stamp(record.since) if record.since else ""),
        ("Flags", ", ".join(_kinds(record))),
        ("Severity", max((flag.severity for flag in _flags(record)), key=lambda s: s.rank, default="")),
        ("Weight", f"{report.weight:.0f}" if report and report.findings else ""),
        ("Faults", ", ".join(fault.rule for fault in record.report.faults) if record.report else ""),
        ("Words", f"+{report.words.inserted} -{report.words.deleted} ~{report.words.moved}" if report else ""),
        ("Disclosed", report.disclosed.value if report and record.kind is not RevisionKind.RECLEAN else ""),
        ("Rules", report.rules if report and record.kind is not RevisionKind.RECLEAN else ""),
        ("Published", article.published or ""),
        ("Modified", article.modified or ""),
        ("Status", str(record.http_status) if record.http_status else ""),
        ("Etag", record.etag or ""),
        ("Source", public(record.source) if record.source else ""),
        ("Raw-Sha256", record.raw_sha256 or ""),
        ("Text-Sha256", text_sha256),
        ("Cleaner", record.cleaner),
    )
    return tuple((key, kept) for key, value in pairs if (kept := flat(value)[:_VALUE_CHARACTERS]))


def write(record: Record, pairs: tuple[tuple[str, str], ...]) -> str:
    """The whole message; ``pairs`` are its trailers."""
    lines = [_subject(record), "", *_told_lines(record), *(f"{key}: {value}" for key, value in pairs)]
    return "\n".join(lines) + "\n"


def _told_lines(record: Record) -> list[str]:
    """What stands above the trailers: the edit in one line, its findings, the counts, an empty line."""
    lines: list[str] = []
    if found := _findings(record):
        lines += _summary_lines(record)
        lines += [finding_line(finding) for finding in found[:_MAX_FINDING_LINES]]
    if record.report:
        words = record.report.words
        lines += [f"{words.inserted}{_COUNTS}{words.deleted} words out, {words.moved} moved"]
    return [*lines, ""] if lines else []


def judgement(revision: Revision, report: Report, rules: str, dismissal: Dismissal | None = None) -> str:
    """A note on a revision as it was recorded: what these rules find in it, or that they find the same; and what a
    person dismissed, which the report lacks.
    """
    record = Record(Article(revision.url), revision.kind, revision.seen_at, report=report)
    pairs = dict(trailers(record, "")) | {"Rules": rules}
    told = [(name, pairs.get(name, "")) for name in _JUDGED]
    told += _dismissal_pairs(dismissal) if dismissal else []
    lines = [*_told_lines(record), *(f"{name}: {value}" for name, value in told if value)]
    found = judged(revision, "\n".join(lines))
    same = all(revision.trailer(name) == found.trailer(name) for name in _JUDGED if name != "Rules")
    if same and not dismissal and (revision.summary, revision.lines) == (found.summary, found.lines):
        return f"{_AS_RECORDED}\n\nRules: {rules}\n"
    return "\n".join(lines) + "\n"


def _dismissal_pairs(dismissal: Dismissal) -> list[tuple[str, str]]:
    why = flat(dismissal.why)[:_VALUE_CHARACTERS]
    return [
        *((_DISMISSED, line) for line in dismissal.lines),
        (_DISMISSED_AT, stamp(dismissal.at)),
        (_DISMISSED_BECAUSE, why),
    ]


def dismissal(revision: Revision) -> Dismissal | None:
    """What a person dismissed of an edit; None where nobody did."""
    if not revision.dismissed:
        return None
    told = revision.trailer(_DISMISSED_AT)
    try:
        at = moment(told)
    except ValueError:  # somebody wrote the note by hand
        at = revision.seen_at
    return Dismissal(revision.dismissed, at, revision.trailer(_DISMISSED_BECAUSE))


def is_dismissal_told(note: str) -> bool:
    """Whether what a note says of false alarms is as newsdiff writes it: lines on findings, and since when."""
    pairs = _pairs(_last_block(note))
    lines = [value for name, value in pairs if name == _DISMISSED]
    try:
        if lines:
            moment(dict(pairs).get(_DISMISSED_AT, ""))
    except ValueError:
        return False
    return all("  " in line for line in lines)


def dismissing(lines: Sequence[str]) -> Callable[[Finding], bool]:
    """Whether one of these findings' lines is about a finding: the same words, and a kind in common.

    Rules of another version may have further kinds for the same change. What is given back can go to a worker.
    """
    told: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        kinds, old, new = quoted(line)
        told.setdefault((old, new), set()).update(kinds.split(", "))
    return partial(_is_among, told)


def _is_among(told: Mapping[tuple[str, str], AbstractSet[str]], finding: Finding) -> bool:
    kinds, old, new = quoted(finding_line(finding))
    return not told.get((old, new), set()).isdisjoint(kinds.split(", "))


def rules_of(note: str) -> str:
    """The version of the rules that a note names; empty for a note of somebody else's."""
    return dict(_pairs(_last_block(note))).get("Rules", "")


def _last_block(note: str) -> str:
    """The trailers of a note."""
    return f"\n\n{note.strip()}".rpartition("\n\n")[2]


def judged(revision: Revision, note: str) -> Revision:
    """The revision with what a note says of it; as it was recorded where the note tells of no judgement."""
    body, _, last = f"\n\n{note.strip()}".rpartition("\n\n")
    pairs = _pairs(last)
    found = dict(pairs)
    if "Rules" not in found:
        return revision
    if body.strip() == _AS_RECORDED:
        return replace(revision, trailers=(*_without(revision, ("Rules",)), ("Rules", found["Rules"])))
    try:
        words = _words(found["Words"]) if "Words" in found else None
    except ValueError:
        return revision
    return replace(
        revision,
        flags=tuple(found["Flags"].split(", ")) if "Flags" in found else (),
        summary=_summary(body),
        lines=tuple(line for line in body.strip("\n").split("\n") if "  " in line),
        words=words,
        disclosed=found.get("Disclosed", ""),
        trailers=(
            *_without(revision, _JUDGED),
            *((name, found[name]) for name in _JUDGED if name in found),
            *(pair for pair in pairs if pair[0] in _DISMISSAL),
        ),
    )


def _without(revision: Revision, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in revision.trailers if pair[0] not in names)


def read(commit: str, path: str, seen_at: datetime, message: str) -> Revision | None:
    """The revision that a message tells of; None when it is none of ours, or says what cannot be (``faults``)."""
    body, _, last = message.rstrip("\n").rpartition("\n\n")
    pairs = _pairs(last)
    found = dict(pairs)
    if found.get("Kind", "") not in _KINDS:
        return None
    head, _, rest = body.partition("\n")
    try:
        return Revision(
            id=commit,
            path=path,
            url=found.get("Url", ""),
            seen_at=seen_at,
            since=moment(found["Since"]) if "Since" in found else None,
            kind=RevisionKind(found["Kind"]),
            headline=head.partition(": ")[2],
            flags=tuple(found["Flags"].split(", ")) if "Flags" in found else (),
            summary=_summary(rest),
            lines=tuple(line for line in rest.strip("\n").split("\n") if "  " in line),
            words=_words(found["Words"]) if "Words" in found else None,
            disclosed=found.get("Disclosed", ""),
            trailers=pairs,
        )
    except ValueError:
        return None


def faults(message: str) -> Iterator[str]:
    """What a message that ``read`` gives nothing for says wrongly."""
    found = dict(_pairs(message.rstrip("\n").rpartition("\n\n")[2]))
    if "Kind" not in found:
        yield "it has no Kind"
    elif found["Kind"] not in _KINDS:
        yield f"its Kind is none ({found['Kind'][:40]})"
    for name, reader in (("Since", moment), ("Words", _words)):
        try:
            reader(found.get(name, "")) if name in found else None
        except ValueError:
            yield f"its {name} cannot be read ({found[name][:40]})"


def _pairs(block: str) -> tuple[tuple[str, str], ...]:
    lines = (line.partition(": ") for line in block.split("\n"))
    # An older newsdiff committed secrets: they are shown no more.
    return tuple((key, public(value) if key in _ADDRESSES else value) for key, sep, value in lines if sep)


def _flags(record: Record) -> tuple[Flag, ...]:
    """The flags of a record, but those on mere wording; the publisher did not do what our cleaner did."""
    return record.report.alarms if record.report and record.kind is not RevisionKind.RECLEAN else ()


def _kinds(record: Record) -> list[str]:
    return list(dict.fromkeys(flag.kind.value for flag in _flags(record)))


def _subject(record: Record) -> str:
    kinds = f" [{', '.join(_kinds(record))}]" if _flags(record) else ""
    return _cut(
        f"{record.kind.value}{kinds}: {flat(record.article.headline or record.article.url)}", _SUBJECT_CHARACTERS
    )


def _findings(record: Record) -> tuple[Finding, ...]:
    """The findings of a record but for mere wording."""
    if record.report is None or record.kind is RevisionKind.RECLEAN:
        return ()
    return tuple(f for f in record.report.findings if f.kind is not FlagKind.WORDING)


def finding_line(finding: Finding) -> str:
    """What a message tells of a finding: ``number  12 -> 14``."""
    old, new = _cut(flat(finding.old), _SPAN_CHARACTERS), _cut(flat(finding.new), _SPAN_CHARACTERS)
    kinds = ", ".join(finding.kinds)
    if finding.kind is FlagKind.MOVED:  # what changed inside it has flags of its own
        return f"{kinds}  {new or old}"
    return f"{kinds}  {old or '(none)'} -> {new or '(none)'}"


def quoted(line: str) -> tuple[str, str, str]:
    """A finding's line, ``number  12 -> 14``, in its parts: kinds, old, new; what moved has but one side.

    >>> quoted("number, name  12 -> (none)")
    ('number, name', '12', '')
    """
    kinds, _, spans = line.partition("  ")
    old, arrow, new = spans.partition(" -> ")
    if not arrow:
        return kinds, "", old
    return kinds, "" if old == "(none)" else old, "" if new == "(none)" else new


def _summary_lines(record: Record) -> list[str]:
    said = " ".join(flat(record.report.summary).split()) if record.report else ""
    return [_cut(said, _SUMMARY_CHARACTERS), ""] if said else []


def _summary(rest: str) -> str:
    """The edit in one line: what stands before the findings; older messages have none."""
    first, gap, _ = rest.strip("\n").partition("\n\n")
    return first if gap and "\n" not in first and "  " not in first and _COUNTS not in first else ""


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _words(text: str) -> WordCounts:
    """The counts that ``+3 -4 ~0`` tells; ValueError for anything else."""
    counts = text.split()
    numbers = [count[1:] for count in counts if count[1:].isdigit() and count.isascii() and len(count) < 12]
    if len(numbers) != 3 or "".join(count[0] for count in counts) != "+-~":
        raise ValueError(f"{text[:40]!r} are no counts of words")
    return WordCounts(*map(int, numbers))
