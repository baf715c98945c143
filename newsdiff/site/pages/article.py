"""The pages of one article: its history, each revision with what it changed, all its texts, who brought each word."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from newsdiff.model import Revision, RevisionKind, is_told
from newsdiff.render.header import counted, disclosed, in_short
from newsdiff.site import addresses
from newsdiff.site.captures import Captures
from newsdiff.site.contents import ListedArticle
from newsdiff.site.edition import SiteEdition, SitePage
from newsdiff.site.pages.blame_view import blame_view
from newsdiff.site.pages.edit_cards import KINDS, finding_line, iso
from newsdiff.site.pages.history import History
from newsdiff.text.scrub import visible

_LEAST_SPAN = 3  # revisions of an article before "since the first" says more than the last edit does
_EVIDENCE = ("Published", "Modified", "Status", "Etag", "Cleaner")


class ArticlePages:
    """Makes the pages of an article; its history is read only when the first of them is made."""

    def __init__(
        self,
        edition: SiteEdition,
        article: ListedArticle,
        history: Callable[[], History],
        captures: Captures,
        rules: str,
    ) -> None:
        self._edition = edition
        self._article = article
        self._history = history
        self._captures = captures
        self._entries: dict[int, dict[str, Any]] = {}
        self._rules = rules  # as text: what the comparisons are made with

    @property
    def count(self) -> int:
        """How many revisions there are."""
        return len(self._article.commits)

    def pages(self) -> Iterator[SitePage]:
        """Each page with its key."""
        article, count = self._article, self.count
        whole = self._edition.key(self._rules, *article.commits, article.tags)
        for number in range(1, count + 1):
            ends = article.commits[max(0, number - 2) : number + 1]  # the one before, and whether one follows
            key = self._edition.key(self._rules, *ends, article.headline, number)
            yield self._page(f"{number}.html", key, partial(self._revision, number))
        if count >= _LEAST_SPAN:
            yield self._page("since-first.html", whole, lambda: self.pair(1, count))
        yield self._page("blame.html", whole, self._blame)
        yield self._page("texts.html", whole, self._texts)
        yield self._page("index.html", whole, self._index)
        if self._edition.captures:
            yield from self._captures.pages(self._edition, self._history().revisions)

    def pair(self, old: int, new: int) -> bytes:
        """Two revisions compared."""
        return self._put("pair.html", "since-first.html", old=old, new=new, parts=self._history().comparison(old, new))

    def _page(self, name: str, key: str, render: Callable[[], bytes]) -> SitePage:
        return SitePage(addresses.article(self._article.path, name), key, render)

    def _put(self, template: str, name: str, **values: Any) -> bytes:
        article = self._article
        return self._edition.page(
            template,
            addresses.article(article.path, name),
            article=article,
            headline=visible(article.headline or article.url),
            link=article.url if article.url.startswith(("http://", "https://")) else "",
            url=visible(article.url),
            count=self.count,
            language=self._history().text(self.count).language or "en",
            visible=visible,
            **values,
        )

    def _index(self) -> bytes:
        told = [self._entry(n) for n in range(1, self.count + 1)]
        return self._put("article.html", "index.html", told=told[::-1], spans=self.count >= _LEAST_SPAN)

    def _entry(self, number: int) -> dict[str, Any]:
        """One revision in the history."""
        if number not in self._entries:
            self._entries[number] = self._new_entry(number, self._history().revisions[number - 1])
        return self._entries[number]

    def _new_entry(self, number: int, revision: Revision) -> dict[str, Any]:
        return {
            "number": number,
            "kind": KINDS[revision.kind],
            "ours": revision.kind is RevisionKind.RECLEAN,
            "seen": self._edition.time(revision.seen_at.timestamp()),
            "seen_iso": iso(revision.seen_at.timestamp()),
            "since": self._edition.time(revision.since.timestamp()) if revision.since else "",
            "severity": revision.severity,
            "words": counted(revision.words) if revision.words else "",
            "disclosed": disclosed(revision.disclosed),
            "noted": is_told(revision.disclosed),
            "summary": in_short(revision.summary),
            "lines": [finding_line(line) for line in revision.lines],
            "faults": visible(revision.faults),
            "commit": revision.id,
        }

    def _revision(self, number: int) -> bytes:
        history = self._history()
        revision = history.revisions[number - 1]
        return self._put(
            "revision.html",
            f"{number}.html",
            number=number,
            told=self._entry(number),
            first=number == 1,
            parts=history.comparison(number - 1, number) if number > 1 else None,
            blocks=history.blocks(number),
            then=visible(history.text(number).headline),
            evidence=list(self._evidence(revision)),
            capture=self._capture(revision),
        )

    def _evidence(self, revision: Revision) -> Iterator[tuple[str, str]]:
        """What proves the revision, as names and values."""
        facts = dict(revision.trailers)
        yield "Seen", self._edition.time(revision.seen_at.timestamp())
        if revision.since:
            yield "The text before was last seen", self._edition.time(revision.since.timestamp())
        yield "Commit", revision.id
        yield "File", revision.path
        names = {"Published": "Published, as claimed", "Modified": "Modified, as claimed", "Status": "HTTP status"}
        yield from ((names.get(key, key), visible(facts[key])) for key in _EVIDENCE if facts.get(key))
        for key, name in (("Text-Sha256", "SHA-256 of the text"), ("Raw-Sha256", "SHA-256 of the raw page")):
            if facts.get(key):
                yield name, visible(facts[key])

    def _capture(self, revision: Revision) -> dict[str, str] | None:
        """Where the raw page is kept, and where the site has it; None where it is not kept."""
        sha256 = revision.raw_sha256
        place = self._captures.place(sha256) if sha256 else ""
        if not place:
            return None
        offered = self._edition.captures or self._edition.live
        return {"place": place, "page": addresses.capture(sha256) if offered else ""}

    def _texts(self) -> bytes:
        history = self._history()
        texts = [
            {
                "number": n,
                "seen": self._edition.time(r.seen_at.timestamp()),
                "kind": KINDS[r.kind],
                "ours": r.kind is RevisionKind.RECLEAN,
                "headline": visible(history.text(n).headline),
                "blocks": history.blocks(n),
            }
            for n, r in enumerate(history.revisions, 1)
        ]
        return self._put("texts.html", "texts.html", texts=texts)

    def _blame(self) -> bytes:
        history = self._history()
        times = [f"{self._edition.time(r.seen_at.timestamp())}, {KINDS[r.kind]}" for r in history.revisions]
        view = blame_view(history.origins, self.count)
        told = [(n, self._entry(n)) for n in sorted(view.named)]
        return self._put("blame.html", "blame.html", view=view, times=times, told=told)
