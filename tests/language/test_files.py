"""The files of a language are read whole, or in part."""

from pathlib import Path

import pytest

from newsdiff.language.en.dictionary import SENSES
from newsdiff.language.files import Lines, read


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


@pytest.mark.parametrize("text", [b"", b"\n", b"\nblue\t1\n", b"\nred\t2\nreddish\t3\n"])
def test_a_line_that_does_not_stand_is_not_found(text: bytes) -> None:
    assert [Lines(text).of(key) for key in (b"re\t", b"redd\t", b"zinc\t", b"\t", b"a\t")] == [b""] * 5


@pytest.mark.parametrize("mark", [b"\t", b"\n"])
def test_each_of_some_lines_is_found_by_its_first_word(mark: bytes) -> None:
    words = sorted([b"red", b"red-hot", b"reddish", b"red_tape", b"re", b"r", b"zw\xc3\xb6lf", b"1st"])
    lines = Lines(b"\n" + b"".join(word + (b"\n" if mark == b"\n" else b"\t1\n") for word in words))
    assert [lines.of(word + mark).strip(mark + b"\n").removesuffix(b"\t1") for word in words] == words


def test_each_line_of_a_long_text_is_found_and_no_other() -> None:
    words = [f"w{n:05}" for n in range(0, 6000, 2)]
    lines = Lines(b"\n" + "".join(f"{word}\t{'x' * (n % 50)}\n" for n, word in enumerate(words)).encode())
    assert all(lines.of(f"{word}\t".encode()).startswith(word.encode()) for word in words)
    assert not any(lines.of(f"w{n:05}\t".encode()) for n in range(1, 6000, 2))


@pytest.mark.parametrize("letters", ["co", "un", "o'", "zz"])
def test_the_words_of_the_dictionary_stand_in_order(letters: str) -> None:
    words = [line.partition(b"\t")[0] for line in SENSES._stretch(letters).text.split(b"\n") if line]
    assert words == sorted(words)
