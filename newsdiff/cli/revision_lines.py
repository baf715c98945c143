"""Revisions as lines of a list, for ``log`` and ``changes``."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from itertools import islice
from typing import TYPE_CHECKING

from newsdiff.cli import output
from newsdiff.model import Revision, RevisionKind
from newsdiff.render.finding_lines import graded
from newsdiff.render.header import counted, disclosed, dismissals, in_short, times
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store

_DONE = {
    RevisionKind.EDIT: "edited",
    RevisionKind.REVERT: "reverted",
    RevisionKind.REMOVED: "removed",
    RevisionKind.RESTORED: "restored",
    RevisionKind.MOVED: "moved",
    RevisionKind.RECLEAN: "cleaned anew",
}
_MAX_TEXTS = 500  # revisions whose texts are read for their headlines; a subject line holds most of a headline anyway
_BATCH_TEXTS = 50  # of them at once: the first are shown while others are read


def with_headlines(store: "Store", revisions: Iterable[Revision]) -> Iterator[Revision]:
    """The revisions as they come, with their articles: a commit's subject has room for part of the headline only."""
    coming = iter(revisions)
    for _ in range(0, _MAX_TEXTS, _BATCH_TEXTS):
        yield from store.read_all(islice(coming, _BATCH_TEXTS))
    yield from coming


def headline(revision: Revision) -> str:
    """The headline of a revision, whole where its article was read; empty when it has none."""
    return revision.article.headline if revision.article else revision.headline


def after(revision: Revision, tz: tzinfo) -> str:
    """``edited after 2025-03-12 10:00 UTC``: when the text before was last seen; empty where there was none."""
    if revision.since is None or revision.since >= revision.seen_at:
        return ""
    before, _ = times((revision.since, revision.seen_at), tz)
    return f"{_DONE.get(revision.kind, 'seen')} after {before}"


def _seen(revision: Revision, tz: tzinfo) -> str:
    """When it was seen; to the second where the text before it was seen in the same minute."""
    before = revision.since if revision.since and revision.since < revision.seen_at else revision.seen_at
    return times((revision.seen_at, before), tz)[0]


def article_head(last: Revision, tz: tzinfo, history: Sequence[Revision], hidden: int = 0) -> Iterator[str]:
    """Which article this is: headline, address, how many revisions (so many not listed), from when to when."""
    yield from output.fitted([(visible(headline(last) or last.url), "headline")])
    yield from output.fitted([(visible(last.url or last.path), output.link(last.url))])
    span = times(tuple(dict.fromkeys((history[-1].seen_at, history[0].seen_at))), tz)
    count = f"{len(history)} revisions" if len(history) > 1 else "1 revision"
    yield from output.fitted([(f"{count}, {' to '.join(span)}", "meta")])
    if hidden:
        yield from output.fitted([(unlisted(hidden), "meta")])
    yield ""


def unlisted(recleans: int) -> str:
    """What is said of so many revisions that a list leaves out."""
    which = f"{recleans} revision{'s' * (recleans > 1)} that our own cleaner made {'are' if recleans > 1 else 'is'}"
    return f"{which} not listed: --recleans shows {'them' if recleans > 1 else 'it'}"


def text_head(history: Sequence[Revision], shown: Revision, tz: tzinfo) -> Iterator[str]:
    """Whose text this is, and which of its revisions: address, number, kind, times, id."""
    number = next(len(history) - i for i, one in enumerate(history) if one.id == shown.id)
    seen = filter(None, (_seen(shown, tz), after(shown, tz)))
    which = f"@{number} of {len(history)}, {shown.kind}, {', '.join(seen)}, {shown.id[:10]}"
    yield from output.fitted([(visible(shown.url), output.link(shown.url))])
    yield from output.fitted([(which, "meta")])
    yield ""


def revision_lines(
    revision: Revision,
    number: int | None,
    tz: tzinfo,
    *,
    named: bool,
    most: int | None = None,
    asked: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """One revision: its number, time, kind and counts, the edit in one line, then its findings, at most so many.

    Findings with a flag of the kinds that were ``asked`` for come before all others.
    """
    from newsdiff.store.repository.commit_message import quoted

    yield from _head(revision, number, tz)
    if named:
        yield from output.fitted([(visible(headline(revision) or revision.url), "headline")], "    ")
        yield from output.fitted([(visible(revision.url or revision.path), output.link(revision.url))], "    ")
    if failed := revision.faults:
        yield from output.fitted([(f"fault: rules that failed: {visible(failed)}", "note")], "    ", "      ")
    if revision.summary:
        yield from output.fitted([(in_short(revision.summary), "summary")], "    ", "      ")
    for line in sorted(revision.lines, key=lambda line: asked.isdisjoint(quoted(line)[0].split(", ")))[:most]:
        yield from output.fitted([(visible(line), "equal")], "    ", "      ")
    for line in dismissals(revision):
        yield from output.fitted([(visible(line), "meta")], "    ", "      ")


def _head(revision: Revision, number: int | None, tz: tzinfo) -> Iterator[str]:
    """What stands above a revision, on as many lines as it needs: on a terminal no part of it is torn."""
    parts = [(f"@{number}" if number else revision.id[:10], "place")]
    parts.append((f"{_seen(revision, tz)}  {revision.kind}", "equal"))
    grade = graded(revision.severity)
    parts += [(grade, f"severity.{revision.severity}")] if grade else []
    parts += [(counted(revision.words), "equal")] if revision.words else []
    told = disclosed(revision.disclosed)
    parts += [(told, "meta")] if told else []
    if sys.stdout.isatty() and (before := after(revision, tz)):
        parts.append((before, "meta"))
    lines, used = [parts[:1]], len(parts[0][0])
    for text, label in parts[1:]:
        if sys.stdout.isatty() and used + 2 + len(text) > output.width():
            lines.append([])
            used = 2  # blanks more than the gap
        lines[-1].append((f"  {text}" if lines[-1] else text, label))
        used += 2 + len(text)
    for place, line in enumerate(lines):
        indent = "    " if place else ""
        yield from output.fitted(line, indent, indent)
