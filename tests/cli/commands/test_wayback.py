"""``newsdiff import wayback`` and ``newsdiff archive`` against a small Wayback server on 127.0.0.1."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.store import Store
from newsdiff.watch.state import observation_log
from newsdiff.watch.state.observation import Event
from tests.cli.conftest import Newsdiff
from tests.kit.site import page, story, told
from tests.kit.wayback import Held, Wayback, wayback

URL = "https://www.courier.example/2026/02/bridge"
WALL = "<p>Subscribe to continue reading. It takes a minute.</p>"


@pytest.fixture(scope="module")
def server() -> Iterator[Wayback]:
    with wayback() as served:
        yield served


@pytest.fixture
def archive(server: Wayback, newsdiff: Newsdiff, tmp_path: Path) -> Wayback:
    """The server, empty, and a store whose configuration names it."""
    server.held.clear()
    server.asked.clear()
    server.saves.clear()
    server.form, server.busy, server.retry_after = "rows", 0, "1"
    newsdiff("init")
    (tmp_path / "snapshots/.newsdiff/config.toml").write_text(server.config)
    return server


def hold(archive: Wayback, *captures: tuple[str, str], url: str = URL) -> None:
    """Captures of the story: their times, and how many cracks were counted."""
    archive.held += [Held(f"{time:0<14}", url, story(1, cracks=number).encode()) for time, number in captures]


def teaser() -> bytes:
    return page("Notes from Port Amber, number 1", "".join(f"<p>{line}</p>" for line in told(1)[:3]) + WALL).encode()


def revisions(folder: Path) -> list[tuple[str, str]]:
    store = Store(folder / "snapshots")
    path = store.path_of(URL)
    return [(f"{r.seen_at:%Y-%m-%d}", r.kind.value) for r in store.history(path)[::-1]] if path else []


def test_an_archive_that_holds_nothing(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    done = newsdiff("import", "wayback", URL)
    assert (done.code, done.out) == (0, f"{URL}: 0 captures, 0 pages read, 0 revisions recorded.\n")
    assert revisions(tmp_path) == []


def test_captures_become_a_history(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    """And every revision says where it was read."""
    hold(archive, ("20260201", "two"), ("20260203", "five"), ("20260205", "two"))
    archive.held += [
        Held("20260202000000", URL, b"", status="302"),
        Held("20260204000000", URL, b"", status="404"),
        Held("20260204000000", f"{URL}/picture.png", b"x", mime="image/png"),
    ]
    done = newsdiff("import", "wayback", URL)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{URL}: 3 captures, 2 others, 3 pages read, 3 revisions recorded.\n"
    assert revisions(tmp_path) == [("2026-02-01", "first"), ("2026-02-03", "edit"), ("2026-02-05", "revert")]
    sources = [dict(r.trailers)["Source"] for r in Store(tmp_path / "snapshots").history(URL)]
    assert sources == [f"{archive.base}/web/2026020{day}000000/{URL}" for day in (5, 3, 1)]


def test_one_body_is_asked_for_once_and_the_last_time_it_stood_is_known(
    newsdiff: Newsdiff, archive: Wayback, tmp_path: Path
) -> None:
    hold(archive, *((f"202602{day:02}", "two") for day in range(1, 10)), ("20260212", "five"), ("20260213", "two"))
    done = newsdiff("import", "wayback", URL)
    assert done.out.endswith("4 captures, 4 pages read, 3 revisions recorded.\n")
    assert archive.replayed() == ["20260201000000", "20260212000000"]
    last, edit, _ = Store(tmp_path / "snapshots").history(URL)
    assert (edit.since, last.kind) == (edit.seen_at.replace(day=9), "revert")


def test_what_came_before_the_first_observation_is_read_as_the_beginning_of_the_history(
    newsdiff: Newsdiff, archive: Wayback, tmp_path: Path
) -> None:
    (tmp_path / "own.html").write_text(story(1, cracks="seven"))
    newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-10")
    (tmp_path / "own.html").write_text(story(1, cracks="nine"))
    newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-20")
    before = Store(tmp_path / "snapshots").history(URL)
    hold(archive, ("20260201", "two"), ("20260203", "five"), ("20260215", "eight"))
    done = newsdiff("import", "wayback", URL)
    path = Store(tmp_path / "snapshots").path_of(URL)
    assert done.out == f"{URL}: 3 captures, 3 pages read, 2 revisions recorded.\n"
    assert done.err == (
        f"Note: {URL} changed between its last capture (2026-02-03 00:00) and its first observation "
        f"(2026-02-10 00:00 UTC): newsdiff diff {path} @2 @3\n"
    )
    days = [("2026-02-01", "first"), ("2026-02-03", "edit"), ("2026-02-10", "first"), ("2026-02-20", "edit")]
    assert revisions(tmp_path) == days
    after = Store(tmp_path / "snapshots").history(URL)
    assert [r.id for r in after[:2]] == [r.id for r in before]
    assert "[-five-]{+seven+}" in newsdiff("diff", URL, "@2", "@3").out
    assert "[-seven-]{+nine+}" in newsdiff("diff", URL).out
    assert newsdiff("diff", after[2].id[:10]).code == 0
    assert newsdiff("verify").code == 0
    assert len(Store(tmp_path / "snapshots").articles()) == 1
    again = newsdiff("import", "wayback", URL)
    assert again.out == f"{URL}: 3 captures, 3 pages read, 0 revisions recorded.\n"
    assert revisions(tmp_path) == days


def test_a_later_observation_is_compared_with_what_was_observed_not_with_a_capture(
    newsdiff: Newsdiff, archive: Wayback, tmp_path: Path
) -> None:
    (tmp_path / "own.html").write_text(story(1, cracks="seven"))
    newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-10")
    hold(archive, ("20260201", "two"))
    newsdiff("import", "wayback", URL)
    assert "nothing changed" in newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-11").out
    (tmp_path / "snapshots/.newsdiff/state.db").unlink()
    assert "nothing changed" in newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-12").out
    (tmp_path / "own.html").write_text(story(1, cracks="two"))
    newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-13")
    assert revisions(tmp_path)[-1] == ("2026-02-13", "edit")


def test_words_that_stood_before_the_first_observation_are_found_and_do_not_stand_now(
    newsdiff: Newsdiff, archive: Wayback, tmp_path: Path
) -> None:
    (tmp_path / "own.html").write_text(story(1, cracks="seven"))
    newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-10")
    hold(archive, ("20260201", "ninety-two"))
    newsdiff("import", "wayback", URL)
    assert "2026-02-10" in newsdiff("find", "ninety-two").out
    assert newsdiff("find", "ninety-two", "--gone").out != ""


def test_captures_of_walls_are_left_out(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    hold(archive, ("20260201", "two"), ("20260205", "two"), ("20260207", "five"))
    archive.held += [Held("20260202000000", URL, teaser()), Held("20260206000000", URL, teaser())]
    done = newsdiff("import", "wayback", URL)
    assert revisions(tmp_path) == [("2026-02-01", "first"), ("2026-02-07", "edit")]
    assert done.err.count("is left out: it may be no text of the article: ") == 2
    assert done.out == f"{URL}: 5 captures, 3 pages read, 2 revisions recorded.\n"


def test_gaps_redirects_and_other_captures_are_told_and_not_taken(
    newsdiff: Newsdiff, archive: Wayback, tmp_path: Path
) -> None:
    hold(archive, ("20260201", "two"), ("20260209", "five"))
    body = story(1, cracks="eleven").encode()
    archive.held += [
        Held("20260202000000", URL, body + b" ", replays=404),
        Held("20260203000000", URL, body + b"  ", replays=302, location=f"{archive.base}/web/20260209000000id_/{URL}"),
        Held("20260204000000", URL, body + b"   ", replays=301, location="https://www.courier.example/"),
        Held("20260205000000", URL, b"\x89PNG\r\n\x1a\n" + body, mime="text/html"),
    ]
    done = newsdiff("import", "wayback", URL)
    assert revisions(tmp_path) == [("2026-02-01", "first"), ("2026-02-09", "edit")]
    told = [line.partition(" is left out: ") for line in done.err.splitlines()]
    assert [what[-19:] for what, _, _ in told] == [f" of 2026-02-0{n} 00:00"[-19:] for n in (2, 3, 4, 5)]
    whys = [why for _, _, why in told]
    assert whys[0].endswith("answered with status 404")
    assert whys[1] == f"the archive shows {URL} of 20260209000000 in its place"
    assert whys[2] == "the capture leads out of the archive, to https://www.courier.example/"
    assert whys[3] == "it is image/png, not a page"


def test_a_busy_archive_is_waited_for(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    hold(archive, ("20260201", "two"), ("20260203", "five"))
    archive.busy = 1
    done = newsdiff("import", "wayback", URL)
    assert (done.code, done.err) == (0, "")
    assert len(revisions(tmp_path)) == 2


def test_one_that_is_busy_for_long_ends_the_import_which_is_taken_up_later(
    newsdiff: Newsdiff, archive: Wayback, tmp_path: Path
) -> None:
    hold(archive, ("20260201", "two"))
    newsdiff("import", "wayback", URL)
    hold(archive, ("20260203", "five"), ("20260205", "six"))
    archive.asked.clear()
    archive.busy, archive.retry_after = 1, "7200"
    done = newsdiff("import", "wayback", URL)
    assert done.code == 3
    assert done.err.startswith("Error: the archive is busy: ")
    assert done.err.endswith("Hint: call it again later: what is recorded is not asked for again.\n")
    assert archive.replayed() == ["20260203000000"]
    done = newsdiff("import", "wayback", URL)
    assert done.out == f"{URL}: 3 captures, 3 pages read, 2 revisions recorded.\n"
    assert archive.replayed() == ["20260203000000"] * 2 + ["20260205000000"]
    assert len(revisions(tmp_path)) == 3


def test_a_span_of_time_and_a_whole_outlet(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    other = "https://herald.example/2026/02/x"
    newsdiff("add", URL, other, "--kind", "article")
    hold(archive, ("20260201", "two"), ("20260203", "five"), ("20270101", "six"))
    hold(archive, ("20260202", "two"), url=other)
    done = newsdiff("import", "wayback", "--host", "courier.example", "--from", "2026-02-02", "--to", "2026")
    assert done.out == f"{URL}: 1 captures, 1 pages read, 1 revisions recorded.\n"
    assert revisions(tmp_path) == [("2026-02-03", "first")]
    done = newsdiff("import", "wayback", "--all")
    assert f"{other}: 1 captures, 1 pages read, 1 revisions recorded." in done.out


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("wayback",), "which articles are meant. Hint: say one URL, or --host HOST, or --all."),
        (("wayback", URL, "--all"), "which articles are meant"),
        (("wayback", URL, "--from", "yesterday"), "'yesterday' is no day, month or year. Hint: write 2019"),
        (("wayback", "x"), "'x' is no web address"),
        (("saved", "--all"), "a URL, --host, --all, --from and --to go with wayback"),
    ],
)
def test_a_mistake_is_one_line(newsdiff: Newsdiff, archive: Wayback, words: tuple[str, ...], error: str) -> None:
    done = newsdiff("import", *words)
    assert done.code == 2
    assert done.err.startswith(f"Error: {error}")
    assert archive.asked == []


def test_a_server_that_is_none(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    config = tmp_path / "snapshots/.newsdiff/config.toml"
    config.write_text(archive.config.replace("/cdx/search/cdx", "/nothing"))
    done = newsdiff("import", "wayback", URL)
    assert (done.code, done.out) == (3, f"{URL}: nothing read.\n")
    assert "answered with status 404" in done.err


def test_the_gate_of_addresses_stands_before_archives_too(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path) -> None:
    config = tmp_path / "snapshots/.newsdiff/config.toml"
    config.write_text(archive.config.replace("allow_private = true", "allow_private = false"))
    done = newsdiff("import", "wayback", URL)
    assert done.code == 3
    assert "127.0.0.1 is not a public address" in done.err
    assert archive.asked == []
    assert newsdiff("import", "wayback", URL, "--allow-private").code == 0


@pytest.fixture
def account(newsdiff: Newsdiff, archive: Wayback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wayback:
    """An archive that captures, keys of an account there, and an article."""
    monkeypatch.setenv("IA_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("IA_SECRET_ACCESS_KEY", "hunter2hunter2")
    archive.save_answer = {"url": URL, "job_id": "spn2-1"}
    archive.jobs[:] = [{"status": "success", "timestamp": "20260220101112", "original_url": URL}]
    (tmp_path / "own.html").write_text(story(1))
    newsdiff("snapshot", "own.html", "--url", URL, "--at", "2026-02-10")
    return archive


def captures(folder: Path) -> list[str]:
    seen = observation_log.read(folder / "snapshots/.newsdiff")
    return [one.location for one, _ in seen if one is not None and one.event is Event.ARCHIVED]


def test_a_capture_is_asked_for_and_noted(newsdiff: Newsdiff, account: Wayback, tmp_path: Path) -> None:
    done = newsdiff("archive", "bridge")
    address = f"{account.base}/web/20260220101112/{URL}"
    assert (done.code, done.out, done.err) == (0, f"Captured: {address}\n", "")
    [(headers, fields)] = account.saves
    assert headers["Authorization"] == "LOW key:hunter2hunter2"
    assert fields["url"] == [URL]
    assert captures(tmp_path) == [address]
    assert newsdiff("snapshot", "own.html", "--url", URL).out.count("nothing changed") == 1


@pytest.mark.parametrize(
    ("answer", "job", "error"),
    [
        ({"job_id": "1"}, {"status": "error", "message": "The page is blocked."}, "The page is blocked."),
        ({"message": "You have already reached the limit"}, {}, "You have already reached the limit"),
        ({"job_id": "../x"}, {}, "it does not say why"),
        ({"job_id": "1"}, {"status": "success", "timestamp": "now"}, "it does not say why"),
    ],
)
def test_a_capture_that_is_not_made(
    newsdiff: Newsdiff, account: Wayback, tmp_path: Path, answer: dict[str, str], job: dict[str, str], error: str
) -> None:
    account.save_answer, account.jobs[:] = answer, [job]
    done = newsdiff("archive", URL)
    assert done.code == 3
    assert done.err.startswith(f"Error: the archive made no capture of {URL}: {error}")
    assert captures(tmp_path) == []


def test_without_keys_nothing_is_asked(newsdiff: Newsdiff, account: Wayback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IA_SECRET_ACCESS_KEY")
    done = newsdiff("archive", URL)
    assert done.code == 2
    assert done.err.startswith("Error: IA_SECRET_ACCESS_KEY is set neither in the environment nor in .newsdiff/secrets")
    assert account.saves == []


def test_each_edit_is_captured_through_the_outbox(newsdiff: Newsdiff, account: Wayback, tmp_path: Path) -> None:
    config = tmp_path / "snapshots/.newsdiff/config.toml"
    config.write_text(f'{account.config}on = "edit"\n')
    assert newsdiff("notify").out == "Nothing waits.\n"
    (tmp_path / "own.html").write_text(story(1, cracks="ninety"))
    newsdiff("snapshot", "own.html", "--url", URL)
    account.jobs[:] = [{"status": "error", "message": "busy"}]
    done = newsdiff("notify")
    assert (done.code, done.err) == (
        3,
        f"archive (save page now): 0 sent, 1 waiting: the archive made no capture of {URL}: busy\n",
    )
    assert "notify.archive: 1 message waits" in newsdiff("doctor").out
    account.jobs[:] = [{"status": "success", "timestamp": "20260220101112", "original_url": URL}]
    assert newsdiff("notify").out == "archive (save page now): 1 sent\n"
    assert captures(tmp_path) == [f"{account.base}/web/20260220101112/{URL}"]
    for file in (tmp_path / "snapshots").rglob("*"):
        assert not file.is_file() or b"hunter2hunter2" not in file.read_bytes()
