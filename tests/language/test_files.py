"""The files of a language are read whole, or in part."""

from pathlib import Path

import pytest

from newsdiff.language.files import read


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(str(tmp_path / "none.txt"))


@pytest.mark.parametrize("held", [b"", b"one\ntwo\n", "zw\u00f6lf \u4e00".encode(), b"x" * 300_000])
def test_a_file_is_read_whole(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "words.txt").write_bytes(held)
    assert read(str(tmp_path / "words.txt")) == held


@pytest.mark.parametrize(("start", "size", "found"), [(0, 3, b"one"), (4, 3, b"two"), (4, 99, b"two\n"), (99, 1, b"")])
def test_a_part_of_a_file_is_read(tmp_path: Path, start: int, size: int, found: bytes) -> None:
    (tmp_path / "words.txt").write_bytes(b"one\ntwo\n")
    assert read(str(tmp_path / "words.txt"), start, size) == found
