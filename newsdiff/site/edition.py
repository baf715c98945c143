"""What all pages of a site have in common: its name, its zone, its templates, and how a page is put down."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Any

from newsdiff import __version__
from newsdiff.named_tuple import NamedTuple
from newsdiff.render.header import when
from newsdiff.render.templates import environment, style
from newsdiff.site import addresses

_TEMPLATES = Path(__file__).with_name("templates")
_STATIC = Path(__file__).with_name("static")


class SitePage(NamedTuple):
    """One file of a site: its path below the root, a digest of what it is made from, and what makes it."""

    path: str
    key: str
    render: Callable[[], bytes]


class SiteEdition(NamedTuple):
    """How a site is made; ``url`` is where it will stand (empty: anywhere), ``live`` whether a server answers."""

    title: str
    zone: tzinfo = UTC
    url: str = ""
    live: bool = False
    captures: bool = False  # raw pages are part of it
    judgements: str = ""  # a name for what later rules found in old revisions

    def page(self, template: str, path: str, /, **values: Any) -> bytes:
        """The text of a page from its template."""
        found = environment(_TEMPLATES).get_template(template)
        frame = {"edition": self, "root": addresses.root(path), "at": path, "addresses": addresses, "time": self.time}
        return found.render(frame | values).encode("utf-8", "replace")

    def time(self, seconds: float) -> str:
        """A time as readers are told it, in the site's zone."""
        return when(datetime.fromtimestamp(seconds, UTC), self.zone)

    def day(self, seconds: float) -> str:
        """A day as readers are told it: ``2 February 2026``."""
        found = datetime.fromtimestamp(seconds, UTC).astimezone(self.zone)
        return f"{found.day} {found:%B %Y}"

    def key(self, *inputs: object) -> str:
        """A digest of what a page is made from, with all that every page is made from."""
        said = "\0".join(
            (_stamp(), self.title, str(self.zone), self.url, str(self.captures), self.judgements, *map(str, inputs))
        )
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:20]


def sheets() -> Iterable[tuple[str, bytes]]:
    """The files that pages share: the style sheet, the two scripts, the icon."""
    yield addresses.STYLE, (style("report.css") + (_STATIC / addresses.STYLE).read_text("utf-8")).encode()
    for file in sorted(_STATIC.iterdir()):
        if file.name != addresses.STYLE:
            yield file.name, file.read_bytes()


@cache
def _stamp() -> str:
    """A digest of newsdiff's version and of the templates."""
    said = hashlib.sha256(__version__.encode())
    for name in environment(_TEMPLATES).list_templates():
        said.update(environment(_TEMPLATES).loader.get_source(environment(_TEMPLATES), name)[0].encode())  # type: ignore[union-attr]
    return said.hexdigest()[:20]
