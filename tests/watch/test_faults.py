"""Each fault of a network or a server, met by a whole run: the right status, no revision, and the run goes on."""

import gzip
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.model import Status
from newsdiff.watch.visit.pool import Inline
from tests.kit.fault_server import FaultServer, Play, answer, drip, hang, head, raw, redirect, reset, zipped
from tests.kit.site import Desk, story

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
ENDLESS = {"05 hang", "06 drip", "07 header drip"}  # nothing but the deadline ends these


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as started:
        yield started


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_no_edit_and_ends_no_run(desk: Desk, server: FaultServer, name: str) -> None:
    play, statuses = FAULTS[name]
    deadline = 4.0 if name in ENDLESS else 20.0
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, deadline=deadline))
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


FLOODS: dict[str, Play] = {
    "bomb": zipped(bytes(60_000_000)),
    "endless": drip(head(), b"x" * 500_000, pause=0),
    "endless chunks": drip(head(transfer_encoding="chunked"), b"7a120\r\n" + b"x" * 500_000 + b"\r\n", pause=0),
    "many headers": raw(head()[:-2] + b"X-Y: z\r\n" * 500_000),
}
MAZES: dict[str, Play] = {  # each may take a cleaner ten seconds
    "one long paragraph": answer(b"<html><body><article><p>" + b"word " * 1_900_000 + b"</p></article></body></html>"),
    "deep": answer(b"<html><body>" + b"<div>" * 50_000 + WHOLE),
    "many paragraphs": answer(b"<html><body><article>" + b"<p>It is so.</p>" * 200_000 + b"</article></body></html>"),
}


@pytest.mark.parametrize("hostile", [FLOODS, pytest.param(MAZES, marks=pytest.mark.slow)], ids=["floods", "mazes"])
def test_hostile_pages_take_little_memory(desk: Desk, server: FaultServer, hostile: dict[str, Play]) -> None:
    """Below 300 MB in each process of a run."""
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, deadline=20.0))
    for n, play in enumerate(hostile.values()):
        desk.add(server.on(f"/hostile{n}", play))
    story_url = server.on("/story", answer(WHOLE))
    desk.add(story_url)
    with Inline() as engine:
        found = {outcome.url: outcome.status for outcome in desk.watch(engine=engine)}
        peaks = {pid: peak(pid) for pid in descendants(os.getpid())}
    assert found[story_url] is Status.FIRST
    assert len(peaks) >= 2
    assert max(peaks.values()) < 300_000_000


def descendants(pid: int) -> set[int]:
    """The processes that a process began, and those that these began."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
    found: set[int] = set()
    while more := {child for child, parent in parents.items() if parent in found | {pid}} - found:
        found |= more
    return found


def peak(pid: int) -> int:
    """The most bytes of memory that a process ever had."""
    [kilobytes] = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(kilobytes) * 1024
