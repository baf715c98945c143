"""From what a user says to what is meant: the store, an article in it, its revisions, a time zone."""

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import output
from newsdiff.errors import StoreError, UnknownRevision, UsageError
from newsdiff.model import FlagSettings, Revision, RevisionKind, Settings

if TYPE_CHECKING:
    from newsdiff.store import Store


def open_store() -> "Store":
    """The store that --store, NEWSDIFF_STORE or the current folder names; the command's end tells its notices."""
    from newsdiff.cli.progress import CountLine
    from newsdiff.store import Store

    path = Path(output.session().store)
    store = Store(path)
    store = Store(path, worktree=settings(store).store.worktree, named=lambda text: _named(store, text))
    store.heard = CountLine()
    click.get_current_context().call_on_close(store.hand_over)
    click.get_current_context().call_on_close(lambda: _tell(store.notices))
    return store


def _named(store: "Store", text: str) -> str:
    """The URL of the article that the user gave this name; else the text itself."""
    from newsdiff.watch.plan import watchlist

    return watchlist.named(store.private, text)


def tags(store: "Store") -> dict[str, tuple[str, ...]]:
    """The tags that the user gave, by the path of the article; what a feed brought has the feed's."""
    from newsdiff.watch.plan import watchlist
    from newsdiff.watch.state.index import looking

    tagged = {one.key: one.tags for one in watchlist.labelled(store.private) if one.tags}
    if not tagged:
        return {}
    with looking(store, now=now()) as state:
        own = {(url, path): tagged[url] for url, path in state.paths(list(tagged))}
        brought = {(url, path): tagged[feed] for url, path, feed in state.brought(list(tagged)) if url not in tagged}
        return {path: tags for (_, path), tags in sorted((own | brought).items()) if path}


def outlet(name: str | None) -> str | None:
    """The folder of an outlet that a user names by its host."""
    from newsdiff.store.layout import outlet
    from newsdiff.text.urls import host

    if name is None:
        return None
    if not host(f"https://{name}/"):
        raise UsageError(f"{name[:60]!r} is no host", "write one such as news.example")
    return outlet(f"https://{name}/")


def outlet_of(url: str) -> str:
    """The folder of an address's outlet."""
    from newsdiff.store.layout import outlet

    return outlet(url)


def start(text: str) -> datetime:
    """A time that a user gives as one of the clock, or as long ago: 1d, 12h."""
    from newsdiff.config import duration

    try:
        return now() - duration(text)
    except ValueError:
        pass
    try:
        return moment(text)
    except UsageError as error:
        raise UsageError(error.message, "write how long ago, as 12h, 7d or 30d, or a day, as 2025-03-12") from None


def period(since: str | None, until: str | None) -> tuple[datetime | None, datetime | None]:
    """The times that --since and --until give; UsageError where nothing can lie between them."""
    first, last = (None if text is None else start(text) for text in (since, until))
    if first and first > now():
        raise UsageError(f"--since {since} is still to come", "write how long ago, as 7d, or a day that was")
    if first and last and first > last:
        raise UsageError(f"--since {since} is later than --until {until}", "the earlier one is --since")
    return first, last


def _tell(notices: list[str]) -> None:
    for notice in notices:
        output.note(notice)


def is_store() -> bool:
    """Whether there is anything where the store should be."""
    return Path(output.session().store).exists()


def settings(store: "Store") -> Settings:
    """The store's configuration, read once a command; ConfigError with the line."""
    return _read_once(store.private / "config.toml")


def with_private(settings: Settings, allow_private: bool) -> Settings:
    """The settings with what --allow-private allows."""
    if not allow_private:
        return settings
    return replace(settings, fetch=replace(settings.fetch, allow_private=True))


def _read_once(path: Path) -> Settings:
    read: dict[Path, Settings] = click.get_current_context().meta.setdefault("newsdiff.settings", {})
    if path not in read:
        read[path] = _read(path)
    return read[path]


def _read(path: Path) -> Settings:
    from newsdiff import config

    found = config.load(path, os.environ)
    for site in found.sites:
        if site.remove or site.body or site.headline:
            from newsdiff.clean.page.site_rules import check

            check(site)
    return found


