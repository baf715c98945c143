"""Values on disk for the length of one act."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.document import article
from newsdiff.errors import StoreError
from newsdiff.store.backfill.spool import Spool


def test_values_come_back_by_their_places_in_any_order(tmp_path: Path) -> None:
    values = [article(["One."]), b"\0" * 100_000, "text", None, ("a", 1)]
    with Spool(tmp_path) as spool:
        places = [spool.put(value) for value in values]
        assert [spool.get(place) for place in reversed(places)] == values[::-1]
        later = spool.put("later")  # a read in between moves nothing
        assert spool.get(later) == "later"
        assert spool.get(places[0]) == values[0]


def test_nothing_of_it_is_left_nor_seen_meanwhile(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        spool.put("a" * 1000)
        assert list(tmp_path.iterdir()) == []
    assert list(tmp_path.iterdir()) == []


def test_pages_take_less_room_than_they_have(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        start, size = spool.put("The ferry leaves at dawn. " * 1000)
        assert (start, size < 2000) == (0, True)
        assert spool.put("x")[0] == size


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write to"), Spool(tmp_path / "nowhere"):
        pass


@settings(max_examples=20)
@given(values=st.lists(st.none() | st.integers() | st.text() | st.binary() | st.tuples(st.text()), max_size=5))
def test_any_plain_values_come_back(tmp_path_factory: pytest.TempPathFactory, values: list[object]) -> None:
    with Spool(tmp_path_factory.getbasetemp()) as spool:
        assert list(map(spool.get, list(map(spool.put, values)))) == values
