"""``newsdiff export``, as it is called."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff.cli.group import app
from newsdiff.errors import UsageError
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
