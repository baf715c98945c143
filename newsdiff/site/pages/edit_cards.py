"""Edits in lists: what each says, where it leads, and how grave it is, in words."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from newsdiff.model import RevisionKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.render.finding_lines import changed_words
from newsdiff.render.header import disclosed, in_short
from newsdiff.render.page_parts import MarkedSpan, marked
from newsdiff.site import addresses
from newsdiff.site.contents import Contents, ListedRevision
from newsdiff.site.edition import SiteEdition
from newsdiff.text.scrub import visible

KINDS = {
    RevisionKind.FIRST: "first kept",
    RevisionKind.EDIT: "edited",
    RevisionKind.REVERT: "changed back",
    RevisionKind.REMOVED: "removed by the publisher",
    RevisionKind.RESTORED: "back after it was removed",
    RevisionKind.MOVED: "moved to a new address",
    RevisionKind.RECLEAN: "read differently by our own cleaner",
}
_REMEMBERED = 20_000  # lines: an edit stands in several lists
_SHOWN_LINES = 3  # findings in a list


class FindingLine(NamedTuple):
    """A finding as a message has it: its kinds, and the words that went and came."""

    kinds: str
    spans: tuple[MarkedSpan, ...]


class EditCard(NamedTuple):
    """One edit in a list; ``page`` is below the site's root."""

    headline: str
    page: str
    number: int
    host: str
    seen: str
    seen_iso: str
    kind: str
    severity: str
    flags: tuple[str, ...]
    disclosed: str
    noted: bool
    summary: str
    lines: tuple[FindingLine, ...]
    more: int  # findings that are not shown
    id: int = 0


def cards(contents: Contents, edition: SiteEdition, edits: Sequence[ListedRevision]) -> list[EditCard]:
    """These edits as cards, in their order."""
    told = contents.summaries_and_lines([r.id for r in edits])
    return [_card(contents, edition, r, *told.get(r.id, ("", ()))) for r in edits]


def _card(
    contents: Contents, edition: SiteEdition, edit: ListedRevision, summary: str, lines: tuple[str, ...]
) -> EditCard:
    article = contents.articles[edit.path]
    return EditCard(
        visible(article.headline or article.url),
        addresses.revision(edit.path, edit.number),
        edit.number,
        article.host,
        edition.time(edit.seen),
        iso(edit.seen),
        KINDS[RevisionKind(edit.kind)],
        edit.severity,
        edit.flags,
        disclosed(edit.disclosed),
        not edit.undisclosed,
        in_short(summary),
        tuple(map(finding_line, lines[:_SHOWN_LINES])),
        max(0, len(lines) - _SHOWN_LINES),
        edit.id,
    )


@lru_cache(_REMEMBERED)
def finding_line(line: str) -> FindingLine:
    """A finding's line in a message, ``<kinds>  <old> -> <new>``, in its parts."""
    kinds, _, rest = line.partition("  ")
    sides = ["" if side == "(none)" else visible(side) for side in rest.split(" -> ")]
    if len(sides) != 2:  # no arrow, or one in the article's own words
        return FindingLine(visible(kinds), (MarkedSpan(visible(rest)),))
    return FindingLine(visible(kinds), marked(changed_words(*sides)))


def iso(seconds: float) -> str:
    """A time for machines."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
