"""Report -> what a page shows of it, in the words and marks that its template puts down."""

from collections.abc import Iterator, Sequence

from newsdiff.model import BlockKind, Finding, Flag, Op, Report
from newsdiff.named_tuple import NamedTuple
from newsdiff.render import finding_lines
from newsdiff.render.header import address, between, change, changed, headline, in_short, remarks, subject
from newsdiff.render.layout import Fold, Options, ShownHunk, Side, Span, passages
from newsdiff.render.plain import label

_Places = dict[int | None, tuple[int, int]]
_TAGS = {"delete": "del", "insert": "ins", "from": "del", "to": "ins"}


class MarkedSpan(NamedTuple):
    """Text, and the element that it stands in: ``ins``, ``del`` or none."""

    text: str
    tag: str = ""
    classes: str = ""


class FlagLine(NamedTuple):
    """One flag of a finding, in words."""

    kind: str
    change: str
    subject: str
    reason: str


class FindingItem(NamedTuple):
    """One finding; ``target`` is the anchor of the passage that it stands in, where that is shown."""

    severity: str
    kinds: str
    subject: str
    place: str
    target: int | None
    spans: tuple[MarkedSpan, ...]
    flags: tuple[FlagLine, ...]


class PassageItem(NamedTuple):
    """One passage, or with ``fold`` the words for those that are left out."""

    fold: str = ""
    kind: str = ""
    label: str = ""
    anchor: int | None = None
    spans: tuple[MarkedSpan, ...] = ()


class ComparisonParts(NamedTuple):
    """All that a page of one comparison shows; the findings come first and link to their passages."""

    title: str
    language: str
    address: str
    meta: tuple[str, ...]
    summary: str
    findings: tuple[FindingItem, ...]
    passages: tuple[PassageItem, ...]


def parts(report: Report, options: Options, old: Side, new: Side) -> ComparisonParts:
    """What a page shows of a comparison."""
    shown = list(passages(report, options))
    targets, names = _targets(shown), finding_lines.names(report)
    meta = (between(old, new, options.tz), changed(report, old, new))
    return ComparisonParts(
        headline(report),
        report.diff.new.language or "en",
        address(report),
        tuple(part for part in (*meta, *remarks(report)) if part),
        in_short(report.summary),
        tuple(_finding(finding, names, targets) for finding in report.findings),
        tuple(PassageItem(fold=p.text) if isinstance(p, Fold) else _passage(p) for p in shown),
    )


def marked(spans: Sequence[Span]) -> tuple[MarkedSpan, ...]:
    """Spans with the elements that show what became of them."""
    return tuple(_marked(spans))


def _marked(spans: Sequence[Span]) -> Iterator[MarkedSpan]:
    for span in spans:
        moved = "moved" if span.role in ("from", "to") else ""
        classes = " ".join(filter(None, ("form" if span.form else "", moved)))
        yield MarkedSpan(span.text.replace("\n", " ¶ "), _TAGS.get(span.role, ""), classes)


def _finding(finding: Finding, names: finding_lines.BlockNames, targets: tuple[_Places, _Places]) -> FindingItem:
    return FindingItem(
        finding.severity,
        finding_lines.kinds(finding),
        finding_lines.subject(finding),
        finding_lines.place(finding, names),
        _target(finding, targets),
        marked(finding_lines.spans(finding, names)),
        tuple(map(_flag, finding.flags)),
    )


def _flag(flag: Flag) -> FlagLine:
    return FlagLine(flag.kind, change(flag), subject(flag), flag.reason)


def _targets(shown: Sequence[ShownHunk | Fold]) -> tuple[_Places, _Places]:
    """The first place among those shown of each old and each new block, and its hunk."""
    old, new = _Places(), _Places()
    for place, passage in enumerate(shown):
        if isinstance(passage, ShownHunk):
            for blocks, side in ((passage.old_at, old), (passage.new_at, new)):
                for block in blocks:
                    side.setdefault(block, (place, passage.hunk))
    return old, new


def _target(finding: Finding, targets: tuple[_Places, _Places]) -> int | None:
    """The hunk that a finding is about, where it is shown."""
    found = (side.get(block) for side, block in zip(targets, (finding.old_block, finding.new_block), strict=True))
    return min(filter(None, found), default=(0, None))[1]


def _passage(passage: ShownHunk) -> PassageItem:
    kind = passage.kind if passage.kind is not BlockKind.PARAGRAPH else "text"
    anchor = passage.hunk if passage.op is not Op.EQUAL else None
    return PassageItem("", kind, label(passage), anchor, marked(passage.spans))
