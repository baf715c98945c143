"""The whole edit in one line, as a desk editor would say it; built from the findings, never invented."""

from collections import Counter
from collections.abc import Sequence

from newsdiff.findings.excerpt import ELLIPSIS, bare, changed_words, opening
from newsdiff.findings.weights import flag_points
from newsdiff.model import BlockKind, Diff, Disclosed, Finding, Flag, FlagKind, Op, WordCounts, is_told

_TOLD = 3  # findings that the line tells of
_SPAN_WORDS = (0, 14, 10, 8)  # words of one side of a quotation, where so many findings are told
_SUBJECT_WORDS = 6
_STOPS = ".,;:"
_MOST_GAPS = 3  # spaces in what "dropped" or "added" stands behind
_FACTS_TOLD = 3  # of one place
_MOST_CHANGED_WORDS = 12  # of one side: so many are quoted rather than the facts in them
_LEAST_POINTS = 15.0  # of a finding that is told beside others: less has what moved, a heading, a mere pointer
_REWRITTEN = "rewritten"
_REWRITTEN_SHARE = 0.5  # of the old words went, and of the new ones came
_FIRST_KINDS = frozenset({BlockKind.DEK, BlockKind.PARAGRAPH})
_FIRST_WORDS = 16  # of a rewritten text
_CUT_SHARE = 0.6  # of the longer text's words stand in the shorter
_LEAST_WORDS = 40  # of a text, for it to be called rewritten
_WHOLE = {FlagKind.ADDED: "added", FlagKind.DELETED: "dropped", FlagKind.MOVED: "moved"}
_NO_NOTE, _NOTE = Disclosed.NO.words, Disclosed.NOTE.words
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
    facts = [finding for finding in found if finding.kind is not FlagKind.WORDING]
    if all(finding.kind is FlagKind.MOVED for finding in facts):  # then wording says more
        facts = [finding for finding in found if finding.kind is FlagKind.WORDING] + facts
    told = [f for f in facts[:_TOLD] if f is facts[0] or f.weight >= _LEAST_POINTS]
    size = _size(diff, words)
    begins = _beginning(diff) if size.startswith(_REWRITTEN) else ""
    rest = [finding for finding in found if finding not in told]
    told = [f for f in told if not begins or not f.new.startswith(begins.strip(f" {ELLIPSIS}"))]
    parts = [f"now begins: {begins}"] if begins else []
    parts += dict.fromkeys(p for finding in told for p in _phrases(finding, _SPAN_WORDS[len(told)]))
    if size:  # a note says more than it
        parts.insert(told[:1] != [] and told[0].kind is FlagKind.CORRECTION, size)
    if others := _rest(rest):
        parts.append(others)
    told_of_note = any(finding.kind is FlagKind.CORRECTION and finding.new for finding in told)
    if disclosed is not Disclosed.UNKNOWN and not told_of_note:
        parts.append(_NOTE if is_told(disclosed) else _NO_NOTE)
    return "; ".join(map(_without_stop, parts))


def _without_stop(text: str) -> str:
    """A part of the line without the full stop of the sentence that it quotes; *U.S.* keeps its own."""
    last = text.rpartition(" ")[2]
    return text[:-1] if last.endswith(".") and last.count(".") == 1 else text


def _size(diff: Diff, words: WordCounts) -> str:
    """``rewritten and cut from 900 to 300 words``, ``grown from 120 to 400 words``; empty for a smaller edit."""
    old, new = _words_in(diff, changed=True)
    rewritten = words.inserted >= _REWRITTEN_SHARE * new and words.deleted >= _REWRITTEN_SHARE * old
    if not rewritten and min(old, new) > _CUT_SHARE * max(old, new):
        return ""  # what stands on both sides only makes the texts more alike
    kept, _ = _words_in(diff, changed=False)
    old, new = old + kept, new + kept
    if max(old, new) < _LEAST_WORDS:
        return ""
    parts = [_REWRITTEN] if words.inserted >= _REWRITTEN_SHARE * new and words.deleted >= _REWRITTEN_SHARE * old else []
    if new <= _CUT_SHARE * old:
        parts.append(f"cut from {old} to {new} words")
    elif old <= _CUT_SHARE * new:
        parts.append(f"grown from {old} to {new} words")
    return " and ".join(parts)


def _beginning(diff: Diff) -> str:
    """The first words of a text that begins otherwise than before; empty where its first paragraph is an old one."""
    first = next((b.text for b in diff.new.blocks if b.kind in _FIRST_KINDS), "")
    return "" if any(first == block.text for block in diff.old.blocks) else opening(first, _FIRST_WORDS)


def _words_in(diff: Diff, *, changed: bool) -> tuple[int, int]:
    """How many words of the old and of the new text stand in blocks that changed, or in those that did not."""
    hunks = [hunk for hunk in diff.hunks if (hunk.op is not Op.EQUAL) is changed]
    old = sum([len(block.text.split()) for hunk in hunks for block in hunk.old])
    return old, sum([len(block.text.split()) for hunk in hunks for block in hunk.new]) if changed else old


