"""Hostile input ends in a right, coarser answer; the size caps keep each of these below a second or so."""

import random

import pytest

from newsdiff.diff import diff
from newsdiff.model import Article, Block, BlockKind

_R = random.Random(4)


def _shuffled(words: list[str]) -> list[str]:
    return _R.sample(words, len(words))


def _article(*texts: str) -> Article:
    return Article("", blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


_TWO = ["alpha", "beta"] * 25_000
_ALL = [f"w{n}" for n in range(20_000)]
_SOLID = "".join(_R.choices("abc", k=1_000_000))
_HAN = [chr(0x4E00 + _R.randrange(40)) for _ in range(20_000)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([" ".join(_TWO)], [" ".join(_shuffled(_TWO))]),
        ([" ".join(_ALL)], [" ".join(_shuffled(_ALL))]),
        (_ALL, _shuffled(_ALL)),
        ([_SOLID], [_SOLID[::-1]]),
        ([""] * 20_000, [""] * 19_990 + ["x"]),
        (["Yes."] * 10_000, ["Yes.", "No."] * 5_000),
        (["\ud800 a \udfff"], ["\ud800 b \udfff"]),
        (["".join(_HAN)], ["".join(_shuffled(_HAN))]),
        (["a" + "\u0301" * 50_000], ["a" + "\u0301" * 49_999]),
        (["." * 50_000 + " x"], [". " * 25_000 + "x"]),
    ],
    ids=["two-words", "distinct", "paragraphs", "solid", "empty", "repeated", "surrogates", "han", "marks", "dots"],
)
def test_texts_come_back(old: list[str], new: list[str]) -> None:
    found = diff(_article(*old), _article(*new))
    for hunk in found.hunks:
        if hunk.edits:
            assert "".join(e.old for e in hunk.edits) == hunk.old_text
            assert "".join(e.new for e in hunk.edits) == hunk.new_text
    assert found.hunks
