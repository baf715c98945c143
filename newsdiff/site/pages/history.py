"""The history of one article as its pages show it: texts, comparisons, the origin of each word; each made once."""

from collections.abc import Sequence
from functools import cached_property

from newsdiff.catalogue.dismissals import without_dismissed
from newsdiff.catalogue.origins import Origins, origins
from newsdiff.comparison import compare
from newsdiff.errors import NewsdiffError
from newsdiff.model import Article, Block, BlockKind, FlagSettings, Report, Revision
from newsdiff.render.header import dismissed, kinds_between, noted
from newsdiff.render.layout import Options, Side
from newsdiff.render.page_parts import ComparisonParts, parts
from newsdiff.site.edition import SiteEdition


class History:
    """Revisions with their texts, oldest first; numbers count them from 1."""

    def __init__(self, revisions: Sequence[Revision], settings: FlagSettings, edition: SiteEdition) -> None:
        self.revisions = revisions
        self._settings = settings
        self._edition = edition
        self._reports: dict[tuple[int, int], Report | None] = {}

    def text(self, number: int) -> Article:
        """The text of a revision."""
        found = self.revisions[number - 1].article
        assert found is not None, "it was read"
        return found

    def blocks(self, number: int) -> tuple[Block, ...]:
        """The blocks of a revision without its headline."""
        return tuple(b for b in self.text(number).blocks if b.kind is not BlockKind.HEADLINE)

    def comparison(self, old: int, new: int) -> ComparisonParts | None:
        """What a page shows of two revisions compared; None where they could not be."""
        report = self._report(old, new)
        if report is None:
            return None
        sides = (Side(f"@{n}", self.revisions[n - 1].seen_at) for n in (old, new))
        return parts(report, Options(context=1, tz=self._edition.zone), *sides)

    @cached_property
    def origins(self) -> Origins:
        """Which revision brought each word of the last."""
        known = {new - 1: r.diff.hunks for (old, new), r in self._reports.items() if r is not None and old == new - 1}
        return origins([self.text(n) for n in range(1, len(self.revisions) + 1)], known)

    def _report(self, old: int, new: int) -> Report | None:
        if (old, new) not in self._reports:
            self._reports[old, new] = self._compared(old, new)
        return self._reports[old, new]

    def _compared(self, old: int, new: int) -> Report | None:
        before, after = (self.revisions[n - 1] for n in (old, new))
        try:
            report = compare(
                self.text(old),
                self.text(new),
                self._settings,
                old_seen=before.seen_at,
                new_seen=after.seen_at,
            )
        except NewsdiffError:  # as ranking does: what cannot be compared is told without
            return None
        if new == old + 1:
            report = dismissed(without_dismissed(report, after), after)
        return noted(report, kinds_between([r.kind for r in self.revisions], old - 1, new - 1))
