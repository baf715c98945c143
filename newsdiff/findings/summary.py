"""The whole edit in one line, as a desk editor would say it; built from the findings, never invented."""

from collections import Counter

from newsdiff.findings.excerpt import opening
from newsdiff.findings.weights import gravest
from newsdiff.model import Diff, Disclosed, Finding, Flag, FlagKind, Op, WordCounts

_TOLD = 3  # findings that the line tells of
_SPAN_WORDS = 8
_FACTS_TOLD = 2  # kinds in a headline, itself among them, of which the fact alone is told
_REWRITTEN_SHARE = 0.5  # of the longer text's words came or went
_CUT_SHARE = 0.6  # of the longer text's words stand in the shorter
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
    told = [finding for finding in found if finding.kind is not FlagKind.WORDING][:_TOLD]
    parts = list(dict.fromkeys(map(_said, told)))
    if size := _size(diff, words):  # a note says more than it
        parts.insert(told[:1] != [] and told[0].kind is FlagKind.CORRECTION, size)
    if rest := _rest(found[len(told) :]):
        parts.append(rest)
    if note := _NOTES.get(disclosed):
        parts.append(note)
    return "; ".join(parts)


def _size(diff: Diff, words: WordCounts) -> str:
    """``rewritten``, ``cut from 900 to 300 words`` or ``grown from 120 to 400 words``; empty for a smaller edit."""
    old, new = (len(side.text.split()) for side in (diff.old, diff.new))
    if max(old, new) < _LEAST_WORDS:
        return ""
    if min(words.inserted, words.deleted) >= _REWRITTEN_SHARE * max(old, new):
        return "rewritten"
    if new <= _CUT_SHARE * old:
        return f"cut from {old} to {new} words"
    return f"grown from {old} to {new} words" if old <= _CUT_SHARE * new else ""


def _said(finding: Finding) -> str:
    flag = gravest(finding.flags)
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    return _phrase(finding, flag) + times


def _phrase(finding: Finding, flag: Flag) -> str:
    if flag.kind is FlagKind.CORRECTION:
        return _note(flag)
    if _is_headline(finding):
        return f"headline {opening(finding.old, _SPAN_WORDS)} -> {opening(finding.new, _SPAN_WORDS)}"
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


def _is_headline(finding: Finding) -> bool:
    """Whether a headline changed in more than one fact: its words say it better than one of them."""
    kinds = {flag.kind for flag in finding.flags}
    return FlagKind.HEADLINE in kinds and (FlagKind.WORDING in kinds or len(kinds) > _FACTS_TOLD) and bool(finding.old)


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
