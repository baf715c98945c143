"""The outbox -> services: what is due is sent, each service by itself; what fails waits, longer each time."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from newsdiff.named_tuple import NamedTuple
from newsdiff.notify.forms import Message
from newsdiff.notify.outbox import Outbox, Parcel, message_id

_BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720))  # after the first try, ...
_FLOOD = 3  # messages that wait for one service: more go as one, for many services take but a few a minute
_SIDE_BY_SIDE = 8  # services
_THREAD_DIGITS = 16


class Service(NamedTuple):
    """One address of a receiver: how it may be called, and the whole of it; ``why`` it cannot be used.

    One that is ``single`` takes each message by itself, however many wait.
    """

    receiver: str
    shown: str
    url: str
    why: str = ""
    single: bool = False


class Delivered(NamedTuple):
    """What became of the messages to one service: how many it took, how many wait, and why."""

    receiver: str
    shown: str
    taken: int = 0
    waiting: int = 0
    tries: int = 0
    error: str = ""


Services = Mapping[tuple[str, str], Service]  # by receiver and service id
Sender = Callable[[Service, Message], str]  # why it failed; empty once the message was taken


def deliver(
    outbox: Outbox, services: Services, send: Sender, *, now: datetime, due_only: bool = True
) -> list[Delivered]:
    """Send what is due; one process at a time, others leave it to that one.

    A message whose service is not in the configuration any more is dropped, and told of.
    """
    with outbox.alone("send", wait=False) as free:
        groups: dict[tuple[str, str], list[Parcel]] = defaultdict(list)
        for parcel in outbox.parcels() if free else ():
            if parcel.due <= now or not due_only:
                groups[parcel.receiver, parcel.service].append(parcel)
        with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
            asked = [pool.submit(_group, outbox, services.get(key), group, send, now) for key, group in groups.items()]
            return [done.result() for done in asked]


def _group(
    outbox: Outbox, service: Service | None, parcels: Sequence[Parcel], send: Sender, now: datetime
) -> Delivered:
    """Send what is due for one service, until it fails."""
    if service is None:
        for parcel in parcels:
            outbox.delivered(parcel)
        why = "its address is not in config.toml any more: dropped"
        return Delivered(parcels[0].receiver, "an address", error=why)
    done = 0
    for batch in [parcels] if len(parcels) > _FLOOD and not service.single else [[parcel] for parcel in parcels]:
        begun = [outbox.begun(parcel, now + _pause(parcel)) for parcel in batch]
        error = service.why or send(service, _message(begun))
        if error:
            return _failed(outbox, service, begun, parcels[done + len(batch) :], done, error)
        for parcel in begun:
            outbox.delivered(parcel)
        done += len(batch)
    return Delivered(service.receiver, service.shown, done)


def _failed(
    outbox: Outbox, service: Service, begun: Sequence[Parcel], others: Sequence[Parcel], done: int, error: str
) -> Delivered:
    for parcel in begun:
        outbox.failed(parcel, error)
    for parcel in others:  # a dead service is asked once a run
        outbox.postponed(parcel, begun[0].due)
    tries = max(parcel.tries for parcel in begun)
    return Delivered(service.receiver, service.shown, done, len(begun) + len(others), tries, error)


def _pause(parcel: Parcel) -> timedelta:
    """How long to wait after the next try, should it fail."""
    return _BACK_OFF[min(parcel.tries, len(_BACK_OFF) - 1)]


def _message(parcels: Sequence[Parcel]) -> Message:
    entries = tuple(dict.fromkeys(told for parcel in parcels for told in parcel.entries))
    name = parcels[0].id if len(parcels) == 1 else message_id(*(parcel.id for parcel in parcels))
    articles = {told.path for told in entries}
    thread = message_id(*articles)[:_THREAD_DIGITS] if len(articles) == 1 else ""
    return Message(name, entries, thread)
