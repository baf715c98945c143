"""The rules as a whole: every kind has one, each file registers, hostile text does no harm."""

import ast
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.flags.registry import rules
from newsdiff.model import FlagKind

RULES = Path(newsdiff.__file__).parent / "flags" / "rules"


def test_every_file_registers_one_rule() -> None:
    files = {p.stem for p in RULES.glob("*.py")} - {"__init__"}
    assert {r.__module__.rsplit(".", 1)[1] for stage in rules() for r in stage} == files


def test_every_kind_has_a_rule() -> None:
    named = {
        node.attr
        for path in RULES.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "FlagKind"
    }
    assert named == {kind.name for kind in FlagKind}


WORDS = st.sampled_from(
    [
        "12",
        "March",
        "2025",
        "former",
        "President",
        "Ann",
        "Lee",
        "said",
        "not",
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "-",
        "1.5",
        "million",
        "£",
        "%",
        "may",
        "10:30",
        "pm",
        "http://x.org/1",
        "+",
        "0",
        "the",
        "of",
        "&",
        ",",
        ".",
        ";",
        "Dr.",
        "U.S.",
        "l'ancien",
        "12/03/25",
        "99:99",
        "1,2,3",
        "00",
        "one",
        "half",
        "[",
        "]",
        "|",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)


@settings(max_examples=150)
@given(TEXTS, TEXTS, st.sampled_from(["en", "de", "fr", "es", "it", "nl", "xx"]))
def test_no_text_is_too_strange(old: str, new: str, language: str) -> None:
    before, after = (newsdiff.article(["Kept.", text], language=language) for text in (old, new))
    report = newsdiff.compare(before, after)
    assert not newsdiff.compare(before, before).flags
    for flag in report.flags:
        assert flag.old or flag.new
        assert flag.old_block is None or flag.old_block < len(before.blocks)
        assert flag.new_block is None or flag.new_block < len(after.blocks)
