"""Short ways to make articles and records."""

from datetime import UTC, datetime, timedelta

from newsdiff.document import article
from newsdiff.model import Article, RevisionKind
from newsdiff.store import Record

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
URL = "https://gazette.example/2026/03/01/bridge"


def text(*paragraphs: str, url: str = URL, headline: str = "Bridge closed") -> Article:
    return article(paragraphs or ("The bridge is closed.",), headline=headline)._replace(url=url)


def first(url: str = URL, *paragraphs: str, at: datetime = START, headline: str = "Bridge closed") -> Record:
    return Record(text(*paragraphs, url=url, headline=headline), RevisionKind.FIRST, at)


def edit(path: str, *paragraphs: str, hours: int = 1, url: str = URL, headline: str = "Bridge closed") -> Record:
    at = START + timedelta(hours=hours)
    return Record(text(*paragraphs, url=url, headline=headline), RevisionKind.EDIT, at, since=START, path=path)
