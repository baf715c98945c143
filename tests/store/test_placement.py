"""Places of new articles: the same, whether all are asked for at once or some at a time."""

from datetime import timedelta

import pytest

from newsdiff.store import Record, Store
from newsdiff.store.placement import Placement, place
from newsdiff.store.repository.git import Git
from tests.kit.stories import START, first


def record(number: int, *, days: int = 0, host: str = "gazette.example") -> Record:
    return first(f"https://{host}/2026/{number}", at=START + timedelta(days=days))


@pytest.mark.parametrize("at_a_time", [1, 2, 3, 5])
def test_parts_that_come_folder_by_folder_crowd_a_folder_as_the_whole_does(
    store: Store, monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    monkeypatch.setattr("newsdiff.store.layout.CROWDED_FILES", 3)
    store.record([record(0)], now=START)
    git = Git(store.path / ".git", store.path)
    records = [record(number, days=number % 3) for number in range(1, 6)]
    records += [record(number, host="herald.example") for number in range(5)]
    whole, placement = place(git, store.tip, records), Placement(git, store.tip)
    parts = [records[at : at + at_a_time] for at in range(0, len(records), at_a_time)]
    assert [path for part in parts for path in placement.place(part)] == whole
    assert [path.count("/") for path in whole] == [3, 3, 4, 4, 4, 3, 3, 3, 4, 4]
