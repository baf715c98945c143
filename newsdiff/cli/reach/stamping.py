"""What commands do for time stamps: the archive's tip is stamped through the outbox, and stamps are checked."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff.cli import context
from newsdiff.errors import NewsdiffError
from newsdiff.model import Settings

if TYPE_CHECKING:
    from newsdiff.store import Store


def authorities(store: "Store", settings: Settings) -> Path | None:
    """The file of certificates that stamps are held against; a name alone stands in the store's private folder."""
    named = settings.evidence.timestamp_ca
    return store.private / Path(named).expanduser() if named else None


def stamped(store: "Store", settings: Settings) -> str:
    """Have the archive's tip stamped; why it was not, empty where it is."""
    from newsdiff.evidence import timestamps
    from newsdiff.fetch import Fetcher

    headers = (("Content-Type", timestamps.REQUEST), ("Accept", timestamps.REPLY))
    with Fetcher(settings.fetch, clock=context.now) as fetcher:
        try:
            timestamps.stamp(
                store,
                lambda request: fetcher.post(settings.evidence.timestamp, request, headers=headers).body,
                authorities(store, settings),
            )
        except NewsdiffError as error:
            return error.message
    return ""


def doubts(store: "Store", settings: Settings) -> Iterator[tuple[str, str]]:
    """What is wrong with the stamps that were kept: the commit and why; what was not checked is a notice."""
    from newsdiff.evidence import timestamps

    kept = timestamps.stamps(store.private)
    if not kept:
        return
    roots = authorities(store, settings)
    expired: list[str] = []
    try:
        yield from timestamps.doubts(store, roots, expired.append)
    except NewsdiffError as error:
        store.notices.append(f"{len(kept)} time stamps were not checked: {error}")
        return
    if expired:
        store.notices.append(
            f"the authority's certificate has expired since, and the signatures of {len(expired)} time stamps were not"
            " checked: openssl ts -verify -attime does that (docs/evidence.md)"
        )
    if roots is None:
        store.notices.append(
            "time stamps were held against their commits alone: timestamp_ca in [evidence] names their authority"
        )
