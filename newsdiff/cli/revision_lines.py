"""Revisions as lines of a list, for ``log`` and ``changes``."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

from newsdiff.cli import output
from newsdiff.model import Revision
from newsdiff.render.header import counted, when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store

_MAX_TEXTS = 500  # revisions whose texts are read for their headlines; a subject line holds most of a headline anyway


def with_headlines(store: "Store", revisions: list[Revision]) -> list[Revision]:
    """The revisions with their articles: a commit's subject has room for part of the headline only."""
    return store.read_all(revisions) if len(revisions) <= _MAX_TEXTS else revisions


def headline(revision: Revision) -> str:
    """The headline of a revision, whole where its article was read; empty when it has none."""
    return revision.article.headline if revision.article else revision.headline


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
    yield from output.fitted(head)
    if named:
        yield from output.fitted([(visible(headline(revision) or revision.url), "headline")], "    ")
        yield from output.fitted([(visible(revision.path), "meta")], "    ")
    if failed := dict(revision.trailers).get("Faults"):
        yield from output.fitted([(f"fault: rules that failed: {visible(failed)}", "note")], "    ", "      ")
    if revision.summary:
        yield from output.fitted([(visible(revision.summary), "summary")], "    ", "      ")
    for line in revision.lines[:most]:
        yield from output.fitted([(visible(line), "equal")], "    ", "      ")
