"""Rules of the user's own: they run beside newsdiff's, and whatever they do wrong stays theirs."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdiff import FlagKind, FlagSettings, Report, article, compare
from newsdiff.flags import own_rules
from newsdiff.process.sandbox import Sandbox

OLD = article(["A ticket costs 20 crowns, and twelve people were injured."], "Ferry collides with pier", "en")
NEW = article(["A ticket costs 25 crowns, and twelve people were killed."], "Ferry collides with pier", "en")
HEAD = "from newsdiff import Flag, FlagKind, Severity\nfrom newsdiff.flags import closing, rule\n\n"
Written = Callable[[str, str], str]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Written]:
    """Writes a module of rules that can be imported, and gives its name."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(name: str, text: str) -> str:
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        return name

    before = set(sys.modules)
    yield write
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) and str(tmp_path) in str(sys.modules[name].__file__):
            del sys.modules[name]
    own_rules._rules_and_error.cache_clear()


def judged(*modules: str) -> Report:
    return compare(OLD, NEW, FlagSettings(rules=modules))


def test_without_rules_of_ones_own_nothing_is_imported() -> None:
    assert judged().faults == ()
    assert [flag.reason for flag in judged().flags if flag.subject == "ticket"] == []


def test_the_documented_rule_flags_what_it_says(written: Written) -> None:
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    [text] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    found = judged(written("desk_prices", text))
    assert found.faults == ()
    assert [(f.old, f.new) for f in found.flags if f.subject == "ticket"] == [("20 crowns", "25 crowns")]
    assert judged().flags == tuple(flag for flag in found.flags if flag.subject != "ticket")


def test_a_closing_rule_is_told_what_the_others_found(written: Written) -> None:
    text = HEAD + (
        "@closing\ndef count(comparison, found):\n"
        "    yield Flag(FlagKind.ADDED, Severity.LOW, '', '', reason=f'{len(found)} flags')\n"
    )
    found = judged(written("desk_count", text))
    assert [f.reason for f in found.flags if f.kind is FlagKind.ADDED] == [f"{len(judged().flags)} flags"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("desk_raises", "@rule\ndef bad(comparison):\n    raise RuntimeError('out of ink')\n", "out of ink"),
        ("desk_nothing", "", "registers no rule"),
        ("desk_broken", "def (", "SyntaxError"),
        ("desk_exits", "raise SystemExit\n", "wants to end the program"),
        ("desk_texts", "@rule\ndef bad(comparison):\n    yield 'a flag'\n", "this is none"),
        (
            "desk_block",
            "@rule\ndef bad(comparison):\n    yield Flag(FlagKind.NAME, Severity.LOW, 'a', 'b', new_block=99)\n",
            "no block 99",
        ),
        ("desk_kind", "@rule\ndef bad(comparison):\n    yield Flag('price', Severity.LOW, 'a', 'b')\n", "'price'"),
        ("desk_none", "@rule\ndef bad(comparison):\n    return None\n", "TypeError"),
    ],
)
def test_what_fails_is_a_fault_that_bears_its_name(written: Written, name: str, text: str, why: str) -> None:
    found = judged(written(name, HEAD + text))
    assert [fault.rule for fault in found.faults] == [name]
    assert why in found.faults[0].error
    assert found.flags == judged().flags


def test_a_flag_that_cannot_be_placed_takes_no_other_with_it(written: Written) -> None:
    text = HEAD + (
        "class Odd(str):\n    def __bool__(self):\n        raise RuntimeError('out of ink')\n\n"
        "@rule\ndef odd(comparison):\n    yield Flag(FlagKind.NAME, Severity.LOW, Odd('a'), 'b')\n"
        "    yield Flag(FlagKind.ADDED, Severity.LOW, '', '', reason='seen')\n"
    )
    found = judged(written("desk_odd", text))
    assert [(fault.rule, "out of ink" in fault.error) for fault in found.faults] == [("grounding", True)]
    assert [flag for flag in found.flags if flag.reason != "seen"] == list(judged().flags)
    assert "seen" in [flag.reason for flag in found.flags]


def test_a_module_that_is_not_there_is_a_fault() -> None:
    [fault] = judged("nobody_wrote.this").faults
    assert (fault.rule, "nobody_wrote" in fault.error) == ("nobody_wrote.this", True)


def test_a_name_of_ours_takes_no_place_of_ours(written: Written) -> None:
    text = HEAD + "@rule\ndef bad(comparison):\n    raise RuntimeError\n"
    found = judged(written("correction", text))
    assert found.disclosed == judged().disclosed  # the fault of that name is ours, only where it is our rule's


def test_a_child_process_runs_them_too(written: Written) -> None:
    text = HEAD + "@rule\ndef all(comparison):\n    yield Flag(FlagKind.ADDED, Severity.LOW, '', '', reason='seen')\n"
    name = written("desk_child", text)
    with Sandbox() as sandbox:
        found = sandbox.call(compare, OLD, NEW, FlagSettings(rules=(name,)))
    assert "seen" in [flag.reason for flag in found.flags]
