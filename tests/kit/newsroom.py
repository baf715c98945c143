"""A store that holds all there is: edits, a note, a revert, a move, removals, suspects, failures, a feed, a reclean.

Its two outlets are served through a proxy on 127.0.0.1, so that their names and addresses are the same in every run;
its clock goes from 2 March 2026 to the middle of that month.
"""

import fcntl
import pickle
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from newsdiff import watch
from newsdiff.clean import cleaned_text
from newsdiff.model import FetchSettings, PageKind, Settings, SiteSettings
from newsdiff.store import Store
from tests.kit.site import Desk, Site, page, story, told

COURIER, HERALD = "http://courier.example", "http://herald.example"
FERRY = f"{COURIER}/2026/03/ferry"  # two edits, the second with a note
COUNCIL = f"{COURIER}/2026/03/council"  # an edit, and back
BRIDGE = f"{COURIER}/2026/03/bridge"  # removed, restored with another number
TUNNEL, NEW_TUNNEL = f"{COURIER}/2026/03/tunnel", f"{COURIER}/2026/03/tunnel-opens"  # moved
MARKET = f"{COURIER}/2026/03/market"  # removed for good
THEATRE = f"{HERALD}/news/theatre"  # a pay wall since: waits in quarantine
ORCHARD = f"{HERALD}/news/orchard"  # another wall, which was rejected
STADIUM = f"{HERALD}/news/stadium"  # withdrawn: waits for a second reading
LIBRARY = f"{HERALD}/news/library"  # not reached, three times in a row
BAKERY = f"{HERALD}/news/bakery"  # blocked by the server
ARCHIVE = f"{HERALD}/private/archive"  # robots.txt forbids it
WINDMILL = f"{HERALD}/news/windmill"  # paused
FEED, BROUGHT = f"{COURIER}/feed.xml", f"{COURIER}/2026/03/quay"  # a feed, and what it brings
SECRET = f"{HERALD}/story?id=7&token=s3cr3tpass"  # its token is written nowhere
LETTER = "https://gazette.example/letters/weir"  # kept by hand from plain text, once

NOTE = "Correction: An earlier version of this article misstated the number of passengers. It was 1,200, not 2,100."
_FERRY = (
    "Former Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.",
    "About {number} people take the ferry to work each day, the harbour office counted in the winter.",
    "The boat was built in 1974 and has been painted four times, always in the colours of the town.",
    "Passengers can take the bus over the long bridge instead, which leaves the market every hour.",
)
_WALL = "<p>Subscribe to continue reading. It takes a minute.</p>"
_WITHDRAWN = "This report was withdrawn on Tuesday. Its author had invented the survey. The Herald apologises to all."


def ferry(number: str = "2,100", title: str = "Former Harbour Minister", note: str = "") -> str:
    """The ferry's page: how many take it, who Ingrid Vale is, and a note below."""
    lines = [line.format(number=number).replace("Former Harbour Minister", title) for line in _FERRY]
    return page("Ferry stops for repairs", "".join(f"<p>{line}</p>" for line in [*lines, *([note] if note else [])]))


