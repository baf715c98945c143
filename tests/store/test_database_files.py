"""What the SQLite files beside a store share."""

from pathlib import Path

import pytest

from newsdiff.store.database_files import in_parts, remove


@pytest.mark.parametrize("count", [0, 1, 500, 501, 1203])
def test_every_value_is_asked_for_once_in_its_order_and_never_too_many_at_once(count: int) -> None:
    asked = list(in_parts("name IN ({})", range(count)))
    assert [value for _, some in asked for value in some] == list(range(count))
    assert all(sql.count("?") == len(some) <= 500 for sql, some in asked)


def test_a_database_goes_with_its_log_and_nothing_else(tmp_path: Path) -> None:
    for name in ("state.db", "state.db-wal", "state.db-shm", "state.db.bak", "other.db"):
        (tmp_path / name).touch()
    remove(tmp_path / "state.db")
    remove(tmp_path / "state.db")  # it is gone already
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.db", "state.db.bak"]
