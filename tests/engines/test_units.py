"""Units of work on archives: the same results whoever does them, and none too large."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import article, compare
from newsdiff.engines import units
from newsdiff.engines.engine import InlineUnits, in_order
from newsdiff.engines.local import LocalUnits
from newsdiff.engines.workbench import Workbench
from newsdiff.model import Cleaned, FlagSettings, PageToClean, Report
from tests.kit.site import START, story

OLD = article(["Twelve people were injured, the mayor said."], "Ferry collides with pier", "en")
NEW = article(["Twelve people were killed, the mayor said."], "Ferry collides with pier", "en")


@given(sizes=st.lists(st.integers(0, 50)), most=st.integers(1, 6), most_bytes=st.integers(1, 60))
def test_units_hold_everything_once_and_in_order_and_none_is_too_large(
    sizes: list[int], most: int, most_bytes: int
) -> None:
    made = list(units.gathered(sizes, most=most, size=int, most_bytes=most_bytes))
    assert [size for unit in made for size in unit] == sizes
    assert all(unit and len(unit) <= most and (len(unit) == 1 or sum(unit) <= most_bytes) for unit in made)


def doubled(unit: tuple[int, ...], bench: Workbench) -> tuple[int, ...]:
    """Work that needs no bench."""
    return tuple(2 * number for number in unit)


@given(numbers=st.lists(st.integers(0, 50), max_size=20), most=st.integers(1, 6))
def test_each_answer_comes_with_what_was_asked_in_order_and_nothing_is_asked_too_early(
    numbers: list[int], most: int
) -> None:
    asked, given_back = [], 0

    def questions() -> Iterator[tuple[str, int]]:
        for number in numbers:
            asked.append(number)
            yield f"of {number}", number

    with InlineUnits() as engine:
        for number, (of, answer) in zip(
            numbers, units.answered(engine, doubled, questions(), most=most, size=int), strict=True
        ):
            given_back += 1
            assert (of, answer) == (f"of {number}", 2 * number)
            assert len(asked) <= given_back + most  # one unit, and the question that did not fit it
    assert asked == numbers


def test_a_report_that_travels_tells_what_the_whole_one_tells() -> None:
    whole, bare = compare(OLD, NEW), units.bare_report(units.TextPair(OLD, NEW))
    assert bare._replace(diff=whole.diff) == whole
    assert bare.diff.hunks == ()
    assert bare.diff.old.blocks == ()


def test_of_a_history_what_is_judged_is_compared_with_the_text_before_it() -> None:
    texts = [units.TextInTime(text, START + timedelta(hours=n)) for n, text in enumerate((OLD, NEW, OLD))]
    texts[1] = texts[1]._replace(judged=False)
    with Workbench() as bench:
        [[found]] = units.judge_histories((units.TextHistory(tuple(texts), FlagSettings()),), bench)
    assert isinstance(found, Report)
    assert [(flag.old, flag.new) for flag in found.flags] == [("killed", "injured")]


def test_a_page_without_an_article_does_not_end_its_unit() -> None:
    good = PageToClean(story(1).encode(), "https://news.example/1", "text/html", None)
    unit = (good._replace(body=b"<html></html>"), good)
    with InlineUnits() as inline, LocalUnits(2) as local:
        [one], [other] = (list(in_order(engine, units.clean_pages, [unit])) for engine in (inline, local))
    assert one == other
    assert isinstance(one[0], units.Unclean)
    assert isinstance(one[1], Cleaned)


def test_own_rules_that_hang_are_left_out_and_named(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stuck_rules.py").write_text(
        "from newsdiff import FlagKind\nfrom newsdiff.flags import rule\n\n"
        "@rule(FlagKind.NAME)\ndef slow(comparison, settings):\n    while True: pass\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    pair = units.TextPair(OLD, NEW, FlagSettings(rules=("stuck_rules",)))
    with Workbench() as bench:
        monkeypatch.setattr(bench._sandbox, "_limits", (1, *bench._sandbox._limits[1:]))
        found = units.verdict(pair, bench)
    assert isinstance(found, Report)
    assert [fault.rule for fault in found.faults] == ["stuck_rules"]
    assert found.flags
