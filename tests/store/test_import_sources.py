"""Back-filling: earlier versions in true date order, from folders, WARC files and other repositories."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.document import article
from newsdiff.errors import DiskFull, NewsdiffError, StoreError
from newsdiff.model import Article, Page, Revision, RevisionKind
from newsdiff.store import Record, Store, import_sources
from newsdiff.store.backfill import backfill
from newsdiff.store.left_out import LeftOut
from tests.kit import warc_files
from tests.kit.stories import START, URL, first


def clean(page: Page) -> Article:
    """As a cleaner does: lines are paragraphs; a page may name its URL in its first line."""
    lines = page.body.decode().split("\n")
    url = lines.pop(0) if lines[0].startswith("https://") else ""
    return article(lines, headline="Bridge")._replace(url=url)


def saved(folder: Path, *versions: str) -> Path:
    folder.mkdir()
    for day, text in enumerate(versions, 1):
        (folder / f"bridge-2025-01-{day:02}.html").write_text(text)
    return folder


def kinds(store: Store, name: str = "bridge") -> list[str]:
    return [r.kind.value for r in store.history(name)][::-1]


def test_a_folder_of_nothing_brings_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert store.import_(import_sources.pages(tmp_path / "empty", URL), clean=clean, now=START) == []


def test_a_folder_in_the_order_of_its_dates(store: Store, tmp_path: Path) -> None:
    folder = saved(tmp_path / "saved", "Closed.", "Closed.", "Open.", "Closed.")
    made = store.import_(import_sources.pages(folder, URL), clean=clean, now=START)
    assert [r.seen_at.day for r in made] == [1, 3, 4]
    assert kinds(store) == ["first", "edit", "revert"]
    assert made[1].since == datetime(2025, 1, 2, tzinfo=UTC)  # when the old text was last seen
    assert made[0].path.startswith("gazette.example/2025/01/")
    assert list(store.verify()) == []
    shown = subprocess.run(["git", "log", "--format=%as"], cwd=store.path, capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["2025-01-04", "2025-01-03", "2025-01-01"]


def test_file_times_count_where_names_tell_none(store: Store, tmp_path: Path) -> None:
    for name, day in (("b.txt", 1), ("a.txt", 2)):
        (tmp_path / name).write_text(f"{name}.")
        at = datetime(2024, 5, day, tzinfo=UTC).timestamp()
        os.utime(tmp_path / name, (at, at))
    found = list(import_sources.folder(tmp_path, URL))
    assert {p.body: p.fetched_at.day for p in found} == {b"b.txt.": 1, b"a.txt.": 2}


def test_a_number_in_a_name_that_no_store_can_keep_as_a_time_is_no_time(tmp_path: Path) -> None:
    at = datetime(2024, 5, 1, tzinfo=UTC)
    for name in ("story-10051203.html", "story-99991231.html"):  # numbers of articles
        (tmp_path / name).write_text("Closed.")
        os.utime(tmp_path / name, (at.timestamp(), at.timestamp()))
    assert [page.fetched_at for page in import_sources.folder(tmp_path, URL) if isinstance(page, Page)] == [at, at]


def test_several_articles_are_told_apart_and_interleaved(store: Store, tmp_path: Path) -> None:
    one, two = "https://gazette.example/one", "https://herald.example/two"
    folder = saved(tmp_path / "saved", f"{one}\nA.", f"{two}\nB.", f"{one}\nC.", f"{two}\nD.")
    made = store.import_(import_sources.pages(folder), clean=clean, now=START)
    assert [r.path.split("/")[0].split(".")[0] for r in made] == ["gazette", "herald"] * 2
    assert kinds(store, one) == kinds(store, two) == ["first", "edit"]


def test_history_that_is_here_is_never_rewritten(store: Store, tmp_path: Path) -> None:
    store.record([first()], now=START)
    folder = saved(tmp_path / "saved", "Closed.", "Open.")
    with pytest.raises(StoreError, match="has a history here already"):
        store.import_(import_sources.pages(folder, URL), clean=clean, now=START)
    assert kinds(store) == ["first"]


def test_a_warc_file_of_our_own(store: Store, tmp_path: Path) -> None:
    for hour, text in enumerate((b"Closed.", b"Open.")):
        store.raw.put(Page(URL, URL, 200, "text/html", text, START + timedelta(hours=hour)))
    store.raw.put(Page(URL, URL, 404, "text/html", b"Gone.", START + timedelta(hours=3)))
    [file] = (store.private / "raw").rglob("*.warc.gz")
    other = Store.create(tmp_path / "other")
    made = other.import_(import_sources.pages(file), clean=clean, now=START + timedelta(days=1))
    assert [(r.kind, r.seen_at.hour) for r in made] == [(RevisionKind.FIRST, 8), (RevisionKind.EDIT, 9)]
    assert [other.raw.get(dict(r.trailers)["Raw-Sha256"]).body for r in made] == [b"Closed.", b"Open."]


class Repository:
    """Another git repository, with a commit an hour."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hour = 0
        subprocess.run(["git", "init", "-q", folder], check=True)

    def commit(self, **files: str | None) -> None:
        """Write files (None takes one away) and commit them."""
        for name, text in files.items():
            path = self.folder / f"{name}.txt"
            path.unlink() if text is None else path.write_text(text)
        user = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(self.folder)]
        date = {"GIT_AUTHOR_DATE": f"2024-02-01T{self._hour:02}:00:00Z"}
        self._hour += 1
        subprocess.run(["git", *user, "add", "-A"], check=True)
        subprocess.run(["git", *user, "commit", "-q", "-m", "x"], check=True, env=os.environ | date)

    def imported(self, path: str, into: Store) -> list[Revision]:
        """What is recorded of a file."""
        return into.import_(import_sources.pages(Path(f"{self.folder}:{path}"), URL), clean=clean, now=START)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "other repo")


