"""What stands above the diff: the header and the flags, as short lines for every format."""

from newsdiff.model import Disclosed, Flag, Report, WordCounts, is_told
from newsdiff.render.layout import Side
from newsdiff.text.scrub import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, tzinfo

    from newsdiff.model import Revision

_SPAN_CHARACTERS = 100
# What became of the article beside its text.
_KIND_NOTES = {
    "removed": "the publisher removed the article; the text is the one that stood last",
    "restored": "the article is back after its publisher had removed it",
    "moved": "the article moved to a new address",
    "revert": "the text is back to an earlier one",
}
_RECLEAN = "reclean"
_OURS = "our own cleaner reads the page differently; the publisher changed nothing"
_OURS_AMONG = "among these revisions is one that our own cleaner made: not all of this is the publisher's doing"


def when(moment: "datetime", tz: "tzinfo | None" = None) -> str:
    """``2025-03-12 10:00 UTC``; to the minute, in ``tz`` (UTC without one)."""
    return _local(moment, tz, "%H:%M")


def times(moments: "Sequence[datetime]", tz: "tzinfo | None" = None) -> list[str]:
    """The moments to the minute; to the second where two of them would read alike."""
    shown = [when(moment, tz) for moment in moments]
    if len(set(shown)) == len(set(moments)):
        return shown
    return [_local(moment, tz, "%H:%M:%S") for moment in moments]


def _local(moment: "datetime", tz: "tzinfo | None", clock: str) -> str:
    from datetime import UTC  # two files were seen at no time

    local = moment.astimezone(tz or UTC)
    return f"{local:%Y-%m-%d {clock}} {local.tzname()}"


def headline(report: Report) -> str:
    """The new headline, else the old one, else the URL, else that there is none."""
    diff = report.diff
    return visible(diff.new.headline or diff.old.headline or diff.new.url) or "(no headline)"


def address(report: Report) -> str:
    """The article's URL, or the empty string: a file has none."""
    return visible(report.diff.new.url or report.diff.old.url)


def between(old: Side, new: Side, tz: "tzinfo | None" = None) -> str:
    """``@1 (2025-03-12 10:00 UTC) -> @2 (2025-03-13 10:00 UTC)``."""
    moments = [side.seen_at for side in (old, new) if side.seen_at]
    seen = iter(times(moments, tz) if moments else ())
    return " -> ".join(_side(s, next(seen) if s.seen_at else "") for s in (old, new) if s.name or s.seen_at)


def _side(side: Side, seen: str) -> str:
    return f"{side.name} ({seen})" if side.name and seen else side.name or seen


def counted(words: WordCounts) -> str:
    """``+3 -4 words, 45 moved``."""
    moved = f", {words.moved} moved" if words.moved else ""
    return f"+{words.inserted} -{words.deleted} words{moved}"


def disclosure(report: Report) -> str:
    """``with a note``; ``no note (its claimed times did not change)``; empty where no publisher did anything."""
    if report.ours:
        return ""
    words = report.disclosed.words
    if is_told(report.disclosed) or not report.disclosed_reason:
        return words
    return f"{words.partition(',')[0]} ({visible(report.disclosed_reason)})"


def disclosed(trailer: str) -> str:
    """The same of a revision, by what its message says: ``no note, only a new time``; empty where it says nothing."""
    kept = Disclosed.kept(trailer)
    return kept.words if kept else ""


def in_short(summary: str) -> str:
    """An edit in one line, where another line says whether readers were told."""
    for one in (Disclosed.NO, Disclosed.NOTE):
        summary = summary.removesuffix(f"; {one.words}")
    return visible(summary)


