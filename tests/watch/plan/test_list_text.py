"""The bytes of the list, read and changed line by line, are what a list of its lines is."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import ConfigError
from newsdiff.watch.plan.list_text import NAME, ListText

PIECES = ("", "a", "b b", "# A", "é", "https://Courier.example/a", "\t")
texts = st.lists(st.sampled_from(PIECES)).map("\n".join)


def lines_of(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def test_nothing_has_no_lines() -> None:
    text = ListText(b"")
    assert (list(text), list(text.backwards()), len(text), list(text.placed())) == ([], [], 0, [])
    assert list(text.holding(["a"])) == []


@given(text=texts, end=st.sampled_from(["", "\n", "\n\n"]), crlf=st.booleans())
def test_its_lines_from_both_ends(text: str, end: str, crlf: bool) -> None:
    said = (text + end).replace("\n", "\r\n") if crlf else text + end
    found, wanted = ListText(said.encode()), lines_of(text + end)
    assert list(found) == wanted == list(found.backwards())[::-1]
    assert len(found) == len(wanted)
    placed = list(found.placed())
    assert [line for _, line in placed] == wanted == [found.line(place) for place, _ in placed]
    assert [found.number(place) for place, _ in placed] == list(range(1, len(wanted) + 1))


@given(text=texts, words=st.sets(st.sampled_from(["a", "b", "courier", "x"])))
def test_the_lines_that_hold_a_word_in_any_case_or_are_not_ascii(text: str, words: set[str]) -> None:
    found = ListText(text.encode())
    wanted = [
        (place, line)
        for place, line in found.placed()
        if not line.isascii() or any(word in line.lower() for word in words)
    ]
    assert list(found.holding(words)) == wanted


@pytest.mark.parametrize("seed", range(40))
def test_it_is_written_as_a_list_of_lines_would_be(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    lines: list[str | None] = [*chance.choices(PIECES, k=chance.randrange(1, 8))]
    path = tmp_path / NAME
    path.write_text("\n".join(map(str, lines)) + "\n" * chance.randrange(2) if lines != [""] else "\n")
    text = ListText.read(tmp_path)
    lines = [*text]
    places = [place for place, _ in text.placed()]
    for _ in range(chance.randrange(4)):
        at, new = chance.randrange(len(lines)), chance.choice(["new", None])
        if at >= len(places) and new is None:
            continue
        text.put(places[at], new)
        lines[at] = new
        assert new is None or text.line(places[at]) == new
    if chance.random() < 0.5:
        places.append(text.append("more"))
        assert text.line(places[-1]) == "more"
        text.put(places[-1], "most")
        lines.append("most")
    text.write(tmp_path)
    assert path.read_text() == "".join(f"{line}\n" for line in lines if line is not None)


def test_what_stands_behind_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"one\ntwo\r\nthr\xc3\xa9\n")
    behind = ListText.behind(path, 4)
    assert behind is not None
    assert list(behind) == ["two", "thré"]
    assert ListText.behind(path, 13) is None  # within a letter


def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    assert len(ListText.read(tmp_path)) == 1  # a new list begins with what it says of itself
    (tmp_path / NAME).write_bytes("é\nb\n".encode() + b"c\xe9\n")
    with pytest.raises(ConfigError, match=r"watchlist\.txt:3"):
        ListText.read(tmp_path)
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        ListText.read(tmp_path)


def test_a_line_by_its_number() -> None:
    text = ListText(b"one\n\nthree \xc3\xa9\nfour")
    assert [text.numbered(n) for n in range(-1, 7)] == ["", "", "one", "", "three é", "four", "", ""]
    assert ListText(b"").numbered(1) == ""
