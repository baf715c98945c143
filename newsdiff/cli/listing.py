"""Revisions as lines of a list, for ``log`` and ``changes``."""

from collections.abc import Callable, Iterator
from datetime import tzinfo

from newsdiff.cli import output
from newsdiff.model import Revision
from newsdiff.render.summary import counted, when
from newsdiff.text.scrub import visible


def revision_lines(revision: Revision, number: int | None, tz: tzinfo, *, named: bool) -> Iterator[str]:
    """One revision: its number, time, kind and counts, then what its flags say."""
    paint = _paint()
    name = f"@{number}" if number else revision.id[:10]
    head = f"{paint(name, 'place')}  {when(revision.seen_at, tz)}  {revision.kind}"
    if revision.words:
        head += f"  {counted(revision.words)}"
    if revision.disclosed:
        head += paint(f"  disclosed: {revision.disclosed}", "meta")
    yield head
    if named:
        yield f"    {paint(visible(revision.headline or revision.url), 'headline')}"
        yield f"    {paint(visible(revision.path), 'meta')}"
    yield from (f"    {visible(line)}" for line in revision.summary)


def _paint() -> Callable[[str, str], str]:
    if not output.coloured():
        return lambda text, _label: text
    from newsdiff.render.terminal import painted

    return painted
