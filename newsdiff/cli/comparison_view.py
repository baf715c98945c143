"""What ``newsdiff diff`` compares and how it is shown; the demo shows its diffs through here too."""

import sys
from collections.abc import Iterator

from newsdiff.cli import input_files, output
from newsdiff.errors import UsageError
from newsdiff.model import FlagSettings, Op, Report, Severity
from newsdiff.named_tuple import NamedTuple
from newsdiff.render.layout import Options, Side
from newsdiff.text.scrub import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo

    from newsdiff.model import Revision
    from newsdiff.store import Store


_LAST = 1 << 30  # behind all findings
_SHOWN_CHARACTERS = 60  # characters at either end of a side that --explain quotes


class Wishes(NamedTuple):
    """The options of ``newsdiff diff`` that choose what is compared and shown."""

    context: int = 0
    full: bool = False
    side_by_side: bool = False
    stat: bool = False
    typographic: bool = False
    explain: bool = False
    min_severity: str | None = None
    verbatim: bool = False
    tz: str | None = None
    language: str | None = None


class ComparisonView(NamedTuple):
    """A report, what its sides are called, and what the reader wants to see of it."""

    report: Report
    old: Side
    new: Side
    wishes: Wishes = Wishes()
    more: tuple[str, ...] = ()  # commands that show more, each before what it shows

    @property
    def differs(self) -> bool:
        """Whether any block changed, came, went or moved."""
        return any(h.op is not Op.EQUAL for h in self.report.diff.hunks)

    def lines(self, form: str) -> Iterator[str]:
        """The comparison in one of the formats, line by line."""
        wishes = self.wishes
        timed = self.old.seen_at or self.new.seen_at
        zone = None if wishes.tz is None and not timed else _zone(wishes.tz)
        url = self.report.diff.new.url or self.report.diff.old.url
        link = output.link(url) if url else "place"
        options = Options(output.width(), wishes.context, wishes.full, wishes.typographic, zone, link)
        if form == "json":
            from newsdiff.render import json

            yield json.render(self.report, self.old, self.new)
        elif form == "html":
            from newsdiff.render import html

            yield from html.render(self.report, options, self.old, self.new)
        elif form == "markdown":
            from newsdiff.render import markdown

            yield from markdown.render(self.report, options, self.old, self.new)
        elif wishes.stat:
            from newsdiff.render import stat

            yield from stat.render(self.report)
        else:
            yield from self._text(form, options)
        if wishes.explain and form in ("terminal", "plain"):
            yield ""
            yield from self._why(options.width)
        if self.more and form in ("terminal", "plain"):
            yield from output.more(*self.more)

    def _why(self, width: int) -> Iterator[str]:
        """Each edit, and why it is flagged or is not."""
        from newsdiff import flags
        from newsdiff.render.wrap import wrap

        yield "Why each edit is flagged, or not, gravest first:"
        if self.report.faults:
            yield "  a rule failed (above): an edit that seems unflagged may be one of its kind"
        places = {flag: place for place, finding in enumerate(self.report.findings) for flag in finding.flags}
        told = flags.explain(self.report.diff, self.report.flags)
        for found in sorted(told, key=lambda edit: min((places.get(f, _LAST) for f in edit.flags), default=_LAST)):
            sides = " -> ".join(_quoted(side) for side in (found.old, found.new))
            for text, indent in ((sides, 2), (found.why, 6)):
                for line in wrap([(visible(text), "")], width - indent):
                    yield " " * indent + "".join(piece for piece, _ in line)

    def _text(self, form: str, options: Options) -> Iterator[str]:
        if self.wishes.side_by_side:
            from newsdiff.render import columns

            yield from columns.render(self.report, options, self.old, self.new, colour=output.coloured())
        elif form == "plain":
            from newsdiff.render import plain

            yield from plain.render(self.report, options, self.old, self.new)
        else:
            from newsdiff.render import terminal

            yield from terminal.render(self.report, options, self.old, self.new, colour=output.coloured())


def _quoted(side: str) -> str:
    """A side of an edit in brackets, its middle left out where it is long."""
    text = " ".join(side.split())
    if len(text) > 2 * _SHOWN_CHARACTERS:
        text = f"{text[:_SHOWN_CHARACTERS].rstrip()} … {text[-_SHOWN_CHARACTERS:].lstrip()}"
    return f"[{text}]" if text else "(none)"


def compare_files(old: str, new: str, wishes: Wishes) -> ComparisonView:
    """Compare two files; one of them may be standard input."""
    from newsdiff.comparison import compare

    if old == new == "-":
        raise UsageError("both sides cannot be standard input", "name a file for one of them")
    before = input_files.article(old, verbatim=wishes.verbatim)
    after = input_files.article(new, verbatim=wishes.verbatim)
    return ComparisonView(compare(before, after, _settings(FlagSettings(), wishes)), Side(old), Side(new), wishes)


def compare_revisions(article: str, revs: tuple[str, ...], wishes: Wishes) -> ComparisonView:
    """Compare two revisions of an article: by default the last edit with what stood before it."""
    from newsdiff.cli.context import flag_settings, open_store, pair, users_zone

    store = open_store()
    old, new = pair(store, article, revs, users_zone(wishes.tz))
    return compared(store, old, new, _settings(flag_settings(store, new.url), wishes), wishes)


def compared(
    store: "Store", old: "Revision", new: "Revision", settings: FlagSettings, wishes: Wishes
) -> ComparisonView:
    """Compare two revisions of one article, named by their numbers."""
    from newsdiff.catalogue.dismissals import without_dismissed
    from newsdiff.cli.context import numbers
    from newsdiff.comparison import compare
    from newsdiff.render.header import dismissed, kinds_between, noted

    history = store.history(new.path)
    count = numbers(history)
    before, after = store.read(old).article, store.read(new).article
    assert before is not None
    assert after is not None
    report = compare(before, after, settings, old_seen=old.seen_at, new_seen=new.seen_at)
    name = new.id[:10]
    more = (
        f"newsdiff log {name}",
        f"all {len(count)} revisions",
        f"newsdiff blame {name}",
        "which of them brought each word",
    )
    if old.id in count and new.id in count:
        kinds = kinds_between([one.kind for one in reversed(history)], count[old.id] - 1, count[new.id] - 1)
        if count[new.id] - count[old.id] == 1:  # that edit alone: of no other are its findings told
            report = dismissed(without_dismissed(report, new), new)
    else:
        kinds = (new.kind,)
    return ComparisonView(noted(report, kinds), _side(old, count), _side(new, count), wishes, more)


def _side(revision: "Revision", count: dict[str, int]) -> Side:
    return Side(f"@{count[revision.id]}" if revision.id in count else revision.id[:10], revision.seen_at)


def _settings(settings: FlagSettings, wishes: Wishes) -> FlagSettings:
    if wishes.language:
        settings = settings._replace(language=wishes.language)
    return settings._replace(min_severity=Severity(wishes.min_severity)) if wishes.min_severity else settings


def _zone(name: str | None) -> "tzinfo | None":
    """The wished zone, on a terminal else the user's; None for UTC: what knows zones is loaded only where it must."""
    if name is None and not sys.stdout.isatty():
        return None
    from newsdiff.cli.context import zone

    return zone(name)
