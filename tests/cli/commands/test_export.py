"""``newsdiff export``, as it is called."""

import hashlib
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff.cli.group import app
from newsdiff.errors import NewsdiffError, UsageError
from newsdiff.store import Store
from tests.kit.many import filled


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("export") / "snapshots", 2, 4)


def ran(store: Store, *args: str) -> str:
    done = CliRunner().invoke(app, ["--store", str(store.path), "export", *args], catch_exceptions=False)
    return done.output


def test_what_was_written_is_told(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "edits.db"
    assert "2 articles, 4 revisions" in ran(store, "sqlite", str(out))
    assert "0 revisions" in ran(store, "sqlite", str(out))
    with closing(sqlite3.connect(out)) as db:
        assert db.execute("SELECT count(*) FROM revisions").fetchone() == (4,)
    assert "4 revisions" in ran(store, "csv", str(tmp_path / "csv"))
    assert "1 articles" in ran(store, "jsonl", str(tmp_path / "jsonl"), "--host", "outlet1.example")


@pytest.mark.parametrize("form", ["sqlite", "csv"])
def test_nothing_is_written_into_the_store(store: Store, form: str) -> None:
    with pytest.raises(UsageError, match="within the store"):
        ran(store, form, str(store.path / "edits"))


def test_a_folder_is_no_file_and_a_file_no_folder(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="is a folder"):
        ran(store, "sqlite", str(tmp_path))
    with pytest.raises(UsageError, match="is a file"):
        ran(store, "csv", str(tmp_path / "file"))


def test_what_is_still_to_come_is_no_start(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="still to come"):
        ran(store, "csv", str(tmp_path / "csv"), "--since", "2099-01-01")


def test_evidence_is_packed_where_it_was_asked_for(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "story.zip"
    told = ran(store, "evidence", "story-1", "-o", str(out))
    assert told.startswith(f"{out}: 2 texts, no raw pages, no time stamps")
    names = {f"story/{name}" for name in ("VERIFY.html", "SHA256SUMS", "history.bundle", "texts/002.md")}
    assert names <= set(zipfile.ZipFile(out).namelist())
    assert f"SHA-256: {hashlib.sha256(out.read_bytes()).hexdigest()}\n" in told
    articles, revisions = len(store.articles()), sum(one.revisions for one in store.articles())
    assert f"{articles} articles, {revisions} revisions. Whoever gets the file" in told


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("evidence", "story-1", "--tag", "x"), "on one article"),
        (("csv", "out", "-o", "x"), "-o is for evidence"),
        (("evidence", "nobody"), "no article is called"),
        (("evidence", "story-1", "-o", "."), "is a folder"),
    ],
)
def test_words_that_do_not_go_together(store: Store, words: tuple[str, ...], why: str) -> None:
    with pytest.raises(NewsdiffError, match=why):
        ran(store, *words)


def test_verify_tells_of_a_stamp_that_does_not_hold(store: Store) -> None:
    pytest.importorskip("rfc3161_client")
    folder = store.private / "stamps"
    folder.mkdir()
    (folder / f"{store.tip}.tsr").write_bytes(b"a letter")
    done = CliRunner().invoke(app, ["--store", str(store.path), "verify"], standalone_mode=False)
    assert "its time stamp is not good" in done.output
    assert done.return_value == 1
