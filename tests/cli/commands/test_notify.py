"""``newsdiff notify``, and what ``watch`` does for those who want to be told: real servers, real processes."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("apprise", reason="the extra notify")

from newsdiff.cli.reach import notifying
from newsdiff.demo.site import Site as DemoSite
from newsdiff.demo.story import page, states
from newsdiff.notify.outbox import Outbox, Parcel, message_id, service_id
from tests.cli.conftest import Newsdiff
from tests.kit.receivers import Hook, hook
from tests.notify.test_outbox import NOW
from tests.notify.test_outbox import told as entry

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of what Apprise's plugins import
    pytest.mark.usefixtures("visits_here"),
]
SECRET = "hunter2hunter2"


@pytest.fixture
def web() -> Iterator[Hook]:
    with hook() as served:
        yield served


@pytest.fixture
def office(
    newsdiff: Newsdiff, demo_site: DemoSite, web: Hook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Newsdiff:
    """A store with one article, whose edits go to a web hook with a password; a busy machine may take its time."""
    monkeypatch.setattr(notifying, "DELIVERY_SECONDS", 300.0)
    newsdiff("init")
    told(tmp_path, f'[notify.desk]\nurls = ["json://ann:${{DESK}}@{web.place}/hook"]\n')
    monkeypatch.setenv("DESK", SECRET)
    newsdiff("add", "--allow-private", demo_site.url)
    visit(newsdiff)
    return newsdiff


def told(folder: Path, text: str) -> None:
    config = folder / "snapshots/.newsdiff/config.toml"
    config.write_text("[fetch]\nallow_private = true\ndelay = 0\n" + text)


def visit(newsdiff: Newsdiff, *more: str) -> object:
    return newsdiff("watch", "--all", *more)


def waiting(folder: Path) -> Outbox:
    return Outbox(folder / "snapshots/.newsdiff")


def test_without_a_receiver_nothing_is_kept_and_the_command_says_so(newsdiff: Newsdiff, tmp_path: Path) -> None:
    newsdiff("init")
    newsdiff("watch")
    assert not waiting(tmp_path).folder.exists()
    done = newsdiff("notify")
    assert done.code == 2
    assert done.err.startswith("Error: nobody is to be told. Hint: write [notify.NAME] with urls")


def test_watch_tells_of_an_edit_and_of_nothing_else(
    office: Newsdiff, demo_site: DemoSite, web: Hook, tmp_path: Path
) -> None:
    visit(office)
    assert web.taken == []
    demo_site.body = page(states()[1]).encode()
    assert visit(office, "--quiet").err == ""  # type: ignore[attr-defined]
    [message] = web.told()
    assert message["title"].startswith("!! ")
    assert demo_site.url in message["message"]
    [(_, headers, _)] = web.taken
    assert headers["Authorization"].startswith("Basic ")
    assert waiting(tmp_path).parcels() == []
    visit(office)
    assert len(web.taken) == 1
    assert office("notify").out == "Nothing waits.\n"
    revision = re.search(r"newsdiff --store (/.*) diff ([0-9a-f]{10})", message["message"])
    assert revision is not None
    assert office("--store", revision[1], "diff", revision[2]).code == 0


def test_a_dead_service_is_no_matter_of_the_run_and_doctor_shows_what_waits(
    office: Newsdiff, demo_site: DemoSite, tmp_path: Path
) -> None:
    """And no secret is printed, or kept anywhere in the store."""
    told(tmp_path, '[notify.desk]\nurls = ["json://ann:${DESK}@127.0.0.1:1/hook"]\n')
    demo_site.body = page(states()[1]).encode()
    done = visit(office)
    assert (done.code, done.err) == (0, "")  # type: ignore[attr-defined]
    [parcel] = waiting(tmp_path).parcels()
    assert (parcel.tries, parcel.error) == (1, "127.0.0.1:1 gave no answer, or refused")
    examined = office("doctor")
    [line] = [line for line in examined.out.splitlines() if line.startswith("notify.desk")]
    assert line.startswith(
        "notify.desk: 1 message waits: 127.0.0.1:1 gave no answer, or refused (tried once, again after "
    )
    assert line.endswith("Hint: newsdiff notify --test desk.")
    sent = office("notify")
    assert sent.code == 3
    assert sent.err == "desk (json): 0 sent, 1 waiting: 127.0.0.1:1 gave no answer, or refused\n"
    assert office("notify", "--due").out == "Nothing waits.\n"
    for one in (done, examined, sent, office("notify", "--test", "desk"), office("config")):
        assert SECRET not in one.out + one.err  # type: ignore[attr-defined]
    for file in (tmp_path / "snapshots").rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()


def test_a_service_that_hangs_is_left_after_a_while_and_loses_nothing(
    office: Newsdiff, demo_site: DemoSite, web: Hook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifying, "DELIVERY_SECONDS", 0.2)
    web.held = threading.Event()
    demo_site.body = page(states()[1]).encode()
    done = visit(office)
    assert (done.code, "edited" in done.out) == (0, True)  # type: ignore[attr-defined]
    [parcel] = waiting(tmp_path).parcels()
    web.held.set()
    assert office("notify").out == "desk (json): 1 sent\n"
    assert web.taken[-1][1]["X-Newsdiff-Message"] == parcel.id


def test_the_third_failure_in_a_row_is_told_and_no_other() -> None:
    waits = Parcel(message_id("1"), "desk", service_id("json://x"), NOW, (entry(1),), error="no answer")
    told = [notifying.failing([replace(waits, tries=tries)]) for tries in range(5)]
    assert told == [[], [], [], ["messages to desk wait: no answer; newsdiff doctor tells more"], []]
    assert notifying.failing([replace(waits, tries=3)] * 2) == told[3]


def test_a_secret_that_is_missing_keeps_nothing_from_being_watched(
    office: Newsdiff, demo_site: DemoSite, web: Hook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESK")
    demo_site.body = page(states()[1]).encode()
    assert "edited" in visit(office).out  # type: ignore[attr-defined]
    assert "notify.desk: DESK is set neither in the environment nor in .newsdiff/secrets" in office("doctor").out
    secrets = tmp_path / "snapshots/.newsdiff/secrets"
    secrets.write_text(f"DESK={SECRET}\n")
    secrets.chmod(0o600)
    assert office("notify").out == "desk (json): 1 sent\n"
    assert len(web.taken) == 1


def test_a_test_goes_to_every_service_of_a_receiver_and_past_the_outbox(
    office: Newsdiff, web: Hook, tmp_path: Path
) -> None:
    told(tmp_path, f'[notify.desk]\nurls = ["json://{web.place}/hook", "json://127.0.0.1:1/x"]\n')
    done = office("notify", "--test", "desk")
    assert (done.code, done.out) == (3, f"desk (json, {web.place}): it took a message\n")
    assert done.err == "desk (json): 127.0.0.1:1 gave no answer, or refused\n"
    assert web.told()[0]["title"] == "!! number: [-twelve-]{+fourteen+}; A test of newsdiff for desk"
    assert waiting(tmp_path).parcels() == []
    done = office("notify", "--test", "night")
    assert done.err == "Error: there is no [notify.night]. Hint: in config.toml stand: desk.\n"
    told(tmp_path, "")
    assert office("notify", "--test", "night").err.endswith(
        "write it, with urls, into config.toml: newsdiff config --edit.\n"
    )


def test_without_the_extra_messages_wait_and_the_command_says_what_is_missing(
    office: Newsdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    done = office("notify", "--test", "desk")
    assert done.err == "Error: notifications need Apprise. Hint: pip install 'newsdiff[notify]'.\n"
    assert office("config", "--check").err == done.err


def test_killed_between_send_and_note_it_sends_again_under_the_same_id(
    newsdiff: Newsdiff, web: Hook, tmp_path: Path
) -> None:
    newsdiff("init")
    url = f"json://{web.place}/hook"
    told(tmp_path, f'[notify.desk]\nurls = ["{url}"]\n')
    outbox, before = waiting(tmp_path), {message_id(str(n)) for n in range(2)}
    for n, name in enumerate(sorted(before)):
        outbox.put(Parcel(name, "desk", service_id(url), NOW, (entry(n),)))
    web.held = threading.Event()
    command = [sys.executable, "-m", "newsdiff", "--store", str(tmp_path / "snapshots"), "notify"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert web.heard.wait(60)  # the service has the message, and the sender does not know yet
    process.send_signal(signal.SIGKILL)
    process.wait()
    web.held.set()
    assert {parcel.id for parcel in outbox.parcels()} == before
    assert newsdiff("notify").out == "desk (json): 2 sent\n"
    first, *others = (headers["X-Newsdiff-Message"] for _, headers, _ in web.taken)
    assert first in before
    assert set(others) == before
    assert outbox.parcels() == []
