"""A finding in words: how grave, what kinds, where, and the changed words marked in their sentence."""

from collections.abc import Iterator, Sequence

from newsdiff.language.form import key
from newsdiff.model import Finding, FlagKind, Hunk, Op, Report, Severity
from newsdiff.named_tuple import NamedTuple
from newsdiff.render.layout import Options, Span, block_names, edit_spans
from newsdiff.text.scrub import visible
from newsdiff.text.tokens import is_word, units
from newsdiff.text.typography import fold

_MOST_CELLS = 40_000  # units of both sides, multiplied: quotations have some twenty words, and a page may have none
_ELLIPSIS = "…"
_NEAR_WORDS = 4  # unchanged words that stay beside a change where it is told briefly
_CHANGED_WORDS = 16  # of one side of it
_LEAST_CUT_WORDS = 2  # fewer are not left out
# A mark beside the word, so that nobody needs colour, or to read, to see how grave a finding is.
MARKS = {Severity.HIGH: "!!", Severity.MEDIUM: "! ", Severity.LOW: "- "}


def graded(severity: str) -> str:
    """``!! high``: the severity of an edit with its mark, as its message has it; empty where it has none."""
    return f"{mark(severity)} {severity}" if mark(severity) else ""


def mark(severity: str) -> str:
    """``!!``: the mark alone."""
    return MARKS[Severity(severity)].strip() if severity in list(Severity) else ""


def kinds(finding: Finding) -> str:
    """``event, number``: the kinds of its flags, its own first, each once."""
    return ", ".join(finding.kinds)


def subject(finding: Finding) -> str:
    """``Donald Trump``: the persons or things that its flags are about, at most two."""
    found = dict.fromkeys(flag.subject for flag in finding.flags if flag.subject)
    return ", ".join(" ".join(visible(text).split()) for text in list(found)[:2])


class BlockNames(NamedTuple):
    """What the blocks of both sides are called, and the hunks they stand in; made once for all findings of a report."""

    old: list[str]
    new: list[str]
    hunks: tuple[Hunk, ...] = ()


def names(report: Report) -> BlockNames:
    """The names of a report's blocks."""
    diff = report.diff
    hunks = tuple(hunk for hunk in diff.hunks if hunk.edits and hunk.old and hunk.new)
    return BlockNames(block_names(diff.old.blocks), block_names(diff.new.blocks), hunks)


def place(finding: Finding, names: BlockNames) -> str:
    """``paragraph 2, and 3 more places``; empty where a finding is about no block."""
    sides = ((names.new, finding.new_block), (names.old, finding.old_block))
    name = next((side[at] for side, at in sides if at is not None and at < len(side)), "")
    more = finding.count - 1
    return f"{name}, and {more} more place{'s' * (more != 1)}".lstrip(", ") if more else name


def where(finding: Finding, place: str) -> str:
    """``high, paragraph 2``: its severity, and its place in whatever form."""
    return f"{finding.severity}, {place}" if place else finding.severity


def title(finding: Finding, names: BlockNames) -> str:
    """``!! event, date (high, paragraph 2)``: its mark, kinds, severity and place."""
    return f"{MARKS[finding.severity]} {kinds(finding)} ({where(finding, place(finding, names))})"


def spans(finding: Finding, names: BlockNames | None = None) -> tuple[Span, ...]:
    """The quoted words with what went and what came, as their paragraph shows it; all of it where one side alone is
    quoted.
    """
    old, new = visible(finding.old), visible(finding.new)
    if finding.kind is FlagKind.MOVED:
        return (Span(new or old, "to"),)
    if old and new and names:
        for hunk in names.hunks:
            if _holds(hunk.old_index, len(hunk.old), finding.old_block) and _holds(
                hunk.new_index, len(hunk.new), finding.new_block
            ):
                return _of_paragraph(hunk, finding) or changed_words(old, new)
    return changed_words(old, new)


def _holds(first: int, blocks: int, at: int | None) -> bool:
    return at is not None and first <= at < first + blocks


def _of_paragraph(hunk: Hunk, finding: Finding) -> tuple[Span, ...]:
    """The part of a hunk's word diff that a finding quotes; empty where it quotes it not word for word, or not once."""
    sides = (hunk.old_text, finding.old), (hunk.new_text, finding.new)
    if any(text.count(quoted) != 1 for text, quoted in sides):
        return ()
    (a, a1), (b, b1) = ((text.index(quoted), text.index(quoted) + len(quoted)) for text, quoted in sides)
    found = list[Span]()
    for edit in hunk.edits:
        old = edit.old[max(0, a - edit.old_start) : max(0, a1 - edit.old_start)]
        new = edit.new[max(0, b - edit.new_start) : max(0, b1 - edit.new_start)]
        if edit.moved is not None and (old or new):
            return ()
        if edit.op is Op.EQUAL and len(old) != len(new):  # one side is quoted further than the other
            return ()
        found += edit_spans(edit._replace(old=old, new=new), Options()) if old or new else ()
    return tuple(_with_spaces_outside(found))