def _phrases(finding: Finding, span: int) -> list[str]:
    """What a finding says, each quotation with about so many words."""
    flag = next(flag for flag in finding.flags if flag.kind is finding.kind)
    if flag.kind is FlagKind.CORRECTION:
        return [_note(flag, span)]
    if flag.kind in _WHOLE:
        many = f"{finding.count} passages " if finding.count > 1 else ""
        return [f"{many}{_WHOLE[flag.kind]}: {opening(finding.new or finding.old, 2 * span)}"]
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    *others, last = _facts_or_words(finding, span)
    return [*others, last + times]


def _facts_or_words(finding: Finding, span: int) -> list[str]:
    """One fact where it is all that changed, else the words that changed; where they are many, the facts in them."""
    facts, (gone, come) = _facts(finding), changed_words(finding.old, finding.new)
    kinds = {flag.kind for flag in finding.flags}
    if len(facts) == 1 and FlagKind.WORDING not in kinds and _covers(facts, finding):
        return [_numbered(facts[0], finding) or _fact(facts[0], span)]
    headline = FlagKind.HEADLINE in kinds
    pairs = [fact for fact in facts if fact.old and fact.new]
    if pairs and not headline and max(len(gone), len(come)) > _MOST_CHANGED_WORDS:
        return [_fact(fact, span) for fact in pairs]
    lead = "headline " if headline else ""
    old, new = (opening(" ".join(side), _MOST_CHANGED_WORDS) for side in (gone, come))
    if old[-1:] == new[-1:] or not (old and new):  # a mark behind the last word is none of the change
        old, new = old.rstrip(_STOPS), new.rstrip(_STOPS)
    return [f"{lead}{old} -> {new}" if old and new else f"{lead}{_one_sided(old, new)}"]


def _one_sided(old: str, new: str) -> str:
    """``Brazil dropped``; of more words ``dropped: in the north of Brazil``."""
    word = "dropped" if old else "added"
    return f"{word}: {old or new}" if (old or new).count(" ") > _MOST_GAPS else f"{old or new} {word}"


def _numbered(flag: Flag, finding: Finding) -> str:
    """``Three engineers (was: engineers)``: a number that came before a noun, or went; empty for anything else."""
    if flag.kind is not FlagKind.NUMBER or (flag.old and flag.new) or not flag.subject:
        return ""
    number, noun = flag.old or flag.new, flag.subject.split()[0]
    with_it, without = (finding.new, finding.old) if flag.new else (finding.old, finding.new)
    if f"{number} {noun}" not in with_it or noun.casefold() not in _words(without):
        return ""
    return f"{number} {noun} (was: {noun})" if flag.new else f"{noun} (was: {number} {noun})"


def _facts(finding: Finding) -> list[Flag]:
    """The weightiest facts of the place that is quoted, none inside another."""
    facts: list[Flag] = []
    for flag in sorted(finding.flags, key=flag_points, reverse=True):
        quoted = flag.old in finding.old and flag.new in finding.new
        inside = any(flag.old in other.old and flag.new in other.new for other in facts)
        if flag.kind not in (FlagKind.HEADLINE, FlagKind.WORDING) and quoted and not inside:
            facts.append(flag)
    return facts[:_FACTS_TOLD]


def _covers(facts: list[Flag], finding: Finding) -> bool:
    """Whether the facts hold most of the words that changed: then they say it in fewer."""
    old, new = _words(finding.old), _words(finding.new)
    changed = {word: abs(old.get(word, 0) - new.get(word, 0)) for word in {*old, *new}}
    told = _words(" ".join(span for flag in facts for span in (flag.old, flag.new)))
    return 2 * sum(min(count, told.get(word, 0)) for word, count in changed.items()) >= sum(changed.values())


def _words(text: str) -> Counter[str]:
    return Counter(word for token in text.casefold().split() if (word := bare(token)))


def _fact(flag: Flag, span: int) -> str:
    """``source Bo Hale -> Ada Quill``; ``36 -> 38 (partners)``; ``Brazil dropped``."""
    old, new = opening(flag.old, span), opening(flag.new, span)
    lead = f"{name} " if (name := _NAMED.get(flag.kind)) else ""
    if old and new:
        about = f" ({opening(flag.subject, _SUBJECT_WORDS)})" if flag.subject else ""
        return f"{lead}{old} -> {new}{about}"
    return f"{lead}{_one_sided(old, new)}"


def _note(flag: Flag, span: int) -> str:
    if not flag.old:
        return f"a note came: {opening(flag.new, 2 * span)}"
    return f"a note went: {opening(flag.old, 2 * span)}" if not flag.new else "the note on a change differs"


def _rest(found: Sequence[Finding]) -> str:
    """``3 more facts, 2 passages added, other wording``."""
    counts: Counter[str] = Counter()
    for finding in found:
        if finding.kind is FlagKind.WORDING:
            counts["wording"] += finding.count
        else:
            counts[_WHOLE.get(finding.kind, "facts")] += finding.count
    parts = [f"{counts['facts']} more fact{'s' * (counts['facts'] != 1)}"] if counts["facts"] else []
    parts += [f"{counts[word]} passage{'s' * (counts[word] != 1)} {word}" for word in _WHOLE.values() if counts[word]]
    parts += ["other wording"] if counts["wording"] else []
    return ", ".join(parts)
