"""What commands do with a web archive: fill in what it holds, and have it capture what stands there now."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdiff.cli import context
from newsdiff.errors import CleanError, FetchError, NewsdiffError, StoreLocked
from newsdiff.model import Article, Page, Report, Revision, Settings

if TYPE_CHECKING:
    from newsdiff.archives.saving import Saved
    from newsdiff.fetch import Fetcher
    from newsdiff.notify.forms import Message
    from newsdiff.process.sandbox import Sandbox
    from newsdiff.store import Store
    from newsdiff.store.left_out import LeftOut

_WAIT_SECONDS = 10.0  # for a capture, at the end of a run


@dataclass(frozen=True, slots=True)
class Filled:
    """What an archive gave of one address."""

    url: str
    captures: int = 0
    others: int = 0
    pages: int = 0
    revisions: int = 0
    notes: tuple[str, ...] = ()
    error: str = ""
    busy: bool = False


def fill(store: "Store", settings: Settings, urls: Sequence[str], since: str, until: str) -> Iterator[Filled]:
    """Fill in what the archive holds of each address before its first observation; the first busy answer ends it."""
    from newsdiff.clean.sandbox import Cleaner
    from newsdiff.fetch import Fetcher
    from newsdiff.process.sandbox import Sandbox
    from newsdiff.text.urls import host
    from newsdiff.watch.memory.mask import remembering
    from newsdiff.watch.record.captured import CaptureGate
    from newsdiff.watch.state.index import looking

    with (
        Cleaner() as cleaner,
        Sandbox() as sandbox,
        looking(store, now=context.now()) as state,
        Fetcher(settings.fetch, clock=context.now) as fetcher,
    ):
        gate = CaptureGate(
            settings,
            lambda page: remembering(cleaner, state.site(host(page.url))).clean(
                page.to_clean(settings.site(host(page.url)))
            ),
            sandbox,
        )
        for url in urls:
            try:
                done = _filled(store, settings, fetcher, gate.article, _comparing(store, sandbox), url, since, until)
            except (FetchError, CleanError) as error:
                done = Filled(url, error=str(error))
            yield done
            if done.busy:
                return


def _filled(
    store: "Store",
    settings: Settings,
    fetcher: "Fetcher",
    article: Callable[[Page], Article],
    compare: Callable[[Article, Article], Report | None],
    url: str,
    since: str,
    until: str,
) -> Filled:
    from newsdiff.archives.captures import captures
    from newsdiff.archives.replay import Replay
    from newsdiff.clean import version

    found = captures(fetcher, settings.archive.cdx, url, since=since, until=until)
    replay, read = Replay(fetcher, settings.archive.replay, kept=_kept(store, url)), 0

    def counted(page: Page) -> Article:
        nonlocal read
        made = article(page)
        read += 1
        return made

    told = len(store.notices)
    pages: Iterator[Page | LeftOut] = replay.pages(url, found.captures)
    made = store.import_(pages, clean=counted, compare=compare, cleaner=version(), earlier=True, now=context.now())
    notes = (*store.notices[told:], *_joint(store, url))
    del store.notices[told:]
    why = f"the archive is busy: {replay.busy}" if replay.busy else ""
    return Filled(url, len(found.captures), found.others, read, len(made), notes, why, bool(replay.busy))


def _comparing(store: "Store", sandbox: "Sandbox") -> Callable[[Article, Article], Report | None]:
    from newsdiff.watch.record.weighing import compared

    def compare(old: Article, new: Article) -> Report | None:
        report, why = compared(sandbox, old, new)
        if report is None:
            store.notices.append(f"an edit of {new.url} is {why}")
        return report

    return compare


def _kept(store: "Store", url: str) -> dict[str, Callable[[], Page | None]]:
    """The captures of an address that were recorded already, by their addresses in the archive."""
    path = store.path_of(url)
    kept = ((one.trailer("Source"), one.raw_sha256) for one in (store.history(path) if path else ()))
    return {source: _page_of(store, raw) for source, raw in kept if source and raw}


def _page_of(store: "Store", sha256: str) -> Callable[[], Page | None]:
    def read() -> Page | None:
        try:
            return store.raw.get(sha256)
        except NewsdiffError:
            return None  # not kept any more, or damaged: the archive is asked again

    return read


def _joint(store: "Store", url: str) -> Iterator[str]:
    """A note where the text changed between the last capture and the first observation, which no revision tells."""
    path = store.path_of(url)
    history = store.history(path)[::-1] if path else []
    earlier = [revision for revision in history if revision.path != path]
    if earlier and len(history) > len(earlier):
        last, first = store.read_all([earlier[-1], history[len(earlier)]])
        if last.article and first.article and last.article.blocks != first.article.blocks:
            number = len(earlier)
            times = f"({last.seen_at:%Y-%m-%d %H:%M}) and its first observation ({first.seen_at:%Y-%m-%d %H:%M} UTC)"
            yield f"{url} changed between its last capture {times}: newsdiff diff {path} @{number} @{number + 1}"


def capture(store: "Store", settings: Settings, keys: str, revision: Revision, *, seconds: float) -> "Saved":
    """Have the archive capture the page of a revision, and note it in the log; FetchError, StoreLocked."""
    from newsdiff.archives.saving import save
    from newsdiff.fetch import Fetcher
    from newsdiff.watch.state.index import archived

    with Fetcher(settings.fetch, clock=context.now) as fetcher:
        places = settings.archive.save.rstrip("/"), settings.archive.replay
        saved = save(fetcher, *places, keys, revision.url, seconds=seconds)
    archived(store, revision, saved.address, now=context.now())
    return saved


def captured(store: "Store", settings: Settings, keys: str, message: "Message") -> str:
    """Have the archive capture what a message of the outbox tells of; why it did not."""
    for revision in store.recorded([entry.revision for entry in message.entries]):
        try:
            capture(store, settings, keys, revision, seconds=_WAIT_SECONDS)
        except (FetchError, StoreLocked) as error:
            return error.message
    return ""
