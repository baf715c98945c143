"""Back-filling: earlier versions of articles that a store does not know yet, in true date order, rewriting nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.model import Article, Page, Report, RevisionKind
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.timestamps import whole

Cleaner = Callable[[Page], Article]
Comparer = Callable[[Article, Article], Report]


@dataclass(frozen=True, slots=True)
class Version:
    """One page, the article that it was cleaned to, and when that text was last seen."""

    page: Page
    article: Article
    last: datetime


def versions(pages: Iterable[Page], clean: Cleaner) -> dict[str, list[Version]]:
    """The versions of each article, oldest first, by the digest of its URL; without those that only repeat the last."""
    found: dict[str, list[Version]] = {}
    for page in sorted(pages, key=lambda p: p.fetched_at):
        article = clean(page)
        if not article.url:
            article = article._replace(url=page.url)
        kept = found.setdefault(layout.digest(article.url), [])
        if kept and _text(kept[-1].article) == _text(article):
            kept[-1] = replace(kept[-1], last=page.fetched_at)
        else:
            kept.append(Version(page, article, page.fetched_at))
    return found


def records(path: str, kept: list[Version], compare: Comparer | None, raw: Callable[[Page], str]) -> list[Record]:
    """The records of one article's versions: a first, then edits and reverts."""
    made: list[Record] = []
    seen: set[str] = set()
    for number, version in enumerate(kept):
        before = kept[number - 1] if number else None
        text = _text(version.article)
        kind = RevisionKind.EDIT if before else RevisionKind.FIRST
        record = Record(
            version.article,
            RevisionKind.REVERT if text in seen else kind,
            whole(version.page.fetched_at),
            since=whole(before.last) if before else None,
            report=compare(before.article, version.article) if before and compare else None,
            raw_sha256=raw(version.page),
            path=path,
        )
        seen.add(text)
        made.append(record)
    return made


def _text(article: Article) -> str:
    return document.dumps(article)