def _with_spaces_outside(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, the blank behind words that only went or only came outside of their marks."""
    for i, span in enumerate(spans):
        text = span.text.rstrip() if span.role != "equal" else span.text
        follows = spans[i + 1].role if i + 1 < len(spans) else "equal"
        if text and len(text) < len(span.text) and follows == "equal":
            yield span._replace(text=text)
            yield Span(span.text[len(text) :])
        else:
            yield span


def changed_words(old: str, new: str) -> tuple[Span, ...]:
    """Two texts as one, with the words that went and came marked; of one alone, all of it."""
    if not old or not new:
        return (Span(new or old, "insert" if new else "delete"),)
    torn = _is_torn(old) or _is_torn(new)
    found = list(_marked(*(units(_whole_words(side)) for side in (old, new))))
    return tuple(_without_uneven_end(found) if torn and found else found)


def brief(old: str, new: str, near: int = _NEAR_WORDS, changed: int = _CHANGED_WORDS) -> tuple[Span, ...]:
    """The marked words with no more than so many unchanged ones beside them, and so many of each side."""
    found = changed_words(" ".join(visible(old).split()), " ".join(visible(new).split()))
    return tuple(map(_cut, found, _kept(found, near, changed)))


def _kept(spans: Sequence[Span], near: int, changed: int) -> Iterator[tuple[int, int]]:
    """How many words of each span stay, at its beginning and at its end."""
    for i, span in enumerate(spans):
        if span.role == "equal":
            yield near * (i > 0), near * (i < len(spans) - 1)
        else:
            yield changed, 0


def _cut(span: Span, ends: tuple[int, int]) -> Span:
    """The span with so many words at its beginning and at its end, and a mark for what is left out."""
    words, (first, last) = span.text.split(), ends
    if len(words) < first + last + _LEAST_CUT_WORDS:
        return span
    before, after = " " * span.text[:1].isspace(), " " * span.text[-1:].isspace()
    kept = [*words[:first], _ELLIPSIS, *words[len(words) - last :]]
    return span._replace(text=before * bool(first) + " ".join(kept) + after * bool(last))


def _whole_words(text: str) -> str:
    """A side without the word that a limit of characters tore."""
    return text[:-1].rpartition(" ")[0] if _is_torn(text) else text


def _without_uneven_end(spans: list[Span]) -> list[Span]:
    """The spans without what stands at the end for no other reason than that one side had room for more of it."""
    last = max((i for i, span in enumerate(spans) if span.role == "equal" and span.text.strip()), default=-1)
    changed_before = any(span.role != "equal" for span in spans[: last + 1])
    kept = spans[: last + 1] if changed_before else spans
    return [*kept[:-1], kept[-1]._replace(text=kept[-1].text.rstrip()), Span(f" {_ELLIPSIS}")]


def _is_torn(text: str) -> bool:
    return text.endswith(_ELLIPSIS) and not text.endswith(f" {_ELLIPSIS}")


def _marked(old: list[str], new: list[str]) -> Iterator[Span]:
    """Runs of words that both sides share, and between them what went and what came."""
    i = j = 0
    for a, b, size in [*_runs(old, new), (len(old), len(new), 0)]:
        gone, come = "".join(old[i:a]), "".join(new[j:b])
        if gone or come:
            yield from (Span(gone.rstrip(), "delete"),) if gone else ()
            yield from (Span(come.rstrip(), "insert"),) if come else ()
            yield from (Span(" "),) if (come or gone)[-1:].isspace() else ()
        if size:
            same = "".join(new[b : b + size])
            # The last word of a side has no space behind it; where words went behind it, the other side's has.
            yield Span(same + " " * (old[a + size - 1][-1:].isspace() and not same[-1:].isspace()))
        i, j = a + size, b + size


def _runs(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """The runs of words that both sides share; no mark alone between two changes is one.

    A word in another form stands for itself in the search, but is marked: "Engineers" that are "three engineers".
    """
    found: list[tuple[int, int, int]] = []
    for a, b, size in _shared(*([key(u) for u in side] for side in (old, new))):
        start = 0
        for n in range(size + 1):
            if n == size or fold(old[a + n]).rstrip() != fold(new[b + n]).rstrip():
                if n > start:
                    found.append((a + start, b + start, n - start))
                start = n + 1
    ends = [(0, 0, 0), *found, (len(old), len(new), 0)]
    return [
        run for last, run, follows in zip(ends, found, ends[2:], strict=False) if not _is_stray(last, run, follows, old)
    ]


def _is_stray(
    last: tuple[int, int, int], run: tuple[int, int, int], follows: tuple[int, int, int], old: list[str]
) -> bool:
    """Whether a run is marks alone, and both words that stand there before it and behind it went for others."""
    if any(is_word(unit) for unit in old[run[0] : run[0] + run[2]]):
        return False
    before = run[0] > last[0] + last[2] and run[1] > last[1] + last[2]
    return before and follows[0] > run[0] + run[2] and follows[1] > run[1] + run[2]


def _shared(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The longest common run of words, over and over: (place in old, place in new, words), in order."""
    size, a, b = _longest(old, new) if len(old) * len(new) <= _MOST_CELLS else (0, 0, 0)
    if not size:
        return
    yield from _shared(old[:a], new[:b])
    yield a, b, size
    for x, y, further in _shared(old[a + size :], new[b + size :]):
        yield a + size + x, b + size + y, further


def _longest(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """The length and the places of the longest run of words that stands on both sides."""
    best = (0, 0, 0)
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for j, word in enumerate(new):
        places.setdefault(word, []).append(j)
    for i, word in enumerate(old):
        row = {j: before.get(j - 1, 0) + 1 for j in places.get(word, ())}
        for j, size in row.items():
            if size > best[0]:
                best = size, i - size + 1, j - size + 1
        before = row
    return best
