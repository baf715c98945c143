"""Which block became which: every block in at most one pair, kept pairs never crossing."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.diff.pairing import pair
from newsdiff.model import Block, BlockKind
from tests.diff.conftest import article

FERRY = "The ferry stops for two weeks, the harbour office said on Tuesday."
COUNCIL = "The council approved the new bridge after a long debate on Monday."
SURVEY = "Residents will be asked in a survey what they think of it next year."
CAPTION = "caption: The ferry at the old quay."
LINES = [
    FERRY,
    COUNCIL,
    SURVEY,
    FERRY.replace("two", "three"),
    "headline: Ferry stops",
    "dek: For two weeks",
    "A short one.",
    CAPTION,
]
BLOCKS = st.lists(st.sampled_from(LINES), max_size=8).map(lambda lines: article(*lines).blocks)


def pairs(old: list[str], new: list[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return pair(article(*old).blocks, article(*new).blocks)


def test_equal_articles_keep_every_place() -> None:
    assert pairs([FERRY, COUNCIL], [FERRY, COUNCIL]) == ([(0, 0), (1, 1)], [])
    assert pairs([], []) == ([], [])
    assert pairs([FERRY], []) == ([], [])


def test_an_edited_block_is_paired_with_itself_between_its_neighbours() -> None:
    edited = COUNCIL.replace("Monday", "Friday")
    assert pairs([FERRY, COUNCIL, SURVEY], [FERRY, edited, SURVEY]) == ([(0, 0), (1, 1), (2, 2)], [])


def test_another_text_in_the_same_place_is_no_pair() -> None:
    assert pairs([FERRY, COUNCIL, SURVEY], [FERRY, "Boats wait outside all day.", SURVEY])[0] == [(0, 0), (2, 2)]


def test_a_block_that_moved_is_paired_and_told_apart() -> None:
    kept, moved = pairs([FERRY, COUNCIL, SURVEY], [COUNCIL, SURVEY, FERRY])
    assert (kept, moved) == ([(1, 0), (2, 1)], [(0, 2)])


def test_what_moved_and_was_edited_must_be_much_alike() -> None:
    edited = FERRY.replace("two", "three")
    assert pairs([FERRY, COUNCIL, SURVEY], [COUNCIL, SURVEY, edited])[1] == [(0, 2)]
    assert pairs([FERRY, COUNCIL, SURVEY], [COUNCIL, SURVEY, "The ferry runs again."])[1] == []


def test_a_headline_is_paired_with_a_headline_however_it_differs() -> None:
    kept, _ = pairs(["headline: Ferry stops", FERRY], ["headline: No boats for two weeks", FERRY])
    assert (0, 0) in kept


def test_a_headline_is_never_the_paragraph_of_the_same_words() -> None:
    assert pairs(["headline: Ferry stops"], ["Ferry stops"]) == ([], [])


def test_a_paragraph_may_become_a_heading_or_a_quotation_of_the_same_words() -> None:
    assert pair((Block(BlockKind.PARAGRAPH, FERRY),), (Block(BlockKind.QUOTE, FERRY),)) == ([(0, 0)], [])


@settings(max_examples=60)
@given(BLOCKS, BLOCKS)
def test_each_block_is_paired_once_and_what_stays_keeps_its_order(
    old: tuple[Block, ...], new: tuple[Block, ...]
) -> None:
    kept, moved = pair(old, new)
    for side, blocks in ((0, old), (1, new)):
        places = [p[side] for p in kept + moved]
        assert len(places) == len(set(places))
        assert all(0 <= at < len(blocks) for at in places)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(kept))


@settings(max_examples=60)
@given(BLOCKS)
def test_an_article_is_itself(blocks: tuple[Block, ...]) -> None:
    assert pair(blocks, blocks) == ([(n, n) for n in range(len(blocks))], [])
