"""What a rule looks at, how rules are registered, and how their flags are judged."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.registry import MOST_FLAGS, Comparison, judge, registered, rules
from newsdiff.flags.sentence.passages import Pair
from newsdiff.model import Article, Block, BlockKind, Flag, FlagKind, FlagSettings, RuleFault, Severity
from tests.kit.comparisons import comparison
from tests.kit.rules import failing

RAIN, FERRY = "It rained on the quay all night.", "The collapse of the pier killed {} people on Monday."
NOTE = "Correction: an earlier version of this article gave a wrong number."

GERMAN = (
    "Es regnete die ganze Nacht auf dem Kai, und niemand war da, der es sah. Die Fähre lag im Hafen, und der Wirt "
    "sagte, dass sie nicht fahren werde, weil der Sturm zu stark sei und die Gäste auf der Insel bleiben wollten."
)


def article(*texts: str | tuple[BlockKind, str], language: str | None = "en") -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, text) if isinstance(text, str) else Block(*text) for text in texts)
    return Article("", language=language, blocks=tuple(blocks))


def compared(old: Article, new: Article, settings: FlagSettings | None = None) -> Comparison:
    return Comparison(diff(old, new), settings or FlagSettings())


def flags(old: Article, new: Article, **more: object) -> tuple[Flag, ...]:
    return judge(diff(old, new), FlagSettings(**more), None, None)[0]  # type: ignore[arg-type]


OLD, NEW = article(RAIN, FERRY.format(12)), article(RAIN, FERRY.format(40))


def test_equal_texts_have_no_flags_and_no_places() -> None:
    assert judge(diff(OLD, OLD), FlagSettings(), None, None) == ((), ())
    assert compared(OLD, OLD).passages == ()
    assert list(compared(OLD, OLD).kept_pairs()) == []


def test_places_are_looked_for_only_where_a_flag_is_wanted() -> None:
    found, where = judge(diff(OLD, NEW), FlagSettings(), None, None)
    assert [flag.kind for flag in found] == [FlagKind.NUMBER]
    assert [(place.old_block, place.new_block) for place in where] == [(1, 1)]
    assert judge(diff(OLD, NEW), FlagSettings(off=frozenset({"number"})), None, None) == ((), ())


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ({}, ["high"]),
        ({"min_severity": Severity.HIGH}, ["high"]),
        ({"severity": (("number", "low"),)}, ["low"]),
        ({"severity": (("number", "low"),), "min_severity": Severity.MEDIUM}, []),
        ({"severity": (("date", "low"),)}, ["high"]),
        ({"off": frozenset({"number"})}, []),
        ({"off": frozenset({"date"})}, ["high"]),
    ],
)
def test_a_reader_regrades_and_silences(settings: dict[str, object], severities: list[str]) -> None:
    assert [flag.severity for flag in flags(OLD, NEW, **settings)] == severities


def test_flags_are_sorted_by_severity_then_by_their_place() -> None:
    old = article("Ann Lee left at noon.", FERRY.format(12), RAIN, FERRY.format(3))
    new = article("Bo Hale left at noon.", FERRY.format(40), RAIN, FERRY.format(9), "Nobody swam in the sea.")
    found = flags(old, new)
    keys = [(-flag.severity.rank, flag.new_block if flag.new_block is not None else -1) for flag in found]
    assert keys == sorted(keys)
    assert len(found) > 3


def test_a_rule_that_fails_is_told_and_the_others_go_on() -> None:
    faults: list[RuleFault] = []
    with failing("broken", "out of ink"):
        found, _ = judge(diff(OLD, NEW), FlagSettings(), None, None, faults.append)
        with pytest.raises(ValueError, match="out of ink"):
            judge(diff(OLD, NEW), FlagSettings(), None, None)
    assert [flag.kind for flag in found] == [FlagKind.NUMBER]
    assert [fault.rule for fault in faults] == ["broken"]
    assert "out of ink" in faults[0].error


def test_no_reader_reads_more_than_fifty_flags_of_a_kind_about_one_block() -> None:
    old = article(" ".join(f"Ann saw {n} boats at pier {'abcdefghij'[n % 10]}." for n in range(100, 170)))
    new = article(" ".join(f"Ann saw {n} boats at pier {'abcdefghij'[n % 10]}." for n in range(300, 370)))
    found = [flag for flag in flags(old, new) if flag.kind is FlagKind.NUMBER]
    assert len(found) == MOST_FLAGS


def test_rules_register_once_under_their_module() -> None:
    first, last = rules()
    assert len(first) == len(set(first)) > 10
    assert len(last) >= 1
    assert rules() is rules()
    assert registered("newsdiff.flags.rules.number")[0]
    assert registered("newsdiff.flags.rules.numb") == ((), ())
    assert registered("nobody") == ((), ())


@pytest.mark.parametrize(
    ("claimed", "text", "wish", "language"),
    [
        ("en", RAIN, "", "en"),
        ("de", "Es regnete die ganze Nacht auf dem Kai, und niemand war da, der es sah.", "", "de"),
        ("en", f"{GERMAN} {GERMAN}", "", "de"),
        (None, "It rained on the quay all night, and nobody was there to see it.", "", "en"),
        ("en", RAIN, "fr", "fr"),
        ("xx", "Zzz qq.", "", "xx"),
    ],
)
def test_the_language_that_is_read(claimed: str | None, text: str, wish: str, language: str | None) -> None:
    side = article(text, language=claimed)
    assert compared(side, side, FlagSettings(language=wish)).language == language


def test_a_language_without_a_table_has_no_words_and_notes_by_their_block_alone() -> None:
    odd = compared(article("Zzz.", language="xx"), article("Zzz qq.", (BlockKind.CORRECTION, "Qqq."), language="xx"))
    assert odd.words is None
    noted = [odd.noted(s) for passage in odd.passages for s in passage.new]
    assert sorted(noted) == [False, True]


def test_a_users_words_are_in_the_table() -> None:
    mine = compared(OLD, NEW, FlagSettings(words=(("offices", ("beadle",)),)))
    assert mine.words and "beadle" in mine.words.offices


def test_what_the_old_text_said() -> None:
    one = compared(OLD, NEW)
    assert one.old_text == OLD.text
    assert one.said_before("12 people")
    assert not one.said_before("40 people")
    assert not one.said_before("12 PEOPLE")


def test_asked_for_too_much_the_old_text_said_no_more() -> None:
    one = compared(OLD, NEW)
    assert one.said_before("12 people")
    for n in range(600):
        assert not one.said_before(f"nothing {n}")
    assert not one.said_before("the pier")
    assert one.said_before("12 people")


def test_hunks_are_known_by_the_blocks_that_they_hold() -> None:
    old = article((BlockKind.BYLINE, "By Ann Lee"), RAIN)
    one = compared(old, article((BlockKind.BYLINE, "By Bo Hale"), RAIN))
    assert len(one.touched(BlockKind.BYLINE)) == 1
    assert one.touched(BlockKind.PARAGRAPH) == one.touched(BlockKind.HEADLINE) == []


def test_what_is_read_of_a_sentence_or_a_pair_is_read_once() -> None:
    one = compared(OLD, NEW)
    [pair] = one.kept_pairs()
    assert pair.old and pair.new
    assert one.read(pair.old) is one.read(pair.old)
    assert one.read(pair.old) is not one.read(pair.new)
    assert one.matches(pair) is one.matches(pair)
    assert one.matches(pair) is not one.matches(Pair(pair.old, pair.new))


def test_moments_are_handed_to_the_rules() -> None:
    noon = datetime(2025, 3, 12, 12, tzinfo=UTC)
    one = Comparison(diff(OLD, NEW), FlagSettings(), noon)
    assert (one.old_seen, one.new_seen) == (noon, None)


def pairs_of(old: str, new: str) -> Iterator[tuple[Comparison, Pair]]:
    one = comparison(old, new)
    yield from ((one, pair) for passage in one.passages for pair in passage.pairs)


@pytest.mark.parametrize(
    ("old", "new", "news"),
    [
        (FERRY.format(12), FERRY.format(40), True),
        (NOTE, NOTE.replace("number", "name"), False),
        ("Update: 12 men were killed.", "Update: 40 men were killed.", True),
        (f"UPDATE: {FERRY.format(12)}", FERRY.format(12), True),
    ],
)
def test_a_note_tells_no_news_unless_it_only_heads_it(old: str, new: str, news: bool) -> None:
    assert [one.of_news(pair) for one, pair in pairs_of(old, new)] == [news]


def test_a_note_that_goes_from_beside_others_was_said_of_the_text() -> None:
    one = comparison(f"{RAIN} {NOTE}", RAIN)
    [passage] = one.passages
    [gone] = passage.old
    assert one.note_gone(gone, passage)


@pytest.mark.parametrize(
    ("old", "new"), [(RAIN, f"{RAIN} {NOTE}"), (f"{RAIN} Nobody swam in the sea.", RAIN)], ids=["came", "no note"]
)
def test_what_comes_and_what_is_no_note_is_none_that_went(old: str, new: str) -> None:
    one = comparison(old, new)
    [passage] = one.passages
    assert not any(one.note_gone(sentence, passage) for sentence in (*passage.old, *passage.new))


def test_a_whole_paragraph_of_a_note_that_goes_takes_nothing_with_it() -> None:
    one = comparison([RAIN, NOTE], [RAIN])
    [passage] = one.passages
    assert passage.whole
    assert not one.note_gone(passage.old[0], passage)


def test_usage_is_that_of_both_articles() -> None:
    one = compared(article("he met Hope there"), article("they lost hope"))
    assert one.usage.small("hope")


def test_the_public_comparison_gives_the_same_flags() -> None:
    assert newsdiff.compare(OLD, NEW).flags == flags(OLD, NEW)
