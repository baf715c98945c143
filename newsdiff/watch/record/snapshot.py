"""Article -> Revision: keep what a page says now, as it is given; no gate stands before it.

The kind is ``first``, ``edit``, ``revert`` (the text equals an earlier revision's) or ``restored`` (the last
revision was ``removed``); a text that is the same but for typography is ``unchanged`` and makes no revision.
"""

from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

from newsdiff import clean
from newsdiff.clean.sandbox import Cleaner
from newsdiff.errors import UsageError
from newsdiff.model import Article, Cleaned, Outcome, Page, Settings
from newsdiff.process.sandbox import Sandbox
from newsdiff.store import Store
from newsdiff.store.timestamps import whole
from newsdiff.text.urls import host, normalise, public
from newsdiff.watch.memory.mask import Mask, masked
from newsdiff.watch.memory.own_slot import parsed
from newsdiff.watch.record.reclean import Today
from newsdiff.watch.record.recorded import CleanedFrom, change_of, recorded
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation

_DEFAULT = Settings()


def snapshot(
    store: Store,
    article: Article | Cleaned,
    *,
    seen_at: datetime,
    now: datetime,
    settings: Settings = _DEFAULT,
    page: Page | None = None,
    cleaner: str | None = None,
) -> Outcome:
    """Record ``article`` as seen at ``seen_at``, if its text is new; ``page`` is what it was cleaned from.

    Of a page that was cleaned give all that cleaning gave: what the page bore beside its text is remembered, as after
    a visit. ``cleaner`` names the cleaner's version; None means the one that is installed. UsageError without a URL,
    or when the article was already seen later.
    """
    cleaned = article if isinstance(article, Cleaned) else None
    article = cleaned.article if cleaned else article
    assert isinstance(article, Article)
    if not article.url:
        raise UsageError("the text has no URL that it could be kept under", "say --url URL")
    article = article._replace(url=public(article.url))
    for moment in (seen_at, now):
        whole(moment)  # before anything is written
    with ExitStack() as stack:
        stack.enter_context(store.lock(who="snapshot", now=now))
        state, sandbox = stack.enter_context(State(store)), stack.enter_context(Sandbox())
        known = state.known(normalise(article.url))
        last = store.last(known.path, state.revision_at(known.path)) if known.path else None
        if last and seen_at < last.seen_at:
            later = f"{last.seen_at:%Y-%m-%d %H:%M:%S} UTC"
            raise UsageError(f"{article.url} was seen later already, at {later}", "a history is only ever added to")
        name, recorder = host(article.url), Recorder(store, state, lambda: now)
        today = Today(store, lambda: stack.enter_context(Cleaner()), settings.site(name), state.site(name))
        if cleaned:
            cleaned = masked(cleaned, Mask(today.memory.module_places), parsed(known.modules))
            article = article._replace(blocks=cleaned.article.blocks)
        if last:
            article = article._replace(url=last.url)
            if cleaned and (ours := today.remembered(known, last, at=seen_at)) and ours.record:
                recorder.add([ours])
                last = replace(last, article=ours.record.article)
        flags = settings.flags_of(host(article.url))
        change = change_of(last, article, state.texts(known.path), seen_at=seen_at, flags=flags, sandbox=sandbox)
        if cleaner is None:
            cleaner = today.version if cleaned else clean.version(today.site)
        raw = store.raw.put(page) if page and change.kind and settings.store.keep_raw != "none" else None
        source = CleanedFrom(page, cleaned, cleaner, raw_sha256=raw)
        line = Observation(seen_at, known.url)
        recorder.add([recorded(line, known, last, article, change, source, seen=seen_at)])
        recorder.flush()
        return recorder.done.pop()._replace(url=article.url)