def test_the_history_of_a_file_in_another_repository(store: Store, repository: Repository) -> None:
    for text in ("Closed.", "Open.", "Shut."):
        repository.commit(**{"page *": text})
    made = repository.imported("page *.txt", store)
    assert [r.seen_at.hour for r in made] == [0, 1, 2]
    assert kinds(store) == ["first", "edit", "edit"]
    assert store.notices == []


def test_a_repository_without_an_address(store: Store, repository: Repository) -> None:
    repository.commit(page="Closed.")
    repository.commit(page="Open.")
    pages = import_sources.pages(Path(f"{repository.folder}:page.txt"))
    made = store.import_(pages, clean=clean, now=START)
    assert [(r.kind.value, r.path.split("/")[0]) for r in made] == [("first", "unknown"), ("edit", "unknown")]
    assert list(store.verify()) == []


def test_a_file_that_was_renamed_keeps_the_history_before(store: Store, repository: Repository) -> None:
    repository.commit(old="Closed.")
    repository.commit(old="Open.")
    repository.commit(old=None, middle="Open.")
    repository.commit(middle="Shut.")
    repository.commit(middle=None, page="Shut.")
    repository.commit(page="Open again.")
    made = repository.imported("page.txt", store)
    assert [(r.kind.value, r.seen_at.hour) for r in made] == [("first", 0), ("edit", 1), ("edit", 3), ("edit", 5)]
    assert store.notices == []


def test_a_file_that_was_renamed_and_changed_is_told_of(store: Store, repository: Repository) -> None:
    """It may be another article that only looks alike."""
    text = "The bridge is closed.\nIt was built in 1911.\nThe mayor said so.\nNobody was hurt.\n"
    repository.commit(old=text)
    repository.commit(old=None, page=text.replace("1911", "1912"))
    assert [r.seen_at.hour for r in repository.imported("page.txt", store)] == [1]
    [notice] = store.notices
    assert "old.txt" in notice
    assert "% alike" in notice


def test_a_copy_is_no_rename(store: Store, repository: Repository) -> None:
    repository.commit(old="Closed.")
    repository.commit(page="Closed.")
    assert [r.seen_at.hour for r in repository.imported("page.txt", store)] == [1]
    assert store.notices == []


def test_a_version_that_is_too_long_is_left_out(store: Store, repository: Repository) -> None:
    repository.commit(page="Closed.")
    repository.commit(page="Open. " * 2_000_000)
    repository.commit(page="Shut.")
    assert [r.seen_at.hour for r in repository.imported("page.txt", store)] == [0, 2]
    assert "longer than 10,000,000 bytes" in store.notices[0]


# --- one bad file, one bad time ---