class Newsroom(Desk):
    """Two outlets behind a proxy, a store that watches them, and its clock."""

    def __init__(self, folder: Path, site: Site) -> None:
        super().__init__(folder)
        self.folder = folder / "store"
        self.site = site
        self._behind_proxy()

    def _behind_proxy(self) -> None:
        """Its outlets answer at this process's own port."""
        proxy = self.site.url("")
        self.settings = Settings(fetch=FetchSettings(delay=0.0, deadline=5.0, proxy=proxy))
        (self.store.private / "config.toml").write_text(f'[fetch]\nproxy = "{proxy}"\ndelay = 0\n')

    @classmethod
    def opened(cls, folder: Path, site: Site, kept: Path) -> "Newsroom":
        """The newsroom that ``keep`` left in ``kept``, copied to ``folder`` and served by ``site``."""
        room = cls.__new__(cls)
        room.folder = copied(kept / "store", folder / "store")
        room.store, room.site = Store(room.folder), site
        room.now, site.pages = pickle.loads((kept / "outlets").read_bytes())
        room._behind_proxy()
        return room

    def keep(self) -> None:
        """Leave what ``opened`` needs beside the store."""
        (self.folder.parent / "outlets").write_bytes(pickle.dumps((self.now, self.site.pages)))

    def fill(self) -> None:
        """Everything that happens, in the order of its days."""
        self._first_day()
        self._edits()
        self._removals_and_moves()
        self._suspects()
        self._failures()
        self._reclean()
        self._letter()

    def _first_day(self) -> None:
        numbered = (COUNCIL, BRIDGE, TUNNEL, MARKET, THEATRE, ORCHARD, STADIUM, LIBRARY, BAKERY, ARCHIVE, SECRET)
        for number, url in enumerate((*numbered, BROUGHT, WINDMILL), 10):
            self.site.put(url, story(number))
        self.site.put(f"{HERALD}/robots.txt", "User-agent: *\nDisallow: /private", Content_Type="text/plain")
        self.site.put(FERRY, ferry())
        item = f"<item><title>Quay</title><link>{BROUGHT}</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>"
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>{item}</channel></rss>'
        self.site.put(FEED, feed, Content_Type="application/rss+xml")
        self.add(FERRY, *numbered)
        self.add(FEED, kind=PageKind.FEED, every=timedelta(hours=2))
        self.add(WINDMILL, paused=True)
        self.watch(hours=24)

    def _edits(self) -> None:
        self.site.put(FERRY, ferry("2,100", "Harbour Minister"))
        self.site.put(COUNCIL, story(10, cracks="nineteen"))
        self.watch(hours=30)
        self.site.put(FERRY, ferry("1,200", "Harbour Minister", NOTE))
        self.site.put(COUNCIL, story(10))
        self.watch(hours=6)

    def _removals_and_moves(self) -> None:
        self.site.put(BRIDGE, "", 410)
        self.site.put(MARKET, "", 410)
        self.site.put(NEW_TUNNEL, story(12))
        self.site.put(TUNNEL, "", 301, Location=NEW_TUNNEL)
        self.watch(hours=24)
        self.site.put(BRIDGE, story(11, cracks="twelve"))
        self.watch(hours=24)

    def _suspects(self) -> None:
        for number, url in ((14, THEATRE), (15, ORCHARD)):
            teaser = "".join(f"<p>{sentence}</p>" for sentence in told(number)[:3])
            self.site.put(url, page(f"Notes from Port Amber, number {number}", teaser + _WALL))
        self.site.put(STADIUM, page("Port Amber closes its stadium", f"<p>{_WITHDRAWN}</p>"))
        self.watch(hours=0.5)
        watch.reject(self.store, ORCHARD, now=self.now)

    def _failures(self) -> None:
        self.site.put(LIBRARY, None)
        self.site.put(BAKERY, "no", 403)
        for _ in range(3):
            self.watch(hours=2, articles=(LIBRARY, BAKERY))

    def _reclean(self) -> None:
        """What the site's rules take out since today, newsdiff takes out of the page that it keeps."""
        herald = SiteSettings(host="herald.example", remove=("article p:last-of-type",))
        settings = replace(self.settings, sites=(herald,))
        list(watch.reclean(self.store, settings, now=self.now, articles=(SECRET,)))
        self.now += timedelta(hours=1)

    def _letter(self) -> None:
        text = "A letter on the weir\n\nThe weir is too low, and it was too low in 1974, when I wrote to you last.\n"
        watch.snapshot(self.store, cleaned_text(text, LETTER), seen_at=self.now, now=self.now, settings=self.settings)


def copied(newsroom: Path, folder: Path) -> Path:
    """A copy of the store, for a test that writes."""
    shutil.copytree(newsroom, folder, symlinks=True)
    return folder


def filled_once(folder: Path) -> Path:
    """A newsroom's folder under ``folder``; processes that run tests side by side fill it once, the others wait."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = folder / "filled"
        if not (kept / "outlets").exists():
            site = Site()
            room = Newsroom(kept, site)
            room.fill()
            room.keep()
            site.close()
    return kept
