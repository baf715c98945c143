"""Messages through a pipe: whole, in order, and never a half one."""

import fcntl
import os
import resource
import threading
import time
from collections.abc import Iterator
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.process.pipe import Inbox, receive, send


class Ends:
    """Both ends of a pipe; whoever is done closes them."""

    def __init__(self) -> None:
        source, sink = os.pipe()
        self.source: IO[bytes] = os.fdopen(source, "rb", 0)
        self.sink: IO[bytes] = os.fdopen(sink, "wb", 0)

    def close(self) -> None:
        self.source.close()
        self.sink.close()


@pytest.fixture
def ends() -> Iterator[Ends]:
    made = Ends()
    yield made
    made.close()


@given(st.lists(st.binary(max_size=2000), max_size=8))
def test_messages_come_in_their_order(messages: list[bytes]) -> None:
    made = Ends()
    try:
        for message in messages:
            send(made.sink, message)
        assert [receive(made.source) for _ in messages] == messages
    finally:
        made.close()


def test_a_message_larger_than_a_pipe_holds(ends: Ends) -> None:
    message = os.urandom(300_000)
    writer = threading.Thread(target=send, args=(ends.sink, message))
    writer.start()
    assert receive(ends.source) == message
    writer.join()


def test_an_end_that_is_gone_is_told(ends: Ends) -> None:
    ends.sink.close()
    with pytest.raises(EOFError):
        receive(ends.source)


def test_half_a_message_is_none(ends: Ends) -> None:
    ends.sink.write((100).to_bytes(8, "big") + b"half")
    ends.sink.close()
    with pytest.raises(EOFError):
        receive(ends.source)


def test_nobody_who_reads_is_told(ends: Ends) -> None:
    ends.source.close()
    with pytest.raises(BrokenPipeError):
        send(ends.sink, b"x" * 10)


@pytest.mark.parametrize("sent", [b"", b"\0\0\0", (5).to_bytes(8, "big") + b"ab"])
def test_a_message_that_does_not_come_in_time_is_late(ends: Ends, sent: bytes) -> None:
    ends.sink.write(sent)
    with pytest.raises(TimeoutError):
        receive(ends.source, deadline=time.monotonic())


def test_what_has_come_is_read_even_at_the_deadline(ends: Ends) -> None:
    send(ends.sink, b"here")
    assert receive(ends.source, deadline=time.monotonic() + 60) == b"here"


def test_an_inbox_gives_what_is_whole_and_keeps_the_rest(ends: Ends) -> None:
    inbox = Inbox(ends.source)
    whole = (3).to_bytes(8, "big") + b"one"
    ends.sink.write(whole + whole[:5])
    assert list(inbox.look()) == [b"one"]
    ends.sink.write(whole[5:10])
    assert list(inbox.look()) == []
    ends.sink.write(whole[10:] + (0).to_bytes(8, "big"))
    assert list(inbox.look()) == [b"one", b""]
    ends.sink.close()
    with pytest.raises(EOFError):
        list(inbox.look())


def test_a_process_with_many_open_files_waits_as_well(ends: Ends) -> None:
    low, high = resource.getrlimit(resource.RLIMIT_NOFILE)
    if high != resource.RLIM_INFINITY and high < 3000:
        pytest.skip("no more than a few files may be open here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(low, 3000), high))
    try:
        with os.fdopen(fcntl.fcntl(ends.source, fcntl.F_DUPFD_CLOEXEC, 2000), "rb", 0) as source:
            send(ends.sink, b"here")
            assert receive(source, time.monotonic() + 30) == b"here"
            with pytest.raises(TimeoutError):
                receive(source, time.monotonic() + 0.01)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (low, high))