def test_one_bad_file_stops_nothing(store: Store, tmp_path: Path) -> None:
    folder = saved(tmp_path / "saved", "Closed.", "Open.", "Shut.", "Open.", "Ajar.")
    (folder / "bridge-2025-01-02.html").chmod(0)
    os.truncate(folder / "bridge-2025-01-03.html", 10_000_001)
    (folder / "bridge-2025-01-04.html").rename(folder / "bridge-1969-12-31.html")
    (folder / "notes.warc").write_text("no WARC at all")
    (folder / "gone.html").symlink_to(folder / "nowhere")
    (folder / "folder.html").mkdir()
    made = store.import_(import_sources.pages(folder, URL), clean=clean, now=START)
    days = [r.seen_at.day for r in made]
    assert days in ([1, 5], [1, 2, 5])  # root reads everything
    told = "\n".join(store.notices)
    names = ["bridge-2025-01-03.html", "bridge-1969-12-31.html", "notes.warc"] + (
        ["bridge-2025-01-02"] * (2 not in days)
    )
    assert all(name in told for name in names)


@pytest.mark.parametrize("seconds", [-1, 1 << 33, 1 << 40, 1 << 55])
def test_a_files_own_time_out_of_range(tmp_path: Path, seconds: int) -> None:
    (tmp_path / "story.html").write_text("Closed.")
    os.utime(tmp_path / "story.html", (seconds, seconds))
    [left] = import_sources.folder(tmp_path, URL)
    assert isinstance(left, LeftOut)
    assert "1970 and 2100" in left.why


def test_a_time_to_come_is_left_out(store: Store, tmp_path: Path) -> None:
    folder = saved(tmp_path / "saved", "Closed.")
    (folder / "bridge-2031-01-01.html").write_text("Open.")
    assert len(store.import_(import_sources.pages(folder, URL), clean=clean, now=START)) == 1
    assert "still to come" in store.notices[0]


def test_half_a_page_beside_whole_ones_is_left_out(store: Store, tmp_path: Path) -> None:
    whole = "<html><p>Closed.</p><p>{}.</p></body></html>"
    folder = saved(tmp_path / "saved", whole.format("A"), "<html><div><p>Closed.</p><p>A", whole.format("B"))
    made = store.import_(import_sources.pages(folder, URL), clean=clean, now=START)
    assert [r.seen_at.day for r in made] == [1, 3]
    assert "breaks off" in store.notices[0]


def test_pages_that_never_close_their_tags_are_whole(store: Store, tmp_path: Path) -> None:
    folder = saved(tmp_path / "saved", "<p>Closed.", "<p>Open.")
    assert len(store.import_(import_sources.pages(folder, URL), clean=clean, now=START)) == 2


# --- pages that say where they come from ---


def test_a_folder_of_warc_files(store: Store, tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "b.warc.gz").write_bytes(warc_files.packed(warc_files.days(2)))
    (tmp_path / "crawl" / "a.warc").write_bytes(warc_files.of_day(3))
    made = store.import_(import_sources.pages(tmp_path / "crawl"), clean=clean, now=START)
    assert [(r.seen_at.day, r.url) for r in made] == [(day, warc_files.URL) for day in (1, 2, 3)]


WAYBACK = "https://web.archive.org/web/20250103101112"


