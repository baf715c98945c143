"""Revisions as lines of a list, for ``log`` and ``changes``."""

import sys
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from newsdiff.cli import output
from newsdiff.model import Revision, RevisionKind
from newsdiff.render.header import counted, when
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


def with_headlines(store: "Store", revisions: list[Revision]) -> list[Revision]:
    """The revisions with their articles: a commit's subject has room for part of the headline only."""
    return store.read_all(revisions) if len(revisions) <= _MAX_TEXTS else revisions


def headline(revision: Revision) -> str:
    """The headline of a revision, whole where its article was read; empty when it has none."""
    return revision.article.headline if revision.article else revision.headline


def after(revision: Revision, tz: tzinfo) -> str:
    """``edited after 2025-03-12 10:00 UTC``: when the text before was last seen; empty where there was none."""
    if revision.since is None or revision.since >= revision.seen_at:
        return ""
    return f"{_DONE.get(revision.kind, 'seen')} after {when(revision.since, tz)}"


def article_head(last: Revision, tz: tzinfo, history: Sequence[Revision]) -> Iterator[str]:
    """Which article this is: headline, address, how many revisions, from when to when."""
    yield from output.fitted([(visible(headline(last) or last.url), "headline")])
    yield from output.fitted([(visible(last.url or last.path), output.link(last.url))])
    times = [when(moment, tz) for moment in dict.fromkeys((history[-1].seen_at, history[0].seen_at))]
    count = f"{len(history)} revisions" if len(history) > 1 else "1 revision"
    yield from output.fitted([(f"{count}, {' to '.join(times)}", "meta")])
    yield ""


def revision_lines(
    revision: Revision, number: int | None, tz: tzinfo, *, named: bool, most: int | None = None
) -> Iterator[str]:
    """One revision: its number, time, kind and counts, the edit in one line, then its findings, at most so many."""
    head = [(f"@{number}" if number else revision.id[:10], "place")]
    head.append((f"  {when(revision.seen_at, tz)}  {revision.kind}", "equal"))
    if revision.words:
        head.append((f"  {counted(revision.words)}", "equal"))
    if revision.disclosed:
        head.append((f"  disclosed: {revision.disclosed}", "meta"))
    if sys.stdout.isatty() and (before := after(revision, tz)):
        head.append((f"  {before}", "meta"))
    yield from output.fitted(head)
    if named:
        yield from output.fitted([(visible(headline(revision) or revision.url), "headline")], "    ")
        yield from output.fitted([(visible(revision.url or revision.path), output.link(revision.url))], "    ")
    if failed := revision.trailer("Faults"):
        yield from output.fitted([(f"fault: rules that failed: {visible(failed)}", "note")], "    ", "      ")
    if revision.summary:
        yield from output.fitted([(visible(revision.summary), "summary")], "    ", "      ")
    for line in revision.lines[:most]:
        yield from output.fitted([(visible(line), "equal")], "    ", "      ")