def changed(report: Report, *sides: Side) -> str:
    """``+3 -4 words; no note``: how much changed, and whether readers were told.

    Where two sides were asked for, that nothing differs is said; and of two files, that no page stands behind, nobody
    was to be told.
    """
    from newsdiff.model import Level, Op

    hunks = report.diff.hunks
    edits = [edit for hunk in hunks for edit in hunk.edits if edit.op is not Op.EQUAL]
    form = all(hunk.op in (Op.EQUAL, Op.REPLACE) for hunk in hunks) and all(e.level is Level.TYPOGRAPHY for e in edits)
    if sides and form:
        return f"nothing differs{' but typography (--typographic shows it)' * bool(edits)}"
    files = sides and not (address(report) or any(side.seen_at for side in sides))
    told = "" if files and report.disclosed == Disclosed.UNKNOWN else disclosure(report)
    return "; ".join(filter(None, (counted(report.words), told)))


def noted(report: Report, kinds: "Sequence[str]") -> Report:
    """The report, with a note of what its revisions are beside their texts.

    ``kinds`` are those of the revisions after the old text up to the new one; the last is empty for one that is older.
    What our own cleaner alone changed is nothing to look at: it has no findings.
    """
    edits = [kind for kind in kinds if kind]
    if edits and all(kind == _RECLEAN for kind in edits):
        told = report._replace(findings=(), flags=(), summary="", disclosed=Disclosed.UNKNOWN, disclosed_reason="")
        return told._replace(notes=(*report.notes, _OURS), ours=True)
    found = [_OURS_AMONG] if _RECLEAN in edits else []
    found += [_KIND_NOTES[kind] for kind in kinds[-1:] if kind in _KIND_NOTES]
    return report._replace(notes=(*report.notes, *found)) if found else report


def dismissed(report: Report, edit: "Revision") -> Report:
    """The report of an edit, with notes of what a person dismissed in it."""
    told = dismissals(edit)
    return report._replace(notes=(*report.notes, *told)) if told else report


def dismissals(edit: "Revision") -> list[str]:
    """``dismissed as a false alarm: number  12 -> 14 (a plan)``: a line a finding, the last with the reason."""
    lines = [f"dismissed as a false alarm: {line}" for line in edit.dismissed]
    why = edit.trailer("Dismissed-Because")
    return [*lines[:-1], f"{lines[-1]} ({why})"] if lines and why else lines


def kinds_between(kinds: "Sequence[str]", old: int, new: int) -> "Sequence[str]":
    """Those of ``kinds``, oldest first, that ``noted`` takes for the revisions at two places among them."""
    return kinds[old + 1 : new + 1] if old <= new else (*kinds[new + 1 : old + 1], "")


def remarks(report: Report) -> "Iterator[str]":
    """What the reader must know of the judgement itself: notes, and rules that failed."""
    yield from (f"note: {visible(note)}" for note in report.notes)
    yield from (f"fault: {text}" for text in faults(report))


def faults(report: Report) -> "Iterator[str]":
    """``the rule number failed (ValueError: ...): its flags are missing``; rules that failed alike are told at once."""
    alike: dict[str, list[str]] = {}
    for fault in report.faults:
        alike.setdefault(fault.error, []).append(fault.rule)
    for error, rules in alike.items():
        one = len(rules) == 1
        named = f"the rule{'' if one else 's'} {', '.join(rules)} failed ({visible(error)})"
        yield f"{named}: {'its' if one else 'their'} flags are missing; please report this fault of newsdiff"


def change(flag: Flag) -> str:
    """``former U.S. President -> U.S. President``; one side alone where the other is empty."""
    old, new = _quoted(flag.old), _quoted(flag.new)
    if flag.kind == "moved":  # its edits have flags of their own
        return new or old
    return f"{old or '(none)'} -> {new or '(none)'}"


def _quoted(text: str) -> str:
    flat = " ".join(visible(text).split())
    return flat if len(flat) <= _SPAN_CHARACTERS else flat[: _SPAN_CHARACTERS - 1].rstrip() + "…"


def subject(flag: Flag) -> str:
    """``(Donald Trump)``, or the empty string."""
    return f"({_quoted(flag.subject)})" if flag.subject else ""
