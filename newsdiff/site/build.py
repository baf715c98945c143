"""Writes a site into a folder: what follows from changed inputs, and nothing else.

Articles are made in child processes where there are many, so that all processors have a share, and so that a text which
brings newsdiff down costs its own article's pages alone.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from newsdiff.named_tuple import NamedTuple
from newsdiff.process.sandbox import Broken, Overrun, Sandbox
from newsdiff.site.manifest import Manifest, SiteName, manifest
from newsdiff.site.site import SiteUnit, StoreSite
from newsdiff.site.workshop import ArticleTask, MadeArticle, make_articles, put

_FEW = 300  # revisions: fewer are made here, before a child would have begun
_PORTION = 150  # revisions that a child is asked for at once
_CPU_SECONDS, _WALL_SECONDS = 600, 3600.0  # a portion may take


class SiteBuild(NamedTuple):
    """What a build did: pages of the site, files written anew, files removed, articles that could not be made."""

    pages: int
    written: int
    removed: int
    failed: tuple[str, ...] = ()


def build(site: StoreSite, folder: Path, *, fresh: bool = False, jobs: int = 1) -> SiteBuild:
    """Bring a folder up to the store, in so many processes; ``fresh`` makes every page anew."""
    with manifest(folder, fresh=fresh) as held:
        changed = [unit for unit in site.units() if not held.same(unit.name, unit.key)]
        tasks = [_task(site, held, unit) for unit in changed if unit.article is not None]
        others = [unit for unit in changed if unit.article is None]
        here = jobs <= 1 or sum(len(task.article.commits) for task in tasks) < _FEW
        written, failed = (_here if here else _in_children)(site, held, tasks, others, jobs)
        for path in failed:
            held.keep(path)
        removed = held.close(SiteName(site.edition.title, site.edition.url))
        return SiteBuild(held.pages, written, removed, tuple(failed))


def _task(site: StoreSite, held: Manifest, unit: SiteUnit) -> ArticleTask:
    assert unit.article is not None, "it is an article's"
    return ArticleTask(unit.article, site.rules(unit.article.url), unit.key, held.pages_of(unit.name))


def _here(
    site: StoreSite, held: Manifest, tasks: Sequence[ArticleTask], others: Sequence[SiteUnit], _jobs: int
) -> tuple[int, list[str]]:
    """Make all pages in this process."""
    written = sum(_unit(held, unit) for unit in others)
    for portion in _portions(tasks):
        written += sum(_keep(held, one) for one in make_articles(site.store, site.edition, held.folder, portion))
    return written, []


def _in_children(
    site: StoreSite, held: Manifest, tasks: Sequence[ArticleTask], others: Sequence[SiteUnit], jobs: int
) -> tuple[int, list[str]]:
    """Make the articles in child processes, and meanwhile the other pages here; files, and articles that failed."""
    written, failed = 0, list[str]()
    with ExitStack() as stack:
        free: SimpleQueue[Sandbox] = SimpleQueue()
        for _ in range(jobs):
            free.put(stack.enter_context(Sandbox(cpu=_CPU_SECONDS, wall=_WALL_SECONDS)))
        pool = stack.enter_context(ThreadPoolExecutor(jobs))
        asked: list[Future[list[MadeArticle | str]]] = [
            pool.submit(_make_in_child, free, site, held.folder, portion) for portion in _portions(tasks)
        ]
        stack.callback(pool.shutdown, cancel_futures=True)
        written += sum(_unit(held, unit) for unit in others)
        for one in (one for future in asked for one in future.result()):
            if isinstance(one, str):
                failed.append(one)
            else:
                written += _keep(held, one)
    return written, failed


def _make_in_child(
    free: "SimpleQueue[Sandbox]", site: StoreSite, folder: Path, tasks: Sequence[ArticleTask]
) -> list[MadeArticle | str]:
    """What a child made of these tasks; of an article that it could not make, the path."""
    child = free.get()
    try:
        return list(child.call(make_articles, site.store, site.edition, folder, tasks))
    except (Overrun, Broken):
        if len(tasks) == 1:
            return [tasks[0].article.path]
    finally:
        free.put(child)
    return [one for task in tasks for one in _make_in_child(free, site, folder, [task])]


def _unit(held: Manifest, unit: SiteUnit) -> int:
    """Make the pages of a unit that are not as they were; how many files that changed."""
    pages: dict[str, str] = {}
    written = 0
    for page in unit.pages():
        pages[page.path] = page.key
        written += put(held.folder, page, held.pages_of(unit.name))
    held.add(unit.name, unit.key, pages)
    return written


def _keep(held: Manifest, one: MadeArticle) -> int:
    held.add(one.path, one.key, one.pages)
    return one.written


def _portions(tasks: Sequence[ArticleTask]) -> Iterator[list[ArticleTask]]:
    """Tasks in portions that memory has room for."""
    portion: list[ArticleTask] = []
    revisions = 0
    for task in tasks:
        portion.append(task)
        revisions += len(task.article.commits)
        if revisions >= _PORTION:
            yield portion
            portion, revisions = [], 0
    if portion:
        yield portion
