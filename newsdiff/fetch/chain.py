"""The addresses that one call leads through, from the one that was asked for to the page that is to be read."""

from dataclasses import dataclass, field

from newsdiff.errors import RefusedError
from newsdiff.fetch import refresh
from newsdiff.fetch.guard import Destination, aim
from newsdiff.fetch.head import AnswerHead
from newsdiff.model import Page
from newsdiff.text.urls import redact

MAX_REDIRECTS = 10
_MAX_SAME_URL = 3  # a page may send one back to itself once, to set a cookie
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(slots=True)
class Chain:
    """Where a call stands now."""

    target: Destination
    seen: list[str] = field(default_factory=list)
    refreshes: int = 0
    permanent: bool = True
    _first: str = ""

    def __post_init__(self) -> None:
        self.seen.append(self.target.url)
        self._first = self.target.origin

    @property
    def endless(self) -> bool:
        """Whether it went in a circle, or on for too long."""
        return len(self.seen) > MAX_REDIRECTS + 1 or self.seen.count(self.target.url) >= _MAX_SAME_URL

    @property
    def own(self) -> bool:
        """Whether the site that was asked for is still the one that is asked."""
        return self.target.origin == self._first

    def redirected(self, head: AnswerHead) -> bool:
        """Follow an HTTP redirect, if there is one."""
        location = head.get("location")
        if head.status not in _REDIRECTS or not location:
            return False
        self.permanent = self.permanent and head.status in _PERMANENT
        self._go(_next(self.target, location))
        return True

    def refreshed(self, page: Page) -> bool:
        """Follow a page that sends its readers on, if it does, to where nobody was yet."""
        if page.status == 304 or self.refreshes == refresh.MAX_REFRESHES or not (url := refresh.onward(page)):
            return False
        following = _next(self.target, url)
        if following.url in self.seen:
            return False
        self.refreshes += 1
        self.permanent = False
        self._go(following)
        return True

    def arrived(self, page: Page) -> Page:
        """The page at the end of the chain, with what the way to it says."""
        if self.refreshes:  # the page that is asked for first has validators of its own
            page = page._replace(etag=None, last_modified=None)
        return page._replace(permanent_url=self.target.url) if self.permanent and len(self.seen) > 1 else page

    def _go(self, target: Destination) -> None:
        self.target = target
        self.seen.append(target.url)


def _next(target: Destination, location: str) -> Destination:
    following = aim(location, target.url)
    if target.scheme == "https" and following.scheme == "http":
        shown = redact(target.url)
        raise RefusedError(f"{shown} was not followed: it redirects from https to http", url=shown)
    return following
