"""What stands above the diff: the header and the flags, as short lines for every format."""

from typing import TYPE_CHECKING

from newsdiff.model import Flag, Report, WordCounts
from newsdiff.render.layout import Side
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

_SPAN_CHARACTERS = 100
# What became of the article beside its text.
_KIND_NOTES = {
    "removed": "the publisher removed the article; the text is the one that stood last",
    "restored": "the article is back after its publisher had removed it",
    "moved": "the article moved to a new address",
    "revert": "the text is back to an earlier one",
    "reclean": "our own cleaner reads the page differently; the publisher changed nothing",
}


def when(moment: "datetime", tz: "tzinfo | None" = None) -> str:
    """``2025-03-12 10:00 UTC``; to the minute, in ``tz`` (UTC without one)."""
    from datetime import UTC  # two files were seen at no time

    local = moment.astimezone(tz or UTC)
    return f"{local:%Y-%m-%d %H:%M} {local.tzname()}"


def headline(report: Report) -> str:
    """The new headline, else the old one, else the URL, else that there is none."""
    diff = report.diff
    return visible(diff.new.headline or diff.old.headline or diff.new.url) or "(no headline)"


def address(report: Report) -> str:
    """The article's URL, or the empty string: a file has none."""
    return visible(report.diff.new.url or report.diff.old.url)


def between(old: Side, new: Side, tz: "tzinfo | None" = None) -> str:
    """``@1 (2025-03-12 10:00 UTC) -> @2 (2025-03-13 10:00 UTC)``."""
    return " -> ".join(_side(s, tz) for s in (old, new) if s.name or s.seen_at)


def _side(side: Side, tz: "tzinfo | None") -> str:
    seen = when(side.seen_at, tz) if side.seen_at else ""
    return f"{side.name} ({seen})" if side.name and seen else side.name or seen


def counted(words: WordCounts) -> str:
    """``+3 -4 words, 45 moved``."""
    moved = f", {words.moved} moved" if words.moved else ""
    return f"+{words.inserted} -{words.deleted} words{moved}"


def disclosure(report: Report) -> str:
    """``disclosed: note (a correction note came with the edit)``."""
    reason = f" ({visible(report.disclosed_reason)})" if report.disclosed_reason else ""
    return f"disclosed: {report.disclosed}{reason}"


def noted(report: Report, kind: str) -> Report:
    """The report, with a note of what a revision of this kind is beside its text."""
    note = _KIND_NOTES.get(kind)
    return report._replace(notes=(*report.notes, note)) if note else report


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
