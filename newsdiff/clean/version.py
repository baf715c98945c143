"""The cleaner's version, which every revision bears: another version may read the same page otherwise."""

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.model import SiteSettings

CLEANER = "9"  # raise it whenever a page may be cleaned otherwise than before


def version(site: "SiteSettings | None" = None) -> str:
    """``newsdiff/<cleaner> trafilatura/<x>``, and a hash of the site's rules where it has some."""
    told = f"newsdiff/{CLEANER} trafilatura/{_trafilatura()}"
    return f"{told} rules/{_digest(site)}" if site and (site.remove or site.body or site.headline) else told


def short_version(site: "SiteSettings | None" = None) -> str:
    """A name of ``version``: eight hexadecimal digits."""
    from zlib import crc32

    return f"{crc32(version(site).encode()):08x}"


@cache
def _trafilatura() -> str:
    from importlib.metadata import version as installed  # costs as much as half a diff

    return installed("trafilatura")


def _digest(site: "SiteSettings") -> str:
    import hashlib

    rules = "\n".join(("body", site.body, "headline", site.headline, "remove", *site.remove))
    return hashlib.sha256(rules.encode()).hexdigest()[:8]
