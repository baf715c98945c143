"""Under which addresses an article goes: its own, the one that it calls itself, and those that lead to it."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from newsdiff.model import Cleaned, Page
from newsdiff.text.urls import host, normalise
from newsdiff.watch.visit.messages import Reading

_LOGIN_HOSTS = frozenset(
    ("login", "signin", "auth", "sso", "accounts", "account", "id", "idp", "oauth", "secure", "my")
)
_LOGIN_PATHS = frozenset(("login", "log-in", "signin", "sign-in", "sign_in", "sso", "oauth", "oauth2", "login.php"))


def led_to(page: Page, key: str) -> str:
    """Where the server led who asked for ``key`` (a normalised URL); empty for itself, and for a home page."""
    url = page.final_url
    if url == page.url:  # as nearly all
        return ""
    return url if normalise(url) != key and urlsplit(url).path.strip("/") else ""


def canonical(cleaned: Cleaned, page: Page, key: str) -> str:
    """The URL that a page calls its own, where it can be one: of the host that showed it, and no home page."""
    url = cleaned.canonical or ""
    fits = host(url) == host(page.final_url) and urlsplit(url).path.strip("/")
    return url if fits and normalise(url) != key else ""


def rank(reading: Reading, *, is_known: bool) -> int:
    """The order in which readings are judged: moves, then what stands at its own address, then what leads elsewhere."""
    if reading.page is None or not led_to(reading.page, reading.key):
        return 1
    return 0 if is_known and reading.page.permanent_url else 2


def names(readings: Sequence[Reading], path_of: Callable[[str], str]) -> dict[str, str]:
    """The name that each reading's article goes by among those of its host: where it was led to, if that is its own.

    An address is an article's own where it was asked for by itself, where a history stands under it, or where the
    server says that it moved there for good. Else several that are led to one place may be led to a wall.
    """
    places = {r.key: normalise(led_to(r.page, r.key)) if r.page else "" for r in readings}
    own = {key for key, place in places.items() if not place}
    permanent = {r.key for r in readings if r.page and r.page.permanent_url}
    return {
        key: place if place and (place in own or key in permanent or path_of(place)) else key
        for key, place in places.items()
    }


def wants_login(page: Page) -> bool:
    """Whether the server sent us to log in."""
    asked, final = urlsplit(page.url), urlsplit(page.final_url)
    if page.permanent_url or (asked.netloc, asked.path) == (final.netloc, final.path):
        return False
    name, segments = (final.hostname or "").split(".")[0], final.path.lower().strip("/").split("/")
    return (final.hostname != asked.hostname and name in _LOGIN_HOSTS) or not _LOGIN_PATHS.isdisjoint(segments)
