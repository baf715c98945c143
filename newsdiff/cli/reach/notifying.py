"""What commands do for those who want to be told: the outbox is filled after a run, a process of its own empties it."""

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsdiff.cli import context
from newsdiff.errors import ConfigError
from newsdiff.model import Settings

if TYPE_CHECKING:
    from newsdiff.notify.delivery import Delivered, Service
    from newsdiff.notify.forms import Message
    from newsdiff.notify.outbox import Outbox, Parcel
    from newsdiff.store import Store

DELIVERY_SECONDS = 20.0  # that a run waits at its end for services; what they did not take by then waits
_TOLD_AT_TRIES = 3  # in a row, after which a user is told


def anybody(settings: Settings) -> bool:
    """Whether anybody is to be told of anything; a web archive and a time stamp authority are, too."""
    return bool(settings.notify or settings.evidence.timestamp) or settings.archive.on != "never"


def begin(store: "Store", settings: Settings, now: datetime) -> None:
    """Before a run: what it records is news for all who are to be told."""
    if anybody(settings):
        from newsdiff.notify.outbox import Outbox
        from newsdiff.notify.posting import follow

        follow(store, settings, Outbox(store.private), now=now)


def after(store: "Store", settings: Settings, now: datetime) -> None:
    """After a run: put what it recorded into the outbox, and have what is due sent, which takes a bounded time."""
    if not anybody(settings):
        return
    outbox = posted(store, settings, now)
    if any(parcel.due <= now for parcel in outbox.parcels()):
        store.hand_over()
        _deliver(store)
        store.notices += failing(outbox.parcels())


def posted(store: "Store", settings: Settings, now: datetime) -> "Outbox":
    """The outbox, with all that was recorded until now."""
    from newsdiff.notify.outbox import Outbox
    from newsdiff.notify.posting import post

    outbox = Outbox(store.private)
    post(store, settings, outbox, tags=lambda: context.tags(store), zone=context.users_zone(None), now=now)
    return outbox


def services(store: "Store", settings: Settings) -> "dict[tuple[str, str], Service]":
    """Every service of the configuration, with its secrets, or with why it cannot be used."""
    from newsdiff.notify.delivery import Service
    from newsdiff.notify.outbox import service_id
    from newsdiff.notify.posting import ARCHIVE, TIMESTAMP
    from newsdiff.notify.secrets import filled, secrets
    from newsdiff.notify.services import schema

    try:
        known, fault = secrets(store.private, os.environ), ""
    except ConfigError as error:
        known, fault = dict(os.environ), error.message
    found = {}
    for one in settings.notify:
        for url in one.urls:
            whole, why = filled(url, known)
            shown = schema(whole or url)
            found[one.name, service_id(url)] = Service(
                one.name, shown, whole, f"{fault}; {why}" if fault and why else why
            )
    if settings.archive.on != "never":
        keys, why = filled(settings.archive.keys, known)
        found[ARCHIVE, service_id(ARCHIVE)] = Service(ARCHIVE, "save page now", keys, why, single=True)
    if url := settings.evidence.timestamp:
        found[TIMESTAMP, service_id(TIMESTAMP)] = Service(TIMESTAMP, "RFC 3161", url)
    return found


def deliver(store: "Store", settings: Settings, *, due_only: bool = True) -> "list[Delivered]":
    """Send what is due, in this process; UsageError without the extra."""
    from newsdiff.cli.reach import archiving, stamping
    from newsdiff.notify.delivery import deliver as delivered
    from newsdiff.notify.outbox import Outbox
    from newsdiff.notify.posting import TIMESTAMP
    from newsdiff.notify.services import send

    zone, place = context.users_zone(None), str(store.path.resolve())

    def sent(service: "Service", message: "Message") -> str:
        if service.receiver == TIMESTAMP:
            return stamping.stamped(store, settings)
        if service.single:
            return archiving.captured(store, settings, service.url, message)
        return send(service.url, message._replace(store=place), zone)

    known = services(store, settings)
    return delivered(Outbox(store.private), known, sent, now=context.now(), due_only=due_only)


def _deliver(store: "Store") -> None:
    """Have a process of its own send what is due; one that lasts too long is ended, and loses nothing."""
    import subprocess  # few runs have anything to send

    command = [sys.executable, "-m", "newsdiff", "--store", str(store.path), "notify", "--due"]
    with open(os.devnull, "r+b") as nowhere:  # noqa: PTH123 - no file
        try:
            subprocess.run(
                command, stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=DELIVERY_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return


def failing(parcels: "Sequence[Parcel]") -> list[str]:
    """A notice for each receiver whose message failed for the third time in a row just now."""
    failed = {parcel.receiver: parcel for parcel in parcels if parcel.tries == _TOLD_AT_TRIES and parcel.error}
    return [f"messages to {name} wait: {parcel.error}; newsdiff doctor tells more" for name, parcel in failed.items()]
