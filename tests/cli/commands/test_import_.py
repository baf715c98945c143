"""``newsdiff import`` as a user meets it: what is whole is recorded, what is not is told, nothing is a crash."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.store import Store
from tests.cli.conftest import Newsdiff
from tests.kit import warc_files
from tests.kit.warc_files import URL, answer, record

TEXT = (
    "Councillors in Fenmarsh voted on {} to build a new road bridge over the river Wend.",
    "The crossing will replace the old stone bridge, which was closed to lorries in 2019.",
    "Work is expected to begin in the spring and to take about eighteen months, said a report.",
)
DAYS = ("Tuesday", "Wednesday", "Thursday", "Friday")
WAYBACK = "https://web.archive.org/web"


def story(day: str, head: str = "") -> bytes:
    """The page of one day."""
    told = "".join(f"<p>{line.format(day)}</p>" for line in TEXT)
    return (
        f"<!doctype html><html lang='en'><head><title>Council backs bridge</title>{head}</head><body><article>"
        f"<h1>Council backs bridge</h1>{told}</article></body></html>"
    ).encode()


def records() -> list[bytes]:
    """A record a day."""
    return [record(answer(story(name)), day=day) for day, name in enumerate(DAYS, 1)]


@pytest.fixture
def store(newsdiff: Newsdiff) -> Newsdiff:
    """A command line with an empty store."""
    assert newsdiff("init").code == 0
    return newsdiff


def revisions(newsdiff: Newsdiff) -> list[tuple[str, str]]:
    """Kind and day of every revision, oldest first."""
    found = json.loads(newsdiff("log", "--format", "json").out)
    return sorted((r["seen_at"][:10], r["kind"]) for r in found)


EDITS = [("2025-03-01", "first"), ("2025-03-02", "edit"), ("2025-03-03", "edit"), ("2025-03-04", "edit")]


def test_a_whole_crawl_is_imported_without_a_word(store: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(warc_files.packed(records()))
    done = store("import", "crawl.warc.gz")
    assert (done.code, done.out, done.err) == (0, "4 pages read, 4 revisions recorded.\n", "")
    assert revisions(store) == EDITS
    again = store("import", "crawl.warc.gz")
    assert (again.code, again.out, again.err) == (0, "4 pages read, 0 revisions recorded.\n", "")


def test_what_is_damaged_is_told_and_the_rest_is_imported(store: Newsdiff, tmp_path: Path) -> None:
    first, second, third, fourth = records()
    damaged = second.replace(b"Wednesday", b"We\x1b[2Jday"), third.replace(b"2025-03-03", b"2025-03-33")
    (tmp_path / "crawl.warc").write_bytes(b"".join([first, *damaged, fourth]))
    done = store("import", "crawl.warc")
    assert (done.code, done.out) == (0, "2 pages read, 2 revisions recorded.\n")
    assert done.err.split("\n") == [
        f"Note: {URL} of 2025-03-02T10:00:00Z is left out: it is damaged: its digest is not that of its bytes",
        f"Note: {URL} of 2025-03-33T10:00:00Z is left out: its date is no time",
        "",
    ]
    assert revisions(store) == [("2025-03-01", "first"), ("2025-03-04", "edit")]


@pytest.mark.parametrize("text", ["", "WARC/1.0\r\n\r\n", "no WARC at all"])
def test_a_file_without_records(store: Newsdiff, tmp_path: Path, text: str) -> None:
    (tmp_path / "crawl.warc").write_text(text)
    done = store("import", "crawl.warc")
    assert done.code == 4
    assert "no WARC record can be read" in done.err


def test_nothing_but_damage_is_an_error(store: Newsdiff, tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(records()[0][:-300])
    done = store("import", "crawl.warc")
    assert done.code == 3
    assert "it is cut short" in done.err
    assert "no page of crawl.warc could be read" in done.err


def test_many_notes_are_counted(store: Newsdiff, tmp_path: Path) -> None:
    bad = record(answer(story("Monday")), day=9, WARC_Truncated="length")
    (tmp_path / "crawl.warc").write_bytes(records()[0] + bad * 70)
    done = store("import", "crawl.warc")
    assert done.code == 0
    assert done.err.count("is left out") == 50
    assert "and 20 more" in done.err


# --- pages saved from a web archive ---


def saved(folder: Path) -> Path:
    """The four days, as a web archive gives them."""
    folder.mkdir()
    for day, name in enumerate(DAYS, 1):
        link = f'<link rel="canonical" href="{WAYBACK}/2025030{day}100000/{URL}">'
        (folder / f"bridge-2025030{day}100000.html").write_bytes(story(name, link))
    return folder


def test_pages_saved_from_a_web_archive_are_the_publishers(store: Newsdiff, tmp_path: Path) -> None:
    saved(tmp_path / "saved")
    done = store("import", "saved")
    assert (done.code, done.err) == (0, "")
    assert revisions(store) == EDITS
    [entry] = Store(tmp_path / "snapshots").articles()
    assert (entry.url, entry.host) == (URL, "courier.example")


@pytest.mark.parametrize(
    "prefix", [f"{WAYBACK}/20250312101112/", f"{WAYBACK}/2025id_/", "http://archive.ph/2025.03.12-101112/"]
)
def test_an_archives_address_is_taken_off_what_url_says(store: Newsdiff, tmp_path: Path, prefix: str) -> None:
    saved(tmp_path / "saved")
    assert store("import", "saved", "--url", f"{prefix}{URL}").code == 0
    (tmp_path / "now.html").write_bytes(story("Saturday"))
    assert store("snapshot", "now.html", "--url", f"{prefix}{URL}").code == 0
    [entry] = Store(tmp_path / "snapshots").articles()
    assert (entry.url, entry.revisions) == (URL, 5)


@pytest.mark.parametrize("url", ["https://", "courier.example", "file:///etc/passwd"])
def test_what_is_no_address_is_said(store: Newsdiff, tmp_path: Path, url: str) -> None:
    saved(tmp_path / "saved")
    done = store("import", "saved", "--url", url)
    assert done.code == 2
    assert "is no web address" in done.err


# --- damage of any kind: no crash, no text that was not there ---

FILES = {
    "plain": b"".join(records()),
    "packed": warc_files.packed(records()),
    "one": gzip.compress(b"".join(records()), mtime=0),
}
DAMAGE = st.lists(
    st.tuples(st.integers(0, 1 << 14), st.integers(0, 300), st.binary(max_size=40)), min_size=1, max_size=4
)


def broken(newsdiff: Newsdiff, folder: Path, name: str, damage: list[tuple[int, int, bytes]]) -> None:
    """Import a damaged file, and look at what came of it."""
    file = FILES[name]
    for at, gone, more in damage:
        at %= len(file) + 1
        file = file[:at] + more + file[at + gone :]
    number = len(list(folder.iterdir()))
    (folder / f"{number}.warc").write_bytes(file)
    assert newsdiff("--store", f"{folder}/st{number}", "init").code == 0
    done = newsdiff("--store", f"{folder}/st{number}", "import", f"{folder}/{number}.warc")
    assert done.code in (0, 3, 4), done.err
    store = Store(folder / f"st{number}")
    told = [line.format(name) for name in DAYS for line in TEXT]
    for revision in store.read_all(store.changes()):
        assert revision.article is not None
        assert all(line in told for line in revision.article.text.split("\n")[1:])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*FILES]), DAMAGE)
def test_damage_makes_neither_crash_nor_edit(
    newsdiff: Newsdiff, tmp_path: Path, name: str, damage: list[tuple[int, int, bytes]]
) -> None:
    broken(newsdiff, tmp_path, name, damage)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*FILES]), DAMAGE)
def test_much_damage_makes_neither_crash_nor_edit(
    newsdiff: Newsdiff, tmp_path: Path, name: str, damage: list[tuple[int, int, bytes]]
) -> None:
    broken(newsdiff, tmp_path, name, damage)
