"""Places of change: each pair of sentences, each block that came, went or moved, and what is known of it."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.registry import Comparison, judge
from newsdiff.flags.sentence.places import places
from newsdiff.model import Article, Block, BlockKind, FlagKind, FlagSettings, Place

RAIN = "It rained on the quay all night."
GULLS = "Nobody has seen the gulls of the northern pier since the summer."
TOLD = "The council of the town meets again to talk of the {} with its mayor."


def article(*blocks: str | tuple[BlockKind, str], language: str = "en") -> Article:
    made = (Block(BlockKind.PARAGRAPH, b) if isinstance(b, str) else Block(*b) for b in blocks)
    return Article("", language=language, blocks=tuple(made))


def found(old: Article, new: Article) -> tuple[Place, ...]:
    compared = diff(old, new)
    flags, _ = judge(compared, FlagSettings(), None, None)
    return places(Comparison(compared, FlagSettings()), flags)


def edited(old: str, new: str) -> Place:
    """The place of one edited sentence behind an unchanged paragraph."""
    [place] = found(article(RAIN, old), article(RAIN, new))
    return place


def test_equal_texts_have_no_places() -> None:
    assert found(article(RAIN), article(RAIN)) == ()
    assert found(article(), article()) == ()


def test_a_sentence_and_its_counterpart_are_a_place() -> None:
    place = edited(TOLD.format("cranes"), TOLD.format("boats"))
    assert place == Place(TOLD.format("cranes"), TOLD.format("boats"), 1, 1)


def test_only_the_sentences_that_changed_are_places() -> None:
    place = edited(f"{GULLS} {TOLD.format('cranes')}", f"{GULLS} {TOLD.format('boats')}")
    assert (place.old, place.new) == (TOLD.format("cranes"), TOLD.format("boats"))


@pytest.mark.parametrize(
    ("kinds", "headline", "lede"),
    [
        ((BlockKind.HEADLINE, BlockKind.PARAGRAPH), True, False),
        ((BlockKind.DEK, BlockKind.PARAGRAPH), False, True),
        ((BlockKind.PARAGRAPH, BlockKind.PARAGRAPH), False, True),
        ((BlockKind.CAPTION, BlockKind.PARAGRAPH), False, False),
    ],
    ids=["headline", "standfirst", "first paragraph", "caption"],
)
def test_the_head_of_an_article_is_known(kinds: tuple[BlockKind, BlockKind], headline: bool, lede: bool) -> None:
    one, other = kinds
    [place] = found(article((one, "12 boats sank."), (other, RAIN)), article((one, "14 boats sank."), (other, RAIN)))
    assert (place.headline, place.lede) == (headline, lede)


def test_a_block_that_came_and_one_that_went() -> None:
    [came] = found(article(RAIN), article(RAIN, GULLS))
    assert (came.old, came.new, came.old_block, came.new_block) == ("", GULLS, None, 1)
    assert (came.whole, came.lede, came.telling) == (True, False, GULLS)
    [went] = found(article(RAIN, GULLS), article(RAIN))
    assert (went.old, went.new, went.old_block, went.new_block, went.whole) == (GULLS, "", 1, None, True)
    assert went.telling == GULLS


def test_a_block_that_came_first_is_the_lede() -> None:
    [came] = found(article(RAIN), article(GULLS, RAIN))
    assert came.lede
    [went] = found(article(GULLS, RAIN), article(RAIN))
    assert went.lede


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        (f"{RAIN} {GULLS}", f"{RAIN} {GULLS}"),
        (f"{RAIN} Two sailors were killed. {GULLS}", f"Two sailors were killed. {GULLS}"),
        (f"See our page on travel. {RAIN}", RAIN),
        (" ".join([RAIN, GULLS] * 3), f"{RAIN} {GULLS} {RAIN}"),
    ],
    ids=["the first", "harm", "no pointer", "three at most"],
)
def test_a_block_is_told_from_the_sentence_on_that_says_most(text: str, telling: str) -> None:
    [came] = found(article("Ferries run."), article("Ferries run.", text))
    assert came.telling == telling


def test_a_block_holds_what_its_sentences_hold_and_leads_where_all_do() -> None:
    text = "See our page on travel. Two sailors were killed."
    [came] = found(article(RAIN), article(RAIN, text))
    assert came.holds == {FlagKind.EVENT, FlagKind.NUMBER}
    assert not came.leads
    [came] = found(article(RAIN), article(RAIN, "See our page on travel."))
    assert (came.holds, came.leads) == (frozenset(), True)


def test_a_sentence_that_came_to_a_paragraph() -> None:
    place = edited(GULLS, f"{GULLS} Two sailors were killed.")
    assert (place.old, place.new, place.whole) == ("", "Two sailors were killed.", True)
    assert (place.old_block, place.new_block) == (1, 1)
    assert FlagKind.EVENT in place.holds


def test_a_sentence_with_a_counterpart_holds_nothing_of_its_own() -> None:
    assert edited("Two sailors were killed.", "Two soldiers were killed.").holds == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "toll"),
    [
        ("The fire killed 12 people.", "The fire killed 14 people.", True),
        ("The fire killed 12 people.", "The fire at the old pier killed 12 people.", False),
        ("The fire cost 12 pounds.", "The fire cost 14 pounds.", False),
        ("The fire killed people.", "The fire killed 14 people.", False),
        ("The fire killed 12 people in 3 towns.", "The fire killed 12 people in 4 towns.", False),
    ],
)
def test_another_toll(old: str, new: str, toll: bool) -> None:
    assert edited(old, new).toll is toll


def test_what_moved_is_a_place_as_a_whole() -> None:
    moved = found(article(GULLS, TOLD.format("cranes"), RAIN), article(TOLD.format("cranes"), RAIN, GULLS))
    assert moved
    assert all(place.whole and place.old == place.new for place in moved)


def test_a_sentence_that_was_carried_elsewhere_is_a_place_beside_its_edit() -> None:
    old = article(f"{RAIN} {TOLD.format('cranes')}", "Ferries run.")
    new = article(RAIN, f"Ferries run. {TOLD.format('boats')}")
    pair, carried = sorted(found(old, new), key=lambda place: place.whole)
    assert (pair.old, pair.new) == (carried.old, carried.new) == (TOLD.format("cranes"), TOLD.format("boats"))
    assert (carried.old_block, carried.new_block) == (0, 1)


def test_without_a_word_table_nothing_is_known_of_what_came() -> None:
    old, new = (newsdiff.article(side, language="xx") for side in (["Zzz zz."], ["Zzz zz.", "Qqq 12 qq."]))
    [came] = found(old, new)
    assert (came.holds, came.leads, came.telling) == (frozenset(), False, "Qqq 12 qq.")
