"""Each fault of a network or a server, met by a whole run: the right status, no revision, and the run goes on."""

import gzip
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fault_server import FaultServer, Play, answer, drip, hang, head, raw, redirect, reset, zipped
from watch_site import Desk, story

from newsdiff.model import Status

BROKEN = {Status.ERROR, Status.UNREACHABLE}
DOUBTED = {Status.SUSPECT}
WHOLE = story(1, cracks="forty").encode()
HALF = WHOLE[: len(WHOLE) // 2]
PACKED = gzip.compress(WHOLE)

FAULTS: dict[str, tuple[Play, set[Status]]] = {
    "05 hang": (hang(), BROKEN),
    "06 drip": (drip(head(content_length="100000"), b"x"), BROKEN),
    "07 header drip": (drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), BROKEN),
    "08 reset": (reset(), BROKEN),
    "09 length too long": (raw(head(content_length=str(len(WHOLE) + 9)) + WHOLE), BROKEN),
    "10 chunks cut": (raw(head(transfer_encoding="chunked") + b"400\r\n" + HALF[:100]), BROKEN),
    "11 early close": (raw(head(connection="close") + HALF), DOUBTED),
    "12 length too short": (raw(head(content_length=str(len(HALF))) + WHOLE), DOUBTED),
    "13 gzip cut": (answer(PACKED[:-12], content_encoding="gzip"), BROKEN),
    "13 half a page, rightly packed": (zipped(HALF), DOUBTED),
    "14 bad gzip": (answer(b"no gzip at all", content_encoding="gzip"), BROKEN),
    "15 bomb": (zipped(b"x" * 30_000_000), BROKEN),
    "18 endless": (drip(head(), b"x" * 500_000, pause=0), BROKEN),
    "19 huge header": (raw(head(x="y" * 3_000_000)), BROKEN),
    "21 garbage": (raw(b"\x00\x01 what\r\n\r\n"), BROKEN),
    "22 loop": (redirect("/story"), BROKEN),
    "23 to a file": (redirect("file:///etc/passwd"), {Status.REFUSED, *BROKEN}),
    "30 server error": (answer(b"no", 500), BROKEN),
    "31 forbidden": (answer(b"no", 403), {Status.BLOCKED}),
    "32 not found": (answer(b"no", 404), {Status.MISSING}),
    "36 empty": (answer(b""), BROKEN | DOUBTED),
    "37 part": (answer(HALF, 206), BROKEN),
    "38 image": (answer(b"\x89PNG....", content_type="image/png"), BROKEN),
    "62 zeros": (answer(b"\x00" * 5000), BROKEN | DOUBTED),
}


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as started:
        yield started


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_no_edit_and_ends_no_run(desk: Desk, server: FaultServer, name: str) -> None:
    play, statuses = FAULTS[name]
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, deadline=1.5))
    first = server.on("/story", answer(story(1).encode()))
    other = server.on("/other", answer(story(2).encode()))
    desk.add(first, other)
    assert desk.statuses() == [Status.FIRST, Status.FIRST]
    server.on("/story", play)
    server.on("/other", answer(story(2, cracks="ninety").encode()))
    found = {outcome.url: outcome.status for outcome in desk.watch()}
    assert found[first] in statuses
    assert found[other] is Status.EDIT
    assert desk.kinds() == ["first", "first", "edit"]
    server.on("/story", answer(WHOLE))
    desk.now = desk.now.replace(day=desk.now.day + 1)
    assert {outcome.url: outcome.status for outcome in desk.watch()}[first] is Status.EDIT
