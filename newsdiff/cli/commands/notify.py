"""``newsdiff notify``: send what waits in the outbox, or try a receiver."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, output
from newsdiff.cli.reach import notifying
from newsdiff.errors import FetchError, UsageError
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.model import NotifySettings
    from newsdiff.notify.delivery import Delivered
    from newsdiff.store import Store


@click.command()
@click.option("--test", "name", metavar="NAME", help="Send a message that says so to every service of [notify.NAME].")
@click.option("--due", is_flag=True, help="Only what is due: no digest before its time, nothing that failed just now.")
def notify(name: str | None, due: bool) -> int:
    """Tell those who want to be told ([notify.NAME] in config.toml) what was recorded and waits in the outbox.

    `watch` does so at its end. A service that does not take a message is asked again, less and less often; nothing is
    lost, and `doctor` shows what waits. Leaves with 3 when a service fails.
    """
    store = context.open_store()
    settings = context.settings(store)
    if name is not None:
        return _tried(store, _named(settings.notify, name))
    if not notifying.anybody(settings):
        raise UsageError(
            "nobody is to be told", "write [notify.NAME] with urls into config.toml: newsdiff config --edit"
        )
    notifying.begin(store, settings, context.now())
    notifying.posted(store, settings, context.now())
    found = notifying.deliver(store, settings, due_only=due)
    for one in found:
        (output.say if one.error else output.tell)(visible(_line(one)))
    if not found:
        output.tell("Nothing waits.")
    return FetchError.exit_code if any(one.error for one in found) else 0


def _line(one: "Delivered") -> str:
    """``desk (mailto): 2 sent``; with what waits, and why."""
    waiting = f", {one.waiting} waiting" if one.waiting else ""
    return f"{one.receiver} ({one.shown}): {one.taken} sent{waiting}{f': {one.error}' if one.error else ''}"


def _named(receivers: "Sequence[NotifySettings]", name: str) -> "NotifySettings":
    for one in receivers:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in receivers)
    hint = (
        f"in config.toml stand: {known}" if known else "write it, with urls, into config.toml: newsdiff config --edit"
    )
    raise UsageError(f"there is no [notify.{name[:40]}]", hint)


def _tried(store: "Store", receiver: "NotifySettings") -> int:
    """Send a message of its own to each service, past the outbox."""
    from newsdiff.notify.forms import Message
    from newsdiff.notify.outbox import message_id
    from newsdiff.notify.services import place, send
    from newsdiff.notify.telling import trial

    now, failed = context.now(), False
    known = notifying.services(store, context.settings(store))
    for service in (one for one in known.values() if one.receiver == receiver.name):
        message = Message(
            message_id("test", receiver.name, now.isoformat()),
            (trial(receiver.name, now),),
            "",
            str(store.path.resolve()),
        )
        error = service.why or send(service.url, message, context.users_zone(None))
        failed = failed or bool(error)
        where = ", ".join(filter(None, (service.shown, "" if error else place(service.url))))
        told = visible(f"{receiver.name} ({where}): {error or 'it took a message'}")
        (output.say if error else output.tell)(told)
    return FetchError.exit_code if failed else 0
