"""Back-filling: earlier versions in true date order, from folders, WARC files and other repositories."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.document import article
from newsdiff.errors import NewsdiffError, StoreError
from newsdiff.model import Article, Page, RevisionKind
from newsdiff.store import Store, import_sources
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
    made = other.import_(import_sources.pages(file), clean=clean, now=START)
    assert [(r.kind, r.seen_at.hour) for r in made] == [(RevisionKind.FIRST, 8), (RevisionKind.EDIT, 9)]
    assert [other.raw.get(dict(r.trailers)["Raw-Sha256"]).body for r in made] == [b"Closed.", b"Open."]


def test_the_history_of_a_file_in_another_repository(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "other repo"
    subprocess.run(["git", "init", "-q", other], check=True)
    user = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(other)]
    for hour, text in enumerate(("Closed.", "Open.", "Shut.")):
        (other / "page *.txt").write_text(text)
        subprocess.run(["git", *user, "add", "."], check=True)
        date = {"GIT_AUTHOR_DATE": f"2024-02-01T0{hour}:00:00Z"}
        subprocess.run(["git", *user, "commit", "-q", "-m", "x"], check=True, env=os.environ | date)
    made = store.import_(import_sources.pages(Path(f"{other}:page *.txt"), URL), clean=clean, now=START)
    assert [r.seen_at.hour for r in made] == [0, 1, 2]
    assert kinds(store) == ["first", "edit", "edit"]


@pytest.mark.parametrize("source", ["nowhere", "nowhere:page.txt", "page.pdf"])
def test_what_is_no_source_says_so(tmp_path: Path, source: str) -> None:
    with pytest.raises(NewsdiffError):
        list(import_sources.pages(tmp_path / source, URL))
