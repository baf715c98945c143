"""What is due is sent, each service by itself; what fails waits, longer each time, and costs one try a run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.notify.delivery import Delivered, Service, deliver
from newsdiff.notify.forms import Message
from newsdiff.notify.outbox import Outbox, Parcel, message_id, service_id
from tests.notify.test_outbox import told

NOW = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
GOOD, DEAD = "json://good.example", "json://dead.example"
SERVICES = {("desk", service_id(url)): Service("desk", "json", url) for url in (GOOD, DEAD)}


class Sent:
    """Takes what goes to the good service; the dead one says no."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, Message]] = []

    def __call__(self, service: Service, message: Message) -> str:
        self.messages.append((service.url, message))
        return "no answer" if service.url == DEAD else ""

    def ids(self, url: str) -> list[str]:
        return [message.id for to, message in self.messages if to == url]


def put(outbox: Outbox, url: str, number: int = 1, due: datetime = NOW) -> str:
    name = message_id(url, str(number))
    outbox.put(Parcel(name, "desk", service_id(url), due, (told(number),)))
    return name


def test_what_is_not_due_waits(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    put(outbox, GOOD, due=NOW + timedelta(seconds=1))
    assert deliver(outbox, SERVICES, sent, now=NOW) == []
    assert sent.messages == []
    assert deliver(outbox, SERVICES, sent, now=NOW, due_only=False) == [Delivered("desk", "json", 1)]
    assert outbox.parcels() == []


def test_a_dead_service_keeps_no_other_from_its_messages_and_is_asked_once_a_run(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    first = [put(outbox, DEAD, n) for n in range(3)]
    taken = [put(outbox, GOOD, n) for n in range(3)]
    found = {one.taken: one for one in deliver(outbox, SERVICES, sent, now=NOW)}
    assert found == {
        3: Delivered("desk", "json", 3),
        0: Delivered("desk", "json", 0, 3, 1, "no answer"),
    }
    assert sorted(sent.ids(GOOD)) == sorted(taken)
    assert len(sent.ids(DEAD)) == 1
    assert {one.id for one in outbox.parcels()} == set(first)
    assert deliver(outbox, SERVICES, sent, now=NOW + timedelta(seconds=59)) == []


def test_pauses_grow_and_the_id_stays(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    name, now, pauses = put(outbox, DEAD), NOW, []
    for _ in range(8):
        deliver(outbox, SERVICES, sent, now=now)
        [waiting] = outbox.parcels()
        pauses.append((waiting.due - now) / timedelta(minutes=1))
        now = waiting.due
    assert pauses == [1, 5, 30, 120, 360, 720, 720, 720]
    assert sent.ids(DEAD) == [name] * 8


def test_a_flood_that_waited_goes_as_one(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    for n in range(40):
        put(outbox, GOOD, n)
    deliver(outbox, SERVICES, sent, now=NOW)
    [(_, message)] = sent.messages
    assert {entry.revision for entry in message.entries} == {told(n).revision for n in range(40)}
    assert message.thread != ""  # all of one article
    assert outbox.parcels() == []


def test_an_address_that_lacks_its_secret_waits(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    put(outbox, GOOD)
    services = {("desk", service_id(GOOD)): Service("desk", "json", "", "T is not set")}
    assert deliver(outbox, services, sent, now=NOW) == [Delivered("desk", "json", 0, 1, 1, "T is not set")]
    assert sent.messages == []
    assert len(outbox.parcels()) == 1


def test_what_nobody_configures_any_more_is_dropped_and_told(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    put(outbox, GOOD)
    [one] = deliver(outbox, {}, sent, now=NOW)
    assert one.error == "its address is not in config.toml any more: dropped"
    assert (outbox.parcels(), sent.messages) == ([], [])


def test_a_sender_that_ends_before_it_notes_anything_loses_nothing(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    name = put(outbox, GOOD)

    class Killed(BaseException):
        pass

    def killed(_service: Service, _message: Message) -> str:
        raise Killed

    with pytest.raises(Killed):
        deliver(outbox, SERVICES, killed, now=NOW)
    sent = Sent()
    assert deliver(outbox, SERVICES, sent, now=NOW) == []  # as after any try
    deliver(outbox, SERVICES, sent, now=NOW + timedelta(minutes=1))
    assert sent.ids(GOOD) == [name]


def test_while_one_sends_another_leaves_it_to_that_one(tmp_path: Path) -> None:
    outbox, sent = Outbox(tmp_path), Sent()
    put(outbox, GOOD)
    with outbox.alone("send", wait=False):
        assert deliver(outbox, SERVICES, sent, now=NOW) == []
    assert len(outbox.parcels()) == 1