def flag_settings(store: "Store", url: str) -> FlagSettings:
    """The flag settings for an article: its site's, else the store's."""
    from newsdiff.text.urls import host

    return settings(store).flags_of(host(url))


def zone(name: str | None) -> tzinfo:
    """The zone that times are shown in: the named one, else on a terminal the user's, and UTC where programs read."""
    return users_zone(name) if name is not None or sys.stdout.isatty() else UTC


def users_zone(name: str | None) -> tzinfo:
    """The zone of that name (``local``: the machine's); without one that of ``[display]``, else the machine's."""
    if name is None:
        name = _read_once(Path(output.session().store) / ".newsdiff" / "config.toml").display.tz or "local"
    if name.upper() == "UTC":
        return UTC
    if name == "local":
        return _local()
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name[:100])
    except (ZoneInfoNotFoundError, ValueError, OSError):  # also of a folder of zones, and of a name that is no file's
        raise UsageError(f"there is no time zone {name!r}", "name one such as Europe/Berlin, UTC or local") from None


def _local() -> tzinfo:
    """The machine's zone by its rules, so that summer and winter are told apart; else what it is at this moment."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    link = os.path.realpath("/etc/localtime")
    named = os.environ.get("TZ", "").removeprefix(":") or link.partition("/zoneinfo/")[2]
    try:
        return ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        local = datetime.now().astimezone().tzinfo
        assert local is not None
        return local


def web_address(text: str) -> str:
    """A source as it is meant: ``news.example/story``, where no such file is near, is an address without https://."""
    from newsdiff.text.urls import host

    name, slash, _ = text.partition("/")
    if not slash or "." not in name.strip(".") or ":" in name or Path(name).exists() or Path(text).exists():
        return text
    return f"https://{text}" if host(f"https://{name}/") and not name.startswith(".") else text


def is_url(text: str) -> bool:
    """Whether a text is a web address with a host."""
    from newsdiff.text.urls import host

    return text.startswith(("http://", "https://")) and bool(host(text))


def article_url(text: str) -> str:
    """The address that --url gives, without what a web archive put round it; empty where none was given."""
    from newsdiff.text.archived import original
    from newsdiff.text.urls import redact

    url, _ = original(text)
    if url and not is_url(url):
        raise UsageError(f"{redact(text)!r} is no web address", "write it as https://news.example/story")
    return url


def moment(text: str) -> datetime:
    """An ISO 8601 time as a user writes it, such as a store can keep; without a zone it is UTC."""
    from newsdiff.store.timestamps import whole

    try:
        found = datetime.fromisoformat(text)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f"{text[:60]!r} is no time", "write it as 2025-03-12T10:00Z") from None
    try:
        whole(found)
    except StoreError as error:
        when = "still to come, and " if found > now() else ""
        raise UsageError(f"{text[:60]!r} is {when}no time that a store can keep", error.hint) from None
    return found


def now() -> datetime:
    """The time; the one place of the command line that reads the clock."""
    return datetime.now(UTC)


def numbers(history: list[Revision]) -> dict[str, int]:
    """Revision id -> its number: @1 is the first, recleans count too. ``history`` is newest first."""
    return {revision.id: len(history) - i for i, revision in enumerate(history)}


def pair(store: "Store", article: str, revs: tuple[str, ...], tz: tzinfo) -> tuple[Revision, Revision]:
    """The two revisions to compare: those named, else the named or the last edit, and what stood before it."""
    if len(revs) == 1 and ".." in revs[0]:
        revs = tuple(r or d for r, d in zip(revs[0].split("..", 1), ("@1", "@-1"), strict=True))
    if len(revs) > 2:
        raise UsageError("too many arguments", "newsdiff diff ARTICLE [OLD [NEW]]")
    if revs:
        old = store.revision(article, revs[0], tz=tz)
        return old, store.revision(article, revs[1] if len(revs) == 2 else "@-1", tz=tz)
    history = store.history(article)
    named = store.commit(article)
    wanted = (i for i, r in enumerate(history) if r.id == named or (not named and r.kind is not RevisionKind.RECLEAN))
    new = next(wanted, 0)
    if new + 1 >= len(history):
        which = "that is the article's first revision" if named else "the article has one revision so far"
        raise UnknownRevision(f"{which}, nothing to compare", "newsdiff show prints it")
    return history[new + 1], history[new]
