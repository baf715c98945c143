"""The whole edit in one line, as a desk editor would say it; built from the findings, never invented."""

from collections import Counter

from newsdiff.findings.excerpt import opening
from newsdiff.findings.weights import gravest
from newsdiff.model import Diff, Disclosed, Finding, Flag, FlagKind, Op, WordCounts

_TOLD = 3  # findings that the line tells of
_SPAN_WORDS = 8
_REWRITTEN_SHARE = 0.5  # of the longer text's words came or went
_LEAST_WORDS = 40  # of a text, for it to be called rewritten
_WHOLE = {FlagKind.ADDED: "added", FlagKind.DELETED: "dropped", FlagKind.MOVED: "moved"}
_NOTES = {Disclosed.NOTE: "with a note", Disclosed.TIME: "no note", Disclosed.NO: "no note"}
_NAMED = {
    FlagKind.ATTRIBUTION: "source",
    FlagKind.BYLINE: "byline",
    FlagKind.DATE: "date",
    FlagKind.PUBLISHED: "date of publication",
    FlagKind.QUOTE: "quote",
}


def summary(diff: Diff, found: tuple[Finding, ...], words: WordCounts, disclosed: Disclosed) -> str:
    """One line; what kind of edit, its first findings, what else there is, and whether readers were told."""
    if not found:
        return "" if all(h.op is Op.EQUAL for h in diff.hunks) else "changes of form alone"
    parts = ["rewritten"] if _rewritten(diff, words) else []
    told = [finding for finding in found if finding.kind is not FlagKind.WORDING][:_TOLD]
    parts += dict.fromkeys(map(_said, told))
    if rest := _rest(found[len(told) :]):
        parts.append(rest)
    if note := _NOTES.get(disclosed):
        parts.append(note)
    return "; ".join(parts)


def _rewritten(diff: Diff, words: WordCounts) -> bool:
    longest = max(len(side.text.split()) for side in (diff.old, diff.new))
    least = min(words.inserted, words.deleted)
    return longest >= _LEAST_WORDS and least >= _REWRITTEN_SHARE * longest


def _said(finding: Finding) -> str:
    flag = gravest(finding.flags)
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    return _phrase(finding, flag) + times


def _phrase(finding: Finding, flag: Flag) -> str:
    if flag.kind is FlagKind.CORRECTION:
        return _note(flag)
    if flag.kind in _WHOLE:
        side = finding.new or finding.old
        return f"{_WHOLE[flag.kind]}: {opening(side, _SPAN_WORDS)}"
    old, new = opening(flag.old, _SPAN_WORDS), opening(flag.new, _SPAN_WORDS)
    name = _NAMED.get(flag.kind, "headline" if flag.kind is FlagKind.HEADLINE else "")
    lead = f"{name} " if name else ""
    if old and new:
        about = f" ({opening(flag.subject, _SPAN_WORDS)})" if flag.subject else ""
        return f"{lead}{old} -> {new}{about}"
    return f"{lead}{old} dropped" if old else f"{lead}{new} added"


def _note(flag: Flag) -> str:
    if not flag.old:
        return f"a note came: {opening(flag.new, _SPAN_WORDS)}"
    return f"a note went: {opening(flag.old, _SPAN_WORDS)}" if not flag.new else "the note on a change differs"


def _rest(found: tuple[Finding, ...]) -> str:
    """``3 more facts, 2 paragraphs added, other wording``."""
    counts: Counter[str] = Counter()
    for finding in found:
        if finding.kind is FlagKind.WORDING:
            counts["wording"] += finding.count
        else:
            counts[_WHOLE.get(finding.kind, "facts")] += finding.count
    parts = [f"{counts['facts']} more"] if counts["facts"] else []
    parts += [f"{counts[word]} passage{'s' * (counts[word] != 1)} {word}" for word in _WHOLE.values() if counts[word]]
    parts += ["other wording"] if counts["wording"] else []
    return ", ".join(parts)