@pytest.mark.parametrize(
    ("mark", "url", "hour"),
    [
        ("", None, 0),
        (f"<!-- saved from url=(0042){URL} -->", URL, 0),
        (f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: x\n-->", URL, 0),
        (f"<!-- saved from url=(0042){WAYBACK}/{URL} -->", URL, 10),
        (f"<link rel='canonical' href='{WAYBACK}/{URL}'>", None, 10),
        (f"<meta property='og:url' content='/web/20250103101112mp_/{URL}'>", None, 10),
        (f"<p>They cited {WAYBACK}/{URL}</p>", None, 0),
        ("<!-- saved from url=(0042)https://[ -->", None, 0),
    ],
)
def test_marks_that_a_tool_wrote_into_a_page(tmp_path: Path, mark: str, url: str | None, hour: int) -> None:
    (tmp_path / "story.html").write_text(f"<html><head>{mark}</head><p>Closed.</p></html>")
    os.utime(tmp_path / "story.html", (START.timestamp() - 8 * 3600,) * 2)
    [found] = import_sources.pages(tmp_path)
    assert isinstance(found, Page)
    assert found.url == (url or (tmp_path / "story.html").as_uri())
    assert found.fetched_at.hour == hour


def test_a_crawl_of_a_web_archive_is_the_publishers(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "replay.warc"
    file.write_bytes(
        b"".join(warc_files.of_day(9, WARC_Target_URI=f"{WAYBACK[:-8]}{d:02}101112id_/{URL}") for d in (1, 3))
    )
    found = [page for page in import_sources.pages(file) if isinstance(page, Page)]
    assert [(p.url, p.final_url, p.fetched_at.day) for p in found] == [(URL, URL, 1), (URL, URL, 3)]


# --- many pages, and an end in the middle ---


def test_one_article_by_many_addresses_is_no_edit(store: Store, tmp_path: Path) -> None:
    folder = saved(tmp_path / "saved", f"{URL}?utm_source=a\nClosed.", f"{URL}#top\nClosed.", f"{URL}\nOpen.")
    made = store.import_(import_sources.pages(folder), clean=clean, now=START)
    assert [r.seen_at.day for r in made] == [1, 3]
    assert {r.url for r in made} == {f"{URL}?utm_source=a"}


def test_an_import_that_was_stopped_is_taken_up(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        f"{host}\n{text}." for text in "ABCDE" for host in ("https://gazette.example/x", "https://herald.example/y")
    ]
    folder = saved(tmp_path / "saved", *texts)
    monkeypatch.setattr(backfill, "BATCH_RECORDS", 3)
    whole = Store.create(tmp_path / "whole").import_(import_sources.pages(folder), clean=clean, now=START)
    record, runs = Store.record, iter(range(3))

    def stopped(self: Store, records: list[Record], *, now: datetime) -> list[Revision]:
        if next(runs) == 2:
            raise DiskFull("no room left")
        return record(self, records, now=now)

    monkeypatch.setattr(Store, "record", stopped)
    with pytest.raises(DiskFull):
        store.import_(import_sources.pages(folder), clean=clean, now=START)
    monkeypatch.setattr(Store, "record", record)
    assert len(list(store.changes())) == 6
    made = store.import_(import_sources.pages(folder), clean=clean, now=START)
    assert len(made) == 4
    assert [(r.path, r.kind, r.seen_at, r.since) for r in [*store.changes()][::-1]] == [
        (r.path, r.kind, r.seen_at, r.since) for r in whole
    ]
    assert store.import_(import_sources.pages(folder), clean=clean, now=START) == []
    assert store.notices == []
    assert list(store.verify()) == []


def test_known_articles_are_left_out_and_the_rest_comes(store: Store, tmp_path: Path) -> None:
    store.record([first()], now=START)
    folder = saved(tmp_path / "saved", f"{URL}\nOpen.", "https://herald.example/two\nClosed.")
    assert [r.url for r in store.import_(import_sources.pages(folder), clean=clean, now=START)] == [
        "https://herald.example/two"
    ]
    assert "has a history here already" in store.notices[0]
    assert kinds(store, URL) == ["first"]


@pytest.mark.parametrize("source", ["nowhere", "nowhere:page.txt", "page.pdf", "crawl.wacz", "crawl.warc.zst"])
def test_what_is_no_source_says_so(tmp_path: Path, source: str) -> None:
    with pytest.raises(NewsdiffError):
        list(import_sources.pages(tmp_path / source, URL))


_MEASURE = """
import re, sys
from datetime import UTC, datetime
from pathlib import Path
from newsdiff.document import article
from newsdiff.model import Page
from newsdiff.store import Store, import_sources

def clean(page):
    return article([page.body[:60].decode()])._replace(url=page.url)

store = Store.create(sys.argv[1])
made = store.import_(import_sources.pages(Path(sys.argv[2])), clean=clean, now=datetime(2026, 3, 1, tzinfo=UTC))
# Not ru_maxrss: that of whoever started this process counts there, too.
print(len(made), int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) >> 10)
"""


def test_memory_does_not_grow_with_the_pages(tmp_path: Path) -> None:
    """120 MB of pages."""
    noise = os.urandom(1 << 9).hex().encode() * 1000
    with (tmp_path / "crawl.warc").open("wb") as file:
        for number in range(120):
            body = b"<html>%d %s</html>" % (number, noise)
            file.write(warc_files.record(warc_files.answer(body), day=1 + number % 28, digest=False))
    command = [sys.executable, "-c", _MEASURE, tmp_path / "st", tmp_path / "crawl.warc"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    revisions, megabytes = map(int, done.stdout.split())
    assert revisions == 120
    assert megabytes < 130
