"""A small store with all that a site shows: notes, a removal, a revert, a reclean, tags, and texts that mean harm."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.model import Page, Revision, RevisionKind
from newsdiff.store import Record, Store

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
FERRY = "https://courier.example/2026/03/ferry"
MARKET = "https://courier.example/2026/03/market"
QUIET = "https://herald.example/news/library"
HEBREW = "https://herald.example/news/harbour"
HARM = "https://harm.example/2026/story"
NO_WEB = "javascript:alert(document.domain)//story"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"' javascript:alert(3) {{ 7*7 }} ]]>"
NOTE = "Correction: An earlier version of this article misstated the number of passengers. It was 1,200, not 2,100."
_FERRY = (
    "Former Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.",
    "About 2,100 people take the ferry to work each day, the harbour office counted in the winter.",
    "The boat was built in 1974 and has been painted four times, always in the colours of the town.",
    "Passengers can take the bus over the long bridge instead, which leaves the market every hour.",
)
FOUR = [
    _FERRY,
    tuple(line.replace("Former Harbour Minister", "Harbour Minister") for line in _FERRY),
    (*(line.replace("2,100", "1,200").replace("Former Harbour", "Harbour") for line in _FERRY), NOTE),
    _FERRY,
]
CAPTURE = b"<html><body><h1>Ferry stops</h1><script>alert(1)</script></body></html>"


class Press:
    """Records texts, each some hours after the one before."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder)
        self._hours = 0

    def keep(
        self,
        url: str,
        headline: str,
        lines: tuple[str, ...],
        kind: RevisionKind = RevisionKind.EDIT,
        *,
        language: str = "en",
        raw: bytes = b"",
    ) -> Revision:
        """Record a text; the first one of its address is a first sight."""
        self._hours += 7
        at = START + timedelta(hours=self._hours)
        text = article(lines, headline=headline, language=language)
        text = text._replace(url=url, published=START.isoformat())
        path = self.store.path_of(url)
        before = self.store.last(path) if path else None
        sha256 = self.store.raw.put(Page(url, url, 200, "text/html", raw, at)) if raw else None
        if before is None:
            record = Record(text, RevisionKind.FIRST, at, raw_sha256=sha256, cleaner="newsdiff/0")
        else:
            assert before.article is not None
            report = compare(before.article, text)
            record = Record(text, kind, at, before.seen_at, report, path=path, raw_sha256=sha256, cleaner="newsdiff/0")
        [made] = self.store.record([record], now=at)
        return made


def filled(folder: Path) -> Press:
    """The store with its articles."""
    press = Press(folder)
    for number, lines in enumerate(FOUR):
        kind = RevisionKind.REVERT if number == 3 else RevisionKind.EDIT
        press.keep(FERRY, "Ferry stops for repairs", lines, kind, raw=CAPTURE if number == 1 else b"")
    press.keep(MARKET, "Market moves", ("The market moves to the harbour on 3 May.", "Nobody was hurt."))
    press.keep(MARKET, "Market moves", ("The market moves to the harbour on 5 May.", "Two people were killed."))
    press.keep(MARKET, "Market moves", ("The market moves to the harbour on 5 May.",), RevisionKind.RECLEAN)
    press.keep(MARKET, "Market moves", ("The market moves to the harbour on 5 May.",), RevisionKind.REMOVED)
    press.keep(QUIET, "Library opens", ("The library opens on Monday.",))
    press.keep(HEBREW, "המעבורת נעצרה", ("המעבורת נעצרה לשבועיים.",), language="he")
    press.keep(HEBREW, "המעבורת נעצרה", ("המעבורת נעצרה לחודש.",), language="he")
    for count in ("12", "72"):
        told = f"{HOSTILE} About {count} people \u202elatipsoh\u202c were hurt \u200b."
        press.keep(HARM, HOSTILE, (told, f"<svg/onload=alert({count})>"))
    press.keep(NO_WEB, "Not of the web", ("A text of an address that is none of the web.",))
    return press
