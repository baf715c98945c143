"""Where each page of a site stands: paths below its root, of ASCII letters, digits, ``.``, ``-`` and ``_``."""

import hashlib
import re

FRONT, SEARCH, CORRECTIONS, STYLE = "index.html", "search.html", "corrections.html", "site.css"
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
_CAPTURE = re.compile(r"captures/([0-9a-f]{64})\.warc\.gz")
_ARTICLES = "articles/"


def article(path: str, page: str = "index.html") -> str:
    """A page of the article at a path of the store: its history, or one named."""
    return f"{_ARTICLES}{path.removesuffix('.md')}/{page}"


def revision(path: str, number: int) -> str:
    """The page of one revision: what it changed, its capture and its hashes."""
    return article(path, f"{number}.html")


def article_of(page: str) -> str:
    """The article's path in the store, of a page of an article; empty for any other page."""
    folder = page.rpartition("/")[0]
    return f"{folder.removeprefix(_ARTICLES)}.md" if folder.startswith(_ARTICLES) else ""


def outlet(host: str, page: str = "index.html") -> str:
    """A page of an outlet."""
    return f"outlets/{host}/{page}"


def tag(name: str, page: str = "index.html") -> str:
    """A page of a tag; one that is no plain word goes by its digest."""
    plain = name if _PLAIN.fullmatch(name) else f"tag-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
    return f"tags/{plain}/{page}"


def capture(sha256: str) -> str:
    """The file of a raw capture."""
    return f"captures/{sha256}.warc.gz"


def captured(page: str) -> str:
    """The SHA-256 of the raw capture that a file is; empty for any other page."""
    found = _CAPTURE.fullmatch(page)
    return found[1] if found else ""


def root(page: str) -> str:
    """What leads from a page to the site's root: ``../`` for each folder."""
    return "../" * page.count("/")
